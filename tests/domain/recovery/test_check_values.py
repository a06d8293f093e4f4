"""The published check values: hours until easy, steady, long, tempo and intervals are open."""

from typing import Any

import pytest

from bot.domain.recovery.assess import assess
from bot.domain.recovery.fatigue import fatigue_at, legs_of
from bot.domain.recovery.question import Effort, Profile, Question, Session, Work
from bot.domain.training import Demand, Newness

ORDINARY = {"effort": Effort.ORDINARY}
LIGHT = {"effort": Effort.LIGHT}
FAILURE = {
    "exercises": (
        Work(demand=Demand.COMPOUND, sets=15, rpe=10),
        Work(demand=Demand.LENGTHENED, sets=3, rpe=10),
        Work(demand=Demand.LENGTHENED, sets=2, rpe=10),
    )
}
FIRST_EVER = {"effort": Effort.ORDINARY, "newness": Newness.FIRST_EVER}
SQUATS = {"exercises": (Work(demand=Demand.COMPOUND, sets=4, rpe=10),)}
NORDICS = {
    "exercises": (Work(demand=Demand.ECCENTRIC, sets=4, rpe=9),),
    "novel_exercise": True,
}
LIMITS = (75.0, 35.0, 25.0, 20.0, 15.0)


def asked(hours: Any, months: Any, session: Any) -> Any:
    """A question so many hours after one session, with nothing said about soreness."""
    return Question(
        leg_sessions=(Session(hours_ago=hours, **session),),
        profile=Profile(lifting_months=months),
    )


def hours_until(limit: Any, months: Any, session: Any) -> Any:
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
    months: Any, session: Any, expected: Any
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
def test_known_misfits_stay_what_is_published(months: Any, session: Any, hours: Any) -> None:
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
        ({"exercises": (Work(demand=None, sets=12),)}, 0.85),
        ({"exercises": (Work(demand=Demand.MACHINE, sets=12, rpe=9),)}, 0.8),
    ],
)
def test_load_of_a_session(session: Any, load: Any) -> None:
    (bout,) = legs_of(asked(0.0, 12, session)).bouts

    assert bout.load == pytest.approx(load, abs=0.005)
