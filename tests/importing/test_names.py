"""Names of exercises as apps write them: legs, not legs, unknown."""

import csv

import pytest

from bot.domain.facts.training import Demand
from bot.domain.importing import names
from tests.importing.conftest import SAMPLES


@pytest.fixture(scope="module")
def listed():
    with (SAMPLES / "exercise_names.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_right(row):
    found, sport = names.known(row["name"]), names.sport(row["name"])
    if row["class"] in {"run", "walk"}:
        return sport == row["class"]
    if row["key"]:
        return found is not None and found.key == row["key"]
    if row["class"] == "upper":
        return names.is_not_legs(row["name"])
    return found is None or found.demand is Demand.UPPER


def test_names_of_apps_are_known(listed):
    wrong = [row["name"] for row in listed if not is_right(row)]

    assert len(wrong) <= 0.03 * len(listed), wrong


def test_no_upper_body_work_is_taken_for_legs_and_no_leg_work_for_upper_body(listed):
    upper = [row["name"] for row in listed if row["class"] == "upper"]
    legs = [row["name"] for row in listed if row["class"] == "leg"]
    found = {name: names.known(name) for name in upper}

    assert [n for n, e in found.items() if e is not None and e.demand is not Demand.UPPER] == []
    assert [name for name in legs if names.is_not_legs(name)] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Preacher Curl - Star Trac", "biceps_curl"),
        ("Kickback (Dumbbell)", "triceps_extension"),
        ("Squatt", None),  # a slip is never mended
        ("Standing Leg Curl", "leg_curl"),
        ("Standing Belt Machine Curl", None),
        ("Row - with Leg Drive", None),  # "row" alone is one of arms
        ("=HYPERLINK(1)", None),
        ("(" * 500, None),
    ],
)
def test_rules_come_before_lists(name, key):
    found = names.known(name)

    assert (None if found is None else found.key) == key
