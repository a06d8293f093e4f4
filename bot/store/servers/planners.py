"""Who planned a post, and whether they are to be told that it stopped."""

from collections.abc import Iterable
from functools import partial

from bot.domain.facts.settings import Post
from bot.store.engine import rows
from bot.store.engine.database import Database, Steps
from bot.store.engine.waiting import Waiting
from bot.store.recurring.posts import POST

PUT = """
INSERT INTO post_planners (member_id, post_id) SELECT $1, post_id FROM posts WHERE post_id = $2
ON CONFLICT (post_id) DO NOTHING
"""
NOTE = "UPDATE post_planners SET untold = 1 WHERE post_id = $1"
WAITING = "SELECT DISTINCT member_id AS id FROM post_planners WHERE untold = 1"

# What runs again meanwhile needs no telling.
IN_TROUBLE = """
WHERE post_id IN (
    SELECT post_id FROM post_planners WHERE member_id = $1 AND untold = 1)
    AND (broken IS NOT NULL OR unpinged = 1)
ORDER BY guild_id, at_minute, post_id
"""
TROUBLED = POST + IN_TROUBLE
TOLD = "UPDATE post_planners SET untold = 0 WHERE member_id = $1 AND untold = 1"


class Planners:
    """Those who planned posts that stopped, or ping nobody, and have not been told."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.waiting = Waiting(database, WAITING)

    async def take(self, member_id: int) -> tuple[Post, ...]:
        """Return the troubled posts that somebody planned, to the first who asks only."""
        if not await self.waiting.may_have(member_id):
            return ()
        return await self._database.transact(partial(_take, member_id), alone=member_id)

    async def give_back(self, posts: Iterable[Post]) -> None:
        """Put back what could not be told, for the next answer."""
        await self._database.transact(partial(_note_all, [post.post_id for post in posts]))
        self.waiting.expect()


def put(member_id: int, post_id: int) -> Steps[None]:
    """Keep who planned a post."""
    yield PUT, (member_id, post_id)


def note(post_id: int) -> Steps[None]:
    """Record that whoever planned a post is to be told of its trouble."""
    yield NOTE, (post_id,)


def _take(member_id: int) -> Steps[tuple[Post, ...]]:
    found = yield TROUBLED, (member_id,)
    yield TOLD, (member_id,)
    return tuple(map(rows.post, found))


def _note_all(post_ids: Iterable[int]) -> Steps[None]:
    for post_id in post_ids:
        yield from note(post_id)
