"""What may surround a question: an event, other sports, what somebody's body is going through."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.facts.training import Region


class About(StrEnum):
    """What is asked about."""

    RUN = "run"
    LEGS = "legs"  # may I lift legs?


class EventKind(StrEnum):
    """The kinds of event somebody trains for."""

    FIVE_K = "5k"
    TEN_K = "10k"
    HALF_MARATHON = "half_marathon"
    MARATHON = "marathon"
    ULTRA = "ultra"
    RACE = "race"
    TRIATHLON = "triathlon"
    MATCH = "match"


class Matters(StrEnum):
    """How much an event matters: the season's goal, a real race, or one for fun."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event that lies ahead; ``minutes`` it is expected to take."""

    in_hours: float
    kind: EventKind = EventKind.RACE
    minutes: float | None = None
    matters: Matters = Matters.B


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutMe:
    """What outranks every score; nothing said is nothing known."""

    pregnant: bool = False
    weeks_since_birth: float | None = None
    heart_or_kidney: bool = False
    statin: bool = False
    recent_injection: bool = False
    physio_plan: bool = False
    healing_place: Region | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierScore:
    """A leg soreness told some hours ago."""

    hours_ago: float
    score: float
