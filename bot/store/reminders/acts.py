"""What a member does with reminders: marks one as done, puts it off, stops them all."""

from datetime import datetime

from bot.domain.facts.occurrences import Stopped
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Steps
from bot.store.recurring import rules

DONE = """
UPDATE reminders SET done_at = coalesce(done_at, $3) WHERE member_id = $1 AND reminder_id = $2
RETURNING reminder_id
"""

CANCEL_SNOOZE = """
UPDATE reminders SET state = 'cancelled', reason = 'done'
WHERE member_id = $1 AND snoozed_from = $2 AND state = 'open' AND claimed_at IS NULL
"""

# Pressed again, it moves; once it is out, its own message has the button. Its window is as long as
# that of the reminder it comes from, and it needs the session or the rule to be still there.
SNOOZE = """
INSERT INTO reminders (
    member_id, guild_id, session_id, rule_id, kind, snoozed_from, due_at, stale_at, where_to, state,
    wake_at, attempts
)
SELECT member_id, guild_id, session_id, rule_id, kind, reminder_id, $3, $3 + stale_at - due_at,
    where_to, 'open', $3, 0
FROM reminders WHERE member_id = $1 AND reminder_id = $2 AND (session_id IS NULL OR EXISTS (
    SELECT 1 FROM leg_sessions WHERE leg_sessions.member_id = reminders.member_id
        AND leg_sessions.session_id = reminders.session_id))
    AND (rule_id IS NULL OR EXISTS (
        SELECT 1 FROM rules WHERE rules.member_id = reminders.member_id
            AND rules.rule_id = reminders.rule_id))
ON CONFLICT (snoozed_from) WHERE snoozed_from IS NOT NULL DO UPDATE SET
    due_at = excluded.due_at, stale_at = excluded.stale_at, wake_at = excluded.wake_at,
    state = 'open', reason = NULL
WHERE reminders.claimed_at IS NULL AND reminders.state IN ('open', 'cancelled')
RETURNING reminder_id
"""

RUNNING = """
SELECT reminders_on, EXISTS (SELECT 1 FROM rules WHERE member_id = $1 AND paused = 0) AS own
FROM members WHERE member_id = $1
"""

SWITCH_OFF = """
UPDATE members SET reminders_on = 0, revision = revision + 1 WHERE member_id = $1
"""

STOP_OPEN = """
UPDATE reminders SET state = 'cancelled', reason = 'stopped'
WHERE member_id = $1 AND state = 'open'
RETURNING reminder_id
"""


def mark_done(member_id: int, reminder_id: int, now: datetime) -> Steps[bool]:
    """Mark a reminder as done and cancel its open snooze."""
    if not (yield DONE, (member_id, reminder_id, seconds(now))):
        return False
    yield CANCEL_SNOOZE, (member_id, reminder_id)
    return True


def snooze(member_id: int, reminder_id: int, due_at: datetime) -> Steps[int | None]:
    """Insert a reminder's snooze."""
    found = yield SNOOZE, (member_id, reminder_id, seconds(due_at))
    return found[0]["reminder_id"] if found else None


def stop(member_id: int) -> Steps[Stopped]:
    """Disable a member's reminders and cancel the open ones."""
    before = yield RUNNING, (member_id,)
    yield SWITCH_OFF, (member_id,)
    yield rules.STOP, (member_id,)
    cancelled = len((yield STOP_OPEN, (member_id,)))
    was_on = bool(before and before[0]["reminders_on"])
    own = bool(before and before[0]["own"])
    return Stopped(cancelled=cancelled, was_on=was_on, ran=was_on or own)
