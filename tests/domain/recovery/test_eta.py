"""When classes open, how sure the answer is, and what it says about itself."""

import math

import pytest

from bot.domain.facts.training import Newness, PainType, RunKind
from bot.domain.recovery.answer import (
    Clearance,
    Confidence,
    Gate,
    PerClass,
    PossibleChange,
    Reason,
    UsedInput,
)
from bot.domain.recovery.assess import assess
from bot.domain.recovery.confidence import score_of
from bot.domain.recovery.fatigue import legs_of, theta_used
from bot.domain.recovery.question import (
    AlcoholDose,
    Ask,
    AskedProfile,
    Effort,
    Learned,
    PastRun,
    PastSession,
    PlannedRun,
    Question,
    Sleep,
    Soreness,
    Symptom,
)
from tests.domain.recovery.told import ToldWithLegs

ACHE = PainType.MUSCLE_ACHE
DAY_AFTER = Question(
    leg_sessions=(PastSession(hours_ago=24, effort=Effort.ORDINARY),),
    soreness=Soreness(score=3, type=ACHE),
    sleep=Sleep(last_night=7, previous_night=7),
    recent_runs=(),
)
LOGGED = DAY_AFTER._replace(sessions_logged=3)
AT_LIMIT = PastSession(hours_ago=30, effort=Effort.ORDINARY)
TIME_ONLY = PastSession(hours_ago=24)
OPEN = PerClass(easy=None, moderate=None, hard=None)


def test_eta_is_a_range_by_the_hour_and_by_six() -> None:
    found = assess(DAY_AFTER)

    # steady opens in 6.2 h; hard in 24 h, and soreness fading from 48 h on does not matter yet
    assert found.eta == PerClass(easy=(0, 0), moderate=(4, 9), hard=(18, 36))
    assert found.eta_condition == OPEN


@pytest.mark.parametrize(
    ("score", "hours"), [(4.9, (0, 0)), (5, (1, 2)), (5.1, (1, 2)), (6, (5, 9))]
)
def test_a_run_that_soreness_shortens_opens_once_that_is_below_its_limit(
    score: float, hours: tuple[int, int]
) -> None:
    asked = DAY_AFTER._replace(
        leg_sessions=(PastSession(hours_ago=50, effort=Effort.ORDINARY, newness=Newness.REGULAR),),
        soreness=Soreness(score=score, type=ACHE),
        profile=AskedProfile(lifting_months=36, runs_per_week=2, longest_run=40),
        plan=PlannedRun(kind=RunKind.EASY, minutes=30),
    )

    assert assess(asked).planned_eta == hours


def test_each_end_of_a_range_is_rounded_by_its_own_size() -> None:
    session = PastSession(hours_ago=16.5, effort=Effort.ORDINARY)

    # steady opens in 13.7 h: 11.0 to 17.8
    found = assess(DAY_AFTER._replace(leg_sessions=(session,))).eta
    assert found.moderate == (10, 18)


@pytest.mark.parametrize(
    ("theta", "n_feedback", "used"),
    [
        (0.3, 0, 0.3),
        (-0.3, 3, 0.0),
        (-0.3, 4, -0.15),
        (9.0, 0, math.log(1.7)),
        (-9.0, 9, math.log(0.6) / 2),
    ],
)
def test_a_faster_recovery_is_trusted_late_and_by_half(
    theta: float, n_feedback: int, used: float
) -> None:
    assert theta_used(Learned(theta=theta, n_feedback=n_feedback)) == pytest.approx(used)


def test_eta_is_narrower_once_a_person_is_known() -> None:
    found = assess(DAY_AFTER._replace(learned=Learned(sigma=0.1)))

    assert found.eta == PerClass(easy=(0, 0), moderate=(5, 8), hard=(18, 30))


@pytest.mark.parametrize(("sigma", "hard"), [(0.18, (18, 36)), (0.179, (18, 30))])
def test_a_person_is_known_below_a_spread(sigma: float, hard: tuple[int, int]) -> None:
    assert assess(DAY_AFTER._replace(learned=Learned(sigma=sigma))).eta.hard == hard


def test_eta_never_shows_zero_while_shut() -> None:
    session = PastSession(hours_ago=5.5, effort=Effort.ORDINARY)

    assert assess(DAY_AFTER._replace(leg_sessions=(session,))).eta.easy == (1, 2)


def test_eta_follows_the_soreness_forecast() -> None:
    sore = DAY_AFTER._replace(soreness=Soreness(score=6, type=ACHE))

    # flat for 24 h more, then 36 h * ln(6 / 4) = 14.6 h; times 0.8 and 1.3
    assert assess(sore).eta.moderate == (30, 54)


