"""``python -m bot sandbox``: the real bot in a local Discord, in one process on one clock."""

import asyncio
import contextlib
import logging
import sys
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from bot.client.app import LegdayBot
from bot.config import Config
from bot.delivery import Pace
from bot.runtime import logs
from bot.runtime.connection import connected
from bot.sandbox import Sandbox, SandboxClock
from bot.sandbox.prompt import from_keyboard, from_stream, run_prompt
from bot.sandbox.seed import ZONE, seed
from bot.sandbox.server import START
from bot.sandbox.web import Site
from bot.store.store import open_store

LOG_FILE = "legday.log"

UNHURRIED = Pace(look_every=6 * 3600.0)
"""Nobody else writes here and this clock never jumps: a day may pass without many looks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options of a trial.

    Attributes:
        script: where lines come from; without it, the keyboard or what is piped in.
        database: where data is kept; without it, in a folder that is removed at the end.
        page: whether whoever types also gets a page for their browser.
        port: where the page listens, also while lines are piped in; 0 for any free port.
    """

    script: Path | None = None
    database: Path | None = None
    page: bool = True
    port: int | None = None


async def try_out(wanted: Wanted) -> int:
    """Run the bot in a small gym server until its script or the prompt ends; return the exit code.

    Raises:
        PortTakenError: the page's port is taken.
    """
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="legday-")))
        log_file = stack.enter_context((folder / LOG_FILE).open("w", encoding="utf-8"))
        stack.callback(logging.getLogger().handlers.clear)  # before the file they write is closed
        script = wanted.script
        source = stack.enter_context(script.open(encoding="utf-8")) if script else sys.stdin
        interactive = source.isatty()
        lines = from_keyboard() if interactive else from_stream(source)
        async with (
            started(wanted.database or folder / "legday.db", log_file) as trial,
            _page(trial.sandbox, wanted, interactive=interactive),
        ):
            return await run_prompt(
                trial.sandbox,
                lines,
                sys.stdout,
                interactive=interactive,
                restart=trial.restart,
            )


class Trial:
    """The bot in a sandbox; it can be stopped and restarted.

    Args:
        sandbox: where it is.
        config: its settings; the database's file stays from one start to the next.
        clock: the one they share.
    """

    def __init__(self, sandbox: Sandbox, config: Config, clock: SandboxClock) -> None:
        self.sandbox = sandbox
        self._clock = clock
        self._config = config
        self._running = contextlib.AsyncExitStack()

    async def start(self) -> None:
        """Start the bot and wait until it is ready for commands."""
        opening = open_store(self._config.database_url, clock=self._clock)
        store = await self._running.enter_async_context(opening)
        bot = LegdayBot(self._config, store, self._clock, pace=UNHURRIED)
        connection = await self._running.enter_async_context(connected(bot))
        arrived = asyncio.create_task(self.sandbox.until_connected())
        await asyncio.wait({connection, arrived}, return_when=asyncio.FIRST_COMPLETED)
        if connection.done():
            arrived.cancel()
            await connection
        await arrived

    async def stop(self) -> None:
        """Stop the bot as an operator would."""
        await self._running.aclose()

    async def restart(self) -> None:
        """Stop the bot and start it again."""
        await self.stop()
        await self.start()


@contextlib.asynccontextmanager
async def started(database: Path, log_stream: TextIO) -> AsyncIterator[Trial]:
    """Give a sandbox with a small gym server and the bot in it, ready for commands.

    Args:
        database: the bot's SQLite file, absolute or relative to here.
        log_stream: where the bot's log goes, so that a transcript stays readable.
    """
    # Limits would hold in real time, while here a day passes in a moment.
    clock = SandboxClock(START)
    async with Sandbox(clock=clock, rate_limits=False) as sandbox:
        seed(sandbox)
        config = Config(
            discord_token=sandbox.token,
            database_url=f"sqlite:///{database}",
            discord_api_base=sandbox.url,
            backup_every_hours=0,
        )
        logs.set_up(config, log_stream)
        trial = Trial(sandbox, config, clock)
        try:
            await trial.start()
            yield trial
        finally:
            await trial.stop()


@contextlib.asynccontextmanager
async def _page(sandbox: Sandbox, wanted: Wanted, *, interactive: bool) -> AsyncIterator[None]:
    if not wanted.page or not (interactive or wanted.port is not None):
        yield
        return
    async with Site(sandbox, zone=ZONE, port=wanted.port or 0) as site:
        # A transcript stays as it is: there the address goes beside it.
        told = sys.stdout if interactive else sys.stderr
        told.write(f"In your browser: {site.url}\n")
        told.flush()
        yield
