"""When check-ins come: a day and two after leg day, awake, and not to legs that are recovered."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.facts.kinds import PLAN_KINDS
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Kind, Preference, Profile, QuietHours, ReminderSettings, Where
from bot.domain.facts.training import Illness, LegSession, PainType, Report
from bot.domain.timing.plan import plan

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)
ENDED = datetime(2026, 7, 1, 16, tzinfo=UTC)  # 18:00 in Berlin, a Wednesday
ANN = Member(
    member_id=7,
    reminders=ReminderSettings(on=True, preferences=dict.fromkeys(PLAN_KINDS, Preference())),
)  # asked for every kind


def check_ins(member=ANN, ended=ENDED, *, now=None, zone=BERLIN):
    """Return the hours after leg day at which check-ins come, and at which they are too late."""
    planned = plan(
        LegSession(session_id=1, ended_at=ended),
        member=member,
        now=now or ended,
        hard_open_at=ended + 40 * HOUR,
        zone=zone,
        is_new=False,
    )
    return [
        (one.ordinal, (one.due_at - ended) / HOUR, (one.stale_at - ended) / HOUR)
        for one in planned
        if one.kind is Kind.CHECKIN
    ]


def prefer(**chosen):
    preferences = {**ANN.reminders.preferences, Kind.CHECKIN: Preference(**chosen)}
    return ANN._replace(reminders=replace(ANN.reminders, preferences=preferences))


def scored(*newest_first, hours=24):
    reports = [Report(reported_at=ENDED + hours * HOUR, soreness=score) for score in newest_first]
    return ANN._replace(reports=tuple(reports))


def test_check_ins_come_a_day_and_two_after_leg_day():
    assert check_ins() == [(1, 24, 36), (2, 48, 60)]


def test_check_ins_wait_for_the_end_of_quiet_hours():
    """Ended at 23:00: the next night ends at 08:00, 33 hours later."""
    assert check_ins(ended=ENDED + 5 * HOUR) == [(1, 33, 36), (2, 57, 60)]


def test_check_in_is_dropped_where_the_night_outlasts_its_window():
    sleeper = ANN._replace(profile=Profile(quiet=QuietHours(start=time(18), end=time(7))))

    assert check_ins(sleeper) == []


@pytest.mark.parametrize(
    ("zone", "ended"),
    [
        (ZoneInfo("America/New_York"), datetime(2026, 3, 7, 17, tzinfo=UTC)),
        (BERLIN, datetime(2026, 3, 28, 17, tzinfo=UTC)),
    ],
)
def test_check_ins_keep_their_hours_when_clocks_change(zone, ended):
    assert check_ins(ended=ended, zone=zone) == [(1, 24, 36), (2, 48, 60)]


def test_check_ins_heed_a_wished_hour_that_fits_and_come_without_one_that_does_not():
    assert check_ins(prefer(at=time(20))) == [(1, 26, 36), (2, 50, 60)]
    assert check_ins(prefer(at=time(12))) == [(1, 24, 36), (2, 48, 60)]


def test_check_ins_come_on_wished_days_only_and_not_when_muted():
    assert check_ins(prefer(days=frozenset({4}))) == [(2, 48, 60)]
    assert check_ins(prefer(where=Where.OFF)) == []


def test_check_ins_end_after_two_scores_of_one_at_most():
    assert check_ins(scored(1, 0)) == []
    assert check_ins(scored(1, 2)) == [(1, 24, 36), (2, 48, 60)]
    assert check_ins(scored(0)) == [(1, 24, 36), (2, 48, 60)]
    assert check_ins(scored(1, 0, 9)) == []


def test_scores_of_the_first_hours_end_nothing():
    assert check_ins(scored(0, 0, hours=5)) == [(1, 24, 36), (2, 48, 60)]


@pytest.mark.parametrize(
    "report", [{"stop_sign": True}, {"pain": PainType.JOINT}, {"illness": Illness.FEVER_OR_CHEST}]
)
def test_check_ins_are_cancelled_when_health_comes_first(report):
    assert check_ins(ANN._replace(reports=(Report(reported_at=ENDED + HOUR, **report),))) == []


def test_check_ins_of_a_session_logged_late_are_those_whose_window_is_open():
    assert check_ins(now=ENDED + 30 * HOUR) == [(1, 24, 36), (2, 48, 60)]
    assert check_ins(now=ENDED + 36 * HOUR) == [(2, 48, 60)]
    assert check_ins(now=ENDED + 60 * HOUR) == []
