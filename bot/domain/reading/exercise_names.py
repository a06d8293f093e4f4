"""Names of exercises, looked up in the catalogue: other spellings, other orders, typing slips."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.facts import plain_text
from bot.domain.facts.catalogue import (
    EQUIPMENT,
    LEG_WORDS,
    LINES,
    MANNERS,
    OTHER_LANGUAGES,
    UPPER_WORDS,
)
from bot.domain.facts.training import Demand, ExerciseSet

LONGEST_NAME = 40  # characters of an exercise the catalogue does not have
_SHORTEST_TYPO = 4  # characters; below, one slip makes another word
_TWO_SLIPS_FROM = 9  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A movement of the catalogue; ``key`` is what is stored, ``name`` what is shown."""

    key: str
    name: str
    demand: Demand
    aliases: tuple[str, ...] = ()


def find(name: str) -> Exercise | None:
    """Return the exercise of the catalogue that a name means, mending small typing slips.

    Case, accents, hyphens, plurals, the order of words and words of equipment do not matter. One
    slip is mended (two from nine letters on), and only if no other exercise is as near.
    """
    return _find(name[:LONGEST_NAME])


@lru_cache(maxsize=4_096)
def exact(name: str) -> Exercise | None:
    """Return the exercise that a name is, in any spelling that ``find`` knows but no slip."""
    typed = _words(name)
    plain = [word for word in typed if word not in MANNERS]
    bare = [word for word in plain if word not in EQUIPMENT]
    for spelling in (typed, plain, bare):
        for key in ("".join(spelling), " ".join(sorted(spelling))):
            if key in _index():
                return _index()[key]
    return None


def is_key(name: str) -> bool:
    """Tell whether a stored name is the catalogue's; others are as they were typed."""
    return name in _by_key()


def display_name(name: str) -> str:
    """Return how a stored name is shown: the catalogue's name of a key, else the name itself."""
    exercise = _by_key().get(name)
    return exercise.name if exercise else name


def demand(name: str) -> Demand | None:
    """Return how hard an exercise is on the legs; ``None`` for a leg exercise we do not know."""
    exercise = _by_key().get(name) or find(name)
    if exercise:
        return exercise.demand
    return Demand.UPPER if _sounds_upper(name) else None


def unknown(sets: tuple[ExerciseSet, ...]) -> tuple[str, ...]:
    """Return the names among sets that the catalogue does not have."""
    return tuple(dict.fromkeys(line.name for line in sets if demand(line.name) is None))


def words_of(name: str) -> list[str]:
    """Return the words of a name as they are compared: no case, accents, apostrophes, hyphens."""
    return re.findall(r"[^\W_]+", re.sub("['’`´]", "", plain_text.fold(name)))


@cache
def catalogue() -> tuple[Exercise, ...]:
    """Return every exercise we know, legs first."""
    return tuple(
        Exercise(
            key=key,
            name=name,
            demand=demand_,
            aliases=_listed(aliases) + _listed(OTHER_LANGUAGES.get(key, "")),
        )
        for demand_, lines in LINES.items()
        for key, name, aliases in lines
    )


def _listed(names: str) -> tuple[str, ...]:
    return tuple(names.split(", ")) if names else ()


def _sounds_upper(name: str) -> bool:
    """Tell whether the words of a name nobody knows are those of an upper-body exercise."""
    said = set(_words(name[:LONGEST_NAME]))
    return bool(said & UPPER_WORDS) and not said & LEG_WORDS


@lru_cache(maxsize=4_096)
def _find(name: str) -> Exercise | None:
    # "leg pres" lost its last letter, not its plural: a slip is looked for with the "s" on too.
    return exact(name) or _mended("".join(_words(name))) or _mended("".join(words_of(name)))


def _mended(squashed: str) -> Exercise | None:
    if len(squashed) < _SHORTEST_TYPO:
        return None
    slips = 2 if len(squashed) >= _TWO_SLIPS_FROM else 1
    near = process.extract(
        squashed, _squashed_names(), scorer=OSA.distance, score_cutoff=slips, limit=10
    )
    if len(squashed) == _SHORTEST_TYPO:  # "sqat" lacks a letter; "hike" is no slip for "bike"
        near = [match for match in near if len(match[0]) > len(squashed)]
    nearest = min((distance for _, distance, _ in near), default=0)
    found = {
        _index()[name].key: _index()[name] for name, distance, _ in near if distance == nearest
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _words(name: str) -> list[str]:
    return [_singular(word) for word in words_of(name)]


def _singular(word: str) -> str:
    if len(word) < 3 or word.endswith("ss"):
        return word
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")


@cache
def _by_key() -> dict[str, Exercise]:
    return {exercise.key: exercise for exercise in catalogue()}


@cache
def _index() -> dict[str, Exercise]:
    index: dict[str, Exercise] = {}
    for exercise in catalogue():
        for name in (exercise.key, exercise.name, *exercise.aliases):
            spelt = _words(name)
            index.setdefault("".join(spelt), exercise)
            index.setdefault(" ".join(sorted(spelt)), exercise)
    return index


@cache
def _squashed_names() -> tuple[str, ...]:
    return tuple(key for key in _index() if " " not in key)
