"""What a command costs when the store has grown a thousandfold."""

import contextlib
import itertools
from collections.abc import AsyncIterator
from pathlib import Path
from statistics import median

from tests.benchmarks.commands import (
    CANIRUN,
    HISTORY,
    Group,
    interleaved,
    no_collection,
    people,
)
from tests.benchmarks.filling import Log, fill
from tests.benchmarks.processes import LEGDAY, local_discord, ready
from tests.benchmarks.results import Row, Target

SESSIONS = 50  # of each member: it is the others who grow
SMALL = 1_000
ASKING = 400  # members of the large store who ask in turn, so that its pages are not all at hand
WARM_UP = 100


async def growth(folder: Path, *, quick: bool) -> list[Row]:
    """Measure `/canirun` and `/legday history` in a large and a small store, turn by turn."""
    large = 100_000 if quick else 1_000_000
    rounds, samples = (3, 120) if quick else (7, 250)
    small_folder, large_folder = _folders(folder)
    async with _bot(small_folder, SMALL) as few, _bot(large_folder, large) as many:
        senders = {
            "canirun_small": few.sender(CANIRUN),
            "canirun_large": many.sender(CANIRUN),
            "history_small": few.sender(HISTORY),
            "history_large": many.sender(HISTORY),
        }
        await interleaved(senders, WARM_UP)
        taken = []
        for _ in range(rounds):
            with no_collection():
                took = await interleaved(senders, samples)
            taken.append({name: median(seconds) for name, seconds in took.items()})
    return [
        Row(
            what=f"{shown} with {large:,} / {SMALL:,} sessions in the store, p50",
            rounds=[one[f"{name}_large"] / one[f"{name}_small"] for one in taken],
            unit="x",
            target=Target(value=1.2),
            figures={
                f"{name}_{size}_ms": median(one[f"{name}_{size}"] for one in taken) * 1e3
                for size in ("small", "large")
            },
        )
        for name, shown in (("canirun", "/canirun"), ("history", "/legday history"))
    ]


def _folders(folder: Path) -> tuple[Path, Path]:
    made = folder / "small", folder / "large"
    for one in made:
        one.mkdir()
    return made


@contextlib.asynccontextmanager
async def _bot(folder: Path, sessions: int) -> AsyncIterator[Group]:
    """Give members who use a bot with so many sessions in its store."""
    members = sessions // SESSIONS
    async with local_discord() as sandbox:
        asking = people(sandbox, min(members, ASKING))
        ids = [one.id for one in asking]
        others = members - len(ids)
        below = range(min(ids) - 1, 0, -1)
        above = itertools.count(max(ids) + 1)
        await fill(folder, itertools.islice(below, others // 2), Log(SESSIONS))
        await fill(folder, ids, Log(SESSIONS))
        await fill(folder, itertools.islice(above, others - others // 2), Log(SESSIONS))
        async with ready(LEGDAY, sandbox, folder):
            yield Group(sandbox, asking)
