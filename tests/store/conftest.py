"""One contract, run on every engine: a store on a clock that stands until it is moved."""

import asyncio
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Consent, Kind, Post
from bot.domain.facts.training import LegSession
from bot.store.engine.postgres import Postgres
from bot.store.engine.sqlite import Sqlite
from bot.store.store import open_store
from tests import postgres
from tests.store.telling import told  # noqa: F401 (a fixture)

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


COLUMNS = {
    "sqlite": """
SELECT tables.name, has.name FROM sqlite_master tables, pragma_table_info(tables.name) has
WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'
""",
    "postgresql": """
SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'
""",
}


class StandingClock:
    """A clock that stands still until it is moved."""

    def __init__(self, start):
        self.at = start

    def now(self):
        return self.at

    def monotonic(self):
        return self.at.timestamp()

    async def sleep(self, seconds):
        self.at += timedelta(seconds=seconds)

    async def wait(self, event: asyncio.Event, timeout: float) -> bool:  # noqa: ASYNC109 (the seam's own)
        return event.is_set()

    def advance(self, **step):
        self.at += timedelta(**step)
        return self.at


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def clock():
    return StandingClock(NOW)


class Repeating(Sqlite):
    """SQLite, with every transaction run to its end, undone, and run again.

    As PostgreSQL does after a deadlock or a lost connection: the first attempt must leave nothing.
    """

    async def transact(self, make, *, alone=None):
        def twice():
            yield "SAVEPOINT attempt", ()
            yield from make()
            yield "ROLLBACK TO attempt", ()
            yield "RELEASE attempt", ()
            return (yield from make())

        return await super().transact(twice, alone=alone)


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request, tmp_path, empty_database, monkeypatch):
    """Return where a fresh database is, on each engine."""
    if request.param == "sqlite":
        monkeypatch.setattr("bot.store.store.Sqlite", Repeating)
        yield f"sqlite:///{shutil.copy(empty_database, tmp_path)}"
        return
    monkeypatch.chdir(tmp_path)  # beside it a bot keeps its heartbeat and its list of deletions
    async with postgres.database() as made:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
async def bare(request, tmp_path, monkeypatch):
    """Return where nothing is yet, on each engine: for schemas of earlier versions."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/legday.db"
        return
    monkeypatch.chdir(tmp_path)
    async with postgres.empty_database() as made:
        yield made


@pytest.fixture
async def schema(store):
    """Return the columns of every table."""
    engine = "postgresql" if isinstance(store.database, Postgres) else "sqlite"
    columns: dict[str, set[str]] = {}
    for table, column in await store.database.fetch(COLUMNS[engine]):
        columns.setdefault(table, set()).add(column)
    return columns


@pytest.fixture
async def store(url, clock):
    async with open_store(url, clock=clock) as opened:
        yield opened


@pytest.fixture
def session_of():
    def build(member_id, session_id, *, ended_at=NOW, **values):
        return LegSession(session_id=session_id, ended_at=ended_at, **values)

    return build


@pytest.fixture
def planned():
    def build(session_id, kind=Kind.HYDRATE, *, hours=1, ordinal=1, **values):
        due_at = NOW + timedelta(hours=hours)
        return PlannedReminder(
            session_id=session_id,
            kind=kind,
            ordinal=ordinal,
            due_at=due_at,
            stale_at=due_at + timedelta(hours=1),
            **values,
        )

    return build


@pytest.fixture
def log(store, session_of):
    """Return a function that logs a leg day with a plan, as a command does."""

    async def keep(member_id, session_id, *plan, **values):
        session = session_of(member_id, session_id, **values)
        change = Change(
            session=session, plan=plan or None, consent=Consent(version=1, given_at=NOW)
        )
        await store.members.revise(
            member_id, None, now=NOW, decide=lambda member: (change, session)
        )
        return session

    return keep


@pytest.fixture
def change(store):
    """Return a function that keeps one change of a member."""

    async def keep(member_id, **values):
        made = Change(**values)
        await store.members.revise(member_id, None, now=NOW, decide=lambda member: (made, None))

    return keep


@pytest.fixture
def post_of():
    def build(post_id, guild_id=9, **values):
        given = {"channel_id": 90, "kind": Kind.HYDRATE, "at": time(18), "zone": "Europe/Berlin"}
        return Post(post_id=post_id, guild_id=guild_id, **{**given, **values})

    return build


@pytest.fixture
def occurrence():
    def build(post_id, day=22, *, hours=1):
        due_at = NOW + timedelta(hours=hours)
        return NewOccurrence(
            of=post_id,
            nominal_date=date(2026, 11, day),
            nominal_time=time(18),
            due_at=due_at,
            stale_at=due_at + timedelta(minutes=30),
        )

    return build


@pytest.fixture
def start():
    """Return a function that runs a script in a process of its own, ended with the test."""
    started = []

    def run(script, *args):
        process = subprocess.Popen(  # noqa: S603 (a script of ours)
            [sys.executable, "-c", script, *args],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()
