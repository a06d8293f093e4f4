"""A zone said behind a clock time: ``18:30 EST``, ``7am UTC+2``, ``09:00-0600``.

An abbreviation that the member's own zone bears, in summer or in winter, is the clock on their
wall. Another counts only if it means one offset: nobody knows whose noon ``noon IST`` is.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.reading.places import ABBREVIATIONS

_FIXED: Final = {  # hours ahead of UTC, of abbreviations that mean one offset only
    "est": -5,
    "edt": -4,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pdt": -7,
    "akst": -9,
    "akdt": -8,
    "hst": -10,
    "adt": -3,
    "nst": -3.5,
    "ndt": -2.5,
    "brt": -3,
    "art": -3,
    "cot": -5,
    "clt": -4,
    "clst": -3,
    "gmt": 0,
    "utc": 0,
    "z": 0,
    "wet": 0,
    "west": 1,
    "cet": 1,
    "mez": 1,
    "cest": 2,
    "mesz": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "trt": 3,
    "wat": 1,
    "cat": 2,
    "sast": 2,
    "eat": 3,
    "pkt": 5,
    "npt": 5.75,
    "ict": 7,
    "wib": 7,
    "wita": 8,
    "sgt": 8,
    "myt": 8,
    "pht": 8,
    "hkt": 8,
    "awst": 8,
    "jst": 9,
    "kst": 9,
    "acst": 9.5,
    "acdt": 10.5,
    "aest": 10,
    "aedt": 11,
    "nzst": 12,
    "nzdt": 13,
}
_AMBIGUOUS: Final = ("ist", "cst", "pst", "bst", "ast", "amt", "gst")
_OWN_TOO: Final = {"amt": ("America/Manaus", "Asia/Yerevan"), "pst": ("Asia/Manila",)}
_NAMES: Final = "|".join(sorted((*_FIXED, *_AMBIGUOUS), key=len, reverse=True))
ZONE: Final = (
    rf"(?:(?:utc|gmt|z)\ ?[+-]\ ?\d{{1,2}}(?::?[0-5]\d)?(?!\d)|(?<=\d)\ ?[+-]\d\d:?[0-5]\d(?!\d)"
    rf"|(?<![a-z])(?:{_NAMES})(?![a-z]))"
)


def moved_to(said: str, wall: datetime, own: ZoneInfo | None) -> list[datetime]:
    """Return the moment of a wall time in the zone that is said; none where that is unclear."""
    if (offset := re.search(r"([+-]) ?(\d{1,2}):?(\d\d)?", said)) is not None:
        hours, minutes = int(offset[2]), int(offset[3] or 0)
        ahead = timedelta(hours=hours, minutes=minutes) * (-1 if offset[1] == "-" else 1)
        return [wall.replace(tzinfo=timezone(ahead))]
    if own is not None and _bears(own, said, wall.year):
        return [wall]
    if said not in _FIXED:
        return []
    return [wall.replace(tzinfo=timezone(timedelta(hours=_FIXED[said])))]


def _bears(own: ZoneInfo, said: str, year: int) -> bool:
    halves = (datetime(year, month, 1, tzinfo=UTC).astimezone(own) for month in (1, 7))
    if said.upper() in {half.tzname() for half in halves}:
        return True
    listed = next((found for short, found in ABBREVIATIONS.items() if said in short.split()), "")
    ambiguous = said in _AMBIGUOUS or said in {"cet", "mez", "cest", "mesz"}
    return own.key in _OWN_TOO.get(said, ()) or (ambiguous and own.key in listed.split())
