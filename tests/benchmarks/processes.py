"""Bots as processes of their own, each on its own local Discord in this one."""

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from bot.sandbox import RealClock, Sandbox

ROOT = Path(__file__).parents[2]
STOP_WITHIN = 15.0  # seconds
TICK = os.sysconf("SC_CLK_TCK")  # ticks of CPU time a second, in /proc/PID/stat

LEGDAY = ("-m", "bot", "run")
LEGDAY_WITH_NOOP = ("-m", "tests.benchmarks.legday_bot")
BARE = ("-m", "tests.benchmarks.bare_bot")


class Process:
    """A running bot: what it logs, and what it costs."""

    def __init__(self, process: asyncio.subprocess.Process, started_at: float) -> None:
        self._process = process
        self._changed = asyncio.Event()
        self.started_at = started_at
        """Just before it was started, in the event loop's seconds."""
        self.logged: list[str] = []
        self._reading = asyncio.create_task(self._read())

    async def until_logged(self, words: str, patience: float = 60.0) -> None:
        """Wait until a line with these words is logged.

        Raises:
            RuntimeError: the process ended instead.
            TimeoutError: neither happened.
        """
        async with asyncio.timeout(patience):
            while not any(words in line for line in self.logged):
                if self._reading.done():
                    raise RuntimeError("the bot ended:\n" + "\n".join(self.logged[-20:]))
                self._changed.clear()
                await self._changed.wait()

    @property
    def pid(self) -> int:
        """Its id."""
        return self._process.pid

    def memory(self) -> float:
        """Return its resident memory, in MB."""
        return memory_of(self.pid)

    def cpu(self) -> float:
        """Return the seconds of CPU it has used."""
        stat = Path(f"/proc/{self._process.pid}/stat").read_text()
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / TICK

    async def stop(self) -> None:
        """End it the way an operator does; whatever does not end is killed."""
        with contextlib.suppress(ProcessLookupError):
            self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), STOP_WITHIN)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        await self._reading

    async def _read(self) -> None:
        assert self._process.stderr is not None
        async for line in self._process.stderr:
            self.logged.append(line.decode(errors="replace").rstrip())
            self._changed.set()
        self._changed.set()


def memory_of(pid: int) -> float:
    """Return the resident memory of a process, in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024 / 1e6


@contextlib.asynccontextmanager
async def local_discord(*, watched: bool = False) -> AsyncIterator[Sandbox]:
    """Give a local Discord in real time; `watched`, it holds to the rate limits and keeps record.

    Both cost time, so commands are measured without them.
    """
    async with Sandbox(clock=RealClock(), rate_limits=watched, answer_within=30.0) as sandbox:
        sandbox.rest.keep_requests = watched
        yield sandbox


@contextlib.asynccontextmanager
async def running(
    command: tuple[str, ...], sandbox: Sandbox, folder: Path
) -> AsyncIterator[Process]:
    """Run a bot while the block runs, with its data in `folder`."""
    started_at = asyncio.get_running_loop().time()
    process = Process(
        await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            cwd=folder,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "DISCORD_TOKEN": sandbox.token,
                "DISCORD_API_BASE": sandbox.url,
                "DATABASE_URL": f"sqlite:///{folder / 'legday.db'}",
            },
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        ),
        started_at,
    )
    try:
        yield process
    finally:
        await process.stop()


@contextlib.asynccontextmanager
async def ready(
    command: tuple[str, ...], sandbox: Sandbox, folder: Path, *, patience: float = 60.0
) -> AsyncIterator[Process]:
    """Run a bot as `running`, from when it says that it is ready."""
    async with running(command, sandbox, folder) as process:
        await process.until_logged("ready", patience)
        yield process
