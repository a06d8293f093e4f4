"""How many tips a day and a leg day bring, and which come together: advice.md §2."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Unpack
from zoneinfo import ZoneInfo

import pytest

from bot.domain.facts.kinds import PLAN_KINDS
from bot.domain.facts.member import Member
from bot.domain.facts.occurrences import TipOut
from bot.domain.facts.settings import Kind, Preference, QuietHours, ReminderSettings, Rule, Where
from bot.domain.facts.snowflakes import snowflake_of
from bot.domain.facts.training import LegSession
from bot.domain.timing.plan import plan
from tests.domain.rule_fields import RuleFields

BERLIN = ZoneInfo("Europe/Berlin")
ANN = Member(
    member_id=7,
    reminders=ReminderSettings(on=True, preferences=dict.fromkeys(PLAN_KINDS, Preference())),
)  # asked for every kind
OTHER = 99  # another leg day


def at(hour: int, minute: int = 0, *, day: int = 1) -> datetime:
    """Return a moment of July 2026 by Berlin's clock; the 1st is a Wednesday."""
    return datetime(2026, 7, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


def own(kind: Kind = Kind.WALK, **fields: Unpack[RuleFields]) -> Rule:
    made = Rule(member_id=7, rule_id=1, kind=kind, at=time(12), zone="Europe/Berlin")
    return replace(made, **fields)


def told(
    member: Member = ANN, ended_at: datetime | None = None, *, is_new: bool = False
) -> list[str]:
    """Return the tips of a leg day that ended at 18:00, by Berlin's clock."""
    session = LegSession(session_id=1, ended_at=ended_at or at(18))
    planned = plan(
        session,
        member=member,
        now=session.ended_at,
        hard_open_at=at(15, day=3),
        zone=BERLIN,
        is_new=is_new,
    )
    tips = (one for one in planned if one.kind is not Kind.CHECKIN)
    return [f"{one.kind} {one.due_at.astimezone(BERLIN):%-d %H:%M}" for one in tips]


def with_rules(*rules: Rule) -> Member:
    return ANN._replace(rules=rules)


def with_tips(*tips: tuple[int, datetime]) -> Member:
    return ANN._replace(tips=tuple(TipOut(session_id=one, due_at=due) for one, due in tips))


def prefer(**kinds: Preference) -> Member:
    chosen = {Kind(kind): preference for kind, preference in kinds.items()}
    preferences = {**ANN.reminders.preferences, **chosen}
    return ANN._replace(reminders=replace(ANN.reminders, preferences=preferences))


USUAL = [
    "hydrate 1 19:00",
    "sleep 1 21:45",
    "foam_roll 2 19:00",
    "sleep 2 21:45",
    "next_session 3 15:00",
]


def test_own_reminder_takes_a_place_of_its_day() -> None:
    every_day = with_rules(own())
    wednesdays = with_rules(own(days=frozenset({2})))

    assert told() == USUAL
    assert told(every_day) == ["sleep 1 21:45", "sleep 2 21:45", "next_session 3 15:00"]
    assert told(wednesdays) == [line for line in USUAL if line != "hydrate 1 19:00"]


@pytest.mark.parametrize(
    "rule",
    [
        own(Kind.LEG_DAY),
        own(paused=True),
        own(broken="zone_unknown"),
        own(until=at(12, day=1).date() - timedelta(days=1)),
        own(rule_id=snowflake_of(at(12, 30)), days=frozenset({2})),
        own(rule_id=snowflake_of(at(9)), days=frozenset({2}), at=time(3)),
    ],
    ids=["no tip", "stopped", "disabled", "over", "made too late", "made after quiet hours"],
)
def test_own_reminder_that_is_no_tip_or_does_not_come_takes_none(rule: Rule) -> None:
    assert told(with_rules(rule)) == USUAL


@pytest.mark.parametrize(
    "rule",
    [
        own(rule_id=snowflake_of(at(11)), days=frozenset({2})),
        own(rule_id=snowflake_of(at(7)), days=frozenset({2}), at=time(3)),
    ],
    ids=["made in time", "made in the quiet hours at whose end it comes"],
)
def test_own_reminder_made_on_its_day_takes_a_place_where_it_came(rule: Rule) -> None:
    assert told(with_rules(rule)) == [line for line in USUAL if line != "hydrate 1 19:00"]


def test_two_own_reminders_leave_room_for_the_warning_alone() -> None:
    both = with_rules(own(), own(Kind.HYDRATE, rule_id=2))

    assert told(both) == []
    assert told(both, is_new=True) == ["first_timer 1 21:00"]


def test_what_another_leg_day_sent_counts_towards_its_day() -> None:
    one = with_tips((OTHER, at(11)))
    two = with_tips((OTHER, at(11)), (OTHER, at(9)))

    assert told(one) == [line for line in USUAL if line != "hydrate 1 19:00"]
    assert told(two) == USUAL[2:]


def test_what_this_leg_day_sent_is_in_its_plan_already() -> None:
    assert told(with_tips((1, at(19)))) == USUAL


def test_water_waits_for_the_wind_down_of_the_same_hour() -> None:
    assert told(ended_at=at(19, 50))[:2] == ["hydrate 1 21:45", "sleep 1 21:45"]
    assert told(ended_at=at(19, 44))[:2] == ["hydrate 1 20:44", "sleep 1 21:45"]


@pytest.mark.parametrize(
    "member",
    [
        prefer(hydrate=Preference(at=time(20, 50))),
        prefer(sleep=Preference(where=Where.CHANNEL, guild_id=5)),
    ],
    ids=["its time was wished", "they go to two places"],
)
def test_tip_that_may_not_wait_comes_by_itself(member: Member) -> None:
    assert told(member, at(19, 50))[:2] == ["hydrate 1 20:50", "sleep 1 21:45"]


def test_warning_never_waits() -> None:
    night = replace(ANN.profile, quiet=QuietHours(start=time(23), end=time(7)))
    late = ANN._replace(profile=night)  # wind-down at 22:45, the warning at 22:30

    assert "first_timer 1 22:30" in told(late, at(19, 30), is_new=True)


def kinds(lines: Iterable[str]) -> set[str]:
    return {line.split()[0] for line in lines}


def test_priority_keeps_sleep_before_water_before_the_roller() -> None:
    busy = with_rules(own())

    assert kinds(told(busy)) == {"sleep", "next_session"}
