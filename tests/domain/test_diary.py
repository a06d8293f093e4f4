"""Weeks at a glance: which day was what, in the member's own zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.decisions.diary import Diary, Sore, since, stats_of
from bot.domain.facts.training import LegSession, Report, Run, RunKind
from bot.texts.legday.stats import card

NOW = datetime(2026, 3, 5, 18, tzinfo=UTC)  # a Thursday


def legs(days_ago, *, effort=8, minutes=50, hours=0.0):
    ended = NOW - timedelta(days=days_ago, hours=hours)
    number = int(days_ago * 100 + hours)
    return LegSession(session_id=number, ended_at=ended, effort=effort, minutes=minutes)


def run(days_ago, kind=RunKind.EASY, effort=None):
    ended = NOW - timedelta(days=days_ago)
    return Run(run_id=1, ended_at=ended, kind=kind, minutes=30, effort=effort)


def day(stats, at):
    (found,) = (each for each in stats.days if each.date == at)
    return found


def test_weeks_are_whole_and_end_today():
    stats = stats_of(Diary(), 12, NOW)

    assert stats.monday == date(2025, 12, 15)
    assert stats.days[0].date == stats.monday
    assert stats.days[-1].date == stats.today == date(2026, 3, 5)
    assert len(stats.loads) == 12
    assert (stats.leg_days, stats.runs, stats.to_rest) == (0, 0, 0)


@pytest.mark.parametrize("weeks", [4, 12, 52])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago"])
def test_what_is_read_reaches_back_to_leg_days_the_first_week_rests_from(weeks, zone):
    for hours in range(0, 8 * 24, 5):  # every weekday, at every hour
        now = NOW + timedelta(hours=hours)
        monday = stats_of(Diary(zone=zone), weeks, now).monday
        first = datetime.combine(monday, time.min, ZoneInfo(zone)) - timedelta(days=2)

        assert since(weeks, now) <= first


def test_day_belongs_to_the_members_zone():
    late = LegSession(session_id=1, ended_at=datetime(2026, 3, 3, 23, 30, tzinfo=UTC))

    there = stats_of(Diary(zone="Europe/Berlin", sessions=(late,)), 4, NOW)
    here = stats_of(Diary(sessions=(late,)), 4, NOW)

    assert day(there, date(2026, 3, 4)).legs
    assert day(here, date(2026, 3, 3)).legs


def test_rest_is_kept_on_the_two_days_after_legs_unless_something_hard_was_run():
    diary = Diary(sessions=(legs(6),), runs=(run(5), run(4, RunKind.TEMPO)))

    stats = stats_of(diary, 4, NOW)

    assert [day(stats, date(2026, 2, 27 + n)).rest for n in (0, 1)] == [False, True]
    assert not day(stats, date(2026, 3, 1)).rest
    assert not day(stats, date(2026, 3, 2)).rest
    assert stats.to_rest == 2


@pytest.mark.parametrize(
    ("ran", "kept"),
    [
        (run(1), True),
        (run(1, RunKind.WALK), True),
        (run(1, effort=4), True),
        (run(1, effort=5), False),
        (run(1, RunKind.STEADY), False),
        (run(1, RunKind.RACE), False),
    ],
)
def test_gentle_run_leaves_rest_kept(ran, kept):
    stats = stats_of(Diary(sessions=(legs(2),), runs=(ran,)), 4, NOW)

    assert day(stats, date(2026, 3, 4)).rest is kept
    assert day(stats, date(2026, 3, 4)).run


def test_today_and_a_leg_day_are_no_rest_to_keep():
    stats = stats_of(Diary(sessions=(legs(1), legs(2))), 4, NOW)

    assert stats.to_rest == 0
    assert not any(each.rest for each in stats.days)
    assert stats.leg_days == 2


def test_rest_after_a_leg_day_before_the_first_week_counts_too():
    monday = stats_of(Diary(), 4, NOW).monday
    before = NOW - timedelta(days=(NOW.date() - monday).days + 1)
    session = LegSession(session_id=1, ended_at=before)

    stats = stats_of(Diary(sessions=(session,)), 4, NOW)

    assert day(stats, monday).rest
    assert stats.leg_days == 0
    assert stats.loads == (0.0,) * 4


def test_load_is_the_models_and_entries_close_together_are_one_leg_day():
    stats = stats_of(Diary(sessions=(legs(1), legs(1, hours=1.0), legs(9))), 4, NOW)

    assert stats.loads == (0.0, 0.0, 1.0, 2.0)
    assert len(stats.sore) == 2


def test_soreness_is_told_about_the_leg_day_before_it():
    first, second = legs(4), legs(2)
    reports = [
        Report(reported_at=first.ended_at + timedelta(hours=hours), soreness=score)
        for hours, score in ((2, 9), (20, 5), (25, 6), (47, 3), (52, 8), (71, 4), (97, 2))
    ]

    stats = stats_of(Diary(sessions=(first, second), reports=tuple(reports)), 4, NOW)

    assert stats.sore == (
        Sore(date=date(2026, 3, 1), day_after=6, two_days_after=3),
        Sore(date=date(2026, 3, 3), day_after=4, two_days_after=2),
    )


def test_soreness_that_nobody_told_is_not_known():
    reports = (Report(reported_at=NOW - timedelta(days=3), sleep=8.0),)

    (sore,) = stats_of(Diary(sessions=(legs(4),), reports=reports), 4, NOW).sore

    assert (sore.day_after, sore.two_days_after) == (None, None)


def test_order_of_entries_changes_nothing():
    diary = Diary(sessions=(legs(1), legs(5), legs(9)), runs=(run(3), run(2)))
    turned = Diary(sessions=diary.sessions[::-1], runs=diary.runs[::-1])

    assert stats_of(diary, 12, NOW) == stats_of(turned, 12, NOW)


@pytest.mark.parametrize("weeks", [4, 12, 52])
def test_weeks_without_legs_count_after_an_earlier_leg_day(weeks):
    older = legs(weeks * 7 + 40)

    assert stats_of(Diary(sessions=(legs(1), older)), weeks, NOW).logged_before
    assert stats_of(Diary(sessions=(legs(1),), earlier=True), weeks, NOW).logged_before
    assert not stats_of(Diary(sessions=(legs(1),)), weeks, NOW).logged_before


def test_average_is_of_all_weeks_after_an_earlier_leg_day():
    recent = (legs(8), legs(1))
    alone = str(card(stats_of(Diary(sessions=recent), 12, NOW)).body)
    after = str(card(stats_of(Diary(sessions=recent, earlier=True), 12, NOW)).body)

    assert alone != after
