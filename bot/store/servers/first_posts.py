"""A server's post sent at once, beside those that come at their time."""

from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.domain.decisions import first_posts
from bot.domain.facts.settings import Post
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Database, Steps
from bot.store.recurring.posts import occurrence_values
from bot.store.servers.servers import look

APART: Final = timedelta(minutes=5)  # between two of a post that are asked for

# Not where one is on its way or has just gone out: of two admins at once, one is told.
ADD_NOW = """
INSERT INTO reminders (
    post_id, kind, nominal_date, nominal_minute, due_at, stale_at, where_to, state, wake_at,
    attempts
)
SELECT post_id, kind, $2, $3, $4, $5, 'channel', 'open', $4, 0
FROM posts WHERE post_id = $1 AND paused = 0 AND broken IS NULL AND NOT EXISTS (
    SELECT 1 FROM reminders WHERE reminders.post_id = $1
        AND ((reminders.state = 'open' AND reminders.due_at <= $4) OR reminders.sent_at > $6))
ON CONFLICT (post_id, nominal_date, nominal_minute) WHERE post_id IS NOT NULL DO NOTHING
RETURNING reminder_id
"""


class FirstPosts:
    """What is asked for at once; a post's own occurrences are as they were."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def next_to_come(self, guild_id: int, now: datetime) -> Post:
        """Return the post that would be sent.

        Raises:
            NotAllowed: as ``first_posts.send_one``.
        """
        return first_posts.send_one(await self._database.read(partial(look, guild_id)), now)[0]

    async def send_now(self, guild_id: int, now: datetime) -> bool:
        """Add an occurrence that is due now; tell whether none was on its way already.

        Raises:
            NotAllowed: as ``first_posts.send_one``.
        """
        return await self._database.transact(partial(send_now, guild_id, now), alone=guild_id)


def send_now(guild_id: int, now: datetime) -> Steps[bool]:
    """Add an occurrence of the next post that is due now."""
    _, occurrence = first_posts.send_one((yield from look(guild_id)), now)
    values = (*occurrence_values(occurrence), seconds(now - APART))
    return bool((yield ADD_NOW, values))
