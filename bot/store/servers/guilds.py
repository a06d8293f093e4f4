"""The repository of servers' settings."""

from datetime import datetime, timedelta
from functools import partial

from bot.clock import Clock
from bot.domain.facts.settings import LEFT_SERVER, GuildSettings
from bot.store.engine import deletions, rows
from bot.store.engine.conversions import minute, seconds
from bot.store.engine.database import Database, Steps
from bot.store.engine.deletions import Deletion, DeletionFile
from bot.store.groups.closing import FORGET_GUILD as FORGET_ROLLS
from bot.store.groups.closing import close_all
from bot.store.groups.memberships import FORGET_GUILD as FORGET_MEMBERS
from bot.store.recurring import rules

KEPT_AFTER = timedelta(days=30)  # of a server the bot has left, perhaps by mistake

PUT_GUILD = """
INSERT INTO guilds (
    guild_id, channel_id, zone, quiet_start, quiet_end, posts_on, channel_reminders_on,
    channel_broken, changed_at, group_on, member_rolls_on, together_goal, locale
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT (guild_id) DO UPDATE SET
    channel_id = excluded.channel_id, zone = excluded.zone, quiet_start = excluded.quiet_start,
    quiet_end = excluded.quiet_end, posts_on = excluded.posts_on,
    channel_reminders_on = excluded.channel_reminders_on,
    channel_broken = excluded.channel_broken, changed_at = excluded.changed_at,
    group_on = excluded.group_on, member_rolls_on = excluded.member_rolls_on,
    together_goal = excluded.together_goal, locale = excluded.locale
"""

# What was stopped on leaving is known to be left.
KNOWN = """
SELECT guild_id FROM guilds WHERE left_at IS NULL
UNION SELECT guild_id FROM posts WHERE broken IS NULL
"""

LEFT = "SELECT guild_id FROM guilds WHERE left_at IS NOT NULL"
EXPIRED = "SELECT guild_id FROM guilds WHERE left_at < $1"
NOTE_LEFT = """
UPDATE guilds SET left_at = coalesce(left_at, $2), channel_broken = coalesce(channel_broken, $3)
WHERE guild_id = $1
"""
NOTE_BACK = """
UPDATE guilds SET left_at = NULL WHERE guild_id = $1 AND left_at IS NOT NULL RETURNING guild_id
"""
BREAK_POSTS = "UPDATE posts SET broken = $2 WHERE guild_id = $1 AND broken IS NULL"
DROP_OPEN = """
DELETE FROM reminders WHERE state = 'open' AND claimed_at IS NULL
    AND post_id IN (SELECT post_id FROM posts WHERE guild_id = $1)
"""
CANCEL_CLAIMED = """
UPDATE reminders SET state = 'cancelled', reason = 'left_server'
WHERE state = 'open' AND post_id IN (SELECT post_id FROM posts WHERE guild_id = $1)
"""

DELETE_OCCURRENCES = """
DELETE FROM reminders WHERE post_id IN (SELECT post_id FROM posts WHERE guild_id = $1)
"""
DELETE_POSTS = "DELETE FROM posts WHERE guild_id = $1"
NOTICE = """
INSERT INTO notices (guild_id, since) VALUES ($1, $2)
ON CONFLICT (guild_id) DO UPDATE SET since = excluded.since, told_at = NULL
"""
DELETE_NOTICE = "DELETE FROM notices WHERE guild_id = $1"
DELETE_GUILD = "DELETE FROM guilds WHERE guild_id = $1"

CANCEL_CHANNEL_REMINDERS = """
UPDATE reminders SET state = 'cancelled', reason = 'left_server'
WHERE guild_id = $1 AND state = 'open'
"""


