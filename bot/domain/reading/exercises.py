"""What lifters write about their session, read; and written back so that it reads the same.

Exercises are separated by commas, semicolons, new lines, ``+`` or a word (``and``, ``then``); how
the numbers of each are understood is in ``setline``. A line without a name belongs to the exercise
before it: it completes it where it can (``squat 5 sets, 5 reps, 100kg``), else it is more of it
(``squat 5x5 100, 1x3 120``). A name the catalogue does not have is kept as typed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.facts import plain_text
from bot.domain.facts.catalogue import (
    EQUIPMENT,
    LEG_WORDS,
    LINES,
    LOADED,
    MANNERS,
    OTHER_LANGUAGES,
    UPPER_WORDS,
)
from bot.domain.facts.training import MAX_EXERCISES, Demand, ExerciseSet
from bot.domain.reading.lift_words import Line, lines
from bot.domain.reading.pieces import LONGEST_TEXT, Piece, pieces
from bot.domain.reading.set_lines import (
    KG_PER,
    Unclear,
    Volume,
    looks_like_load,
    name_spans,
    read_volume,
    split_names,
)

LONGEST_LINE = 120  # characters of one exercise
LONGEST_NAME = 40  # characters of an exercise the catalogue does not have
_MOST_PIECES = 60  # of a text are read; so many lines no session has
_SHORTEST_TYPO = 4  # characters; below, one slip makes another word
_TWO_SLIPS_FROM = 9  # characters

_DENIED = re.compile(  # words that say a set was not done, or not all of it
    r"\b(?:skip\w*|miss\w*|cancel\w*|not|never|didn['’]?t|without|except|instead|planned|only|half"
    r"|no|less|or|to|plates?|each way)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\b(?:felt|feel\w*|easy|hard|heavy|light|good|great|ok(?:ay)?|strong|weak|tired|tough|pr|pb|new"
    r"|personal|pumped?|pain\w*|sore|belt\w*|sleeves|wraps|straps|chalk|grind\w*|fun|done|fast|slow)\b",
    re.IGNORECASE,
)
_SMALL = re.compile(r"1?\d(?:\.\d+)?")  # "squat 1x5, 5, 5" goes on with reps, not with a load


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A movement of the catalogue; ``key`` is what is stored, ``name`` what is shown."""

    key: str
    name: str
    demand: Demand
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A name that was taken for another because it looks like a typing slip."""

    typed: str
    taken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was understood of a text, what is to be asked about, what was mended or left aside."""

    sets: tuple[ExerciseSet, ...] = ()
    unread: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()
    aside: tuple[str, ...] = ()  # words beside the sets that say nothing of them


def parse(text: str, *, unit: str) -> Reading:
    """Read the exercises of a session.

    Every piece of the text is either in ``sets`` or in ``unread``: a piece that is incomplete,
    ambiguous or outside the limits of ``setline`` is unread, as are those after the twentieth
    exercise, and a text of more than 4,000 characters as a whole.

    Args:
        text: what the member typed.
        unit: ``kg`` or ``lb``, for loads without a unit (a ``MassUnit`` will do).
    """
    if not text:
        return Reading()
    plain = _plain(text)
    if len(plain) > LONGEST_TEXT:
        return Reading(unread=(plain_text.one_line(plain[:LONGEST_TEXT], limit=LONGEST_LINE),))
    read = _Read(unit=unit)
    for piece in _completed(pieces(plain), unit):
        read.take(piece)
    return Reading(
        sets=tuple(read.sets),
        unread=tuple(read.unread),
        guesses=tuple(dict.fromkeys(read.guesses)),
        aside=tuple(read.aside),
    )


def notation(sets: tuple[ExerciseSet, ...], unit: str) -> str:
    """Write sets so that ``parse`` with the same unit reads the very same ones.

    Loads are written to 10 g, the precision they are read with.
    """
    return ", ".join(_written(line, unit) for line in sets)


def find(name: str) -> Exercise | None:
    """Return the exercise of the catalogue that a name means, mending small typing slips.

    Case, accents, hyphens, plurals, the order of words and words of equipment do not matter. One
    slip is mended (two from nine letters on), and only if no other exercise is as near.
    """
    return _find(name[:LONGEST_NAME])


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


def _sounds_upper(name: str) -> bool:
    """Tell whether the words of a name nobody knows are those of an upper-body exercise."""
    said = set(_words(name[:LONGEST_NAME]))
    return bool(said & UPPER_WORDS) and not said & LEG_WORDS


