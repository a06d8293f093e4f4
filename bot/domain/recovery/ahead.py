"""A question as it will be asked later: leg days that are planned have then been done."""

from bot.domain.recovery.answer import Clearance, LegsThen, PlannedLegsAnswer, Reply
from bot.domain.recovery.fatigue import Legs, faded, fatigue_at, legs_of
from bot.domain.recovery.load import trains_legs
from bot.domain.recovery.parameters import LIFT_FATIGUE, NEUTRAL_SORENESS, SLEEP_FORECAST
from bot.domain.recovery.plan import Standing, reply_to, standing_of
from bot.domain.recovery.question import PastSession, PlannedRun, Question, Sleep, Soreness
from bot.domain.recovery.reasons import shown
from bot.domain.recovery.safety import symptoms_of
from bot.domain.recovery.soreness import NOT_LEGS, danger_unasked, leg_soreness, reported_score

DAY = 24.0
DAYS_TRIED = (1, 2, 3)
RANKS = {Reply.YES: 2, Reply.CHANGED: 1}


def done_before(question: Question, plan: PlannedRun | None) -> tuple[PastSession, ...]:
    """The leg sessions that are planned before a run."""
    if plan is None:
        return ()
    before = [each for each in question.planned_legs if -each.hours_ago <= plan.in_hours]
    return tuple(each for each in before if trains_legs(each))


def then(today: Legs, plan: PlannedRun, done: tuple[PastSession, ...]) -> Question:
    """Return today's question as at the hour of a run, with the leg days before it done.

    What is felt today is forecast; new legs are never taken for less sore than somebody unknown.
    """
    question, hours = today.question, plan.in_hours
    drunk = question.alcohol
    trained = (*(question.leg_sessions or ()), *done)
    return question._replace(
        leg_sessions=tuple(each._replace(hours_ago=each.hours_ago + hours) for each in trained),
        soreness=_soreness_then(today, hours),
        planned_legs=(),
        recent_runs=question.recent_runs
        and tuple(each._replace(hours_ago=each.hours_ago + hours) for each in question.recent_runs),
        symptoms=symptoms_of(question),
        painkiller=None,
        sleep=question.sleep if hours < SLEEP_FORECAST else Sleep(),
        alcohol=drunk and drunk._replace(hours_ago=drunk.hours_ago + hours),
        easy_for=max(0.0, question.easy_for - hours),
        pain_gone=None if question.pain_gone is None else question.pain_gone + hours,
        earlier=(),
        plan=plan._replace(in_hours=0.0),
    )


def after_legs(today: Legs, plan: PlannedRun | None) -> Standing | None:
    """Return the state of the legs at a run, ``None`` where no leg day is planned before it."""
    done = done_before(today.question, plan)
    if plan is None or not done:
        return None
    return standing_of(legs_of(then(today, plan, done)), 0.0)


def _soreness_then(today: Legs, hours: float) -> Soreness | None:
    question = today.question
    told = question.soreness or Soreness()
    if reported_score(question) is None:
        return question.soreness
    score = leg_soreness(question, today.bouts)
    if not danger_unasked(question, score):
        score = max(NEUTRAL_SORENESS, faded(score, today.flat, hours))
    if told.region in NOT_LEGS:
        return told._replace(legs_score=score)
    return told._replace(score=score, legs_score=None)


def planned_legs_of(today: Standing, at_run: Standing) -> PlannedLegsAnswer:
    """Return the run after the leg days ahead, and other days for the last of them.

    ``at_run`` is the state of the legs at the hour of the run, the leg days done.
    """
    question, hours = today.legs.question, today.hours
    done = done_before(question, question.plan)
    last = min(done, key=lambda each: each.hours_ago)  # furthest ahead
    place = done.index(last) - len(done)

    def moved(by: float) -> LegsThen:
        hours_ago = last.hours_ago - by
        return _then(-hours_ago, _with(at_run, place, hours_ago + hours))

    planned = _then(-last.hours_ago, at_run)
    tried = [DAY * days for days in DAYS_TRIED]
    earlier = (moved(-by) for by in tried if _may_lift(today.legs, -last.hours_ago - by))
    later = (moved(by) for by in tried if by - last.hours_ago <= hours)
    fresher = (each for each in earlier if each.fatigue < planned.fatigue)
    closed = (each for each in later if _rank(each) < RANKS[Reply.YES])
    return PlannedLegsAnswer(
        planned=planned,
        safer=next(fresher, None),
        heavy=next(closed, None),
    )


def _may_lift(today: Legs, hours: float) -> bool:
    """Tell whether legs may be trained in full so many hours from now (recovery-model §3.16)."""
    return hours >= 0.0 and fatigue_at(today, hours) <= LIFT_FATIGUE[1]


def _rank(each: LegsThen) -> int:
    if each.reply is None:
        return RANKS[Reply.YES] if each.clearance is Clearance.HARD else 0
    return RANKS.get(each.reply, 0)


def _with(at_run: Standing, place: int, hours_ago: float) -> Standing:
    """Return the state at the run had one of its leg days been at another hour."""
    question = at_run.legs.question
    sessions = list(question.leg_sessions or ())
    sessions[place] = sessions[place]._replace(hours_ago=hours_ago)
    return standing_of(legs_of(question._replace(leg_sessions=tuple(sessions))), 0.0)


def _then(in_hours: float, standing: Standing) -> LegsThen:
    """Return the run with the last leg day in so many hours."""
    plan = standing.legs.question.plan
    return LegsThen(
        in_hours=in_hours,
        fatigue=shown(standing.fatigue, plan),
        clearance=standing.clearance,
        reply=reply_to(plan, standing),
    )
