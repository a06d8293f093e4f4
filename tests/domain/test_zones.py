"""Any way of naming a time zone is understood as a place, never as an offset."""

from datetime import UTC, datetime, timedelta
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts.errors import BadInput
from bot.domain.reading import zone_tables, zones
from bot.domain.reading.places import ABBREVIATIONS, BIG, PLACES
from bot.domain.reading.zones import ZoneReading, read_zone

WINTER = datetime(2026, 11, 23, 17, 40, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 17, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("AMERICA/NEW YORK", "America/New_York"),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("Asia/Calcutta", "Asia/Calcutta"),
        ("asia/kolkata", "Asia/Kolkata"),
        ("us/eastern", "US/Eastern"),
        ("berlin", "Europe/Berlin"),
        (" New  York ", "America/New_York"),
        ("new-york", "America/New_York"),
        ("sao paulo", "America/Sao_Paulo"),
        ("São Paulo", "America/Sao_Paulo"),
        ("ZÜRICH", "Europe/Zurich"),
        ("St. Louis", "America/Chicago"),
        ("munich", "Europe/Berlin"),
        ("Mumbai", "Asia/Kolkata"),
        ("calcutta", "Asia/Calcutta"),
        ("buenos aires", "America/Argentina/Buenos_Aires"),
        ("texas", "America/Chicago"),
        ("Queensland", "Australia/Queensland"),
        ("Berlin, Germany", "Europe/Berlin"),
        ("Seattle, Washington", "America/Los_Angeles"),
        ("germany", "Europe/Berlin"),
        ("UK", "Europe/London"),
        ("東京", "Asia/Tokyo"),
        ("大阪", "Asia/Tokyo"),
        ("日本", "Asia/Tokyo"),
        ("ニューヨーク", "America/New_York"),
        ("ハワイ", "Pacific/Honolulu"),
        ("Tóquio", "Asia/Tokyo"),
        ("Londres", "Europe/London"),
        ("Nueva York", "America/New_York"),
        ("Mailand", "Europe/Rome"),
        ("Niemcy", "Europe/Berlin"),
        ("Rzym", "Europe/Rome"),
        ("england", "Europe/London"),
        ("Japan", "Asia/Tokyo"),
        ("the netherlands", "Europe/Amsterdam"),
        ("south korea", "Asia/Seoul"),
        ("JST", "Asia/Tokyo"),
        ("msk", "Europe/Moscow"),
        ("utc", "UTC"),
        ("Etc/UTC", "UTC"),
    ],
)
def test_read_zone_knows_the_name(text, name):
    assert read_zone(text, now=WINTER) == ZoneReading(name=name)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("BST", ("Europe/London", "Asia/Dhaka")),
        ("Eastern time", ("America/New_York", "America/Toronto")),
        ("pt", ("America/Los_Angeles", "America/Vancouver", "America/Tijuana")),
        ("IST", ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem")),
        ("georgia", ("America/New_York", "Asia/Tbilisi")),
        ("Paris, Texas", ("America/Chicago", "Europe/Paris")),
        ("new zealand", ("Pacific/Auckland", "Pacific/Chatham")),
        ("+05:30", ("Asia/Kolkata", "Asia/Colombo")),
        ("UTC-3:30", ("America/St_Johns",)),
        ("gmt -0330", ("America/St_Johns",)),
        ("UTC−3:30", ("America/St_Johns",)),
        ("new yrok", ("America/New_York",)),
        ("munch", ("Europe/Berlin",)),
    ],
)
def test_read_zone_offers_what_it_may_be(text, candidates):
    assert read_zone(text, now=WINTER) == ZoneReading(candidates=candidates)


