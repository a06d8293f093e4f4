"""What a file may hold at most: beyond that it is refused, or the rest is left out."""

import io
import zipfile

import pytest

from bot.domain.importing.gathering import MOST_ENTRIES, joined
from bot.domain.importing.rows import RefusedFile
from bot.importing.archives import MOST_MEMBERS, MOST_UNPACKED
from bot.importing.reading import read
from bot.importing.tables import MOST_ROWS
from bot.importing.tcx import MOST_LAPS
from bot.importing.xml_files import DEEPEST


def zipped(*contents):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, content in enumerate(contents):
            archive.writestr(f"{number}.gpx", content)
    return packed.getvalue()


def members(number):
    return zipped(*[b"-"] * number)


def unpacked(size):
    return zipped(bytes(size // 2), bytes(size - size // 2))


def rows(number):
    return b"when,what\n" + b"1,2\n" * number


def laps(number):
    return (
        b"<TrainingCenterDatabase><Activity>"
        + b'<Lap StartTime="2026-11-19T06:15:00Z"/>' * number
        + b"</Activity></TrainingCenterDatabase>"
    )


def nested(depth):
    return b"<gpx>" + b"<a>" * (depth - 1) + b"</a>" * (depth - 1) + b"</gpx>"


@pytest.mark.parametrize(
    ("made", "most", "within", "beyond"),
    [
        (members, MOST_MEMBERS, "not_export", "too_many_members"),
        (unpacked, MOST_UNPACKED, "not_export", "too_big_unpacked"),
        (rows, MOST_ROWS, "unknown_columns", "too_many_rows"),
        (laps, MOST_LAPS, None, "too_many_rows"),
        (nested, DEEPEST, "no_times", "damaged"),
    ],
)
def test_more_than_the_most_is_refused(now, made, most, within, beyond):
    assert refusal(made(most), now) == within
    assert refusal(made(most + 1), now) == beyond


def refusal(content, now):
    try:
        read(content, now)
    except RefusedFile as refused:
        return refused.key
    return None


def test_several_files_hold_no_more_entries_than_one(now, sample):
    one = read(sample("strong_comma.csv"), now)

    together = joined([one] * (MOST_ENTRIES + 1))

    assert (len(together.workouts), len(together.runs)) == (MOST_ENTRIES, MOST_ENTRIES)
    assert together.names["Belt Machine of Doom"].sets == (
        (MOST_ENTRIES + 1) * one.names["Belt Machine of Doom"].sets
    )
