"""What somebody who is in for a leg day today is told alone: the first run that it spoils."""

from datetime import date, timedelta

import pytest

from bot.domain.facts.member import Member
from bot.domain.facts.settings import Consent, Experience, Profile
from bot.domain.facts.training import LegSession, PainType, Report, RunKind
from bot.domain.facts.week import TrainingPlan
from bot.domain.week.leg_day_today import spoiled_run
from bot.domain.week.looking import RunMark
from tests.domain.week.weeks import MONDAY, NOW, legs, run

TUE_INTERVALS = run(RunKind.INTERVALS, 1, "18:00", 45)
SAT_INTERVALS = run(RunKind.INTERVALS, 5, "18:00", 45)
WED_INTERVALS = run(RunKind.INTERVALS, 2, "18:00", 45)
THU_INTERVALS = run(RunKind.INTERVALS, 3, "10:00", 40)
JUST_NOW = timedelta(hours=2)
LEGS_TODAY = legs([0], "18:00")


def member(*items, trained=timedelta(days=5), pain=None, **plan):
    """Somebody who lifts for a year; it is Monday, 05:00 in Berlin."""
    session = LegSession(session_id=1, ended_at=NOW - trained, effort=6, minutes=60)
    reports = () if pain is None else (Report(reported_at=NOW - timedelta(hours=1), pain=pain),)
    return Member(
        member_id=1,
        consent=Consent(version=1, given_at=NOW - timedelta(days=90)),
        profile=Profile(zone="Europe/Berlin", experience=Experience.SOME, runs_per_week=4),
        sessions=(session,),
        session_count=40,
        reports=reports,
        week=TrainingPlan(since=NOW - timedelta(days=30), items=items, **plan),
    )


@pytest.mark.parametrize(
    ("who", "spoiled"),
    [
        (member(TUE_INTERVALS), True),
        (member(WED_INTERVALS, TUE_INTERVALS), True),
        (member(TUE_INTERVALS, LEGS_TODAY), True),
        (member(SAT_INTERVALS), False),  # further away than four days
        (member(), False),
        (member(LEGS_TODAY), False),  # no run
        (member(TUE_INTERVALS)._replace(profile=Profile()), False),  # nobody knows their days
        (member(TUE_INTERVALS, paused_from=MONDAY), False),
        (member(TUE_INTERVALS, paused_from=date(2026, 2, 1), paused_until=date(2026, 3, 1)), True),
        (member(TUE_INTERVALS, pain=PainType.BONE), False),  # care comes first
    ],
)
def test_first_run_that_a_leg_day_today_spoils_is_told(who, spoiled):
    looked = spoiled_run(who, NOW)

    assert (looked is not None) is spoiled
    if looked is not None:
        assert looked.run.item == TUE_INTERVALS
        assert looked.mark in {RunMark.CLOSE, RunMark.CLASH}


def test_leg_day_that_is_planned_or_logged_today_is_the_one_that_is_meant():
    assumed = spoiled_run(member(TUE_INTERVALS), NOW)
    planned = spoiled_run(member(TUE_INTERVALS, LEGS_TODAY), NOW)

    assert assumed is not None
    assert planned is not None
    assert assumed.blamed is not None
    assert planned.blamed is not None
    assert assumed.blamed.start == NOW
    assert planned.blamed.item == LEGS_TODAY
    # What is logged spoils a run without any further leg day: that is no news.
    assert spoiled_run(member(TUE_INTERVALS, trained=JUST_NOW), NOW) is None
    # Open after one leg day, and closed after two.
    assert spoiled_run(member(THU_INTERVALS, LEGS_TODAY), NOW) is None
    assert spoiled_run(member(THU_INTERVALS, trained=JUST_NOW), NOW) is None
