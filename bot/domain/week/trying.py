"""What if: a plan with some changes tried, and the changes as letters small enough for a button."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import time
from typing import Final

from bot.domain.facts.errors import BadInput, Expired
from bot.domain.facts.schedule import minutes_of
from bot.domain.facts.training import MINUTES, RUN_LASTED, RunKind, check_range
from bot.domain.facts.week import LegEffort, PlanItem
from bot.domain.reading.plan_words import MOST_TRIED, TriedPiece
from bot.domain.week.items import checked
from bot.domain.week.slots import USUAL_HOUR

# Letters in sent messages: one, once used, keeps its meaning.
LETTERS: Final[dict[str, RunKind | None]] = {
    "l": None,
    "w": RunKind.WALK,
    "e": RunKind.EASY,
    "s": RunKind.STEADY,
    "t": RunKind.TEMPO,
    "i": RunKind.INTERVALS,
    "p": RunKind.SPRINTS,
    "h": RunKind.HILLS,
    "d": RunKind.DOWNHILL,
    "o": RunKind.LONG,
    "r": RunKind.RACE,
}
EFFORT_LETTERS: Final = {"a": LegEffort.LIGHT, "b": LegEffort.ORDINARY, "c": LegEffort.HARD}
LONGEST: Final = 50  # characters of a button's action that a try may take
_PIECE = re.compile(
    r"(?P<gone>n?)(?P<run>[a-z])(?P<days>[0-6]{1,7})(?:t(?P<at>\d{1,4}))?(?P<effort>[abc]?)"
    r"(?:m(?P<minutes>\d{1,4}))?"
)


def tried(
    items: Sequence[PlanItem], pieces: Iterable[TriedPiece], first_id: int = 0
) -> tuple[PlanItem, ...]:
    """Return the items with the changes tried; new items count up from ``first_id``.

    A thing that is on one of the days already is changed, not doubled.

    Raises:
        BadInput: ``what_if_not_planned`` where something is taken away that is not there, a value
            out of its limits, or ``plan_full``.
    """
    found = tuple(items)
    for number, piece in enumerate(pieces):
        found = _with(found, piece, first_id + number)
    return checked(found)


def packed(pieces: Iterable[TriedPiece]) -> str:
    """Return pieces as text for a button."""
    return ".".join(_letters(piece) for piece in pieces)


def fitting(pieces: tuple[TriedPiece, ...]) -> tuple[TriedPiece, ...]:
    """Return the pieces if they fit a button.

    Raises:
        BadInput: ``what_if_too_many``.
    """
    if len(packed(pieces)) > LONGEST:
        raise BadInput("what_if_too_many", limit=MOST_TRIED, count=len(pieces))
    return pieces


def unpacked(text: str) -> tuple[TriedPiece, ...]:
    """Return the pieces of a button's text.

    Raises:
        Expired: no button of ours says that.
    """
    return tuple(_of_letters(each) for each in text.split(".") if text)


def _with(items: Sequence[PlanItem], piece: TriedPiece, new_id: int) -> tuple[PlanItem, ...]:
    there = [item for item in items if item.run is piece.run and item.days & piece.days]
    if piece.gone:
        if not there:
            raise BadInput("what_if_not_planned", thing=piece)
        return _without(items, piece)
    check_range("minutes", piece.minutes, MINUTES if piece.run is None else RUN_LASTED)
    like = there[0] if there else _like(items, piece.run)
    new = replace(
        like,
        item_id=new_id,
        days=piece.days,
        at=piece.at or like.at,
        minutes=piece.minutes or like.minutes,
        effort=piece.effort or like.effort,
        once_on=None,
    )
    return (*_without(items, piece), new)


def _without(items: Iterable[PlanItem], piece: TriedPiece) -> tuple[PlanItem, ...]:
    left = (
        replace(item, days=item.days - piece.days) if item.run is piece.run else item
        for item in items
    )
    return tuple(item for item in left if item.days)


def _like(items: Sequence[PlanItem], run: RunKind | None) -> PlanItem:
    """Return what a new thing is like where its time is not said: the first of its kind."""
    new = PlanItem(item_id=0, at=USUAL_HOUR, days=frozenset(), run=run)
    return next((item for item in items if item.run is run), new)


def _letters(piece: TriedPiece) -> str:
    run = next(letter for letter, kind in LETTERS.items() if kind is piece.run)
    days = "".join(map(str, sorted(piece.days)))
    at = "" if piece.at is None else f"t{minutes_of(piece.at)}"
    efforts = (letter for letter, effort in EFFORT_LETTERS.items() if effort is piece.effort)
    minutes = "" if piece.minutes is None else f"m{piece.minutes}"
    return f"{'n' if piece.gone else ''}{run}{days}{at}{next(efforts, '')}{minutes}"


def _of_letters(text: str) -> TriedPiece:
    found = _PIECE.fullmatch(text)
    if found is None or found["run"] not in LETTERS or int(found["at"] or 0) >= 24 * 60:
        raise Expired("control_unknown")
    at, minutes = found["at"], found["minutes"]
    return TriedPiece(
        run=LETTERS[found["run"]],
        days=frozenset(map(int, found["days"])),
        gone=bool(found["gone"]),
        at=None if at is None else time(int(at) // 60, int(at) % 60),
        minutes=None if minutes is None else int(minutes),
        effort=EFFORT_LETTERS.get(found["effort"]),
    )
