"""The words of clock and calendar that members use for moments, read as wall times.

``walls`` reads a bag of at most one day, one weekday, one part of the day, one clock time or range
of them, and one zone, in any order. A day without a time means noon (today: now), a part of the
day its usual hour: the answer shows what was understood. Texts come in the spelling of
``spelling``; every word of them is one of these, or the whole is not read.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.facts.schedule import minutes_of
from bot.domain.reading.calendar_words import DATES, dates_of, last_of_range, shifted, weekdays_of
from bot.domain.reading.clock_times import CLOCK, PARTS, SMALL_HOURS, ClockTime, in_part, parse
from bot.domain.reading.weekdays import WEEKDAYS, weekday
from bot.domain.reading.zone_words import ZONE, moved_to

DAY: Final = timedelta(days=1)
NOON: Final = time(12)
_SHADES: Final = {  # hours of an early, a middle and a late part of the day
    "morning": (6, 10, 11),
    "afternoon": (13, 15, 17),
    "evening": (18, 19, 22),
    "night": (20, 22, 23),
}
_RELATIVE: Final = (
    {"day before yesterday": -2, "the day before yesterday": -2, "yesterday": -1, "last": -1}
    | {"today": 0, "this": 0, "to": 0}
    | {"tomorrow": 1, "day after tomorrow": 2, "the day after tomorrow": 2}
)
_WEEKDAY: Final = rf"(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun|{'|'.join(WEEKDAYS)})s?\b"
_PART: Final = rf"(?:{'|'.join(PARTS)})\b"
_BARE: Final = r"\d{1,2}(?![\w:./])"
_ONE: Final = rf"(?:{CLOCK}|{_BARE})"
_PIECE = re.compile(
    rf"""
    {DATES}
    | (?P<ago>in\ \d{{1,3}}\ (?:days?|nights?)|\d{{1,3}}\ (?:days?|nights?)\ (?:ago|back|earlier)
        |(?:in\ )?\d{{1,3}}\ (?:months?|years?)(?:\ ago)?)
    | (?P<relative>(?:the\ )?day\ before\ yesterday|(?:the\ )?day\ after\ tomorrow|yesterday|today
        |tomorrow | (?:this|last)(?=\ (?:(?:early|late|mid)[\ -])?{_PART}) | to(?=night\b))
    | (?P<week>(?:last|next|this)\ week\b)
    | (?P<weekend>(?:this|(?:over\ )?the)\ weekends?\b)
    | (?P<weekday>(?:(?:last|next|this)\ )?{_WEEKDAY})
    | (?P<shade>early|late|mid(?:dle\ of\ the)?)\b[\ -]?(?=(?:last\ |in\ the\ |this\ )?{_PART}
        |.*{_PART})
    | (?P<part>{_PART})
    | (?P<range>(?<!\dt)(?!\d\d:\d\d:\d\d)(?P<wide>from\ |between\ )?
        (?P<one>{_ONE})\ ?(?:-|to|till?|until|and)\ ?(?P<two>{_ONE}))
    | (?P<clock>{CLOCK})
    | (?P<zone>{ZONE})
    | (?P<hour>(?:(?P<at>at\ |@\ ?)?{_BARE}))(?!-)
    | \b(?:at|on|the|of|by|from|i|we|it|was|ended|finished|done|till?|until|(?:in|for)(?!\ \d))\b
    | [\s,.@]
    """,
    re.VERBOSE,
)
_LENGTH = re.compile(r"[1-4] ?h|[1-9] ?h(?:(?:ou)?rs?)|1[0-2] ?h(?:(?:ou)?rs?)")  # no clock says so
_TO_THE_HOUR: Final = frozenset({5, 10, 20, 25})  # "10 to 6" may be ten minutes to six
_DAYS: Final = frozenset(
    {"iso", "numeric", "spelt", "nth", "month", "dotted", "dates", "ago", "relative", "weekend"}
)
_FROM_NOW: Final = frozenset({"relative", "ago", "week"})
_TIMES: Final = frozenset({"clock", "hour", "range"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """From where and which way the words look; all in wall time."""

    now: datetime
    direction: int
    zone: ZoneInfo | None
    # The time that they change: what they leave unsaid stays as it is there.
    entry: datetime | None = None
    pause: bool = False  # they say the end of a pause

    @property
    def small_hours(self) -> bool:
        """Whether the evening before is still going on."""
        return self.now.hour < SMALL_HOURS


def walls(plain: str, looking: Looking) -> list[datetime]:
    """Read words of clock and calendar as wall times, the likeliest first; none if unclear.

    One with a zone of its own ("18:30 EST") is aware.
    """
    said = _bag(plain)
    if said is None or not _is_clear(said, looking):
        return []
    try:
        days = _days(said, looking)
        found = list(_times(said, days, looking))
        if "zone" in said:
            found = [
                aware for wall in found for aware in moved_to(said["zone"], wall, looking.zone)
            ]
    except (ValueError, OverflowError):  # "25:00", a day before the calendar's first
        return []
    return found


def _bag(plain: str) -> dict[str, str] | None:
    said: dict[str, str] = {}
    position = 0
    while position < len(plain):
        piece = _PIECE.match(plain, position)
        if piece is None:
            return None
        position = piece.end()
        for kind, text in piece.groupdict().items():
            if text is not None and said.setdefault(kind, text) is not text:
                return None
    return said


def _is_clear(said: dict[str, str], looking: Looking) -> bool:
    days, times = said.keys() & _DAYS, said.keys() & _TIMES
    if len(days) > 1 or len(times) > 1 or (days and "week" in said):
        return False
    if said.keys() == {"hour"} or _LENGTH.fullmatch(said.get("clock", "")):
        return False  # a lone "7" may be anything
    if ("shade" in said and "part" not in said) or _is_between_days(said):
        return False
    if "dates" in said and not looking.pause:
        return False
    if "range" in said:
        return not looking.pause and _is_range(
            said, bool(days or said.keys() & {"weekday", "part"})
        )
    return not ("zone" in said and not times)


def _is_between_days(said: dict[str, str]) -> bool:
    """Tell whether the middle of a night is said, of which two days have one each."""
    shade, part = said.get("shade", ""), said.get("part")
    if shade.startswith("middle") and part == "night":
        return True
    placed = bool(said.keys() & (_DAYS | {"weekday"}))
    return said.get("clock") == "midnight" and placed and part is None


def _is_range(said: dict[str, str], placed: bool) -> bool:
    if "wide" in said:
        return True
    first, second = said["one"], said["two"]
    if first.isdecimal() and int(first) in _TO_THE_HOUR and not re.search(r"\d ?-", said["range"]):
        return False
    return placed or not (first.isdecimal() and second.isdecimal())


def _days(said: dict[str, str], looking: Looking) -> list[date]:
    today, entry, direction = looking.now.date(), looking.entry, looking.direction
    if not said:
        return []
    if entry is None or said.keys() & _FROM_NOW:
        return _days_around(said, today, direction, looking.small_hours)
    if not said.keys() & (_DAYS | {"weekday"}):
        return [entry.date()]
    both = {day for way in (-1, 1) for day in _days_around(said, entry.date(), way, small=False)}
    past = (day for day in both if day <= today)
    return sorted(past, key=lambda day: abs(day - entry.date()))


def _days_around(said: dict[str, str], today: date, direction: int, small: bool) -> list[date]:
    kind = next(iter(said.keys() & _DAYS), None)
    if "week" in said or (kind is None and "weekday" in said):
        return weekdays_of(said.get("weekday"), said.get("week"), today, direction)
    if kind is None:
        return [today, today + direction * DAY]
    if kind == "relative":
        day = today + _RELATIVE[said[kind]] * DAY
        days = [day]
        if small and day == today and said[kind] in {"this", "to", "today"}:
            days = [day, day - DAY] if direction < 0 else [day - DAY, day]
    elif kind == "ago":
        days = [shifted(today, said[kind])]
    elif kind == "weekend":  # which of the last ones is not said
        saturday = today + (5 - today.weekday()) * DAY
        days = [saturday, saturday + DAY] if direction > 0 else []
    elif kind == "dates":
        days = last_of_range(said[kind], today)
    else:
        found = dates_of(kind, said[kind], today, direction)
        days = sorted(found, key=lambda day: abs(day - today))
    if "weekday" in said:
        return [day for day in days if day.weekday() == weekday(said["weekday"].split()[-1])]
    return days


def _times(said: dict[str, str], days: Iterable[date], looking: Looking) -> Iterator[datetime]:
    now, entry, part = looking.now, looking.entry, said.get("part")
    if part is None and "night" in said.get("ago", ""):
        part = "night"
    if said.keys() & _TIMES:
        yield from _at_clock(said, list(days), part, looking)
        return
    for day in days:
        if part is not None:
            yield from _in_part(day, part, said.get("shade"), now)
        elif entry is not None:
            yield datetime.combine(day, entry.time())
        else:
            yield datetime.combine(day, now.time() if _keeps_clock(said, day, now) else NOON)


def _keeps_clock(said: dict[str, str], day: date, now: datetime) -> bool:
    """Tell whether a day is told as a distance from now, so that its clock time is now's."""
    if "week" in said:
        return "weekday" not in said
    return day == now.date() or re.search("month|year", said.get("ago", "")) is not None


