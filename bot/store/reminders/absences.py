"""Stopping a member's reminders in a server's channel where they are not to be named."""

from bot.domain.facts.occurrences import Absence
from bot.store.engine.database import Steps
from bot.store.reminders import member_notices

STOP_RULES = """
UPDATE rules SET broken = $3
WHERE member_id = $1 AND guild_id = $2 AND where_to = 'channel' AND broken IS NULL
"""

# What is claimed may be out.
CANCEL_REMINDERS = """
UPDATE reminders SET state = 'cancelled', reason = $3
WHERE member_id = $1 AND guild_id = $2 AND where_to = 'channel' AND state = 'open'
    AND claimed_at IS NULL
"""


def stop(member_id: int, absence: Absence) -> Steps[None]:
    """Stop all that was to come for a member in a server's channel, and record the notice."""
    values = (member_id, absence.guild_id, absence.reason)
    yield STOP_RULES, values
    yield CANCEL_REMINDERS, values
    yield from member_notices.note(member_id, absence.reason)
