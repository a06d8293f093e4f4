"""G21: PostgreSQL crashes and starts again, or ends every session, while people log.

Leg days are logged from two processes of a bot. What was told as kept is there with its whole plan,
once; what was refused is not there in part.
"""

import asyncio
import random
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.clock import SystemClock
from bot.domain.facts.member import Change, Member
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Consent, Kind
from bot.domain.facts.training import LegSession
from bot.store.engine.errors import StoreUnavailable, StoreUncertain
from bot.store.store import Store, open_store
from tests.postgres_server import Server
from tests.torture.check import Check, Outcome

PROCESSES, LOGGERS = 2, 48
KINDS = (Kind.HYDRATE, Kind.SLEEP, Kind.CHECKIN)
APART = 1 / 3  # seconds between two troubles
CRASH_EVERY = 4  # the others end all sessions
THINKS_FOR = 0.2  # seconds before somebody logs again
END_ALL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user"
KEPT = """
SELECT session_id, count(reminders.reminder_id) AS planned FROM leg_sessions
LEFT JOIN reminders USING (session_id) GROUP BY session_id
"""
WRITTEN = "SELECT sum(revision) FROM members WHERE member_id <= $1"


class Diary:
    """What people logged, and what they were told of it."""

    def __init__(self, stores: list[Store], rng: random.Random) -> None:
        self.told: set[int] = set()
        self.refused: set[int] = set()
        self.slowest = 0.0
        self.is_over = False
        self._stores = stores
        self._rng = rng
        self._numbers = count(1)
        self._clock = SystemClock()

    async def keep(self, member_id: int) -> None:
        """Log again and again until it is over."""
        while not self.is_over:
            await self._log(member_id, next(self._numbers))
            await asyncio.sleep(self._rng.uniform(0.0, 2 * THINKS_FOR))

    async def _log(self, member_id: int, number: int) -> None:
        now, began = self._clock.now(), self._clock.monotonic()
        due_at, stale_at = now + timedelta(hours=1), now + timedelta(hours=2)
        change = Change(
            consent=Consent(version=1, given_at=now),
            session=LegSession(session_id=number, ended_at=now),
            plan=tuple(
                PlannedReminder(
                    session_id=number, kind=kind, ordinal=1, due_at=due_at, stale_at=stale_at
                )
                for kind in KINDS
            ),
        )

        def decide(_: Member) -> tuple[Change, None]:
            return change, None

        store = self._stores[number % len(self._stores)]
        try:
            await store.members.revise(member_id, None, now=now, decide=decide)
            self.told.add(number)
        except StoreUnavailable:
            self.refused.add(number)
        except StoreUncertain:
            pass  # either may be
        self.slowest = max(self.slowest, self._clock.monotonic() - began)


async def troubled(seed: int, cases: int) -> Outcome:
    """Let so many troubles come while people log, and look what is there."""
    rng = random.Random(seed)  # noqa: S311
    async with throwaway() as server, opened(server.url) as stores:
        diary = Diary(stores, rng)
        async with people(diary):
            for number in range(cases):
                await asyncio.sleep(rng.uniform(0.0, 2 * APART))
                if number % CRASH_EVERY == CRASH_EVERY - 1:
                    await asyncio.to_thread(server.restart)
                else:
                    await _ended(server.url)
        return await judged(diary, server.url, cases)


@asynccontextmanager
async def people(diary: Diary) -> AsyncIterator[None]:
    """Have people log while the block runs."""
    async with asyncio.TaskGroup() as logging:
        for member_id in range(1, LOGGERS + 1):
            logging.create_task(diary.keep(member_id))
        yield
        diary.is_over = True


@asynccontextmanager
async def throwaway(port: int = 0) -> AsyncIterator[Server]:
    """Run a server of our own, at a port of loopback where one is given."""
    with tempfile.TemporaryDirectory(prefix="legday-pg-") as folder:
        server = Server(Path(folder), port=port)
        await asyncio.to_thread(server.start)
        try:
            yield server
        finally:
            await asyncio.to_thread(server.stop)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[list[Store]]:
    """Open the database as several processes do."""
    clock = SystemClock()
    async with open_store(url, clock=clock) as one, open_store(url, clock=clock) as other:
        yield [one, other]


def open_to_all(folder: Path) -> Path:
    """Make a folder in which the user who runs the server may write; return it."""
    folder.mkdir(exist_ok=True)
    folder.chmod(0o777)
    return folder


async def _ended(url: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(f"{END_ALL} AND pid <> pg_backend_pid()")
    await connection.close()


async def judged(diary: Diary, url: str, cases: int) -> Outcome:
    """Compare what people were told with what is there."""
    connection = await asyncpg.connect(url)
    kept = {row["session_id"]: row["planned"] for row in await connection.fetch(KEPT)}
    written = await connection.fetchval(WRITTEN, LOGGERS)
    await connection.close()
    halves = sorted(number for number, planned in kept.items() if planned != len(KINDS))
    there = sorted(diary.refused & kept.keys())
    faults = [f"leg days {halves} have a part of their plan"] * bool(halves)
    faults += [f"leg days {there} are there, though they were refused"] * bool(there)
    return Outcome(
        cases=cases,
        lost=len(diary.told - kept.keys()),
        doubled=written - len(kept),
        faults=tuple(faults),
        note=f"{len(diary.told)} leg days kept, {len(diary.refused)} refused; "
        f"the slowest answer took {diary.slowest:.1f} s",
    )


SERVERS = Check(
    goal="G21", name="PostgreSQL crashes, or ends all sessions", run=troubled, full=1_000, cut=4
)
