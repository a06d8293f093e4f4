"""What a leg day and a claim cost with ten million reminders pending, against a thousand.

Not among the measures that run by default: filling takes minutes and, on PostgreSQL, 3 GB of disk.
``--rows`` says how many; a file gets a tenth of them.
"""

import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.clock import SystemClock
from bot.domain.facts.member import Change, Member
from bot.domain.facts.occurrences import Settlement
from bot.domain.facts.reminders import PlannedReminder, State
from bot.domain.facts.settings import CONSENT_VERSION, Consent, Kind, ReminderSettings
from bot.domain.facts.training import LegSession
from bot.store.engine.database import Many, Steps
from bot.store.engine.sqlite import Sqlite
from bot.store.store import Store, open_store
from tests import stored
from tests.benchmarks.results import Row, Target
from tests.postgres import url_of
from tests.postgres_server import Server

ROWS = 10_000_000  # reminders, with a member and a leg day for each ten
FEW = 1_000
EACH = 10  # reminders of a member
IN_A_FILE = 10  # there a tenth of them
BATCH = 100  # reminders, as delivery claims them
CLAIMS, WARM_UP = 7, 3  # batches a round; rounds that do not count
KINDS = tuple(Kind)[:6]  # a plan
DAY, MONTH = 86_400, 30 * 86_400
TUNED = {
    "autovacuum": "on",
    "shared_buffers": "512MB",
    "max_wal_size": "8GB",
    "maintenance_work_mem": "512MB",
}

SERIES = """
WITH RECURSIVE series (number) AS (
    SELECT CAST($1 AS BIGINT) UNION ALL SELECT number + 1 FROM series WHERE number < $2
)
"""
MEMBERS = """
INSERT INTO members (
    member_id, revision, created_at, last_command_at, consent_version, consent_at, mass_unit,
    distance_unit, quiet_start, quiet_end, reminders_on
) {series} SELECT number, revision, created_at, last_command_at, consent_version, consent_at,
    mass_unit, distance_unit, quiet_start, quiet_end, reminders_on
FROM series CROSS JOIN members WHERE member_id = 1
"""
SESSIONS = """
INSERT INTO leg_sessions (
    member_id, ended_at, session_id, effort, minutes, focus, exercises, new_exercise, note
) {series} SELECT number, CAST($3 AS BIGINT) - number % 864000, number, 7, 60, 'legs', '[]', 0, ''
FROM series
"""
REMINDERS = """
INSERT INTO reminders (
    member_id, session_id, kind, ordinal, due_at, stale_at, where_to, state, wake_at, attempts
) {series} SELECT number % CAST($3 AS BIGINT) + 1, number, 'hydrate', 1,
    CAST($4 AS BIGINT) + number * 7919 % CAST($5 AS BIGINT),
    CAST($4 AS BIGINT) + number * 7919 % CAST($5 AS BIGINT) + 90000, 'dm', 'open',
    CAST($4 AS BIGINT) + number * 7919 % CAST($5 AS BIGINT), 0
FROM series
"""
DUE = """
INSERT INTO reminders (
    member_id, session_id, kind, ordinal, due_at, stale_at, where_to, state, wake_at, attempts
) VALUES ($1, $2, 'hydrate', 1, $3, CAST($3 AS BIGINT) + 90000, 'dm', 'open', $3, 0)
"""
SIZES = """
SELECT relname AS name, pg_table_size(oid) AS itself, pg_indexes_size(oid) AS indexes
FROM pg_class WHERE relname IN ('members', 'leg_sessions', 'reminders')
"""
_numbers = count(1 << 40)


@dataclass(frozen=True, slots=True)
class Filled:
    """A store with so many members."""

    store: Store
    members: int


