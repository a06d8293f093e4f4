"""The repository of rolls: opened, answered, folded into numbers.

A press is one transaction. What a message is to show is read from here when an edit leaves, and
``drawn`` records which revision it showed.
"""

from datetime import datetime
from functools import partial

from bot.clock import Clock
from bot.domain.group import rolls as decisions
from bot.domain.group.rolls import (
    A_DAY,
    JUST_LOGGED,
    AskedRoll,
    PressedRoll,
    Roll,
    RollPress,
    RollSheet,
    Said,
)
from bot.store.engine import rows
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Database, Steps
from bot.store.engine.heard import heard
from bot.store.groups import memberships
from bot.store.groups.reading import ROLL, find, roll, sheet

RECENT = ROLL + "WHERE guild_id = $1 AND (opened_at > $2 OR closed_at IS NULL)"

OPEN = """
INSERT INTO rolls (
    roll_id, guild_id, channel_id, kind, asked_by, text, opened_at, closes_at, message_id,
    revision, n_in, n_done, n_rest
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, 0)
ON CONFLICT (roll_id) DO NOTHING
"""

MADE = "UPDATE rolls SET message_id = $2 WHERE roll_id = $1 AND message_id IS NULL"
REMOVE_CARD = "DELETE FROM rolls WHERE asked_by = $1 AND message_id = $2 AND kind = 'card'"
UNDO = "DELETE FROM rolls WHERE roll_id = $1 AND message_id IS NULL AND revision = 0"

PUT_ANSWER = """
INSERT INTO roll_answers (roll_id, member_id, answer, answered_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (roll_id, member_id) DO UPDATE SET
    answer = excluded.answer, answered_at = excluded.answered_at
"""
DROP_ANSWER = "DELETE FROM roll_answers WHERE roll_id = $1 AND member_id = $2"

CHANGED = """
UPDATE rolls SET revision = revision + 1, stale_since = coalesce(stale_since, $2),
    message_id = coalesce(message_id, $3)
WHERE roll_id = $1
"""

LOGS = """
SELECT 1 FROM members WHERE member_id = $1 AND consent_version IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM leg_sessions
    WHERE leg_sessions.member_id = $1 AND leg_sessions.ended_at > $2)
"""

PLANS = "SELECT 1 FROM plan_items WHERE member_id = $1 LIMIT 1"

DRAWN = """
UPDATE rolls SET stale_since = NULL WHERE roll_id = $1 AND revision = $2
"""
OVERTAKEN = """
UPDATE rolls SET stale_since = coalesce(stale_since, $3) WHERE roll_id = $1 AND revision > $2
"""


