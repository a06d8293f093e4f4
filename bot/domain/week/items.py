"""When the things of a plan are: the dates and moments of its items, and the limits of a plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zlib import crc32
from zoneinfo import ZoneInfo

from bot.domain.facts.errors import BadInput
from bot.domain.facts.schedule import instant
from bot.domain.facts.snowflakes import made_at
from bot.domain.facts.training import LegSession, RunKind
from bot.domain.facts.week import PlanItem, TrainingPlan

DAY: Final = timedelta(days=1)
WEEK_DAYS: Final = 7
MOST_ITEMS: Final = 16
MOST_LEGS: Final = 6  # leg days a week
MOST_PLANNED_RUNS: Final = 10  # runs a week
ASKED_FOR: Final = timedelta(days=3)  # so long a leg day that was not logged is asked about
HARD_OR_LONG: Final = frozenset(RunKind) - {RunKind.WALK, RunKind.EASY, RunKind.STEADY}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedThing:
    """One planned leg day or run: its local date and its moments."""

    item: PlanItem
    date: date
    start: datetime
    end: datetime

    def __hash__(self) -> int:
        """Return a hash by what tells things apart best: they are looked up thousands of times."""
        return hash((self.start, self.item.item_id))


def thing_at(item: PlanItem, nominal: date, zone: ZoneInfo) -> PlannedThing | None:
    """Return an item on a date; ``None`` where the zone skipped that date."""
    resolved = instant(nominal, item.at, zone)
    if resolved is None:
        return None
    end = resolved.at + timedelta(minutes=item.lasts)
    return PlannedThing(item=item, date=nominal, start=resolved.at, end=end)


def starts_at(day: date, zone: ZoneInfo) -> datetime:
    """Return the first moment of a date, or of the next one that the zone has."""
    while (found := instant(day, time.min, zone)) is None:
        day += DAY
    return found.at


def things_of(
    items: Iterable[PlanItem], zone: ZoneInfo, first: date, days: int
) -> tuple[PlannedThing, ...]:
    """Return all things of so many days from a date on, in order of time."""
    found = (
        thing_at(item, nominal, zone)
        for item in items
        for nominal in (first + DAY * step for step in range(days))
        if item.is_on(nominal)
    )
    things = (thing for thing in found if thing is not None)
    return tuple(sorted(things, key=lambda each: (each.start, each.end, each.item.item_id)))


def checked(items: Sequence[PlanItem]) -> tuple[PlanItem, ...]:
    """Return the items of a plan if they are within its limits; raise otherwise.

    Raises:
        BadInput: ``plan_full``.
    """
    legs = sum(len(item.days) for item in items if item.is_legs)
    runs = sum(len(item.days) for item in items if not item.is_legs)
    if len(items) > MOST_ITEMS or legs > MOST_LEGS or runs > MOST_PLANNED_RUNS:
        raise BadInput("plan_full", items=MOST_ITEMS, legs=MOST_LEGS, runs=MOST_PLANNED_RUNS)
    return tuple(items)


def ahead(items: Iterable[PlanItem], today: date) -> tuple[PlanItem, ...]:
    """Return the items that still come, as a week goes: all but those for a date that is over."""
    coming = (item for item in items if item.once_on is None or item.once_on >= today)
    return tuple(sorted(coming, key=_place))


def _place(item: PlanItem) -> tuple[int, time, int]:
    return min(item.days, default=0), item.at, item.item_id


def entered_at(item: PlanItem) -> datetime:
    """Return when an item was put into the plan: its id is an interaction's, which says so."""
    return made_at(item.item_id)


def edition(items: Iterable[PlanItem]) -> str:
    """Return a short checksum of a plan: a button made for another one is refused."""
    told = sorted(
        (
            item.item_id,
            item.at.isoformat(),
            sorted(item.days),
            item.run or "",
            item.lasts,
            item.effort,
            "" if item.once_on is None else item.once_on.isoformat(),
        )
        for item in items
    )
    return f"{crc32(repr(told).encode()):08x}"


def unlogged(
    plan: TrainingPlan, sessions: Iterable[LegSession], zone: ZoneInfo, now: datetime
) -> PlannedThing | None:
    """Return the last planned leg day that is over and not logged, of the last three days.

    An entry of its date, or of the day before or after, is taken for it. Of a pause none is asked
    about.
    """
    today = now.astimezone(zone).date()
    things = things_of(plan.items, zone, today - ASKED_FOR, ASKED_FOR.days + 1)
    past = [
        each
        for each in things
        if each.item.is_legs
        and now - ASKED_FOR < each.end <= now
        and each.start >= entered_at(each.item)
        and not plan.is_paused(each.date)
    ]
    logged = [each.ended_at.astimezone(zone).date() for each in sessions]
    missing = (each for each in reversed(past) if all(abs(each.date - day) > DAY for day in logged))
    return next(missing, None)