@pytest.mark.parametrize(
    ("change", "eta", "condition"),
    [
        (
            {"heat_c": 33},
            PerClass(easy=(0, 0), moderate=None, hard=None),
            PerClass(easy=None, moderate=Gate.HEAT, hard=Gate.HEAT),
        ),
        (
            {"symptoms": frozenset({Symptom.TENDON_PAIN})},
            PerClass(easy=None, moderate=None, hard=None),
            PerClass(easy=Gate.PAIN, moderate=Gate.PAIN, hard=Gate.PAIN),
        ),
        (
            {"profile": AskedProfile(longest_run=0)},
            PerClass(easy=(0, 0), moderate=(4, 9), hard=None),
            PerClass(easy=None, moderate=None, hard=Gate.NO_RUNNING),
        ),
        (
            {"alcohol": AlcoholDose(g_per_kg=1.2, hours_ago=4), "heat_c": 33},
            PerClass(easy=(12, 30), moderate=None, hard=None),
            PerClass(easy=None, moderate=Gate.HEAT, hard=Gate.HEAT),
        ),
    ],
)
def test_eta_states_a_condition_where_time_does_not_help(
    change: ToldWithLegs, eta: PerClass[tuple[int, int] | None], condition: PerClass[Gate | None]
) -> None:
    found = assess(DAY_AFTER._replace(**change))

    assert (found.eta, found.eta_condition) == (eta, condition)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, Confidence.HIGH),  # 0.90
        ({"sleep": Sleep()}, Confidence.HIGH),  # 0.80
        ({"sleep": Sleep(), "leg_sessions": (AT_LIMIT,)}, Confidence.MEDIUM),  # 0.70
        ({"soreness": None}, Confidence.MEDIUM),  # 0.70
        ({"soreness": None, "leg_sessions": (TIME_ONLY,)}, Confidence.MEDIUM),  # 0.55
        (
            {"soreness": None, "leg_sessions": (TIME_ONLY,), "sleep": Sleep()},
            Confidence.LOW,
        ),  # 0.45
        (
            {
                "leg_sessions": (
                    PastSession(hours_ago=40, effort=Effort.ORDINARY, newness=Newness.FIRST_EVER),
                )
            },
            Confidence.MEDIUM,
        ),
    ],
)
def test_confidence(change: ToldWithLegs, expected: Confidence) -> None:
    assert assess(LOGGED._replace(**change)).confidence is expected


KNOWN: ToldWithLegs = {"leg_sessions": (PastSession(hours_ago=24, effort=Effort.ORDINARY),)}


@pytest.mark.parametrize(
    ("told", "fatigue", "score"),
    [
        ({"leg_sessions": (TIME_ONLY,)}, 50, 0.35),
        (KNOWN, 50, 0.50),
        ({**KNOWN, "soreness": Soreness(score=3)}, 50, 0.70),
        ({**KNOWN, "sleep": Sleep(last_night=7)}, 50, 0.60),
        ({**KNOWN, "sleep": Sleep(previous_night=7)}, 50, 0.50),
        ({**KNOWN, "sessions_logged": 2}, 50, 0.50),
        ({**KNOWN, "sessions_logged": 3}, 50, 0.60),
        ({**KNOWN, "learned": Learned(n_feedback=2)}, 50, 0.525),
        ({**KNOWN, "learned": Learned(n_feedback=7)}, 50, 0.5875),
        ({**KNOWN, "learned": Learned(n_feedback=8)}, 50, 0.60),
        ({**KNOWN, "learned": Learned(n_feedback=80)}, 50, 0.60),
        (KNOWN, 40, 0.40),
        (KNOWN, 40.1, 0.50),
        (KNOWN, 29.9, 0.50),
        (KNOWN, 30, 0.40),
        (KNOWN, 155, 0.40),
    ],
)
def test_confidence_adds_up_what_is_known(told: ToldWithLegs, fatigue: float, score: float) -> None:
    assert score_of(legs_of(Question(**told)), fatigue) == pytest.approx(score)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"sleep": Sleep()}, Confidence.MEDIUM),  # 0.50, from which it is medium
        ({"sleep": Sleep(), "leg_sessions": (TIME_ONLY,)}, Confidence.LOW),  # 0.35
        (
            {"soreness": Soreness(score=3), "learned": Learned(n_feedback=4)},
            Confidence.HIGH,
        ),  # 0.75
        ({"soreness": Soreness(score=3), "learned": Learned(n_feedback=3)}, Confidence.MEDIUM),
    ],
)
def test_confidence_words_begin_at_their_limits(told: ToldWithLegs, expected: Confidence) -> None:
    assert assess(Question(**(KNOWN | told))).confidence is expected


