"""The planned run: yes, changed or no; how long; and what is offered."""

import pytest

from bot.domain.facts.training import Newness, PainType, Region, RunKind
from bot.domain.recovery.answer import Clearance, Offer, Reply
from bot.domain.recovery.assess import assess
from bot.domain.recovery.fatigue import Decay, legs_of
from bot.domain.recovery.plan import Standing, cap_of, fits, standing_of
from bot.domain.recovery.question import (
    AskedProfile,
    Effort,
    PastSession,
    PlannedRun,
    Question,
    Sleep,
    Soreness,
)

UNKNOWN = AskedProfile()
BASE = Question(leg_sessions=(), sessions_8wk=5, soreness=Soreness(score=3))


def at(fatigue: float, question: Question = BASE) -> Standing:
    """Legs at exactly this R."""
    legs = legs_of(question)._replace(decays=(Decay(fatigue, 1e9, 0.0, 1e9),))
    return standing_of(legs, 0.0)


def ordinary(
    hours: float,
    kind: RunKind,
    minutes: float | None = None,
    *,
    profile: AskedProfile = UNKNOWN,
) -> Question:
    return Question(
        leg_sessions=(PastSession(hours_ago=hours, effort=Effort.ORDINARY),),
        plan=PlannedRun(kind=kind, minutes=minutes),
        soreness=Soreness(score=3, type=PainType.MUSCLE_ACHE),
        profile=profile,
    )


@pytest.mark.parametrize(
    ("kind", "limit"),
    [
        (RunKind.WALK, 150), (RunKind.EASY, 75), (RunKind.STEADY, 35), (RunKind.LONG, 25),
        (RunKind.TEMPO, 20), (RunKind.INTERVALS, 15), (RunKind.HILLS, 15),
        (RunKind.DOWNHILL, 15), (RunKind.RACE, 15),
    ],
)  # fmt: skip
def test_a_run_is_open_below_its_limit_only(kind: RunKind, limit: float) -> None:
    assert (fits(kind, at(limit - 0.01)), fits(kind, at(limit))) == (True, False)


@pytest.mark.parametrize(
    ("soreness", "open_"),
    [
        (Soreness(score=2), True),
        (Soreness(score=2.5), False),
        (Soreness(score=2.5, region=Region.HAMSTRINGS), False),
        (Soreness(score=2.5, region=Region.QUADS), True),
        (None, False),
    ],
)
def test_sprints_need_calm_hamstrings(soreness: Soreness | None, open_: bool) -> None:
    question = BASE._replace(soreness=soreness)

    assert fits(RunKind.SPRINTS, at(5.0, question)) is open_
    assert fits(RunKind.INTERVALS, at(5.0, question)) is True


@pytest.mark.parametrize(
    ("question", "fatigue", "cap"),
    [
        (BASE, 60, 30),
        (BASE._replace(soreness=Soreness(score=5)), 60, 20),
        (BASE._replace(sleep=Sleep(last_night=4.5)), 60, 20),
        (BASE._replace(profile=AskedProfile(runs_per_week=0.5)), 60, 20),
        (BASE._replace(profile=AskedProfile(runs_per_week=3)), 49.9, 45),
        (BASE._replace(profile=AskedProfile(runs_per_week=3)), 50, 30),
        (BASE._replace(profile=AskedProfile(runs_per_week=2.9)), 40, 30),
        (
            BASE._replace(profile=AskedProfile(runs_per_week=3), soreness=Soreness(score=3.5)),
            40,
            30,
        ),
        (BASE._replace(profile=AskedProfile(longest_run=25)), 60, 27.5),
        (BASE._replace(profile=AskedProfile(longest_run=10)), 60, 20),
        (BASE, 30, 60),
        (BASE._replace(profile=AskedProfile(longest_run=30)), 30, 33),
        (BASE._replace(profile=AskedProfile(longest_run=0)), 30, 30),
        (BASE, 24.9, float("inf")),
        (BASE, 10, float("inf")),
        (BASE._replace(profile=AskedProfile(longest_run=60)), 10, 66),
        (BASE, 80, 0),
    ],
)
def test_easy_run_cap(question: Question, fatigue: float, cap: float) -> None:
    assert cap_of(RunKind.EASY, at(fatigue, question)) == pytest.approx(cap)


