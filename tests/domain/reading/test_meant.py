"""Whatever is typed is read as meant, asked about or refused; never as a number nobody typed."""

import re
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts.errors import LegdayError
from bot.domain.facts.settings import DistanceUnit
from bot.domain.reading import exercises, zones
from bot.domain.reading.clock_times import read_clock
from bot.domain.reading.distances import read_distance
from bot.domain.reading.moments import read_plan_time, read_until, read_when
from bot.domain.reading.numbers import read_hours, read_minutes, read_score
from bot.domain.reading.weekdays import WEEKDAYS, read_days

NOW = datetime(2026, 11, 28, 13, 40, tzinfo=UTC)
BERLIN = zones.zone("Europe/Berlin")
NOISE = st.sampled_from(
    (
        *("", " easy", " felt strong", " belt", " (70%)", " rest 90s", " tempo 3-1-1", " x", " 7"),
        *(" 3-5", " and", ", 12", " 1/2", " @", " kg", " lol", " 2 plates", " warm-up", " each"),
        " :30",
    )
)
NAMES = st.sampled_from(["squat", "rdl", "leg press", "lunges", "calf raise", "front squat"])


@st.composite
def lines(draw):
    """A line of a log, its sets, reps and load."""
    sets, reps, load = (
        draw(st.integers(1, 10)),
        draw(st.integers(1, 20)),
        draw(st.integers(40, 250)),
    )
    name = draw(NAMES)
    shape = draw(
        st.sampled_from(
            (
                *("{n} {s}x{r} {l}kg", "{s}x{r} {n} {l}kg", "{n} {l}kg {s}x{r}"),
                *("{n} {s} sets of {r} {l}kg", "{n}: {s} x {r} @ {l}kg"),
                *("{n} {s} sets, {r} reps, {l}kg", "{n} {l}kg x {r} x {s}"),
            )
        )
    )
    return shape.format(n=name, s=sets, r=reps, l=load), (sets, reps, load)


@given(lines())
def test_a_well_formed_line_is_read_as_it_is_meant(line):
    text, (sets, reps, load) = line

    (read,) = exercises.parse(text, unit="kg").sets

    assert (read.sets, read.reps, read.load_kg) == (sets, reps, load)


@given(lines(), NOISE, st.sampled_from(["", "and ", "heavy ", "3 "]))
def test_a_line_with_noise_is_read_as_meant_or_asked_about(line, behind, before):
    text, meant = line

    reading = exercises.parse(f"{before}{text}{behind}", unit="kg")

    first = [(read.sets, read.reps, read.load_kg) for read in reading.sets[:1]]
    typed = {float(number) for number in re.findall(r"\d+", f"{before}{text}{behind}")}
    assert first in ([], [meant]) or reading.unread or not (set(first[0]) - typed - {1})


@given(st.lists(st.integers(1, 20), min_size=3, max_size=6), st.sampled_from([",", "/", "-", ", "]))
def test_a_list_of_reps_is_read_set_by_set_or_not_at_all(reps, gap):
    reading = exercises.parse(f"squat 100kg {gap.join(map(str, reps))}", unit="kg")

    read = [line.reps for line in reading.sets for _ in range(line.sets or 0)]
    assert read == reps or (not read and reading.unread)


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_clock_time_is_read_to_the_minute(hour, minute):
    twelve, half = hour % 12 or 12, "ap"[hour >= 12]
    for text in (
        f"{hour:02}:{minute:02}",
        f"{hour:02}.{minute:02} Uhr",
        f"{hour:02}h{minute:02}",
        f"{hour:02}{minute:02} hrs",
        f"{twelve}:{minute:02}{half}",
        f"{twelve}.{minute:02} {half}m",
        f"{twelve}{minute:02}{half}m",
        f"{twelve} {minute:02} {half}.m.",
        f"{hour:02}:{minute:02}:00",
    ):
        assert (read_clock(text).hour, read_clock(text).minute) == (hour, minute), text


@given(st.integers(1, 47), st.integers(0, 59), st.sampled_from(["", "about ", "like ", "~"]))
def test_elapsed_time_is_read_to_the_minute(hours, minutes, hedge):
    ago = timedelta(hours=hours, minutes=minutes)
    for text in (f"{hours}h {minutes}m ago", f"{hours} hours and {minutes} minutes ago"):
        assert NOW - read_when(hedge + text, now=NOW, zone=None) == ago


WORDS = st.lists(
    st.sampled_from(
        (
            *("yesterday", "friday", "tonight", "last", "night", "morning", "5", "18:30", "6pm"),
            *("3-5", "5.11", "27/11", "nov", "2", "hours", "ago", "in", "half", "past", "to"),
            *("quarter", "1/2", "½", "the", "27th", "EST", "week", "x", "km", "min", "8x400m"),
            *("and", "a", "mon", "-"),
        )
    ),
    max_size=6,
).map(" ".join)


@given(WORDS)
def test_no_reader_fails_and_no_moment_is_out_of_reach(text):
    for read, back, ahead in ((read_when, 30, 0), (read_plan_time, 0, 7), (read_until, 0, 366)):
        try:
            at = read(text or "now", now=NOW, zone=BERLIN)
        except LegdayError:
            continue
        assert -timedelta(days=back, minutes=1) <= at - NOW <= timedelta(days=ahead, minutes=1)


@given(WORDS | st.text(max_size=40))
def test_numbers_are_read_or_refused(text):
    for read in (
        lambda: read_score("effort", text),
        lambda: read_minutes("minutes", text),
        lambda: read_hours(text),
        lambda: read_distance(text, DistanceUnit.KM),
        lambda: exercises.parse(text, unit="kg"),
        lambda: zones.read_zone(text, now=NOW),
    ):
        try:
            read()
        except LegdayError:
            continue


@given(st.frozensets(st.integers(0, 6), min_size=1, max_size=6))
def test_all_days_but_some_are_the_others(days):
    named = " and ".join(WEEKDAYS[day][:3] for day in sorted(days))

    assert read_days(f"every day except {named}") == frozenset(range(7)) - days