def _in_part(day: date, part: str, shade: str | None, now: datetime) -> Iterator[datetime]:
    begins, usual, ends = PARTS[part]
    if shade is not None:
        early, middle, late = _SHADES[part]
        usual = early if shade == "early" else late if shade == "late" else middle
    yield datetime.combine(day, time(usual))
    if day == now.date() and begins <= now.hour < ends:
        yield now


def _at_clock(
    said: dict[str, str], days: list[date], part: str | None, looking: Looking
) -> Iterator[datetime]:
    clock, later = _clock(said, looking.direction)
    if part is not None:
        at, days_later = in_part(clock, part)
        # "11pm to 1am last night" is past midnight once, not twice.
        yield from (datetime.combine(day + max(days_later, later) * DAY, at) for day in days)
        return
    shift = (clock.days + later) * DAY
    as_typed = [datetime.combine(day, clock.at) + shift for day in days]
    if not clock.open:
        yield from as_typed
        return
    other = [datetime.combine(day, clock.halves()[1]) + shift for day in days]
    if clock.bare and clock.at.hour != 12:
        near = looking.entry or looking.now
        yield from sorted(as_typed + other, key=lambda wall: abs(wall - near))
    elif said.keys() & (_DAYS | {"weekday"}):
        yield from as_typed + other
    else:
        yield from as_typed


def _clock(said: dict[str, str], direction: int) -> tuple[ClockTime, int]:
    """Return the clock time that is said, of a range its end (looking ahead its beginning)."""
    if "range" not in said:
        plain = said.get("clock") or re.sub(r"^(?:at |@ ?)", "", said["hour"])
        return parse(plain), 0
    first, second = parse(said["one"]), parse(said["two"])
    if first.open and not second.open:
        # "5-6pm", "11-1pm": the later beginning that is before the end.
        begins = max(first.halves(), key=lambda at: (minutes_of(at) - minutes_of(second.at)) % 1440)
        first = ClockTime(at=begins)
    elif second.open and not first.open:
        ends = min(second.halves(), key=lambda at: (minutes_of(at) - minutes_of(first.at)) % 1440)
        second = ClockTime(at=ends)
    if direction > 0:
        return first, 0
    return second, int(not second.open and second.at <= first.at)
