"""The best days for leg days: every week of slots that may do, by what it would spoil."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Final

from bot.domain.facts.training import RunKind
from bot.domain.facts.week import PlanItem
from bot.domain.recovery.answer import Reply
from bot.domain.recovery.parameters import RUN_LIMITS
from bot.domain.week.items import PlannedThing
from bot.domain.week.judging import Judge
from bot.domain.week.looking import SPOILED, LookedRun, is_crowded, is_tired
from bot.domain.week.slots import WeekThings, Wishes, weeks_of_slots

MOST_OFFERED: Final = 2
WEIGHTS: Final = {
    RunKind.RACE: 8,
    RunKind.LONG: 5,
    RunKind.STEADY: 2,
    RunKind.EASY: 1,
    RunKind.WALK: 1,
}
HARD_WEIGHT: Final = 4  # of every other kind

REPLIES: Final = {Reply.YES: 0, Reply.CHANGED: 1, Reply.NO: 2}

Cost = tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A week of leg days that is better than the planned one, and the runs it still spoils."""

    legs: tuple[PlannedThing, ...]
    spoiled: tuple[LookedRun, ...]


def placements(judge: Judge, week: WeekThings, wishes: Wishes) -> tuple[Placement, ...]:
    """Return the weeks of leg days that cost less than the planned one, best first."""
    planned = [each for each in week.in_week(week.legs) if each.start > judge.now]
    likes = [each.item for each in planned] or [
        PlanItem(item_id=0, at=wishes.usual, days=frozenset())
    ]
    held = [each for each in week.in_week(week.legs) if each.start <= judge.now]
    now_cost = cost(judge, week, (*held, *planned), wishes) if planned else None
    starts = {each.start for each in planned}
    found: list[tuple[Cost, tuple[PlannedThing, ...]]] = []
    most = inf if now_cost is None or wishes.legs_first else now_cost[0]
    for slots in weeks_of_slots(week, judge.now, likes, wishes):
        legs = tuple(sorted((*held, *slots), key=lambda each: each.start))
        moved = sum(each.start not in starts for each in slots)
        price = cost(judge, week, legs, wishes, moved=moved, most=most)
        if now_cost is None or price < now_cost:
            found.append((price, slots))
            if len(found) >= MOST_OFFERED and not wishes.legs_first:
                most = min(most, sorted(price[0] for price, _ in found)[MOST_OFFERED - 1])
    best = sorted(found, key=lambda each: (each[0], [one.start for one in each[1]]))
    return tuple(
        Placement(legs=slots, spoiled=tuple(_spoiled(judge, week, (*held, *slots))))
        for _, slots in best[:MOST_OFFERED]
    )


def cost(
    judge: Judge,
    week: WeekThings,
    legs: Sequence[PlannedThing],
    wishes: Wishes,
    *,
    moved: int = 0,
    most: float = inf,
) -> Cost:
    """Return what a week of leg days costs: what it spoils first, how near to it last.

    One that spoils more than ``most`` costs anything: it is looked at no further.
    """
    around = week.with_legs(legs)
    spoiled, near = 0, 0.0
    for run in week.runs:
        if run.date >= week.first:
            reply, fatigue = judge.spoiled(run, around, week.runs)
            kind = run.item.run or RunKind.EASY
            spoiled += REPLIES[reply] * WEIGHTS.get(kind, HARD_WEIGHT)
            near = max(near, fatigue / RUN_LIMITS.get(kind, inf))
        if spoiled > most:
            return (inf,)
    crowded = sum(is_crowded(one, other) for one, other in pairwise(around))
    tired = sum(is_tired(each, week.runs) for each in legs)
    if wishes.legs_first:
        return (crowded, tired, spoiled, moved, near)
    return (spoiled, crowded, tired, moved, near)


def _spoiled(judge: Judge, week: WeekThings, legs: Sequence[PlannedThing]) -> Iterator[LookedRun]:
    """Yield the runs that leg days spoil in the week or right after it, each at its worst."""
    around = week.with_legs(legs)
    worst: dict[PlanItem, LookedRun] = {}
    for run in week.runs:
        if run.date >= week.first:
            looked = judge.look(run, around, week.runs)
            before = worst.get(run.item)
            if looked.mark in SPOILED and (before is None or looked.mark > before.mark):
                worst[run.item] = looked
    yield from worst.values()
