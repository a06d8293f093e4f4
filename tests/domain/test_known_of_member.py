"""The running base a log tells of, and distances as they are typed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.decisions.known_of_member import as_of, question, recent_runs, with_base
from bot.domain.decisions.runs import RECORDS, record_minutes
from bot.domain.facts import settings
from bot.domain.facts.errors import BadInput
from bot.domain.facts.member import Member
from bot.domain.facts.settings import DistanceUnit
from bot.domain.facts.training import LegSession, Region, Report, Run, RunKind
from bot.domain.reading.distances import read_distance
from bot.domain.recovery.answer import Clearance
from bot.domain.recovery.assess import assess
from bot.domain.recovery.question import AskedProfile, Soreness

NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)


def run(days=0.0, **values):
    at = NOW - timedelta(days=days)
    return Run(run_id=1, ended_at=at, **{"minutes": 30, **values})


@pytest.mark.parametrize(
    ("runs", "longest", "weekly"),
    [
        ((), None, None),
        ((run(1),), 30, 1.0),
        ((run(1), run(3), run(5)), 30, 3.0),
        ((run(1), run(13), run(14)), 30, 1.5),
        ((run(1, minutes=95), run(29), run(40)), 95, 2 / (30 / 7)),
        ((run(31),), 0.0, 0.0),
        ((run(1, minutes=None, distance_km=10.0),), 60, 1.0),
        ((run(1, minutes=None),), None, 1.0),
        ((run(1, kind=RunKind.WALK, minutes=90),), None, None),
        ((run(1, kind=RunKind.WALK), run(40)), 0.0, 0.0),
    ],
)
def test_log_tells_the_running_base(runs, longest, weekly):
    known = with_base(AskedProfile(), runs, NOW)

    assert (known.longest_run, known.runs_per_week) == (longest, weekly)


def test_larger_of_what_was_said_and_what_was_logged_counts():
    said = AskedProfile(longest_run=60, runs_per_week=0)

    assert with_base(said, (run(1),), NOW) == AskedProfile(longest_run=60, runs_per_week=1.0)
    assert with_base(said, (run(1, minutes=90),), NOW).longest_run == 90
    assert with_base(said, (), NOW) == said


def test_runs_of_a_fortnight_still_tire_and_none_logged_is_not_none_run():
    felt = recent_runs(Member(member_id=7, runs=(run(0.5, effort=6), run(13), run(15))), NOW)

    assert felt is not None
    assert recent_runs(Member(member_id=7), NOW) is None
    assert [(each.hours_ago, each.minutes, each.srpe) for each in felt] == [
        (12.0, 30, 6),
        (312.0, 30, 2.5),
    ]


def walked(days, minutes):
    return run(days, kind=RunKind.WALK, minutes=minutes)


@pytest.mark.parametrize(
    ("runs", "clearance", "cap"),
    [
        ((run(3),), Clearance.HARD, 30),
        ((walked(3, 60),), Clearance.MODERATE, 30),
        ((run(3), walked(2, 170)), Clearance.HARD, 30),
        ((run(3), run(2, minutes=170, effort=1)), Clearance.EASY, None),
    ],
    ids=["a run", "a walk is no run", "a long walk is no long run", "a long run"],
)
def test_walks_are_no_runs(runs, clearance, cap):
    member = Member(
        member_id=7,
        profile=settings.Profile(longest_run=0, runs_per_week=0),
        sessions=(LegSession(session_id=1, ended_at=NOW - timedelta(days=9)),),
        session_count=1,
        runs=runs,
        reports=(Report(reported_at=NOW, soreness=0),),
    )

    found = assess(question(member, NOW))

    assert found.clearance is clearance
    assert cap is None or (found.offer and found.offer.max_minutes) == cap


def test_member_as_of_an_earlier_moment_knows_nothing_later():
    def session(number, days):
        at = NOW - timedelta(days=days)
        return LegSession(session_id=number, ended_at=at)

    member = Member(
        member_id=7,
        sessions=(session(2, 1), session(1, 5)),
        session_count=70,
        runs=(run(1), run(4)),
        reports=(Report(reported_at=NOW), Report(reported_at=NOW - timedelta(days=4))),
    )

    then = as_of(member, NOW - timedelta(days=3))

    assert [each.session_id for each in then.sessions] == [1]
    assert (then.session_count, len(then.runs), len(then.reports)) == (69, 1, 1)


def test_place_of_the_newest_soreness_is_asked_with_it():
    reports = (
        Report(reported_at=NOW - timedelta(hours=1), soreness=4, region=Region.SHIN),
        Report(reported_at=NOW - timedelta(hours=5), soreness=6, region=Region.QUADS),
    )
    member = Member(member_id=7, reports=reports)

    assert question(member, NOW).soreness == Soreness(score=4.0, region=Region.SHIN)
    assert question(Member(member_id=7), NOW).soreness is None


@pytest.mark.parametrize("text", ["", "  ", None])
def test_no_distance_is_not_said(text):
    assert read_distance(text, DistanceUnit.KM) is None


@pytest.mark.parametrize("text", ["-5", "5 yards", "5..2 km", "1e9", "ten", "5 km 3", "1234567"])
def test_distance_that_is_none_is_refused(text):
    with pytest.raises(BadInput) as caught:
        read_distance(text, DistanceUnit.KM)

    assert caught.value.key == "distance_not_understood"


def test_records_are_met_at_their_distances_and_grow_between():
    assert [record_minutes(km) for km, _ in RECORDS] == pytest.approx([m for _, m in RECORDS])


@given(st.floats(0.1, 300), st.floats(0.1, 300))
def test_longer_takes_longer_even_for_the_fastest(one, other):
    near, far = sorted((one, other))

    assert 0 < record_minutes(near) <= record_minutes(far)


def test_import_says_nothing_of_the_days_after_its_last_run():
    old = tuple(run(45 + day, import_id=1) for day in range(40))
    lately = (run(29, import_id=1), *old)
    typed = (run(45), *old)

    def known(runs):
        asked = question(Member(member_id=7, runs=runs), NOW)
        return asked.profile.runs_per_week, asked.recent_runs

    assert known(old) == known(()) == (None, None)
    assert known(typed) == (0.0, ())
    assert known(lately)[0] == pytest.approx(1 / (30 / 7))
