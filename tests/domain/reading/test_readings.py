"""Words of every reader and what is read of them: the table in ``readings.toml``."""

import tomllib
from pathlib import Path

import pytest

from bot.cli.read import EXAMPLE_NOW, EXAMPLE_ZONE, asked, read

TABLE = tomllib.loads(Path(__file__).with_name("readings.toml").read_text("utf-8"))


@pytest.mark.parametrize("reader", TABLE)
def test_words_are_read_as_they_are_meant_or_asked_about(reader):
    found = {
        text: read(asked(reader, text, zone=EXAMPLE_ZONE, now=EXAMPLE_NOW))
        for text in TABLE[reader]
    }

    assert found == TABLE[reader]


@pytest.mark.parametrize(
    ("zone", "text", "moment"),
    [
        ("Asia/Kolkata", "today 9am IST", "Sat 28 Nov 2026 09:00"),
        ("Asia/Jerusalem", "today 9am IST", "Sat 28 Nov 2026 09:00"),
        ("Asia/Manila", "yesterday 18:00 PST", "Fri 27 Nov 2026 18:00"),
        ("America/Chicago", "yesterday 18:00 CST", "Fri 27 Nov 2026 18:00"),
        ("Europe/Berlin", "yesterday 18:00 CST", "refused: when_not_understood"),
        ("Europe/Berlin", "yesterday 18:00 CEST", "Fri 27 Nov 2026 18:00"),
    ],
)
def test_an_abbreviation_is_the_members_own_where_their_zone_bears_it(zone, text, moment):
    assert read(asked("when", text, zone=zone, now=EXAMPLE_NOW)) == moment


@pytest.mark.parametrize(
    ("reader", "text", "moment"),
    [
        ("when", "tonight", "Fri 27 Nov 2026 21:00"),
        ("when", "this evening 7", "Fri 27 Nov 2026 19:00"),
        ("when", "last night 11pm", "Fri 27 Nov 2026 23:00"),
        ("plan", "tonight 1am", "Sat 28 Nov 2026 01:00"),
        ("plan", "tonight", "Sat 28 Nov 2026 21:00"),
    ],
)
def test_after_midnight_the_evening_is_the_one_that_was(reader, text, moment):
    assert read(asked(reader, text, zone=EXAMPLE_ZONE, now="2026-11-28T00:10")) == moment