async def millions(folder: Path, *, quick: bool, rows: int = ROWS) -> list[Row]:
    """Measure stores with many and with few reminders, in turn, on PostgreSQL and in files."""
    rounds, samples = (3, 50) if quick else (9, 200)
    found: list[Row] = []
    with _server() as server:
        few, many = [await _database(server, name) for name in ("few", "many")]
        found += await _measured(few, many, rows, rounds, samples, "on PostgreSQL")
        found += await _bytes(many, rows)
    few, many = (f"sqlite:///{folder / name}.db" for name in ("few", "many"))
    found += await _measured(few, many, rows // IN_A_FILE, rounds, samples, "in a file")
    size = (folder / "many.db").stat().st_size
    return [*found, _size_row("a reminder in a file, with its share", size, rows // IN_A_FILE)]


@contextmanager
def _server() -> Iterator[Server]:
    """Run a server of our own, with room and with autovacuum."""
    with tempfile.TemporaryDirectory(prefix="legday-millions-") as folder:
        server = Server(Path(folder), settings=TUNED)
        server.start()
        try:
            yield server
        finally:
            server.stop()


async def _database(server: Server, name: str) -> str:
    connection = await asyncpg.connect(server.url)
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    return url_of(server.url, name)


async def _measured(
    few: str, many: str, rows: int, rounds: int, samples: int, where: str
) -> list[Row]:
    rng = random.Random(0)  # noqa: S311
    async with _filled(few, FEW) as small, _filled(many, rows) as large:
        both = (large, small)
        for _ in range(WARM_UP):  # the first of many pages are on the disk
            await _in_turn(both, CLAIMS, lambda one: _claim(one, rng))
        claims = [await _in_turn(both, CLAIMS, lambda one: _claim(one, rng)) for _ in range(rounds)]
        logs = [await _in_turn(both, samples, lambda one: _log(one, rng)) for _ in range(rounds)]
        wakes = [await _in_turn(both, CLAIMS, _wakes) for _ in range(rounds)]
    return [
        Row(
            what=f"{what} of {rows:,} / {FEW:,} pending, {where}, p50",
            rounds=[of_many / of_few for of_many, of_few in taken],
            unit="x",
            target=Target(value=1.2),
            figures={
                "many_ms": median(of_many for of_many, _ in taken) * 1e3,
                "few_ms": median(of_few for _, of_few in taken) * 1e3,
            },
        )
        for what, taken in (
            (f"{BATCH} reminders claimed and settled", claims),
            ("a leg day kept", logs),
            ("the next due", wakes),
        )
    ]


@asynccontextmanager
async def _filled(url: str, rows: int) -> AsyncIterator[Filled]:
    clock = SystemClock()
    now, members = clock.now(), max(BATCH, rows // EACH)
    moment = round(now.timestamp())
    agreed = Change(
        consent=Consent(version=CONSENT_VERSION, given_at=now), reminders=ReminderSettings(on=True)
    )
    async with open_store(url, clock=clock) as store:
        await stored.save_member(store, 1, agreed, now=now)
        began = time.perf_counter()
        await _run(url, store, MEMBERS, 2, members)
        await _run(url, store, SESSIONS, 1, members, moment - 3 * DAY)
        await _run(url, store, REMINDERS, 1, rows, members, moment + DAY, MONTH)
        await store.database.make_room()
        sys.stderr.write(f"{rows:,} reminders filled in {time.perf_counter() - began:.0f} s\n")
        yield Filled(store, members)


async def _run(url: str, store: Store, sql: str, *args: int) -> None:
    """Fill with one statement, however long it takes."""
    whole = sql.format(series=SERIES)
    if isinstance(store.database, Sqlite):
        await store.database.execute(whole, *args)
        return
    connection = await asyncpg.connect(url)
    await connection.execute(whole, *args)
    await connection.execute("ANALYZE")
    await connection.close()


async def _in_turn(
    both: Sequence[Filled], samples: int, measure: Callable[[Filled], Awaitable[float]]
) -> list[float]:
    """Measure one store and the other in turn; return the median of each."""
    taken = [[await measure(one) for one in both] for _ in range(samples)]
    return [median(of_one) for of_one in zip(*taken, strict=True)]


async def _claim(filled: Filled, rng: random.Random) -> float:
    """Let a batch be due, of members of chance; return the seconds to claim and settle it."""
    store, now = filled.store, SystemClock().now()
    due_at = round(now.timestamp()) - 60
    people = rng.sample(range(1, filled.members + 1), BATCH)
    await store.database.transact(partial(_put, [(one, next(_numbers), due_at) for one in people]))
    began = time.perf_counter()
    claims = await store.reminders.claim(now, lease=timedelta(minutes=2), limit=BATCH)
    sent = [
        Settlement(reminder_id=one.reminder_id, attempt=one.attempt, state=State.SENT)
        for one in claims
    ]
    assert len(await store.reminders.settle(sent, now)) == BATCH
    return time.perf_counter() - began


def _put(due: Sequence[tuple[int, int, int]]) -> Steps[None]:
    yield Many(DUE, due)


async def _log(filled: Filled, rng: random.Random) -> float:
    """Let a member of chance log; return the seconds."""
    number, now, member_id = next(_numbers), SystemClock().now(), rng.randint(1, filled.members)
    due_at, stale_at = now + timedelta(days=1), now + timedelta(days=2)
    plan = tuple(
        PlannedReminder(session_id=number, kind=kind, ordinal=1, due_at=due_at, stale_at=stale_at)
        for kind in KINDS
    )
    session = LegSession(session_id=number, ended_at=now)

    def decide(_: Member) -> tuple[Change, None]:
        return Change(session=session, plan=plan), None

    began = time.perf_counter()
    await filled.store.members.revise(member_id, None, now=now, decide=decide)
    return time.perf_counter() - began


async def _wakes(filled: Filled) -> float:
    """Look for the next due again and again; return the seconds of one look."""
    began = time.perf_counter()
    for _ in range(BATCH):
        await filled.store.reminders.next_wake()
    return (time.perf_counter() - began) / BATCH


async def _bytes(url: str, rows: int) -> list[Row]:
    connection = await asyncpg.connect(url)
    sizes = {one["name"]: one for one in await connection.fetch(SIZES)}
    await connection.close()
    members = rows // EACH
    return [
        _size_row(f"a row of {name} on PostgreSQL, with its indexes", itself + indexes, number)
        for name, number in (("reminders", rows), ("members", members), ("leg_sessions", members))
        for itself, indexes in [(sizes[name]["itself"], sizes[name]["indexes"])]
    ]


def _size_row(what: str, size: int, rows: int) -> Row:
    return Row(what=what, rounds=[size / rows], unit="B")
