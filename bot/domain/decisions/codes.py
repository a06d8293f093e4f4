"""The codes of choices in buttons' actions: a released format.

Buttons stand in sent messages for years, so a number once given never means anything else. A new
choice goes to the end of its line, wherever it stands in its enum; none is ever taken out.
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


_IN_ORDER: dict[type[StrEnum], str] = {
    RunKind: "walk easy steady tempo intervals sprints hills downhill long race",
    PainType: "none muscle_ache sharp joint tendon bone",
    Illness: "none head_cold fever_or_chest",
    Alcohol: "none 1-2 3-5 6+",
    Feel: "worse better",
    Region: "quads hamstrings calves glutes adductors hips knee shin ankle foot achilles groin "
    "lower_back arms shoulders chest whole_body",
    Ran: "none easy hard",
    About: "run legs",
    EventKind: "race 5k 10k half_marathon marathon ultra triathlon match",
    Matters: "A B C",
    Activity: "run ride hike ski match class",
}
CODES: dict[type[StrEnum], dict[StrEnum, int]] = {
    kind: {kind(value): number for number, value in enumerate(values.split())}
    for kind, values in _IN_ORDER.items()
}
"""The number of each choice: the place of its value in the line of its kind, from 0."""


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
