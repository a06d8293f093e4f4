"""``python -m bot sandbox``: the real bot in a local Discord, in one process on one clock."""

import asyncio
import contextlib
import logging
import sys
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, tzinfo
from pathlib import Path
from typing import TextIO

from bot.client.app import LegdayBot
from bot.config import Config, ConfigError
from bot.delivery import Pace
from bot.runtime import logs
from bot.runtime.connection import connected
from bot.sandbox import Sandbox, SandboxClock
from bot.sandbox.prompt import from_keyboard, from_stream, run_prompt
from bot.sandbox.seed import ZONE, seed
from bot.sandbox.server import FirstStep
from bot.sandbox.web import Site
from bot.sandbox.zones import machine_zone, zone_named
from bot.store.engine.errors import StoreError
from bot.store.store import Store, open_store

LOG_FILE = "legday.log"
FIRST_DAY, BEGIN_AT = date(2026, 3, 2), time(13)  # a Monday
STARTS = (
    FirstStep("Start: a first answer in two minutes", "/start"),
    FirstStep("Log a leg day", "/legday log effort:8 minutes:60"),
    FirstStep("Ask whether you can run today", "/canirun"),
)

DRAWN_WITHIN = 30.0
"""Real seconds that a line waits for its picture; in an outage it never comes."""

UNHURRIED = Pace(look_every=6 * 3600.0)
"""Nobody else writes here and this clock never jumps: a day may pass without many looks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options of a trial."""

    # where lines come from; without it, the keyboard or what is piped in
    script: Path | None = None
    # where data is kept; without it, in a folder that is removed at the end
    database: Path | None = None
    page: bool = True  # whether whoever types also gets a page for their browser
    # where the page listens, also while lines are piped in; 0 for any free port
    port: int | None = None
    zone: str = ""  # the name of the machine's zone, as far as the environment says (`TZ`)


async def try_out(wanted: Wanted) -> int:
    """Run the bot in a small gym server until its script or the prompt ends; return the exit code.

    Raises:
        PortTakenError: the page's port is taken.
        ConfigError: the script cannot be read.
    """
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="legday-")))
        log_file = stack.enter_context((folder / LOG_FILE).open("w", encoding="utf-8"))
        stack.callback(logging.getLogger().handlers.clear)  # before the file they write is closed
        source = sys.stdin
        if wanted.script is not None:
            source = stack.enter_context(_opened(wanted.script))
        interactive = source.isatty()
        lines = from_keyboard() if interactive else from_stream(source)
        # A script's transcript is the same on every machine; who types finds their own clock.
        zone = (interactive and machine_zone(wanted.zone)) or ZONE
        database = wanted.database or folder / "legday.db"
        async with (
            started(database, log_file, zone) as trial,
            _page(trial.sandbox, wanted, zone, interactive=interactive),
        ):
            return await run_prompt(
                trial.sandbox,
                lines,
                sys.stdout,
                interactive=interactive,
                zone=zone,
                restart=trial.restart,
            )


def _opened(script: Path) -> TextIO:
    try:
        return script.open(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{script}: {error.strerror}") from None


class Trial:
    """The bot in a sandbox; it can be stopped and restarted.

    The database's file stays from one start to the next.
    """

    def __init__(self, sandbox: Sandbox, config: Config, clock: SandboxClock) -> None:
        self.sandbox = sandbox
        self._clock = clock
        self._config = config
        self._running = contextlib.AsyncExitStack()
        self._store: Store | None = None
        self._bot: LegdayBot | None = None
        self._told: dict[int, str | None] = {}
        sandbox.engine.acted = self._learn_zone
        sandbox.engine.settled = self._pictures_attached

    async def start(self) -> None:
        """Start the bot and wait until it is ready for commands."""
        opening = open_store(self._config.database_url, clock=self._clock)
        self._store = store = await self._running.enter_async_context(opening)
        # The clock stands while somebody looks: an edit that waited for it would seem lost.
        pace = replace(UNHURRIED, edits_apart=0.0)
        self._bot = bot = LegdayBot(self._config, store, self._clock, pace=pace)
        bot.spoken_limits.lift()
        connection = await self._running.enter_async_context(connected(bot))
        arrived = asyncio.create_task(self.sandbox.until_connected())
        await asyncio.wait({connection, arrived}, return_when=asyncio.FIRST_COMPLETED)
        if connection.done():
            arrived.cancel()
            await connection
        await arrived

    async def stop(self) -> None:
        """Stop the bot as an operator would."""
        self._store = self._bot = None
        await self._running.aclose()

    async def restart(self) -> None:
        """Stop the bot and start it again."""
        await self.stop()
        await self.start()

    async def _pictures_attached(self) -> None:
        """Wait for the pictures of a line, so that the next one never meets a message without."""
        if self._bot is not None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(DRAWN_WITHIN):
                    await self._bot.pictures.all_attached()

    async def _learn_zone(self, user_id: int) -> None:
        """Show moments to somebody in the zone they told the bot, as their own device would."""
        if self._store is None:
            return
        try:
            member = await self._store.members.context(user_id, None)
        except StoreError:
            return  # the bot's own answer says so
        told = member.profile.zone
        if told != self._told.get(user_id):
            self._told[user_id] = told
            self.sandbox.world.set_zone(user_id, zone_named(told) if told else None)


@contextlib.asynccontextmanager
async def started(database: Path, log_stream: TextIO, zone: tzinfo = ZONE) -> AsyncIterator[Trial]:
    """Give a sandbox with a small gym server and the bot in it, ready for commands.

    The database is an SQLite file; the log has a stream of its own, so that a transcript stays
    readable; the first day begins at 13:00 in ``zone``.
    """
    clock = SandboxClock(datetime.combine(FIRST_DAY, BEGIN_AT, zone))
    async with Sandbox(clock=clock) as sandbox:
        seed(sandbox)
        sandbox.starts = STARTS
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
async def _page(
    sandbox: Sandbox, wanted: Wanted, zone: tzinfo, *, interactive: bool
) -> AsyncIterator[None]:
    if not wanted.page or not (interactive or wanted.port is not None):
        yield
        return
    begin_at = BEGIN_AT if interactive else None
    async with Site(sandbox, zone=zone, port=wanted.port or 0, begin_at=begin_at) as site:
        # A transcript stays as it is: there the address goes beside it.
        told = sys.stdout if interactive else sys.stderr
        told.write(f"In your browser: {site.url}\n")
        told.flush()
        yield
