"""The gates: independent limits of the class, each with what it allows and until when.

The class is the lowest of all gates. Every gate but fatigue is a ``Hold`` that ends by its own
clock, or never by itself. Fatigue is looked up at the hour asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, log

from bot.domain.recovery.answer import Clearance, Gate
from bot.domain.recovery.fatigue import Legs, theta_used
from bot.domain.recovery.parameters import (
    ALCOHOL_GATE,
    ALCOHOL_GATE_HOURS,
    FATIGUE_LIMITS,
    FLOOR_DOSE,
    FLOOR_HOURS,
    HEAT,
    LONG_RUN_EASY_HOURS,
    LONG_RUN_MINUTES,
    LONG_RUN_MODERATE_HOURS,
    NEUTRAL_SLEEP,
    NEW_STIMULUS,
    NEW_STIMULUS_HOURS,
    PLACE_SCORE,
    SLEEP_EASY,
    SLEEP_FORECAST,
    SLEEP_MODERATE,
    SORENESS_GATE,
    SORENESS_REST,
    SORENESS_TAU,
)
from bot.domain.recovery.question import PastRun, Question, Sleep, Symptom
from bot.domain.recovery.safety import symptoms_of
from bot.domain.recovery.soreness import sore_elsewhere

SORENESS_STEPS = tuple(
    zip(SORENESS_GATE, (Clearance.WALK, Clearance.EASY, Clearance.MODERATE), strict=True)
)
INSTANT = 1e-6  # hours; keeps a gate that ends exactly now shut for now


@dataclass(frozen=True, slots=True)
class Hold:
    """A closed gate: nothing harder than ``allows`` until so many hours from now."""

    gate: Gate
    allows: Clearance
    until: float


def holds_of(legs: Legs) -> tuple[Hold, ...]:
    """Return every closed gate but fatigue's, ended ones left out."""
    return tuple(hold for hold in _holds(legs) if hold.until > 0)


def held_to(holds: tuple[Hold, ...], hours: float) -> Clearance:
    """Return the class that all gates but fatigue allow so many hours from now."""
    return min((hold.allows for hold in holds if hold.until > hours), default=Clearance.HARD)


def fatigue_class(fatigue: float) -> Clearance:
    """The class the fatigue gate allows at R."""
    rest, walk, easy, moderate = FATIGUE_LIMITS
    if fatigue >= easy:
        if fatigue >= walk:
            return Clearance.REST if fatigue >= rest else Clearance.WALK
        return Clearance.EASY
    return Clearance.MODERATE if fatigue >= moderate else Clearance.HARD


def class_limit(target: Clearance) -> float:
    """The R below which a class is open."""
    return FATIGUE_LIMITS[target - 1]


def no_running(question: Question) -> bool:
    """Whether it is known that nothing was run in 30 days."""
    profile = question.profile
    told = profile.longest_run == 0 or (profile.longest_run is None and profile.runs_per_week == 0)
    return told and all(run.walk for run in question.recent_runs or ())


def is_very_long(run: PastRun) -> bool:
    """Whether a run is felt for days; a walk of hours is no such run."""
    return not run.walk and run.minutes is not None and run.minutes >= LONG_RUN_MINUTES


def _holds(legs: Legs) -> Iterator[Hold]:
    yield from _soreness_holds(legs)
    yield from _symptom_holds(legs.question)
    if legs.place is not None and legs.place >= PLACE_SCORE:
        yield Hold(Gate.PLACE, Clearance.EASY, inf)
    yield from _sleep_holds(legs.sleep)
    yield from _alcohol_and_heat_holds(legs.question)
    yield from _training_holds(legs)
    if no_running(legs.question):
        yield Hold(Gate.NO_RUNNING, Clearance.MODERATE, inf)
    if legs.never_logged:
        yield Hold(Gate.NEVER_LOGGED, Clearance.MODERATE, inf)


def _soreness_holds(legs: Legs) -> Iterator[Hold]:
    worst = max(sore_elsewhere(legs.question), legs.soreness)
    if worst >= SORENESS_REST:
        until = legs.flat + SORENESS_TAU * log(worst / SORENESS_REST) + INSTANT
        yield Hold(Gate.SORENESS, Clearance.REST, until)
    for limit, allows in SORENESS_STEPS:
        if legs.soreness > limit:
            until = legs.flat + SORENESS_TAU * log(legs.soreness / limit)
            yield Hold(Gate.SORENESS, allows, until)


def _symptom_holds(question: Question) -> Iterator[Hold]:
    symptoms = symptoms_of(question)
    if Symptom.TENDON_PAIN in symptoms:
        yield Hold(Gate.PAIN, Clearance.WALK, inf)
    if Symptom.HEAD_COLD in symptoms:
        yield Hold(Gate.ILLNESS, Clearance.EASY, inf)
    yield Hold(Gate.ILLNESS, Clearance.EASY, question.easy_for)


def _sleep_holds(sleep: Sleep) -> Iterator[Hold]:
    last = NEUTRAL_SLEEP if sleep.last_night is None else sleep.last_night
    both = last + (NEUTRAL_SLEEP if sleep.previous_night is None else sleep.previous_night)
    if last < SLEEP_EASY[0] or both < SLEEP_EASY[1]:
        yield Hold(Gate.SLEEP, Clearance.EASY, SLEEP_FORECAST)
    elif last < SLEEP_MODERATE[0] or both < SLEEP_MODERATE[1]:
        yield Hold(Gate.SLEEP, Clearance.MODERATE, SLEEP_FORECAST)


def _alcohol_and_heat_holds(question: Question) -> Iterator[Hold]:
    drunk = question.alcohol
    hot = question.heat_c is not None and question.heat_c >= HEAT
    if hot:
        yield Hold(Gate.HEAT, Clearance.EASY, inf)
    if drunk is not None and drunk.g_per_kg >= ALCOHOL_GATE:
        until = ALCOHOL_GATE_HOURS - drunk.hours_ago
        yield Hold(Gate.ALCOHOL, Clearance.EASY, until)
        if hot:
            yield Hold(Gate.HEAT, Clearance.WALK, until)


def _training_holds(legs: Legs) -> Iterator[Hold]:
    personal = theta_used(legs.question.learned) < 0
    for bout in legs.bouts:
        if bout.novelty >= NEW_STIMULUS:
            until = NEW_STIMULUS_HOURS - bout.hours_ago
            yield Hold(Gate.NEW_STIMULUS, Clearance.EASY, until)
        if personal and bout.dose >= FLOOR_DOSE:
            until = FLOOR_HOURS - bout.hours_ago
            yield Hold(Gate.PERSONAL_FLOOR, Clearance.MODERATE, until)
    for run in legs.question.recent_runs or ():
        if is_very_long(run):
            yield Hold(Gate.LONG_RUN, Clearance.EASY, LONG_RUN_EASY_HOURS - run.hours_ago)
            yield Hold(Gate.LONG_RUN, Clearance.MODERATE, LONG_RUN_MODERATE_HOURS - run.hours_ago)
