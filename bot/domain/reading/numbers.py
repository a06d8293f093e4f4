"""Whole numbers and lengths in minutes or hours, as members type them into a form."""

import re
from datetime import timedelta
from math import ceil, floor
from typing import Final

from bot.domain.facts.errors import BadInput
from bot.domain.facts.plain_text import fold, has_digit
from bot.domain.reading.clock_times import LONGEST_TEXT, shown
from bot.domain.reading.elapsed import length_of
from bot.domain.reading.spelling import decimal, decimals, hyphens, spelt
from bot.domain.tongues.typed import in_either

_NUMBER: Final = r"-?\d{1,9}(?:[.,]\d{1,2}0*)?"
_SCORE = re.compile(
    rf"(?:(?:rpe|effort|@) ?[:=@]? ?)?(?P<low>{_NUMBER})(?: ?(?:-|to|or) ?(?P<high>{_NUMBER}))?"
    r" ?\+?(?: ?(?:/|(?:out )?of) ?10)?(?: ?rpe)?"
)
_PLAIN = re.compile(rf"(?P<low>{_NUMBER})(?: ?(?:-|to|or) ?(?P<high>{_NUMBER}))?")
_WATCH = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:\.\d+)?( ?h(?:(?:ou)?rs?)?)?")
_HOURS_TOLD: Final = 5  # "1:30" to "5:59" may be hours or minutes; "25:30" is minutes
_SHORTEST_DECIMAL: Final = 10  # "1.5" in a field of minutes is likely hours
_FEWEST_MINUTES: Final = 60  # of sleep: a bare number above this is minutes, for no day is so long
_WIDEST_SLEEP: Final = 3  # hours between the ends of a guess: "7-8"
_DOTTED_CLOCK = re.compile(r"\d{1,2}[.,](?!25|75|00)\d\d(?: ?h(?:(?:ou)?rs?)?)?")


@in_either
def read_score(field: str, typed: str | None, *, lower: bool = False) -> int | None:
    """Read a whole number: ``8``, ``8/10``, ``RPE 9``, ``8+``; ``None`` for nothing.

    Of a range the higher counts, of ``8.5`` the next whole number, the harder of what was said;
    with ``lower`` the other end, where that is the careful one.

    Raises:
        BadInput: ``not_a_number``.
    """
    plain = _plain(typed)
    if not plain:
        return None
    found = _SCORE.fullmatch(plain)
    if found is None or not has_digit(typed or ""):
        raise BadInput("not_a_number", field=field, value=shown(typed or ""))
    return floor(min(_ends(found))) if lower else ceil(max(_ends(found)))


@in_either
def read_minutes(
    field: str, typed: str | None, *, within: tuple[int, int] | None = None
) -> int | None:
    """Read minutes: ``75``, ``1h15``, ``1½ hours``, ``45-50 min``, ``1:02:33``; else ``None``.

    ``2:30`` may be hours or minutes, so it is neither; unless minutes and seconds would lie outside
    the limits of the field, and hours ``within`` them.

    Raises:
        BadInput: ``not_minutes``.
    """
    plain = _plain(typed)
    if not plain:
        return None
    minutes = _minutes(plain)
    if minutes is None and within is not None:
        minutes = _hours_within(plain, within)
    if minutes is None:
        raise BadInput("not_minutes", field=field, value=shown(typed or ""))
    return floor(minutes + 0.5)


def clock_minutes(plain: str) -> float | None:
    """Return the minutes of ``25:30`` or ``1:02:33`` on a watch; ``None`` where it is none."""
    found = _WATCH.fullmatch(plain)
    if found is None:
        return None
    hours, first, last, mark = found.groups()
    if hours is not None:
        return int(hours) * 60 + int(first) + int(last) / 60
    return int(first) * 60 + int(last) if mark else int(first) + int(last) / 60


@in_either
def read_hours(typed: str | None) -> float | None:
    """Read hours of sleep: ``7``, ``7.5``, ``7:30``, ``450 min``; ``None`` for nothing.

    Of a range the shorter counts.

    Raises:
        BadInput: ``sleep_not_understood``.
    """
    plain = _plain(typed)
    if not plain:
        return None
    hours = _hours(plain)
    if hours is None:
        raise BadInput("sleep_not_understood", field="sleep", text=shown(typed or ""))
    return round(hours, 2)


def _minutes(plain: str) -> float | None:
    if (found := _PLAIN.fullmatch(plain)) is not None:
        minutes = max(_ends(found))
        whole = minutes == int(minutes) or minutes >= _SHORTEST_DECIMAL
        return minutes if whole else None
    if (found := _WATCH.fullmatch(plain)) is not None:
        hours, first, _, mark = found.groups()
        if hours is None and not mark:
            if int(first) == 0:
                return float(found[3])  # nobody trains for seconds
            if int(first) <= _HOURS_TOLD:
                return None
        return clock_minutes(plain)
    if ":" in plain:
        return None
    length = length_of(plain)
    return None if length is None else length / timedelta(minutes=1)


def _hours_within(plain: str, limits: tuple[int, int]) -> float | None:
    found = _WATCH.fullmatch(plain)
    if found is None or found[1] is not None:
        return None
    as_minutes, as_hours = int(found[2]) + int(found[3]) / 60, int(found[2]) * 60 + int(found[3])
    return as_hours if as_minutes < limits[0] <= as_hours <= limits[1] else None


def _hours(plain: str) -> float | None:
    plain = re.sub(r"^(\d{1,2}) and (?:a )?half$", r"\1.5", plain)
    if _DOTTED_CLOCK.fullmatch(plain):
        return None  # "7.30" may be half past seven's hours, or a decimal
    if (found := _PLAIN.fullmatch(plain)) is not None:
        lower, *higher = _ends(found)
        widest = _WIDEST_SLEEP * (60 if lower > _FEWEST_MINUTES else 1)
        if higher and not lower <= higher[0] <= lower + widest:
            return None  # "23-7", "1-9": from when to when
        if lower > _FEWEST_MINUTES:
            return lower / 60
        return lower
    if (found := _WATCH.fullmatch(plain)) is not None and found[1] is None:
        return int(found[2]) + int(found[3]) / 60
    length = None if ":" in plain else length_of(plain, soonest=True)
    return None if length is None else length / timedelta(hours=1)


def _ends(found: re.Match[str]) -> list[float]:
    return [decimal(end) for end in (found["low"], found["high"]) if end]


def _plain(typed: str | None) -> str:
    text = (typed or "").strip()
    if len(text) > LONGEST_TEXT:
        return text[: LONGEST_TEXT + 1]
    folded = hyphens(re.sub(r"(?<=\d)(?:[~∼〜]| [~∼〜] )(?=\d)", "-", fold(decimals(text))))
    return spelt(" ".join(folded.split())) or folded
