"""Typed lines taken apart: named values, words, how long to wait."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox.prompt.lines import LineError, named, span, words

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday, 13:00 in Berlin


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("effort:8", {"effort": "8"}),
        ("EFFORT: 8  note:a b", {"effort": "8", "note": "a b"}),
        ("note:at 18:30 effort:8", {"note": "at 18:30", "effort": "8"}),
        ('note:"effort:9 is much"', {"note": "effort:9 is much"}),
        ("note:see https://e.x", {"note": "see https://e.x"}),
        ("how hard:8", {"how hard": "8"}),
    ],
)
def test_named_values_go_on_until_the_next_name(text, expected):
    assert named(text, ["effort", "note", "how hard", "hard"]) == expected


def test_named_value_is_given_once():
    with pytest.raises(LineError, match=r"^effort is given twice\.$"):
        named("effort:8 effort:9", ["effort"])


def test_words_hold_together_in_quotes():
    assert words('choose "Time zone"  Rome') == ["choose", "Time zone", "Rome"]


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8h", 8 * HOUR),
        ("2d 30m", 48.5 * HOUR),
        ("1.5 hours", 1.5 * HOUR),
        ("90s", HOUR / 40),
        ("1w", 168 * HOUR),
        ("400d", 9600 * HOUR),
        ("until mon 13:00", 168 * HOUR),
        ("until 13:30", HOUR / 2),
        ("until 13:00", 24 * HOUR),
        ("until 08:00", 19 * HOUR),
        ("until tue 13:00", 24 * HOUR),
        ("until Monday 12:00", 167 * HOUR),
    ],
)
def test_waiting_is_for_a_span_or_until_a_time_of_day(text, expected):
    assert span(text, NOW, ZoneInfo("Europe/Berlin")) == expected


def test_waiting_over_the_change_of_clocks_ends_at_the_time_on_the_wall():
    eve = datetime(2026, 3, 28, 19, tzinfo=UTC)  # 20:00; clocks go forward that night

    assert span("until 08:00", eve, ZoneInfo("Europe/Berlin")) == 11 * HOUR


@pytest.mark.parametrize("text", ["", "soon", "8", "until", "until noon", "until xxx 08:00"])
def test_waiting_for_nonsense_is_refused(text):
    with pytest.raises(LineError, match="Wait how long"):
        span(text, NOW, ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize("text", ["0s", "401d"])
def test_waiting_is_for_more_than_nothing_and_at_most_four_hundred_days(text):
    with pytest.raises(LineError, match=r"^That is not between a moment and 400 days\.$"):
        span(text, NOW, ZoneInfo("Europe/Berlin"))
