"""Properties of what an answer says of later: its hours, its shown numbers, what lies ahead.

All else is equal in each, the running base held fixed.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.facts.training import PainType, Report, RunKind
from bot.domain.recovery.answer import Clearance, Gate, Reply
from bot.domain.recovery.assess import assess
from bot.domain.recovery.circumstances import About, AboutMe, Event
from bot.domain.recovery.fatigue import legs_of
from bot.domain.recovery.history import question_of
from bot.domain.recovery.parameters import FATIGUE_LIMITS, RUN_LIMITS
from bot.domain.recovery.plan import standing_of
from bot.domain.recovery.question import (
    Ask,
    PastRun,
    PastSession,
    PlannedRun,
    Question,
    Soreness,
    Symptom,
)
from bot.domain.recovery.reported import with_reports
from bot.domain.recovery.soreness import danger_unasked
from tests.domain.recovery.comparing import REPLIES, outcome
from tests.domain.recovery.histories import (
    HOURS,
    MANY,
    RED_FLAGS,
    SCORES,
    logged,
    plan,
    question,
    session,
    trained,
)
from tests.domain.recovery.told import ToldReport
from tests.draws import Draws, among, between, tried, yes_or_no

NOW = datetime(2026, 1, 1, tzinfo=UTC)
EARLIER = tuple(hours for hours in HOURS if hours >= 1.0)
KINDS = tuple(kind for kind in RunKind if kind is not RunKind.WALK)


@MANY
@tried(trained, plan)
def test_no_shown_number_contradicts_its_limit(question: Question, plan: PlannedRun) -> None:
    found = assess(question._replace(plan=plan), changes=False)

    assert found.fatigue is not None
    assert found.clearance is not None
    assert plan.kind is not None
    legs = legs_of(question._replace(plan=plan))
    standing = standing_of(legs, plan.in_hours)
    for limit in FATIGUE_LIMITS[1:]:
        assert (found.fatigue < limit) == (min(100.0, standing.fatigue) < limit)
    limit = RUN_LIMITS.get(plan.kind, 101.0)
    assert (found.fatigue < limit) == (min(100.0, standing.fatigue) < limit)
    for low, high in filter(None, (found.eta.easy, found.eta.moderate, found.eta.hard)):
        assert low <= high


@MANY
@tried(trained, among(*KINDS))
def test_asked_again_at_the_hour_that_was_told_the_run_is_open(
    question: Question, kind: RunKind
) -> None:
    """For the kind that was asked, and at the later end of what was told."""
    asked = question._replace(plan=PlannedRun(kind=kind))

    found = assess(asked, changes=False)

    if found.planned_eta is not None:
        later = asked._replace(plan=PlannedRun(kind=kind, in_hours=float(found.planned_eta[1])))
        assert assess(later, changes=False).reply is Reply.YES
        assert (found.planned_eta == (0, 0)) == (found.reply is Reply.YES)
    else:
        assert found.planned_condition is not None


@MANY
@tried(trained, among(*SCORES), yes_or_no)
def test_an_unanswered_danger_question_is_first_and_holds_hard(
    question: Question, score: float, denied: bool
) -> None:
    asked = question._replace(soreness=Soreness(score=score), danger_denied=denied, plan=None)

    found = assess(asked, changes=False)

    if danger_unasked(asked, legs_of(asked).soreness):
        assert found.reasons[0].gate is Gate.DANGER_QUESTIONS
        assert found.clearance is not None
        assert found.clearance < Clearance.HARD
        assert (found.eta.hard, found.ask) == (None, Ask.DANGER_SIGNS)
    else:
        assert all(each.gate is not Gate.DANGER_QUESTIONS for each in found.reasons)


@MANY
@tried(question, among(*RED_FLAGS))
def test_a_danger_sign_is_a_no_to_all_that_was_asked(question: Question, sign: Symptom) -> None:
    asked = question._replace(
        symptoms=question.symptoms | {sign},
        about=About.LEGS,
        event=Event(in_hours=20.0),
    )

    found = assess(asked)

    assert found.reply is Reply.CARE
    assert found.lift is not None
    assert found.event is not None
    assert (found.lift.lift, found.event.start, found.event.tonight.lift) == ("no", "no", "no")


LONG_MINUTES = among(150.0, 160.0, 200.0, 300.0)


@MANY
@tried(LONG_MINUTES, between(1.0, 6.9), between(72.0, 168.0), among(1.0, 1.05, 1.5), size=16)
def test_a_usual_weekly_long_run_shuts_hard_for_three_days_at_most(
    minutes: float, effort: float, ago: float, longer: float
) -> None:
    week = tuple(
        PastRun(hours_ago=ago + 168.0 * weeks, minutes=minutes, srpe=effort) for weeks in range(3)
    )
    rested = Question(leg_sessions=(), sessions_8wk=8, soreness=Soreness(score=2))
    profile = replace(rested.profile, longest_run=minutes * longer, runs_per_week=4.0)

    found = assess(rested._replace(recent_runs=week, profile=profile))

    assert found.clearance is Clearance.HARD


@MANY
@tried(trained, session, among(*HOURS), plan)
def test_a_leg_day_ahead_is_never_better_than_none(
    question: Question, session: PastSession, ahead: float, plan: PlannedRun
) -> None:
    asked = question._replace(plan=plan)
    planned = session._replace(hours_ago=-ahead)

    without, beside = (
        assess(each, changes=False) for each in (asked, asked._replace(planned_legs=(planned,)))
    )

    assert without.clearance is not None
    assert beside.clearance is not None
    assert beside.clearance <= without.clearance
    assert REPLIES[beside.reply] <= REPLIES[without.reply]


@MANY
@tried(trained, between(0.0, 104.0), yes_or_no, yes_or_no)
def test_what_a_body_goes_through_never_lifts_a_class(
    question: Question, weeks: float, pregnant: bool, statin: bool
) -> None:
    told = AboutMe(weeks_since_birth=weeks, pregnant=pregnant, statin=statin, heart_or_kidney=True)

    without, beside = outcome(question), outcome(question._replace(about_me=told))

    assert beside.clearance <= without.clearance
    assert beside.reply <= without.reply


def day(draws: Draws) -> tuple[float, ToldReport]:
    """What was told on an earlier day, so many hours ago."""
    said: ToldReport = {}
    if draws.yes():
        said["soreness"] = draws.one(range(11))
    if draws.yes():
        said["pain"] = draws.one(tuple(PainType))
    if draws.yes():
        said["stop_sign"] = draws.yes()
    return draws.one(EARLIER), said


def days(draws: Draws) -> list[tuple[float, ToldReport]]:
    """The same of some days, each once."""
    return list(dict(draws.several(day, 4)).items())


@MANY
@tried(days, logged)
def test_days_told_one_by_one_are_the_same_as_told_at_once(
    told: list[tuple[float, ToldReport]], question: Question
) -> None:
    reports = [Report(reported_at=NOW - timedelta(hours=ago), **said) for ago, said in told]
    today = question._replace(leg_sessions=None, sessions_8wk=0, sessions_logged=0)

    stored = question_of((), reports, today, now=NOW, total_sessions=0, demand=lambda _: None)
    at_once = with_reports(
        today._replace(leg_sessions=()),
        [(ago, report) for (ago, _), report in zip(told, reports, strict=True)],
    )

    assert assess(stored) == assess(at_once)
