"""Conversions between columns and plain values, the same for every engine."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import TypeVar

V = TypeVar("V")
T = TypeVar("T")


def maybe(make: Callable[[V], T], value: V | None) -> T | None:
    """Return ``make(value)``, ``None`` for ``None``."""
    return None if value is None else make(value)


def seconds(at: datetime) -> int:
    """Return a moment as whole epoch seconds."""
    return int(at.timestamp())


def moment(epoch: int) -> datetime:
    """Return epoch seconds as an aware moment in UTC."""
    return datetime.fromtimestamp(epoch, UTC)


def minute(at: time) -> int:
    """Return a time of day as minutes after midnight."""
    return at.hour * 60 + at.minute


def time_of_day(minutes: int) -> time:
    """Return minutes after midnight as a time of day."""
    return time(minutes // 60, minutes % 60)


def mask(days: frozenset[int]) -> int:
    """Return weekdays (0 = Monday) as a bit mask."""
    return sum(1 << day for day in days)


def weekdays(days: int) -> frozenset[int]:
    """Return a bit mask as weekdays."""
    return frozenset(day for day in range(7) if days >> day & 1)
