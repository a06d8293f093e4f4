"""Wall times resolved to UTC: the one rule for gaps, folds and skipped dates.

A wall time that the clock skips is met at the first valid moment after the gap; one that comes
twice is met the first time; a date the zone never had has no moment. Each nominal date is met once:
where a gap ends at midnight the moment bears the next date, the occurrence keeps its own. (RFC 5545
§3.3.5 names the fold's first copy; the libraries' cron triggers each do something else.)

Moments are aware UTC datetimes. Zones are passed in, so that one tz database decides for all.
Nominal dates within a day of ``date.min`` or ``date.max`` may raise ``OverflowError``.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.domain.facts.settings import EVERY_DAY, QuietHours

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


def minutes_of(at: time) -> int:
    """Return a time of day as minutes after midnight."""
    return at.hour * 60 + at.minute


class How(StrEnum):
    """How a wall time was resolved."""

    PLAIN = "plain"
    GAP = "gap"  # skipped by the clock: the first valid moment after it
    FOLD = "fold"  # comes twice: the first copy


@dataclass(frozen=True, slots=True)
class Resolved:
    """A wall time's moment in UTC, and how it was resolved."""

    at: datetime
    how: How


def instant(nominal: date, at: time, zone: ZoneInfo) -> Resolved | None:
    """Resolve ``at`` on ``nominal`` to UTC; ``None`` where the zone skipped that date."""
    resolved = _reach(datetime.combine(nominal, at), zone)
    if resolved.how is How.GAP:
        midnight = _reach(datetime.combine(nominal, time.min), zone)
        if midnight.at.astimezone(zone).date() != nominal:
            return None
    return resolved


def occurrences(
    at: time, days: frozenset[int], zone: ZoneInfo, *, after: datetime
) -> Iterator[tuple[date, Resolved]]:
    """Yield each nominal date with its moment, strictly after ``after``, without end.

    ``days`` are weekdays of the nominal date, 0 = Monday; no day at all yields nothing.
    """
    if not days & EVERY_DAY:
        return
    nominal = after.astimezone(zone).date()
    while True:
        if nominal.weekday() in days:
            resolved = instant(nominal, at, zone)
            if resolved is not None and resolved.at > after:
                yield nominal, resolved
        nominal += DAY


def quiet_until(moment: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime | None:
    """Return the end of the quiet hours that ``moment`` lies in, else ``None``.

    A quiet span runs from the moment of its start to the moment of its end, by the rule above.
    Where the clock is set back over its end, the hour that reads quiet a second time is quiet as
    well: members trust the clock on the wall.
    """
    end = _quiet_end(moment, quiet, zone)
    if end is None and (local := moment.astimezone(zone)).fold:
        first = local.replace(fold=0).astimezone(UTC)
        first_end = _quiet_end(first, quiet, zone)
        end = first_end and first_end + (moment - first)
    return end


def out_of_quiet(moment: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime:
    """Return ``moment``, or the end of the quiet hours it lies in."""
    return quiet_until(moment, quiet, zone) or moment


@lru_cache(maxsize=4_096)  # a day's walls are everyone's: quiet hours, evenings, opening hours
def _reach(wall: datetime, zone: ZoneInfo) -> Resolved:
    """Return the first moment at which clocks in ``zone`` show ``wall`` or later."""
    # PEP 495: in a gap the two folds straddle the change, in a fold they are the two copies.
    low, high = sorted(wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if low == high:
        return Resolved(low, How.PLAIN)
    if _shown(low, zone) == wall:
        return Resolved(low, How.FOLD)
    seconds = range((high - low) // SECOND)  # clocks change at whole ones
    low = low.replace(microsecond=0)
    later = bisect_left(seconds, wall, key=lambda each: _shown(low + each * SECOND, zone))
    return Resolved(low + later * SECOND, How.GAP)


def _shown(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _quiet_end(moment: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime | None:
    if quiet.start == quiet.end:
        return None
    end: datetime | None = None
    # A gap can make one span end where the next begins: they are left together.
    while (later := _span_end(end or moment, quiet, zone)) is not None:
        end = later
    return end


def _span_end(moment: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime | None:
    today = moment.astimezone(zone).date()
    length = DAY if quiet.end < quiet.start else timedelta(0)
    # Yesterday's span reaches into today; tomorrow's has begun where midnight comes twice.
    for nominal in (today - DAY, today, today + DAY):
        start = _reach(datetime.combine(nominal, quiet.start), zone).at
        if start > moment:
            break
        end = _reach(datetime.combine(nominal + length, quiet.end), zone).at
        if moment < end:
            return end
    return None
