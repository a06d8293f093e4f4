"""Whether an entry of a file is kept already: as typed, as imported, or earlier in the same file.

The model adds up leg days under three hours apart, so one that is there twice counts twice. What
the member typed stays; nothing is overwritten or merged.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, Generic, TypeVar
from zoneinfo import ZoneInfo

from bot.domain.facts.training import LegSession, Run

TYPED_NEAR: Final = timedelta(hours=3)  # typed times are rough
LASTED: Final = timedelta(hours=1)  # a leg day whose minutes nobody told
SAME_DISTANCE: Final = 0.05  # the part by which two watches differ
DAY: Final = timedelta(days=1)

E = TypeVar("E", LegSession, Run)


@dataclass(slots=True)
class Kept(Generic[E]):
    """Entries by the UTC day they ended on."""

    by_day: dict[date, list[E]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, entries: Iterable[E]) -> "Kept[E]":
        """Return some entries by day."""
        kept = cls()
        for entry in entries:
            kept.add(entry)
        return kept

    def add(self, entry: E) -> None:
        """Add an entry."""
        self.by_day[entry.ended_at.date()].append(entry)

    def near(self, at: datetime) -> Iterator[E]:
        """Yield those that ended on a day, the one before or the one after."""
        for day in (at.date() - DAY, at.date(), at.date() + DAY):
            yield from self.by_day.get(day, ())


def session_is_there(
    new: LegSession, kept: Kept[LegSession], zone: ZoneInfo, *, is_timed: bool
) -> bool:
    """Tell whether a leg day is kept; one without a time, whether any of its day is."""
    same_day = _same_day(new, zone)
    return any(
        _is_same(new, each)
        or (same_day(each) and (not is_timed or new.exercises == each.exercises))
        for each in kept.near(new.ended_at)
    )


def run_is_there(new: Run, kept: Kept[Run], zone: ZoneInfo, *, is_timed: bool) -> bool:
    """Tell whether a run is kept; one whose minutes or time are not told, by day and distance."""
    same_day = _same_day(new, zone)
    vague = not is_timed or new.minutes is None
    return any(
        _is_same(new, each)
        or (same_day(each) and (vague or each.minutes is None) and _as_far(new, each))
        for each in kept.near(new.ended_at)
    )


def _is_same(new: E, other: E) -> bool:
    """Tell whether another entry ended nearby as typed, or overlaps by more than half."""
    if other.import_id is None:
        return abs(new.ended_at - other.ended_at) <= TYPED_NEAR
    lasted, other_lasted = _lasted(new), _lasted(other)
    begins = max(new.ended_at - lasted, other.ended_at - other_lasted)
    both = min(new.ended_at, other.ended_at) - begins
    return both > min(lasted, other_lasted) / 2


def _lasted(entry: LegSession | Run) -> timedelta:
    return LASTED if entry.minutes is None else timedelta(minutes=entry.minutes)


def _same_day(new: E, zone: ZoneInfo) -> Callable[[E], bool]:
    day = new.ended_at.astimezone(zone).date()
    return lambda other: other.ended_at.astimezone(zone).date() == day


def _as_far(new: Run, other: Run) -> bool:
    if new.distance_km is None or other.distance_km is None:
        return new.distance_km is other.distance_km
    return abs(new.distance_km - other.distance_km) <= SAME_DISTANCE * new.distance_km
