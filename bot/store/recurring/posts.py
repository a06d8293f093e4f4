"""Servers' scheduled posts: an active post has exactly one open occurrence ahead.

One that an admin has sent at once (``bot.store.servers.first_posts``) may stand beside it.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.settings import MAX_POSTS, Post
from bot.store.engine import rows
from bot.store.engine.conversions import minute, moment, seconds, time_of_day
from bot.store.engine.database import Database, Many, Row, Steps, Value
from bot.store.engine.paging import PAGE, pages

COUNT = "SELECT count(*) AS posts FROM posts WHERE guild_id = $1 AND post_id <> $2"

ADD = """
INSERT INTO posts (
    guild_id, post_id, channel_id, kind, at_minute, zone, days, text, role_id, paused, broken,
    spread, follows, unpinged
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
ON CONFLICT (post_id) DO NOTHING
RETURNING post_id
"""

CHANGE = """
UPDATE posts SET channel_id = $3, kind = $4, at_minute = $5, zone = $6, days = $7, text = $8,
    role_id = $9, paused = $10, broken = $11, spread = $12, follows = $13,
    unpinged = $14
WHERE guild_id = $1 AND post_id = $2
RETURNING post_id
"""

REMOVE = "DELETE FROM posts WHERE guild_id = $1 AND post_id = $2 RETURNING post_id"

POST = """
SELECT guild_id, post_id, channel_id, kind, at_minute, zone, days, text, role_id, paused, broken,
    spread, follows, unpinged
FROM posts
"""
LIST = POST + "WHERE guild_id = $1 ORDER BY at_minute, post_id"
BY_ID = POST + "WHERE post_id = $1"

WITHOUT_NEXT = """
WHERE paused = 0 AND broken IS NULL AND NOT EXISTS (
    SELECT 1 FROM reminders WHERE reminders.post_id = posts.post_id AND reminders.state = 'open')
    AND (guild_id, post_id) > ($1, $2)
ORDER BY guild_id, post_id LIMIT $3
"""
STRANDED = POST + WITHOUT_NEXT

# Waiting for its moment: tried ones keep the moment they were tried for.
WAITING = """
SELECT posts.guild_id, posts.post_id, posts.channel_id, posts.kind, posts.at_minute, posts.zone,
    posts.days, posts.text, posts.role_id, posts.paused, posts.broken, posts.spread,
    posts.follows, posts.unpinged,
    reminders.nominal_date, reminders.nominal_minute, reminders.due_at, reminders.stale_at,
    reminders.reminder_id
FROM posts JOIN reminders ON reminders.post_id = posts.post_id
WHERE reminders.state = 'open' AND reminders.attempts = 0
    AND reminders.nominal_minute = posts.at_minute AND reminders.reminder_id > $1
ORDER BY reminders.reminder_id LIMIT $2
"""

MOVE = """
UPDATE reminders SET due_at = $4, wake_at = $4, stale_at = $5
WHERE post_id = $1 AND nominal_date = $2 AND nominal_minute = $3 AND state = 'open'
    AND attempts = 0
"""

# What is due already is on its way, and what is claimed may be out: they stay, as the post is now.
DROP_AHEAD = """
DELETE FROM reminders WHERE state = 'open' AND claimed_at IS NULL AND due_at > $3 AND post_id IN (
    SELECT post_id FROM posts WHERE guild_id = $1 AND post_id = $2)
"""

# Of the same date, and at another time than the one that takes its place.
DROP_REPLACED = """
DELETE FROM reminders WHERE post_id = $1 AND state = 'open' AND claimed_at IS NULL
    AND nominal_date = $2 AND nominal_minute <> $3
"""

DROP_OPEN = """
DELETE FROM reminders WHERE state = 'open' AND claimed_at IS NULL AND post_id IN (
    SELECT post_id FROM posts WHERE guild_id = $1 AND post_id = $2)
"""

CANCEL_CLAIMED = """
UPDATE reminders SET state = 'cancelled', reason = 'post_removed'
WHERE post_id = $1 AND state = 'open'
"""

PUT_OCCURRENCE = """
INSERT INTO reminders (
    post_id, kind, nominal_date, nominal_minute, due_at, stale_at, where_to, state, wake_at,
    attempts
)
SELECT post_id, kind, $3, $4, $5, $6, 'channel', 'open', $5, 0
FROM posts WHERE guild_id = $1 AND post_id = $2 AND paused = 0 AND broken IS NULL
ON CONFLICT (post_id, nominal_date, nominal_minute) WHERE post_id IS NOT NULL DO UPDATE SET
    due_at = excluded.due_at, stale_at = excluded.stale_at, wake_at = excluded.wake_at,
    reason = NULL
WHERE reminders.claimed_at IS NULL AND reminders.state = 'open'
RETURNING reminder_id
"""

# Not when the post was changed meanwhile: then what comes next is planned already, or nothing is.
ADD_NEXT = """
INSERT INTO reminders (
    post_id, kind, nominal_date, nominal_minute, due_at, stale_at, where_to, state, wake_at,
    attempts
)
SELECT post_id, kind, $2, $3, $4, $5, 'channel', 'open', $4, 0
FROM posts WHERE post_id = $1 AND paused = 0 AND broken IS NULL AND NOT EXISTS (
    SELECT 1 FROM reminders WHERE reminders.post_id = $1 AND reminders.state = 'open')
ON CONFLICT (post_id, nominal_date, nominal_minute) WHERE post_id IS NOT NULL DO NOTHING
"""

ADD_MISSED = """
INSERT INTO reminders (
    post_id, kind, nominal_date, nominal_minute, due_at, stale_at, where_to, state, reason, wake_at,
    attempts
)
SELECT post_id, kind, $2, $3, $4, $5, 'channel', 'skipped', 'stale', $4, 0
FROM posts WHERE post_id = $1
ON CONFLICT (post_id, nominal_date, nominal_minute) WHERE post_id IS NOT NULL DO NOTHING
"""

BREAK = "UPDATE posts SET broken = $2 WHERE post_id = $1 RETURNING guild_id"


class Posts:
    """The repository of servers' posts; every row is read by the server's id as well (R29)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def stranded(self) -> tuple[Post, ...]:
        """Return active posts of any server without a planned occurrence."""
        found = pages(self._database, STRANDED, key=("guild_id", "post_id"))
        return tuple([rows.post(row) async for page in found for row in page])

    async def waiting(self) -> tuple[tuple[Post, NewOccurrence], ...]:
        """Return every server's posts with their open occurrence, where no send was tried."""
        found = pages(self._database, WAITING, key=("reminder_id",))
        return tuple([(rows.post(row), occurrence(row)) async for page in found for row in page])

    async def move(self, occurrences: Sequence[NewOccurrence]) -> None:
        """Change the moments of open occurrences; their identity stays (R15)."""
        for first in range(0, len(occurrences), PAGE):
            some = occurrences[first : first + PAGE]
            await self._database.transact(partial(move, some))


def add(post: Post, first: Sequence[NewOccurrence], now: datetime) -> Steps[bool]:
    """Insert a post and its first occurrence; the same post again changes nothing.

    Returns ``False`` when the server has ``MAX_POSTS`` others.
    """
    others = (yield COUNT, (post.guild_id, post.post_id))[0]["posts"]
    if others >= MAX_POSTS:
        return False
    if (yield ADD, rows.post_values(post)):
        yield from put_next(post.guild_id, post.post_id, first, now)
    return True


def update(post: Post, following: Sequence[NewOccurrence], now: datetime) -> Steps[bool]:
    """Update a post and replace its open occurrence (R15).

    Of those ``following``, in order, the first that was not sent yet is planned; none of a post
    that is paused or broken. Returns whether the server still has the post.
    """
    if not (yield CHANGE, rows.post_values(post)):
        return False
    yield from put_next(post.guild_id, post.post_id, following, now)
    return True


def move(occurrences: Sequence[NewOccurrence]) -> Steps[None]:
    """Update the moments of open occurrences."""
    yield Many(MOVE, [occurrence_values(one) for one in occurrences])


def remove(guild_id: int, post_id: int) -> Steps[bool]:
    """Delete a post and its open occurrence; one in flight is cancelled."""
    yield DROP_OPEN, (guild_id, post_id)
    if not (yield REMOVE, (guild_id, post_id)):
        return False
    yield CANCEL_CLAIMED, (post_id,)
    return True


def put_next(
    guild_id: int, post_id: int, candidates: Sequence[NewOccurrence], now: datetime
) -> Steps[bool]:
    """Replace a post's open occurrence by the first candidate not sent or claimed before.

    What is due and waits to be sent goes on waiting, unless the candidate is of its date.
    """
    yield DROP_AHEAD, (guild_id, post_id, seconds(now))
    for occurrence in candidates:
        if (yield PUT_OCCURRENCE, (guild_id, *occurrence_values(occurrence))):
            yield DROP_REPLACED, occurrence_values(occurrence)[:3]
            return True
    return False


def go_on(following: NewOccurrence | None, missed: Sequence[NewOccurrence]) -> Steps[None]:
    """Insert the occurrence after a closed one, and the missed ones as skipped (R4, R10)."""
    for occurrence in missed:
        yield ADD_MISSED, occurrence_values(occurrence)
    if following is not None:
        yield ADD_NEXT, occurrence_values(following)


def disable(post_id: int, reason: str, now: datetime) -> Steps[None]:
    """Disable a post until it is mended, and cancel its open occurrence."""
    for post in (yield BREAK, (post_id, reason)):
        yield DROP_AHEAD, (post["guild_id"], post_id, seconds(now))


def occurrence_values(occurrence: NewOccurrence) -> tuple[Value, ...]:
    """Return the parameters of the statements about an occurrence of a post or rule."""
    return (
        occurrence.of,
        occurrence.nominal_date.isoformat(),
        minute(occurrence.nominal_time),
        seconds(occurrence.due_at),
        seconds(occurrence.stale_at),
    )


def occurrence(row: Row) -> NewOccurrence:
    """Return the occurrence of a post from its reminder's row."""
    return NewOccurrence(
        of=row["post_id"],
        nominal_date=date.fromisoformat(row["nominal_date"]),
        nominal_time=time_of_day(row["nominal_minute"]),
        due_at=moment(row["due_at"]),
        stale_at=moment(row["stale_at"]),
    )
