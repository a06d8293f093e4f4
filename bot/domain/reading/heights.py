"""Metres down of a hike or ski day: ``900 m``, ``3000 ft``, ``3,000 feet``, ``900``."""

import re
from math import ceil
from typing import Final

from bot.domain.facts import plain_text
from bot.domain.facts.errors import BadInput
from bot.domain.facts.settings import DistanceUnit
from bot.domain.reading.distances import KM_PER_MILE
from bot.domain.reading.spelling import decimal, decimals, hyphens, spelt
from bot.domain.tongues.typed import Typed, in_either

METRES_PER_FOOT: Final = 0.3048
UNITS: Final = {"m": 1.0, "ft": METRES_PER_FOOT, "km": 1_000.0, "mi": 1_000.0 * KM_PER_MILE}
BARE: Final = {DistanceUnit.KM: "m", DistanceUnit.MI: "ft"}  # whoever runs in miles climbs in feet
_LONGEST_TEXT: Final = 60  # characters

_NUMBER: Final = r"\d{1,3}(?:[., ]\d{3})(?!\d)|\d{1,6}(?:[.,]\d{1,2})?"
_SAID = re.compile(
    rf"(?P<sign>-)?(?:(?:{_NUMBER}) ?(?:-|to) ?)?(?P<number>{_NUMBER})"
    r"(?: ?(?P<unit>km|kilomet(?:er|re)s?|mi|miles?|ft|feet|foot|['’]|m|hm|met(?:er|re)s?))?\.?"
    r"(?: (?:of )?(?:down|downhill|descent|descending|drop|loss))?"
)
_BEHIND = re.compile(r"(?:(?P<distance>.*?)[,;·] +)?(?P<descent>[^;·]* down)", re.IGNORECASE)


@in_either
def read_descent(text: str | None, unit: DistanceUnit) -> int | None:
    """Return whole metres; a bare number is in metres, in feet for who runs in miles.

    Of a range the higher counts.

    Raises:
        BadInput: ``descent_not_understood``.
    """
    if not (text or "").strip():
        return None
    plain = hyphens(plain_text.fold(decimals(text or "")))
    found = _SAID.fullmatch(spelt(" ".join(plain.split()))) if len(plain) <= _LONGEST_TEXT else None
    if found is None:
        said = plain_text.one_line(text or "", limit=_LONGEST_TEXT)
        raise BadInput("descent_not_understood", text=said)
    metres = _number(found["number"]) * UNITS[_unit(found["unit"]) or BARE[unit]]
    return -ceil(metres) if found["sign"] else round(metres)


def split_descent(text: str) -> tuple[str, str]:
    """Return a distance and the metres down behind it: ``12 km, 900 m down``; either may lack."""
    tongues = text.tongues if isinstance(text, Typed) else ()
    said = (text.strip(), *(tongue.english(text) for tongue in tongues))
    found = next(filter(None, map(_BEHIND.fullmatch, said)), None)
    return (text, "") if found is None else (found["distance"] or "", found["descent"])


def _number(typed: str) -> float:
    whole = re.fullmatch(r"(\d{1,3})[., ](\d{3})", typed)  # "3,000 ft": nobody says a millimetre
    return decimal(whole[1] + whole[2] if whole else typed)


def _unit(said: str | None) -> str | None:
    if said is None:
        return None
    if said.startswith(("f", "'", "’")):
        return "ft"
    if said.startswith("mi"):
        return "mi"
    return "km" if said.startswith("k") else "m"
