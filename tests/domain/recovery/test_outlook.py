"""R over time: it leads to today's number, and the forecast is the answer's."""

import pytest

from bot.domain.facts.learned import Learning
from bot.domain.recovery.fatigue import fatigue_at, legs_of
from bot.domain.recovery.outlook import is_worth_showing, outlook_of
from bot.domain.recovery.pace import paces_of
from bot.domain.recovery.question import (
    AlcoholDose,
    AskedProfile,
    Learned,
    Part,
    PastRun,
    PastSession,
    PlannedRun,
    Question,
    Sleep,
    Soreness,
)

LEGS = PastSession(hours_ago=21.0, srpe=7, minutes=60)


def outlook(*sessions, **told):
    return outlook_of(legs_of(Question(leg_sessions=sessions or (LEGS,), **told)))


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"soreness": Soreness(score=6)},
        {"sleep": Sleep(last_night=4.0)},
        {"alcohol": AlcoholDose(g_per_kg=1.2, hours_ago=10.0)},
        {"recent_runs": (PastRun(hours_ago=5.0, minutes=60, srpe=5),)},
    ],
    ids=str,
)
def test_past_leads_to_now_and_the_forecast_begins_there(told):
    found = outlook(**told)
    now = fatigue_at(legs_of(Question(leg_sessions=(LEGS,), **told)), 0.0)

    assert found.past[-1] == (0.0, pytest.approx(now))
    first = found.ahead[0]
    assert (first.fatigue, first.fast, first.slow) == pytest.approx((now, now, now))


def test_past_begins_before_the_last_leg_day_and_jumps_there():
    found = outlook()
    before, after = (points for hour, points in found.past if hour == -21.0)

    assert found.past[0][0] == -23.0
    assert before == 0.0
    assert after == pytest.approx(max(points for _hour, points in found.past))
    assert found.leg_days == (-21.0,)


def test_earlier_leg_day_is_seen_where_it_still_counts():
    found = outlook(LEGS, PastSession(hours_ago=40.0, srpe=7, minutes=60))
    before, after = (points for hour, points in found.past if hour == -21.0)

    assert 0.0 < before < after
    assert found.leg_days == (-21.0,)


def test_runs_of_the_time_shown_are_marked():
    runs = (PastRun(hours_ago=5.0, minutes=30), PastRun(hours_ago=100.0, minutes=30))

    assert outlook(recent_runs=runs).runs == (-5.0,)


@pytest.mark.parametrize(("hours", "first"), [(1.0, -6.0), (60.0, -62.0), (140.0, -96.0)])
def test_time_shown_is_from_the_last_leg_day_within_limits(hours, first):
    found = outlook(PastSession(hours_ago=hours, srpe=7, minutes=60))

    assert found.past[0][0] == first
    assert found.ahead[-1].hours == 72.0


def test_forecast_is_the_models_and_its_range_is_that_of_the_hours():
    legs = legs_of(Question(leg_sessions=(LEGS,)))

    for each in outlook_of(legs).ahead:
        assert each.fatigue == fatigue_at(legs, each.hours)
        assert each.fast == fatigue_at(legs, each.hours / 0.8)
        assert each.slow == fatigue_at(legs, each.hours / 1.3)
        assert each.fast <= each.fatigue <= each.slow


def test_forecast_is_narrower_once_much_was_learnt():
    known = outlook(learned=Learned(sigma=0.1, n_feedback=20)).ahead[24]
    unknown = outlook().ahead[24]

    assert known.slow - known.fast < unknown.slow - unknown.fast


def test_run_planned_later_is_within_the_time_shown():
    assert outlook(plan=PlannedRun(in_hours=100.0)).ahead[-1].hours == 112.0
    assert outlook(plan=PlannedRun(in_hours=5_000.0)).ahead[-1].hours == 336.0


@pytest.mark.parametrize(
    ("sessions", "worth"),
    [
        ((LEGS,), True),
        ((PastSession(hours_ago=144.0),), True),
        ((PastSession(hours_ago=145.0),), False),
        ((PastSession(hours_ago=5.0, part=Part.UPPER),), False),
        ((), False),
        (None, False),
    ],
)
def test_only_a_leg_day_of_late_is_worth_showing(sessions, worth):
    assert is_worth_showing(Question(leg_sessions=sessions)) is worth


def test_pace_is_the_models_for_an_ordinary_leg_day():
    learning = Learning(theta=0.2, variance=0.01, count=6)
    paces = paces_of(learning, AskedProfile(lifting_months=12.0))

    assert paces is not None
    assert paces.default.hard_opens == pytest.approx(48.1, abs=0.1)  # recovery-model §3.13
    assert paces.fastest.hard_opens < paces.own.hard_opens < paces.slowest.hard_opens
    legs = legs_of(
        Question(
            leg_sessions=(PastSession(hours_ago=0.0, srpe=8, minutes=50),),
            soreness=Soreness(score=3),
            learned=Learned(theta=0.2, n_feedback=6, sigma=0.1),
        )
    )
    assert paces.own.points[24] == pytest.approx(fatigue_at(legs, 24.0))


def test_pace_of_a_fast_one_is_trusted_late_and_by_half():
    few = paces_of(Learning(theta=-0.2, count=3), AskedProfile())
    more = paces_of(Learning(theta=-0.2, count=4), AskedProfile())

    assert few is not None
    assert more is not None
    assert few.own == few.default
    assert more.own.hard_opens < more.default.hard_opens


@pytest.mark.parametrize("learning", [Learning(), Learning(theta=0.1, count=3, on=False)])
def test_no_pace_where_nothing_was_learnt_or_it_is_off(learning):
    assert paces_of(learning, AskedProfile()) is None
