"""G19: a backup made while everybody writes, restored, holds the rows it held when it was made.

Each leg day that was acknowledged before the backup began is in it with its whole plan; what the
restored database holds has the same hash, table by table; the replaced one is kept beside it. In
any order of backups, deletions, restores and restores that are killed nobody is lost, and nobody
deleted comes back.
"""

import asyncio
import hashlib
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import count, islice
from pathlib import Path

from bot.clock import SystemClock
from bot.store.copies.backup import BackupSettings
from bot.store.copies.restoring import restore
from bot.store.store import Store, open_store
from tests import stored
from tests.torture import restoring
from tests.torture.cancellations import WHOLE, held, leg_day
from tests.torture.check import Check, Outcome
from tests.torture.nursery import Nursery
from tests.torture.scene import FOLDER

MOST_BEFORE, MOST_DURING, WRITERS = 60, 40, 4
STEPS = 10
ALL = BackupSettings(keep=STEPS)
KILLED = 0.5  # of the restores
POINTS = 250  # about as many as a restore has (restoring)
# Not SQLite's own: ids given away since the backup are not given to others.
TABLES = """
SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name
"""


async def drilled(seed: int, cases: int) -> Outcome:
    """Hold so many restore drills."""
    rng = random.Random(seed)  # noqa: S311
    faults = []
    async with Nursery(restoring.__name__) as nursery:
        for number in range(cases):
            with tempfile.TemporaryDirectory(prefix="restore-", dir=FOLDER) as folder:
                wrong = await _drill(Path(folder) / "legday.db", rng)
                wrong += await _mixed(nursery, Path(folder) / "mixed.db", rng)
                faults += [f"drill {number}: {one}" for one in wrong]
    return Outcome(cases=cases, faults=tuple(faults))


async def _drill(path: Path, rng: random.Random) -> list[str]:
    people = count(1)
    async with open_store(f"sqlite:///{path}", clock=SystemClock()) as store:
        before = await log(store, people, rng.randint(1, MOST_BEFORE))
        during = [rng.randint(0, MOST_DURING) for _ in range(WRITERS)]
        writing = asyncio.gather(*(log(store, people, times) for times in during))
        backup = await store.backups.make()
        told = [*before, *(one for part in await writing for one in part)]
        made = hashes(backup)
        told += await log(store, people, rng.randint(1, MOST_DURING))
        at_the_end = hashes(path)
    kept = restore(backup, path, SystemClock().now())
    restored, replaced = held(path), held(kept) if kept else {}
    checks = {
        "the restored rows are not those of the backup": hashes(path) == made,
        "what was acknowledged before the backup is missing": all(map(restored.get, before)),
        "a leg day was restored in part": set(restored.values()) == {WHOLE},
        "the replaced database lost something": all(map(replaced.get, told)),
        "the replaced rows are not what they were": kept and hashes(kept) == at_the_end,
    }
    async with open_store(f"sqlite:///{path}", clock=SystemClock()) as store:
        checks["no leg day can be logged afterwards"] = bool(await log(store, people, 1))
    return [wrong for wrong, fine in checks.items() if not fine]


async def _mixed(nursery: Nursery, path: Path, rng: random.Random) -> list[str]:
    """Log, delete, back up and restore in any order: a copy brings back its own alone.

    Half of the restores are killed on their way: then it is the old database or the new one.
    """
    people = count(1)
    there: set[int] = set()
    gone: set[int] = set()
    copies: dict[Path, set[int]] = {}
    faults = []
    for _ in range(STEPS):
        step = rng.choice(("log", "delete", "backup", "restore"))
        if step == "restore" and copies:
            chosen = rng.choice(list(copies))
            before, known = set(there), set(_replaced(path))
            there = copies[chosen] - gone
            if rng.random() < KILLED:
                fatal = rng.randint(1, POINTS)
                await nursery.life(restoring.LIFE, restoring.told(chosen, path, fatal))
                there = there if set(held(path)) - gone == there else before
            else:
                restore(chosen, path, SystemClock().now())
            copies |= dict.fromkeys(_replaced(path) - known, before)
        async with open_store(f"sqlite:///{path}", clock=SystemClock(), backups=ALL) as store:
            if step == "log":
                there |= set(await log(store, people, 1))
            elif step == "delete" and there:
                leaving = rng.choice(sorted(there))
                await store.members.delete(leaving)
                there.discard(leaving)
                gone.add(leaving)
            elif step == "backup":
                copies[await store.backups.make()] = set(there)
        if set(held(path)) != there:
            faults.append(f"after {step}: {sorted(held(path))}, not {sorted(there)}")
        faults += [f"{one} is gone" for one in copies if not one.exists()]
    return faults


def _replaced(path: Path) -> set[Path]:
    return {one for one in path.parent.glob(f"{path.name}.before-restore*") if held(one)}


async def log(store: Store, people: Iterator[int], times: int) -> list[int]:
    """Let so many people log, one after another; return them, told that it is kept."""
    told = list(islice(people, times))
    for person in told:
        change = leg_day(person, SystemClock())
        now = SystemClock().now()
        await stored.save_member(store, person, change, now=now)
    return told


def hashes(path: Path) -> dict[str, str]:
    """Return a hash of the rows of each table."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
        tables = [name for (name,) in raw.execute(TABLES)]
        return {
            table: hashlib.sha256(
                repr(sorted(raw.execute(f"SELECT * FROM {table}"), key=repr)).encode()  # noqa: S608
            ).hexdigest()
            for table in tables
        }


RESTORES = Check(goal="G19", name="backed up under load, restored", run=drilled, full=200, cut=8)
