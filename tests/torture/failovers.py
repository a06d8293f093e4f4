"""PostgreSQL's machine is lost, and its replica is promoted: synchronous, or one that lags.

Two processes of a bot know both servers (``target_session_attrs=read-write``). Reminders are due,
and 48 people log through two stores as fast as these go. Just before the primary is lost, what it
sends to the replica is held up, so that the replica lacks its last moments: a synchronous one's
primary has then told nobody of them.
"""

import asyncio
import os
import random
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.clock import SystemClock
from bot.sandbox import RealClock, Sandbox
from bot.store.engine.migrating import migrate
from bot.store.engine.schema import shipped_migrations
from tests.postgres_server import Server, free_port
from tests.torture.bots import (
    Bot,
    all_changed,
    all_connected,
    busiest_second,
    leader,
    too_fast,
    until,
    wake,
)
from tests.torture.check import Check, Outcome
from tests.torture.cuts import told
from tests.torture.promised import Crowd
from tests.torture.server_disks import PROCESSES, settings
from tests.torture.servers import Diary, judged, open_to_all, opened, people

REPLICATED = {"wal_level": "replica", "max_wal_senders": "8"}
REMINDED = 6
QUIET_FOR = (0.3, 1.0)  # seconds before trouble
HELD_UP_FOR = (0.05, 0.5)  # seconds in which nothing is sent to the replica
AFTERWARDS = 3.0  # seconds
SENDER = "SELECT pid FROM pg_stat_replication"
HAS = "SELECT replay_lsn >= $1 FROM pg_stat_replication"
STREAMS = "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'"


class Replicated(Server):
    """A server at a port of this machine that may be a replica of another."""

    def __init__(self, folder: Path) -> None:
        super().__init__(open_to_all(folder), port=free_port(), settings=REPLICATED)

    def follow(self, primary: "Replicated") -> None:
        """Become the replica of a server that runs."""
        where = ("--host=127.0.0.1", f"--port={primary.port}", "--username=legday")
        how = ("--write-recovery-conf", "--checkpoint=fast", "--no-sync")
        self._run("pg_basebackup", *where, *how)
        self.start_again()

    def promote(self) -> None:
        """Become the primary; it takes what is written when this returns."""
        self._run("pg_ctl", "--wait", "promote")

    def kill(self) -> None:
        """End it at once, as a crash would; nothing of it stays in memory."""
        postmaster = int((self._data / "postmaster.pid").read_text().partition("\n")[0])
        children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        os.kill(postmaster, signal.SIGQUIT)
        for one in map(int, children):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)


async def failed_over(seed: int, cases: int, *, synchronous: bool) -> Outcome:
    """Lose so many primaries."""
    rng = random.Random(seed)  # noqa: S311
    found = [await _lost(random.Random(rng.random()), synchronous) for _ in range(cases)]  # noqa: S311
    took = [one.took for one in found]
    kept, refused, gone = (
        sum(map(attrgetter(name), found)) for name in ("kept", "refused", "gone")
    )
    return Outcome(
        cases=cases,
        lost=sum(one.lost for one in found),
        doubled=sum(one.doubled for one in found),
        faults=tuple(fault for one in found for fault in one.faults),
        note=f"{kept} leg days told as kept, {refused} refused, {gone} of the last moments gone; "
        + told("a process leads again after", took),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Failover:
    """What became of one; ``gone`` is what an asynchronous replica never had."""

    lost: int
    doubled: int
    faults: tuple[str, ...]
    took: float
    kept: int
    refused: int
    gone: int


async def _lost(rng: random.Random, synchronous: bool) -> Failover:
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="legday-pair-")))
        primary, replica = await stack.enter_async_context(_pair(folder, synchronous))
        url = f"postgresql://legday@127.0.0.1:{primary.port},127.0.0.1:{replica.port}/postgres"
        url += "?target_session_attrs=read-write"
        sandbox = await stack.enter_async_context(Sandbox(clock=RealClock()))
        sandbox.gateway.shards = sandbox.gateway.max_concurrency = PROCESSES
        for number in range(PROCESSES):
            one = Bot(folder / str(number), settings(sandbox, url))
            stack.callback(one.kill)
            one.start()
        await all_connected(sandbox, PROCESSES)
        crowd = Crowd(sandbox, url)
        stores = await stack.enter_async_context(opened(url))
        diary = Diary(stores, rng)
        async with people(diary):
            await asyncio.sleep(rng.uniform(*QUIET_FOR))
            await crowd.promise(SystemClock().now(), dms=REMINDED)
            if not synchronous:  # else a promise may be among what is gone
                await _follows(primary)
            await _hold_up(primary)
            await wake(primary.url)
            if synchronous:
                await asyncio.sleep(rng.uniform(*HELD_UP_FOR))
            else:
                await all_changed(sandbox, crowd.all_arrived)
            began = SystemClock().monotonic()
            primary.kill()
            await asyncio.to_thread(replica.promote)
            connection = await asyncpg.connect(replica.url)
            await leader(connection)
            took = SystemClock().monotonic() - began
            await connection.close()
            await asyncio.sleep(AFTERWARDS)
        await all_connected(sandbox, PROCESSES)
        await crowd.promise(SystemClock().now(), dms=REMINDED)
        await wake(replica.url)
        await all_changed(sandbox, crowd.all_arrived)
        lost, doubled = crowd.judged()
        logs = await judged(diary, replica.url, 1)
        gone = 0 if synchronous else logs.lost
        return Failover(
            lost=lost + logs.lost - gone,
            doubled=doubled + logs.doubled,
            faults=(*logs.faults, *too_fast(busiest_second(sandbox))),
            took=took,
            kept=len(diary.told),
            refused=len(diary.refused),
            gone=gone,
        )


async def _hold_up(primary: Replicated) -> None:
    """Send nothing to the replica from now on."""
    connection = await asyncpg.connect(primary.url)
    os.kill(await connection.fetchval(SENDER), signal.SIGSTOP)
    connection.terminate()


async def _follows(primary: Replicated) -> None:
    """Wait until the replica has all that is there now."""
    connection = await asyncpg.connect(primary.url)
    there = await connection.fetchval("SELECT pg_current_wal_lsn()")
    await until(lambda: connection.fetchval(HAS, there))
    await connection.close()


@asynccontextmanager
async def _pair(
    folder: Path,
    synchronous: bool,
) -> AsyncIterator[tuple[Replicated, Replicated]]:
    open_to_all(folder)
    primary, replica = Replicated(folder / "primary"), Replicated(folder / "replica")
    async with AsyncExitStack() as stack:
        await asyncio.to_thread(primary.start)
        stack.push_async_callback(_stopped, primary)
        await migrate(primary.url, shipped_migrations(), SystemClock().now())
        await asyncio.to_thread(replica.follow, primary)
        stack.push_async_callback(_stopped, replica)
        connection = await asyncpg.connect(primary.url)
        await until(partial(_streams, connection))
        if synchronous:
            await connection.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
            await connection.execute("SELECT pg_reload_conf()")
        await connection.close()
        yield primary, replica


async def _streams(connection: asyncpg.Connection) -> bool:
    return bool(await connection.fetchval(STREAMS))


async def _stopped(server: Server) -> None:
    if server.runs():
        await asyncio.to_thread(server.stop)


def _check(name: str, **how: Any) -> Check:
    run = partial(failed_over, **how)
    return Check(goal="G21", name=name, run=run, full=40, cut=0)


FAILOVERS = (
    _check("failover to a synchronous replica", synchronous=True),
    _check("failover to an asynchronous replica", synchronous=False),
)
