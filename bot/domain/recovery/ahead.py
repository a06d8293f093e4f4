"""A question as it will be asked later: leg days that are planned have then been done."""

from dataclasses import replace

from bot.domain.recovery.answer import Clearance, LegsThen, PlannedLegsAnswer, Reply
from bot.domain.recovery.fatigue import Legs, legs_of, soreness_at
from bot.domain.recovery.load import trains_legs
from bot.domain.recovery.parameters import NEUTRAL_SORENESS, SLEEP_FORECAST
from bot.domain.recovery.plan import reply_to, standing_of
from bot.domain.recovery.question import PastSession, Question, Sleep, Soreness
from bot.domain.recovery.reasons import shown
from bot.domain.recovery.safety import symptoms_of
from bot.domain.recovery.soreness import NOT_LEGS, danger_unasked, reported_score

DAY = 24.0
DAYS_TRIED = (1, 2, 3)
RANKS = {Reply.YES: 2, Reply.CHANGED: 1}


def done_before(question: Question) -> tuple[PastSession, ...]:
    """The leg sessions that are planned before the run that is asked about."""
    plan = question.plan
    if plan is None:
        return ()
    before = [each for each in question.planned_legs if -each.hours_ago <= plan.in_hours]
    return tuple(each for each in before if trains_legs(each))


def then(question: Question, today: Legs) -> Question:
    """Return a question as at the hour of its run, with the leg days before it done.

    ``today`` are the legs of a question with the same training.

    What is felt today is forecast; new legs are never taken for less sore than somebody unknown.
    """
    plan = question.plan
    done = done_before(question)
    if plan is None or not done:
        return question
    hours = plan.in_hours
    sessions = (*(question.leg_sessions or ()), *done)
    drunk = question.alcohol
    return replace(
        question,
        leg_sessions=tuple(replace(each, hours_ago=each.hours_ago + hours) for each in sessions),
        planned_legs=(),
        recent_runs=question.recent_runs
        and tuple(replace(each, hours_ago=each.hours_ago + hours) for each in question.recent_runs),
        soreness=_soreness_then(question, today),
        symptoms=symptoms_of(question),
        painkiller=None,
        sleep=question.sleep if hours < SLEEP_FORECAST else Sleep(),
        alcohol=drunk and replace(drunk, hours_ago=drunk.hours_ago + hours),
        easy_for=max(0.0, question.easy_for - hours),
        pain_gone=None if question.pain_gone is None else question.pain_gone + hours,
        earlier=(),
        plan=replace(plan, in_hours=0.0),
    )


def _soreness_then(question: Question, today: Legs) -> Soreness | None:
    told, plan = question.soreness or Soreness(), question.plan
    if reported_score(question) is None or plan is None:
        return question.soreness
    legs = legs_of(question, today)
    score = max(NEUTRAL_SORENESS, soreness_at(legs, plan.in_hours))
    if danger_unasked(question, legs.soreness):
        score = legs.soreness
    if told.region in NOT_LEGS:
        return replace(told, legs_score=score)
    return replace(told, score=score, legs_score=None)


def planned_legs_of(today: Legs) -> PlannedLegsAnswer | None:
    """Return the run after the leg days ahead, and other days for the last of them."""
    question = today.question
    done = done_before(question)
    if not done or question.plan is None:
        return None
    last = min(done, key=lambda each: each.hours_ago)  # furthest ahead
    planned = _with(today, last, 0.0)
    tried = (DAY * days for days in DAYS_TRIED)
    earlier = (_with(today, last, -by) for by in tried if -last.hours_ago >= by)
    later = (
        _with(today, last, DAY * days)
        for days in DAYS_TRIED
        if DAY * days - last.hours_ago <= question.plan.in_hours
    )
    fresher = (each for each in earlier if each.fatigue < planned.fatigue)
    closed = (each for each in later if _rank(each) < RANKS[Reply.YES])
    return PlannedLegsAnswer(
        planned=planned,
        safer=next(fresher, None),
        heavy=next(closed, None),
    )


def _rank(each: LegsThen) -> int:
    if each.reply is None:
        return RANKS[Reply.YES] if each.clearance is Clearance.HARD else 0
    return RANKS.get(each.reply, 0)


def _with(today: Legs, last: PastSession, by: float) -> LegsThen:
    """The run with the last leg day moved by so many hours."""
    question = today.question
    moved = replace(last, hours_ago=last.hours_ago - by)
    legs = tuple(moved if each is last else each for each in question.planned_legs)
    asked = then(replace(question, planned_legs=legs), today)
    standing = standing_of(legs_of(asked), 0.0)
    return LegsThen(
        in_hours=-moved.hours_ago,
        fatigue=shown(standing.fatigue, asked.plan),
        clearance=standing.clearance,
        reply=reply_to(asked.plan, standing),
    )
