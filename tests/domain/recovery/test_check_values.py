"""The published check values: hours until easy, steady, long, tempo and intervals are open."""

import pytest

from bot.domain.facts.training import Demand, Newness
from bot.domain.recovery.assess import assess
from bot.domain.recovery.fatigue import (
    alcohol_factor,
    bout_decay,
    fatigue_at,
    legs_of,
    own_tau,
    sleep_factor,
    soreness_factor,
)
from bot.domain.recovery.load import Bout
from bot.domain.recovery.question import (
    AlcoholDose,
    AskedProfile,
    Effort,
    Part,
    PastRun,
    PastSession,
    Question,
    Sleep,
    Work,
)
from tests.domain.recovery.told import ToldSession

ORDINARY: ToldSession = {"effort": Effort.ORDINARY}
LIGHT: ToldSession = {"effort": Effort.LIGHT}
FAILURE: ToldSession = {
    "exercises": (
        Work(demand=Demand.COMPOUND, sets=15, rpe=10),
        Work(demand=Demand.LENGTHENED, sets=3, rpe=10),
        Work(demand=Demand.LENGTHENED, sets=2, rpe=10),
    )
}
FIRST_EVER: ToldSession = {"effort": Effort.ORDINARY, "newness": Newness.FIRST_EVER}
SQUATS: ToldSession = {"exercises": (Work(demand=Demand.COMPOUND, sets=4, rpe=10),)}
NORDICS: ToldSession = {
    "exercises": (Work(demand=Demand.ECCENTRIC, sets=4, rpe=9),),
    "novel_exercise": True,
}
LIMITS = (75.0, 35.0, 25.0, 20.0, 15.0)


def asked(hours: float, months: float, session: ToldSession) -> Question:
    """A question so many hours after one session, with nothing said about soreness."""
    return Question(
        leg_sessions=(PastSession(hours_ago=hours, **session),),
        profile=AskedProfile(lifting_months=months),
    )


def hours_until(limit: float, months: float, session: ToldSession) -> float:
    """The hours, to a tenth, after which R asked about then is below a limit."""
    steps = (tenth / 10 for tenth in range(4000))
    return next(h for h in steps if fatigue_at(legs_of(asked(h, months, session)), 0.0) < limit)


@pytest.mark.parametrize(
    ("months", "session", "expected"),
    [
        (12, ORDINARY, [6, 30, 41, 48, 57]),
        (12, LIGHT, [0, 14, 24, 30, 39]),
        (12, FAILURE, [25, 59, 74, 84, 96]),
        (1, FIRST_EVER, [29, 62, 77, 87, 100]),
    ],
    ids=["ordinary", "light", "failure", "first_ever"],
)
def test_hours_until_open_match_the_published_values(
    months: float, session: ToldSession, expected: list[float]
) -> None:
    found = [hours_until(limit, months, session) for limit in LIMITS]

    assert [abs(hours - wanted) <= 0.6 for hours, wanted in zip(found, expected, strict=True)] == [
        True
    ] * 5, found


def test_fatigue_a_day_after_an_ordinary_session() -> None:
    legs = legs_of(asked(24.0, 12, ORDINARY))

    assert fatigue_at(legs, 0.0) == pytest.approx(42.5, abs=0.05)
    assert assess(asked(24.0, 12, ORDINARY)).fatigue == 43


@pytest.mark.parametrize(
    ("months", "session", "hours"),
    [(60, SQUATS, 30), (12, NORDICS, 54)],
    ids=["squats_to_failure", "first_nordics"],
)
def test_known_misfits_stay_what_is_published(
    months: float, session: ToldSession, hours: float
) -> None:
    assert hours_until(20.0, months, session) == pytest.approx(hours, abs=0.6)


@pytest.mark.parametrize(
    ("session", "load"),
    [
        (FAILURE, 2.16),
        (LIGHT, 0.4),
        ({}, 1.3),
        ({"srpe": 6, "minutes": 45, "effort": Effort.LIGHT}, 0.675),
        ({"srpe": 4}, 0.4),
        ({"srpe": 5}, 1.0),
        ({"srpe": 8}, 1.6),
        ({"minutes": 60}, 1.3),
        ({"srpe": 7}, 1.0),
        ({"srpe": 6, "minutes": 60, "part": Part.FULL_BODY}, 0.45),
        ({"exercises": (Work(demand=None, sets=12),)}, 0.85),
        ({"exercises": (Work(demand=Demand.SUPPORTED, sets=12, rpe=9),)}, 0.5),
        ({"exercises": (Work(demand=Demand.COMPOUND, sets=12, rpe=4),)}, 0.25),
        ({"exercises": (Work(demand=Demand.COMPOUND, sets=12, rpe=1),)}, 0.05),
        ({"srpe": 3}, 0.04),
        ({"srpe": 3, "minutes": 40}, 0.03),
        ({"srpe": 3.5, "minutes": 40}, 0.1925),
        ({"srpe": 4, "minutes": 40}, 0.4),
        ({"exercises": (Work(demand=Demand.MACHINE, sets=12, rpe=9),)}, 0.8),
    ],
)
def test_load_of_a_session(session: ToldSession, load: float) -> None:
    (bout,) = legs_of(asked(0.0, 12, session)).bouts

    assert bout.load == pytest.approx(load, abs=0.005)


