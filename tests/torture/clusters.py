"""Several processes of one bot on PostgreSQL, whose leader is killed or stopped at random (G21).

Reminders are promised between the kills; each has to come once. The bot as a whole keeps Discord's
limit all the while: the local Discord refuses whatever is too much, and that is a broken promise.
"""

import asyncio
import os
import random
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.clock import Clock, SystemClock
from bot.cluster.processes import Processes
from bot.config import Config
from bot.runtime import process
from bot.sandbox import RealClock, Sandbox
from bot.store.cluster.anchor import LEADER
from bot.store.store import Store
from tests import postgres
from tests.torture.check import Check, Outcome
from tests.torture.nursery import Nursery
from tests.torture.promised import Crowd

RUN = f"{__name__}:run"
PROCESSES = 3
AT_ONCE = 6  # reminders promised before each kill
PATIENCE = 60.0  # seconds, on a machine with other work
SILENT = 2.0  # seconds until a stopped process loses its session; 30 where nobody is in a hurry
LONGEST_WAIT = 0.4  # seconds from the promises to the kill
LEADS_WITHIN = 2.0  # seconds after a kill

HOLDER = """
SELECT holder.pid, holder.application_name AS name FROM pg_locks AS held
JOIN pg_stat_activity AS holder ON holder.pid = held.pid
WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 2 AND held.objid = $1
    AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def run(_: object, *, environ: dict[str, str], folder: str) -> int:
    """Be one process of the bot."""
    os.chdir(folder)
    return asyncio.run(process.run(Config.from_env(environ), SystemClock(), join=_joined))


@asynccontextmanager
async def _joined(config: Config, store: Store, clock: Clock) -> AsyncIterator[Processes]:
    async with Processes(config, store, clock, patience=SILENT) as made:
        yield made


@dataclass(slots=True)
class Restarted:
    """A process that is started again whenever it ends, as an orchestrator does."""

    nursery: Nursery
    told: dict[str, object]
    pid: int = 0
    dead: asyncio.Event = field(default_factory=asyncio.Event)

    async def keep(self) -> None:
        """Start it, again and again."""
        while True:
            self.dead.clear()
            await self.nursery.life(RUN, self.told, ended_when=self.dead.wait, born=self._born)

    def send(self, number: signal.Signals) -> None:
        """Send it a signal; nothing is started again before it is dead."""
        os.kill(self.pid, number)
        if number is signal.SIGKILL:
            self.dead.set()

    def _born(self, pid: int) -> None:
        self.pid = pid


class Bots:
    """The processes, and who of them leads by the database's word."""

    def __init__(self, connection: asyncpg.Connection, kept: list[Restarted]) -> None:
        self._connection = connection
        self.kept = kept

    async def leader(self) -> tuple[int, Restarted]:
        """Wait until a process with a slot leads; return its session and the process."""
        while True:
            session, name = await self.session()
            number = name.rpartition(" slot ")[2]
            if number.isdecimal():
                return session, self.kept[int(number)]

    async def session(self, *, after: int = 0) -> tuple[int, str]:
        """Wait until a session other than ``after`` leads; return it and its name."""
        async with asyncio.timeout(PATIENCE):
            while True:
                found = await self._connection.fetchrow(HOLDER, LEADER)
                if found is not None and found["pid"] != after:
                    return found["pid"], found["name"]
                await asyncio.sleep(0.01)


@asynccontextmanager
async def running(sandbox: Sandbox, url: str) -> AsyncIterator[Bots]:
    """Run all processes, each with a slot of its own."""
    async with AsyncExitStack() as stack:
        kept = []
        for number in range(PROCESSES):
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="clusters-"))
            environ = {
                "DISCORD_TOKEN": sandbox.token,
                "DISCORD_API_BASE": sandbox.url,
                "DATABASE_URL": url,
                "BACKUP_EVERY_HOURS": "0",
                "SHARD_COUNT": str(PROCESSES),
                "SHARD_SLOTS": str(PROCESSES),
                "SHARD_SLOT": str(number),
            }
            nursery = await stack.enter_async_context(Nursery(__name__))
            kept.append(Restarted(nursery, {"environ": environ, "folder": folder}))
        connection = await asyncpg.connect(url)
        keeping = [asyncio.create_task(one.keep()) for one in kept]
        try:
            yield Bots(connection, kept)
        finally:
            for task in keeping:
                task.cancel()
            await asyncio.gather(*keeping, return_exceptions=True)
            for one in kept:
                with suppress(ProcessLookupError):
                    os.kill(one.pid, signal.SIGKILL)
                one.nursery._input.write(b"\n")  # it waits for this
            await connection.close()


async def troubled(seed: int, cases: int) -> Outcome:
    """Kill the leader, or stop it and let it go when another leads, in turn."""
    rng = random.Random(seed)  # noqa: S311
    takeovers: dict[signal.Signals, list[float]] = {signal.SIGKILL: [], signal.SIGSTOP: []}
    async with postgres.database() as url, Sandbox(clock=RealClock()) as sandbox:
        sandbox.gateway.shards = sandbox.gateway.max_concurrency = PROCESSES
        crowd = Crowd(sandbox, url)
        async with running(sandbox, url) as bots:
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
            f"{max(takeovers[signal.SIGKILL]):.1f} s; busiest second {_busiest(sandbox)}",
        )


async def _taken_over(bots: Bots, by: signal.Signals, rng: random.Random) -> float:
    """End or stop the leader; return the seconds until another leads."""
    session, leader = await bots.leader()
    clock = SystemClock()
    started = clock.monotonic()
    leader.send(by)
    await bots.session(after=session)
    took = clock.monotonic() - started
    if by is signal.SIGSTOP:
        await asyncio.sleep(rng.uniform(0.0, LONGEST_WAIT))
        leader.send(signal.SIGCONT)
    return took


def _refused(sandbox: Sandbox) -> tuple[str, ...]:
    refused = sum(one.status == 429 for one in sandbox.requests)
    return (f"{refused} requests were too much for Discord",) if refused else ()


def _late(takeovers: dict[signal.Signals, list[float]]) -> tuple[str, ...]:
    allowed = {signal.SIGKILL: LEADS_WITHIN, signal.SIGSTOP: LEADS_WITHIN + SILENT}
    late = [took for by in takeovers for took in takeovers[by] if took > allowed[by]]
    return (f"nobody led for {max(late):.1f} s",) if late else ()


def _busiest(sandbox: Sandbox) -> int:
    """Return the most requests in a second of those that Discord counts."""
    counted = [one.at for one in sandbox.requests if "/interactions/" not in one.path]
    moments = sorted(moment.timestamp() for moment in counted)
    most, first = 0, 0
    for last, moment in enumerate(moments):
        while moments[first] <= moment - 1:
            first += 1
        most = max(most, last - first + 1)
    return most


CLUSTERS = Check(
    goal="G21",
    name="leader of several processes killed or stopped",
    run=troubled,
    full=300,
    cut=2,
)
