"""One pace for several processes: turns on one time line, in PostgreSQL."""

import asyncio
import time
from collections import Counter

import asyncpg  # type: ignore[import-untyped]  # it brings no types
import pytest

from bot.clock import SystemClock
from bot.cluster.shared_turns import SharedTurns
from bot.delivery.rate_limit.limiter import Limiter
from bot.store.cluster.anchor import anchored
from bot.store.cluster.turns import IDENTIFY_GAP, TimeLine

FOR = 3.0  # seconds of real time
GAP = 1 / 48
WAITS = """
SELECT 1 FROM pg_stat_activity
WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


class Stopped(SystemClock):
    """The clock of a process that was stopped for a while: that passed between two instructions."""

    def __init__(self):
        self.stopped = 0.0
        self.asleep = 0.0

    def monotonic(self):
        return super().monotonic() + self.stopped

    async def sleep(self, seconds):
        await super().sleep(seconds)
        self.stopped, self.asleep = self.stopped + self.asleep, 0.0


@pytest.fixture
async def turns(url):
    """Make the turns of one more process."""
    anchors = []

    async def one(per_second=48, clock=None):
        anchors.append(anchor := await anchored(url, lambda: None))
        clock = clock or SystemClock()
        return SharedTurns(clock, TimeLine(clock, lambda: anchor), per_second=per_second)

    yield one
    for anchor in anchors:
        await anchor.close()


async def test_four_processes_keep_one_pace_and_share_it(turns):
    limiters = [Limiter(SystemClock(), await turns()) for _ in range(4)]
    got: Counter[int] = Counter()

    async def ask(limiter):
        while True:
            await limiter.acquire()
            got[id(limiter)] += 1

    started = time.monotonic()
    asking = [asyncio.create_task(ask(one)) for one in limiters for _ in range(20)]
    await SystemClock().sleep(FOR)
    for task in asking:
        task.cancel()
    await asyncio.gather(*asking, return_exceptions=True)

    assert got.total() <= 48 * (time.monotonic() - started) + 2
    assert got.total() >= 48 * FOR / 4  # a busy machine misses turns, and makes up for none
    assert len(got) == 4
    assert max(got.values()) <= 3 * min(got.values())


async def test_complaint_slows_all_and_a_hold_stops_all(turns):
    one, other = await turns(), await turns()
    one.slow_down()
    one.hold(30)

    async with asyncio.timeout(10):
        while await other.draw(1 / 48, 1) < 20:
            pass

    assert 40 < one.per_second < 46
    assert 40 < other.per_second < 46


async def test_identifies_of_a_key_are_spaced_over_all_processes(turns):
    one, other = await turns(), await turns()

    waits = [await one.identify(0), await other.identify(0), await other.identify(1)]
    await one._line._session().ask("UPDATE turns SET free_at = free_at - 3600")  # an hour later
    later = [await one.identify(0), await other.identify(0)]

    assert waits == [0, pytest.approx(IDENTIFY_GAP, abs=1), 0]
    assert later == [0, pytest.approx(IDENTIFY_GAP, abs=1)]


async def test_without_the_database_people_who_wait_go_on_slowly_and_reminders_wait(turns):
    lost = await turns()
    await lost._line._session().close()
    started = time.monotonic()

    await lost.jump(1 / 48)
    await lost.jump(1 / 48)

    assert time.monotonic() - started >= 1.0
    assert await lost.draw(1 / 48, 1) > 0


async def test_turns_from_before_a_stop_are_not_taken_after_it(turns, url):
    clock = Stopped()
    one, other = await turns(clock=clock), await anchored(url, lambda: None)
    assert await one.draw(GAP, 1) == 0
    holding = await asyncpg.connect(url)
    async with holding.transaction():
        await holding.execute("SELECT 1 FROM turns FOR UPDATE")
        drawing = asyncio.create_task(one.draw(GAP, 8))
        while not await other.ask(WAITS):
            pass
        clock.stopped = 3.0
    await holding.close()

    assert await drawing > 0
    assert not one._line._drawn

    await one._line.reserve("rest", 0.2, 1)  # the next is a little away
    before = await other.ask("SELECT free_at FROM turns")
    clock.asleep = 3.0
    await one.jump(GAP)

    after = await other.ask("SELECT free_at FROM turns")
    assert after["free_at"] - before["free_at"] >= 1.9 * GAP  # two turns: the first was given up
    await other.close()


@pytest.mark.parametrize("hours", [1, -1])
async def test_server_whose_clock_is_set_gives_turns_at_once_and_still_slows_all(turns, hours):
    one, other = await turns(), await turns()
    await one.draw(GAP, 1)
    await slowed(one)
    await one._line._session().ask(
        "UPDATE turns SET free_at = free_at - $1, slowed_at = slowed_at - $1", 3600.0 * hours
    )

    assert await other.draw(GAP, 1) <= GAP
    assert other.per_second == 48
    await slowed(other)
    assert await one.draw(GAP, 1) <= 4 * GAP
    assert one.per_second < 48


async def slowed(turns):
    """Complain as Discord does, and wait until all processes may know."""
    turns.slow_down()
    await asyncio.wait(turns._line._told)
