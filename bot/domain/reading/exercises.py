"""What lifters write about their session, read; and written back so that it reads the same.

Exercises are separated by commas, semicolons, new lines, ``+`` or a word (``and``, ``then``); how
the numbers of each are understood is in ``setline``. A line without a name belongs to the exercise
before it: it completes it where it can (``squat 5 sets, 5 reps, 100kg``), else it is more of it
(``squat 5x5 100, 1x3 120``). A name the catalogue does not have is kept as typed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.facts import plain_text
from bot.domain.facts.catalogue import EQUIPMENT, LINES, MANNERS
from bot.domain.facts.training import MAX_EXERCISES, Demand, ExerciseSet
from bot.domain.reading.pieces import LONGEST_TEXT, pieces
from bot.domain.reading.set_lines import KG_PER, Unclear, Volume, read_volume, split_names

LONGEST_LINE = 120  # characters of one exercise
LONGEST_NAME = 40  # characters of an exercise the catalogue does not have
_SHORTEST_TYPO = 4  # characters; below, one slip makes another word
_TWO_SLIPS_FROM = 9  # characters

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
    """What was understood of a text, what is to be asked about, and which names were mended."""

    sets: tuple[ExerciseSet, ...] = ()
    unread: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()


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
    sets: list[ExerciseSet] = []
    unread: list[str] = []
    guesses: list[Guess] = []
    previous: str | None = None
    for piece in _completed(pieces(plain), unit):
        try:
            if len(sets) == MAX_EXERCISES or len(piece) > LONGEST_LINE:
                raise Unclear
            volume = read_volume(piece, unit)
            previous, guess = _name(piece, previous)
        except Unclear:
            unread.append(piece)
            previous = None
            continue
        sets.append(_set(previous, volume))
        if guess is not None:
            guesses.append(guess)
    return Reading(sets=tuple(sets), unread=tuple(unread), guesses=tuple(guesses))


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
    return exercise.demand if exercise else None


@cache
def catalogue() -> tuple[Exercise, ...]:
    """Return every exercise we know, legs first."""
    return tuple(
        Exercise(key=key, name=name, demand=demand_, aliases=aliases)
        for demand_, lines in LINES.items()
        for key, name, aliases in lines
    )


def _plain(text: str) -> str:
    # Compatibility forms ("３ｘ８") as plain letters; a single character may become eighteen.
    return unicodedata.normalize("NFKC", plain_text.ascii_digits(text[: LONGEST_TEXT + 1]))


def _completed(found: Iterable[str], unit: str) -> Iterator[str]:
    """Join a piece without a name to the one before it, where both together say one exercise."""
    whole = ""
    for piece in found:
        if whole and _completes(whole, piece, unit):
            whole = f"{whole} {piece}"
            continue
        if whole:
            yield whole
        whole = piece
    if whole:
        yield whole


def _completes(whole: str, piece: str, unit: str) -> bool:
    together = f"{whole} {piece}"
    if split_names(piece) or _SMALL.fullmatch(piece) or len(together) > LONGEST_LINE:
        return False
    if not _is_read(together, unit):
        return False  # something is given twice: more sets of the same exercise
    return _is_read(whole, unit) or _exact(" ".join(split_names(whole))) is not None


def _is_read(piece: str, unit: str) -> bool:
    try:
        read_volume(piece, unit)
    except Unclear:
        return False
    return True


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _name(piece: str, previous: str | None) -> tuple[str, Guess | None]:
    runs = split_names(piece)
    typed = " ".join(runs)
    if not runs and previous:
        return previous, None
    if len(typed) > LONGEST_NAME or not any(c.isalpha() for c in typed) or _has_digit(typed):
        raise Unclear
    exercise = _exact(typed)
    if exercise:
        return exercise.key, None
    if len(runs) > 1:
        raise Unclear
    exercise = find(typed)
    if exercise:
        return exercise.key, Guess(typed=typed, taken=exercise.name)
    if not _reads_back(typed):
        raise Unclear
    return typed, None


def _reads_back(name: str) -> bool:
    line = f"{name} 1x1"
    return list(pieces(_plain(line))) == [line] and split_names(line) == (name,)


def _set(name: str, volume: Volume) -> ExerciseSet:
    return ExerciseSet(
        name=name, sets=volume.sets, reps=volume.reps, load_kg=volume.load_kg, rpe=volume.rpe
    )


def _written(line: ExerciseSet, unit: str) -> str:
    parts = [display_name(line.name), f"{line.sets} sets"]
    if line.reps is not None:
        parts[1] = f"{line.sets}x{line.reps}"
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