@pytest.mark.parametrize(("fatigue", "cap"), [(150, 0), (80, 40), (60, 40), (30, 60)])
def test_walk_cap_is_never_below_the_run_cap(fatigue: float, cap: float) -> None:
    assert cap_of(RunKind.WALK, at(fatigue)) == cap


@pytest.mark.parametrize(
    ("session", "cap"),
    [
        (PastSession(hours_ago=7.9, effort=Effort.ORDINARY), 20),
        (PastSession(hours_ago=8, effort=Effort.ORDINARY), 30),
        (PastSession(hours_ago=71.9, srpe=4, minutes=30, newness=Newness.FIRST_EVER), 20),
        (PastSession(hours_ago=72, srpe=4, minutes=30, newness=Newness.FIRST_EVER), 30),
        (PastSession(hours_ago=71.9, srpe=2, minutes=30, newness=Newness.FIRST_EVER), 30),
        (PastSession(hours_ago=7.9, srpe=2, minutes=30), 30),
    ],
)
def test_easy_run_is_short_right_after_lifting_and_after_something_new(
    session: PastSession, cap: float
) -> None:
    question = BASE._replace(leg_sessions=(session,))

    assert cap_of(RunKind.EASY, at(60.0, question)) == cap


@pytest.mark.parametrize(
    ("question", "reply", "offer"),
    [
        (
            ordinary(24, RunKind.EASY, 25),
            Reply.YES,
            Offer(kind=RunKind.EASY, max_minutes=25, rpe=(2, 3)),
        ),
        (
            ordinary(24, RunKind.EASY, 60),
            Reply.CHANGED,
            Offer(kind=RunKind.EASY, max_minutes=30, rpe=(2, 3)),
        ),
        (
            ordinary(24, RunKind.INTERVALS, 60),
            Reply.CHANGED,
            Offer(kind=RunKind.EASY, max_minutes=30, rpe=(2, 3)),
        ),
        (
            ordinary(3, RunKind.EASY, 60),
            Reply.NO,
            Offer(kind=RunKind.WALK, max_minutes=40, rpe=(1, 2)),
        ),
        (
            ordinary(3, RunKind.WALK, 30),
            Reply.YES,
            Offer(kind=RunKind.WALK, max_minutes=30, rpe=(1, 2)),
        ),
        (
            ordinary(42, RunKind.LONG, 90),
            Reply.YES,
            Offer(kind=RunKind.LONG, max_minutes=90, rpe=(3, 4)),
        ),
        (
            ordinary(50, RunKind.RACE, 50),
            Reply.CHANGED,
            Offer(kind=RunKind.RACE, max_minutes=50, rpe=(6, 9)),
        ),
        (
            ordinary(60, RunKind.RACE),
            Reply.YES,
            Offer(kind=RunKind.RACE, max_minutes=None, rpe=(6, 9)),
        ),
        (
            ordinary(60, RunKind.EASY, 60, profile=AskedProfile(longest_run=0)),
            Reply.CHANGED,
            Offer(kind=RunKind.EASY, max_minutes=30, rpe=(2, 3), run_walk=True),
        ),
    ],
)
def test_reply_and_offer(question: Question, reply: Reply, offer: Offer) -> None:
    found = assess(question)

    assert (found.reply, found.offer) == (reply, offer)


def test_without_a_plan_the_hardest_open_run_is_offered() -> None:
    found = assess(ordinary(36, RunKind.EASY)._replace(plan=None))

    assert found.reply is None
    assert found.offer == Offer(kind=RunKind.STEADY, max_minutes=60, rpe=(4, 5))


def test_a_future_plan_is_judged_for_its_time() -> None:
    plan = PlannedRun(kind=RunKind.TEMPO, minutes=30, in_hours=48)

    found = assess(ordinary(4, RunKind.EASY)._replace(plan=plan))

    assert (found.clearance, found.reply) == (Clearance.HARD, Reply.YES)
    assert found.eta.easy == (1, 3)
