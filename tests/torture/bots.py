"""Processes of one bot as an operator starts them, and what the database says of them."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.clock import SystemClock
from bot.cluster.membership import Word
from bot.sandbox import Sandbox
from bot.sandbox.ratelimits import EXEMPT
from bot.store.cluster.anchor import CHANNEL, LEADER

ROOT = Path(__file__).parents[2]
LOOK_EVERY = 0.02  # seconds
PATIENCE = 90.0  # seconds, on a machine with other work
HAS_SLOT, STANDS_BY = "this process has slot", "standing by"
MOST_A_SECOND = 55
HOLDER = """
SELECT holder.pid, holder.application_name AS name, host(holder.client_addr) AS address
FROM pg_locks AS held JOIN pg_stat_activity AS holder ON holder.pid = held.pid
WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 2 AND held.objid = $1
    AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


class Bot:
    """One process, in a folder of its own with its log.

    Args:
        folder: made where it is missing.
        environ: its settings.
    """

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        self._folder = folder
        self._environ = environ
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, as a process of the thread's network."""
        self._folder.mkdir(exist_ok=True)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                (sys.executable, "-m", "bot", "run"),
                cwd=self._folder,
                env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **self._environ},
                stdout=subprocess.DEVNULL,
                stderr=log,
            )

    @property
    def log(self) -> Path:
        return self._folder / "log"

    @property
    def runs(self) -> bool:
        """Whether it was started and has not ended."""
        return self._process is not None and self._process.poll() is None

    def said(self, words: str) -> int:
        """Return how often its log has some words."""
        return self.log.read_text("utf-8", errors="replace").count(words)

    @property
    def serves(self) -> bool:
        """Whether it has a slot, by the last it said of that."""
        said = self.log.read_text("utf-8", errors="replace").splitlines()
        slots = [line for line in said if HAS_SLOT in line or STANDS_BY in line]
        return bool(slots) and HAS_SLOT in slots[-1]

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()


async def leader(connection: asyncpg.Connection, *, other_than: int = 0) -> asyncpg.Record:
    """Wait until a session leads; return its ``pid``, ``name`` and ``address``."""
    found: list[asyncpg.Record] = []

    async def leads() -> bool:
        found[:] = await connection.fetch(HOLDER, LEADER)
        return bool(found) and found[0]["pid"] != other_than

    await until(leads)
    return found[0]


async def wake(url: str) -> None:
    """Have the leader look for reminders, as a process does that planned one."""
    connection = await asyncpg.connect(url)
    await connection.execute(f"NOTIFY {CHANNEL}, '{Word.WAKE}'")
    await connection.close()


async def until(reached: Callable[[], Awaitable[bool]], patience: float = PATIENCE) -> float:
    """Wait until something is so; return the seconds it took.

    Raises:
        TimeoutError: it is not so in time.
    """
    clock = SystemClock()
    began = clock.monotonic()
    async with asyncio.timeout(patience):
        while not await reached():  # noqa: ASYNC110 (no event tells what becomes of processes)
            await asyncio.sleep(LOOK_EVERY)
    return clock.monotonic() - began


async def all_connected(sandbox: Sandbox, shards: int, patience: float = PATIENCE) -> float:
    """Wait until a session of each shard is served, and there are commands; return the seconds."""

    async def connected() -> bool:
        served = {one.shard for one in sandbox.gateway.connected} == set(range(shards))
        return served and bool(sandbox.commands.syncs)

    return await until(connected, patience)


async def all_changed(sandbox: Sandbox, reached: Callable[[], bool]) -> None:
    """Wait until something is so that only requests of the bot change, or for long enough."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while not reached():
                sandbox.rest.changed.clear()
                await sandbox.rest.changed.wait()


def busiest_second(sandbox: Sandbox) -> int:
    """Return the most requests in a second of those that Discord counts."""
    counted = [one.at for one in sandbox.requests if not one.path.startswith(EXEMPT)]
    moments = sorted(moment.timestamp() for moment in counted)
    most, first = 0, 0
    for last, moment in enumerate(moments):
        while moments[first] <= moment - 1:
            first += 1
        most = max(most, last - first + 1)
    return most


def too_fast(busiest: int) -> list[str]:
    """Return what is wrong with the most requests in a second.

    A local Discord on a busy machine takes in a second what was sent in a little more.
    """
    return [f"{busiest} requests in a second"] if busiest > MOST_A_SECOND else []
