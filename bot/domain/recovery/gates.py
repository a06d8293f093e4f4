"""The gates: independent limits of the class, each with what it allows and until when.

The class is the lowest of all gates. Every gate but fatigue is a ``Hold`` that ends by its own
clock, or never by itself. Fatigue is looked up at the hour asked.
"""

from collections.abc import Iterable, Iterator
from math import inf, log
from typing import NamedTuple

from bot.domain.recovery.about_me import caps_of
from bot.domain.recovery.answer import Clearance, Gate
from bot.domain.recovery.fatigue import Legs, soreness_over, theta_used
from bot.domain.recovery.parameters import (
    ALCOHOL_BURNT,
    ALCOHOL_GATE,
    ALCOHOL_GATE_HOURS,
    DANGER_SORENESS,
    DRUNK,
    ELSEWHERE_HOURS,
    FATIGUE_LIMITS,
    FLOOR_DOSE,
    FLOOR_HOURS,
    HEAT,
    LATE_HOURS,
    LATE_SORENESS,
    LATE_SORENESS_OVER,
    LONG_RUN_EASY_HOURS,
    LONG_RUN_MODERATE_HOURS,
    NEUTRAL_SLEEP,
    NEW_STIMULUS,
    NEW_STIMULUS_HOURS,
    NEW_WORK,
    OLD_SESSION,
    PAIN_GONE_HOURS,
    PLACE_SCORE,
    SLEEP_EASY,
    SLEEP_FORECAST,
    SLEEP_MODERATE,
    SORENESS_GATE,
    SORENESS_REST,
    SORENESS_TAU,
    USUAL_LONG_HOURS,
)
from bot.domain.recovery.question import Question, Sleep, Symptom
from bot.domain.recovery.running import is_long, is_unusual, no_running
from bot.domain.recovery.safety import symptoms_of
from bot.domain.recovery.soreness import danger_unasked, reported_score, sore_elsewhere

SORENESS_STEPS = tuple(
    zip(SORENESS_GATE, (Clearance.WALK, Clearance.EASY, Clearance.MODERATE), strict=True)
)
FELT = frozenset({Gate.DANGER_QUESTIONS, Gate.SORENESS, Gate.SLOW_SORENESS, Gate.PLACE, Gate.SLEEP})
INSTANT = 1e-6  # hours; keeps a gate that ends exactly now shut for now


class Hold(NamedTuple):
    """A closed gate: nothing harder than ``allows`` until so many hours from now."""

    gate: Gate
    allows: Clearance
    until: float


def holds_of(legs: Legs) -> tuple[Hold, ...]:
    """Return every closed gate but fatigue's, ended ones left out."""
    return tuple(hold for hold in _holds(legs) if hold.until > 0)


def unfelt(holds: tuple[Hold, ...]) -> tuple[Hold, ...]:
    """Return the closed gates that stay whatever somebody feels or slept."""
    return tuple(hold for hold in holds if hold.gate not in FELT)


def held_to(holds: Iterable[Hold], hours: float) -> Clearance:
    """Return the class that all gates but fatigue allow so many hours from now."""
    return min([hold.allows for hold in holds if hold.until > hours], default=Clearance.HARD)


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


def sober_in(holds: tuple[Hold, ...]) -> float:
    """Hours until alcohol allows a run again."""
    drunk = (h.until for h in holds if h.gate is Gate.ALCOHOL and h.allows <= Clearance.WALK)
    return max(drunk, default=0.0)


def _holds(legs: Legs) -> Iterator[Hold]:
    for line in caps_of(legs.question.about_me):
        if line.allows is not None:
            yield Hold(Gate.ABOUT_ME, line.allows, inf)
    yield from _symptom_holds(legs.question)
    yield from felt_holds(legs)
    yield from _alcohol_and_heat_holds(legs.question)
    yield from _training_holds(legs)
    if no_running(legs.question):
        yield Hold(Gate.NO_RUNNING, Clearance.MODERATE, inf)
    if legs.never_logged:
        yield Hold(Gate.NEVER_LOGGED, Clearance.MODERATE, inf)


def felt_holds(legs: Legs) -> Iterator[Hold]:
    """Yield the gates of soreness and sleep."""
    if danger_unasked(legs.question, legs.soreness):
        yield Hold(Gate.DANGER_QUESTIONS, Clearance.MODERATE, inf)
    yield from _soreness_holds(legs)
    yield from _late_soreness_holds(legs)
    if legs.place is not None and legs.place >= PLACE_SCORE:
        yield Hold(Gate.PLACE, Clearance.EASY, inf)
    yield from _sleep_holds(legs.sleep)


