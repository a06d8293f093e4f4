"""The words of a planned thing: ``legs tue 18:00 hard``, ``no easy run fri``, ``long sun``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.facts.errors import BadInput
from bot.domain.facts.training import RunKind
from bot.domain.facts.week import LegEffort
from bot.domain.reading.clock_times import read_clock, shown, simple
from bot.domain.reading.numbers import read_minutes
from bot.domain.reading.weekdays import read_days
from bot.domain.tongues.typed import in_either

PROBLEM: Final = "what_if_not_understood"
MOST_TRIED: Final = 6  # pieces of one try
_LEGS: Final = ("legs", "leg", "leg day", "legday", "lifting", "squats", "gym")
_RUNS: Final = {
    RunKind.WALK: ("walk", "walking"),
    RunKind.EASY: ("easy", "easy run", "run", "jog", "recovery run"),
    RunKind.STEADY: ("steady", "steady run"),
    RunKind.TEMPO: ("tempo", "tempo run", "threshold"),
    RunKind.INTERVALS: ("intervals", "interval", "interval run", "speed", "track"),
    RunKind.SPRINTS: ("sprints", "sprint"),
    RunKind.HILLS: ("hills", "hill", "hill run", "hill repeats"),
    RunKind.DOWNHILL: ("downhill", "downhill run"),
    RunKind.LONG: ("long", "long run"),
    RunKind.RACE: ("race", "racing"),
}
_NAMES: Final[dict[str, RunKind | None]] = {
    **dict.fromkeys(_LEGS),
    **{name: kind for kind, names in _RUNS.items() for name in names},
}
_EFFORTS: Final = {
    **dict.fromkeys(("light", "lighter"), LegEffort.LIGHT),
    **dict.fromkeys(("ordinary", "normal", "medium", "moderate"), LegEffort.ORDINARY),
    **dict.fromkeys(("hard", "heavy", "harder"), LegEffort.HARD),
}
_WITHOUT = re.compile(r"(?:no|without|drop|skip|not|cancel) (.+)")
_LENGTH = re.compile(r"\b(?:\d+ ?h(?:ours?)? ?)?\d+ ?(?:min(?:ute)?s?|m|h(?:ours?)?)\b$")
_FILLING = re.compile(r"\b(?:on|at|for|the|a|an|and)\b|[@&+]")
_LONGEST_NAME: Final = 3  # words
_SLIP_FROM: Final = 3  # letters: shorter names are typed as they are


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedPiece:
    """One change to try; of what was not said the plan's own holds."""

    run: RunKind | None  # ``None`` is a leg day
    days: frozenset[int]  # those it is put on
    gone: bool = False  # it is taken off them instead
    at: time | None = None
    minutes: int | None = None
    effort: LegEffort | None = None


@in_either
def read_what_if(text: str) -> tuple[TriedPiece, ...]:
    """Read what somebody wants to try, pieces by comma: all of it or nothing.

    Raises:
        BadInput: ``what_if_not_understood`` with the piece, or ``what_if_too_many``.
    """
    typed = [piece for piece in re.split(r"[,;\n]", text) if piece.strip()]
    if len(typed) > MOST_TRIED:
        raise BadInput("what_if_too_many", limit=MOST_TRIED, count=len(typed))
    if not typed:
        raise BadInput(PROBLEM, text=shown(text))
    return tuple(_piece(piece) for piece in typed)


def _piece(typed: str) -> TriedPiece:
    plain = " ".join(_FILLING.sub(" ", simple(typed, PROBLEM)).split())
    without = _WITHOUT.fullmatch(plain)
    words = (without[1] if without else plain).split()
    for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
        name = _named(" ".join(words[:size]))
        if name is None:
            continue
        try:
            return _placed(_NAMES[name], words[size:], gone=without is not None)
        except BadInput:
            continue
    raise BadInput(PROBLEM, text=shown(typed))


def _placed(run: RunKind | None, words: list[str], *, gone: bool) -> TriedPiece:
    """Read the days, and what of time, effort and minutes follows them.

    Raises:
        BadInput: something was not understood.
    """
    said, effort = list(words), None
    for word in words:
        if run is None and word in _EFFORTS:
            effort = _EFFORTS[word]
            said.remove(word)
    for size in range(len(said), 0, -1):
        days = _days(" ".join(said[:size]))
        if days is not None:
            at, minutes = _time_and_length(" ".join(said[size:]))
            if gone and (at, minutes, effort) != (None, None, None):
                raise BadInput(PROBLEM)
            return TriedPiece(run=run, days=days, gone=gone, at=at, minutes=minutes, effort=effort)
    raise BadInput(PROBLEM)


def _days(said: str) -> frozenset[int] | None:
    try:
        return read_days(said)
    except BadInput:
        return None


def _time_and_length(said: str) -> tuple[time | None, int | None]:
    length = _LENGTH.search(said)
    rest = said if length is None else said[: length.start()].strip()
    minutes = None if length is None else read_minutes("minutes", length[0])
    return (read_clock(rest) if rest else None), minutes


def _named(said: str) -> str | None:
    """Return the name that was typed, slips mended; ``None`` where it is none, or could be two."""
    if said in _NAMES:
        return said
    if len(said) < _SLIP_FROM:
        return None
    near = list(_near(said))
    kinds = {_NAMES[name] for name, slips in near if slips == near[0][1]}
    return near[0][0] if len(kinds) == 1 else None


def _near(said: str) -> Iterator[tuple[str, int]]:
    found = process.extract(said, _NAMES.keys(), scorer=OSA.distance, score_cutoff=1, limit=4)
    for name, slips, _ in found:
        yield name, int(slips)
