"""Several processes of one bot on PostgreSQL, whose leader is killed or stopped at random (G21).

Reminders are promised between the kills; each has to come once, and the bot as a whole keeps
Discord's limit all the while.
"""

import asyncio
import ctypes
import os
import random
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.clock import Clock, SystemClock
from bot.cluster.membership import Cluster
from bot.cluster.processes import Processes
from bot.config import Config
from bot.runtime import process
from bot.sandbox import RealClock, Sandbox
from bot.store.cluster.anchor import LEADER
from bot.store.store import Store
from tests import postgres
from tests.torture.bots import busiest_second
from tests.torture.check import Check, Outcome
from tests.torture.nursery import Nursery
from tests.torture.promised import Crowd
from tests.torture.scene import FOLDER

RUN = f"{__name__}:run"
PR_SET_PDEATHSIG = 1  # of prctl(2)
PROCESSES = 3  # two, where there are but two cases
AT_ONCE = 6  # reminders promised before each kill
PATIENCE = 60.0  # seconds, on a machine with other work
SILENT = 2.0  # seconds until a stopped process loses its session; 30 where nobody is in a hurry
LONGEST_WAIT = 0.4  # seconds from the promises to the kill
LEADS_WITHIN = 10.0  # seconds after a kill, on a machine with other work; an idle one needs one

HOLDER = """
SELECT holder.pid, holder.application_name AS name FROM pg_locks AS held
JOIN pg_stat_activity AS holder ON holder.pid = held.pid
WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 2 AND held.objid = $1
    AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def run(_: object, *, environs: list[dict[str, str]], folder: str) -> int:
    """Keep the processes of a bot, each with a folder of its own: one that ends is started again.

    They end with this one. Their process ids are beside their folders.
    """
    running: dict[int, int] = {}
    missing = list(range(len(environs)))
    while True:
        for number in missing:
            child = os.fork()
            if not child:
                _be(environs[number], Path(folder) / str(number))
            running[child] = number
            written = Path(folder) / f"{number}.new"
            written.write_text(str(child))
            written.replace(Path(folder) / f"{number}.pid")
        missing = [running.pop(os.wait()[0])]


def _be(environ: dict[str, str], folder: Path) -> None:
    """Be one process of the bot; never returns."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    code = 1
    try:
        folder.mkdir(exist_ok=True)
        os.chdir(folder)
        config = Config.from_env(environ)
        code = asyncio.run(process.run(config, SystemClock(), join=_joined))
    finally:
        os._exit(code)


@asynccontextmanager
async def _joined(config: Config, store: Store, clock: Clock) -> AsyncIterator[Cluster]:
    async with Processes(config, store, clock, patience=SILENT) as made:
        yield made


class Bots:
    """The processes, and who of them leads by the database's word."""

    def __init__(self, connection: asyncpg.Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder

    async def leader(self) -> tuple[int, int]:
        """Wait until a process with a slot leads; return its session and its process id."""
        while True:
            session, name = await self.session()
            number = name.rpartition(" slot ")[2]
            if number.isdecimal():
                return session, int((self._folder / f"{number}.pid").read_text())

    def kill(self, number: int) -> None:
        """Kill a process by its slot, unless it has not begun or has just ended."""
        with suppress(ProcessLookupError, FileNotFoundError):
            os.kill(int((self._folder / f"{number}.pid").read_text()), signal.SIGKILL)

    async def session(self, *, after: int = 0) -> tuple[int, str]:
        """Wait until a session other than ``after`` leads; return it and its name."""
        async with asyncio.timeout(PATIENCE):
            while True:
                found = await self._connection.fetchrow(HOLDER, LEADER)
                if found is not None and found["pid"] != after:
                    return found["pid"], found["name"]
                await asyncio.sleep(0.01)


@asynccontextmanager
async def running(
    sandbox: Sandbox, url: str, processes: int, **settings: str
) -> AsyncIterator[Bots]:
    """Run all processes, each with a slot of its own; ``settings`` are further ones of all."""
    environ = {
        "DISCORD_TOKEN": sandbox.token,
        "DISCORD_API_BASE": sandbox.url,
        "DATABASE_URL": url,
        "BACKUP_EVERY_HOURS": "0",
        "SHARD_COUNT": str(processes),
        "SHARD_SLOTS": str(processes),
        **settings,
    }
    environs = [{**environ, "SHARD_SLOT": str(number)} for number in range(processes)]
    over = asyncio.Event()

    async def when() -> None:
        await over.wait()

    async with Nursery(__name__) as nursery:
        with tempfile.TemporaryDirectory(prefix="clusters-", dir=FOLDER) as folder:
            told = {"environs": environs, "folder": folder}
            living = asyncio.create_task(nursery.life(RUN, told, ended_when=when))
            connection = await asyncpg.connect(url)
            try:
                yield Bots(connection, Path(folder))
            finally:
                over.set()
                await living
                await connection.close()


async def troubled(seed: int, cases: int) -> Outcome:
    """Kill the leader, or stop it and let it go when another leads, in turn."""
    rng = random.Random(seed)  # noqa: S311
    takeovers: dict[signal.Signals, list[float]] = {signal.SIGKILL: [], signal.SIGSTOP: []}
    processes = min(PROCESSES, max(2, cases))
    async with postgres.database() as url, Sandbox(clock=RealClock()) as sandbox:
        sandbox.gateway.shards = sandbox.gateway.max_concurrency = processes
        crowd = Crowd(sandbox, url)
        async with running(sandbox, url, processes) as bots:
            for number in range(cases):
                await crowd.promise(SystemClock().now(), dms=AT_ONCE)
                await asyncio.sleep(rng.uniform(0.0, LONGEST_WAIT))
                by = [*takeovers][number % 2]
                takeovers[by].append(await _taken_over(bots, by, rng))
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    while not crowd.all_arrived():
                        sandbox.rest.changed.clear()
                        await sandbox.rest.changed.wait()
        lost, doubled = crowd.judged()
        return Outcome(
            cases=cases,
            lost=lost,
            doubled=doubled,
            faults=(*_refused(sandbox), *_late(takeovers)),
            note=f"{crowd.promised.total()} reminders; the lead passed on within "
            f"{max(takeovers[signal.SIGKILL]):.1f} s; busiest second {busiest_second(sandbox)}",
        )


async def _taken_over(bots: Bots, by: signal.Signals, rng: random.Random) -> float:
    """End or stop the leader; return the seconds until another leads."""
    session, leader = await bots.leader()
    clock = SystemClock()
    started = clock.monotonic()
    os.kill(leader, by)
    await bots.session(after=session)
    took = clock.monotonic() - started
    if by is signal.SIGSTOP:
        await asyncio.sleep(rng.uniform(0.0, LONGEST_WAIT))
        os.kill(leader, signal.SIGCONT)
    return took


def _refused(sandbox: Sandbox) -> tuple[str, ...]:
    refused = sum(one.status == 429 for one in sandbox.requests)
    return (f"{refused} requests were too much for Discord",) if refused else ()


def _late(takeovers: dict[signal.Signals, list[float]]) -> tuple[str, ...]:
    allowed = {signal.SIGKILL: LEADS_WITHIN, signal.SIGSTOP: LEADS_WITHIN + SILENT}
    late = [took for by in takeovers for took in takeovers[by] if took > allowed[by]]
    return (f"nobody led for {max(late):.1f} s",) if late else ()


CLUSTERS = Check(
    goal="G21",
    name="leader of several processes killed or stopped",
    run=troubled,
    full=300,
    cut=2,
)
