"""What a leg day brings to members who set nothing, and what setting a kind adds."""

from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.facts.kinds import PLAN_KINDS
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Kind, Preference, Profile, QuietHours, ReminderSettings, Where
from bot.domain.facts.training import LegSession
from bot.domain.timing.plan import plan

BERLIN = ZoneInfo("Europe/Berlin")
ANN = Member(member_id=7, reminders=ReminderSettings(on=True))
# No wind-down fits the evening after half past eight.
EARLY_BED = ANN._replace(profile=Profile(bed=time(22), quiet=QuietHours(start=time(0))))


def at(hour: int, minute: int = 0, *, day: int = 1) -> datetime:
    """Return a moment of July 2026 by Berlin's clock; the 1st is a Wednesday."""
    return datetime(2026, 7, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


def told(member: Member, ended_at: datetime | None = None, *, is_new: bool = False) -> list[str]:
    session = LegSession(session_id=1, ended_at=ended_at or at(18))
    planned = plan(
        session,
        member=member,
        now=session.ended_at,
        hard_open_at=at(15, day=3),
        zone=BERLIN,
        is_new=is_new,
    )
    return [
        f"{one.kind} {one.ordinal} {one.due_at.astimezone(BERLIN):%-d %H:%M}" for one in planned
    ]


def asking(member: Member = ANN, **kinds: Preference) -> Member:
    preferences = {Kind(kind): preference for kind, preference in kinds.items()}
    return member._replace(reminders=replace(member.reminders, preferences=preferences))


USUAL = ["sleep 1 1 21:45", "checkin 1 2 18:00", "next_session 1 3 15:00"]


def test_leg_day_brings_three_messages_and_a_new_one_four() -> None:
    assert told(ANN) == USUAL
    assert told(ANN, at(15), is_new=True) == [
        "first_timer 1 1 18:00",
        "sleep 1 1 21:45",
        "checkin 1 2 15:00",
        "next_session 1 3 15:00",
    ]


def test_water_comes_where_the_evening_was_over() -> None:
    assert told(EARLY_BED, at(20, 30))[0] == "sleep 1 1 20:45"
    assert told(EARLY_BED, at(20, 50))[0] == "hydrate 1 1 21:50"


@pytest.mark.parametrize(
    "sleep", [Preference(where=Where.OFF), Preference(days=frozenset({0}))], ids=["off", "mondays"]
)
def test_turning_the_wind_down_off_brings_no_water(sleep: Preference) -> None:
    assert told(asking(sleep=sleep)) == USUAL[1:]
    assert told(asking(EARLY_BED, sleep=sleep), at(20, 50)) == ["checkin 1 2 20:50", USUAL[2]]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        (Kind.HYDRATE, ["hydrate 1 1 19:00"]),
        (Kind.SLEEP, ["sleep 2 2 21:45"]),
        (Kind.FOAM_ROLL, ["foam_roll 1 1 19:00", "foam_roll 2 2 19:00"]),
        (Kind.CHECKIN, ["checkin 2 3 18:00"]),
        (Kind.NEXT_SESSION, []),
        (Kind.FIRST_TIMER, []),
    ],
)
def test_kind_that_was_set_comes_in_full(kind: Kind, more: list[str]) -> None:
    assert sorted(told(asking(ANN, **{kind.value: Preference()}))) == sorted([*USUAL, *more])


def test_all_kinds_asked_for_stay_within_the_caps() -> None:
    everything = asking(ANN, **{kind.value: Preference() for kind in PLAN_KINDS})

    tips = [line for line in told(everything) if "checkin" not in line]
    assert len(tips) == 5