def unknown(sets: tuple[ExerciseSet, ...]) -> tuple[str, ...]:
    """Return the names among sets that the catalogue does not have."""
    return tuple(dict.fromkeys(line.name for line in sets if demand(line.name) is None))


@cache
def catalogue() -> tuple[Exercise, ...]:
    """Return every exercise we know, legs first."""
    return tuple(
        Exercise(
            key=key,
            name=name,
            demand=demand_,
            aliases=(*aliases, *OTHER_LANGUAGES.get(key, ())),
        )
        for demand_, lines in LINES.items()
        for key, name, aliases in lines
    )


@dataclass(slots=True)
class _Read:
    """What was read so far; a piece is taken as a whole or not at all."""

    unit: str
    sets: list[ExerciseSet] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    previous: str | None = None
    taken: int = 0

    def take(self, piece: Piece) -> None:
        if self.previous is not None and _is_remark(piece.text):
            self.aside.append(piece.text)
            return
        self.taken += 1
        try:
            full = len(self.sets) == MAX_EXERCISES or self.taken > _MOST_PIECES
            if full or len(piece.text) > LONGEST_LINE:
                raise Unclear
            found = _read_piece(piece, self.previous, self.unit)
            if len(self.sets) + len(found) > MAX_EXERCISES:
                raise Unclear
        except Unclear:
            self.unread.append(piece.text)
            self.previous = None
            return
        for named, volume in found:
            self.sets.append(_set(named.name, volume))
            self.guesses += [named.guess] if named.guess else []
            self.aside += [each for each in named.aside if each not in self.aside]
            self.previous = named.name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    name: str
    guess: Guess | None = None
    aside: tuple[str, ...] = ()


def _plain(text: str) -> str:
    # Compatibility forms ("３ｘ８") as plain letters; a single character may become eighteen.
    return unicodedata.normalize("NFKC", plain_text.ascii_digits(text[: LONGEST_TEXT + 1]))


def _completed(found: Iterable[Piece], unit: str) -> Iterator[Piece]:
    """Join a piece without a name to the one before it, where both together say one exercise."""
    whole: Piece | None = None
    for piece in found:
        if whole is not None and _completes(whole, piece, unit):
            together = f"{whole.text} {piece.text}"
            whole = Piece(text=together, marked=together)
            continue
        if whole is not None:
            yield whole
        whole = piece
    if whole is not None:
        yield whole


def _completes(whole: Piece, piece: Piece, unit: str) -> bool:
    together = f"{whole.text} {piece.text}"
    if whole.lists or piece.lists or whole.rounds or piece.rounds or len(together) > LONGEST_LINE:
        return False
    if split_names(piece.text) or _SMALL.fullmatch(piece.text):
        return False
    if not _is_read(together, unit):
        return False  # something is given twice: more sets of the same exercise
    return _is_read(whole.text, unit) or _exact(" ".join(split_names(whole.text))) is not None


def _is_read(piece: str, unit: str) -> bool:
    try:
        read_volume(piece, unit)
    except Unclear:
        return False
    return True


def _read_piece(piece: Piece, previous: str | None, unit: str) -> list[tuple[_Named, Volume]]:
    """Return the sets of a piece, equal ones together.

    Raises:
        Unclear: it is not understood as a whole.
    """
    try:
        said = list(lines(piece, unit, lambda name: find(name) is not None))
    except ValueError:
        raise Unclear from None
    found: list[tuple[_Named, Volume]] = []
    for line in said:
        for named, volume in _read_line(line, previous, unit):
            before = found[-1] if found else None
            if before is not None and replace(before[1], sets=volume.sets) == volume:
                sets = before[1].sets + volume.sets
                found[-1] = (named, replace(volume, sets=sets))
            else:
                found.append((named, volume))
    return found


