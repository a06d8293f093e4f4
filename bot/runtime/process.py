"""The running bot: start, supervised loops, signals, clean shutdown."""

import asyncio
import logging
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import timedelta
from functools import partial
from importlib import metadata
from typing import Any

from bot.client.app import LegdayBot
from bot.clock import Clock
from bot.cluster.joining import Join, joined
from bot.config import Config, ConfigError
from bot.runtime import heartbeat
from bot.runtime.connection import connected
from bot.runtime.logs import buffered, tell_place
from bot.runtime.maintenance import back_up, look_after_files, opened, tidy
from bot.runtime.monitoring import Monitored
from bot.runtime.supervision import Loops, Watchdog
from bot.store.engine.errors import StoreError
from bot.store.engine.files import is_server
from bot.store.store import Store

log = logging.getLogger(__name__)

EXIT_OK, EXIT_FAULT = 0, 1
HEARTBEAT_EVERY = timedelta(seconds=15)
SWEEP_EVERY = timedelta(hours=1)
HEALTH_EVERY = timedelta(hours=1)


async def run(config: Config, clock: Clock, *, join: Join = joined) -> int:
    """Run the bot until SIGTERM or SIGINT; return the exit code.

    ``join`` is how the process becomes one of its bot's.

    Raises:
        ConfigError: Discord refused the token, the address or the connection for good.
        StoreError: the database cannot be used.
    """
    stopping = asyncio.Event()
    refused = buffered((ConfigError, StoreError))
    with refused, told_to_stop(stopping), Watchdog(clock.monotonic) as watchdog:
        async with monitored(config) as watched, opened(config, clock) as store:
            return await serve(config, store, clock, stopping, watchdog, join=join, watched=watched)


async def serve(  # noqa: PLR0913 (each is a part of the process)
    config: Config,
    store: Store,
    clock: Clock,
    stopping: asyncio.Event,
    watchdog: Watchdog,
    *,
    join: Join = joined,
    watched: Monitored | None = None,
) -> int:
    """Run the bot on an open store until ``stopping`` is set; return the exit code.

    ``join`` is how the process becomes one of its bot's; ``watched`` has its monitors look at the
    bot.

    Raises:
        ConfigError: as for ``run``.
    """
    stop = asyncio.create_task(stopping.wait(), name="stop")
    try:
        while True:
            async with join(config, store, clock) as cluster:
                bot = LegdayBot(config, store, clock, cluster=cluster)
                code = await _serve(bot, stop, watchdog, watched or Monitored())
            if code is not None:
                return code
    finally:
        stop.cancel()


async def _serve(
    bot: LegdayBot, stop: asyncio.Task[Any], watchdog: Watchdog, watched: Monitored
) -> int | None:
    """Run one bot; return the exit code, ``None`` if it is to start over: its slot is gone."""
    store, clock = bot.store, bot.clock
    bot.measure(watched.meters)
    watched.bot = bot
    tell_place(lambda: {"slot": bot.slot_number, "leader": bot.cluster.leads})
    loops = Loops(clock)
    loops.start("heartbeat", lambda: _heartbeat(bot, watchdog))
    loops.start("tidy", lambda: _when_leading(bot, lambda: tidy(store, clock)))
    loops.start("files", lambda: look_after_files(store, clock))
    loops.start("sweep", lambda: _sweep(bot))
    loops.start("health", lambda: _when_leading(bot, lambda: _tell_health(bot)))
    if bot.config.backup_every_hours:
        loops.start("backup", lambda: back_up(store, clock))
    if is_server(bot.config.database_url):
        from bot.runtime.server_copies import look_for_copies  # noqa: PLC0415 (SQLite needs none)

        copies = partial(look_for_copies, bot.config, clock)
        loops.start("copies", lambda: _when_leading(bot, copies))
    lost = asyncio.create_task(bot.cluster.lost(), name="lost")
    admitted = asyncio.create_task(bot.cluster.admitted(), name="admitted")
    try:
        await asyncio.wait({admitted, stop}, return_when=asyncio.FIRST_COMPLETED)
        if stop.done():
            return EXIT_OK
        async with connected(bot) as connection:
            await asyncio.wait({connection, stop, lost}, return_when=asyncio.FIRST_COMPLETED)
            if connection.done():
                await connection
                log.error("the connection to Discord ended")
                return EXIT_FAULT
            if stop.done():
                log.info("stopping")
                return EXIT_OK
            log.warning("the database ended this process's session: starting over")
            await bot.delivery.stop(0.0)  # another process may deliver by now
            return None
    finally:
        watched.bot = None
        lost.cancel()
        admitted.cancel()
        await loops.stop()
        heartbeat.end(heartbeat.file_of(store.backups.path))


