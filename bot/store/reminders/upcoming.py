"""Reading what comes next for a member, in the transaction that changed it."""

from datetime import datetime

from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Kind, Where
from bot.domain.facts.upcoming import Upcoming
from bot.store.engine.conversions import moment, seconds
from bot.store.engine.database import Row, Steps
from bot.store.recurring.posts import occurrence

UPCOMING = """
SELECT session_id, rule_id, kind, ordinal, nominal_date, nominal_minute, due_at, stale_at, where_to,
    guild_id
FROM reminders
WHERE member_id = $1 AND state = 'open' AND claimed_at IS NULL AND due_at >= $2
    AND (ordinal IS NOT NULL OR nominal_date IS NOT NULL)
ORDER BY due_at, reminder_id
"""


def upcoming(member_id: int, now: datetime) -> Steps[Upcoming]:
    """Read what a member's plan and rules bring, less what is on its way; no snoozes."""
    found = yield UPCOMING, (member_id, seconds(now))
    nexts: dict[int, NewOccurrence] = {}
    for row in found:
        if row["rule_id"] is not None:
            nexts.setdefault(row["rule_id"], occurrence(row, of="rule_id"))
    plan = tuple(_planned(row) for row in found if row["ordinal"] is not None)
    return Upcoming(plan=plan, rules=nexts)


def _planned(row: Row) -> PlannedReminder:
    return PlannedReminder(
        session_id=row["session_id"],
        kind=Kind(row["kind"]),
        ordinal=row["ordinal"],
        due_at=moment(row["due_at"]),
        stale_at=moment(row["stale_at"]),
        where=Where(row["where_to"]),
        guild_id=row["guild_id"],
    )
