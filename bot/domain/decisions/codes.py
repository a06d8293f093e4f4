"""The codes of choices in buttons' actions: a released format.

Buttons stand in sent messages for years, so a number once given never means anything else. A new
choice gets the next free number of its table, wherever it stands in its enum; one that is
no longer offered keeps its number.
"""

from enum import StrEnum
from typing import TypeVar

from bot.domain.facts.tables import Incomplete, complete
from bot.domain.facts.training import Activity, Alcohol, Illness, PainType, Region, RunKind
from bot.domain.recovery.circumstances import About, EventKind, Matters

Choice = TypeVar("Choice", bound=StrEnum)


class Feel(StrEnum):
    """How the legs feel compared with the answer."""

    WORSE = "worse"
    BETTER = "better"


class Ran(StrEnum):
    """The running of the last three days, as one choice."""

    NONE = "none"
    EASY = "easy"  # easy or short
    HARD = "hard"  # hard or long


CODES: dict[type[StrEnum], dict[StrEnum, int]] = {
    RunKind: {
        RunKind.WALK: 0,
        RunKind.EASY: 1,
        RunKind.STEADY: 2,
        RunKind.TEMPO: 3,
        RunKind.INTERVALS: 4,
        RunKind.SPRINTS: 5,
        RunKind.HILLS: 6,
        RunKind.DOWNHILL: 7,
        RunKind.LONG: 8,
        RunKind.RACE: 9,
    },
    PainType: {
        PainType.NONE: 0,
        PainType.MUSCLE_ACHE: 1,
        PainType.SHARP: 2,
        PainType.JOINT: 3,
        PainType.TENDON: 4,
        PainType.BONE: 5,
    },
    Illness: {Illness.NONE: 0, Illness.HEAD_COLD: 1, Illness.FEVER_OR_CHEST: 2},
    Alcohol: {Alcohol.NONE: 0, Alcohol.ONE_TWO: 1, Alcohol.THREE_FIVE: 2, Alcohol.SIX_PLUS: 3},
    Feel: {Feel.WORSE: 0, Feel.BETTER: 1},
    Region: {
        Region.QUADS: 0,
        Region.HAMSTRINGS: 1,
        Region.CALVES: 2,
        Region.GLUTES: 3,
        Region.ADDUCTORS: 4,
        Region.HIPS: 5,
        Region.KNEE: 6,
        Region.SHIN: 7,
        Region.ANKLE: 8,
        Region.FOOT: 9,
        Region.ACHILLES: 10,
        Region.GROIN: 11,
        Region.LOWER_BACK: 12,
        Region.ARMS: 13,
        Region.SHOULDERS: 14,
        Region.CHEST: 15,
        Region.WHOLE_BODY: 16,
    },
    Ran: {Ran.NONE: 0, Ran.EASY: 1, Ran.HARD: 2},
    About: {About.RUN: 0, About.LEGS: 1},
    EventKind: {
        EventKind.RACE: 0,
        EventKind.FIVE_K: 1,
        EventKind.TEN_K: 2,
        EventKind.HALF_MARATHON: 3,
        EventKind.MARATHON: 4,
        EventKind.ULTRA: 5,
        EventKind.TRIATHLON: 6,
        EventKind.MATCH: 7,
    },
    Matters: {Matters.A: 0, Matters.B: 1, Matters.C: 2},
    Activity: {
        Activity.RUN: 0,
        Activity.RIDE: 1,
        Activity.HIKE: 2,
        Activity.SKI: 3,
        Activity.MATCH: 4,
        Activity.CLASS: 5,
    },
}


def code(choice: StrEnum) -> int:
    """Return the code of a choice."""
    return CODES[type(choice)][choice]


def choice(kind: type[Choice], number: int) -> Choice:
    """Return the choice of a code.

    Raises:
        ValueError: for none.
    """
    for each in kind:
        if CODES[kind][each] == number:
            return each
    raise ValueError(f"{kind.__name__} has no code {number}")


def check(kind: type[StrEnum], codes: dict[StrEnum, int]) -> None:
    """Check that the choices of a kind have distinct codes.

    Raises:
        Incomplete: one has none, or shares another's.
    """
    complete(f"the table of {kind.__name__} codes", codes, kind)
    if len(set(codes.values())) < len(codes):
        raise Incomplete(f"two choices of {kind.__name__} share a code")


for _kind, _codes in CODES.items():
    check(_kind, _codes)
