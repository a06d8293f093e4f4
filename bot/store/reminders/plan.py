"""A member's recovery plan: replaced as a whole; an occurrence is never sent twice."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Where
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Many, Steps, Value

OPEN_FOR = timedelta(days=8)  # after its time each of a plan is stale: older rows are not looked at

CANCEL_OPEN_PLAN = """
UPDATE reminders SET state = 'cancelled', reason = 'replanned'
WHERE member_id = $1 AND due_at >= $2
    AND state = 'open' AND ordinal IS NOT NULL AND claimed_at IS NULL
"""

OPEN_PLAN = """
SELECT reminder_id, session_id, kind, ordinal, where_to, guild_id,
    due_at <= $2 OR attempts > 0 AS waits
FROM reminders
WHERE member_id = $1 AND due_at >= $3
    AND state = 'open' AND ordinal IS NOT NULL AND claimed_at IS NULL
"""

CANCEL_PLANNED = """
UPDATE reminders SET state = 'cancelled', reason = 'replanned' WHERE reminder_id = $1
"""

# An occurrence that is out, or may be (claimed), keeps its row as it is. One that was tried and may
# have come keeps its time, place and message: it is looked for there before it is sent again.
PUT_PLANNED = """
INSERT INTO reminders (
    member_id, session_id, kind, ordinal, due_at, stale_at, where_to, guild_id, state, wake_at,
    attempts
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $5, 0)
ON CONFLICT (session_id, kind, ordinal) WHERE ordinal IS NOT NULL DO UPDATE SET
    state = 'open', reason = NULL,
    due_at = CASE WHEN reminders.first_attempt_at IS NULL THEN excluded.due_at
        ELSE reminders.due_at END,
    stale_at = CASE WHEN reminders.first_attempt_at IS NULL THEN excluded.stale_at
        ELSE reminders.stale_at END,
    wake_at = CASE WHEN reminders.first_attempt_at IS NULL THEN excluded.wake_at
        ELSE reminders.wake_at END,
    where_to = CASE WHEN reminders.first_attempt_at IS NULL THEN excluded.where_to
        ELSE reminders.where_to END,
    guild_id = CASE WHEN reminders.first_attempt_at IS NULL THEN excluded.guild_id
        ELSE reminders.guild_id END,
    delivery_id = CASE WHEN reminders.first_attempt_at IS NULL THEN NULL
        ELSE reminders.delivery_id END
WHERE reminders.member_id = excluded.member_id AND reminders.claimed_at IS NULL
    AND reminders.state IN ('open', 'cancelled', 'skipped')
"""

FORGET_UNSENT_OF_SESSION = """
DELETE FROM reminders
WHERE member_id = $1 AND session_id = $2 AND sent_at IS NULL AND claimed_at IS NULL
"""

CANCEL_CLAIMED_OF_SESSION = """
UPDATE reminders SET state = 'cancelled', reason = 'session_removed'
WHERE member_id = $1 AND session_id = $2 AND state = 'open'
"""


def replace_plan(member_id: int, plan: Sequence[PlannedReminder], now: datetime) -> Steps[None]:
    """Cancel a member's open plan and insert ``plan``; snoozes stay.

    What of it is due already stays as it is where it waits to be sent, and is added nowhere.
    """
    due = [reminder for reminder in plan if reminder.due_at < now]
    if due:
        yield from cancel_all_but(member_id, due, now)
    else:
        yield CANCEL_OPEN_PLAN, (member_id, seconds(now - OPEN_FOR))
    coming = (one for one in plan if one.where is not Where.OFF and one.due_at >= now)
    yield Many(PUT_PLANNED, [planned_values(member_id, one) for one in coming])


def planned_values(member_id: int, reminder: PlannedReminder) -> tuple[Value, ...]:
    """Return the parameters of ``PUT_PLANNED``."""
    return (
        member_id,
        reminder.session_id,
        reminder.kind,
        reminder.ordinal,
        seconds(reminder.due_at),
        seconds(reminder.stale_at),
        reminder.where,
        reminder.guild_id,
    )


def cancel_all_but(member_id: int, kept: Iterable[PlannedReminder], now: datetime) -> Steps[None]:
    """Cancel a member's open plan, except untried occurrences whose destination stays."""
    stay = {(one.session_id, one.kind, one.ordinal, one.where, one.guild_id) for one in kept}
    for row in (yield OPEN_PLAN, (member_id, seconds(now), seconds(now - OPEN_FOR))):
        goes = row["session_id"], row["kind"], row["ordinal"], row["where_to"], row["guild_id"]
        if not row["waits"] or goes not in stay:
            yield CANCEL_PLANNED, (row["reminder_id"],)


def forget_session(member_id: int, session_id: int) -> Steps[None]:
    """Cancel a removed session's open reminders, snoozes included.

    A row in flight stays, cancelled: its message may be out already.
    """
    yield FORGET_UNSENT_OF_SESSION, (member_id, session_id)
    yield CANCEL_CLAIMED_OF_SESSION, (member_id, session_id)
