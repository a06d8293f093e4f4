"""Words of titles and types of activities, in the languages that apps write them in."""

import re
from typing import Final

from bot.domain.facts import plain_text
from bot.domain.facts.training import RunKind
from bot.domain.importing.rows import Sport

# The first that matches decides: "easy long run" is long, "long intervals" are intervals.
_KINDS: Final = {
    RunKind.RACE: (
        r"race|parkrun|marathon|wettkampf|wettlauf|carrera popular|"
        r"course a pied officielle|gara|zawody|corrida de rua"
    ),
    RunKind.INTERVALS: (
        r"intervals?|intervalle?s?|intervall\w*|intervalos?|fractionne|ripetute|"
        r"interwaly?|repeats|\d+ ?x ?\d{3,4}"
    ),
    RunKind.SPRINTS: r"sprints?",
    RunKind.HILLS: r"hills?|hugel\w*|berg\w*|cuestas|cotes|salite|podbiegi",
    RunKind.TEMPO: r"tempo\w*|threshold|schwelle\w*|umbral|seuil|soglia|limiar",
    RunKind.LONG: r"long|lang\w*|longo|larga|longue|lungo|dlugi\w*",
    RunKind.EASY: (
        r"easy|recovery|locker\w*|regenerat\w*|suave|facil|footing|lento|leve|spokojn\w*|jog\w*"
    ),
}
KINDS: Final = tuple((kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _KINDS.items())

_SPORTS: Final = {
    Sport.RIDE: (
        r"\w*cycling|rid(?:e|ing)|bik(?:e|ing)|radfahren|rad\w*|ciclismo|bicicleta|velo|"
        r"cyclisme|bici\w*|rower\w*|kolarstwo|\w*ride"
    ),
    Sport.WALK: (
        r"walk(?:ing)?|hik(?:e|ing)|gehen|spazier\w*|wander\w*|caminata|caminar|caminhada|"
        r"marche|randonnee|camminata|escursione|spacer|marsz|senderismo"
    ),
    Sport.STRENGTH: (
        r"strength|weight ?training|weights?|krafttraining|kraft|fuerza|forca|musculation|"
        r"forza|pesi|silow\w*|workout|crossfit"
    ),
    Sport.RUN: (
        r"\w*run(?:ning)?|jog(?:ging)?|treadmill|laufen|\w*lauf|carrera|correr|corrida|"
        r"course(?: a pied)?|trail|corsa|bieg\w*|laufband|ランニング|ラン"
    ),
}
SPORTS: Final = tuple((sport, re.compile(rf"\b(?:{words})\b")) for sport, words in _SPORTS.items())

RUNNING: Final = (2.5, 15.0)  # minutes for a kilometre


def kind_of(title: str) -> RunKind:
    """Return the kind of run that a title tells; not said is not easy, but steady."""
    said = plain_text.fold(title)
    return next((kind for kind, words in KINDS if words.search(said)), RunKind.STEADY)


def sport_of(said: str) -> Sport:
    """Return which sport a type of activity is."""
    folded = plain_text.fold(said)
    return next((sport for sport, words in SPORTS if words.search(folded)), Sport.OTHER)


def sport_by_pace(minutes: float, km: float) -> Sport:
    """Return which sport a pace is of, where a file does not say; unknown is taken for a run."""
    pace = minutes / km if km else 0.0
    if not pace or RUNNING[0] <= pace <= RUNNING[1]:
        return Sport.RUN
    return Sport.RIDE if pace < RUNNING[0] else Sport.WALK