def _soreness_holds(legs: Legs) -> Iterator[Hold]:
    if legs.soreness >= SORENESS_REST:
        until = soreness_over(legs, SORENESS_REST) + INSTANT
        yield Hold(Gate.SORENESS, Clearance.REST, until)
    elsewhere = sore_elsewhere(legs.question)
    if elsewhere >= SORENESS_REST:
        # Nobody knows since when: it counts as long as a score does.
        yield Hold(Gate.SORENESS, Clearance.REST, ELSEWHERE_HOURS)
    if elsewhere >= DANGER_SORENESS:
        until = ELSEWHERE_HOURS + SORENESS_TAU * log(elsewhere / DANGER_SORENESS)
        yield Hold(Gate.SORENESS, Clearance.MODERATE, until)
    for limit, allows in SORENESS_STEPS:
        if legs.soreness > limit:
            yield Hold(Gate.SORENESS, allows, soreness_over(legs, limit))


def _late_soreness_holds(legs: Legs) -> Iterator[Hold]:
    """Soreness after new work that is more than the curve expects by the third day (Tufano 2012).

    It holds from the start, so that waiting never closes what was open.
    """
    new = [b for b in legs.bouts if b.novelty >= NEW_WORK and not b.very_light]
    if not new or new[-1].hours_ago > OLD_SESSION:
        return
    if min(legs.soreness, reported_score(legs.question) or 0.0) >= LATE_SORENESS:
        gate = Gate.SLOW_SORENESS if new[-1].hours_ago >= LATE_HOURS else Gate.SORENESS
        yield Hold(gate, Clearance.MODERATE, soreness_over(legs, LATE_SORENESS_OVER))


def _symptom_holds(question: Question) -> Iterator[Hold]:
    symptoms = symptoms_of(question)
    if Symptom.TENDON_PAIN in symptoms:
        yield Hold(Gate.PAIN, Clearance.WALK, inf)
    if Symptom.HEAD_COLD in symptoms:
        yield Hold(Gate.ILLNESS, Clearance.EASY, inf)
    if question.easy_for > 0.0:
        yield Hold(Gate.ILLNESS, Clearance.EASY, question.easy_for)
    if question.pain_gone is not None:
        yield Hold(Gate.PAIN_GONE, Clearance.EASY, PAIN_GONE_HOURS - question.pain_gone)


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
    if drunk is None:
        return
    for left, allows in zip(DRUNK, (Clearance.REST, Clearance.WALK), strict=True):
        until = (drunk.g_per_kg - left) / ALCOHOL_BURNT - drunk.hours_ago
        if until > 0:
            yield Hold(Gate.ALCOHOL, allows, until)
    if drunk.g_per_kg >= ALCOHOL_GATE:
        until = ALCOHOL_GATE_HOURS - drunk.hours_ago
        yield Hold(Gate.ALCOHOL, Clearance.EASY, until)
        if hot:
            yield Hold(Gate.HEAT, Clearance.WALK, until)


def _training_holds(legs: Legs) -> Iterator[Hold]:
    personal = theta_used(legs.question.learned) < 0
    for bout in legs.bouts:
        if bout.novelty >= NEW_STIMULUS and not bout.very_light:
            until = NEW_STIMULUS_HOURS - bout.hours_ago
            yield Hold(Gate.NEW_STIMULUS, Clearance.EASY, until)
        if personal and bout.dose >= FLOOR_DOSE:
            until = FLOOR_HOURS - bout.hours_ago
            yield Hold(Gate.PERSONAL_FLOOR, Clearance.MODERATE, until)
    for run in legs.question.recent_runs or ():
        if is_long(run):
            yield Hold(Gate.LONG_RUN, Clearance.MODERATE, USUAL_LONG_HOURS - run.hours_ago)
            if is_unusual(run, legs.question):
                until = LONG_RUN_MODERATE_HOURS - run.hours_ago
                yield Hold(Gate.LONG_RUN, Clearance.EASY, LONG_RUN_EASY_HOURS - run.hours_ago)
                yield Hold(Gate.LONG_RUN, Clearance.MODERATE, until)