@asynccontextmanager
async def monitored(config: Config) -> AsyncIterator[Monitored]:
    """Serve the pages for monitors while the block runs, if they are wanted.

    Raises:
        ConfigError: they cannot be served.
    """
    if not config.health_address:
        yield Monitored()
        return
    try:
        from bot.runtime.health_pages import served  # noqa: PLC0415 (few need it and its libraries)
    except ModuleNotFoundError as missing:
        raise ConfigError(
            f"HEALTH_ADDRESS needs {missing.name}, which is not installed: "
            "pip install -r requirements/scale.txt"
        ) from None
    async with served(config.health_address) as watched:
        yield watched


@contextmanager
def told_to_stop(stopping: asyncio.Event) -> Iterator[None]:
    """Set ``stopping`` on SIGTERM or SIGINT; a second signal ends the process at once."""

    def stop() -> None:
        if stopping.is_set():
            log.warning("second signal: exiting without waiting")
            os._exit(EXIT_FAULT)
        stopping.set()

    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)
    for one in signals:
        loop.add_signal_handler(one, stop)
    try:
        yield
    finally:
        for one in signals:
            loop.remove_signal_handler(one)


async def _when_leading(bot: LegdayBot, loop: Callable[[], Awaitable[None]]) -> None:
    """Do in one process of the bot only what concerns all it keeps."""
    await bot.cluster.lead()
    await loop()


async def _heartbeat(bot: LegdayBot, watchdog: Watchdog) -> None:
    """Pass delivery's last tick to the watchdog; before delivery begins, the event loop's own.

    While all is well the heartbeat's file says so.
    """
    not_begun = bot.delivery.last_tick
    file = heartbeat.file_of(bot.store.backups.path)
    while True:
        tick, monotonic = bot.delivery.last_tick, bot.clock.monotonic()
        tick = monotonic if tick == not_begun else tick
        watchdog.heartbeat(tick)
        if not bot.store.lost and monotonic - tick <= heartbeat.FRESH.total_seconds():
            with suppress(OSError):  # of a full disk, say: the bot goes on, and is called unhealthy
                heartbeat.beat(file, bot.clock.now())
        await bot.clock.sleep(HEARTBEAT_EVERY.total_seconds())


async def _tell_health(bot: LegdayBot) -> None:
    """Log delivery's health figures every hour (R33)."""
    while True:
        await bot.clock.sleep(HEALTH_EVERY.total_seconds())
        now, tick = bot.clock.now(), bot.clock.monotonic() - bot.delivery.last_tick
        queue = await bot.store.reminders.queue(now)
        overdue = 0 if queue.oldest is None else (now - queue.oldest).total_seconds()
        log.info(
            "health: last tick %.0f s ago; %d waiting, the oldest overdue by %.0f s; %s; "
            "tzdata %s, schema %d",
            tick,
            queue.waiting,
            overdue,
            bot.delivery.health(),
            metadata.version("tzdata"),
            queue.schema,
        )
        if bot.store.lost:
            log.error("unhealthy: the database file is gone, nothing is kept any more")


async def _sweep(bot: LegdayBot) -> None:
    """Delete settings of servers the bot has left, hourly: a late form may have written some."""
    while True:
        await bot.clock.sleep(SWEEP_EVERY.total_seconds())
        if bot.is_ready():
            for shard_id in tuple(bot.known_shards):
                await bot.on_guilds_known(shard_id)
