"""Exercise names as apps write them, looked up in the catalogue: legs, not legs, or unknown.

A typing slip is never mended: a name of an app is right or another exercise. Rules come before
lists: ``A (B)`` is tried as ``B A`` and ``A``, what follows `` - `` and words of manner and
position are left aside, each only where the whole did not match.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from bot.domain.facts import plain_text
from bot.domain.facts.catalogue import LEG_WORDS, UPPER_WORDS
from bot.domain.facts.training import Demand
from bot.domain.importing.rows import Sport
from bot.domain.reading.exercise_names import Exercise, exact, words_of

MANNERS: Final = re.compile(
    r"\b(?:single arm|one arm|alternating|seated|sitting|standing|kneeling|lying|incline|decline"
    r"|flat|(?:close|wide|reverse|neutral|narrow|bar|rope) grip|assisted|weighted|iso lateral"
    r"|plate loaded"
    r"|behind the (?:back|head|neck)|cross body|on floor|parallel bars|horizontal|vertical"
    r"|straight arm|chest supported|smith)\b"
)
"""Words of manner and position, left out where the whole name is not known."""

_RIDES: Final = frozenset({"bike", "elliptical", "rowing_machine", "stair_climber"})
_RUNNING: Final = frozenset({"running", "run", "treadmill", "trail running", "jogging", "laufen"})
_WALKING: Final = frozenset({"walking", "walk", "hiking", "hike", "gehen", "wandern"})
_AFTER_DASH: Final = re.compile(r" [-–—] .*$")
_BRACKETS: Final = re.compile(r"^(?P<a>[^()]+?)\s*\((?P<b>[^()]*)\)(?P<c>.*)$")
_SUGGESTED: Final = re.compile(
    r"squat|lunge|\bleg|glute|calf|calves|hamstring|\bhips?\b|deadlift|quad|thigh|adduct|abduct"
    r"|kniebeuge|ausfallschritt|bein|wade|gesass|huft|kreuzheben"
    r"|sentadilla|zancada|pierna|gluteo|gemelo|femoral|cadera|peso muerto"
    r"|agachamento|afundo|perna|panturrilha|quadril|levantamento terra|extensora|flexora"
    r"|fente|cuisse|jambe|fessier|mollet|ischio|hanche|souleve de terre"
    r"|affond|gamb|polpacci|stacco|przysiad|wykrok|nog|lydk|posladk|martwy ciag"
    r"|スクワット|ランジ|レッグ|デッドリフト"
)


def sport(name: str) -> Sport | None:
    """Return the sport that a name of an exercise is, ``None`` for an exercise."""
    said = " ".join(words_of(_BRACKETS.sub(r"\g<a>", name)))
    if said in _RUNNING:
        return Sport.RUN
    return Sport.WALK if said in _WALKING else None


@lru_cache(maxsize=4_096)
def known(name: str) -> Exercise | None:
    """Return the exercise of the catalogue that a name is, in the ways that apps write it."""
    whole = exact(name)
    if whole is not None:
        return whole
    found = next((hit for said in _ways(name) if (hit := exact(said)) is not None), None)
    if found is None or (found.demand is Demand.UPPER) == (_sounds(name) is Demand.UPPER):
        return found
    return None if _sounds(name) is not None else found  # "leg press" is no "press" of some manner


@lru_cache(maxsize=4_096)
def is_not_legs(name: str) -> bool:
    """Tell whether a name is surely no leg work: one of the catalogue's, or words that say so."""
    found = known(name)
    if found is not None:
        return found.demand is Demand.UPPER
    return _sounds(name) is Demand.UPPER


def is_suggested(name: str) -> bool:
    """Tell whether an unknown name sounds like leg work."""
    return bool(_SUGGESTED.search(plain_text.fold(name)))


def is_cardio(key: str | None) -> bool:
    """Tell whether an exercise is a machine that rides and warm-ups are logged on, too."""
    return key in _RIDES


def _sounds(name: str) -> Demand | None:
    """Return ``UPPER`` or some leg demand where the words of a name say which, else ``None``."""
    said = {word.removesuffix("s") for word in words_of(name)}
    if said & LEG_WORDS or is_suggested(name):
        return Demand.COMPOUND
    return Demand.UPPER if said & UPPER_WORDS else None


def _ways(name: str) -> Iterator[str]:
    brackets = _BRACKETS.match(name)
    outer = _BRACKETS.sub(r"\g<a> \g<c>", name)
    short = _AFTER_DASH.sub("", outer)
    if brackets:
        yield f"{brackets['b']} {outer}"
        yield outer
    yield short
    for way in (name, short):
        said = " ".join(words_of(way))
        plain = MANNERS.sub(" ", said)
        if plain != said and plain.strip():
            yield plain