class Guilds:
    """The repository of servers. One without a row has the defaults."""

    def __init__(self, database: Database, clock: Clock, deleted: DeletionFile) -> None:
        self._database = database
        self._clock = clock
        self._deleted = deleted

    async def get(self, guild_id: int) -> GuildSettings:
        """Return a server's settings, the defaults when its admins set nothing."""
        return rows.settings_of(guild_id, await self._database.fetch(rows.GUILD, guild_id))

    async def reset(self, guild_id: int) -> None:
        """Delete a server's settings and posts; its members' entries stay."""
        await self._database.transact(partial(reset, guild_id, self._clock.now()), alone=guild_id)

    async def leave(self, guild_id: int) -> None:
        """Stop all that goes to a server the bot has left; what its admins set is kept a while."""
        await self._database.transact(partial(leave, guild_id, self._clock.now()), alone=guild_id)

    async def come_back(self, guild_id: int) -> bool:
        """Note that the bot is in a server again; tell whether anything was kept of it."""
        return await self._database.transact(
            partial(come_back, guild_id, self._clock.now()), alone=guild_id
        )

    async def purge(self) -> int:
        """Delete the servers left too long ago, and return how many."""
        expired = await self._database.fetch(EXPIRED, seconds(self._clock.now() - KEPT_AFTER))
        for row in expired:
            await self.forget(row["guild_id"])
        return len(expired)

    async def forget(self, guild_id: int) -> None:
        """Delete a server the bot is not in: settings, posts, reminders in its channel."""
        deletion = deletions.made("guild", guild_id, self._clock.now())
        await self._database.transact(partial(_forget_for_good, guild_id, deletion), alone=guild_id)
        await self._deleted.add(deletion)

    async def ids(self) -> frozenset[int]:
        """Return the servers where something runs: to find those left while offline."""
        return frozenset(row["guild_id"] for row in await self._database.fetch(KNOWN))

    async def left(self) -> frozenset[int]:
        """Return the servers left and still kept: to find those joined again while offline."""
        return frozenset(row["guild_id"] for row in await self._database.fetch(LEFT))


def save(settings: GuildSettings, now: datetime) -> Steps[None]:
    """Write a server's settings; without group life its rolls are closed."""
    values = (
        settings.guild_id,
        settings.channel_id,
        settings.zone,
        minute(settings.quiet.start),
        minute(settings.quiet.end),
        int(settings.posts_on),
        int(settings.channel_reminders_on),
        settings.channel_broken,
        seconds(now),
        int(settings.group_on),
        int(settings.member_rolls_on),
        settings.together_goal,
        settings.locale,
    )
    yield PUT_GUILD, values
    if not settings.group_on:
        yield from close_all(settings.guild_id, now)


def reset(guild_id: int, now: datetime) -> Steps[None]:
    """Delete a server's settings, posts and their occurrences; close its rolls."""
    yield from close_all(guild_id, now)
    yield from _delete_settings(guild_id)


def _delete_settings(guild_id: int) -> Steps[None]:
    for statement in (DELETE_OCCURRENCES, DELETE_POSTS, DELETE_NOTICE, DELETE_GUILD):
        yield statement, (guild_id,)


def leave(guild_id: int, now: datetime) -> Steps[None]:
    """Stop a server's posts, and what members would have got in its channel, with the reason."""
    yield from close_all(guild_id, now)
    yield DROP_OPEN, (guild_id,)
    yield CANCEL_CLAIMED, (guild_id,)
    yield BREAK_POSTS, (guild_id, LEFT_SERVER)
    yield DELETE_NOTICE, (guild_id,)
    yield NOTE_LEFT, (guild_id, seconds(now), LEFT_SERVER)
    yield rules.LEAVE, (guild_id,)
    yield CANCEL_CHANNEL_REMINDERS, (guild_id,)


def come_back(guild_id: int, now: datetime) -> Steps[bool]:
    """End the time after which a server is purged; its admins decide what runs again."""
    if not (yield NOTE_BACK, (guild_id,)):
        return False
    yield NOTICE, (guild_id, seconds(now))
    return True


def forget(guild_id: int) -> Steps[None]:
    """Delete a server's data, and stop what members would have got in its channel."""
    yield from _delete_settings(guild_id)
    yield FORGET_ROLLS, (guild_id,)
    yield FORGET_MEMBERS, (guild_id,)
    yield rules.LEAVE, (guild_id,)
    yield CANCEL_CHANNEL_REMINDERS, (guild_id,)


def _forget_for_good(guild_id: int, deletion: Deletion) -> Steps[None]:
    """Forget a server, so that no older copy of the database brings its posts back."""
    yield from deletions.note(deletion)
    yield from forget(guild_id)
