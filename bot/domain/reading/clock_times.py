"""Clock times, in the one grammar of every field that takes one.

``7``, ``7am``, ``6:30p``, ``645 pm``, ``19h30``, ``21.30 Uhr``, ``1830 hrs``, ``quarter to six``,
``12 noon``, ``24:00``. What a field makes of an hour without am or pm is the field's business:
``ClockTime.open`` says that there is a choice.
"""

import re
from dataclasses import dataclass
from datetime import time, timedelta
from functools import lru_cache
from typing import Final

from bot.domain.facts import plain_text
from bot.domain.facts.errors import BadInput
from bot.domain.reading.spelling import decimals, hyphens, mended, spelt
from bot.domain.tongues.typed import in_either

LONGEST_TEXT: Final = 80  # characters
PARTS: Final = {  # the hour it begins, its usual hour, the hour it ends
    "morning": (5, 8, 12),
    "afternoon": (12, 15, 18),
    "evening": (17, 19, 23),
    "night": (18, 21, 24),
}
SMALL_HOURS: Final = 5  # a night and its evening go on until then: "last night at 1"

_HALF: Final = r"(?:\ ?[ap](?:\.?\ ?m)?\b\.?)"
_MARK: Final = r"(?:\ ?(?:uhr|o['’]?\ ?clock|h|hrs?|hours?)\b)"
CLOCK: Final = rf"""(?:
    (?:quarter|half|\d{{1,2}}(?:\ min(?:ute)?s?)?)\ (?:past|to|after|before|till?)
        \ \d{{1,2}}(?![\d:.]){_MARK}?{_HALF}?
    | \d{{1,2}}[:.h]\d\d(?::\d\d(?:\.\d+)?)?(?!\d|[.:]\d){_MARK}?{_HALF}?
    | \d{{1,2}}\ [0-5]\d{_HALF}
    | \d{{3,4}}(?!\d|[.:]\d)(?:{_MARK}|{_HALF})?
    | \d{{1,2}}(?!\d|[.:]\d)(?:{_MARK}{_HALF}?|{_HALF})
    | (?:12\ )?(?:noon|midday|midnight)\b
    )"""
"""Any clock time but a bare hour, for a grammar that has more words than these (verbose)."""

