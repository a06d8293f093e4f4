"""Both sides of every limit that holds the class down."""

from typing import Unpack

import pytest

from bot.domain.facts.training import Newness, PainType, Region
from bot.domain.recovery.answer import Clearance, Gate
from bot.domain.recovery.assess import assess
from bot.domain.recovery.gates import fatigue_class
from bot.domain.recovery.question import (
    AlcoholDose,
    AskedProfile,
    Effort,
    Learned,
    Painkiller,
    PastRun,
    PastSession,
    Question,
    Sleep,
    Soreness,
    Symptom,
)
from tests.domain.recovery.told import ToldWithLegs

REST, WALK, EASY, MODERATE, HARD = Clearance
OLD = PastSession(hours_ago=200.0, effort=Effort.LIGHT)
FRESH = Question(leg_sessions=(OLD,), soreness=Soreness(score=1, type=PainType.MUSCLE_ACHE))


def cleared(**changes: Unpack[ToldWithLegs]) -> Clearance | None:
    return assess(FRESH._replace(**changes)).clearance


@pytest.mark.parametrize(
    ("fatigue", "expected"),
    [
        (150.0, REST), (149.99, WALK), (75.0, WALK), (74.99, EASY), (35.0, EASY),
        (34.99, MODERATE), (20.0, MODERATE), (19.99, HARD), (0.0, HARD),
    ],
)  # fmt: skip
def test_fatigue_gate_limits(fatigue: float, expected: Clearance) -> None:
    assert fatigue_class(fatigue) is expected


def test_nothing_holding_clears_hard() -> None:
    assert cleared() is HARD


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (3, HARD), (3.01, MODERATE), (4, MODERATE), (4.01, EASY), (6, EASY), (6.01, WALK),
        (7.99, WALK), (8, REST), (10, REST),
    ],
)  # fmt: skip
def test_soreness_gate_limits(score: float, expected: Clearance) -> None:
    assert cleared(soreness=Soreness(score=score)) is expected


@pytest.mark.parametrize(
    ("soreness", "expected"),
    [
        (Soreness(score=6, legs_score=1, region=Region.ARMS), HARD),
        (Soreness(score=6, region=Region.ARMS), HARD),
        (Soreness(score=8, legs_score=1, region=Region.ARMS), REST),
        (Soreness(score=6, region=Region.QUADS), EASY),
        (Soreness(score=1, region=Region.KNEE), HARD),
        (Soreness(score=2, region=Region.KNEE), EASY),
        (Soreness(score=2, region=Region.ACHILLES), EASY),
        (Soreness(region=Region.SHIN), EASY),
        (Soreness(score=2, region=Region.QUADS), HARD),
        (Soreness(score=1, type=PainType.TENDON), WALK),
    ],
)
def test_place_and_type_of_the_ache(soreness: Soreness, expected: Clearance) -> None:
    assert cleared(soreness=soreness) is expected


@pytest.mark.parametrize(
    ("last", "previous", "expected"),
    [
        (3.99, 9, EASY), (4, 9, MODERATE), (4.99, 9, MODERATE), (5, 9, HARD),
        (4.5, 4.49, EASY), (4.5, 4.5, MODERATE), (5.25, 5.24, MODERATE), (5.25, 5.25, HARD),
        (None, 1.9, EASY), (3.4, None, EASY), (None, None, HARD),
    ],
)  # fmt: skip
def test_sleep_gate_limits(last: float | None, previous: float | None, expected: Clearance) -> None:
    assert cleared(sleep=Sleep(last_night=last, previous_night=previous)) is expected


@pytest.mark.parametrize(
    ("alcohol", "heat", "expected"),
    [
        (AlcoholDose(g_per_kg=1.0, hours_ago=23.9), None, EASY),
        (AlcoholDose(g_per_kg=1.0, hours_ago=24), None, HARD),
        (AlcoholDose(g_per_kg=0.99, hours_ago=12), None, HARD),
        (None, 32, EASY),
        (None, 31.9, HARD),
        (AlcoholDose(g_per_kg=1.0, hours_ago=23.9), 32, WALK),
        (AlcoholDose(g_per_kg=1.0, hours_ago=24), 32, EASY),
        (AlcoholDose(g_per_kg=0.99, hours_ago=12), 32, EASY),
    ],
)
def test_alcohol_and_heat_gate_limits(
    alcohol: AlcoholDose | None, heat: float | None, expected: Clearance
) -> None:
    assert cleared(alcohol=alcohol, heat_c=heat) is expected


