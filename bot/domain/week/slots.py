"""The weeks of slots that leg days may have: their usual hour, or well after a hard or long run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import combinations, islice, pairwise
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.facts.settings import Leaning, Profile
from bot.domain.facts.week import PlanItem
from bot.domain.week.items import DAY, HARD_OR_LONG, WEEK_DAYS, PlannedThing, thing_at
from bot.domain.week.looking import HOUR, TIRED_HOURS

USUAL_HOUR: Final = time(18)
USUAL_WAKE: Final = time(6)
NOON: Final = time(12)
HALF_HOUR: Final = timedelta(minutes=30)
APART_HOURS: Final = 45.0  # between the leg days of a placement, around the week
MOST_WEEKS: Final = 64  # weeks of slots that are tried
MOST_COMBINED: Final = 256  # combinations of slots that are looked through for them
MOST_CLOSE: Final = 12  # where no leg days lie far enough apart
AFTER_DAYS: Final = 3  # after the week in which its leg days are still felt


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The leg days wanted: their usual hour, the waking hours they lie in, what comes first."""

    usual: time
    wake: time
    evening: time | None  # the local time by which they are over; ``None`` for midnight
    legs_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekThings:
    """What is planned from now on: leg days and runs, before, in and after the week looked at."""

    first: date
    zone: ZoneInfo
    legs: tuple[PlannedThing, ...]
    runs: tuple[PlannedThing, ...]

    def in_week(self, things: Sequence[PlannedThing]) -> tuple[PlannedThing, ...]:
        """Return those of the week itself."""
        return tuple(each for each in things if self.first <= each.date < self.last)

    @property
    def last(self) -> date:
        """The day after the week."""
        return self.first + WEEK_DAYS * DAY

    def with_legs(self, legs: Sequence[PlannedThing]) -> tuple[PlannedThing, ...]:
        """Return all leg days with those of the week in the place of the planned ones."""
        before = (each for each in self.legs if each.date < self.first)
        again = (self._again(each) for each in legs)
        after = (each for each in again if each is not None and each.date < self._felt_until)
        return (*before, *legs, *sorted(after, key=lambda each: each.start))

    @property
    def _felt_until(self) -> date:
        return self.last + AFTER_DAYS * DAY

    def _again(self, legs: PlannedThing) -> PlannedThing | None:
        """Return a leg day's next one, a week later."""
        if legs.item.once_on is not None:
            return None
        return thing_at(legs.item, legs.date + WEEK_DAYS * DAY, self.zone)


def wishes_of(items: Sequence[PlanItem], profile: Profile) -> Wishes:
    """Return how somebody's leg days are, by their plan and profile."""
    legs = [item.at for item in items if item.is_legs for _ in item.days]
    usual = max(sorted(set(legs)), key=legs.count, default=USUAL_HOUR)
    late = profile.quiet.start
    evening = late if late >= NOON and profile.quiet.start != profile.quiet.end else None
    return Wishes(
        usual=usual,
        wake=profile.wake or USUAL_WAKE,
        evening=evening,
        legs_first=profile.leaning is Leaning.LIFTER,
    )


def weeks_of_slots(
    week: WeekThings, now: datetime, likes: Sequence[PlanItem], wishes: Wishes
) -> list[tuple[PlannedThing, ...]]:
    """Return weeks with as many leg days as ``likes``, which say how long and hard each is.

    Those far enough apart, around the week; where there is none, any.
    """
    slots = sorted(dict.fromkeys(_slots(week, now, likes[0], wishes)), key=lambda each: each.start)
    chosen = combinations(slots, len(likes))
    filled = (_filled(each, likes, week.zone) for each in islice(chosen, MOST_COMBINED))
    weeks = [one for one in filled if one is not None]
    apart = [one for one in weeks if _apart(one)]
    return apart[:MOST_WEEKS] or weeks[:MOST_CLOSE]


def _slots(
    week: WeekThings, now: datetime, like: PlanItem, wishes: Wishes
) -> Iterator[PlannedThing]:
    for step in range(WEEK_DAYS):
        slot = _slot(week, week.first + step * DAY, like, wishes)
        if slot is not None and slot.start > now and not overlaps(slot, week.runs):
            yield slot


def _slot(week: WeekThings, day: date, like: PlanItem, wishes: Wishes) -> PlannedThing | None:
    """Return a day's slot: the usual hour, or well after a hard or long run of that day."""
    hard = [run for run in week.runs if run.date == day and run.item.run in HARD_OR_LONG]
    if not hard:
        return moved_to(like, day, wishes.usual, week.zone)
    over = max(run.end for run in hard)
    for after in (over + TIRED_HOURS * HOUR, over):
        local = _half_hour_from(after).astimezone(week.zone)
        slot = moved_to(like, day, local.time(), week.zone) if local.date() == day else None
        if slot is not None and within_evening(slot, wishes, week.zone):
            return slot
    return None


def within_evening(slot: PlannedThing, wishes: Wishes, zone: ZoneInfo) -> bool:
    """Tell whether a leg day is over in the evening of its day."""
    end = slot.end.astimezone(zone)
    return end.date() == slot.date and (wishes.evening is None or end.time() <= wishes.evening)


def overlaps(slot: PlannedThing, others: Sequence[PlannedThing]) -> bool:
    """Tell whether something else is planned at the same time."""
    return any(slot.start < each.end and each.start < slot.end for each in others)


def moved_to(item: PlanItem, day: date, at: time, zone: ZoneInfo) -> PlannedThing | None:
    """Return a thing like an item on another day or at another hour."""
    once = None if item.once_on is None else day
    days = frozenset({day.weekday()})
    return thing_at(replace(item, at=at, days=days, once_on=once), day, zone)


def _filled(
    slots: Sequence[PlannedThing], likes: Sequence[PlanItem], zone: ZoneInfo
) -> tuple[PlannedThing, ...] | None:
    """Return the slots with each leg day's length and effort, in the order they are planned in."""
    filled = (
        moved_to(like, slot.date, slot.item.at, zone)
        for slot, like in zip(slots, likes, strict=True)
    )
    found = tuple(each for each in filled if each is not None)
    return found if len(found) == len(slots) else None


def _apart(legs: Sequence[PlannedThing]) -> bool:
    gaps = [(second.start - first.end) / HOUR for first, second in pairwise(legs)]
    around = legs[0].start + WEEK_DAYS * DAY - legs[-1].end
    return all(gap >= APART_HOURS for gap in (*gaps, around / HOUR))


def _half_hour_from(moment: datetime) -> datetime:
    """Return the moment, or the next half hour."""
    past = timedelta(minutes=moment.minute % 30, seconds=moment.second)
    return moment if not past else moment - past + HALF_HOUR
