"""Bedtime by what comes first next morning: a run, or what somebody usually gets up for."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.facts.member import Member
from bot.domain.facts.settings import Kind, Preference, Profile, ReminderSettings, Where
from bot.domain.facts.training import LegSession, Report, RunKind
from bot.domain.facts.week import PlanItem, TrainingPlan
from bot.domain.timing.early_nights import early_nights
from bot.domain.timing.plan import plan
from bot.domain.timing.windows import WIND_DOWN, Ground, bed_of, sleep

TUESDAY = date(2026, 3, 3)


def ground(*starts, wake=None, zone="Europe/Berlin", evening=TUESDAY, by_plan=True, paused=None):
    """A leg day at noon, and things planned next morning."""
    items = tuple(
        PlanItem(
            item_id=number,
            at=time.fromisoformat(at),
            days=frozenset({(evening + timedelta(days=1)).weekday()}),
            run=RunKind.LONG,
        )
        for number, at in enumerate(starts)
    )
    ended = datetime.combine(evening, time(12), ZoneInfo(zone)).astimezone(UTC)
    member = Member(
        member_id=1,
        profile=Profile(zone=zone, wake=wake, bed_by_plan=by_plan),
        week=TrainingPlan(since=ended, items=items, paused_from=paused),
    )
    session = LegSession(session_id=1, ended_at=ended)
    return Ground(session=session, member=member, zone=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("starts", "wake", "bed"),
    [
        (("07:00",), None, "22:00"),
        (("09:30", "05:00"), None, "20:00"),  # the first thing
        ((), time(7), "23:00"),
        (("09:00",), time(6), "22:00"),  # who gets up earlier anyway
        (("06:00",), time(7), "21:00"),
        (("03:00",), None, "19:15"),  # no wind-down before 18:00
        ((), None, None),
    ],
)
def test_bedtime_is_eight_hours_before_getting_up(starts, wake, bed):
    found = bed_of(ground(*starts, wake=wake), TUESDAY)

    local = None if found is None else f"{found.astimezone(ZoneInfo('Europe/Berlin')):%H:%M}"
    assert local == bed


@pytest.mark.parametrize(
    ("zone", "evening", "bed"),
    [
        ("Europe/Berlin", date(2026, 3, 28), "21:00"),  # the night is an hour short
        ("Europe/Berlin", date(2026, 10, 24), "23:00"),  # and an hour longer
        ("America/New_York", date(2026, 3, 7), "21:00"),
    ],
)
def test_eight_hours_are_elapsed_ones_in_nights_when_clocks_change(zone, evening, bed):
    found = bed_of(ground("07:00", zone=zone, evening=evening), evening)

    assert found is not None
    assert f"{found.astimezone(ZoneInfo(zone)):%H:%M}" == bed


def test_a_paused_plan_and_who_did_not_choose_it_have_no_such_bedtime():
    assert bed_of(ground("07:00", paused=TUESDAY), TUESDAY) is None
    assert bed_of(ground("07:00", by_plan=False), TUESDAY) is None


def test_the_wind_down_comes_before_it_once_an_evening_and_is_stale_at_bedtime():
    here = ground("06:30", wake=time(7))
    early, late = (bed_of(here, TUESDAY), bed_of(here, TUESDAY + timedelta(days=1)))

    found = list(sleep(here))

    assert early is not None
    assert late is not None
    assert [each.due_at for each in found] == [early - WIND_DOWN, late - WIND_DOWN]
    assert found[0].stale_at == early
    fixed = here.member._replace(profile=replace(here.member.profile, bed=time(23)))
    assert list(sleep(replace(here, member=fixed))) == found


SATURDAY_EVENING = "Sat 21:00 to 22:15"


def runner(*starts, run=RunKind.EASY, day=6, **profile):
    """A leg day on Tuesday at noon, and runs on Sundays; bed by what comes next morning."""
    here = ground(wake=time(9))
    items = tuple(
        PlanItem(item_id=number, at=time.fromisoformat(at), days=frozenset({day}), run=run)
        for number, at in enumerate(starts)
    )
    profile = replace(here.member.profile, **profile)
    reminders = ReminderSettings(on=True)
    week = replace(here.member.week, items=items)
    member = here.member._replace(profile=profile, week=week, reminders=reminders)
    return replace(here, member=member)


def evenings(here):
    """Return when each wind-down is due and stale, by the member's clock."""
    zone = here.zone
    return [
        f"{one.due_at.astimezone(zone):%a %H:%M} to {one.stale_at.astimezone(zone):%H:%M}"
        for one in early_nights(here)
    ]


def planned(here, *, reports=()):
    """Return the wind-downs of the whole plan, by date."""
    member = here.member._replace(reports=reports, sessions=(here.session,))
    found = plan(
        here.session,
        member=member,
        now=here.session.ended_at,
        hard_open_at=None,
        zone=here.zone,
        is_new=False,
    )
    return [one.due_at.astimezone(here.zone).day for one in found if one.kind is Kind.SLEEP]


@pytest.mark.parametrize(
    ("here", "found"),
    [
        (runner("07:15"), [SATURDAY_EVENING] * 2),  # of two weeks after leg day
        (runner("07:15", "07:30"), [SATURDAY_EVENING] * 2),  # never two the same evening
        (runner("08:00"), []),  # early enough by itself
        (runner("07:15", run=None), []),  # a leg day
        (runner("07:15", bed_by_plan=False), []),
        (runner("03:00"), []),  # no full night is left after the afternoon
        (runner("07:15", day=1), ["Mon 21:00 to 22:15"] * 2),
        (runner("07:15", day=2), ["Tue 21:00 to 22:15"]),  # the first of them is leg day's own
    ],
)
def test_an_early_run_brings_a_wind_down_without_a_leg_day(here, found):
    assert evenings(here) == found


def test_early_nights_go_by_the_choices_of_their_member():
    here = runner("07:15")
    paused = here.member._replace(week=replace(here.member.week, paused_from=date(2026, 3, 9)))
    preference = Preference(days=frozenset({0}))
    other_days = ReminderSettings(on=True, preferences={Kind.SLEEP: preference})

    assert evenings(replace(here, member=paused)) == [SATURDAY_EVENING]
    assert evenings(replace(here, member=here.member._replace(reminders=other_days))) == []


def test_early_nights_come_however_the_legs_are_and_unless_turned_off():
    here = runner("07:15")
    off = ReminderSettings(on=True, preferences={Kind.SLEEP: Preference(where=Where.OFF)})
    fresh = tuple(
        Report(reported_at=here.session.ended_at + timedelta(hours=hours), soreness=0)
        for hours in (30, 20)
    )

    assert planned(here) == [3, 7, 14]  # the first is that of leg day
    assert planned(here, reports=fresh) == [7, 14]
    assert planned(replace(here, member=here.member._replace(reminders=off))) == []
