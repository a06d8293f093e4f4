"""The repository of who takes part in a server's group life."""

from datetime import datetime
from functools import partial

from bot.clock import Clock
from bot.domain.facts.settings import first_profile
from bot.domain.group.rolls import GROUP_CONSENT_VERSION, UNSEEN_KEPT
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Database, Steps

# Somebody may join who has never logged anything: a row with the defaults, and no consent to a log.
ADD_MEMBER = """
INSERT INTO members (
    member_id, revision, created_at, last_command_at, mass_unit, distance_unit, quiet_start,
    quiet_end, quiet_said, reminders_on, locale
) VALUES ($1, 1, $2, $2, $3, $4, 1320, 480, 0, 0, $5)
ON CONFLICT (member_id) DO NOTHING
"""

JOIN = """
INSERT INTO group_members (guild_id, member_id, joined_at, consent_version, seen_at)
VALUES ($1, $2, $3, $4, $3)
ON CONFLICT (guild_id, member_id) DO UPDATE SET seen_at = excluded.seen_at
"""

SEE = """
UPDATE group_members SET seen_at = $3 WHERE guild_id = $1 AND member_id = $2
RETURNING member_id
"""

# Members are purged after long silence, and a press is none; once a day is enough.
TOUCH = """
UPDATE members SET last_command_at = $2
WHERE member_id = $1 AND last_command_at < CAST($2 AS BIGINT) - 86400
"""

HAS = "SELECT 1 FROM group_members WHERE guild_id = $1 AND member_id = $2"
COUNT = "SELECT count(*) AS joined FROM group_members WHERE guild_id = $1"

# The open rolls that name somebody are drawn anew without them; of one server, or of all.
MARK_IN = """
UPDATE rolls SET revision = revision + 1, stale_since = coalesce(stale_since, $3)
WHERE guild_id = $1 AND closed_at IS NULL
    AND roll_id IN (SELECT roll_id FROM roll_answers WHERE member_id = $2)
"""
MARK_EVERYWHERE = """
UPDATE rolls SET revision = revision + 1, stale_since = coalesce(stale_since, opened_at)
WHERE closed_at IS NULL AND roll_id IN (SELECT roll_id FROM roll_answers WHERE member_id = $1)
"""
# What somebody shared goes with them; its message is deleted by whoever draws it next.
WITHDRAW_IN = """
UPDATE rolls SET asked_by = NULL, text = '', revision = revision + 1,
    closed_at = coalesce(closed_at, $3), stale_since = coalesce(stale_since, $3)
WHERE guild_id = $1 AND asked_by = $2 AND kind = 'card'
"""
WITHDRAW_EVERYWHERE = """
UPDATE rolls SET asked_by = NULL, text = '', revision = revision + 1,
    closed_at = coalesce(closed_at, opened_at), stale_since = coalesce(stale_since, opened_at)
WHERE asked_by = $1 AND kind = 'card'
"""
# The open digests of a server where somebody is on the board may name them.
MARK_DIGESTS_IN = """
UPDATE rolls SET revision = revision + 1, stale_since = coalesce(stale_since, $3)
WHERE guild_id = $1 AND kind = 'digest' AND closed_at IS NULL AND EXISTS (
    SELECT 1 FROM group_members WHERE group_members.guild_id = $1
        AND group_members.member_id = $2 AND board_since IS NOT NULL)
"""
MARK_DIGESTS_EVERYWHERE = """
UPDATE rolls SET revision = revision + 1, stale_since = coalesce(stale_since, opened_at)
WHERE kind = 'digest' AND closed_at IS NULL AND guild_id IN (
    SELECT guild_id FROM group_members WHERE member_id = $1 AND board_since IS NOT NULL)
"""
DROP_ANSWERS = """
DELETE FROM roll_answers WHERE member_id = $2
    AND roll_id IN (SELECT roll_id FROM rolls WHERE guild_id = $1)
"""
LEAVE = """
DELETE FROM group_members WHERE guild_id = $1 AND member_id = $2 RETURNING member_id
"""
FORGET_GUILD = "DELETE FROM group_members WHERE guild_id = $1"
PURGE = "DELETE FROM group_members WHERE seen_at < $1"


class Memberships:
    """Who takes part where; joining is an agreement of its own, and needs no log."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def has(self, guild_id: int, member_id: int) -> bool:
        """Tell whether somebody takes part in a server."""
        return await self._database.fetchrow(HAS, guild_id, member_id) is not None

    async def leave(self, guild_id: int, member_id: int) -> bool:
        """Take somebody and their answers out of a server at once; tell whether they were in.

        The messages that name them are marked as stale in the same transaction.
        """
        left = await self._database.transact(
            partial(leave, guild_id, member_id, self._clock.now()), alone=member_id
        )
        self._database.erase()
        return left

    async def purge(self) -> None:
        """Delete memberships that were not used for long."""
        await self._database.execute(PURGE, seconds(self._clock.now() - UNSEEN_KEPT))


def join(guild_id: int, member_id: int, now: datetime, said: str | None = None) -> Steps[None]:
    """Let somebody take part in a server; ``said`` is the language of their Discord."""
    new = first_profile(said)
    yield ADD_MEMBER, (member_id, seconds(now), new.mass_unit, new.distance_unit, said)
    yield JOIN, (guild_id, member_id, seconds(now), GROUP_CONSENT_VERSION)


def leave(guild_id: int, member_id: int, now: datetime) -> Steps[bool]:
    """Delete a membership and its answers; the messages that show them become stale."""
    yield MARK_IN, (guild_id, member_id, seconds(now))
    yield DROP_ANSWERS, (guild_id, member_id)
    yield WITHDRAW_IN, (guild_id, member_id, seconds(now))
    yield MARK_DIGESTS_IN, (guild_id, member_id, seconds(now))
    return bool((yield LEAVE, (guild_id, member_id)))


def seen(guild_id: int, member_id: int, now: datetime) -> Steps[bool]:
    """Note that somebody who takes part was here; tell whether they do."""
    if not (yield SEE, (guild_id, member_id, seconds(now))):
        return False
    yield TOUCH, (member_id, seconds(now))
    return True
