"""What lies ahead of a question: the next leg day and a race, read, fitted and refused."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.asked_ahead import Ahead, with_ahead
from bot.domain.facts.errors import LegdayError
from bot.domain.facts.member import Member
from bot.domain.facts.settings import DistanceUnit, Profile
from bot.domain.facts.training import RunKind
from bot.domain.recovery.circumstances import EventKind, Matters

NOW = datetime(2026, 3, 2, 12, 0, 30, tzinfo=UTC)  # a Monday, 13:00 in Berlin
BERLINER = Member(member_id=1, profile=Profile(zone="Europe/Berlin"))
NOTHING = AnswerToken()
RACE = AnswerToken(run=RunKind.RACE)


def read(told=NOTHING, member=BERLINER, **typed):
    return with_ahead(told, Ahead(**typed), member, NOW)


def test_next_leg_day_is_read_in_the_members_zone_to_the_minute():
    told = read(when="sun 9am", legs="thu 18:00")

    assert told.legs_at == datetime(2026, 3, 5, 17, tzinfo=UTC)
    assert read(when="in 3 hours", legs="in 2 hours").legs_at == datetime(
        2026, 3, 2, 14, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ({"legs": "yesterday 18:00", "when": "sun 9am"}, "legs_already_past"),
        ({"legs": "now", "when": "sun 9am"}, "legs_already_past"),
        ({"legs": "someday", "when": "sun 9am"}, "legs_not_understood"),
        ({"legs": "in 9 days", "when": "sun 9am"}, "legs_too_far_ahead"),
        ({"legs": "thu 18:00"}, "legs_needs_run"),
        ({"legs": "thu 18:00", "when": "wed 9am"}, "legs_needs_run"),
        ({"legs": "thu 18:00", "when": "thu 18:00"}, "legs_needs_run"),
        ({"when": "yesterday 9am"}, "already_past"),
        ({"distance": "10k"}, "race_needed"),
        ({"distance": "10k", "when": "sun 9am"}, "race_needed"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_by_its_option(typed, key):
    with pytest.raises(LegdayError) as refused:
        read(**typed)

    assert refused.value.key == key


def test_clock_time_of_legs_needs_a_zone():
    with pytest.raises(LegdayError) as refused:
        read(member=Member(member_id=1), when="in 3 days", legs="thu 18:00")

    assert refused.value.key == "legs_needs_zone"


@pytest.mark.parametrize(
    ("typed", "kind", "minutes"),
    [
        ({}, EventKind.RACE, None),
        ({"distance": "5k"}, EventKind.FIVE_K, 30),
        ({"distance": "5k in 25:00"}, EventKind.FIVE_K, 25),
        ({"distance": "10.1 km"}, EventKind.TEN_K, 61),
        ({"distance": "half marathon"}, EventKind.HALF_MARATHON, 127),
        ({"distance": "marathon"}, EventKind.MARATHON, 253),
        ({"distance": "50k"}, EventKind.ULTRA, 300),
        ({"distance": "160 km"}, EventKind.ULTRA, None),
        ({"distance": "15k"}, EventKind.RACE, 90),
    ],
    ids=str,
)
def test_race_is_of_a_kind_by_its_length(typed, kind, minutes):
    told = read(RACE, when="in 16 days", **typed)

    assert (told.event, told.minutes) == (kind, minutes)
    assert told.at == NOW + timedelta(days=16)


def test_bare_distance_of_a_race_is_in_the_members_unit():
    miler = Member(member_id=1, profile=Profile(distance_unit=DistanceUnit.MI))

    assert read(RACE, miler, when="in 6 days", distance="26.2").event is EventKind.MARATHON


@pytest.mark.parametrize(
    ("told", "typed", "key"),
    [
        (RACE, {"when": "yesterday 9am"}, "race_already_past"),
        (RACE, {"when": "in 400 days"}, "race_too_far_ahead"),
        (RACE, {"distance": "10k"}, "race_needed"),
        (RACE, {"when": "in 3 days", "distance": "often"}, "distance_not_understood"),
        (RACE, {"when": "in 3 days", "distance": "301 km"}, "out_of_range"),
        (AnswerToken(run=RunKind.RACE, minutes=10), {"when": "in 3 days", "distance": "10k"},
         "faster_than_the_record"),
        (AnswerToken(run=RunKind.RACE, minutes=400), {"when": "in 3 days", "distance": "10k"},
         "race_too_slow"),
        (AnswerToken(matters=Matters.A), {"when": "in 3 days"}, "race_needed"),
        (AnswerToken(run=RunKind.LONG, matters=Matters.A), {"when": "in 3 days"}, "race_needed"),
        (AnswerToken(run=RunKind.RACE, matters=Matters.A), {}, "race_needed"),
    ],
    ids=str,
)  # fmt: skip
def test_race_that_cannot_be_is_refused(told, typed, key):
    with pytest.raises(LegdayError) as refused:
        read(told, **typed)

    assert refused.value.key == key
