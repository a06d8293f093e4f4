"""Dates and times as apps write them, in their languages, each distinct text read once.

``03/11/2026`` may be of March or November: the dates of a whole file decide, by ``day_first``.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

from bot.domain.facts import plain_text
from bot.domain.importing.rows import Why
from bot.importing.cells import UnclearCell

LONGEST: Final = 60  # characters of a date with its time

_MONTHS: Final = {
    "jan": 1, "ene": 1, "gen": 1, "sty": 1, "feb": 2, "fev": 2, "lut": 2, "mar": 3, "maa": 3,
    "mrt": 3, "apr": 4, "abr": 4, "avr": 4, "kwi": 4, "may": 5, "mai": 5, "mag": 5, "maj": 5,
    "mei": 5, "jun": 6, "juin": 6, "giu": 6, "cze": 6, "jul": 7, "juil": 7, "lug": 7, "lip": 7,
    "aug": 8, "ago": 8, "aou": 8, "sie": 8, "sep": 9, "set": 9, "wrz": 9, "oct": 10, "okt": 10,
    "out": 10, "ott": 10, "paz": 10, "nov": 11, "lis": 11, "dec": 12, "dez": 12, "dic": 12,
    "des": 12, "gru": 12,
}  # fmt: skip
"""Months by the first letters of their names: English, German, French, Spanish, Italian,
Portuguese, Polish, Dutch, Swedish."""

_ZONE: Final = r"(?P<zone>z|utc|gmt|[+-]\d\d:?\d\d)?"
_TIME: Final = (
    r"(?:(?:,? ?t?|,? (?:at|um|a las|a) )?(?P<hour>\d{1,2})[:h](?P<minute>\d\d)(?::(?P<second>\d\d)"
    r"(?:[.,]\d+)?)? ?(?P<half>[ap]\.? ?m\.?)? ?" + _ZONE + r")?"
)
_DATES: Final = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})" + _TIME),
    re.compile(r"(?P<a>\d{1,2})(?P<mark>[-/.])(?P<b>\d{1,2})[-/.](?P<year>\d{4})" + _TIME),
    re.compile(
        r"(?P<day>\d{1,2})\.? (?:de )?(?P<name>[^\W\d]{3,12})\.?,? (?:de )?(?P<year>\d{4})" + _TIME
    ),
    re.compile(r"(?P<name>[^\W\d]{3,12})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})" + _TIME),
    re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日?" + _TIME),
)
_SLASHED: Final = re.compile(r"\s*(\d{1,2})[-/](\d{1,2})[-/]\d{4}")


def order_of(texts: Iterable[str]) -> bool | None:
    """Return whether a file's dates have the day first, ``None`` where they fit both orders."""
    slashed = [found for text in texts if (found := _SLASHED.match(text[:LONGEST]))]
    if not slashed:
        return True
    if any(int(found[1]) > 12 for found in slashed):
        return True
    return False if any(int(found[2]) > 12 for found in slashed) else None


@lru_cache(maxsize=8_192)
def moment(text: str, *, day_first: bool = True) -> tuple[datetime, bool]:
    """Return a date with its time, aware if a zone is said, and whether a time is.

    Raises:
        UnclearCell: it is none.
    """
    said = " ".join(plain_text.fold(text[:LONGEST]).split())
    for pattern in _DATES:
        found = pattern.fullmatch(said)
        if found:
            try:
                return _moment(found.groupdict(), day_first=day_first)
            except (ValueError, KeyError, OverflowError):
                break
    raise UnclearCell(Why.DATE, text)


def _moment(said: dict[str, str | None], *, day_first: bool) -> tuple[datetime, bool]:
    hour, minute = _clock(said)
    month, day = _month_and_day(said, day_first=day_first)
    at = datetime(  # noqa: DTZ001 (a local time, until the member's zone is asked)
        int(said["year"] or 0), month, day, hour, minute, int(said["second"] or 0)
    )
    zone = said["zone"]
    if zone is None:
        return at, said["hour"] is not None
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "")
        ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        at = at - ahead if zone[0] == "+" else at + ahead
    return at.replace(tzinfo=UTC), True


def _month_and_day(said: dict[str, str | None], *, day_first: bool) -> tuple[int, int]:
    if said.get("name"):
        name = said["name"] or ""
        return _MONTHS.get(name[:4]) or _MONTHS[name[:3]], int(said["day"] or 0)
    if said.get("mark"):
        a, b = int(said["a"] or 0), int(said["b"] or 0)
        return (b, a) if day_first or said["mark"] == "." else (a, b)
    return int(said["month"] or 0), int(said["day"] or 0)


def _clock(said: dict[str, str | None]) -> tuple[int, int]:
    hour, half = int(said["hour"] or 0), said["half"]
    if half is not None:
        if not 1 <= hour <= 12:
            raise ValueError("a half of the day beside an hour past twelve")
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour, int(said["minute"] or 0)
