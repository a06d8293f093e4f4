"""May I lift legs: by what is left of fatigue and soreness, and by the runs around it."""

from collections.abc import Iterator
from math import inf

from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Clearance, Gate
from bot.domain.recovery.beside_answers import Lift, LiftAnswer, LiftReason
from bot.domain.recovery.circumstances import Event, EventKind
from bot.domain.recovery.event import last_heavy_days
from bot.domain.recovery.parameters import (
    EVENT_LIGHT,
    LIFT_AFTER_RUN,
    LIFT_BEFORE_RUN,
    LIFT_FATIGUE,
    LIFT_SORENESS,
)
from bot.domain.recovery.plan import CLASSES, Standing
from bot.domain.recovery.running import is_run

CARE = LiftAnswer(lift=Lift.NO, why=LiftReason.CARE)
PAINS = frozenset({Gate.PAIN, Gate.PAIN_GONE, Gate.PLACE, Gate.ABOUT_ME})
ORDER = (Lift.NO, Lift.LIGHT, Lift.YES)


def lift_of(standing: Standing) -> LiftAnswer:
    """Return the strictest answer, the gravest of its reasons."""
    found = list(_answers(standing))
    return min(
        found,
        key=lambda each: ORDER.index(each.lift),
        default=LiftAnswer(lift=Lift.YES, why=LiftReason.FINE),
    )


def _answers(standing: Standing) -> Iterator[LiftAnswer]:
    closed = [hold for hold in standing.holds if hold.until > standing.hours]
    if any(hold.gate in PAINS and hold.allows <= Clearance.EASY for hold in closed):
        yield LiftAnswer(lift=Lift.NO, why=LiftReason.PAIN)
    held = (h for h in closed if h.gate not in PAINS and h.gate is not Gate.SORENESS)
    if any(hold.allows <= Clearance.WALK for hold in held):
        yield LiftAnswer(lift=Lift.NO, why=LiftReason.HELD)
    if any(hold.gate in {Gate.ILLNESS, Gate.DANGER_QUESTIONS} for hold in closed):
        yield LiftAnswer(lift=Lift.NO, why=LiftReason.HELD)
    yield from _limits(LIFT_SORENESS, standing.legs.soreness, LiftReason.SORENESS)
    yield from _limits(LIFT_FATIGUE, standing.fatigue, LiftReason.FATIGUE)
    yield from _around(standing)


def _limits(limits: tuple[float, float], value: float, why: LiftReason) -> Iterator[LiftAnswer]:
    none, light = limits
    if value > none:
        yield LiftAnswer(lift=Lift.NO, why=why)
    elif value > light:
        yield LiftAnswer(lift=Lift.LIGHT, why=why)


def _around(standing: Standing) -> Iterator[LiftAnswer]:
    """Events and runs that are due, and runs just done (Doma 2013, Sporer & Wenger 2003)."""
    question = standing.legs.question
    if question.event is not None:
        yield from _before(question.event, LiftReason.EVENT)
    plan = question.plan
    if plan is not None and plan.kind is RunKind.RACE:
        race = Event(kind=EventKind.RACE, in_hours=plan.in_hours, minutes=plan.minutes)
        yield from _before(race, LiftReason.RUN_SOON)
    demanding = plan is not None and CLASSES.get(plan.kind or RunKind.EASY, Clearance.HARD)
    if plan is not None and demanding is Clearance.HARD:
        none, light = LIFT_BEFORE_RUN
        if plan.in_hours < light:
            lift = Lift.NO if plan.in_hours < none else Lift.LIGHT
            yield LiftAnswer(lift=lift, why=LiftReason.RUN_SOON, hours=plan.in_hours)
    ran = (run.hours_ago for run in question.recent_runs or () if is_run(run))
    if (hours := min(ran, default=inf)) < LIFT_AFTER_RUN[1]:
        yield LiftAnswer(lift=Lift.LIGHT, why=LiftReason.RAN, hours=hours)


def _before(event: Event, why: LiftReason) -> Iterator[LiftAnswer]:
    if event.in_hours < EVENT_LIGHT:
        yield LiftAnswer(lift=Lift.NO, why=why, hours=event.in_hours)
    elif event.in_hours < 24.0 * last_heavy_days(event)[0]:
        yield LiftAnswer(lift=Lift.LIGHT, why=why, hours=event.in_hours)
