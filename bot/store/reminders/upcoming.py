"""Reading what comes next for a member, in the transaction that changed it."""

from datetime import date, datetime

from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.upcoming import Upcoming
from bot.store.engine import rows
from bot.store.engine.conversions import moment, seconds, time_of_day
from bot.store.engine.database import Steps

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
    plan: list[PlannedReminder] = []
    nexts: dict[int, NewOccurrence] = {}
    for session, rule, kind, ordinal, nominal, minute, due, stale, where, guild_id in found:
        due_at, stale_at = moment(due), moment(stale)
        if ordinal is not None:
            plan.append(
                PlannedReminder(
                    session_id=session,
                    kind=rows.kind(kind),
                    ordinal=ordinal,
                    due_at=due_at,
                    stale_at=stale_at,
                    where=rows.where(where),
                    guild_id=guild_id,
                )
            )
        if rule is not None and rule not in nexts:
            nexts[rule] = NewOccurrence(
                of=rule,
                nominal_date=date.fromisoformat(nominal),
                nominal_time=time_of_day(minute),
                due_at=due_at,
                stale_at=stale_at,
            )
    return Upcoming(plan=tuple(plan), rules=nexts)
