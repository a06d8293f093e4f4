"""Moments in members' words become the moment they mean, or are refused."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.facts.errors import BadInput, LegdayError, NeedsZone
from bot.domain.reading.moments import read_plan_time, read_until, read_when

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 9, 10, tzinfo=UTC)  # Monday 10:10 in Berlin

WORDS = (
    *("2h", "ago", "in", "yesterday", "tomorrow", "mon", "last", "next", "night", "at", "7", "pm"),
    *("18:30", "20.11.", "11/20", "2026-11-20", "3 days", "half an hour", "noon", "nov", "9999w"),
    *("25:61", "31.02.", "this", "morning", "-", "1e9", "٣", "now", "00:00", "T", "Z", "EST"),
)
SAID = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join) | st.text(max_size=70)


def in_berlin(moment: datetime) -> str:
    return moment.astimezone(BERLIN).strftime("%a %d %b %H:%M")


@pytest.mark.parametrize(
    ("text", "ago"),
    [
        (None, timedelta()),
        ("", timedelta()),
        ("  ", timedelta()),
        ("Now", timedelta()),
        ("2h ago", timedelta(hours=2)),
        ("2h", timedelta(hours=2)),
        ("2 H AGO", timedelta(hours=2)),
        ("٢h ago", timedelta(hours=2)),
        ("90 min ago", timedelta(minutes=90)),
        ("90m", timedelta(minutes=90)),
        ("1h30m ago", timedelta(minutes=90)),
        ("1h30 ago", timedelta(minutes=90)),
        ("1h30", timedelta(minutes=90)),
        ("1h 30", timedelta(minutes=90)),
        ("about 1:30 ago", timedelta(minutes=90)),
        ("12h30 ago", timedelta(hours=12.5)),
        ("a quarter of an hour ago", timedelta(minutes=15)),
        ("three quarters of an hour ago", timedelta(minutes=45)),
        ("2 huors ago", timedelta(hours=2)),
        ("1.5h ago", timedelta(minutes=90)),
        ("1,5 hours ago", timedelta(minutes=90)),
        ("an hour and a half ago", timedelta(minutes=90)),
        ("one and a half hours ago", timedelta(minutes=90)),
        ("half an hour ago", timedelta(minutes=30)),
        ("an hour ago", timedelta(hours=1)),
        ("about two hours ago", timedelta(hours=2)),
        ("a couple of hours ago", timedelta(hours=2)),
        ("3 days ago", timedelta(days=3)),
        ("1 day and 2 hours ago", timedelta(hours=26)),
        ("a week ago", timedelta(days=7)),
        ("4 weeks", timedelta(days=28)),
    ],
)
@pytest.mark.parametrize("zone", [None, BERLIN])
def test_read_when_takes_elapsed_time_with_or_without_a_zone(text, ago, zone):
    assert read_when(text, now=NOW, zone=zone) == NOW - ago


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("yesterday 18:30", "Sun 22 Nov 18:30"),
        ("18:30 yesterday", "Sun 22 Nov 18:30"),
        ("Yesterday at 6.30 pm", "Sun 22 Nov 18:30"),
        ("yesterday at 6 in the evening", "Sun 22 Nov 18:00"),
        ("yesterday evening", "Sun 22 Nov 19:00"),
        ("yesterday", "Sun 22 Nov 12:00"),
        ("day before yesterday", "Sat 21 Nov 12:00"),
        ("this morning", "Mon 23 Nov 08:00"),
        ("today", "Mon 23 Nov 10:10"),
        ("today 7am", "Mon 23 Nov 07:00"),
        ("evening", "Sun 22 Nov 19:00"),
        ("last night", "Sun 22 Nov 21:00"),
        ("last night at 11", "Sun 22 Nov 23:00"),
        ("last night at 1", "Mon 23 Nov 01:00"),
        ("last night at midnight", "Mon 23 Nov 00:00"),
        ("noon", "Sun 22 Nov 12:00"),
        ("midnight", "Mon 23 Nov 00:00"),
        ("18:30", "Sun 22 Nov 18:30"),
        ("10:10", "Mon 23 Nov 10:10"),
        ("10:11", "Mon 23 Nov 10:11"),
        ("10:12", "Sun 22 Nov 10:12"),
        ("18.30", "Sun 22 Nov 18:30"),
        ("1830", "Sun 22 Nov 18:30"),
        ("18h30", "Sun 22 Nov 18:30"),
        ("18.30 Uhr", "Sun 22 Nov 18:30"),
        ("yesterday 18:30 Uhr", "Sun 22 Nov 18:30"),
        ("20.11. 19 Uhr", "Fri 20 Nov 19:00"),
        ("20.11 19 Uhr", "Fri 20 Nov 19:00"),
        ("7 o'clock", "Mon 23 Nov 07:00"),
        ("yesterday at 1h30", "Sun 22 Nov 01:30"),
        ("yesteday 18:30", "Sun 22 Nov 18:30"),
        ("ystrday evning", "Sun 22 Nov 19:00"),
        ("wendsday 7pm", "Wed 18 Nov 19:00"),
        ("7pm", "Sun 22 Nov 19:00"),
        ("at 7", "Mon 23 Nov 07:00"),
        ("mon 7pm", "Mon 16 Nov 19:00"),
        ("Monday, 7 am", "Mon 23 Nov 07:00"),
        ("monday", "Mon 23 Nov 10:10"),
        ("last monday", "Mon 16 Nov 12:00"),
        ("last mon 18:30", "Mon 16 Nov 18:30"),
        ("on sat morning", "Sat 21 Nov 08:00"),
        ("sun", "Sun 22 Nov 12:00"),
        ("2026-11-20 18:30", "Fri 20 Nov 18:30"),
        ("2026-11-20T18:30:00", "Fri 20 Nov 18:30"),
        ("2026-11-20T18:30:00Z", "Fri 20 Nov 19:30"),
        ("20.11. 18:30", "Fri 20 Nov 18:30"),
        ("20.11 18:30", "Fri 20 Nov 18:30"),
        ("20.11.26", "Fri 20 Nov 12:00"),
        ("20/11 6pm", "Fri 20 Nov 18:00"),
        ("11/20 6pm", "Fri 20 Nov 18:00"),
        ("nov 20 6pm", "Fri 20 Nov 18:00"),
        ("20th of November", "Fri 20 Nov 12:00"),
        ("fri 13 nov", "Fri 13 Nov 12:00"),
        ("3 days ago at 18:30", "Fri 20 Nov 18:30"),
        ("ten days ago", "Fri 13 Nov 10:10"),
        ("a fortnight ago", "Mon 09 Nov 10:10"),
    ],
)
def test_read_when_takes_the_latest_moment_the_words_can_mean(text, moment):
    assert in_berlin(read_when(text, now=NOW, zone=BERLIN)) == moment


def test_read_when_takes_this_morning_before_its_usual_hour_as_now():
    at_six = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)

    assert read_when("this morning", now=at_six, zone=BERLIN) == at_six


def test_read_when_finds_last_years_date_in_january():
    january = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)

    moment = read_when("29.12. 18:30", now=january, zone=BERLIN)

    assert moment == datetime(2026, 12, 29, 17, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("in 30 minutes", "in_the_future"),
        ("30 minutes from now", "in_the_future"),
        ("tomorrow", "in_the_future"),
        ("tomorrow 7am", "in_the_future"),
        ("tonight", "in_the_future"),
        ("this evening", "in_the_future"),
        ("today 18:30", "in_the_future"),
        ("next monday", "in_the_future"),
        ("in a fortnight", "in_the_future"),
        ("2026-11-24", "in_the_future"),
        ("2 minutes from now", "in_the_future"),
        ("31 days ago", "too_long_ago"),
        ("2026-10-01 18:30", "too_long_ago"),
        ("1 sep", "too_long_ago"),
        ("9999w 9999w 9999w 9999w 9999w 9999w 9999w 9999w 9999w", "too_long_ago"),
        ("squat", "when_not_understood"),
        ("7", "when_not_understood"),
        ("25:61", "when_not_understood"),
        ("31.02.", "when_not_understood"),
        ("fri 19 nov", "when_not_understood"),
        ("yesterday tomorrow", "when_not_understood"),
        ("18:30 19:30", "when_not_understood"),
        ("9999-12-31", "when_not_understood"),
        ("!!!", "when_not_understood"),
        ("2h ago " * 20, "when_not_understood"),
        (" " * 100 + "2h ago", "when_not_understood"),
    ],
)
def test_read_when_refuses(text, key):
    with pytest.raises(BadInput) as refused:
        read_when(text, now=NOW, zone=BERLIN)

    assert refused.value.key == key


def test_read_when_keeps_the_limits_of_an_entry():
    assert read_when("30 days ago", now=NOW, zone=None) == NOW - timedelta(days=30)
    assert read_when("in 1 minute", now=NOW, zone=None) == NOW + timedelta(minutes=1)


def test_read_when_repeats_only_the_beginning_of_a_long_text():
    with pytest.raises(BadInput) as refused:
        read_when("x\u202e" * 2000, now=NOW, zone=BERLIN)

    assert refused.value.values == {"text": "x" * 79 + "…"}


def test_read_when_repeats_what_was_typed_and_not_what_it_made_of_it():
    with pytest.raises(BadInput) as refused:
        read_when("yesteday gym", now=NOW, zone=BERLIN)

    assert refused.value.values == {"text": "yesteday gym"}


@pytest.mark.parametrize("text", ["yesterday 18:30", "this morning", "18:30", "mon", "last week"])
def test_read_when_needs_a_zone_for_the_clock(text):
    with pytest.raises(NeedsZone) as refused:
        read_when(text, now=NOW, zone=None)

    assert refused.value.key == "when_needs_zone"


@pytest.mark.parametrize("read", [read_when, read_plan_time])
def test_nonsense_does_not_ask_for_a_zone(read):
    with pytest.raises(BadInput):
        read("squat", now=NOW, zone=None)


@pytest.mark.parametrize(
    ("now", "text", "moment"),
    [
        # New York skips 02:00-03:00 on 8 March 2026 and repeats 01:00-02:00 on 1 November.
        ("2026-03-08T18:00", "02:30", "2026-03-08T07:00"),
        ("2026-11-01T18:00", "01:30", "2026-11-01T06:30"),
        ("2026-11-01T06:10", "01:30", "2026-11-01T05:30"),
        ("2026-11-01T05:10", "01:30", "2026-10-31T05:30"),
        ("2026-03-09T18:00", "24 hours ago", "2026-03-08T18:00"),
        ("2026-03-08T18:00", "yesterday 12:00", "2026-03-07T17:00"),
    ],
)
def test_read_when_crosses_clock_changes(now, text, moment):
    at = read_when(text, now=datetime.fromisoformat(now + "Z"), zone=NEW_YORK)

    assert at == datetime.fromisoformat(moment + "Z")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (None, "Mon 23 Nov 10:10"),
        ("in 2h", "Mon 23 Nov 12:10"),
        ("in 1h30", "Mon 23 Nov 11:40"),
        ("in 1:30", "Mon 23 Nov 11:40"),
        ("1h30", "Mon 23 Nov 11:40"),
        ("tommorow 7am", "Tue 24 Nov 07:00"),
        ("tomorrow 18.30 Uhr", "Tue 24 Nov 18:30"),
        ("2h", "Mon 23 Nov 12:10"),
        ("tomorrow 7am", "Tue 24 Nov 07:00"),
        ("tomorrow", "Tue 24 Nov 12:00"),
        ("tomorrow morning", "Tue 24 Nov 08:00"),
        ("tonight", "Mon 23 Nov 21:00"),
        ("18:30", "Mon 23 Nov 18:30"),
        ("9am", "Tue 24 Nov 09:00"),
        ("mon 7am", "Mon 30 Nov 07:00"),
        ("mon 7pm", "Mon 23 Nov 19:00"),
        ("next fri", "Fri 27 Nov 12:00"),
        ("25.11. 6:00", "Wed 25 Nov 06:00"),
        ("in 2 days at 7am", "Wed 25 Nov 07:00"),
        ("day after tomorrow 6am", "Wed 25 Nov 06:00"),
    ],
)
def test_read_plan_time_takes_the_next_moment_the_words_can_mean(text, moment):
    assert in_berlin(read_plan_time(text, now=NOW, zone=BERLIN)) == moment


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2h ago", "already_past"),
        ("yesterday", "already_past"),
        ("today 7am", "already_past"),
        ("last monday", "already_past"),
        ("in 8 days", "too_far_ahead"),
        ("2026-12-24", "too_far_ahead"),
        ("squat", "plan_not_understood"),
    ],
)
def test_read_plan_time_refuses(text, key):
    with pytest.raises(BadInput) as refused:
        read_plan_time(text, now=NOW, zone=BERLIN)

    assert refused.value.key == key


def test_read_plan_time_takes_the_first_copy_of_a_repeated_hour_that_is_still_ahead():
    first, second = (datetime(2026, 11, 1, hour, 30, tzinfo=UTC) for hour in (5, 6))

    assert read_plan_time("01:30", now=first - timedelta(hours=1), zone=NEW_YORK) == first
    assert read_plan_time("01:30", now=first + timedelta(minutes=5), zone=NEW_YORK) == second


def test_read_until_reaches_a_year_ahead():
    assert read_until("3 weeks", now=NOW, zone=None) == NOW + timedelta(weeks=3)
    assert in_berlin(read_until("24.12. 18:00", now=NOW, zone=BERLIN)) == "Thu 24 Dec 18:00"
    assert in_berlin(read_until("13/12 18:00", now=NOW, zone=BERLIN)) == "Sun 13 Dec 18:00"
    with pytest.raises(BadInput):
        read_until("400 days", now=NOW, zone=None)
    with pytest.raises(BadInput):  # the first of December, or the twelfth of January
        read_until("1/12 18:00", now=NOW, zone=BERLIN)


@given(SAID, st.sampled_from([None, BERLIN, NEW_YORK]), st.datetimes(timezones=st.just(UTC)))
@example("mon 7pm", BERLIN, datetime(2026, 3, 29, 1, 0, tzinfo=UTC))
def test_whatever_is_said_is_a_moment_in_reach_or_a_clear_refusal(text, zone, now):
    now = now.replace(year=2000 + now.year % 100, day=min(now.day, 28))

    for read, back, ahead in (
        (read_when, timedelta(days=30), timedelta(minutes=1)),
        (read_plan_time, timedelta(minutes=1), timedelta(days=7)),
    ):
        try:
            at = read(text, now=now, zone=zone)
        except LegdayError:
            continue
        assert now - back <= at <= now + ahead
        assert at.tzinfo is UTC
