"""The pages for monitors: ``/live``, ``/ready`` and ``/metrics``. They tell nothing of anybody."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

from aiohttp import web
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4

from bot.client.app import LegdayBot
from bot.client.registering import COMMANDS_KEY
from bot.config import ConfigError
from bot.meters import Meters, Timed
from bot.runtime.metrics import Metrics
from bot.runtime.monitoring import Monitored
from bot.store.reminders.health import Queue

log = logging.getLogger(__name__)
T = TypeVar("T")

STORE_WITHIN = 2.0  # real seconds for the database to answer
CLOSE_WITHIN = 1.0  # real seconds for a page that is being read when the bot stops
TURN_EVERY = 1.0  # real seconds between two looks at the event loop's lag


@asynccontextmanager
async def served(address: str) -> AsyncIterator[Monitored]:
    """Serve the pages at ``address`` while the block runs.

    Raises:
        ConfigError: nobody can listen there.
    """
    metrics = Metrics()
    watched = Monitored(meters=metrics)
    pages = Pages(watched, metrics)
    application = web.Application()
    application.router.add_get("/live", pages.live)
    application.router.add_get("/ready", pages.ready)
    application.router.add_get("/metrics", pages.metrics)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=CLOSE_WITHIN)
    await runner.setup()
    lag = _LoopLag(metrics)
    try:
        await _listen(runner, address)
        host, port = runner.addresses[0][:2]
        watched.address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        log.info("pages for monitors: %s/live, /ready, /metrics", watched.address)
        yield watched
    finally:
        lag.stop()
        await runner.cleanup()


async def _listen(runner: web.AppRunner, address: str) -> None:
    parts = urlsplit(f"//{address}")
    try:
        await web.TCPSite(runner, parts.hostname, parts.port).start()
    except OSError as error:
        raise ConfigError(
            f"HEALTH_ADDRESS: nobody can listen on {address} ({error.strerror}): "
            "name another, or end what listens there."
        ) from None


class Pages:
    """The pages' contents."""

    def __init__(self, watched: Monitored, metrics: Metrics) -> None:
        self._watched = watched
        self._metrics = metrics

    async def live(self, _: web.Request) -> web.Response:
        """Say that the event loop turns: one that hangs gives no answer, which is one as well."""
        return web.Response(text="live\n")

    async def ready(self, _: web.Request) -> web.Response:
        """Say whether the process does all it is there for, or waits to: 503 and why if not."""
        ready, said = await self._state()
        return web.Response(text=f"{said}\n", status=200 if ready else 503)

    async def metrics(self, _: web.Request) -> web.Response:
        """Return the metrics."""
        bot = self._watched.bot
        queue = None if bot is None else await _asked(bot.store.reminders.queue(bot.clock.now()))
        figures = {} if bot is None else _figures(bot, queue)
        connections = {} if bot is None else bot.store.database.connections
        schema = None if queue is None else queue.schema
        page = self._metrics.page(figures, connections, schema)
        return web.Response(body=page, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    async def _state(self) -> tuple[bool, str]:
        bot = self._watched.bot
        if bot is None:
            return False, "starting"
        if bot.store.lost or await _asked(bot.store.meta.get(COMMANDS_KEY), "") is None:
            return False, "the database does not answer"
        if bot.slot is None:
            waits = bot.token_accepted.is_set()
            return waits, "standby" if waits else "starting"
        shards, connected = _shards(bot)
        if not shards:
            return False, "starting"
        return connected == shards, f"{connected} of {shards} shards connected"


class _LoopLag:
    """Observes each second how much later than asked for the event loop turns."""

    def __init__(self, meters: Meters) -> None:
        self._meters = meters
        self._loop = asyncio.get_running_loop()
        self._next = self._loop.call_later(TURN_EVERY, self._turn)

    def _turn(self) -> None:
        self._meters.observe(Timed.LOOP_LAG, self._loop.time() - self._next.when())
        self._next = self._loop.call_later(TURN_EVERY, self._turn)

    def stop(self) -> None:
        self._next.cancel()


async def _asked(answer: Coroutine[Any, Any, T], nothing: T | None = None) -> T | None:
    """Return what the database answers, ``nothing`` for none; ``None`` if it does not answer."""
    try:
        async with asyncio.timeout(STORE_WITHIN):
            found = await answer
    except Exception as error:  # noqa: BLE001 (whatever it is, there is no answer)
        log.debug("the database does not answer a monitor (%s)", type(error).__name__)
        return None
    return nothing if found is None else found


def _figures(bot: LegdayBot, queue: Queue | None) -> dict[str, float]:
    """Return the present figures by the metrics' names, without those nobody knows now."""
    shards, connected = _shards(bot)
    leads = bot.cluster.leads
    tick_age = bot.clock.monotonic() - bot.delivery.last_tick
    found = {
        "pace_per_second": bot.transport.limiter.per_second,
        "leader": leads,
        "slot_shards": shards,
        "shards_connected": connected,
        "guilds": len(bot.guilds),
        "last_tick_seconds": tick_age if leads else 0.0,
    }
    if queue is not None:
        overdue = timedelta() if queue.oldest is None else bot.clock.now() - queue.oldest
        found["reminders_due"] = queue.waiting
        found["reminders_oldest_overdue_seconds"] = overdue.total_seconds()
    return found


def _shards(bot: LegdayBot) -> tuple[int, int]:
    """Return how many shards are ours, and how many of these are connected."""
    ours = bot.shard_ids or ()
    open_ = [number for number, shard in bot.shards.items() if not shard.is_closed()]
    return len(ours), sum(number in bot.known_shards for number in open_)
