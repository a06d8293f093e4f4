"""Read one piece of a session's text: which exercise it names, and the sets that it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from bot.domain.facts.catalogue import LOADED
from bot.domain.facts.plain_text import has_digit
from bot.domain.facts.settings import MassUnit
from bot.domain.reading.exercise_names import LONGEST_NAME, exact, find, words_of
from bot.domain.reading.lift_words import Line, is_no_volume, lines
from bot.domain.reading.pieces import Piece, pieces
from bot.domain.reading.set_clauses import labels, name_spans, split_names
from bot.domain.reading.set_lines import (
    Unclear,
    Volume,
    looks_like_load,
    read_volume,
)

_DENIED = re.compile(  # words that say a set was not done, or not all of it
    r"\b(?:skip\w*|miss\w*|cancel\w*|fail(?:ed|s)|not|never|didn['’]?t|without|except|instead"
    r"|planned|only|half|no|less|or|to|each way)\b"
    r"|\b(?:plates?|stones?|st|notch\w*|pins?|holes?|levels?|stacks?|bricks?|watts?|bands?|dis[ck]s?"
    r"|wheels?|chains?)\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(  # in brackets, where "no belt" and "plate loaded" say nothing of that
    r"\b(?:skip\w*|miss\w*|cancel\w*|fail(?:ed|s)|not|never|didn['’]?t|planned)\b", re.IGNORECASE
)
_REMARK = re.compile(
    r"\b(?:felt|feel\w*|easy|hard|heavy|light|good|great|ok(?:ay)?|strong|weak|tired|tough|pr|pb|new"
    r"|personal|pumped?|pain\w*|sore|belt\w*|sleeves|wraps|straps|chalk|grind\w*|fun|done"
    r"|fast|slow)\b",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(r" ?[/&] ?| (?:and|then|ss|superset with) ", re.IGNORECASE)
_AROUND_NAMES = re.compile(
    r"^(?:i )?(?:(?:just|also) )?(?:did|trained|hit) |^(?:some|a few|lots of) |,? today$",
    re.IGNORECASE,
)
_NO_NAMES: Final = frozenset({"and", "with", "&"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A name that was taken for another because it looks like a typing slip."""

    typed: str
    taken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The exercise of a line; ``continued`` where the line names none and goes on with the last."""

    name: str
    guess: Guess | None = None
    aside: tuple[str, ...] = ()
    continued: bool = False


def read_piece(piece: Piece, previous: str | None, unit: MassUnit) -> list[tuple[Named, Volume]]:
    """Return the sets of a piece, equal ones together; at least one.

    A piece that names no exercise goes on with the ``previous``; bare loads are in ``unit``.

    Raises:
        Unclear: it is not understood as a whole.
    """
    try:
        said = list(lines(piece, unit, lambda name: find(name) is not None))
    except ValueError:
        raise Unclear from None
    found: list[tuple[Named, Volume]] = []
    for line in said:
        for named, volume in _read_line(line, previous, unit):
            before = found[-1] if found else None
            if before is not None and before[0].name == named.name and _alike(before[1], volume):
                sets = (before[1].sets or 0) + (volume.sets or 0)
                found[-1] = (named, replace(volume, sets=sets))
            else:
                found.append((named, volume))
    return found


def is_remark(text: str) -> bool:
    """Tell whether a piece is about how it went or about rests, not about another exercise."""
    if is_no_volume(text):
        return True
    if has_digit(text) or _DENIED.search(text) or not _REMARK.search(text):
        return False
    spoken = words_of(text)
    pairs = (" ".join(pair) for pair in pairwise(spoken))
    return not any(exact(name) for name in (*spoken, *pairs))


def _alike(first: Volume, second: Volume) -> bool:
    return second.sets is not None and replace(first, sets=second.sets) == second


def _read_line(line: Line, previous: str | None, unit: MassUnit) -> Iterator[tuple[Named, Volume]]:
    spans = name_spans(line.text)
    known = [start for start, end in spans if exact(line.text[start:end]) is not None]
    if len(known) > 1 and known[0] == 0 and exact(" ".join(split_names(line.text))) is None:
        # "squat 5x5 100kg rdl 3x8 80kg": each name has its own numbers behind it.
        for start, end in zip(known, [*known[1:], len(line.text)], strict=True):
            yield from _read_line(Line(text=line.text[start:end].strip(" /-")), None, unit)
        return
    volume = read_volume(line.text, unit)
    if _UNDONE.search(line.words):
        raise Unclear
    if volume.sets is None:
        yield from _without_sets(line, volume)
        return
    named = _name(line, previous)
    if looks_like_load(line.text, loaded=named.name in LOADED):
        raise Unclear  # "goblet squat 24x10": 24 sets, or 24 kg?
    yield named, volume


def _without_sets(line: Line, volume: Volume) -> Iterator[tuple[Named, Volume]]:
    """Yield exercises of which only the names were said, and perhaps a load: "squats and rdls"."""
    whole = _AROUND_NAMES.sub("", _AROUND_NAMES.sub("", line.text)).strip()
    names = [whole] if exact(whole) or has_digit(whole) else _BETWEEN_NAMES.split(whole)
    for name in names:
        named = _name(Line(text=name, words=line.words, aside=line.aside), None)
        denied = _DENIED.search(name) and exact(" ".join(split_names(name))) is None
        if find(named.name) is None or denied:
            raise Unclear
        yield named, volume


def _name(line: Line, previous: str | None) -> Named:
    runs = split_names(line.text)
    typed = " ".join(runs)
    if not runs and previous and not (line.words and exact(line.words)):
        return Named(name=previous, aside=line.aside, continued=True)
    if len(typed) > 3 * LONGEST_NAME or has_digit(typed):
        raise Unclear
    both = (f"{typed} {line.words}", f"{line.words} {typed}") if line.words else ()
    for name in (*both, typed):
        if (exercise := exact(name)) is not None:
            return Named(name=exercise.key, aside=line.aside)
    if len(runs) > 1:
        return _beside_words(runs, line)
    if not runs or len(typed) > LONGEST_NAME or not any(c.isalpha() for c in typed):
        raise Unclear
    if (remarked := _with_remark(typed)) is not None:
        name, remark = remarked
        return Named(name=name, aside=(remark, *line.aside))
    if (exercise := find(typed)) is not None:
        guess = Guess(typed=typed, taken=exercise.name)
        return Named(name=exercise.key, guess=guess, aside=line.aside)
    if not _reads_back(typed) or _is_several(typed):
        raise Unclear
    return Named(name=typed, aside=line.aside)


def _with_remark(typed: str) -> tuple[str, str] | None:
    """Return the exercise and the remark of "squat felt strong"."""
    words = typed.split()
    for place in range(len(words) - 1, 0, -1):
        remark = " ".join(words[place:])
        if (exercise := exact(" ".join(words[:place]))) is not None and is_remark(remark):
            return exercise.key, remark
    return None


def _beside_words(runs: tuple[str, ...], line: Line) -> Named:
    """Return the one known name of several runs of words; the others say nothing of the sets."""
    name, *others = runs
    exercise = exact(name)
    if exercise is None and sum(exact(run) is not None for run in others) == 1:
        name = next(run for run in others if exact(run) is not None)
        others = [run for run in runs if run != name]
        exercise = exact(name)
    guess = None
    if exercise is None and (exercise := find(name)) is not None:
        guess = Guess(typed=name, taken=exercise.name)
    if exercise is None or any(exact(run) or _DENIED.search(run) for run in others):
        raise Unclear
    if set(others) & set(labels(line.text)):
        raise Unclear  # "squat 5x5 seat 4"
    said = tuple(other for other in others if other.casefold() not in _NO_NAMES)
    return Named(name=exercise.key, guess=guess, aside=(*said, *line.aside))


@lru_cache(maxsize=256)
def _reads_back(name: str) -> bool:
    """Tell whether a name that the catalogue does not have is one again where it is written."""
    line = f"{name} 1x1"
    said = list(pieces(line))
    if [piece.text for piece in said] != [line] or split_names(line) != (name,):
        return False
    return [each.text for each in lines(said[0], "kg", lambda _: False)] == [line]


def _is_several(name: str) -> bool:
    """Tell whether a name is two exercises of the catalogue, whose sets cannot be told apart."""
    if any(exact(each) for each in _BETWEEN_NAMES.split(name)[1:]):
        return True
    words = name.split()
    return any(
        exact(" ".join(words[:place])) and exact(" ".join(words[place:]))
        for place in range(1, len(words))
    )