class Rolls:
    """Messages that name who answered them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def open(self, wish: AskedRoll, said: Said | None = None) -> Roll:
        """Open the roll that a member asks for, with their answer; its message is still to be made.

        Raises:
            LegdayError: it may not be asked here and now.
        """
        return await self._database.transact(
            partial(_open, wish, said, self._clock.now()), alone=wish.guild_id
        )

    async def keep(self, made: Roll) -> None:
        """Keep a roll whose message is there."""
        await self._database.transact(partial(add, made), alone=made.guild_id)

    async def remove_card(self, member_id: int, message_id: int) -> None:
        """Delete a card that its owner has removed."""
        await self._database.execute(REMOVE_CARD, member_id, message_id)

    async def made(self, roll_id: int, message_id: int) -> None:
        """Keep which message a roll is."""
        await self._database.execute(MADE, roll_id, message_id)

    async def undo(self, roll_id: int) -> None:
        """Delete a roll whose message could not be made."""
        await self._database.execute(UNDO, roll_id)

    async def expect(self, press: RollPress) -> PressedRoll:
        """Return what would become of a press now; nothing is kept.

        Raises:
            LegdayError: as ``press``.
        """
        return await self._database.read(partial(_expect, press, self._clock.now()))

    async def press(self, press: RollPress) -> PressedRoll:
        """Set, change or take back an answer.

        Raises:
            LegdayError: no such roll in this channel, it is closed, or group life is off.
        """
        return await self._database.transact(
            partial(_press, press, self._clock.now()), alone=press.guild_id
        )

    async def join(self, guild_id: int, member_id: int, press: RollPress | None) -> bool:
        """Let somebody take part and say what they pressed; tell whether that still counts."""
        now = self._clock.now()
        return await self._database.transact(
            partial(_join, guild_id, member_id, press, now, heard(member_id)), alone=member_id
        )

    async def look(self, roll_id: int) -> RollSheet | None:
        """Return a roll with its answers."""
        return await self._database.read(partial(sheet, roll_id))

    async def look_open(self, press: RollPress) -> RollSheet:
        """Return the open roll that somebody asks about.

        Raises:
            LegdayError: as ``press``.
        """
        return await self._database.read(partial(_look_open, press, self._clock.now()))

    async def drawn(self, roll_id: int, revision: int) -> bool:
        """Record that a message shows this revision; tell whether it is the latest."""
        if await self._database.execute(DRAWN, roll_id, revision):
            return True
        await self.overtaken(roll_id, revision)
        return False

    async def overtaken(self, roll_id: int, revision: int) -> None:
        """Have a message drawn anew that may show an older revision than the latest.

        Another process may have drawn the latest before the older one arrived.
        """
        await self._database.execute(OVERTAKEN, roll_id, revision, seconds(self._clock.now()))


def _open(wish: AskedRoll, said: Said | None, now: datetime) -> Steps[Roll]:
    found = yield rows.GUILD, (wish.guild_id,)
    settings = rows.settings_of(wish.guild_id, found)
    recent = yield RECENT, (wish.guild_id, seconds(now - A_DAY))
    made = decisions.asked(wish, settings, map(roll, recent), now)
    yield from add(made)
    if said is not None:
        yield PUT_ANSWER, (made.roll_id, wish.member_id, said, seconds(now))
    return made


def add(made: Roll) -> Steps[None]:
    """Insert a roll; the same again changes nothing."""
    yield (
        OPEN,
        (
            made.roll_id,
            made.guild_id,
            made.channel_id,
            made.kind,
            made.asked_by,
            made.text,
            seconds(made.opened_at),
            seconds(made.closes_at),
            made.message_id,
        ),
    )


def _expect(press: RollPress, now: datetime) -> Steps[PressedRoll]:
    found = yield from find(press, now)
    joined = bool((yield memberships.HAS, (press.guild_id, press.member_id)))
    unlogged = joined and (yield from _unlogged(press, now))
    return PressedRoll(joined=joined, closes_at=found.closes_at, unlogged=unlogged)


def _press(press: RollPress, now: datetime) -> Steps[PressedRoll]:
    found = yield from find(press, now)
    if not (yield from memberships.seen(press.guild_id, press.member_id, now)):
        return PressedRoll(joined=False, closes_at=found.closes_at)
    yield from _answer(press, now)
    unlogged = yield from _unlogged(press, now)
    plans = press.said is Said.IN and bool((yield PLANS, (press.member_id,)))
    return PressedRoll(joined=True, closes_at=found.closes_at, unlogged=unlogged, plans=plans)


def _unlogged(press: RollPress, now: datetime) -> Steps[bool]:
    """Tell whether somebody says that a leg day is done which they may want to log."""
    if press.said is not Said.DONE:
        return False
    return bool((yield LOGS, (press.member_id, seconds(now - JUST_LOGGED))))


def _answer(press: RollPress, now: datetime) -> Steps[None]:
    """Write an answer and mark the message as stale. Last state wins, by the order of commits."""
    if press.said is None:
        yield DROP_ANSWER, (press.roll_id, press.member_id)
    else:
        yield PUT_ANSWER, (press.roll_id, press.member_id, press.said, seconds(now))
    yield CHANGED, (press.roll_id, seconds(now), press.message_id)


def _join(
    guild_id: int, member_id: int, press: RollPress | None, now: datetime, said: str | None
) -> Steps[bool]:
    yield from memberships.join(guild_id, member_id, now, said)
    if press is None:
        return False
    found = yield from sheet(press.roll_id)
    if found is None or not decisions.is_open(found.roll, now):
        return False
    yield from _answer(press, now)
    return True


def _look_open(press: RollPress, now: datetime) -> Steps[RollSheet]:
    yield from find(press, now)
    found = yield from sheet(press.roll_id)
    if found is None:
        raise RuntimeError("a roll vanished within a snapshot")
    return found
