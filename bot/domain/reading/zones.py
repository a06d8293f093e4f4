"""Any way of naming a time zone, read as a name of the tz database; never as an offset.

Zones and names come from the pinned ``tzdata`` package, not from the machine: copies disagree
(``reliability`` §3), and every process must plan the same moments.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz, process

from bot.domain.facts import plain_text
from bot.domain.facts.errors import BadInput
from bot.domain.reading.clock_times import CLOCK, parse, shown, simple
from bot.domain.reading.places import ABBREVIATIONS, BIG, COUNTRY_WORDS, PLACES
from bot.domain.reading.regions import STATES, TOWNS, WORDS_TOO, flag_country, short_form

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
_NO_PLACES: Final = (  # directions and states there, not towns
    *("US/", "Canada/", "Brazil/", "Chile/", "Mexico/"),
    *("Australia/West", "Australia/North", "Australia/South"),
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
        return _settled(_distinct(_countries().get(code, []), now), text)
    plain = simple(text, "zone_not_understood")
    if plain in _UTC:
        return ZoneReading(name="UTC")
    if (exact := _paths().get(plain.replace(" ", "_"))) and not _namesakes(plain):
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


def suggest(prefix: str, *, now: datetime, limit: int = MOST_CANDIDATES) -> list[tuple[str, str]]:
    """Return labels (place, zone, its time now) and zone names for what is typed so far."""
    try:
        plain = simple(prefix, "zone_not_understood")
        places = _beginning(plain)
        if not places:
            reading = read_zone(plain, now=now)
            found = (reading.name,) if reading.name else reading.candidates
            places = {name: name for name in found}
    except BadInput:
        return []
    return [(_label(place, name, now), name) for name, place in list(places.items())[:limit]]


@cache
def zone(name: str) -> ZoneInfo:
    """Return a zone of the pinned tz database by its exact name.

    Raises:
        BadInput: ``zone_unknown``.
    """
    if name not in names():
        raise BadInput("zone_unknown", name=shown(name))
    with _data().joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


@cache
def names() -> frozenset[str]:
    """Return every zone name of the pinned tz database, old ones included."""
    listed = _data().joinpath("zones").read_text(encoding="ascii").split()
    return frozenset(listed) - {"Factory"}


def _whole(plain: str) -> list[str]:
    return _index().get(_key(plain), [])


def _namesakes(plain: str) -> bool:
    return "/" not in plain and len(_whole(plain)) > 1


def _coded(plain: str) -> list[str]:
    """Return the zones of a code of a state or country, countries of many people first."""
    states = _whole(STATES[plain]) if plain in STATES else []
    country = _countries().get(plain, [])
    return [*country, *states] if plain == "de" else [*states, *country]


def _in_region(plain: str, now: datetime) -> ZoneReading | None:
    """Read a town with its state or country: "Berlin, Germany", "Athens, GA", "London Ontario".

    Certain where the town is known to be there; else the region's zones are offered first, and the
    town's own with them: nobody asked for a region for nothing.
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
        if len(both) == 1:
            return ZoneReading(name=both[0])
        offered = tuple(dict.fromkeys((*both, *_distinct(regions, now), *towns)))
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
    return _abbreviations().get(_key(plain), [])


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
    offsets = ((name, utc.astimezone(zone(name)).utcoffset()) for name in _ranked())
    return {name: offset for name, offset in offsets if offset is not None}


def _fits(clock: time, wall: datetime) -> bool:
    apart = (datetime.combine(wall, clock, tzinfo=UTC) - wall) % _DAY
    return min(apart, _DAY - apart) <= CLOCK_SLACK


def _alike(plain: str) -> list[str]:
    key = _key(plain)
    found = list(_beginning(plain)) if len(key) >= _SHORTEST_BEGINNING else []
    if len(key) >= _SHORTEST_TYPO:
        near = process.extract(key, list(_index()), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=9)
        found += [name for alike, _, _ in near for name in _index()[alike]]
    return list(dict.fromkeys(found))


def _beginning(plain: str) -> dict[str, str]:
    key = _key(plain)
    begins: dict[str, str] = {}
    for known, place, name in _entries():
        if known.startswith(key):
            begins.setdefault(name, place)
    return begins


def _label(place: str, name: str, now: datetime) -> str:
    shown_name = name.replace("_", " ")
    places = [place, shown_name] if place != name else [shown_name]
    return " · ".join([*places, f"{now.astimezone(zone(name)):%H:%M}"])


def _key(text: str) -> str:
    return re.sub(r"[\W_]", "", plain_text.fold(text))


@cache
def _data() -> Traversable:
    return resources.files("tzdata")


def _table(file: str) -> Iterator[list[str]]:
    text = _data().joinpath("zoneinfo", file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def _ranked() -> tuple[str, ...]:
    """Return the zones of today's places, big cities first."""
    return tuple(dict.fromkeys([*BIG, *(name for _, _, name, *_ in _table("zone.tab"))]))


@cache
def _paths() -> dict[str, str]:
    """Return every Area/City name by its lower-case spelling; bare offsets are not places."""
    return {n.lower(): n for n in names() if "/" in n and not n.startswith("Etc/")}


@cache
def _entries() -> tuple[tuple[str, str, str], ...]:
    """Return (key, place, zone) for all places, big cities first and a zone's own name foremost."""
    found = [(_key(key), name, name) for name in _ranked() for key in (name.split("/")[-1], name)]
    countries = dict(_table("iso3166.tab"))
    for code, _, name, *_ in _table("zone.tab"):
        country = countries[code]
        everyday = COUNTRY_WORDS.get(country, "").split(", ")
        known_as = (country, re.sub(r" \(.*", "", country), *everyday)
        found += [(_key(word), country, name) for word in known_as]
    for name, places in (*PLACES.items(), *TOWNS.items()):
        found += [(_key(place), place.title(), name) for place in places.split(", ")]
    rank = {name: place for place, name in enumerate(_ranked())}
    return tuple(sorted((entry for entry in found if entry[0]), key=lambda entry: rank[entry[2]]))


@cache
def _index() -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for key, _, name in _entries():
        if name not in index.setdefault(key, []):
            index[key].append(name)
    for name in sorted(_paths().values()):
        if not name.startswith(_NO_PLACES):
            index.setdefault(_key(name.split("/")[-1]), [name])
    return index


@cache
def _countries() -> dict[str, list[str]]:
    """Return the zones of each country by its code in small letters, those of many people first."""
    rank = {name: place for place, name in enumerate(_ranked())}
    found: dict[str, list[str]] = {}
    for code, _, name, *_ in _table("zone.tab"):
        found.setdefault(code.lower(), []).append(name)
    return {
        code: sorted(zones_, key=lambda name: rank.get(name, 999)) for code, zones_ in found.items()
    }


@cache
def _abbreviations() -> dict[str, list[str]]:
    return {
        short: found.split() for shorts, found in ABBREVIATIONS.items() for short in shorts.split()
    }