def test_leg_day_reason_carries_its_numbers() -> None:
    assert assess(DAY_AFTER).reasons == (
        Reason(
            gate=Gate.LEG_DAY,
            points=43,
            of=43,
            allows=Clearance.EASY,
            sets_class=True,
            hours_ago=24,
            amount=1.0,
            before=1.0,
        ),
    )


def test_reasons_are_ranked_by_points_after_the_one_that_sets_the_class() -> None:
    question = DAY_AFTER._replace(
        leg_sessions=(
            PastSession(hours_ago=72, effort=Effort.HARD),
            PastSession(hours_ago=30, effort=Effort.ORDINARY),
        ),
        recent_runs=(PastRun(hours_ago=20, minutes=60, srpe=6),),
        sleep=Sleep(last_night=3.5, previous_night=7),
    )

    found = assess(question)

    assert [(reason.gate, reason.points, reason.sets_class) for reason in found.reasons] == [
        (Gate.LEG_DAY, 40, True),
        (Gate.SLEEP, 9, True),
        (Gate.LEG_DAY, 16, False),
        (Gate.RUN, 15, False),
    ]


def test_novelty_is_a_reason_of_its_own() -> None:
    first = PastSession(hours_ago=24, effort=Effort.ORDINARY, newness=Newness.FIRST_EVER)

    found = assess(DAY_AFTER._replace(leg_sessions=(first,)))

    novelty = next(reason for reason in found.reasons if reason.gate is Gate.NEW_STIMULUS)
    # D 1.6, tau 36.8 h: 75.0 points, against 42.5 had it been usual
    assert (novelty.points, novelty.of, novelty.amount) == (32, 75, 1.6)


def test_first_single_changes_that_lift_and_lower_the_class() -> None:
    fresher = DAY_AFTER._replace(leg_sessions=(PastSession(hours_ago=36, effort=Effort.ORDINARY),))

    assert assess(DAY_AFTER).would_change == (
        PossibleChange(
            input=UsedInput.HOURS, by=12.0, value=12.0, to=Clearance.MODERATE, lifts=True
        ),
    )
    assert assess(fresher).would_change == (
        PossibleChange(input=UsedInput.HOURS, by=18.0, value=18.0, to=Clearance.HARD, lifts=True),
        PossibleChange(input=UsedInput.SORENESS, by=2.0, value=5.0, to=Clearance.EASY, lifts=False),
    )


def test_a_told_load_can_lift_an_unknown_one() -> None:
    unknown = DAY_AFTER._replace(leg_sessions=(PastSession(hours_ago=33),))

    lifts = assess(unknown).would_change[0]

    assert (lifts.lifts, lifts.to) == (True, Clearance.MODERATE)
    assert lifts.input in {UsedInput.SORENESS, UsedInput.HOURS, UsedInput.LOAD}


@pytest.mark.parametrize(
    ("change", "ask"),
    [
        ({}, None),
        ({"soreness": None}, Ask.SORENESS),
        ({"soreness": Soreness(score=2)}, Ask.PAIN_TYPE),
        ({"soreness": Soreness(score=0)}, None),
        ({"recent_runs": None}, Ask.RUNS),
        ({"soreness": Soreness(score=7, type=ACHE)}, Ask.DANGER_SIGNS),
        ({"ask_again": Ask.ILLNESS_GONE, "soreness": None}, Ask.ILLNESS_GONE),
        (
            {"sleep": Sleep(), "leg_sessions": (PastSession(hours_ago=90, effort=Effort.LIGHT),)},
            Ask.SLEEP,
        ),
        ({"leg_sessions": None}, Ask.HOURS_SINCE_LEGS),
    ],
)
def test_the_one_question_that_would_help_most(change: ToldWithLegs, ask: Ask | None) -> None:
    assert assess(DAY_AFTER._replace(**change)).ask is ask


def test_no_question_is_asked_that_could_not_matter() -> None:
    tired = DAY_AFTER._replace(sleep=Sleep(), plan=PlannedRun(kind=RunKind.WALK, minutes=20))

    assert assess(tired).ask is None


def test_no_reason_claims_more_points_than_are_shown() -> None:
    brutal = PastSession(hours_ago=0, effort=Effort.HARD, newness=Newness.FIRST_EVER)
    question = DAY_AFTER._replace(
        leg_sessions=tuple(brutal._replace(hours_ago=hours) for hours in (0, 24, 48, 72)),
        sleep=Sleep(last_night=0, previous_night=0),
    )

    points = [(reason.points, reason.of) for reason in assess(question).reasons]

    assert points[:2] == [(100, 100), (100, 100)]
