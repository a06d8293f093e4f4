"""When a roll call closes, in every zone and over every change of the clocks."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.facts.errors import BadInput
from bot.domain.facts.settings import GuildSettings
from bot.domain.group.rolls import AskedRoll, Roll, RollKind, asked, closes_at
from bot.domain.reading import zones

SNOWFLAKES = (175_928_847_299_117_063, 1_477_998_909_849_600_099)  # of 2016, and of 2026
AFTER_A_RESTORE = int(datetime(2126, 1, 1, tzinfo=UTC).timestamp()) * 1_000
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Gaza")


@pytest.mark.parametrize(
    ("opened", "zone", "closes"),
    [
        ("2026-03-02T17:00", "Europe/Berlin", "2026-03-03T02:00"),  # that night
        ("2026-03-02T20:00", "Europe/Berlin", "2026-03-03T02:00"),  # six hours to the second
        ("2026-03-02T20:01", "Europe/Berlin", "2026-03-04T02:00"),
        ("2026-03-28T22:30", "Europe/Berlin", "2026-03-30T01:00"),  # 23:30, the clocks go ahead
        ("2026-10-24T21:30", "Europe/Berlin", "2026-10-26T02:00"),  # and back
        ("2026-10-24T19:30", "Europe/Berlin", "2026-10-25T02:00"),  # an hour more before 03:00
        ("2026-03-02T17:00", None, "2026-03-03T05:00"),
    ],
)
def test_it_closes_at_three_and_is_open_for_six_hours(opened, zone, closes):
    at = datetime.fromisoformat(opened).replace(tzinfo=UTC)

    found = closes_at(at, None if zone is None else zones.zone(zone))

    assert found == datetime.fromisoformat(closes).replace(tzinfo=UTC)


@settings(max_examples=100)
@given(
    minutes=st.integers(0, 366 * 24 * 60),
    zone=st.sampled_from(ZONES),
)
def test_it_is_open_for_six_to_thirty_one_hours(minutes, zone):
    opened = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)

    closes = closes_at(opened, zones.zone(zone))

    assert timedelta(hours=6) <= closes - opened <= timedelta(hours=31)


def test_ids_of_posts_and_of_interactions_never_meet():
    opened = datetime(2026, 3, 2, tzinfo=UTC)

    def by_member(roll_id):
        roll = Roll(roll_id=roll_id, guild_id=1, channel_id=1, opened_at=opened, closes_at=opened)
        return roll.by_member

    assert [by_member(each) for each in SNOWFLAKES] == [True, True]
    assert [by_member(each) for each in (1, AFTER_A_RESTORE)] == [False, False]


NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
WISH = AskedRoll(roll_id=SNOWFLAKES[1], guild_id=1, channel_id=1, member_id=7)


def earlier(number, **told):
    """A roll call that a member asked for an hour ago in a channel of its own."""
    values = {"kind": RollKind.ROLL_CALL, "opened_at": NOON - timedelta(hours=1), **told}
    values = {"roll_id": SNOWFLAKES[0] + number, "channel_id": 100 + number, **values}
    return Roll(guild_id=1, closes_at=NOON + timedelta(hours=9), **values)


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ({}, True),
        ({"opened_at": NOON - timedelta(hours=24, seconds=-1)}, True),
        ({"opened_at": NOON - timedelta(hours=24)}, False),
        ({"kind": RollKind.EASY_RUN}, False),
        ({"kind": RollKind.CARD}, False),
    ],
)
def test_three_roll_calls_of_members_are_enough_for_a_day(told, counts):
    recent = [earlier(number, **told) for number in range(3)]

    assert refusal(recent) == ("rolls_full" if counts else None)
    assert refusal(recent[1:]) is None


def test_roll_calls_of_posts_leave_members_theirs():
    recent = [earlier(number, roll_id=number) for number in range(3)]

    assert refusal(recent) is None
    assert refusal([*recent, *(earlier(number) for number in range(3))]) == "rolls_full"


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ({}, "roll_open_already"),
        ({"roll_id": 1}, "roll_open_already"),
        ({"closed_at": NOON}, None),
        ({"kind": RollKind.EASY_RUN}, None),
        ({"channel_id": 2}, None),
        ({"roll_id": WISH.roll_id}, None),
    ],
)
def test_one_roll_call_is_open_in_a_channel(told, key):
    assert refusal([earlier(0, **{"channel_id": 1, **told})]) == key


def refusal(recent):
    try:
        asked(WISH, GuildSettings(guild_id=1), recent, NOON)
    except BadInput as error:
        return error.key
    return None
