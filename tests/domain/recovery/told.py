"""What a test tells of a question, an entry or a report by name; what is left out stays unknown."""

from typing import TypedDict

from bot.domain.facts.training import (
    Alcohol,
    ExerciseSet,
    Focus,
    Illness,
    Newness,
    PainType,
    Region,
)
from bot.domain.recovery.question import (
    AlcoholDose,
    Ask,
    AskedProfile,
    Effort,
    Learned,
    Painkiller,
    Part,
    PastRun,
    PastSession,
    PlannedRun,
    Sleep,
    Soreness,
    Symptom,
    Work,
)


class Told(TypedDict, total=False):
    """Of a ``Question``, beside its leg days."""

    soreness: Soreness | None
    symptoms: frozenset[Symptom]
    sleep: Sleep
    alcohol: AlcoholDose | None
    painkiller: Painkiller | None
    recent_runs: tuple[PastRun, ...] | None
    plan: PlannedRun | None
    profile: AskedProfile
    heat_c: float | None
    learned: Learned
    ask_again: Ask | None


class ToldWithLegs(Told, total=False):
    """Of a ``Question``, its leg days too."""

    leg_sessions: tuple[PastSession, ...] | None
    sessions_logged: int | None


class ToldSession(TypedDict, total=False):
    """Of a ``PastSession``, beside its hour."""

    minutes: float | None
    srpe: float | None
    effort: Effort | None
    part: Part
    exercises: tuple[Work, ...]
    newness: Newness | None
    novel_exercise: bool
    days_since_previous_leg: float | None


class ToldEntry(TypedDict, total=False):
    """Of a ``LegSession``, beside its ids and moment."""

    effort: int | None
    minutes: int | None
    focus: Focus
    exercises: tuple[ExerciseSet, ...]
    new_exercise: bool
    newness: Newness | None


class ToldReport(TypedDict, total=False):
    """Of a ``Report``, beside its moment."""

    soreness: int | None
    pain: PainType | None
    sleep: float | None
    illness: Illness | None
    alcohol: Alcohol | None
    painkiller_before: int | None
    stop_sign: bool | None
    region: Region | None
