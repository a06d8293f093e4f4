import asyncio
import threading
from datetime import UTC, datetime, timedelta

import pytest

from bot.runtime.supervision import Loops, Watchdog
from bot.sandbox import SandboxClock


@pytest.fixture
def clock():
    return SandboxClock(datetime(2026, 3, 2, tzinfo=UTC))


@pytest.fixture
async def loops(clock):
    made = Loops(clock)
    yield made
    await made.stop()


async def test_failing_loop_is_started_again_later_each_time(loops, clock):
    starts = []

    async def fails():
        starts.append(clock.monotonic())
        raise RuntimeError

    loops.start("failing", fails)
    await clock.advance(timedelta(seconds=20))

    assert starts == [0, 1, 3, 7, 15]


async def test_waits_are_short_again_after_a_long_run(loops, clock):
    starts = []

    async def fails_late():
        starts.append(clock.monotonic())
        await clock.sleep(1000)
        raise RuntimeError

    loops.start("late", fails_late)
    await clock.advance(timedelta(seconds=3000))

    assert starts == [0, 1001, 2002]


async def test_failing_loop_leaves_the_others_alone(loops, clock):
    ticks = []

    async def fails():
        raise RuntimeError

    async def ticking():
        while True:
            ticks.append(clock.monotonic())
            await clock.sleep(10)

    loops.start("failing", fails)
    loops.start("ticking", ticking)
    await clock.advance(timedelta(seconds=25))

    assert ticks == [0, 10, 20]


async def test_loop_is_started_once(loops, clock):
    starts = []

    async def waits():
        starts.append(1)
        await clock.sleep(3600)

    loops.start("one", waits)
    loops.start("one", waits)
    await clock.advance(timedelta(seconds=1))

    assert starts == [1]


async def test_stop_ends_every_loop(clock):
    loops = Loops(clock)
    ended = asyncio.Event()

    async def waits():
        try:
            await clock.sleep(3600)
        finally:
            ended.set()

    loops.start("one", waits)
    await clock.advance(timedelta(seconds=1))
    await loops.stop()

    assert ended.is_set()


def test_watchdog_bites_only_after_two_silent_minutes():
    now = [0.0]
    bites = []
    watchdog = Watchdog(lambda: now[0], lambda: bites.append(now[0]))

    watchdog.heartbeat(0.0)
    for moment in (60.0, 120.0, 121.0):
        now[0] = moment
        watchdog.check()

    assert bites == [121.0]


def test_watchdog_is_calmed_by_a_beat():
    now = [0.0]
    bites = []
    watchdog = Watchdog(lambda: now[0], lambda: bites.append(now[0]))

    now[0] = 119.0
    watchdog.heartbeat(119.0)
    now[0] = 200.0
    watchdog.check()

    assert bites == []


def test_watchdog_watches_by_itself():
    now = [0.0]
    bitten = threading.Event()

    with Watchdog(lambda: now[0], bitten.set, every=timedelta(milliseconds=1)):
        now[0] = 121.0

        assert bitten.wait(10)


def test_watchdog_starts_and_ends_with_its_block():
    with Watchdog(lambda: 0.0, lambda: None) as watchdog:
        alive = watchdog._thread.is_alive()

    assert (alive, watchdog._thread.is_alive()) == (True, False)
