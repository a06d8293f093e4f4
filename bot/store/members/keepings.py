"""The repository of kept plans: weeks that are closed, and what many members met in one."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Final, TypeVar

from bot.domain.facts.member import Member
from bot.domain.facts.week import KeptWeek
from bot.domain.reading import zones
from bot.domain.week.keeping import due, keeping_of, week_of
from bot.store.engine.database import Database, Steps
from bot.store.members.context import context
from bot.store.plans import weeks

T = TypeVar("T")
Judge = Callable[[Member], tuple[T, tuple[KeptWeek, ...]]]

AT_ONCE: Final = 20  # members a read, and a transaction: nobody waits for a whole server


class Keepings:
    """The repository of kept plans: a week that is shown as over is closed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def close(self, member_id: int, over: Sequence[KeptWeek]) -> None:
        """Close weeks that were shown as over."""
        await self._database.transact(partial(weeks.close, member_id, over), alone=member_id)

    async def met(
        self, member_ids: Sequence[int], guild_id: int, monday: date, *, now: datetime
    ) -> Mapping[int, int]:
        """Return how many planned things each of some members has met in a week, by its Monday.

        Those without a plan, a zone or anything planned in it are left out. Rest that was the
        advice counts like training. Older weeks that are over are closed.
        """
        judge = partial(_met, monday=monday, now=now)
        judged = await self._judged(member_ids, guild_id, now, judge)
        return {member_id: met for member_id, met in judged.items() if met is not None}

    async def streaks(
        self, member_ids: Sequence[int], guild_id: int, *, now: datetime
    ) -> Mapping[int, int]:
        """Return how many weeks running some members kept their plan; closed like all that is told.

        Read and judged like ``met``.
        """
        return await self._judged(member_ids, guild_id, now, partial(_streak, now=now))

    async def _judged(
        self,
        member_ids: Sequence[int],
        guild_id: int,
        now: datetime,
        judge: Judge[T],
    ) -> dict[int, T]:
        """Return what is judged of each of some members; the weeks to close are closed."""
        found: dict[int, T] = {}
        for first in range(0, len(member_ids), AT_ONCE):
            some = member_ids[first : first + AT_ONCE]
            read = await self._database.read(partial(_read, some, guild_id, now))
            judged = await asyncio.to_thread(_each, read, judge)
            found |= {member_id: value for member_id, value, _ in judged}
            new = [(member_id, over) for member_id, _, over in judged if over]
            if new:
                await self._database.transact(partial(_close, new))
        return found


def _each(read: Iterable[Member], judge: Judge[T]) -> list[tuple[int, T, tuple[KeptWeek, ...]]]:
    return [(member.member_id, *judge(member)) for member in read]


def _streak(member: Member, now: datetime) -> tuple[int, tuple[KeptWeek, ...]]:
    """Return a member's present streak, and the weeks to close."""
    kept = keeping_of(member, now)
    return kept.current, kept.weeks[len(member.kept_weeks) :]


def _met(member: Member, monday: date, now: datetime) -> tuple[int | None, tuple[KeptWeek, ...]]:
    """Return how many things a member met in a week, ``None`` for none planned; weeks to close."""
    over = due(member, member.kept_weeks, now)
    kept = next((each for each in member.kept_weeks if each.monday == monday), None)
    if kept is None:
        if member.week.since is None or member.zone is None:
            return None, over
        kept = week_of(member, monday, zones.zone(member.zone), now)
    return kept.met if kept.planned else None, over


def _read(member_ids: Sequence[int], guild_id: int, now: datetime) -> Steps[list[Member]]:
    found = []
    for member_id in member_ids:
        member, _ = yield from context(member_id, guild_id, now)
        found.append(member)
    return found


def _close(closed: Iterable[tuple[int, tuple[KeptWeek, ...]]]) -> Steps[None]:
    for member_id, over in closed:
        yield from weeks.close(member_id, over)
