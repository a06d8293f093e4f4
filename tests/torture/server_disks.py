"""The disk of PostgreSQL is full, at moments of chance, and later has room again.

Two processes of a bot are on a server whose files are in a small file system. In every other case
its write-ahead log is there too: a server that cannot write that ends, and its operator starts it
again when there is room. People log and reminders are due all the while.
"""

import asyncio
import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.clock import SystemClock
from bot.sandbox import RealClock, Sandbox
from bot.store.engine.migrating import migrate
from bot.store.engine.schema import shipped_migrations
from tests.postgres_server import Server
from tests.torture.bots import Bot, all_changed, all_connected
from tests.torture.check import Check, Outcome
from tests.torture.diaries import LOGGED, REFUSED, UNCERTAIN, Diaries, agreed, answer, servers_of
from tests.torture.promised import Crowd
from tests.torture.servers import open_to_all

SIZE = "160m"
BLOCK = 8192  # bytes: PostgreSQL's pages
MOST_PAGES = 10  # of room left
PROCESSES = 2
REMINDED = 6
LOGS, LOGS_AFTERWARDS = 90, 6
A_LOG_EVERY = 0.1  # seconds
DUE_IN = timedelta(seconds=3)
FULL_FOR = 8.0  # seconds
NOTE = "x" * 500
NEXT_SEGMENT = "SELECT pg_switch_wal()"  # of the log, as if much had been written
WAL = ("min_wal_size", "2MB"), ("max_wal_size", "8MB"), ("checkpoint_timeout", "30s")


@dataclass
class Disk:
    """A small file system."""

    path: Path

    @property
    def _ballast(self) -> Path:
        return self.path / "ballast"

    def fill(self, pages: int) -> None:
        """Leave room for so many pages only."""
        size = shutil.disk_usage(self.path).free - pages * BLOCK
        handle = os.open(self._ballast, os.O_CREAT | os.O_WRONLY)
        try:
            os.posix_fallocate(handle, 0, size)
        finally:
            os.close(handle)

    def make_room(self) -> None:
        """Free what was filled."""
        self._ballast.unlink(missing_ok=True)


def no_disks() -> str | None:
    """Return why no small file system can be had here."""
    try:
        with _mounted("1m"):
            return None
    except (OSError, subprocess.CalledProcessError) as error:
        return f"needs root and mounts ({error})"


@contextmanager
def _mounted(size: str) -> Iterator[Disk]:
    with tempfile.TemporaryDirectory(prefix="legday-disk-") as folder:
        options = ("-o", f"size={size},mode=755", "tmpfs", folder)
        _run("mount", "-t", "tmpfs", *options)
        try:
            yield Disk(Path(folder))
        finally:
            _run("umount", "--lazy", folder)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (mount and umount)


async def full(seed: int, cases: int) -> Outcome:
    """Fill so many disks."""
    rng = random.Random(seed)  # noqa: S311
    found = [await _filled(random.Random(rng.random()), bool(one % 2)) for one in range(cases)]  # noqa: S311
    return Outcome(
        cases=cases,
        lost=sum(one.lost for one in found),
        doubled=sum(one.doubled for one in found),
        faults=tuple(fault for one in found for fault in one.faults),
        note=" | ".join(one.note for one in found),
    )


async def _filled(rng: random.Random, log_too: bool) -> Outcome:
    async with AsyncExitStack() as stack:
        disk = stack.enter_context(_mounted(SIZE))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="legday-full-")))
        server = await stack.enter_async_context(_server(disk, folder, log_too=log_too))
        sandbox = await stack.enter_async_context(Sandbox(clock=RealClock()))
        sandbox.gateway.shards = sandbox.gateway.max_concurrency = PROCESSES
        bots = [Bot(folder / str(number), settings(sandbox, server.url)) for number in range(2)]
        for one in bots:
            stack.callback(one.kill)
            one.start()
        people = await agreed(sandbox, server.url, LOGS + LOGS_AFTERWARDS)
        guilds = servers_of(sandbox, PROCESSES)
        diaries = Diaries(sandbox, people[:LOGS], guilds, rng, note=NOTE)
        crowd = Crowd(sandbox, server.url)
        await all_connected(sandbox, PROCESSES)
        await crowd.promise(SystemClock().now() + DUE_IN, dms=REMINDED)
        room = rng.randrange(MOST_PAGES)
        disk.fill(room)
        logging = asyncio.create_task(diaries.go_on(A_LOG_EVERY))
        await (_use_up_log(server.url) if log_too else asyncio.sleep(FULL_FOR))
        died = not server.runs()
        await logging
        disk.make_room()
        if died:
            server.start_again()
        await all_connected(sandbox, PROCESSES)
        later = Diaries(sandbox, people[LOGS:], guilds, rng)
        await later.go_on(1.0)
        await all_changed(sandbox, crowd.all_arrived)
        await asyncio.sleep(1.0)
        lost, doubled = crowd.judged()
        logs_lost, logs_doubled, faults = await diaries.judged()
        wrong = [f"with room again: {later.figures()}"] * (
            len(later.told(LOGGED)) < len(later.made)
        )
        wrong += [f"somebody read {text!r}" for text in sorted(_strange(diaries))]
        wrong += [
            f"a process ended; its log: {one.log.read_text()[-500:]}"
            for one in bots
            if not one.runs
        ]
        where = "log and data" if log_too else "data"
        return Outcome(
            cases=1,
            lost=lost + logs_lost,
            doubled=doubled + logs_doubled,
            faults=(*faults, *wrong),
            note=f"{where}, {room} pages left{', the server ended' * died}: {diaries.figures()}",
        )


async def _use_up_log(url: str) -> None:
    """Write the log to the disk's end."""
    with suppress(TimeoutError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
        async with asyncio.timeout(FULL_FOR):
            connection = await asyncpg.connect(url)
            while True:
                await connection.execute(NEXT_SEGMENT)
                await asyncio.sleep(A_LOG_EVERY)
    await asyncio.sleep(FULL_FOR / 2)


def _strange(diaries: Diaries) -> set[str]:
    """Return what people read that neither says that it is kept nor that nothing was saved."""
    known = (LOGGED, REFUSED, UNCERTAIN)
    read = {answer(made) for made in diaries.made.values()} - {""}
    return {text for text in read if not any(words in text for words in known)}


def settings(sandbox: Sandbox, url: str) -> dict[str, str]:
    """Return the settings of the processes."""
    return {
        "DISCORD_TOKEN": sandbox.token,
        "DISCORD_API_BASE": sandbox.url,
        "DATABASE_URL": url,
        "BACKUP_EVERY_HOURS": "0",
        "SHARD_COUNT": str(PROCESSES),
        "SHARD_SLOTS": str(PROCESSES),
    }


@asynccontextmanager
async def _server(disk: Disk, folder: Path, *, log_too: bool) -> AsyncIterator[Server]:
    making = ["--wal-segsize=1"]
    if not log_too:
        making.append(f"--waldir={open_to_all(folder / 'wal') / 'log'}")
    open_to_all(folder)
    own, data = open_to_all(folder / "pg"), open_to_all(disk.path) / "data"
    server = Server(own, data=data, making=making, settings=dict(WAL))
    await asyncio.to_thread(server.start)
    try:
        await migrate(server.url, shipped_migrations(), SystemClock().now())
        yield server
    finally:
        with suppress(SystemExit):  # it may have ended
            await asyncio.to_thread(server.stop)


SERVER_DISKS = Check(
    goal="G17",
    name="the disk of PostgreSQL is full, then has room",
    run=full,
    full=8,
    cut=0,
    needs=no_disks,
)
