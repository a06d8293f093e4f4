"""How many people pressed Done under a server's post; nobody is named.

So that a second press does not count again, a digest of the presser's id is kept, salted anew for
each post, until the count is folded into a number alone. Nothing else is kept of who pressed.
"""

import secrets
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2b
from typing import Final

from bot.clock import Clock
from bot.store.engine import deletions
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Database, Steps

COUNTED_FOR: Final = timedelta(days=2)  # after the first press

# Of the pressed message alone: the id in an action is the client's own word.
POST = """
SELECT reminder_id FROM reminders
WHERE reminder_id = $1 AND message_id = $2 AND post_id IS NOT NULL
"""

# A merged message with members' own reminders has none: its Done is each member's own.
FIRST_OF_DELIVERY = """
SELECT min(reminder_id) AS reminder_id FROM reminders WHERE delivery_id = $1 AND message_id = $2
HAVING count(*) > 0 AND count(member_id) = 0
"""

OPEN = """
INSERT INTO post_counts (reminder_id, salt, presses, since) VALUES ($1, $2, 0, $3)
ON CONFLICT (reminder_id) DO NOTHING
"""
LOOK = "SELECT salt, presses, since FROM post_counts WHERE reminder_id = $1"
ADD = """
INSERT INTO post_presses (reminder_id, digest) VALUES ($1, $2)
ON CONFLICT (reminder_id, digest) DO NOTHING RETURNING reminder_id
"""
RAISE = "UPDATE post_counts SET presses = presses + 1 WHERE reminder_id = $1 RETURNING presses"

FOLD = "UPDATE post_counts SET salt = NULL WHERE salt IS NOT NULL AND since <= $1"
DROP_FOLDED = """
DELETE FROM post_presses WHERE reminder_id IN (
    SELECT reminder_id FROM post_counts WHERE salt IS NULL)
"""

SALTS = "SELECT reminder_id, salt FROM post_counts WHERE salt IS NOT NULL"
DROP = "DELETE FROM post_presses WHERE reminder_id = $1 AND digest = $2"


class PostCounts:
    """The counts of posts' Done."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def press(
        self, of: int, message_id: int, presser_id: int, *, merged: bool = False
    ) -> int | None:
        """Count a press once a person, and return how many there are.

        ``of`` is the post's reminder, or the delivery of a ``merged`` message. Nothing is counted
        (``None``) where there is no such post, it is an old one, or for members' reminders.
        """
        sql, now = FIRST_OF_DELIVERY if merged else POST, self._clock.now()
        return await self._database.transact(
            partial(_press, sql, (of, message_id), presser_id, now)
        )

    async def fold(self) -> None:
        """Delete the digests of old posts' pressers; the numbers stay with the posts."""
        await self._database.transact(partial(_fold, self._clock.now() - COUNTED_FOR))


def forget(presser_id: int) -> Steps[None]:
    """Delete the digests of somebody; the numbers name nobody and stay."""
    for row in (yield SALTS, ()):
        yield DROP, (row["reminder_id"], deletions.digest(presser_id, row["salt"]))


def _press(sql: str, message: tuple[int, int], presser_id: int, now: datetime) -> Steps[int | None]:
    found = yield sql, message
    if not found:
        return None
    reminder_id = found[0]["reminder_id"]
    yield OPEN, (reminder_id, secrets.token_hex(blake2b.SALT_SIZE), seconds(now))
    count = (yield LOOK, (reminder_id,))[0]
    if count["salt"] is None or count["since"] <= seconds(now - COUNTED_FOR):
        return None
    if not (yield ADD, (reminder_id, deletions.digest(presser_id, count["salt"]))):
        return int(count["presses"])
    return int((yield RAISE, (reminder_id,))[0]["presses"])


def _fold(until: datetime) -> Steps[None]:
    yield FOLD, (seconds(until),)
    yield DROP_FOLDED, ()
