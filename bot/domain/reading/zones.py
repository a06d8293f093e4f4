"""Read a time zone, however it is named, as a name of the tz database; never as an offset.

Zones and names come from the pinned ``tzdata`` package, not from the machine: copies disagree
(``reliability`` §3), and every process must plan the same moments.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz, process

from bot.domain.facts.errors import BadInput
from bot.domain.facts.member import Member
from bot.domain.reading.clock_times import CLOCK, parse, shown, simple
from bot.domain.reading.regions import STATES, WORDS_TOO, flag_country, short_form
from bot.domain.reading.zone_tables import (
    abbreviations,
    countries,
    entries,
    file_of,
    index,
    key_of,
    names,
    paths,
    ranked,
)

MOST_CANDIDATES: Final = 25  # options of a Discord select
CLOCK_SLACK: Final = timedelta(minutes=7)  # offsets are quarters of an hour apart
_DAY: Final = timedelta(days=1)
_MONTH: Final = timedelta(days=30)
_UTC: Final = frozenset({"utc", "z", "zulu", "etc/utc"})
_SHORTEST_BEGINNING: Final = 3  # letters
_SHORTEST_TYPO: Final = 4  # letters
_ALIKE: Final = 80  # percent

_OFFSET = re.compile(
    r"(?:utc|gmt)? ?([+-]) ?(\d{1,2})(?::?([0-5]\d)|[.,](5|25|50|75))?|etc/gmt([+-])(\d{1,2})"
)
_SHARES: Final = {"5": 30, "50": 30, "25": 15, "75": 45}  # minutes of a decimal offset
_CLOCK = re.compile(CLOCK, re.VERBOSE)
_AROUND_CLOCKS: Final = frozenset(
    {"it", "is", "its", "for", "me", "my", "time", "now", "here", "the", "currently", "right"}
    | {"clock", "says", "local", "about", "i", "have", "at", "s", "rn", "atm", "just", "ish", "in"}
    | {"currently", "presently", "over", "where", "live", "am", "today", "and", "so", "please"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneReading:
    """The zone a text names for certain, or those it may mean, the likeliest first."""

    name: str | None = None
    candidates: tuple[str, ...] = ()


def read_zone(text: str, *, now: datetime) -> ZoneReading:
    """Read a zone name, city, state, country, abbreviation, offset or "it is 18:40 for me".

    A zone name in any case is kept with its own spelling, old names included (Asia/Calcutta).
    Offsets and clock times offer the zones that match them at ``now``; what looks like a typing
    slip, and a country or abbreviation of several zones, offer those.

    Raises:
        BadInput: ``zone_not_understood``.
    """
    if (code := flag_country(text)) is not None:
        return _settled(_distinct(countries().get(code, []), now), text)
    plain = simple(text, "zone_not_understood")
    if plain in _UTC:
        return ZoneReading(name="UTC")
    if (exact := paths().get(plain.replace(" ", "_"))) and not _namesakes(plain):
        return ZoneReading(name=exact)
    short = short_form(plain)
    for said in dict.fromkeys((plain, short)):
        certain = _distinct(_whole(said), now) or _abbreviated(said)
        if not certain and (text.strip().isupper() or said not in WORDS_TOO):
            certain = _distinct(_coded(said), now)
        if certain:
            return _settled(certain, text)
    town = _in_region(short, now)
    if town:
        return town
    found = _by_offset(plain, now) or _by_clock(plain, now) or _alike(short)
    return _settled(found, text, offer=True)


def _settled(found: Sequence[str], text: str, *, offer: bool = False) -> ZoneReading:
    if not found:
        raise BadInput("zone_not_understood", text=shown(text))
    if len(found) == 1 and not offer:
        return ZoneReading(name=found[0])
    return ZoneReading(candidates=tuple(found[:MOST_CANDIDATES]))


@cache
def zone(name: str) -> ZoneInfo:
    """Return a zone of the pinned tz database by its exact name.

    Raises:
        BadInput: ``zone_unknown``.
    """
    if name not in names():
        raise BadInput("zone_unknown", name=shown(name))
    with file_of(name).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def zone_of(member: Member) -> ZoneInfo | None:
    """Return the zone in which the member's clock is read, ``None`` while unknown."""
    return None if member.zone is None else zone(member.zone)


def _whole(plain: str) -> list[str]:
    return index().get(key_of(plain), [])


