"""A zone said behind a clock time: ``18:30 EST``, ``7am UTC+2``, ``09:00-0600``.

An abbreviation that the member's own zone bears, in summer or in winter, is the clock on their
wall. Another counts only if it means one offset: nobody knows whose noon ``noon IST`` is.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.reading.places import ABBREVIATIONS

_BY_HOURS: Final = {  # ahead of UTC: abbreviations that mean one offset only
    -10: "hst",
    -9: "akst",
    -8: "akdt",
    -7: "mst pdt",
    -6: "mdt",
    -5: "est cdt cot",
    -4: "edt clt",
    -3.5: "nst",
    -3: "adt brt art clst",
    -2.5: "ndt",
    0: "gmt utc z wet",
    1: "west cet mez wat",
    2: "cest mesz eet cat sast",
    3: "eest msk trt eat",
    5: "pkt",
    5.75: "npt",
    7: "ict wib",
    8: "wita sgt myt pht hkt awst",
    9: "jst kst",
    9.5: "acst",
    10: "aest",
    10.5: "acdt",
    11: "aedt",
    12: "nzst",
    13: "nzdt",
}
_FIXED: Final = {short: hours for hours, its in _BY_HOURS.items() for short in its.split()}
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
