"""Properties of reading: the same rows whatever the form; nothing raises, whatever the bytes."""

import csv
import io
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.facts.training import LegSession
from bot.domain.importing.entries import Choices, entries_of
from bot.domain.importing.found import from_json, to_json
from bot.domain.importing.rows import RefusedFile
from bot.importing.reading import read
from tests.importing.conftest import BERLIN, NOW, SAMPLES

HEVY = SAMPLES.joinpath("hevy_300_rows.csv").read_text()
HEADER, *ROWS = list(csv.reader(io.StringIO(HEVY)))
STRONG = SAMPLES.joinpath("strong_comma.csv").read_text()
NAMES = sorted(path.name for path in SAMPLES.iterdir())


def written(header, rows, *, delimiter=",", line_end="\n", quoting=csv.QUOTE_MINIMAL):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
    writer.writerows([header, *rows])
    return text.getvalue()


def entries(content, sessions=(), import_id=1):
    choices = Choices(import_id=import_id, zone=BERLIN)
    return entries_of(read(content, NOW), choices, now=NOW, sessions=sessions)


WHOLE = entries(HEVY.encode()).sessions
WORKOUTS = [list(ROWS[at : at + 25]) for at in range(0, len(ROWS), 25)]


@settings(max_examples=40, deadline=None)
@given(
    first=st.integers(0, len(WORKOUTS)),
    second=st.integers(0, len(WORKOUTS)),
    swapped=st.booleans(),
)
def test_two_overlapping_parts_give_the_same_as_the_whole(first, second, swapped):
    first, second = sorted((first, second))
    parts = [WORKOUTS[:second], WORKOUTS[first:]]
    kept: list[LegSession] = []
    for number, part in enumerate(reversed(parts) if swapped else parts):
        content = written(HEADER, [row for workout in part for row in workout]).encode()
        if part:
            kept += entries(content, sessions=kept, import_id=number).sessions

    assert {each.session_id for each in kept} == {each.session_id for each in WHOLE}
    assert len(kept) == len(WHOLE)


@settings(max_examples=40, deadline=None)
@given(
    order=st.permutations(range(len(HEADER))),
    delimiter=st.sampled_from(",;\t"),
    line_end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_form_of_a_table_does_not_matter(order, delimiter, line_end, encoding, quoting):
    shuffled = [[row[at] for at in order] for row in ROWS[:50]]
    header = [HEADER[at] for at in order]
    form = {"delimiter": delimiter, "line_end": line_end, "quoting": quoting}

    made = entries(written(header, shuffled, **form).encode(encoding))

    assert made == entries(written(HEADER, ROWS[:50]).encode())


def reads_or_refuses(content):
    """Read anything: it is understood, or refused with a reason."""
    try:
        found = read(content, NOW)
    except RefusedFile:
        return
    assert from_json(to_json(found)) == found
    entries_of(found, Choices(import_id=1, zone=BERLIN), now=NOW)


@pytest.mark.parametrize("name", NAMES)
def test_cut_off_and_damaged_files_never_raise(name, sample):
    content = sample(name)
    chance = random.Random(name)  # noqa: S311 (the same damage every time)
    for end in range(0, len(content), max(64, len(content) // 24)):
        reads_or_refuses(content[:end])
    for _ in range(24):
        damaged = bytearray(content)
        for _ in range(chance.randrange(1, 8)):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        reads_or_refuses(bytes(damaged))


@settings(max_examples=60, deadline=None)
@given(
    start=st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"<gpx", b"### EXERCISE LOGS #\n",
                           b"\x0e\x10\xd9\x07\x20\0\0\0.FIT", (STRONG[:200] + "\n").encode()]),
    rest=st.binary(max_size=600),
)  # fmt: skip
def test_random_bytes_never_raise(start, rest):
    reads_or_refuses(start + rest)


@settings(max_examples=60, deadline=None)
@given(cells=st.lists(st.lists(st.text(max_size=24), min_size=8, max_size=14), max_size=6))
def test_cells_of_any_text_never_raise(cells):
    reads_or_refuses(written(STRONG.split("\n", 1)[0].split(","), cells).encode())


@pytest.mark.parametrize("day", ["0001-01-01", "1900-02-28", "2014-01-01", "9999-12-31"])
def test_dates_of_any_year_never_raise(day):
    text = re.sub(r"2026-11-\d\d", day, STRONG)

    assert not entries(text.encode()).sessions
