"""``python -m bot schedule``: when a daily time comes in a zone, and why.

One line for each nominal date: the date, the moment in UTC and as the zone's clocks show it, and
how it came about. It is the code that plans reminders (``bot.domain.facts.schedule``), not another
one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.facts.errors import BadInput
from bot.domain.facts.schedule import How, Resolved, instant
from bot.domain.facts.settings import EVERY_DAY
from bot.domain.reading import zones
from bot.domain.reading.clock_times import read_clock
from bot.domain.reading.weekdays import read_days

DAY = timedelta(days=1)
FIRST, LAST = date(1900, 1, 1), date(2200, 12, 31)
WHY = {
    How.PLAIN: "plain",
    How.GAP: "gap: the clocks skip it, so the first valid moment after",
    How.FOLD: "fold: it comes twice, so the first time",
}
NONE = "none: the zone never had this date"


class ScheduleError(Exception):
    """Arguments that cannot be read; the message says what would be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A daily time on weekdays (0 = Monday) in a zone, between two dates, both included."""

    zone: ZoneInfo
    at: time
    days: frozenset[int]
    first: date
    last: date


def read(zone: str, at: str, days: str, first: str, last: str) -> Asked:
    """Parse the arguments.

    Raises:
        ScheduleError: a zone, time, day or date that is none.
    """
    try:
        found = zones.zone(zone)
    except BadInput:
        raise ScheduleError(f"{zone}: no such zone; try one like Europe/Berlin") from None
    try:
        clock = read_clock(at)
    except BadInput:
        raise ScheduleError(f"{at}: no such time of day; try one like 07:30") from None
    try:
        weekdays = read_days(days) if days else EVERY_DAY
    except BadInput:
        raise ScheduleError(f"{days}: no such days; try mon,wed,fri or weekdays") from None
    begin, end = _date(first), _date(last)
    if begin > end:
        raise ScheduleError(f"{last} is before {first}")
    return Asked(zone=found, at=clock, days=weekdays, first=begin, last=end)


def lines(asked: Asked) -> Iterator[str]:
    """Yield the timetable line by line, or one line that says it is empty."""
    dates = (asked.first + n * DAY for n in range((asked.last - asked.first).days + 1))
    wanted = [one for one in dates if one.weekday() in asked.days]
    for nominal in wanted:
        yield _line(nominal, instant(nominal, asked.at, asked.zone), asked.zone)
    if not wanted:
        yield "none of these days lies between the two dates"


def _line(nominal: date, resolved: Resolved | None, zone: ZoneInfo) -> str:
    if resolved is None:
        return f"{nominal:%a %Y-%m-%d}  {'-':<20}  {'-':<31}  {NONE}"
    local = resolved.at.astimezone(zone)
    clock = f"{local:%a %Y-%m-%d %H:%M %Z (%z)}"
    return (
        f"{nominal:%a %Y-%m-%d}  {resolved.at:%Y-%m-%dT%H:%M:%SZ}  {clock:<31}  {WHY[resolved.how]}"
    )


def _date(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise ScheduleError(f"{text}: no such date; try one like 2026-03-29") from None
    if not FIRST <= found <= LAST:
        raise ScheduleError(f"{text}: from {FIRST} to {LAST}, please")
    return found
