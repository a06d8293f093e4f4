"""G18: killed in the middle of a migration, from every schema that was released.

Half of the lives die at a statement, before or after it, the others at a random moment. Afterwards
the file holds one released schema, sound and with all its rows, and the next start finishes.
"""

import asyncio
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bot.clock import SystemClock
from bot.store.copies.backup import inspect
from bot.store.engine.schema import shipped_migrations
from bot.store.store import open_store
from tests.torture import points
from tests.torture.check import Check, Outcome
from tests.torture.nursery import Nursery
from tests.torture.scene import FOLDER

MIGRATE = f"{__name__}:migrate"
LASTS = 0.05  # seconds; a start with a backup and migrations

MEMBERS = """
INSERT INTO members (member_id, revision, created_at, last_command_at, mass_unit, distance_unit,
    quiet_start, quiet_end, reminders_on)
VALUES (?, 1, 1, 1, 'kg', 'km', 0, 0, 1)
"""
SESSIONS = """
INSERT INTO leg_sessions (member_id, ended_at, session_id, focus, exercises, new_exercise, note)
VALUES (?, 1, ?, '', '[]', 0, 'as it was')
"""
REMINDERS = """
INSERT INTO reminders (member_id, session_id, kind, ordinal, due_at, stale_at, where_to, state,
    wake_at, attempts)
VALUES (?, ?, 'hydrate', 1, 1, 2, 'dm', 'open', 1, 0)
"""
SCHEMA = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
VERSIONS = "SELECT version FROM schema_migrations ORDER BY version"

Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Old:
    """A released schema with rows in it, in a file to copy; what its tables held, by SQL."""

    version: int
    path: Path
    rows: Rows
    statements: tuple[str, ...]


def migrate(at_work: Callable[[], object], *, url: str, fatal: str | None = None) -> None:
    """Open a store, which brings its schema up to date; die at the point ``fatal``."""
    watched = points.Points(fatal)
    watched.watch_threads()
    watched.arm()
    at_work()
    asyncio.run(_open(url))


async def _open(url: str) -> None:
    async with open_store(url, clock=SystemClock()):
        pass


async def killed(seed: int, cases: int) -> Outcome:
    """Kill so many starts, of each released schema in turn."""
    rng = random.Random(seed)  # noqa: S311
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="schemas-", dir=FOLDER) as folder:
        olds = [await _old(Path(folder), one.version) for one in shipped_migrations()[:-1]]
        schemas = [await _schema(Path(folder), one.version) for one in shipped_migrations()]
        async with Nursery(__name__) as nursery:
            for number in range(cases):
                old = olds[number % len(olds)]
                path = Path(folder) / f"case{number}" / "legday.db"
                wrong = await _kill(nursery, rng, old, path, schemas)
                faults += [f"case {number}, from schema {old.version}: {wrong}"] if wrong else []
                shutil.rmtree(path.parent)
    return Outcome(cases=cases, faults=tuple(faults), note=f"from {len(olds)} released schemas")


async def _kill(
    nursery: Nursery, rng: random.Random, old: Old, path: Path, schemas: list[Any]
) -> str | None:
    """Kill one start and look at what is left; return what is wrong with it."""
    path.parent.mkdir()
    shutil.copyfile(old.path, path)
    told = {"url": f"sqlite:///{path}"}
    life = partial(nursery.life, MIGRATE)
    if rng.random() < 0.5:
        await life({**told, "fatal": rng.choice(old.statements)})
    else:
        await life(told, ended_after=rng.uniform(0.0, LASTS))
    return _left(path, old, schemas) or await _finished(path, old, schemas)


def _left(path: Path, old: Old, schemas: list[Any]) -> str | None:
    with closing(sqlite3.connect(path)) as raw:
        if (sound := raw.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            return f"not sound: {sound}"
        had = [version for (version,) in raw.execute(VERSIONS)]
        if raw.execute(SCHEMA).fetchall() != schemas[len(had) - 1]:
            return f"between two schemas after {had}"
        if _rows(raw, old.rows) != old.rows:
            return "rows are not what they were"
    backups = list((path.parent / "backups").glob("*.db"))
    if len(had) > old.version and not any(max(inspect(one)) == old.version for one in backups):
        return "changed without a backup of what was before"
    return None


async def _finished(path: Path, old: Old, schemas: list[Any]) -> str | None:
    await _open(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as raw:
        if raw.execute(SCHEMA).fetchall() != schemas[-1]:
            return "the next start did not finish"
        return None if _rows(raw, old.rows) == old.rows else "the next start changed rows"


async def _old(folder: Path, version: int) -> Old:
    """Make a store of an earlier version, with rows, and learn what a start does to it."""
    path = folder / f"old{version}" / "legday.db"
    url = f"sqlite:///{path}"
    async with open_store(url, clock=SystemClock(), migrations=shipped_migrations()[:version]):
        pass
    with closing(sqlite3.connect(path)) as raw:
        with raw:
            raw.executemany(MEMBERS, ((one,) for one in range(100)))
            raw.executemany(SESSIONS, ((one, one) for one in range(100)))
            raw.executemany(REMINDERS, ((one, one) for one in range(100)))
        tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        kept = [table for (table,) in tables if table not in {"schema_migrations", "meta"}]
        rows = _rows(raw, {f"SELECT {_columns(raw, table)} FROM {table}": [] for table in kept})  # noqa: S608
    trial = folder / f"trial{version}" / "legday.db"
    trial.parent.mkdir()
    shutil.copyfile(path, trial)
    watched = points.Points()
    watched.watch_threads()
    watched.arm()
    await _open(f"sqlite:///{trial}")
    watched.disarm()
    return Old(version, path, rows, tuple(one for one in watched.passed if " execute in " in one))


async def _schema(folder: Path, version: int) -> list[Any]:
    """Return a version's schema."""
    path = folder / f"new{version}" / "legday.db"
    migrations = shipped_migrations()[:version]
    async with open_store(f"sqlite:///{path}", clock=SystemClock(), migrations=migrations):
        pass
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(SCHEMA).fetchall()


def _columns(raw: sqlite3.Connection, table: str) -> str:
    return ", ".join(row[1] for row in raw.execute(f"PRAGMA table_info({table})"))


def _rows(raw: sqlite3.Connection, statements: Rows) -> Rows:
    return {sql: sorted(raw.execute(sql), key=repr) for sql in statements}


MIGRATIONS = Check(
    goal="G18",
    name="killed in a migration, from every schema",
    run=killed,
    full=1_000,
    cut=30,
)
