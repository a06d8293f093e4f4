"""Whose turn it is: by rank, then every guild in its turn."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.rate_limit.limiter import Limiter
from bot.delivery.rate_limit.queue import Priority
from bot.sandbox import SandboxClock


@pytest.fixture
def clock():
    return SandboxClock(datetime(2026, 3, 2, 12, tzinfo=UTC))


async def order(clock, limiter, *askers):
    """Let all ask at once, as (priority, guild); return whom the turns went to, and when."""
    given: list[tuple[object, float]] = []

    async def one(priority, guild):
        await clock.sleep(1e-6)
        await limiter.acquire(priority=priority, flow=guild)
        given.append(((priority, guild), clock.monotonic()))

    async with asyncio.TaskGroup() as group:
        for priority, guild in askers:
            group.create_task(one(priority, guild))
        await clock.advance(timedelta(minutes=5))
    return given


async def test_guild_with_hundred_delays_others_by_a_turn_each(clock):
    burst = [(Priority.CHANNEL, 1)] * 100
    others = [(Priority.CHANNEL, 2), (Priority.CHANNEL, 3)]

    given = await order(clock, Limiter(clock), *burst, *others)

    places = [who for who, _ in given]
    assert len(places) == 102
    assert max(places.index(other) for other in others) <= 5


async def test_admin_passes_at_once_however_many_wait(clock):
    burst = [(Priority.CHANNEL, 1)] * 100

    given = await order(clock, Limiter(clock), *burst, (Priority.ADMIN, 0), (Priority.ADMIN, 0))

    assert [at for who, at in given if who[0] is Priority.ADMIN] == pytest.approx([0, 0], abs=1e-3)
    assert len(given) == 102


async def test_direct_messages_come_after_channels(clock):
    asked = [(Priority.DM, 0)] * 5 + [(Priority.CHANNEL, 1)] * 5

    limiter = Limiter(clock)
    limiter.hold(1)  # until all have asked
    given = await order(clock, limiter, *asked)

    assert [priority for (priority, _), _ in given] == sorted(priority for priority, _ in asked)


async def test_who_gives_up_waiting_blocks_nobody(clock):
    limiter = Limiter(clock)
    limiter.hold(10)
    given = []

    async def one(name):
        await clock.sleep(1e-6)
        await limiter.acquire(priority=Priority.CHANNEL, flow=1)
        given.append(name)

    tasks = [asyncio.create_task(one(name)) for name in ("first", "second", "third")]
    await clock.advance(timedelta(seconds=1))
    tasks[0].cancel()
    await clock.advance(timedelta(seconds=20))

    assert given == ["second", "third"]
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_pace_falls_with_each_global_limit_and_recovers(clock):
    limiter = Limiter(clock)
    limiter.slow_down()
    limiter.slow_down()  # what was under way with the first one
    assert limiter.per_second == pytest.approx(43.2)

    await clock.advance(timedelta(seconds=2))
    limiter.slow_down()
    slow = limiter.per_second
    given = await order(clock, limiter, *[(Priority.DM, 0)] * 60)

    assert slow == pytest.approx(42.48)
    assert given[-1][1] - given[0][1] == pytest.approx(58 / 43.8, rel=0.05)
    assert limiter.per_second == 48


async def test_pace_never_falls_to_nothing(clock):
    limiter = Limiter(clock)
    for _ in range(50):
        limiter.slow_down()
        await clock.advance(timedelta(seconds=1.5))

    assert limiter.per_second >= 8