_SAID_TO = re.compile(
    rf"(quarter|half|\d{{1,2}})(?: min(?:ute)?s?)? (past|to|after|before|till?) (\d{{1,2}})"
    rf"(?:{_MARK})?(?:\ ?([ap])(?:\.?\ ?m)?\.?)?"
)
_CLOCK = re.compile(
    rf"(?:(\d{{1,2}})(?:[:.h](\d\d)(?::\d\d(?:\.\d+)?)?|\ ([0-5]\d)(?=\ ?[ap]))?|(\d{{1,2}})(\d\d))"
    rf"(?P<mark>{_MARK})?(?:\ ?([ap])(?:\.?\ ?m)?\.?)?"
)
_WORDS: Final = {"midnight": 0, "noon": 12, "midday": 12, "12 midnight": 0, "12 noon": 12}
_PART = re.compile(rf"(?:(?:in the|at|this) )?({'|'.join(PARTS)})")
_WITH_PART = re.compile(
    rf"(.*?),? (?:in the |at |of the )?({'|'.join(PARTS)})"
    rf"|(?:in the |at )?({'|'.join(PARTS)}),? (?:at )?(.*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTime:
    """A time of day."""

    at: time
    open: bool = False  # which half of the day is not said
    bare: bool = False  # nor are minutes
    days: int = 0  # 1 for 24:00

    def halves(self) -> tuple[time, ...]:
        """Return the times that it may mean, as it is written first."""
        other = self.at.replace(hour=(self.at.hour + 12) % 24)
        return (self.at, other) if self.open else (self.at,)


def parse(plain: str) -> ClockTime:
    """Read a clock time in the spelling of ``spelling``.

    Raises:
        ValueError: it is none.
    """
    if plain in _WORDS:
        return ClockTime(at=time(_WORDS[plain]))
    if (said := _SAID_TO.fullmatch(plain)) is not None:
        return _said_to(*said.groups())
    found = _CLOCK.fullmatch(plain)
    if found is None:
        raise ValueError(plain)
    hours, minute = found[1] or found[4], int(found[2] or found[3] or found[5] or 0)
    hour, half = int(hours), found[7]
    if half:
        return ClockTime(at=time(_of_half(hour, half), minute))
    if hour == 24 and minute == 0:
        return ClockTime(at=time.min, days=1)
    is_open = 1 <= hour <= 12 and not hours.startswith("0") and "uhr" not in (found["mark"] or "")
    bare = found[2] is None and found[4] is None
    return ClockTime(at=time(hour, minute), open=is_open, bare=bare and is_open)


@in_either
def read(text: str) -> ClockTime:
    """Read what somebody typed where a clock time is asked for; a part of the day may be said.

    Raises:
        BadInput: ``clock_not_understood``.
    """
    plain = simple(text, "clock_not_understood")
    for said in dict.fromkeys((spelt(plain), mended(spelt(plain)))):
        try:
            return _read(re.sub("^(?:at|@|by) ?", "", said))
        except ValueError:
            continue
    raise BadInput("clock_not_understood", text=shown(text))


def read_clock(text: str) -> time:
    """Read a time of day, ``7`` as it is written in 24 hours.

    Raises:
        BadInput: ``clock_not_understood``.
    """
    return read(text).at


def in_part(clock: ClockTime, part: str) -> tuple[time, int]:
    """Return the time that a clock says in a part of the day, and how many days later it is.

    An evening and a night go on until five: their small hours are on the next date.

    Raises:
        ValueError: it is not in that part of the day.
    """
    if clock.days:
        return clock.at, clock.days
    late = part in {"evening", "night"}
    for at in clock.halves():
        if late and (at.hour < SMALL_HOURS or (not clock.open and at == time(SMALL_HOURS))):
            return at, 1
        begins = {"morning": 0, "afternoon": 12}.get(part, 17)
        ends = {"morning": 12, "afternoon": 19}.get(part, 24)
        if begins <= at.hour < ends:
            return at, 0
    raise ValueError(part)


@lru_cache(maxsize=1_024)  # many say the same: "2h ago"
def simple(text: str, problem: str) -> str:
    """Return the text without case, accents and needless spaces, ready for a small grammar.

    Raises:
        BadInput: ``problem``, when the text is too long to be what was asked for.
    """
    if len(text) <= LONGEST_TEXT:
        folded = plain_text.fold(plain_text.clean(decimals(text), limit=LONGEST_TEXT))
        plain = " ".join(hyphens(folded).split())
        if len(plain) <= LONGEST_TEXT:
            return plain
    raise BadInput(problem, text=shown(text))


def shown(text: str) -> str:
    """Return what an error message repeats of a text."""
    return plain_text.one_line(text, limit=LONGEST_TEXT)


def _read(plain: str) -> ClockTime:
    if (alone := _PART.fullmatch(plain)) is not None:
        return ClockTime(at=time(PARTS[alone[1]][1]))
    if (parted := _WITH_PART.fullmatch(plain)) is not None:
        said = re.sub("^at ", "", parted[1] or parted[4])
        at, _ = in_part(parse(said), parted[2] or parted[3])
        return ClockTime(at=at)
    clock = parse(plain)
    if re.fullmatch(r"\d ?h(?:rs?|ours?)?", plain) and clock.at.hour < SMALL_HOURS:
        raise ValueError(plain)  # "2h" is a length for everybody else
    return clock


def _said_to(minutes: str, side: str, hours: str, half: str | None) -> ClockTime:
    counted = {"quarter": 15, "half": 30}.get(minutes) or int(minutes)
    past = side in {"past", "after"}
    hour = int(hours)
    if not 1 <= hour <= 12 or not 1 <= counted <= 30 or (minutes == "half" and not past):
        raise ValueError(minutes)
    if half:
        hour = _of_half(hour, half)
    wall = timedelta(hours=hour, minutes=counted if past else -counted) % timedelta(days=1)
    at = time(wall.seconds // 3600, wall.seconds // 60 % 60)
    return ClockTime(at=at, open=not half, bare=not half)


def _of_half(hour: int, half: str) -> int:
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half == "p" else 0)
