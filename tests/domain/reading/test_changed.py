"""A new time for what was logged: what the words leave unsaid stays as it is in the entry."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts.errors import BadInput, NeedsZone
from bot.domain.reading.moments import read_changed
from bot.texts.times import typed

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 1, 20, 12, tzinfo=BERLIN)  # a Sunday
ENTRY = datetime(2026, 2, 27, 18, 0, 17, tzinfo=BERLIN)  # Friday


def changed(text, entry=ENTRY, now=NOW, zone=BERLIN):
    return read_changed(text, entry=entry, now=now, zone=zone).astimezone(BERLIN)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("19:00", "2026-02-27 19:00"),
        ("7pm", "2026-02-27 19:00"),
        ("at 19", "2026-02-27 19:00"),
        ("noon", "2026-02-27 12:00"),
        ("morning", "2026-02-27 08:00"),
        ("in the evening", "2026-02-27 19:00"),
        ("19:30 in the evening", "2026-02-27 19:30"),
        ("26 feb", "2026-02-26 18:00"),
        ("26.2.", "2026-02-26 18:00"),
        ("2/26", "2026-02-26 18:00"),
        ("2026-02-26", "2026-02-26 18:00"),
        ("thursday", "2026-02-26 18:00"),
        ("sat", "2026-02-28 18:00"),  # the one next to the entry
        ("thu evening", "2026-02-26 19:00"),
        ("26 feb 7am", "2026-02-26 07:00"),
        ("yesterday", "2026-02-28 18:00"),
        ("yesterday 19:00", "2026-02-28 19:00"),
        ("today", "2026-03-01 18:00"),
        ("today 7am", "2026-03-01 07:00"),
        ("last night", "2026-02-28 21:00"),
        ("2h ago", "2026-03-01 18:12"),
        ("now", "2026-03-01 20:12"),
        ("yesteday 19:00", "2026-02-28 19:00"),
    ],
)
def test_half_a_moment_keeps_the_other_half_of_the_entry(text, moment):
    assert changed(text).strftime("%Y-%m-%d %H:%M") == moment


@pytest.mark.parametrize("text", [None, "", "  ", "27 Feb 2026 18:00", "18:00", "27 feb", "fri"])
def test_the_time_that_it_has_leaves_the_entry_as_it_is_to_the_second(text):
    assert changed(text) == ENTRY


def test_an_entry_of_long_ago_keeps_its_time_but_takes_no_other_that_is_too_old():
    old = NOW - timedelta(days=40)

    assert changed(typed(old, BERLIN), old) == old
    with pytest.raises(BadInput) as refused:
        changed("7am", old)
    assert refused.value.key == "too_long_ago"


def test_a_clock_time_is_refused_where_the_entrys_day_puts_it_in_the_future():
    with pytest.raises(BadInput) as refused:
        changed("23:00", NOW - timedelta(hours=2))
    assert refused.value.key == "in_the_future"


def test_a_new_clock_time_needs_a_zone():
    with pytest.raises(NeedsZone):
        changed("19:00", zone=None)
    assert changed("2h ago", zone=None) == NOW - timedelta(hours=2)


@given(st.integers(0, 40 * 24 * 3600), st.sampled_from(["Europe/Berlin", "America/St_Johns"]))
def test_what_the_form_is_filled_with_changes_nothing(seconds, name):
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)  # both zones set their clocks back before
    entry, zone = now - timedelta(seconds=seconds), ZoneInfo(name)

    assert read_changed(typed(entry, zone), entry=entry, now=now, zone=zone) == entry