def _namesakes(plain: str) -> bool:
    return "/" not in plain and len(_whole(plain)) > 1


def _coded(plain: str) -> list[str]:
    """Return the zones of a code of a state or country, countries of many people first."""
    states = _whole(STATES[plain]) if plain in STATES else []
    country = countries().get(plain, [])
    return [*country, *states] if plain == "de" else [*states, *country]


def _in_region(plain: str, now: datetime) -> ZoneReading | None:
    """Read a town with its state or country: "Berlin, Germany", "Athens, GA", "London Ontario".

    Certain where the town is known to be there and to be the only one of its name; else it is
    offered with its namesakes, after it the region's zones: nobody names a region for nothing.
    """
    parts = [part.strip() for part in plain.split(",") if part.strip()]
    splits = [(parts[0], " ".join(parts[1:]))] if len(parts) > 1 else _splits(plain)
    for town, region in splits:
        towns = _whole(town)
        regions = _whole(region) or _coded(region) or _abbreviated(region)
        if not towns and not regions:
            continue
        if len(parts) < 2 and not (towns and regions):
            continue
        both = _distinct((name for name in towns if name in regions), now)
        if len(both) == 1 == len(_distinct(towns, now)):
            return ZoneReading(name=both[0])
        its = () if both else _distinct(regions, now)
        offered = tuple(dict.fromkeys((*both, *its, *_distinct(towns, now))))
        return ZoneReading(candidates=offered[:MOST_CANDIDATES])
    return None


def _splits(plain: str) -> list[tuple[str, str]]:
    words = plain.split()
    return [(" ".join(words[:n]), " ".join(words[n:])) for n in range(len(words) - 1, 0, -1)]


def _distinct(found: Iterable[str], now: datetime) -> list[str]:
    # Germany has two zones in the database, and one time: the big city stands for both.
    by_time: dict[tuple[timedelta | None, ...], str] = {}
    for name in found:
        year = tuple(
            (now + month * _MONTH).astimezone(zone(name)).utcoffset() for month in range(13)
        )
        by_time.setdefault(year, name)
    return list(by_time.values())


def _abbreviated(plain: str) -> list[str]:
    return abbreviations().get(key_of(plain), [])


def _by_offset(plain: str, now: datetime) -> list[str]:
    found = _OFFSET.fullmatch(plain)
    if found is None:
        return []
    sign, hours, minutes, share, posix_sign, posix_hours = found.groups()
    offset = timedelta(
        hours=int(hours or posix_hours), minutes=int(minutes or 0) + _SHARES.get(share or "", 0)
    )
    if (sign or posix_sign) == ("-" if sign else "+"):  # Etc/GMT+5 is five hours behind
        offset = -offset
    return [name for name, its in _offsets(now).items() if its == offset]


def _by_clock(plain: str, now: datetime) -> list[str]:
    found = _CLOCK.search(plain)
    if found is None:
        return []
    around = re.findall("[a-z]+", plain[: found.start()] + " " + plain[found.end() :])
    if set(around) - _AROUND_CLOCKS:
        return []
    try:
        clocks = parse(found[0].strip()).halves()
    except ValueError:
        return []
    offsets, utc = _offsets(now), now.astimezone(UTC)
    fitting = {o for o in offsets.values() if any(_fits(clock, utc + o) for clock in clocks)}
    return [name for name, offset in offsets.items() if offset in fitting]


def _offsets(now: datetime) -> dict[str, timedelta]:
    utc = now.astimezone(UTC)
    offsets = ((name, utc.astimezone(zone(name)).utcoffset()) for name in ranked())
    return {name: offset for name, offset in offsets if offset is not None}


def _fits(clock: time, wall: datetime) -> bool:
    apart = (datetime.combine(wall, clock, tzinfo=UTC) - wall) % _DAY
    return min(apart, _DAY - apart) <= CLOCK_SLACK


def _alike(plain: str) -> list[str]:
    key = key_of(plain)
    found: list[str] = []
    if len(key) >= _SHORTEST_BEGINNING:
        found += [name for known, name in entries() if known.startswith(key)]
    if len(key) >= _SHORTEST_TYPO:
        near = process.extract(key, list(index()), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=9)
        found += [name for alike, _, _ in near for name in index()[alike]]
    return list(dict.fromkeys(found))
