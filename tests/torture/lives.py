"""What a process of the nursery does until it is ended: deliver what was promised."""

import asyncio
import json
import tempfile
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TypedDict, Unpack

from bot.delivery import Delivery, DiscordTransport, Pace
from bot.delivery.rate_limit.limiter import Limiter
from bot.delivery.rate_limit.turns import OwnTurns
from bot.sandbox import Sandbox
from bot.store.engine.schema import Migration, shipped_migrations
from bot.store.store import Store, open_store
from tests.torture.points import Points
from tests.torture.promised import Ahead, Crowd

DELIVER = f"{__name__}:deliver"
DELIVER_ONCE = f"{__name__}:deliver_once"

FAST = 2_000.0  # requests a second: the bot's own pace would be most of a life
LOOK = 0.002  # seconds
NOTHING_LEFT = timedelta(hours=12)  # until the next occurrence of a daily post

Ended = Callable[[Store, Delivery, datetime], Awaitable[bool]]


class Where(TypedDict):
    """What a life has to know: Discord's address and token, the store's, seconds ahead."""

    base: str
    token: str
    url: str
    ahead: float


def told(crowd: Crowd, clock: Ahead, **more: object) -> dict[str, object]:
    """Return what a life has to know."""
    return {**_where(crowd, clock), **more}


def deliver(
    at_work: Callable[[], object],
    *,
    batch: int = 100,
    to_the_end: bool = False,
    **where: Unpack[Where],
) -> None:
    """Deliver until killed, or until there is nothing left to deliver."""
    asyncio.run(live(at_work, nothing_left if to_the_end else _never, batch, **where))


def deliver_once(
    at_work: Callable[[], object], *, fatal: str | None, passed: str, **where: Unpack[Where]
) -> None:
    """Deliver until something is settled, and die at the point ``fatal``; else note all points.

    They are written to the file ``passed``, as JSON.
    """
    points = Points(fatal)
    points.watch_threads()
    asyncio.run(live(points.arm, _something_settled, 100, **where))
    points.disarm()
    Path(passed).write_text(json.dumps(points.passed), "utf-8")
    at_work()


def warm_up() -> None:
    """Deliver once, so that no life has to import or read what is not needed before."""
    asyncio.run(_warm_up())


@cache
def migrations() -> tuple[Migration, ...]:
    """Return the shipped migrations, read once: it takes a third of a life's birth."""
    return shipped_migrations()


async def live(
    at_work: Callable[[], object], ended: Ended, batch: int, **where: Unpack[Where]
) -> None:
    """Deliver until ``ended`` says so."""
    clock = Ahead(where["ahead"])
    async with open_store(where["url"], clock=clock, migrations=migrations()) as store:
        limiter = Limiter(clock, OwnTurns(clock, per_second=FAST))
        transport = DiscordTransport(where["base"], where["token"], clock, limiter)
        pace = Pace(batch=batch, at_once=batch)
        delivery = Delivery(store.reminders, transport, clock, pace=pace)
        running = asyncio.create_task(delivery.run())
        at_work()
        while not await ended(store, delivery, clock.now()):
            await clock.sleep(LOOK)
        await delivery.stop()
        await running
        await transport.close()


async def _never(_store: Store, _delivery: Delivery, _now: datetime) -> bool:
    return False


async def _something_settled(_store: Store, delivery: Delivery, _now: datetime) -> bool:
    return delivery.health().ended.total() > 0


async def nothing_left(store: Store, _delivery: Delivery, now: datetime) -> bool:
    """Whether all is delivered that was planned, but for a post's next."""
    due = await store.reminders.next_wake()
    return due is None or due > now + NOTHING_LEFT


def _where(crowd: Crowd, clock: Ahead) -> Where:
    return {
        "base": crowd.sandbox.url,
        "token": crowd.sandbox.token,
        "url": crowd.url,
        "ahead": clock.seconds,
    }


async def _warm_up() -> None:
    with tempfile.TemporaryDirectory(prefix="warm-") as folder:
        async with Sandbox(clock=Ahead(), rate_limits=False) as sandbox:
            crowd = Crowd(sandbox, f"sqlite:///{Path(folder) / 'legday.db'}")
            await crowd.promise(Ahead().now(), dms=1, channels=(1,))
            await live(int, nothing_left, 1, **_where(crowd, Ahead()))
