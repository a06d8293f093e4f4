"""What feeling better or worse than the answer changes today, and what a forecast is asked with."""

from collections.abc import Callable
from typing import Unpack

import pytest
from hypothesis import settings

from bot.domain.facts.training import PainType, Region, RunKind
from bot.domain.recovery.answer import Answer, Clearance, Confidence, Gate, Reply
from bot.domain.recovery.assess import assess, better, worse
from bot.domain.recovery.question import (
    Ask,
    Effort,
    Painkiller,
    PastSession,
    PlannedRun,
    Question,
    Sleep,
    Soreness,
    Symptom,
)
from tests.domain.recovery.told import Told
from tests.draws import Draws, between, tried


def after(hours: float, **told: Unpack[Told]) -> Question:
    """A question so many hours after an ordinary leg day."""
    return Question(leg_sessions=(PastSession(hours_ago=hours, effort=Effort.ORDINARY),), **told)


@pytest.mark.parametrize(
    ("asked", "then"),
    [
        (after(48.0, soreness=Soreness(score=3)), after(48.0, soreness=Soreness(score=5))),
        (after(30.0, soreness=Soreness(score=9.5)), after(30.0, soreness=Soreness(score=10))),
    ],
)
def test_feeling_worse_is_two_points_sorer(asked: Question, then: Question) -> None:
    assert worse(asked) == assess(then)


def test_feeling_worse_with_nothing_said_counts_as_five_and_stays_unsaid() -> None:
    asked = after(60.0)

    found, sore = worse(asked), assess(after(60.0, soreness=Soreness(score=5)))

    assert (found.clearance, found.fatigue, found.eta) == (sore.clearance, sore.fatigue, sore.eta)
    assert (found.confidence, sore.confidence) == (Confidence.LOW, Confidence.MEDIUM)
    assert found.ask is Ask.SORENESS


def test_feeling_worse_at_five_brings_the_danger_questions() -> None:
    asked = after(30.0, soreness=Soreness(score=5))

    assert (assess(asked).ask, worse(asked).ask) == (Ask.PAIN_TYPE, Ask.DANGER_SIGNS)


def test_feeling_worse_asks_the_danger_questions_behind_a_painkiller() -> None:
    asked = after(30.0, soreness=Soreness(score=6), painkiller=Painkiller(hours_ago=1))

    assert worse(asked).ask is Ask.DANGER_SIGNS


def test_feeling_better_is_one_point_less_sore() -> None:
    asked = after(60.0, soreness=Soreness(score=4.5, type=PainType.MUSCLE_ACHE))

    found, sore = better(asked), assess(asked._replace(soreness=Soreness(score=3.5)))

    assert (found.clearance, found.fatigue, found.eta) == (sore.clearance, sore.fatigue, sore.eta)
    assert (assess(asked).clearance, found.clearance) == (Clearance.EASY, Clearance.MODERATE)


def test_feeling_better_asks_and_changes_what_one_point_less_would() -> None:
    sore = Soreness(score=6.5, type=PainType.MUSCLE_ACHE, region=Region.QUADS)
    asked = after(44.0, soreness=sore, sleep=Sleep(last_night=5.5))

    found, then = better(asked), assess(asked._replace(soreness=sore._replace(score=5.5)))

    assert (found.ask, found.would_change) == (then.ask, then.would_change)


def test_feeling_better_leaves_every_other_gate() -> None:
    knee = after(200.0, soreness=Soreness(score=2, region=Region.KNEE, type=PainType.MUSCLE_ACHE))
    arms = after(200.0, soreness=Soreness(score=8.5, region=Region.ARMS))
    slept = after(200.0, sleep=Sleep(last_night=3.0))

    assert [better(each).clearance for each in (knee, arms, slept)] == [
        Clearance.EASY, Clearance.REST, Clearance.EASY,
    ]  # fmt: skip
    assert Gate.PLACE in {reason.gate for reason in better(knee).reasons}


