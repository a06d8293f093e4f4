"""Metres down of a hike or ski day: read as they are meant, or asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts.errors import BadInput
from bot.domain.facts.settings import DistanceUnit
from bot.domain.reading.heights import read_descent
from bot.texts.runs.entries import descent


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("900 m", (900, 900)),
        ("900", (900, 274)),
        ("3000 ft", (914, 914)),
        ("3,000 feet down", (914, 914)),
        ("3000'", (914, 914)),
        ("1.200 m", (1_200, 1_200)),
        ("1 200 m", (1_200, 1_200)),
        ("0,9 km", (900, 900)),
        ("800-900 m", (900, 900)),
        ("about 900 metres of descent", (900, 900)),
        ("２０００ ft", (610, 610)),
        ("-1", (-1, -1)),
        ("", (None, None)),
    ],
)
def test_height_is_read_in_the_unit_it_has_or_the_members(text, metres):
    assert tuple(read_descent(text, unit) for unit in DistanceUnit) == metres


@pytest.mark.parametrize("text", ["900 kg", "5 5", "steep", "900 min", "3000 ft 12", "9" * 80])
def test_what_is_no_height_is_refused(text):
    with pytest.raises(BadInput) as refused:
        read_descent(text, DistanceUnit.KM)

    assert refused.value.key == "descent_not_understood"


@given(tens=st.integers(0, 2_950))
def test_feet_come_back_as_they_were_typed(tens):
    metres = read_descent(f"{10 * tens} ft", DistanceUnit.KM)

    assert descent(metres or 0, DistanceUnit.MI) == f"{10 * tens} ft"
