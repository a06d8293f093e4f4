"""Notices to admins about what was stopped, each told once (R12)."""

from datetime import datetime
from functools import partial

from bot.domain.decisions.servers import Server
from bot.domain.facts.occurrences import DeadChannel, RolePing
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Database, Steps
from bot.store.engine.waiting import Waiting
from bot.store.recurring.posts import DROP_AHEAD
from bot.store.servers import planners
from bot.store.servers.guilds import NOTICE
from bot.store.servers.servers import look

BREAK_POSTS = """
UPDATE posts SET broken = $3
WHERE guild_id = $1 AND channel_id = $2 AND broken IS NULL AND paused = 0
RETURNING post_id
"""

BREAK_CHANNEL = """
UPDATE guilds SET channel_broken = $3
WHERE guild_id = $1 AND channel_id = $2 AND channel_broken IS NULL
RETURNING guild_id
"""

# Not when the post was given another role meanwhile.
PING = """
UPDATE posts SET unpinged = $3 WHERE post_id = $1 AND role_id = $2 AND unpinged <> $3
RETURNING post_id
"""

NOTE_POST = """
INSERT INTO notices (guild_id, since) SELECT guild_id, $2 FROM posts WHERE post_id = $1
ON CONFLICT (guild_id) DO UPDATE SET since = excluded.since, told_at = NULL
"""

WAITING = "SELECT guild_id AS id FROM notices WHERE told_at IS NULL"

TAKE = """
UPDATE notices SET told_at = $2 WHERE guild_id = $1 AND told_at IS NULL RETURNING guild_id
"""

GIVE_BACK = "UPDATE notices SET told_at = NULL WHERE guild_id = $1"


class Notices:
    """The notices that admins have not seen yet."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.waiting = Waiting(database, WAITING)

    async def take(self, guild_id: int, now: datetime) -> Server | None:
        """Return the notice of a server, to the first who asks only."""
        if not await self.waiting.may_have(guild_id):
            return None
        return await self._database.transact(partial(take, guild_id, now), alone=guild_id)

    async def give_back(self, guild_id: int) -> None:
        """Put back a notice that could not be shown, for the next who asks."""
        await self._database.execute(GIVE_BACK, guild_id)
        self.waiting.expect()


def take(guild_id: int, now: datetime) -> Steps[Server | None]:
    """Mark a server's notice as shown and read what it is about."""
    if not (yield TAKE, (guild_id, seconds(now))):
        return None
    return (yield from look(guild_id))


def close_channel(dead: DeadChannel, now: datetime) -> Steps[None]:
    """Stop everything that goes to a dead channel, and record the notice."""
    values = (dead.guild_id, dead.channel_id, dead.reason)
    stopped = yield BREAK_POSTS, values
    for post in stopped:
        yield DROP_AHEAD, (dead.guild_id, post["post_id"], seconds(now))
        yield from planners.note(post["post_id"])
    members = yield BREAK_CHANNEL, values
    if stopped or members:
        yield NOTICE, (dead.guild_id, seconds(now))


def note_ping(post_id: int, ping: RolePing, now: datetime) -> Steps[None]:
    """Keep whether a post pinged its role; record a notice the first time it did not."""
    changed = yield PING, (post_id, ping.role_id, int(not ping.arrived))
    if changed and not ping.arrived:
        yield from note_post(post_id, now)


def note_post(post_id: int, now: datetime) -> Steps[None]:
    """Record a notice about a post in trouble, to admins and to who planned it."""
    yield NOTE_POST, (post_id, seconds(now))
    yield from planners.note(post_id)