@pytest.mark.parametrize(
    ("newness", "novelty"),
    [
        (Newness.REGULAR, 1.0),
        (Newness.FIRST_EVER, 1.6),
        (Newness.BACK_WEEKS, 1.2),
        (Newness.BACK_MONTHS, 1.5),
    ],
)
def test_novelty_as_it_was_said(newness: Newness, novelty: float) -> None:
    (usual,) = legs_of(asked(0.0, 12, {"newness": newness})).bouts
    (novel,) = legs_of(asked(0.0, 12, {"newness": newness, "novel_exercise": True})).bouts

    assert usual.novelty == novelty
    assert novel.novelty == pytest.approx(min(1.8, 1.4 * novelty))


@pytest.mark.parametrize(
    ("load", "failures", "profile", "tau"),
    [
        (1.0, 0, AskedProfile(), 32.0),
        (1.0, 0, AskedProfile(lifting_months=2.9), 38.4),
        (1.0, 0, AskedProfile(lifting_months=3), 32.0),
        (1.0, 0, AskedProfile(lifting_months=24), 32.0),
        (1.0, 0, AskedProfile(lifting_months=24.1), 28.8),
        (1.0, 0, AskedProfile(age=39), 32.0),
        (1.0, 0, AskedProfile(age=40), 33.6),
        (1.0, 0, AskedProfile(age=59), 33.6),
        (1.0, 0, AskedProfile(age=60), 35.2),
        (1.0, 4, AskedProfile(), 32.0 * 1.12),
        (1.0, 8, AskedProfile(), 32.0 * 1.24),
        (1.0, 20, AskedProfile(), 32.0 * 1.24),
        (0.04, 0, AskedProfile(), 32.0 * 0.85),
        (4.0, 0, AskedProfile(), 32.0 * 1.25),
        (9.0, 0, AskedProfile(), 32.0 * 1.375),
    ],
)
def test_time_constant_and_height_of_a_leg_day(
    load: float, failures: float, profile: AskedProfile, tau: float
) -> None:
    bout = Bout(hours_ago=0.0, load=load, known=True, failures=failures, novelty=1.0)

    decay = bout_decay(bout, own_tau(profile, 0.0))

    assert decay.tau == pytest.approx(tau)
    assert decay.amplitude == pytest.approx(90.0 * min(2.5, max(0.05, load**0.5)))


@pytest.mark.parametrize(
    ("run", "amplitude", "tau"),
    [
        (PastRun(hours_ago=0), 20.0, 20.0),
        (PastRun(hours_ago=0, srpe=4), 16.0, 20.0),
        (PastRun(hours_ago=0, minutes=60), 30.0, 20.0),
        (PastRun(hours_ago=0, srpe=8, minutes=100), 80.0, 25.0),
        (PastRun(hours_ago=0, srpe=10, minutes=240), 120.0, 30.0),
    ],
)
def test_time_constant_and_height_of_a_run(run: PastRun, amplitude: float, tau: float) -> None:
    (decay,) = legs_of(Question(recent_runs=(run,))).decays

    assert (decay.amplitude, decay.tau) == pytest.approx((amplitude, tau))


@pytest.mark.parametrize(
    ("score", "factor"), [(0, 0.85), (1, 0.88), (3, 1.0), (6, 1.18), (9, 1.36), (10, 1.4)]
)
def test_factor_of_soreness(score: float, factor: float) -> None:
    assert soreness_factor(score) == pytest.approx(factor)


@pytest.mark.parametrize(
    ("last", "previous", "hours", "factor"),
    [
        (None, None, 0, 1.0),
        (6, None, 0, 1.04),
        (None, 6, 0, 1.02),
        (5, 4, 0, 1.14),
        (9, 9, 0, 1.0),
        (9, 6, 0, 1.02),
        (0, 0, 0, 1.3),
        (5, 4, 15.9, 1.14),
        (5, 4, 16, 1.0),
    ],
)
def test_factor_of_sleep(
    last: float | None, previous: float | None, hours: float, factor: float
) -> None:
    sleep = Sleep(last_night=last, previous_night=previous)

    assert sleep_factor(sleep, hours) == pytest.approx(factor)


@pytest.mark.parametrize(
    ("grams", "age", "hours", "factor"),
    [
        (0.49, 1, 0, 1.0),
        (0.5, 1, 0, 1.05),
        (0.99, 1, 0, 1.05),
        (1.0, 1, 0, 1.15),
        (1.0, 35.9, 0, 1.15),
        (1.0, 36, 0, 1.0),
        (1.0, 12, 23.9, 1.15),
        (1.0, 12, 24, 1.0),
    ],
)
def test_factor_of_alcohol(grams: float, age: float, hours: float, factor: float) -> None:
    question = Question(alcohol=AlcoholDose(g_per_kg=grams, hours_ago=age))

    assert alcohol_factor(question, hours) == factor
