"""Samples of exports, all of them made up; what is read of one, and what it comes to."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.importing.entries import Choices, entries_of
from bot.importing.reading import read

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
SAMPLES = Path(__file__).parent / "samples"
"""Made up for this project. ``exercise_names.csv`` lists names of apps and what each is."""


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def sample():
    return lambda name: (SAMPLES / name).read_bytes()


@pytest.fixture
def entries(now):
    """Return what a file comes to for somebody in Berlin who ticks what is ticked for them."""

    def made(content, *, sessions=(), runs=(), zone=BERLIN, import_id=1):
        found = read(content, now)
        ticked = frozenset(name for name in found.unknown if found.names[name].suggested)
        choices = Choices(import_id=import_id, zone=zone, legs=ticked)
        return found, entries_of(found, choices, now=now, sessions=sessions, runs=runs)

    return made
