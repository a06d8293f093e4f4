"""Clock times, days and lengths of time are read strictly: schedules are made of them."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts.errors import BadInput
from bot.domain.reading.clock_times import read_clock
from bot.domain.reading.elapsed import read_duration
from bot.domain.reading.weekdays import WEEKDAYS, read_days

EVERY_DAY = frozenset(range(7))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("7", time(7)),
        ("07", time(7)),
        ("7am", time(7)),
        ("7 PM", time(19)),
        ("at 7 p.m.", time(19)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("19:30", time(19, 30)),
        ("7.30 pm", time(19, 30)),
        ("19h30", time(19, 30)),
        ("1930", time(19, 30)),
        ("730", time(7, 30)),
        ("7 o'clock", time(7)),
        ("21.30 Uhr", time(21, 30)),
        ("21 uhr", time(21)),
        ("midnight", time(0)),
        ("Noon", time(12)),
        ("٧:٣٠", time(7, 30)),
        (" 23:59 ", time(23, 59)),
    ],
)
def test_read_clock_understands(text, clock):
    assert read_clock(text) == clock


@pytest.mark.parametrize(
    "text",
    [
        *("", "25:61", "24:30", "7:60", "7:5", "13pm", "0am", "19:30pm", "-7", "7:30:0", "2460"),
        *("99", "12345", "soon", "7 8", "7" + " " * 80, "1" * 4000),
    ],
)
def test_read_clock_refuses(text):
    with pytest.raises(BadInput) as refused:
        read_clock(text)

    assert refused.value.key == "clock_not_understood"


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_read_clock_reads_every_minute_of_the_day_in_four_spellings(at):
    for spelling in ("%H:%M", "%H.%M", "%H%M", "%I:%M %p"):
        assert read_clock(at.strftime(spelling)) == at


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("daily", EVERY_DAY),
        ("Every day", EVERY_DAY),
        ("mon-sun", EVERY_DAY),
        ("weekdays", {0, 1, 2, 3, 4}),
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("Monday to Friday", {0, 1, 2, 3, 4}),
        ("mon–wed", {0, 1, 2}),
        ("weekends", {5, 6}),
        ("weekdays, sat", {0, 1, 2, 3, 4, 5}),
        ("fri-mon", {4, 5, 6, 0}),
        ("sun - mon", {6, 0}),
        ("Mo, We, Fr", {0, 2, 4}),
        ("tue thu", {1, 3}),
        ("Tues & Thurs", {1, 3}),
        ("Mondays and weds", {0, 2}),
        ("mon/wed/fri", {0, 2, 4}),
        ("every monday", {0}),
        ("tue, tuesday, tue-tue", {1}),
    ],
)
def test_read_days_understands(text, days):
    assert read_days(text) == days


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", ",", "-", "mon-", "-mon", "mon--fri", "m", "t", "moon", "mon fri bananas", "7"),
        *("never", "mon-fri-", "mon " * 1000),
    ],
)
def test_read_days_refuses(text):
    with pytest.raises(BadInput) as refused:
        read_days(text)

    assert refused.value.key == "days_not_understood"


@given(st.frozensets(st.integers(0, 6), min_size=1), st.integers(2, 9))
def test_read_days_reads_any_days_written_out(days, letters):
    assert read_days(", ".join(WEEKDAYS[day][:letters] for day in days)) == days


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("2d 4h", timedelta(days=2, hours=4)),
        ("2 days and 4 hours", timedelta(days=2, hours=4)),
        ("3 days", timedelta(days=3)),
        ("1 week", timedelta(days=7)),
        ("1w2d", timedelta(days=9)),
        ("90 min", timedelta(minutes=90)),
        ("1H", timedelta(hours=1)),
        ("1.5h", timedelta(minutes=90)),
        ("a week", timedelta(days=7)),
        ("4h 2d", timedelta(days=2, hours=4)),
    ],
)
def test_read_duration_understands(text, length):
    assert read_duration(text) == length


@pytest.mark.parametrize(
    "text",
    ["", "0d", "2", "-2d", "1.5", "4 2", "2d 2d", "week", "tomorrow", "2 d ays", "9" * 50 + "d"],
)
def test_read_duration_refuses(text):
    with pytest.raises(BadInput) as refused:
        read_duration(text)

    assert refused.value.key == "duration_not_understood"
