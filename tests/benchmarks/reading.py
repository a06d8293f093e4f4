"""How long each reader takes for its slowest of many texts, and how that grows with the length."""

import time
from pathlib import Path

from bot.cli.read import EXAMPLE_NOW, EXAMPLE_ZONE, READERS, ReadingRequest, asked, read
from tests.benchmarks.results import Row, Target

LONGEST = 1_000  # characters: Discord's longest field for exercises
TAKEN = 15  # times; the least counts, for others use the machine too
MOST_MS = 5.0
HALF_TOKENS = (
    *("1", "12 ", "1:", "1.", "1/2 ", ",", ", ", "; ", "+ ", "- ", "\n", "("),
    *("(5 ", '"ab ', "[a] ", "mtwtf", "su", "half past "),
    *("x", "×", "5x", "5 x ", "5x5,", "5,", "5/", "5-", "@8 ", "100kg ", "70% ", "5 min ", "l+r "),
    *("squat ", "squat, ", "squat and ", "squat / ", "foo, ", "sqautt, ", "no squat, ", "warm up "),
    *("squat 5x5 100kg @8, ", "squat 5x5 ", "3 rounds: ", "set 1: ", "rest 90s ", "tempo 3-1-1 "),
    *("hours ago ", "mon-", "27 nov ", "5am ", "new york, ", "and ", "a", "é", "٣x", "💪 "),
)


async def reading(folder: Path, *, quick: bool) -> list[Row]:
    """Measure every reader on texts made of one piece each, by the CPU time of this process."""
    takes = 3 if quick else TAKEN
    return [_row(reader, takes) for reader in READERS]


def _row(reader: str, takes: int) -> Row:
    took = {piece: _milliseconds(_asked(reader, piece, LONGEST), takes) for piece in HALF_TOKENS}
    worst = max(took, key=lambda piece: took[piece])
    twice = _milliseconds(_asked(reader, worst, 2 * LONGEST), takes)
    return Row(
        what=f"{reader}: its slowest text of {LONGEST:,} characters ({worst.strip()!r} repeated)",
        rounds=[took[worst]],
        unit="ms",
        target=Target(value=MOST_MS),
        figures={"twice_as_long_ms": twice},
    )


def _asked(reader: str, piece: str, length: int) -> ReadingRequest:
    text = (piece * length)[:length]
    return asked(reader, text, zone=EXAMPLE_ZONE, now=EXAMPLE_NOW)


def _milliseconds(one: ReadingRequest, takes: int) -> float:
    least = float("inf")
    for _ in range(takes):
        began = time.process_time()
        read(one)
        least = min(least, time.process_time() - began)
    return least * 1e3
