"""What would mend a week: one change that opens the runs that leg days close."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.facts.week import LegEffort
from bot.domain.week.items import DAY, WEEK_DAYS, PlannedThing, thing_at
from bot.domain.week.judging import Judge
from bot.domain.week.looking import SPOILED, LookedRun, RunMark, is_crowded
from bot.domain.week.slots import HALF_HOUR, WeekThings, Wishes, moved_to, overlaps, within_evening

LIGHTER: Final = {
    LegEffort.HARD: (LegEffort.ORDINARY, LegEffort.LIGHT),
    LegEffort.ORDINARY: (LegEffort.LIGHT,),
    LegEffort.LIGHT: (),
}
MOST_MENDED: Final = 3  # runs that a mend is looked for


class Remedy(StrEnum):
    """The kinds of change, in the order they are tried."""

    LIGHTER = "lighter"
    EARLIER = "earlier"
    OTHER_DAY = "other_day"
    RUN_OTHER_DAY = "run_other_day"
    FULL = "full"  # none: the week is full


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """A change of one thing and the run it opens; without ``old`` and ``new`` nothing helps."""

    run: PlannedThing
    how: Remedy
    old: PlannedThing | None = None  # the leg day (or run) as planned
    new: PlannedThing | None = None  # as it would be
    fatigue: float = 0.0  # the run's R then
    opens_all: bool = False  # no other is closed then


@dataclass(frozen=True, slots=True)
class _Try:
    how: Remedy
    old: PlannedThing
    new: PlannedThing


def mends(
    judge: Judge, week: WeekThings, looked: Sequence[LookedRun], wishes: Wishes
) -> tuple[Mend, ...]:
    """Return the one change that makes all runs fit, else one for each run that does not."""
    closed = [each for each in looked if each.mark in SPOILED][:MOST_MENDED]
    each_first = []
    for run in closed:
        first = None
        for tried in _tries(judge, week, run, wishes):
            mend = _mend(judge, week, run, tried, looked)
            if mend is not None and mend.opens_all:
                return (mend,)
            first = first or mend
        each_first.append(first or Mend(run=run.run, how=Remedy.FULL))
    return tuple(each_first)


def _mend(
    judge: Judge, week: WeekThings, run: LookedRun, tried: _Try, looked: Sequence[LookedRun]
) -> Mend | None:
    """Return a change as a mend, if it opens its run and closes no other that was open."""
    legs, runs = (_changed(each, tried.old, tried.new) for each in (week.legs, week.runs))
    target = tried.new if tried.how is Remedy.RUN_OTHER_DAY else run.run
    after = judge.look(target, legs, runs)
    if after.mark is not RunMark.FITS:
        return None
    others = [each for each in looked if each.run is not run.run]
    then = [judge.look(each.run, legs, runs) for each in others]
    if any(new.mark > old.mark for new, old in zip(then, others, strict=True)):
        return None
    return Mend(
        run=run.run,
        how=tried.how,
        old=tried.old,
        new=tried.new,
        fatigue=after.fatigue,
        opens_all=all(each.mark in {RunMark.FITS, RunMark.BESIDES} for each in then),
    )


def _tries(judge: Judge, week: WeekThings, run: LookedRun, wishes: Wishes) -> Iterator[_Try]:
    legs = run.blamed
    if legs is None:
        return
    for effort in LIGHTER[legs.item.effort]:
        lighter = replace(legs, item=replace(legs.item, effort=effort))
        yield _Try(Remedy.LIGHTER, legs, lighter)
    if (earlier := _earlier(judge, week, run, legs, wishes)) is not None:
        yield _Try(Remedy.EARLIER, legs, earlier)
    for other in _other_days(judge.now, week, legs):
        free = within_evening(other, wishes, week.zone) and not overlaps(other, week.runs)
        if free and not _crowds(week, legs, other):
            yield _Try(Remedy.OTHER_DAY, legs, other)
    for other in _other_days(judge.now, week, run.run):
        if not overlaps(other, (*week.legs, *week.runs)):
            yield _Try(Remedy.RUN_OTHER_DAY, run.run, other)


def _crowds(week: WeekThings, old: PlannedThing, new: PlannedThing) -> bool:
    """Tell whether a leg day would come close to another by moving."""
    others = [each for each in week.legs if each != old]
    return any(is_crowded(*sorted((new, each), key=lambda one: one.start)) for each in others)


def _earlier(
    judge: Judge, week: WeekThings, run: LookedRun, legs: PlannedThing, wishes: Wishes
) -> PlannedThing | None:
    """Return a leg day on its date as late as opens the run, to the half hour."""
    local = legs.start.astimezone(week.zone)
    wake = timedelta(hours=wishes.wake.hour, minutes=wishes.wake.minute)
    asleep = timedelta(hours=local.hour, minutes=local.minute) - wake
    earliest, latest = 1, int(asleep / HALF_HOUR)  # steps back
    opens = None
    while earliest <= latest:
        steps = (earliest + latest) // 2
        at = (local - steps * HALF_HOUR).time().replace(fold=0)
        new = thing_at(replace(legs.item, at=at), legs.date, week.zone)
        moved = () if new is None else _changed(week.legs, legs, new)
        if moved and judge.look(run.run, moved, week.runs).mark is RunMark.FITS:
            opens, latest = new, steps - 1
        else:
            earliest = steps + 1
    if opens is None or opens.start <= judge.now or overlaps(opens, week.runs):
        return None
    return opens


def _other_days(now: datetime, week: WeekThings, thing: PlannedThing) -> Iterator[PlannedThing]:
    """Yield a thing on the other days of the week at its hour, the nearest day first."""
    days = [week.first + step * DAY for step in range(WEEK_DAYS)]
    for day in sorted(days, key=lambda each: (abs(each - thing.date), each)):
        if day == thing.date:
            continue
        other = moved_to(thing.item, day, thing.item.at, week.zone)
        if other is not None and other.start > now:
            yield other


def _changed(
    things: Sequence[PlannedThing], old: PlannedThing, new: PlannedThing
) -> tuple[PlannedThing, ...]:
    changed = (new if each == old else each for each in things)
    return tuple(sorted(changed, key=lambda each: each.start))
