"""The catalogue tells leg movements apart and never takes one for another."""

from collections import Counter

import pytest

from bot.domain.facts.training import Demand
from bot.domain.reading.exercise_names import catalogue, demand, find


def test_every_name_finds_its_exercise():
    wrong = [
        typed
        for exercise in catalogue()
        for name in (exercise.key, exercise.name, *exercise.aliases)
        for typed in (name, f" {name.upper()} ", name.replace(" ", "-"), f"heavy {name}")
        if find(typed) != exercise
    ]

    assert wrong == []


def test_every_exercise_is_found_by_its_plural_and_without_spaces():
    wrong = [
        typed
        for exercise in catalogue()
        for typed in (f"{exercise.name}s", exercise.name.replace(" ", ""))
        if find(typed) != exercise
    ]

    assert wrong == []


def test_keys_are_unique_and_legs_are_well_covered():
    keys = Counter(exercise.key for exercise in catalogue())
    legs = [exercise for exercise in catalogue() if exercise.demand is not Demand.UPPER]

    assert max(keys.values()) == 1
    assert len(legs) >= 60


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Squats", "squat"),
        ("legpress", "leg_press"),
        ("leg pres", "leg_press"),
        ("foam roller", "foam_rolling"),
        ("ice bath", "cold_water"),
        ("leg-press", "leg_press"),
        ("leg presses", "leg_press"),
        ("press leg", "leg_press"),
        ("dumbbell lunges", "lunge"),
        ("DB walking lunges", "walking_lunge"),
        ("smith machine squat", "squat"),
        ("paused squat", "squat"),
        ("Farmers' carries", "farmers_walk"),
        ("Nordics", "nordic_curl"),
        ("sqat", "squat"),
        ("squatt", "squat"),
        ("lounges", "lunge"),
        ("dedlift", "deadlift"),
        ("deadlfit", "deadlift"),
        ("bulgarain split sqaut", "bulgarian_split_squat"),
        ("hip thurst", "hip_thrust"),
        ("calf rises", "standing_calf_raise"),
    ],
)
def test_find_understands_other_spellings_and_slips(typed, key):
    found = find(typed)

    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "typed",
    ["", "hike", "squad goals", "rld", "legs", "hip aduction", "foo", "machine", "🏋️", "x" * 4000],
)
def test_find_does_not_guess(typed):
    assert find(typed) is None


@pytest.mark.parametrize(
    ("name", "class_"),
    [
        ("bike", Demand.SUPPORTED),
        ("sled push", Demand.SUPPORTED),
        ("leg_press", Demand.MACHINE),
        ("leg extension", Demand.MACHINE),
        ("leg_curl", Demand.MACHINE),
        ("hip thrust", Demand.MACHINE),
        ("squat", Demand.COMPOUND),
        ("deadlift", Demand.COMPOUND),
        ("calf raise", Demand.COMPOUND),
        ("lunge", Demand.LENGTHENED),
        ("split squat", Demand.LENGTHENED),
        ("step-down", Demand.LENGTHENED),
        ("rdl", Demand.LENGTHENED),
        ("nordic", Demand.ECCENTRIC),
        ("box jumps", Demand.ECCENTRIC),
        ("bench press", Demand.UPPER),
        ("curl", Demand.UPPER),
        ("my odd machine", None),
    ],
)
def test_demand_follows_the_recovery_models_table(name, class_):
    assert demand(name) is class_


@pytest.mark.parametrize("aid", ["foam rolling", "stretching", "massage gun", "ice bath", "sauna"])
def test_recovery_aids_are_no_leg_work(aid):
    assert demand(aid) is Demand.UPPER
