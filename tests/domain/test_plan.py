"""The plan a leg session earns, written out for one member in Berlin and then bent each way."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.facts.errors import BadInput
from bot.domain.facts.kinds import PLAN_KINDS
from bot.domain.facts.member import Member
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import (
    Kind,
    Preference,
    Profile,
    QuietHours,
    ReminderSettings,
    Where,
)
from bot.domain.facts.training import Illness, LegSession, PainType, Report
from bot.domain.timing.plan import ahead, check_preference, plan

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)
ANN = Member(
    member_id=7,
    reminders=ReminderSettings(on=True, preferences=dict.fromkeys(PLAN_KINDS, Preference())),
)  # asked for every kind


def local(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    """Read a wall time in July 2026, ``day hour:minute``, in UTC; the 1st is a Wednesday."""
    day, at = text.split()
    wall = datetime.combine(datetime(2026, 7, int(day)), time.fromisoformat(at))  # noqa: DTZ001 - wall time
    return wall.replace(tzinfo=zone).astimezone(UTC)


def ended(text: str) -> LegSession:
    return LegSession(session_id=1, ended_at=local(text))


EVENING = ended("1 18:00")


def prefer(member: Member = ANN, **kinds: Preference) -> Member:
    chosen = {Kind(kind): preference for kind, preference in kinds.items()}
    preferences = {**member.reminders.preferences, **chosen}
    return member._replace(reminders=replace(member.reminders, preferences=preferences))


def told(
    session: LegSession = EVENING,
    member: Member = ANN,
    *,
    now: datetime | None = None,
    hard: str | None = "3 15:00",
    is_new: bool = False,
) -> list[str]:
    """Return the plan's tips as lines: kind, ordinal, due and stale in Berlin's clock."""
    planned = plan(
        session,
        member=member,
        now=now or session.ended_at,
        hard_open_at=None if hard is None else local(hard),
        zone=BERLIN,
        is_new=is_new,
    )
    return [
        f"{one.kind} {one.ordinal} {_clock(one.due_at)} {_clock(one.stale_at)}"
        for one in planned
        if one.kind is not Kind.CHECKIN
    ]


def _clock(moment: datetime) -> str:
    shown = moment.astimezone(BERLIN)
    return f"{shown.day} {shown:%H:%M}"


def test_plan_of_an_ordinary_evening() -> None:
    assert told() == [
        "hydrate 1 1 19:00 1 20:00",
        "sleep 1 1 21:45 1 22:00",
        "foam_roll 2 2 19:00 2 21:00",
        "sleep 2 2 21:45 2 22:00",
        "next_session 1 3 15:00 3 20:00",
    ]


def test_plan_is_the_whole_occurrence() -> None:
    member = prefer(
        hydrate=Preference(where=Where.CHANNEL, guild_id=5), sleep=Preference(where=Where.OFF)
    )
    session = ended("1 15:00")

    planned = plan(
        session, member=member, now=session.ended_at, hard_open_at=None, zone=BERLIN, is_new=False
    )

    assert planned[0] == PlannedReminder(
        session_id=1,
        kind=Kind.HYDRATE,
        ordinal=1,
        due_at=local("1 16:00"),
        stale_at=local("1 17:00"),
        where=Where.CHANNEL,
        guild_id=5,
    )
    assert {one.kind for one in planned} == {Kind.HYDRATE, Kind.FOAM_ROLL, Kind.CHECKIN}


def test_plan_of_something_new_puts_the_warning_signs_first() -> None:
    assert told(ended("1 15:00"), is_new=True) == [
        "first_timer 1 1 18:00 1 21:00",
        "sleep 1 1 21:45 1 22:00",
        "foam_roll 2 2 19:00 2 21:00",
        "sleep 2 2 21:45 2 22:00",
        "next_session 1 3 15:00 3 20:00",
    ]


@pytest.mark.parametrize("text", ["1 20:00", "2 01:00"])
def test_plan_drops_what_the_night_outlasts(text: str) -> None:
    lines = told(ended(text), is_new=True)

    assert not [line for line in lines if line.startswith("first_timer")]


def test_plan_moves_out_of_the_night_what_still_fits() -> None:
    """Ended at 05:30: water at 06:30 moves to 08:00; ended at 04:30 its three hours are over."""
    assert told(ended("1 05:30"))[0] == "hydrate 1 1 08:00 1 08:30"
    assert told(ended("1 04:30"))[0] == "foam_roll 1 1 19:00 1 21:00"


def test_plan_rolls_the_same_evening_when_there_is_room() -> None:
    no_water = prefer(hydrate=Preference(where=Where.OFF))

    assert told(member=no_water)[0] == "foam_roll 1 1 19:00 1 21:00"
    assert told(ended("1 19:30"), no_water)[0] == "foam_roll 1 1 20:30 1 21:00"
    assert told(ended("1 20:00"), no_water)[0] == "foam_roll 1 1 21:00 1 21:30"
    assert told(ended("1 20:01"), no_water)[0].startswith("sleep 1")


@pytest.mark.parametrize(
    ("profile", "first", "second"),
    [
        (Profile(bed=time(23)), "1 21:45 1 22:00", "2 21:45 2 22:00"),
        (Profile(bed=time(21, 30)), "1 20:15 1 21:30", "2 20:15 2 21:30"),
        # 75 minutes before bed is quiet: the last slot before quiet hours.
        (Profile(bed=time(0, 30)), "1 21:45 1 22:00", "2 21:45 2 22:00"),
        (
            Profile(bed=time(1), quiet=QuietHours(start=time(1), end=time(9))),
            "1 23:45 2 01:00",
            "2 23:45 3 01:00",
        ),
        (
            Profile(quiet=QuietHours(start=time(0, 10), end=time(7))),
            "1 23:55 2 00:10",
            "2 23:55 3 00:10",
        ),
        (
            Profile(quiet=QuietHours(start=time(0), end=time(0))),
            "1 21:45 1 23:00",
            "2 21:45 2 23:00",
        ),
        # A night worker's morning: after quiet hours, before bed.
        (Profile(bed=time(9)), "2 08:00 2 09:00", "3 08:00 3 09:00"),
    ],
)
def test_plan_winds_down_before_bed_or_quiet_hours(
    profile: Profile, first: str, second: str
) -> None:
    lines = [
        line for line in told(member=ANN._replace(profile=profile)) if line.startswith("sleep")
    ]

    assert lines == [f"sleep 1 {first}", f"sleep 2 {second}"]


@pytest.mark.parametrize(
    "profile",
    [
        Profile(bed=time(3), quiet=QuietHours(start=time(20), end=time(8))),
        Profile(bed=time(23), quiet=QuietHours(start=time(20), end=time(19, 55))),
    ],
)
def test_plan_leaves_out_an_evening_without_a_slot_outside_quiet_hours(profile: Profile) -> None:
    lines = told(member=ANN._replace(profile=profile))

    assert not [line for line in lines if line.startswith("sleep")]


def test_plan_does_not_count_an_evening_that_was_over_before_the_session() -> None:
    profile = Profile(bed=time(22), quiet=QuietHours(start=time(0), end=time(0)))

    lines = told(ended("1 20:50"), ANN._replace(profile=profile), is_new=True)

    assert lines[:2] == ["hydrate 1 1 21:50 1 22:50", "first_timer 1 1 23:50 2 02:50"]


@pytest.mark.parametrize(
    ("hard", "line"),
    [
        ("3 15:00", "next_session 1 3 15:00 3 20:00"),
        ("3 02:00", "next_session 1 3 08:00 3 20:00"),
        ("3 20:00", "next_session 1 3 20:00 3 20:30"),
        ("3 20:01", "next_session 1 4 08:00 4 20:00"),
        ("9 12:00", "next_session 1 9 12:00 9 20:00"),
    ],
)
def test_plan_tells_of_the_next_session_by_day(hard: str, line: str) -> None:
    assert told(hard=hard)[-1] == line


def test_plan_waits_a_week_for_the_only_day_it_may_tell() -> None:
    fridays = prefer(next_session=Preference(days=frozenset({4})))

    assert told(member=fridays, hard="3 20:30")[-1] == "next_session 1 10 08:00 10 20:00"


def test_plan_says_nothing_of_a_run_that_never_closed() -> None:
    assert told(hard=None) == told(hard="1 18:00") == told()[:-1]


def test_plan_takes_the_hours_and_days_a_member_wants() -> None:
    member = prefer(
        hydrate=Preference(at=time(20, 30)),
        sleep=Preference(at=time(21), days=frozenset({3})),
        foam_roll=Preference(at=time(17, 30)),
        next_session=Preference(at=time(9), days=frozenset({5})),
    )

    assert told(member=member) == [
        "hydrate 1 1 20:30 1 21:00",
        "foam_roll 2 2 17:30 2 21:00",
        "sleep 2 2 21:00 2 22:00",
        "next_session 1 4 09:00 4 20:00",
    ]


def test_plan_has_no_water_at_an_hour_or_day_that_is_out_of_its_window() -> None:
    late = prefer(hydrate=Preference(at=time(21, 30)))
    thursdays = prefer(hydrate=Preference(days=frozenset({3})))

    assert not [line for line in told(member=late) + told(member=thursdays) if "hydrate" in line]


def test_plan_warns_of_danger_signs_whatever_hour_was_wished() -> None:
    fits = prefer(first_timer=Preference(at=time(20), days=frozenset({6})))
    misses = prefer(first_timer=Preference(at=time(12), days=frozenset({6})))
    off = prefer(first_timer=Preference(where=Where.OFF))

    session = ended("1 15:00")
    assert "first_timer 1 1 20:00 1 21:00" in told(session, fits, is_new=True)
    assert "first_timer 1 1 18:00 1 21:00" in told(session, misses, is_new=True)
    assert not [line for line in told(session, off, is_new=True) if "first_timer" in line]


def test_plan_is_empty_without_a_zone_or_an_opt_in() -> None:
    def of(member: Member, zone: ZoneInfo | None) -> tuple[PlannedReminder, ...]:
        now = EVENING.ended_at
        return plan(
            EVENING, member=member, now=now, hard_open_at=now + HOUR, zone=zone, is_new=True
        )

    assert of(ANN, None) == ()
    assert of(Member(member_id=7), BERLIN) == ()
    assert of(ANN, BERLIN) != ()


def test_plan_waits_for_the_end_of_a_pause() -> None:
    paused = ANN._replace(reminders=replace(ANN.reminders, paused_until=local("2 19:00")))

    assert told(member=paused) == told()[2:]


def test_plan_of_a_session_logged_late_is_what_is_not_stale() -> None:
    assert told(now=local("1 19:30")) == told()
    assert told(now=local("1 20:00")) == told()[1:]
    assert told(now=local("2 20:30")) == told()[2:]
    assert told(now=local("2 21:00")) == told()[3:]
    assert told(now=local("4 12:00")) == []


def test_what_is_ahead_of_a_plan_comes_now_or_later() -> None:
    now = EVENING.ended_at
    planned = plan(EVENING, member=ANN, now=now, hard_open_at=None, zone=BERLIN, is_new=False)

    assert ahead(planned, planned[1].due_at) == planned[1:]


@pytest.mark.parametrize(
    "report",
    [
        Report(reported_at=EVENING.ended_at, stop_sign=True),
        Report(reported_at=EVENING.ended_at - 9 * HOUR, stop_sign=True),
        Report(reported_at=EVENING.ended_at, illness=Illness.HEAD_COLD),
        Report(reported_at=EVENING.ended_at, pain=PainType.SHARP),
        Report(reported_at=EVENING.ended_at, pain=PainType.JOINT),
    ],
)
def test_plan_falls_silent_when_health_comes_first(report: Report) -> None:
    hurt = ANN._replace(reports=(Report(reported_at=EVENING.ended_at + HOUR), report))
    better = ANN._replace(
        reports=(
            Report(
                reported_at=EVENING.ended_at + HOUR,
                stop_sign=False,
                illness=Illness.NONE,
                pain=PainType.MUSCLE_ACHE,
            ),
            report,
        ),
    )

    assert told(member=hurt, is_new=True) == []
    assert told(member=better) == told()


def test_plan_forgets_a_cold_from_before_the_session() -> None:
    report = Report(reported_at=EVENING.ended_at - HOUR, illness=Illness.HEAD_COLD, soreness=0)

    assert told(member=ANN._replace(reports=(report,))) == told()


def test_plan_drops_the_roller_for_legs_that_are_hardly_sore() -> None:
    def after(*newest_first: int) -> Member:
        later = EVENING.ended_at + 6 * HOUR
        reports = [Report(reported_at=later, soreness=score) for score in newest_first]
        return ANN._replace(reports=tuple(reports))

    without_roller = [line for line in told() if "foam_roll" not in line]
    assert told(member=after(3)) == told()
    assert told(member=after(2, 9)) == without_roller
    assert told(member=after(1, 2)) == without_roller
    assert told(member=after(1, 0)) == told()[-1:]


def test_plan_keeps_evenings_on_the_clock_and_hours_elapsed_when_clocks_change() -> None:
    """New York goes forward at 02:00 on 8 March 2026."""

    def dues(ended_at: datetime, quiet: QuietHours) -> list[tuple[str, str]]:
        planned = plan(
            EVENING._replace(ended_at=ended_at),
            member=ANN._replace(profile=Profile(quiet=quiet)),
            now=ended_at,
            hard_open_at=datetime(2026, 3, 9, 11, 30, tzinfo=UTC),
            zone=ZoneInfo("America/New_York"),
            is_new=ended_at.hour < 12,
        )
        return [
            (f"{one.kind} {one.ordinal}", f"{one.due_at:%d %H:%M}")
            for one in planned
            if one.kind is not Kind.CHECKIN
        ]

    night = QuietHours(start=time(22), end=time(8))
    assert dues(datetime(2026, 3, 7, 23, tzinfo=UTC), night) == [
        ("hydrate 1", "08 00:00"),
        ("sleep 1", "08 02:45"),
        ("foam_roll 2", "08 23:00"),
        ("sleep 2", "09 01:45"),
        ("next_session 1", "09 12:00"),
    ]
    no_night = QuietHours(start=time(0), end=time(0))
    assert ("first_timer 1", "08 07:30") in dues(datetime(2026, 3, 8, 4, 30, tzinfo=UTC), no_night)


@pytest.mark.parametrize(
    ("kind", "at", "start", "end"),
    [
        (Kind.FOAM_ROLL, time(16, 59), time(17), time(21)),
        (Kind.FOAM_ROLL, time(21, 1), time(17), time(21)),
        (Kind.NEXT_SESSION, time(7), time(8), time(20)),
        (Kind.SLEEP, time(12), time(18), time(3)),
    ],
)
def test_check_preference_refuses_an_hour_out_of_the_window(
    kind: Kind, at: time, start: time, end: time
) -> None:
    with pytest.raises(BadInput) as refused:
        check_preference(kind, Preference(at=at))

    assert refused.value.key == "reminder_time_outside_window"
    assert refused.value.values == {"kind": kind, "start": start, "end": end}


def test_check_preference_passes_what_can_come() -> None:
    check_preference(Kind.FOAM_ROLL, Preference(at=time(21)))
    check_preference(Kind.SLEEP, Preference(at=time(0, 30)))
    check_preference(Kind.HYDRATE, Preference(at=time(3)))
    check_preference(Kind.FOAM_ROLL, Preference())
