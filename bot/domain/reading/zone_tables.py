"""Tables of zones and places, from the pinned ``tzdata`` package and our own names."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

from bot.domain.facts import plain_text
from bot.domain.reading.places import ABBREVIATIONS, BIG, COUNTRY_WORDS, PLACES
from bot.domain.reading.regions import ABROAD, TOWNS

_NO_PLACES: Final = (  # directions and states there, not towns
    *("US/", "Canada/", "Brazil/", "Chile/", "Mexico/"),
    *("Australia/West", "Australia/North", "Australia/South"),
)


@cache
def names() -> frozenset[str]:
    """Return every zone name of the pinned tz database, old ones included."""
    listed = _data().joinpath("zones").read_text(encoding="ascii").split()
    return frozenset(listed) - {"Factory"}


def key_of(text: str) -> str:
    """Return a name as it is compared: letters and digits alone, without case and accents."""
    return re.sub(r"[\W_]", "", plain_text.fold(text))


@cache
def ranked() -> tuple[str, ...]:
    """Return the zones of today's places, big cities first."""
    return tuple(dict.fromkeys([*BIG, *(name for _, _, name, *_ in _table("zone.tab"))]))


@cache
def paths() -> dict[str, str]:
    """Return every Area/City name by its lower-case spelling; bare offsets are not places."""
    return {n.lower(): n for n in names() if "/" in n and not n.startswith("Etc/")}


@cache
def entries() -> tuple[tuple[str, str], ...]:
    """Return (key, zone) for all places, big cities first and a zone's own name foremost."""
    found = [(key_of(said), name) for name in ranked() for said in (name.split("/")[-1], name)]
    in_english = dict(_table("iso3166.tab"))
    for code, _, name, *_ in _table("zone.tab"):
        country = in_english[code]
        everyday = COUNTRY_WORDS.get(country, "").split(", ")
        known_as = (country, re.sub(r" \(.*", "", country), *everyday)
        found += [(key_of(word), name) for word in known_as]
    for name, places in (*PLACES.items(), *TOWNS.items(), *ABROAD.items()):
        found += [(key_of(place), name) for place in places.split(", ")]
    return tuple(
        sorted((entry for entry in found if entry[0]), key=lambda entry: _ranks()[entry[1]])
    )


@cache
def index() -> dict[str, list[str]]:
    """Return the zones of every place by its key, the likeliest first."""
    found: dict[str, list[str]] = {}
    for key, name in entries():
        if name not in found.setdefault(key, []):
            found[key].append(name)
    for name in sorted(paths().values()):
        if not name.startswith(_NO_PLACES):
            found.setdefault(key_of(name.split("/")[-1]), [name])
    return found


@cache
def countries() -> dict[str, list[str]]:
    """Return the zones of each country by its code in small letters, those of many people first."""
    found: dict[str, list[str]] = {}
    for code, _, name, *_ in _table("zone.tab"):
        found.setdefault(code.lower(), []).append(name)
    return {code: sorted(its, key=_ranks().__getitem__) for code, its in found.items()}


@cache
def abbreviations() -> dict[str, list[str]]:
    """Return the zones of each abbreviation in small letters, the likeliest first."""
    return {
        short: found.split() for shorts, found in ABBREVIATIONS.items() for short in shorts.split()
    }


def file_of(name: str) -> Traversable:
    """Return the tz database's file of a zone."""
    return _data().joinpath("zoneinfo", *name.split("/"))


@cache
def _ranks() -> dict[str, int]:
    return {name: place for place, name in enumerate(ranked())}


@cache
def _data() -> Traversable:
    return resources.files("tzdata")


def _table(file: str) -> Iterator[list[str]]:
    text = _data().joinpath("zoneinfo", file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