def test_feeling_better_does_not_take_the_danger_questions_back() -> None:
    asked = after(30.0, soreness=Soreness(score=8))

    found = better(asked)

    assert (found.clearance, found.ask) == (Clearance.WALK, Ask.DANGER_SIGNS)


def test_feeling_better_right_after_leg_day_is_not_believed() -> None:
    asked = after(3.0, soreness=Soreness(score=2))

    assert better(asked) == assess(asked)


@pytest.mark.parametrize("changed", [worse, better])
def test_care_and_questions_back_outrank_how_it_feels(
    changed: Callable[[Question], Answer],
) -> None:
    stop = after(48.0, symptoms=frozenset({Symptom.DARK_URINE}))

    assert changed(stop) == assess(stop)
    assert changed(after(-1.0)).reply is Reply.ASK
    assert changed(Question()).ask is Ask.HOURS_SINCE_LEGS


def test_a_time_without_a_run_is_a_forecast() -> None:
    now = after(24.0)
    later = now._replace(plan=PlannedRun(in_hours=36.0))

    found = assess(later)

    assert (found.reply, found.clearance, assess(now).clearance) == (
        None, Clearance.HARD, Clearance.EASY,
    )  # fmt: skip
    assert found.offer is not None
    assert found.offer.kind is RunKind.STEADY


def test_where_it_aches_is_asked_before_sprints_only() -> None:
    sore = after(100.0, sleep=Sleep(last_night=8.0), recent_runs=(), soreness=Soreness(
        score=3, type=PainType.MUSCLE_ACHE))  # fmt: skip
    sprints, tempo = (
        assess(sore._replace(plan=PlannedRun(kind=kind)))
        for kind in (RunKind.SPRINTS, RunKind.TEMPO)
    )

    assert (sprints.ask, tempo.ask) == (Ask.REGION, None)


def test_a_log_that_is_not_there_does_not_say_rested() -> None:
    sore = Soreness(score=2)

    unlogged = assess(Question(leg_sessions=None, sessions_8wk=5, soreness=sore))
    rested = assess(Question(leg_sessions=(), sessions_8wk=5, soreness=sore))

    assert (unlogged.clearance, rested.clearance) == (Clearance.MODERATE, Clearance.HARD)
    assert (unlogged.fatigue, rested.fatigue) == (None, 0)


def score(draws: Draws) -> float | None:
    return draws.perhaps([quarters / 4 for quarters in range(41)])


def soreness(draws: Draws) -> Soreness:
    return Soreness(
        score=score(draws),
        legs_score=score(draws),
        region=draws.perhaps(tuple(Region)),
        type=None,
    )


def painkiller(draws: Draws) -> Painkiller:
    return Painkiller(hours_ago=2.0, soreness_before=draws.maybe(between(0, 10)))


def question(draws: Draws) -> Question:
    session = PastSession(
        hours_ago=between(0, 260)(draws),
        effort=draws.perhaps(tuple(Effort)),
    )
    return Question(
        leg_sessions=(session,),
        soreness=draws.maybe(soreness),
        sleep=Sleep(last_night=draws.perhaps((3.0, 4.5, 6.0, 8.0))),
        painkiller=draws.maybe(painkiller),
    )


def class_of(answer: Answer) -> Clearance:
    assert answer.clearance is not None
    return answer.clearance


def fatigue_of(answer: Answer) -> int:
    assert answer.fatigue is not None
    return answer.fatigue


@settings(max_examples=500, deadline=None)
@tried(question, size=24)
def test_a_felt_difference_moves_the_class_its_own_way_only(asked: Question) -> None:
    low, plain, high = (judge(asked, changes=False) for judge in (worse, assess, better))

    low_class, plain_class, high_class = (class_of(each) for each in (low, plain, high))
    assert low_class <= plain_class <= high_class <= plain_class + 1
    assert fatigue_of(low) >= fatigue_of(plain) >= fatigue_of(high)
    assert low.eta.hard is None or plain.eta.hard is None or low.eta.hard >= plain.eta.hard
    worse_asks, asks, better_asks = (each.ask is Ask.DANGER_SIGNS for each in (low, plain, high))
    assert worse_asks >= asks == better_asks
