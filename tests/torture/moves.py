"""G18: a move to the other engine is killed at its pages; run again, it goes on to its end.

Both ways. A life moves a store of some pages and dies before or after one of its transactions, or
at a random moment; others follow until one ends by itself. After each, whatever is on the target
may not be started on before the source is marked as moved, and in the end nothing is missing,
doubled or changed, and only the target may be started on.
"""

import asyncio
import os
import random
import shutil
import signal
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.clock import SystemClock
from bot.store.copies.backup import BackupSettings
from bot.store.engine.database import Database, Make, T
from bot.store.engine.errors import StoreError, StoreMoved
from bot.store.moving import sides
from bot.store.moving.move import Side, move
from bot.store.moving.reading import content
from bot.store.moving.tables import tables
from bot.store.store import open_store
from tests import postgres
from tests.benchmarks.filling import Log, fill
from tests.torture.check import Check, Outcome
from tests.torture.nursery import Nursery
from tests.torture.scene import FOLDER

MOVE = f"{__name__}:moving"
PAGE = 20  # rows
POINTS = 12  # a life that dies at one brings five pages at most
BY_POINT = 0.8  # of all lives die at one
LASTS = 0.2  # seconds; a move
MOST = 60  # lives of a case
MEMBERS, SESSIONS = range(1, 11), 12
AGAIN = 3  # the exit code of a life that was refused: what died before it was not all gone yet

Held = dict[str, tuple[int, str]]


class Mortal:
    """A database whose process dies before, or after, a transaction: at the ``fatal``th point."""

    def __init__(self, database: Database, points: list[int], fatal: int) -> None:
        self._database, self._points, self._fatal = database, points, fatal

    def __getattr__(self, name: str) -> Any:
        return getattr(self._database, name)

    async def transact(self, make: Make[T], *, alone: int | None = None) -> T:
        """Run one transaction, or die."""
        self._pass()
        result = await self._database.transact(make, alone=alone)
        self._pass()
        return result

    def _pass(self) -> None:
        self._points[0] += 1
        if self._points[0] == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)


def warm_up() -> None:
    """Learn the tables, before any life."""
    tables()


def moving(
    at_work: Callable[[], object], *, source: str, target: str, folder: str, fatal: int
) -> int:
    """Move, and die at a point; 0: it came to its end."""
    os.chdir(folder)
    at_work()
    try:
        return asyncio.run(_moving(source, target, fatal))
    except StoreError:
        return AGAIN


async def _moving(source_url: str, target_url: str, fatal: int) -> int:
    points = [0]

    def mortal(side: Side) -> Side:
        database = Mortal(side.database, points, fatal)
        return replace(side, database=database)  # type: ignore[arg-type]  # all but a subclass

    clock, backups = SystemClock(), BackupSettings()
    async with (
        sides.side(source_url, clock, backups) as source,
        sides.side(target_url, clock, backups) as target,
    ):
        moved = await move(mortal(source), mortal(target), clock.now(), page=PAGE)
    return 0 if all(one.agrees for one in moved) else 1


async def killed(seed: int, cases: int) -> Outcome:
    """Kill so many moves, there and back in turn, until each has come to its end."""
    rng = random.Random(seed)  # noqa: S311
    faults: list[str] = []
    kills = 0
    with tempfile.TemporaryDirectory(prefix="moves-", dir=FOLDER) as name:
        filled = Path(name) / "filled"
        filled.mkdir()
        await fill(filled, MEMBERS, Log(sessions=SESSIONS, runs=4, reports=4))
        async with Nursery(__name__, "bot.store.engine.postgres") as nursery:
            for number in range(0, cases, 2):
                folder = Path(name) / str(number)
                (folder / "data").mkdir(parents=True)
                shutil.copyfile(filled / "legday.db", folder / "there.db")
                there, back = f"sqlite:///{folder}/there.db", f"sqlite:///{folder}/back.db"
                async with postgres.database() as server:
                    ways = ((there, server), (server, back))
                    for source, target in ways[: cases - number]:
                        lives, wrong = await _case(nursery, rng, source, target, folder)
                        kills += lives
                        faults += [f"case {number}, from {source[:10]}: {one}" for one in wrong]
                shutil.rmtree(folder)
    return Outcome(cases=cases, faults=tuple(faults), note=f"{kills} kills")


async def _case(
    nursery: Nursery, rng: random.Random, source: str, target: str, folder: Path
) -> tuple[int, list[str]]:
    """Kill one move again and again; return how often, and what is wrong."""
    before, kills = await _held(source), 0
    told = {"source": source, "target": target, "folder": str(folder)}
    for _ in range(MOST):
        fatal, after = 0, None
        if rng.random() < BY_POINT:
            fatal = rng.randint(1, POINTS)
        else:
            after = rng.uniform(0.0, LASTS)
        code = await nursery.life(MOVE, {**told, "fatal": fatal}, ended_after=after)
        kills += code == -signal.SIGKILL
        starts = [await _starts(source), await _starts(target)]
        if code == 0 or starts == [False, True]:  # or it died right after its last transaction
            break
        if all(starts) and any(rows for rows, _ in (await _held(target)).values()):
            return kills, ["a bot may start on both"]
    else:
        return kills, [f"not at its end after {MOST} lives"]
    wrong = [] if starts == [False, True] else [f"a bot starts on source, target: {starts}"]
    if await _held(target) != before or await _held(source) != before:
        wrong.append("rows are not what they were")
    return kills, wrong


async def _starts(url: str) -> bool:
    """Say whether a bot may start on a database."""
    try:
        async with open_store(url, clock=SystemClock(), pool=1):
            return True
    except StoreMoved:
        return False


async def _held(url: str) -> Held:
    found: Held = {}
    async with open_store(url, clock=SystemClock(), pool=1, moving=True) as store:
        for table in tables():
            one = await content(store.database, table)
            found[table.name] = one.rows, one.digest
    return found


MOVES = Check(
    goal="G18",
    name="a move to the other engine killed at its pages",
    run=killed,
    full=100,
    cut=2,
)