@pytest.mark.parametrize(
    ("hours", "newness", "days", "expected"),
    [
        (47.9, Newness.FIRST_EVER, None, EASY),
        (48, Newness.FIRST_EVER, None, HARD),
        (47.9, Newness.BACK_MONTHS, None, EASY),
        (47.9, Newness.BACK_WEEKS, None, HARD),
        (47.9, None, 84, EASY),
        (47.9, None, 42.1, EASY),
        (47.9, None, 42, HARD),
    ],
)
def test_new_stimulus_gate_limits(
    hours: float, newness: Newness | None, days: float | None, expected: Clearance
) -> None:
    light = PastSession(
        hours_ago=hours, srpe=4, minutes=10, newness=newness, days_since_previous_leg=days
    )

    assert cleared(leg_sessions=(light,)) is expected
    assert cleared(leg_sessions=(light._replace(srpe=3),)) is HARD


@pytest.mark.parametrize(
    ("minutes", "hours", "expected"),
    [
        (150, 119.9, EASY), (150, 120, MODERATE), (150, 335.9, MODERATE), (150, 336, HARD),
        (149, 119.9, HARD),
    ],
)  # fmt: skip
def test_very_long_run_gate_limits(minutes: float, hours: float, expected: Clearance) -> None:
    run = PastRun(hours_ago=hours, minutes=minutes, srpe=1)

    assert cleared(recent_runs=(run,)) is expected
    assert cleared(recent_runs=(run._replace(walk=True),)) is HARD


@pytest.mark.parametrize(
    ("profile", "runs", "expected"),
    [
        (AskedProfile(longest_run=0), None, MODERATE),
        (AskedProfile(runs_per_week=0), (), MODERATE),
        (AskedProfile(runs_per_week=0), (PastRun(hours_ago=300, minutes=20, srpe=3),), HARD),
        (AskedProfile(runs_per_week=0), (PastRun(hours_ago=300, minutes=20, walk=True),), MODERATE),
        (AskedProfile(runs_per_week=0, longest_run=30), None, HARD),
        (AskedProfile(), (), HARD),
    ],
)
def test_no_running_gate_needs_to_be_known(
    profile: AskedProfile, runs: tuple[PastRun, ...] | None, expected: Clearance
) -> None:
    assert cleared(profile=profile, recent_runs=runs) is expected


@pytest.mark.parametrize(
    ("hours", "srpe", "n", "expected"),
    [(29.9, 6.48, 4, MODERATE), (30, 6.48, 4, HARD), (29.9, 6.47, 4, HARD)],
)
def test_personal_floor_gate_limits(hours: float, srpe: float, n: int, expected: Clearance) -> None:
    learned = Learned(theta=-1.0, n_feedback=n)
    sessions = (PastSession(hours_ago=hours, srpe=srpe, minutes=50),)
    profile = AskedProfile(lifting_months=60)

    found = assess(
        Question(
            leg_sessions=sessions,
            soreness=Soreness(score=0),
            learned=learned,
            profile=profile,
        )
    )

    assert found.clearance is expected


@pytest.mark.parametrize("score", [0, 3])
def test_never_logged_gate_holds_to_moderate(score: float) -> None:
    found = assess(Question(soreness=Soreness(score=score)))

    assert (found.clearance, found.eta.hard, found.eta_condition.hard) == (
        MODERATE,
        None,
        Gate.NEVER_LOGGED,
    )


def test_head_cold_allows_easy() -> None:
    assert cleared(symptoms=frozenset({Symptom.HEAD_COLD})) is EASY


@pytest.mark.parametrize(
    ("painkiller", "expected"),
    [
        (Painkiller(hours_ago=7.9, soreness_before=6), EASY),
        (Painkiller(hours_ago=8, soreness_before=6), HARD),
        (Painkiller(hours_ago=1, soreness_before=0), HARD),
        (Painkiller(hours_ago=1, soreness_before=8), REST),
    ],
)
def test_painkiller_is_judged_by_the_score_before_it(
    painkiller: Painkiller, expected: Clearance
) -> None:
    assert cleared(painkiller=painkiller) is expected


def test_reason_names_the_gate_that_sets_the_class() -> None:
    found = assess(FRESH._replace(sleep=Sleep(last_night=4.5, previous_night=8)))

    assert (found.reasons[0].gate, found.reasons[0].allows) == (Gate.SLEEP, MODERATE)
    assert found.reasons[0].amount == 4.5
