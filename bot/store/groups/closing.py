"""Closing rolls: the names are folded into numbers, the answers deleted."""

from datetime import datetime
from functools import partial

from bot.clock import Clock
from bot.domain.group.rolls import ROLLS_KEPT
from bot.store.engine.conversions import maybe, moment, seconds
from bot.store.engine.database import Database, Steps

Stale = tuple[int, int, int | None]  # a roll, its channel, its message

AT_ONCE = 50  # rolls folded in a transaction: some milliseconds

DUE = """
SELECT roll_id FROM rolls WHERE closed_at IS NULL AND closes_at <= $1 ORDER BY closes_at LIMIT $2
"""
OPEN_IN = "SELECT roll_id FROM rolls WHERE guild_id = $1 AND closed_at IS NULL"

COUNT = """
UPDATE rolls SET closed_at = $2, revision = revision + 1,
    text = CASE WHEN kind = 'roll_call' THEN '' ELSE text END,
    stale_since = coalesce(stale_since, $2),
    n_in = (SELECT count(*) FROM roll_answers
        WHERE roll_answers.roll_id = rolls.roll_id AND answer IN ('in', 'cheer', 'up')),
    n_done = (SELECT count(*) FROM roll_answers
        WHERE roll_answers.roll_id = rolls.roll_id AND answer = 'done'),
    n_rest = (SELECT count(*) FROM roll_answers
        WHERE roll_answers.roll_id = rolls.roll_id AND answer = 'rest')
WHERE roll_id = $1 AND closed_at IS NULL
"""
DROP = "DELETE FROM roll_answers WHERE roll_id = $1"
UNSHOWN = "UPDATE rolls SET stale_since = NULL WHERE roll_id = $1"

STALE = """
SELECT roll_id, channel_id, message_id FROM rolls WHERE stale_since IS NOT NULL
ORDER BY stale_since
"""
NEXT_CLOSE = "SELECT min(closes_at) AS closes_at FROM rolls WHERE closed_at IS NULL"

OVERDUE = """
SELECT count(*) AS overdue FROM rolls
WHERE stale_since < $1 OR (closed_at IS NULL AND closes_at < $1)
"""

FORGET_GUILD = "DELETE FROM rolls WHERE guild_id = $1"
PURGE = "DELETE FROM rolls WHERE closed_at < $1"


class RollClosing:
    """Closes rolls when their time is over, or their message is gone."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def round(self) -> tuple[list[Stale], datetime | None]:
        """Close the rolls whose time is over; return those to be drawn, and when the next closes.

        Where more are due than one transaction takes, the next closes now.
        """
        return await self._database.transact(partial(_round, self._clock.now()))

    async def give_up(self, roll_id: int) -> None:
        """Close a roll whose message cannot be edited any more, without an edit."""
        await self._database.transact(partial(_give_up, roll_id, self._clock.now()))

    async def overdue(self, since: datetime) -> int:
        """Return how many rolls were to be drawn, or closed, before a moment, and were not."""
        (row,) = await self._database.fetch(OVERDUE, seconds(since))
        return int(row["overdue"])

    async def purge(self) -> None:
        """Delete the numbers of rolls that were closed long ago."""
        await self._database.execute(PURGE, seconds(self._clock.now() - ROLLS_KEPT))


def fold(roll_id: int, now: datetime) -> Steps[None]:
    """Close a roll: count its answers, and delete them."""
    yield COUNT, (roll_id, seconds(now))
    yield DROP, (roll_id,)


def close_all(guild_id: int, now: datetime) -> Steps[None]:
    """Close all that is open in a server."""
    for row in (yield OPEN_IN, (guild_id,)):
        yield from fold(row["roll_id"], now)


def _round(now: datetime) -> Steps[tuple[list[Stale], datetime | None]]:
    for row in (yield DUE, (seconds(now), AT_ONCE)):
        yield from fold(row["roll_id"], now)
    stale = yield STALE, ()
    following = (yield NEXT_CLOSE, ())[0]["closes_at"]
    return (
        [(row["roll_id"], row["channel_id"], row["message_id"]) for row in stale],
        maybe(moment, following),
    )


def _give_up(roll_id: int, now: datetime) -> Steps[None]:
    yield from fold(roll_id, now)
    yield UNSHOWN, (roll_id,)