@pytest.mark.parametrize(
    ("text", "first", "now"),
    [
        ("EST", "America/New_York", WINTER),
        ("CET", "Europe/Berlin", WINTER),
        ("GMT", "Europe/London", WINTER),
        ("usa", "America/New_York", WINTER),
        ("UTC+2", "Europe/Helsinki", WINTER),
        ("UTC+2", "Europe/Berlin", SUMMER),
        ("Etc/GMT-1", "Europe/Berlin", WINTER),
        ("it is 18:40 for me", "Europe/Berlin", WINTER),
        ("it is 18:40 for me", "Europe/London", SUMMER),
        ("It's 6:40 pm here", "Europe/Berlin", WINTER),
        ("18:43", "Europe/Berlin", WINTER),
        ("18.36", "Europe/Berlin", WINTER),
        ("my clock says 12:40pm", "America/New_York", WINTER),
        ("berln", "Europe/Berlin", WINTER),
        ("tor", "America/Toronto", WINTER),
    ],
)
def test_read_zone_offers_the_likeliest_first_and_decides_nothing(text, first, now):
    reading = read_zone(text, now=now)

    assert reading.name is None
    assert reading.candidates[0] == first
    assert 1 < len(reading.candidates) <= zones.MOST_CANDIDATES


def test_read_zone_offers_both_halves_of_the_day_for_a_clock_without_am_or_pm():
    candidates = read_zone("it is 6:40", now=WINTER).candidates

    assert {"Europe/Berlin", "Pacific/Auckland"} <= set(candidates)


@pytest.mark.parametrize(
    "text",
    [
        *("", "  ", "asdfgh", "25:61", "it is 25:61 for me", "+15", "utc+99:99", "🏋️"),
        *("../../etc/passwd", "Factory", "remind me at 18:40", "@everyone", "x" * 4000),
    ],
)
def test_read_zone_refuses_nonsense(text):
    with pytest.raises(BadInput) as refused:
        read_zone(text, now=WINTER)

    assert refused.value.key == "zone_not_understood"


@given(st.integers(-12 * 4, 14 * 4), st.sampled_from([WINTER, SUMMER]))
def test_an_offset_offers_only_zones_that_keep_it_now(quarters, now):
    offset = timedelta(minutes=15 * quarters)
    minutes = abs(quarters) * 15
    typed = f"UTC{'-' if quarters < 0 else '+'}{minutes // 60}:{minutes % 60:02}"

    try:
        candidates = read_zone(typed, now=now).candidates
    except BadInput:
        candidates = ()

    assert all(now.astimezone(zones.zone(name)).utcoffset() == offset for name in candidates)
    expected = any(now.astimezone(zones.zone(name)).utcoffset() == offset for name in BIG)
    assert expected <= bool(candidates)


@given(st.sampled_from(BIG), st.timedeltas(timedelta(0), timedelta(days=730)))
def test_telling_the_time_offers_a_zone_where_it_is_that_time(name, later):
    now = SUMMER + later
    wall = now.astimezone(zones.zone(name))

    candidates = read_zone(f"it is {wall:%H:%M} for me", now=now).candidates

    assert any(
        now.astimezone(zones.zone(each)).utcoffset() == wall.utcoffset() for each in candidates
    )


@given(st.text(max_size=90))
def test_whatever_is_typed_gives_zones_that_exist_or_a_refusal(text):
    try:
        reading = read_zone(text, now=WINTER)
    except BadInput:
        return

    found = [reading.name] if reading.name else reading.candidates
    assert found
    assert [zones.zone(name).key for name in found] == [*found]


def test_zone_loads_every_name_of_the_pinned_database_from_that_database():
    listed = resources.files("tzdata").joinpath("zones").read_text("ascii").split()

    for name in set(listed) - {"Factory"}:
        assert zones.zone(name).key == name
    assert zones.zone("Europe/Berlin") is zones.zone("Europe/Berlin")


@pytest.mark.parametrize(
    "name",
    ["", "Factory", "europe/berlin", "Europe/Nowhere", "../zones", "/etc/localtime", "+02:00"],
)
def test_zone_refuses_other_names(name):
    with pytest.raises(BadInput) as refused:
        zones.zone(name)

    assert refused.value.key == "zone_unknown"


def test_our_own_lists_name_zones_of_the_database():
    abbreviated = {name for found in ABBREVIATIONS.values() for name in found.split()}

    assert {*BIG, *PLACES, *abbreviated} <= zone_tables.names()


@pytest.mark.parametrize("short", [word for words in ABBREVIATIONS for word in words.split()])
def test_every_abbreviation_offers_its_zones(short):
    (expected,) = (
        found.split() for words, found in ABBREVIATIONS.items() if short in words.split()
    )
    reading = read_zone(short, now=WINTER)

    assert [reading.name, *reading.candidates] == (
        [*expected] if len(expected) == 1 else [None, *expected]
    )
