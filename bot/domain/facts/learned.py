"""What was learnt about how fast one member's legs recover."""

from dataclasses import dataclass
from enum import IntEnum
from math import sqrt

SPREAD_OF_PEOPLE = 0.30  # of the time constant, as a log: how much people differ


class Source(IntEnum):
    """Where an observation comes from; of one leg day and day the highest counts."""

    SORENESS = 1
    COMPARED = 2
    FELT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What an observation is about: a leg session, and the member's day, by number."""

    session: int
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """The last observation used, with theta and variance before it."""

    occasion: Occasion
    source: Source
    theta: float
    variance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """What is known of one member; ``count`` is the number of observations."""

    theta: float = 0.0
    variance: float = SPREAD_OF_PEOPLE**2
    count: int = 0
    on: bool = True
    last: Latest | None = None

    @property
    def sigma(self) -> float:
        """The standard deviation of theta."""
        return sqrt(self.variance)
