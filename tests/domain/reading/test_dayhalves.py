"""Clock times without am or pm in fields that lie in one half of the day."""

from datetime import time

import pytest

from bot.domain.facts.errors import BadInput
from bot.domain.facts.kinds import PLAN_KINDS
from bot.domain.facts.settings import Kind, QuietHours
from bot.domain.timing.day_halves import read_bedtime, read_quiet, read_time_for, read_waking


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("10:30", time(22, 30)),
        ("10", time(22)),
        ("6", time(18)),
        ("12", time(0)),
        ("12:30", time(0, 30)),
        ("1", time(1)),
        ("11 o'clock", time(23)),
        ("10h", time(22)),
        ("22:30", time(22, 30)),
        ("10:30am", time(10, 30)),  # a night worker says so
        ("09:00", time(9)),
        ("0:30", time(0, 30)),
    ],
)
def test_bedtime_is_in_the_evening_or_soon_after_midnight(text, at):
    assert read_bedtime(text) == at


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("6:30", time(6, 30)),
        ("4", time(4)),
        ("11", time(11)),
        ("12", time(12)),
        ("2pm", time(14)),
        ("18:30", time(18, 30)),
    ],
)
def test_waking_is_in_the_morning(text, at):
    assert read_waking(text) == at


@pytest.mark.parametrize(
    ("start", "end", "quiet"),
    [
        ("10", "8", (22, 8)),
        ("10:00", "8:00", (22, 8)),
        ("11pm", "6", (23, 6)),
        ("22:00", "12", (22, 12)),
        ("12", "8", (0, 8)),
        ("22:00", "20:00", (22, 20)),  # in 24 hours it is what was meant
        ("8:00", "8:00", (8, 8)),  # none
        ("0:00", "0:00", (0, 0)),
    ],
)
def test_quiet_hours_are_those_of_a_night(start, end, quiet):
    assert read_quiet(start, end) == QuietHours(start=time(quiet[0]), end=time(quiet[1]))


@pytest.mark.parametrize(("start", "end"), [("6", "12"), ("6pm", "10"), ("5", "8"), ("10", "2")])
def test_quiet_hours_that_fit_no_night_are_asked_about(start, end):
    with pytest.raises(BadInput) as refused:
        read_quiet(start, end)
    assert refused.value.key == "clock_half_unclear"


@pytest.mark.parametrize(
    ("kind", "text", "at"),
    [
        (Kind.SLEEP, "10:30", time(22, 30)),
        (Kind.SLEEP, "10:30am", time(10, 30)),
        (Kind.FOAM_ROLL, "8", time(20)),
        (Kind.NEXT_SESSION, "9", time(9)),
        (Kind.HYDRATE, "6:30", time(18, 30)),
        (Kind.WALK, "12:30", time(12, 30)),
        (Kind.WALK, "7:30", time(7, 30)),
        (Kind.LEG_DAY, "5", time(17)),
        (Kind.LEG_DAY, "06:00", time(6)),
        (Kind.TEXT, "9:00", time(9)),
    ],
)
def test_a_reminder_comes_in_the_half_of_the_day_that_suits_its_kind(kind, text, at):
    assert read_time_for((kind,), text) == at


@pytest.mark.parametrize(
    ("kind", "text"), [(Kind.WALK, "7"), (Kind.FOAM_ROLL, "10"), (Kind.NEXT_SESSION, "8")]
)
def test_an_hour_that_fits_in_both_halves_or_in_none_is_asked_about(kind, text):
    with pytest.raises(BadInput) as refused:
        read_time_for((kind,), text)
    assert refused.value.key == "clock_half_unclear"


def test_one_time_for_every_kind_suits_them_all():
    assert read_time_for(PLAN_KINDS, "7") == time(19)


@pytest.mark.parametrize("kind", list(Kind))
def test_24_hours_are_taken_as_they_are_typed(kind):
    for hour in (*range(10), *range(13, 24)):
        assert read_time_for((kind,), f"{hour:02}:15") == time(hour, 15)
