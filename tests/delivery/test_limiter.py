"""One pace for the bot, and each channel's own pauses."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.rate_limit.limiter import Limiter
from bot.sandbox import SandboxClock


@pytest.fixture
def clock():
    return SandboxClock(datetime(2026, 3, 2, 12, tzinfo=UTC))


async def turns(clock, limiter, count, channel_id=None):
    """Ask for turns all at once; return the seconds at which they were given."""
    given: list[float] = []

    async def one():
        await clock.sleep(1e-6)
        await limiter.acquire(channel_id)
        given.append(clock.monotonic())

    async with asyncio.TaskGroup() as group:
        for _ in range(count):
            group.create_task(one())
        await clock.advance(timedelta(minutes=2))
    return given


async def test_no_second_has_more_than_fifty_turns(clock):
    given = await turns(clock, Limiter(clock), 200)

    most = max(sum(start <= one < start + 1 for one in given) for start in given)
    assert most <= 49
    assert given[-1] == pytest.approx(198 / 48, abs=0.01)


async def test_hold_stops_every_turn(clock):
    limiter = Limiter(clock)
    limiter.hold(30)

    given = await turns(clock, limiter, 3)

    assert min(given) >= 30


async def test_held_channel_stops_nobody_else(clock):
    limiter = Limiter(clock)
    limiter.hold_channel(7, 30)

    elsewhere = await turns(clock, limiter, 1, channel_id=8)

    assert elsewhere[0] < 1


async def test_held_channel_opens_when_its_time_is_over(clock):
    limiter = Limiter(clock)
    limiter.hold_channel(7, 30)

    there = await turns(clock, limiter, 2, channel_id=7)

    assert max(there) >= 30
