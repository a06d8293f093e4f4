"""What is answered beside the run: lifting, an event, leg days ahead, the course of soreness."""

from dataclasses import replace

from bot.domain.recovery.about_me import about_me_of
from bot.domain.recovery.ahead import planned_legs_of, then
from bot.domain.recovery.answer import Answer
from bot.domain.recovery.beside_answers import EventAnswer, Expect, Start
from bot.domain.recovery.circumstances import About, Event
from bot.domain.recovery.event import expected, last_heavy_days, run_of, start_of
from bot.domain.recovery.fatigue import Legs, legs_of
from bot.domain.recovery.lifting import CARE, lift_of
from bot.domain.recovery.parameters import AHEAD_HOURS
from bot.domain.recovery.plan import Standing, reply_to, standing_of
from bot.domain.recovery.question import Question
from bot.domain.recovery.trend import trend_of

DAY = 24.0


def besides(legs: Legs, answer: Answer) -> Answer:
    """Return an answer with all that was asked beside the run."""
    question = legs.question
    asked = (question.event, question.planned_legs, question.earlier)
    if not any(asked) and question.about is About.RUN:
        return answer
    now = standing_of(legs, 0.0)
    event = None if question.event is None else _event(now, question.event)
    return replace(
        answer,
        lift=lift_of(now) if question.about is About.LEGS else None,
        event=event,
        planned_legs=planned_legs_of(legs),
        trend=trend_of(legs),
    )


def besides_care(question: Question, answer: Answer) -> Answer:
    """Return a care answer with a no to all that was asked."""
    event = None
    if question.event is not None:
        event = EventAnswer(
            start=Start.NO,
            expect=Expect.CLEARLY_SLOWER,
            last_heavy_in=last_heavy_in(question.event),
            tonight=CARE,
            decide_on_the_day=False,
        )
    lift = CARE if question.about is About.LEGS else None
    return replace(answer, lift=lift, event=event, about_me=about_me_of(question))


def last_heavy_in(event: Event) -> tuple[float, float]:
    """Return the hours from now of the last heavy leg day, earliest and latest."""
    latest, earliest = last_heavy_days(event)
    return event.in_hours - DAY * earliest, event.in_hours - DAY * latest


def _event(now: Standing, event: Event) -> EventAnswer:
    legs, run = now.legs, run_of(event)
    asked = then(replace(legs.question, plan=run), legs)
    hours = 0.0 if asked.plan is None else asked.plan.in_hours
    if asked.planned_legs == legs.question.planned_legs:
        at = replace(legs_of(asked, legs), soreness=legs.soreness)
    else:
        at = legs_of(asked)
    standing = standing_of(at, hours)
    expect = expected(standing.fatigue)
    return EventAnswer(
        start=start_of(reply_to(run, standing)),
        expect=expect,
        last_heavy_in=last_heavy_in(event),
        tonight=lift_of(now),
        decide_on_the_day=event.in_hours > AHEAD_HOURS[0] or expect is not Expect.USUAL,
    )
