"""What is answered beside the run: lifting, an event, leg days ahead, the course of soreness."""

from bot.domain.recovery.about_me import about_me_of
from bot.domain.recovery.ahead import after_legs, planned_legs_of
from bot.domain.recovery.answer import Answer
from bot.domain.recovery.beside_answers import Course, EventAnswer, Expect, LiftAnswer, Start, Trend
from bot.domain.recovery.circumstances import About, Event
from bot.domain.recovery.event import expected, last_heavy_days, run_of, start_of
from bot.domain.recovery.fatigue import Legs, sore_since
from bot.domain.recovery.lifting import CARE, lift_of
from bot.domain.recovery.parameters import AHEAD_HOURS, LATE_HOURS, TREND, TREND_HOURS
from bot.domain.recovery.plan import Standing, reply_to, standing_at
from bot.domain.recovery.question import Question
from bot.domain.recovery.soreness import told_score

DAY = 24.0


def besides(today: Standing, at_run: Standing | None, answer: Answer) -> Answer:
    """Return an answer with all that was asked beside the run.

    ``today`` are today's legs at the hour of the run, ``at_run`` the legs after leg days that are
    planned before it.
    """
    legs = today.legs
    question = legs.question
    asked = (question.event, question.planned_legs, question.earlier)
    if not any(asked) and question.about is About.RUN:
        return answer
    lifting = question.about is About.LEGS or question.event is not None
    lift = lift_of(standing_at(legs, today.holds, 0.0)) if lifting else None
    return answer._replace(
        lift=lift if question.about is About.LEGS else None,
        event=_event(today, at_run, lift),
        planned_legs=None if at_run is None else planned_legs_of(today, at_run),
        trend=_trend_of(legs),
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
    return answer._replace(lift=lift, event=event, about_me=about_me_of(question))


def last_heavy_in(event: Event) -> tuple[float, float]:
    """Return the hours from now of the last heavy leg day, earliest and latest."""
    latest, earliest = last_heavy_days(event)
    return event.in_hours - DAY * earliest, event.in_hours - DAY * latest


def _trend_of(legs: Legs) -> Trend | None:
    """Return the course since the newest score of an earlier day, ``None`` where none was told."""
    now = told_score(legs.question)
    earliest, latest = TREND_HOURS
    told = (each for each in legs.question.earlier if earliest <= each.hours_ago <= latest)
    before = min(told, key=lambda each: each.hours_ago, default=None)
    if now is None or before is None:
        return None
    change = now - before.score
    course = Course.SAME
    if change <= -TREND:
        course = Course.FALLING
    elif change >= TREND:
        late = sore_since(legs) > LATE_HOURS
        course = Course.RISING if late else Course.RISING_AS_USUAL
    return Trend(course=course, before=before.score, now=now, hours_ago=before.hours_ago)


def _event(
    today: Standing, at_run: Standing | None, tonight: LiftAnswer | None
) -> EventAnswer | None:
    legs = today.legs
    event = legs.question.event
    if event is None or tonight is None:
        return None
    run = run_of(event)
    if run == legs.question.plan:
        standing = at_run or today
    else:
        standing = after_legs(legs, run) or standing_at(legs, today.holds, run.in_hours)
    expect = expected(standing.fatigue)
    return EventAnswer(
        start=start_of(reply_to(run, standing)),
        expect=expect,
        last_heavy_in=last_heavy_in(event),
        tonight=tonight,
        decide_on_the_day=event.in_hours > AHEAD_HOURS[0] or expect is not Expect.USUAL,
    )
