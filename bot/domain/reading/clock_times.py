"""Clock times, weekdays and lengths of time in words; strict: schedules are made of them."""

import re
from datetime import time, timedelta
from typing import Final

from bot.domain.facts import plain_text
from bot.domain.facts.errors import BadInput

LONGEST_TEXT: Final = 80  # characters
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_CLOCK = re.compile(
    r"(?:at )?(\d{1,2})(?:[:.h](\d{2})|h| ?o['’]?clock)? ?(?:(a|p)\.?m\.?|uhr)?"
    r"|(?:at )?(\d{1,2})(\d{2})"
)
_OPEN = re.compile(r"(?:at )?(?:[1-9]|1[0-2])(?:[:.h]\d\d|h)?(?: ?o['’]?clock)?")
_CLOCK_WORDS: Final = {"midnight": 0, "noon": 12, "midday": 12}
_SPANS: Final = {
    **dict.fromkeys(("daily", "everyday", "day", "all"), (0, 6)),
    **dict.fromkeys(("weekdays", "weekday", "workdays", "workday"), (0, 4)),
    **dict.fromkeys(("weekends", "weekend"), (5, 6)),
}
_TO = re.compile(r"-|\b(?:to|till|until|thru|through)\b")
_BETWEEN_DAYS = re.compile(r"(?:[\s,;/&+.]|\b(?:and|every|each|on)\b)+")
_UNITS: Final = ("weeks", "days", "hours", "minutes")
_GAP = r"(?:[ ,]|\band\b)*"
_DURATION = re.compile(
    rf"(?:(?P<weeks>\d{{1,3}}) ?w(?:ee)?k?s?)?{_GAP}(?:(?P<days>\d{{1,4}}) ?d(?:ays?)?)?{_GAP}"
    rf"(?:(?P<hours>\d{{1,5}}) ?h(?:(?:ou)?rs?)?)?{_GAP}"
    r"(?:(?P<minutes>\d{1,6}) ?m(?:in(?:ute)?s?)?)?"
)


def read_clock(text: str) -> time:
    """Read a time of day: ``7``, ``7am``, ``19:30``, ``7.30 pm``, ``21.30 Uhr``, ``midnight``.

    Raises:
        BadInput: ``clock_not_understood``.
    """
    problem = "clock_not_understood"
    plain = simple(text, problem)
    if plain in _CLOCK_WORDS:
        return time(_CLOCK_WORDS[plain])
    found = _CLOCK.fullmatch(plain)
    if found is None:
        raise BadInput(problem, text=shown(text))
    hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
    if not (1 <= hour <= 12 if found[3] else hour <= 23) or minute > 59:
        raise BadInput(problem, text=shown(text))
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return time(hour, minute)


def is_open(text: str) -> bool:
    """Tell whether a clock time leaves open which half of the day it means: ``7``, ``10:30``."""
    return _OPEN.fullmatch(simple(text, "clock_not_understood")) is not None


def read_days(text: str) -> frozenset[int]:
    """Read days of the week, 0 = Monday: ``daily``, ``weekdays``, ``mon-fri``, ``Mo, We and Fr``.

    A range may run over the weekend (``fri-mon``). Two letters of a day are enough.

    Raises:
        BadInput: ``days_not_understood``, also where no day is named.
    """
    problem = "days_not_understood"
    named = _BETWEEN_DAYS.sub(" ", _TO.sub(" - ", simple(text, problem))).split()
    days: set[int] = set()
    while named:
        first, last = _span(named.pop(0))
        if named[:1] == ["-"]:
            last = _span(named[1])[1] if len(named) > 1 else None
            del named[:2]
        if first is None or last is None:
            raise BadInput(problem, text=shown(text))
        days.update((first + step) % 7 for step in range((last - first) % 7 + 1))
    if not days:
        raise BadInput(problem, text=shown(text))
    return frozenset(days)


def read_duration(text: str) -> timedelta:
    """Read a length of time: ``2d 4h``, ``3 days``, ``1 week``, ``90 min``; longest unit first.

    Raises:
        BadInput: ``duration_not_understood``, also for none at all.
    """
    problem = "duration_not_understood"
    found = _DURATION.fullmatch(simple(text, problem))
    length = timedelta(**{unit: int(found[unit] or 0) for unit in _UNITS}) if found else None
    if not length:
        raise BadInput(problem, text=shown(text))
    return length


def weekday(word: str) -> int | None:
    """Return the day a word names or begins (two letters at least), 0 = Monday, else ``None``."""
    for stem in (word, word.removesuffix("s")):
        for day, name in enumerate(WEEKDAYS):
            if len(stem) >= 2 and name.startswith(stem):
                return day
    return None


def simple(text: str, problem: str) -> str:
    """Return the text without case, accents and needless spaces, ready for a small grammar.

    Raises:
        BadInput: ``problem``, when the text is too long to be what was asked for.
    """
    if len(text) <= LONGEST_TEXT:
        plain = " ".join(
            re.sub(
                "[‐‑‒–—−]", "-", plain_text.fold(plain_text.clean(text, limit=LONGEST_TEXT))
            ).split()
        )
        if len(plain) <= LONGEST_TEXT:
            return plain
    raise BadInput(problem, text=shown(text))


def shown(text: str) -> str:
    """Return what an error message repeats of a text."""
    return plain_text.one_line(text, limit=LONGEST_TEXT)


def _span(word: str) -> tuple[int | None, int | None]:
    if word in _SPANS:
        return _SPANS[word]
    return weekday(word), weekday(word)
