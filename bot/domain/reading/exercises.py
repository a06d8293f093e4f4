"""Read the exercises of a session, and write them so that they read back the same.

Exercises are separated by commas, semicolons, new lines, ``+`` or a word (``and``, ``then``); how
the numbers of each are understood is in ``set_lines``. A line without a name belongs to the
exercise before it: it completes it where it can (``squat 5 sets, 5 reps, 100kg``), else it is more
of it (``squat 5x5 100, 1x3 120``). A name alone is an exercise whose sets were not said, if the
catalogue has it; one the catalogue does not have is kept as typed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Final

from bot.domain.facts import plain_text
from bot.domain.facts.settings import MassUnit
from bot.domain.facts.training import MAX_EXERCISES, ExerciseSet
from bot.domain.reading.exercise_lines import Guess, Named, is_remark, read_piece
from bot.domain.reading.exercise_names import display_name, exact, is_key
from bot.domain.reading.pieces import LONGEST_TEXT, MOST_PIECES, Piece, pieces
from bot.domain.reading.set_clauses import split_names
from bot.domain.reading.set_lines import (
    KG_PER,
    Unclear,
    Volume,
    is_complete,
    looks_like_load,
    said_unit,
)
from bot.domain.tongues.typed import Typed

LONGEST_LINE: Final = 120  # characters of one exercise

_SMALL = re.compile(r"1?\d(?:\.\d+)?")  # "squat 1x5, 5, 5" goes on with reps, not with a load


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
    ambiguous or outside the limits of ``set_lines`` is unread, as are those after the twentieth
    exercise, and a text of more than 4,000 characters as a whole. Loads without a unit are in the
    member's (``kg`` or ``lb``), where the text names none.
    """
    tongues = text.tongues if isinstance(text, Typed) else ()
    said = (str(text), *(tongue.english_lifting(text) for tongue in tongues))
    return min((_parse(each, unit) for each in said), key=_strange)


def _strange(reading: Reading) -> tuple[int, int, int]:
    """Return how much of a reading was not understood: pieces, names of exercises, other words."""
    unknown = sum(not is_key(line.name) for line in reading.sets)
    return len(reading.unread), unknown + len(reading.guesses), len(reading.aside)


def _parse(text: str, unit: str) -> Reading:
    if not text:
        return Reading()
    plain = _plain(text)
    if len(plain) > LONGEST_TEXT:
        return Reading(unread=(plain_text.one_line(plain[:LONGEST_TEXT], limit=LONGEST_LINE),))
    found = list(_completed(pieces(plain)))
    said = [said_unit(piece.text) for piece in found]
    units = {each for each in said if each is not None}
    read = _Read(unit=units.pop() if len(units) == 1 else MassUnit(unit))
    for piece, its in zip(found, said, strict=True):
        read.unit = its or read.unit  # where both are typed, a bare number takes the last one
        read.take(piece)
    return Reading(
        sets=tuple(read.sets),
        unread=tuple(read.unread),
        guesses=tuple(dict.fromkeys(read.guesses)),
        aside=tuple(read.aside),
    )


def counted(sets: int, reps: int | None) -> str:
    """Return sets where ``3x8`` would be read as something else, as ``3 sets``."""
    if reps is None:
        return f"{sets} set" if sets == 1 else f"{sets} sets"
    return f"{sets} sets of {reps}"


def notation(
    sets: tuple[ExerciseSet, ...],
    unit: str,
    *,
    named: Callable[[str], str] = display_name,
    counted: Callable[[int, int | None], str] = counted,
) -> str:
    """Write sets so that ``parse`` reads the very same ones, each load in the unit it was typed in.

    Loads are written to 10 g, the precision they are read with, and in the member's unit if they
    were kept without theirs. ``named`` shows a stored name (``parse`` reads the English ones),
    ``counted`` tells sets that cannot be written like ``3x8``.
    """
    return ", ".join(" ".join((named(line.name), *_written(line, unit, counted))) for line in sets)


def load_text(load_kg: float, unit: MassUnit) -> str:
    """Return a load as it was typed: ``225lb``, ``62.5kg``."""
    return f"{_load(load_kg, unit)}{unit}"


@dataclass(slots=True)
class _Read:
    """What was read so far; a piece is taken as a whole or not at all."""

    unit: MassUnit
    sets: list[ExerciseSet] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    previous: str | None = None
    taken: int = 0

    def take(self, piece: Piece) -> None:
        if self.previous is not None and is_remark(piece.text):
            self.aside.append(piece.text)
            return
        self.taken += 1
        try:
            full = len(self.sets) == MAX_EXERCISES or self.taken > MOST_PIECES
            if full or piece.rest or len(piece.text) > LONGEST_LINE:
                raise Unclear
            found = read_piece(piece, self.previous, self.unit)
            if len(self.sets) + len(found) > MAX_EXERCISES:
                raise Unclear
        except Unclear:
            self.unread.append(piece.text)
            self.previous = None
            return
        if found[0][0].continued and _is_heading(self.sets[-1]):
            self.sets.pop()
        for named, volume in found:
            self._add(named, volume)

    def _add(self, named: Named, volume: Volume) -> None:
        self.sets.append(ExerciseSet(name=named.name, **asdict(volume)))
        self.guesses += [named.guess] if named.guess else []
        self.aside += [each for each in named.aside if each not in self.aside]
        self.previous = named.name


def _is_heading(line: ExerciseSet) -> bool:
    """Tell whether nothing was said of an exercise but its name: its sets are on the next lines."""
    return line.sets is None and line.load_kg is None and line.rpe is None


def _plain(text: str) -> str:
    # Compatibility forms ("３ｘ８") as plain letters; a single character may become eighteen.
    return unicodedata.normalize("NFKC", plain_text.ascii_digits(text[: LONGEST_TEXT + 1]))


def _completed(found: Iterable[Piece]) -> Iterator[Piece]:
    """Join a piece without a name to the one before it, where both together say one exercise."""
    whole: Piece | None = None
    for piece in found:
        if whole is not None and _completes(whole, piece):
            together = f"{whole.text} {piece.text}"
            whole = Piece(text=together, marked=together)
            continue
        if whole is not None:
            yield whole
        whole = piece
    if whole is not None:
        yield whole


def _completes(whole: Piece, piece: Piece) -> bool:
    together = f"{whole.text} {piece.text}"
    if whole.lists or piece.lists or whole.rounds or piece.rounds or len(together) > LONGEST_LINE:
        return False
    if piece.rest or _SMALL.fullmatch(piece.text) or split_names(piece.text):
        return False
    if is_complete(whole.text):
        return is_complete(together)  # else something is given twice: more sets of the same
    return exact(" ".join(split_names(whole.text))) is not None and is_complete(together)


def _written(
    line: ExerciseSet, unit: str, counted: Callable[[int, int | None], str]
) -> Iterator[str]:
    if line.sets is not None:
        short = None if line.reps is None else f"{line.sets}x{line.reps}"
        plain = short is not None and not looks_like_load(short, loaded=True)
        yield short if short is not None and plain else counted(line.sets, line.reps)
    if line.load_kg is not None:
        yield load_text(line.load_kg, line.load_unit or MassUnit(unit))
    if line.rpe is not None:
        yield f"@{line.rpe:.4g}"


def _load(load_kg: float, unit: MassUnit) -> str:
    factor = KG_PER[unit]
    for decimals in (0, 1):
        shown = round(load_kg / factor, decimals)
        if round(shown * factor, 2) == round(load_kg, 2):
            return f"{shown:.{decimals}f}"
    return f"{load_kg / factor:.2f}"
