"""What lifters write is read as they meant it, or asked about."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.facts.settings import MassUnit
from bot.domain.facts.training import MAX_EXERCISES, ExerciseSet
from bot.domain.reading.exercise_lines import Guess
from bot.domain.reading.exercise_names import catalogue, display_name
from bot.domain.reading.exercises import LONGEST_LINE, Reading, notation, parse

NUMBER_PIECES = (
    *("5x5", "3x8", "100", "80kg", "200 lb", "@8", "@8.5", "RPE 9", "2 RIR", "RIR 1-2", "bw"),
    *("4 sets of 12", "3xAMRAP", "to failure", "100x5x3", "8-12", "5 reps", "45s", "%", "1e9"),
)
NAME_PIECES = (
    *("squat", "sqat", "rdl", "leg press", "lunges", "bench", "foo", "and", "to", "x", "sets"),
    *("clean and jerk", "rpe", "bw", "приседания", "🏋️", "ﷺ", "١"),
)
SEPARATORS = (" ", " ", " ", ", ", ",", "; ", "\n", " + ", "+", " - ", ": ", ".", "@", "x", "(", "")
LIFTERS_TEXT = st.lists(st.sampled_from(NUMBER_PIECES + NAME_PIECES + SEPARATORS), max_size=14).map(
    "".join
)


def one(
    name: str,
    sets: int | None = None,
    reps: int | None = None,
    load_kg: float | None = None,
    rpe: float | None = None,
    unit: MassUnit = MassUnit.KG,
) -> ExerciseSet:
    typed = None if load_kg is None else unit
    return ExerciseSet(name=name, sets=sets, reps=reps, load_kg=load_kg, load_unit=typed, rpe=rpe)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("squat 5x5 100kg @8", one("squat", 5, 5, 100.0, 8.0)),
        ("3x8 RDL 80", one("romanian_deadlift", 3, 8, 80.0)),
        ("rdl 3x8 80", one("romanian_deadlift", 3, 8, 80.0)),
        ("lunges 3x20", one("lunge", 3, 20)),
        ("leg press 4 sets of 12 200 lb RPE 9", one("leg_press", 4, 12, 90.72, 9.0, MassUnit.LB)),
        ("squat 5 x 5 x 100", one("squat", 5, 5, 100.0)),
        ("squats 100x5x5", one("squat", 5, 5, 100.0)),
        ("squat 225x5x3", one("squat", 3, 5, 225.0)),
        ("squat 3x5x100", one("squat", 3, 5, 100.0)),
        ("squat 20kg x 5 x 8", one("squat", 8, 5, 20.0)),
        ("squat 8x5x5kg", one("squat", 8, 5, 5.0)),
        ("squat 100x5", one("squat", 1, 5, 100.0)),
        ("squat 30kgx5", one("squat", 1, 5, 30.0)),
        ("5x5@100 squat", one("squat", 5, 5, 100.0)),
        ("squat 5x5 @ 100 lbs", one("squat", 5, 5, 45.36, None, MassUnit.LB)),
        ("squat 5x5 102,5kg", one("squat", 5, 5, 102.5)),
        ("squat 5x5 @8,5", one("squat", 5, 5, None, 8.5)),
        ("squat 5x5 1,000 lb", one("squat", 5, 5, 453.59, None, MassUnit.LB)),
        ("squat 5x5 @8.5", one("squat", 5, 5, None, 8.5)),
        ("squat 5x5 RPE7-8", one("squat", 5, 5, None, 8.0)),
        ("squat 5x5 8 rpe", one("squat", 5, 5, None, 8.0)),
        ("squat 5x5 2 RIR", one("squat", 5, 5, None, 8.0)),
        ("squat 5x5 RIR 1-2", one("squat", 5, 5, None, 9.0)),
        ("squat 5x5 @2rir", one("squat", 5, 5, None, 8.0)),
        ("squat 5x5 bw", one("squat", 5, 5)),
        ("bodyweight squat 3x20", one("air_squat", 3, 20)),
        ("pull ups bw + 20 3x5", one("pull_up", 3, 5, 20.0)),
        ("squat 3 x 10-12", one("squat", 3, 12)),
        ("squat 3x8–10", one("squat", 3, 10)),
        ("calf raise 3xAMRAP", one("standing_calf_raise", 3, None, None, 10.0)),
        ("leg ext 3 sets to failure", one("leg_extension", 3, None, None, 10.0)),
        ("leg curl 3x12 to failure", one("leg_curl", 3, 12, None, 10.0)),
        ("wall sit 3x45s", one("wall_sit", 3)),
        ("walking lunges 3x20m 20kg", one("walking_lunge", 3, None, 20.0)),
        ("split squat 3x10 each leg 20kg", one("split_squat", 3, 10, 20.0)),
        ("bss 3x10/leg 20kg DBs", one("bulgarian_split_squat", 3, 10, 20.0)),
        ("BSS 3x12 2x20kg", one("bulgarian_split_squat", 3, 12, 40.0)),
        ("bss 3x10 20kg each hand", one("bulgarian_split_squat", 3, 10, 20.0)),
        ("step-ups 3x10 w/ 16kg kb", one("step_up", 3, 10, 16.0)),
        ("squats 5x5 at 100 kilograms", one("squat", 5, 5, 100.0)),
        ("squat 1RM 180kg", one("squat", 1, 1, 180.0)),
        ("squats 5 sets, 5 reps, 100kg", one("squat", 5, 5, 100.0)),
        ("squat 100kg for 5 reps, 5 sets", one("squat", 5, 5, 100.0)),
        ("3 sets of squats, 10 reps each", one("squat", 3, 10)),
        ("squat 5x5, 100", one("squat", 5, 5, 100.0)),
        ("squat 100kg, 5x5, @8", one("squat", 5, 5, 100.0, 8.0)),
        ("Squat:\n5x5 100kg", one("squat", 5, 5, 100.0)),
        ("squats x20", one("squat", 1, 20)),
        ("squats 50 reps", one("squat", 1, 50)),
        ("squat: 5x5 - 100kg - RPE 8", one("squat", 5, 5, 100.0, 8.0)),
        ("３×８ squat", one("squat", 3, 8)),
        ("٣x٨ squat", one("squat", 3, 8)),
        ("squat 3х8", one("squat", 3, 8)),
        ("🏋️ squat 5x5 💪", one("squat", 5, 5)),
        ("- Squat 5x5", one("squat", 5, 5)),
        ("1) squat 5x5", one("squat", 5, 5)),
        ("A1: squat 5x5", one("squat", 5, 5)),
        ("45° leg press 3x10 100", one("leg_press", 3, 10, 100.0)),
        ("clean and jerk 5x3 60", one("power_clean", 5, 3, 60.0)),
        ("bench 5x5 80", one("bench_press", 5, 5, 80.0)),
        ("my odd machine 3x12 40", one("my odd machine", 3, 12, 40.0)),
        ("приседания 3х8 100", one("приседания", 3, 8, 100.0)),
        ("squat 30x200 600kg @10", one("squat", 30, 200, 600.0, 10.0)),
        ("squat 1x1 0kg @1", one("squat", 1, 1, 0.0, 1.0)),
    ],
)
def test_parse_reads_one_exercise(text, read):
    assert parse(text, unit="kg") == Reading(sets=(read,))


def test_parse_takes_bare_numbers_in_the_members_unit():
    pounds = one("squat", 5, 5, 102.06, None, MassUnit.LB)
    assert parse("squat 5x5 225", unit="lb").sets == (pounds,)
    assert parse("squat 5x5 100kg", unit="lb").sets == (one("squat", 5, 5, 100.0),)


@pytest.mark.parametrize(
    "text",
    [
        "squat 5x5 100, rdl 3x8 80",
        "squat 5x5 100,rdl 3x8 80",
        "squat 5x5 100;rdl 3x8 80",
        "squat 5x5 100\n\n- rdl 3x8 80\n",
        "superset: squat 5x5 100 + rdl 3x8 80",
        "squat 5x5 100+rdl 3x8 80",
        "squat 5x5 100 and rdl 3x8 80",
        "5x5 squat 100 then 3x8 rdl 80",
        "squat 5x5 100, then rdl 3x8 80",
        "5x5 squat 100 & 3x8 rdl 80",
        "squat 5x5 100\nand rdl 3x8 80",
    ],
)
def test_parse_knows_the_separators(text):
    read = (one("squat", 5, 5, 100.0), one("romanian_deadlift", 3, 8, 80.0))

    assert parse(text, unit="kg") == Reading(sets=read)


def test_parse_continues_the_exercise_before():
    reading = parse("squat 5x5 100, 1x3 120; lunge 3x10", unit="kg")

    assert reading == Reading(
        sets=(one("squat", 5, 5, 100.0), one("squat", 1, 3, 120.0), one("lunge", 3, 10))
    )


def test_parse_takes_a_small_lone_number_for_no_load():
    reading = parse("squat 1x5, 5, 5", unit="kg")

    assert reading == Reading(sets=(one("squat", 1, 5),), unread=("5", "5"))


def test_parse_does_not_continue_what_it_did_not_read():
    reading = parse("squat 5x5, lunges lots, 3x8 60kg", unit="kg")

    assert reading == Reading(sets=(one("squat", 5, 5),), unread=("lunges lots", "3x8 60kg"))


@pytest.mark.parametrize(
    "text",
    [
        "squat 100",
        "5x5",
        "squat 31x5",
        "squat 0x5",
        "squat 5x0",
        "squat 5x201",
        "squat 5x5.5",
        "squat 5x5 600.5kg",
        "squat 5x5 1400 lb",
        "squat 5x5 99999kg",
        "squat 5x5 RPE 11",
        "squat 5x5 RPE 0",
        "squat 5x5 @11",
        "squat 5x5 RIR 10",
        "squat 5x5 100kg 80kg",
        "squat 5x5 3x8",
        "squat 5x5 @8 @9",
        "squat 5x5x5",
        "squat 5x100kg",
        "squat 2x100kg",
        "squat 3x12-8",
        "squat 3x5-100",
        "squat 5x5 100-110kg",
        "3x8 " + "x" * 41,
        "squat 5x5 " + "very " * 40,
        "12345678901234567890",
    ],
)
def test_parse_asks_about_what_it_does_not_understand(text):
    assert parse(text, unit="kg") == Reading(unread=(text.strip(),))


def test_parse_reads_the_rest_around_what_it_does_not_understand():
    reading = parse("squat 5x5, leg press lots, lunges 3x10", unit="kg")

    assert reading == Reading(
        sets=(one("squat", 5, 5), one("lunge", 3, 10)), unread=("leg press lots",)
    )


@pytest.mark.parametrize("text", ["", "   ", "\n,;+\n", "\u200b", "🏋️", "---"])
def test_parse_finds_nothing_in_nothing(text):
    assert parse(text, unit="kg") == Reading()


def test_parse_says_which_slips_it_mended():
    reading = parse("sqat 5x5, dedlift 3x3, Romainian deadlift 3x8", unit="kg")

    assert [line.name for line in reading.sets] == ["squat", "deadlift", "romanian_deadlift"]
    assert reading.guesses == (
        Guess(typed="sqat", taken="Squat"),
        Guess(typed="dedlift", taken="Deadlift"),
        Guess(typed="Romainian deadlift", taken="Romanian deadlift"),
    )


def test_parse_reads_twenty_exercises_and_asks_about_the_others():
    reading = parse(", ".join(["squat 5x5"] * (MAX_EXERCISES + 2)), unit="kg")

    assert reading == Reading(
        sets=(one("squat", 5, 5),) * MAX_EXERCISES, unread=("squat 5x5", "squat 5x5")
    )


@pytest.mark.parametrize("text", ["squat 5x5, " * 400, "ﷺ" * 400])
def test_parse_asks_about_a_text_that_is_too_long(text):
    reading = parse(text, unit="kg")

    assert reading.sets == ()
    assert [len(piece) for piece in reading.unread] == [LONGEST_LINE]


def test_notation_is_what_lifters_write():
    sets = (
        one("squat", 5, 5, 102.5, 8.5),
        ExerciseSet(name="leg_press", sets=4, reps=12, load_kg=90.72),
        one("leg_press", 4, 12, 90.72, None, MassUnit.LB),
        one("calf thing", 3, None, None, 10.0),
    )

    assert notation(sets, "kg") == (
        "Squat 5x5 102.5kg @8.5, Leg press 4x12 90.72kg, Leg press 4x12 200lb, "
        "calf thing 3 sets @10"
    )
    assert notation(sets[1:2], "lb") == "Leg press 4x12 200lb"


KNOWN_SETS = st.builds(
    one,
    name=st.sampled_from([exercise.key for exercise in catalogue()]),
    sets=st.integers(1, 30),
    reps=st.none() | st.integers(1, 200),
    unit=st.sampled_from(MassUnit),
    load_kg=st.none() | st.integers(0, 60_000).map(lambda grams10: grams10 / 100),
    rpe=st.none() | st.integers(100, 1000).map(lambda hundredths: hundredths / 100),
)


NAMES_ALONE = st.builds(
    one,
    name=st.sampled_from([exercise.key for exercise in catalogue()]),
    load_kg=st.none() | st.integers(0, 60_000).map(lambda grams10: grams10 / 100),
    unit=st.sampled_from(MassUnit),
)


@given(
    st.lists(KNOWN_SETS | NAMES_ALONE, max_size=MAX_EXERCISES).map(tuple),
    st.sampled_from(["kg", "lb"]),
)
@example((one("squat", 5, 5, 100.0, 8.0),), "lb")
def test_notation_reads_back_as_the_same_sets(sets, unit):
    assert parse(notation(sets, unit), unit=unit) == Reading(sets=sets)


@given(LIFTERS_TEXT | st.text(max_size=60), st.sampled_from(["kg", "lb"]))
@example("3x5 foo rpe", "kg")
@example("foo@ 3x5", "kg")
@example("3x5 foo (", "kg")
def test_whatever_parse_reads_can_be_written_and_read_again(text, unit):
    first = parse(text, unit=unit)

    assert parse(notation(first.sets, unit), unit=unit) == Reading(sets=first.sets)


@given(LIFTERS_TEXT)
def test_parse_drops_no_digit(text):
    reading = parse(text, unit="kg")

    if any(c.isdigit() for c in text):
        assert reading.sets or reading.unread


def test_display_name_is_the_catalogues_or_the_members():
    assert display_name("romanian_deadlift") == "Romanian deadlift"
    assert display_name("my odd machine") == "my odd machine"
