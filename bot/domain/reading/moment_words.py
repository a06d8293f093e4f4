"""The words members use for moments: elapsed time, days, parts of the day and clock times.

``walls`` reads a bag of at most one day, one part of the day and one clock time, in any order. A
day without a time means noon (today: now), a part of the day its usual hour: the answer shows what
was understood. Texts come folded and short (``clock.simple``).
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.facts.errors import BadInput
from bot.domain.reading.clock_times import WEEKDAYS, read_clock, weekday

DAY: Final = timedelta(days=1)
NOON: Final = time(12)
PARTS: Final = {  # the hour it begins, its usual hour, the hour it ends
    "morning": (5, 8, 12),
    "afternoon": (12, 15, 18),
    "evening": (17, 19, 23),
    "night": (18, 21, 24),
}
SMALL_HOURS: Final = 5  # "last night at 1" is after midnight, "at 9" before

_COUNTS: Final = (
    {"three quarters of an": 0.75, "a quarter of an": 0.25, "quarter of an": 0.25}
    | {"half an": 0.5, "half a": 0.5, "half": 0.5, "a couple of": 2, "a couple": 2, "an": 1, "a": 1}
    | {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
    | {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
)
_UNITS: Final = {
    "seconds": timedelta(seconds=1),
    "minutes": timedelta(minutes=1),
    "hours": timedelta(hours=1),
    "days": DAY,
    "weeks": 7 * DAY,
}
_QUANTITY = re.compile(
    r"(?:about |around |~ ?)?(?<![\d.,])"
    rf"(?P<count>\d{{1,4}}(?:[.,]\d{{1,2}})?|\b(?:{'|'.join(_COUNTS)})(?=\ ))"
    r"(?P<half> and a half)? ?"
    r"(?:(?P<seconds>s|secs?|seconds?)|(?P<minutes>m|mins?|minutes?)|(?P<hours>h|hrs?|hours?)"
    r"|(?P<days>d|days?)|(?P<weeks>w|wks?|weeks?))(?![a-z])(?P<half_after> and a half)?"
)
_ELAPSED = re.compile(
    r"(?P<before>in )?(?P<length>.*?)(?P<after> ago| earlier| back| from now| later)?"
)
_COMPACT = re.compile(
    r"(?:about |around |~ ?)?"
    r"(?P<hours>\d{1,2}) ?(?P<mark>[h:]) ?(?P<minutes>[0-5]\d)(?: ?h(?:rs?)?)?"
)
_LONGEST_ELAPSED: Final = 40_000 * DAY  # enough to be refused, too little to overflow

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*\.?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = rf"(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun|{'|'.join(WEEKDAYS)})\b"
_PART = rf"(?:{'|'.join(PARTS)})\b"
_RELATIVE: Final = (
    {"day before yesterday": -2, "yesterday": -1, "last": -1}
    | {"today": 0, "this": 0, "to": 0}
    | {"tomorrow": 1, "day after tomorrow": 2}
)
_PIECE = re.compile(
    rf"""
    (?P<iso>\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}})(?:t(?=\d))?
    | (?P<numeric>\d{{1,2}}/\d{{1,2}}(?:/\d{{4}}|/\d\d)?(?!\d)
        | \d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d\d(?![\d:.h]))?
        | \d{{1,2}}\.\d{{1,2}}(?=\ \d{{1,2}}(?:[:h]|\ ?uhr\b)))
    | (?P<spelt>(?:{_NTH}\ (?:of\ )?{_MONTH}|{_MONTH}\ {_NTH})(?:,?\ (?:19|20)\d\d)?(?![\d:]))
    | (?P<days>in\ \d{{1,3}}\ days?|\d{{1,3}}\ days?\ ago)
    | (?P<relative>day\ before\ yesterday|day\ after\ tomorrow|yesterday|today|tomorrow
        | (?:this|last)(?=\ {_PART}) | to(?=night\b))
    | (?P<weekday>(?:(?:last|next|this)\ )?{_WEEKDAY})
    | (?P<part>{_PART})
    | (?P<clock>\d{{1,2}}[:.h]\d\d(?!\d)(?:\ ?[ap]\.?m\b\.?|\ ?uhr\b)?
        | \d{{1,2}}\ ?(?:[ap]\.?m\b\.?|o['’]?clock\b|uhr\b)
        | \d{{4}}(?!\d) | \d{{1,2}}h\b | noon | midday | midnight | at\ \d{{1,2}}(?![\w:.]))
        (?::\d\d(?!\d))?
    | (?P<hour>\d{{1,2}})(?![\w:./-])
    | \b(?:at|on|in|the|around|about|of)\b | [\s,.@~]
    """,
    re.VERBOSE,
)
_KNOWN: Final = (*WEEKDAYS, *PARTS, "yesterday", "today", "tomorrow", "tonight", "minutes", "hours")
_LONG_WORD = re.compile(r"(?<!\w)[a-z]{5,12}(?!\w)")
_TWO_SLIPS_FROM: Final = 7  # letters
_DATES: Final = frozenset({"iso", "numeric", "spelt", "days", "relative"})
_FROM_NOW: Final = frozenset({"relative", "days"})
_DAYS: Final = _DATES | {"weekday"}
_CLOCKS: Final = frozenset({"clock", "hour"})


def elapsed(plain: str, direction: int) -> timedelta | None:
    """Read a distance from now; ``direction`` (-1 back, 1 ahead) is for those that do not say.

    ``2h``, ``90 min ago``, ``an hour and a half ago``, ``1 day and 2 hours ago``, ``in 2 weeks``.
    ``1h30`` alone is one too, for nobody trains at half past one at night; ``18h30`` is a clock's.
    """
    found = _ELAPSED.fullmatch(plain)
    if found is None or (found["before"] and found["after"]):
        return None
    length = found["length"]
    compact = _COMPACT.fullmatch(length)
    if compact is not None:
        short = compact["mark"] == "h" and int(compact["hours"]) < SMALL_HOURS
        if not (found["before"] or found["after"] or short):
            return None
        length = f"{compact['hours']}h {compact['minutes']}m"
    quantities = list(_QUANTITY.finditer(length))
    between = _QUANTITY.sub(" ", length).replace(",", " ").split()
    if not quantities or set(between) - {"and"}:
        return None
    if found["before"] or found["after"] in {" from now", " later"}:
        direction = 1
    elif found["after"]:
        direction = -1
    return direction * min(sum(map(_length, quantities), timedelta()), _LONGEST_ELAPSED)


def walls(
    plain: str, now: datetime, direction: int, entry: datetime | None = None
) -> list[datetime] | None:
    """Read words of clock and calendar as wall times, the likeliest first.

    ``None`` where the words are others; an empty list for a day or time that does not exist.

    Args:
        plain: the words.
        now: the wall time at which they are said.
        direction: -1 where they look back, 1 where they look ahead.
        entry: the wall time that they change, if any: what they leave unsaid stays as it is there.
    """
    said = _bag(plain)
    if said is None:
        return None
    try:
        if entry is not None:
            return [
                wall
                for day in _new_days(said, now, entry)
                for wall in _times(day, said, now, entry)
            ]
        days = _days(said, now.date(), direction)
        return [wall for day in days for wall in _times(day, said, now)]
    except (BadInput, OverflowError):  # "25:00", a day before the calendar's first
        return []


def mended(plain: str) -> str:
    """Return the words with typing slips mended, as far as each is near one known word only.

    One slip is mended, two from seven letters on; short words are left alone.
    """
    return _LONG_WORD.sub(_mend, plain)


def _mend(typed: re.Match[str]) -> str:
    word = typed[0]
    if word in _KNOWN:
        return word
    slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
    near = process.extract(word, _KNOWN, scorer=OSA.distance, score_cutoff=slips, limit=2)
    if not near or (len(near) > 1 and near[0][1] == near[1][1]):
        return word
    return near[0][0]


def _length(quantity: re.Match[str]) -> timedelta:
    said = quantity["count"]
    count = _COUNTS[said] if said in _COUNTS else float(said.replace(",", "."))
    if quantity["half"] or quantity["half_after"]:
        count += 0.5
    return count * next(length for unit, length in _UNITS.items() if quantity[unit])


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
                return {}
    if len(said.keys() & _DATES) > 1 or len(said.keys() & _CLOCKS) > 1:
        return {}
    return {} if said.keys() == {"hour"} else said  # a lone "7" may be anything


def _days(said: dict[str, str], today: date, direction: int) -> list[date]:
    if not said:
        return []
    kind = next(iter(said.keys() & _DATES), None)
    if kind is None and "weekday" in said:
        return _weekdays(said["weekday"], today, direction)
    if kind is None:
        return [today, today + direction * DAY]
    if kind == "relative":
        days = [today + _RELATIVE[said[kind]] * DAY]
    elif kind == "days":
        number = int(re.sub(r"\D", "", said[kind]))
        days = [today + number * DAY * (1 if said[kind].startswith("in") else -1)]
    else:
        dates = _dates(kind, said[kind], today.year, direction)
        days = sorted(dates, key=lambda day: abs(day - today))
    if "weekday" in said:
        return [day for day in days if day.weekday() == weekday(said["weekday"].split()[-1])]
    return days


def _new_days(said: dict[str, str], now: datetime, entry: datetime) -> list[date]:
    """Return the days an entry may be moved to: its own where none is said."""
    if not said:
        return []
    if said.keys() & _FROM_NOW:
        return _days(said, now.date(), -1)
    if not said.keys() & _DAYS:
        return [entry.date()]
    days = {day for way in (-1, 1) for day in _days(said, entry.date(), way)}
    return sorted((day for day in days if day <= now.date()), key=lambda d: abs(d - entry.date()))


def _weekdays(said: str, today: date, direction: int) -> list[date]:
    *which, name = said.split()
    target = weekday(name)
    ahead = next(step for step in range(7) if (today + step * DAY).weekday() == target)
    if which == ["next"]:
        return [today + (ahead or 7) * DAY]
    if which == ["last"]:
        return [today + (ahead - 7) * DAY]
    nearest = ahead if direction > 0 or ahead == 0 else ahead - 7
    return [today + nearest * DAY, today + (nearest + 7 * direction) * DAY]


def _dates(kind: str, said: str, this_year: int, direction: int) -> Iterator[date]:
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    if kind == "iso":
        numbers.reverse()
    if kind == "spelt":
        numbers.insert(1, _MONTHS.index(re.findall(_MONTH, said)[0][:3]) + 1)
    day, month, *year = numbers
    orders = {(day, month), (month, day)} if "/" in said and kind == "numeric" else {(day, month)}
    years = [year[0] + 2000 * (year[0] < 100)] if year else [this_year, this_year + direction]
    for the_year in years:
        for the_day, the_month in orders:
            try:
                yield date(the_year, the_month, the_day)
            except ValueError:
                continue


def _times(
    day: date, said: dict[str, str], now: datetime, entry: datetime | None = None
) -> Iterator[datetime]:
    part = said.get("part")
    if said.keys() & _CLOCKS:
        yield _at(day, said.get("clock") or said["hour"], part)
    elif part is not None:
        begins, usual, ends = PARTS[part]
        yield datetime.combine(day, time(usual))
        if day == now.date() and begins <= now.hour < ends:
            yield now
    elif entry is not None:
        yield datetime.combine(day, entry.time())
    else:
        yield now if day == now.date() else datetime.combine(day, NOON)


def _at(day: date, said: str, part: str | None) -> datetime:
    clock = read_clock(said)
    wall = datetime.combine(day, clock)
    if part in {None, "morning"} or said.endswith(("m", "m.")):
        return wall
    if part == "night" and (clock.hour < SMALL_HOURS or said.endswith("12")):
        return wall.replace(hour=clock.hour % 12) + DAY
    return wall + timedelta(hours=12) if clock.hour < 12 else wall