def _read_line(line: Line, previous: str | None, unit: str) -> Iterator[tuple[_Named, Volume]]:
    spans = name_spans(line.text)
    known = [start for start, end in spans if _exact(line.text[start:end]) is not None]
    if len(known) > 1 and known[0] == 0 and _exact(" ".join(split_names(line.text))) is None:
        # "squat 5x5 100kg rdl 3x8 80kg": each name has its own numbers behind it.
        for start, end in zip(known, [*known[1:], len(line.text)], strict=True):
            yield from _read_line(Line(text=line.text[start:end].strip(" /-")), None, unit)
        return
    volume = read_volume(line.text, unit)
    named = _name(line, previous)
    if looks_like_load(line.text, loaded=named.name in LOADED):
        raise Unclear  # "goblet squat 24x10": 24 sets, or 24 kg?
    yield named, volume


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _name(line: Line, previous: str | None) -> _Named:
    runs = split_names(line.text)
    typed = " ".join(runs)
    if not runs and previous and not (line.words and _exact(line.words)):
        return _Named(name=previous, aside=line.aside)
    if len(typed) > LONGEST_LINE or _has_digit(typed):
        raise Unclear
    for name in (f"{typed} {line.words}", f"{line.words} {typed}", typed):
        if (exercise := _exact(name)) is not None:
            return _Named(name=exercise.key, aside=line.aside)
    if len(runs) > 1:
        return _beside_words(runs, line)
    if not runs or len(typed) > LONGEST_NAME or not any(c.isalpha() for c in typed):
        raise Unclear
    if (exercise := find(typed)) is not None:
        return _Named(name=exercise.key, guess=Guess(typed=typed, taken=exercise.name))
    if not _reads_back(typed):
        raise Unclear
    return _Named(name=typed, aside=line.aside)


def _beside_words(runs: tuple[str, ...], line: Line) -> _Named:
    """Return the one known name of several runs of words; the others say nothing of the sets."""
    name, *others = runs
    exercise = _exact(name)
    if exercise is None and sum(_exact(run) is not None for run in others) == 1:
        name = next(run for run in others if _exact(run) is not None)
        others = [run for run in runs if run != name]
        exercise = _exact(name)
    guess = None
    if exercise is None and (exercise := find(name)) is not None:
        guess = Guess(typed=name, taken=exercise.name)
    if exercise is None or any(_exact(run) or _DENIED.search(run) for run in others):
        raise Unclear
    said = tuple(other for other in others if other.casefold() not in {"and", "with", "&"})
    return _Named(name=exercise.key, guess=guess, aside=(*said, *line.aside))


def _reads_back(name: str) -> bool:
    line = f"{name} 1x1"
    said = list(pieces(_plain(line)))
    if [piece.text for piece in said] != [line] or split_names(line) != (name,):
        return False
    read = [each.text for each in lines(said[0], "kg", lambda _: False)]
    return read == [line]


def _is_remark(text: str) -> bool:
    """Tell whether words without a number are about how it went, not about another exercise."""
    if _has_digit(text) or _DENIED.search(text) or not _REMARK.search(text):
        return False
    spoken = _typed(text)
    pairs = (" ".join(pair) for pair in pairwise(spoken))
    return not any(_exact(name) for name in (*spoken, *pairs))


def _set(name: str, volume: Volume) -> ExerciseSet:
    return ExerciseSet(
        name=name, sets=volume.sets, reps=volume.reps, load_kg=volume.load_kg, rpe=volume.rpe
    )


def _written(line: ExerciseSet, unit: str) -> str:
    parts = [display_name(line.name), f"{line.sets} sets"]
    if line.reps is not None:
        parts[1] = f"{line.sets}x{line.reps}"
        if looks_like_load(parts[1], loaded=True):
            parts[1] = f"{line.sets} sets of {line.reps}"
    if line.load_kg is not None:
        parts.append(f"{_load(line.load_kg, unit)}{unit}")
    if line.rpe is not None:
        parts.append(f"@{line.rpe:.4g}")
    return " ".join(parts)


def _load(load_kg: float, unit: str) -> str:
    factor = KG_PER[unit]
    for decimals in (0, 1):
        shown = round(load_kg / factor, decimals)
        if round(shown * factor, 2) == round(load_kg, 2):
            return f"{shown:.{decimals}f}"
    return f"{load_kg / factor:.2f}"


@lru_cache(maxsize=4_096)
def _find(name: str) -> Exercise | None:
    # "leg pres" lost its last letter, not its plural: a slip is looked for with the "s" on too.
    return _exact(name) or _mended("".join(_words(name))) or _mended("".join(_typed(name)))


def _exact(name: str) -> Exercise | None:
    typed = _words(name)
    plain = [word for word in typed if word not in MANNERS]
    bare = [word for word in plain if word not in EQUIPMENT]
    for spelling in (typed, plain, bare):
        for key in ("".join(spelling), " ".join(sorted(spelling))):
            if key in _index():
                return _index()[key]
    return None


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
    return [_singular(word) for word in _typed(name)]


def _typed(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub("['’`´]", "", plain_text.fold(name)))


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
