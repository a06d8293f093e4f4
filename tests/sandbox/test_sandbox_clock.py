"""Time moved by hand: who wakes when, and that all that was due has happened."""

import asyncio
from collections.abc import Coroutine, Sequence
from datetime import UTC, datetime, timedelta
from time import sleep as real_sleep

import discord
import pytest

from bot.sandbox import ClockStuckError, SandboxClock

START = datetime(2026, 3, 2, 12, tzinfo=UTC)

Jobs = Sequence[Coroutine[None, None, None]]


@pytest.fixture
def time() -> SandboxClock:
    return SandboxClock(START)


@pytest.fixture
async def tasks():
    """Start tasks that are cancelled at the end: `tasks(coroutine)`."""
    started: list[asyncio.Task[object]] = []

    def begin(coroutine, name=None):
        started.append(asyncio.create_task(coroutine, name=name))
        return started[-1]

    yield begin
    for task in started:
        task.cancel()
    await asyncio.gather(*started, return_exceptions=True)


async def test_clock_stands_still_until_advanced(time):
    assert (time.now(), time.monotonic()) == (START, 0.0)

    await time.advance(timedelta(hours=8))

    assert (time.now(), time.monotonic()) == (START + timedelta(hours=8), 28_800.0)


async def test_sleepers_wake_in_the_order_of_their_deadlines(time, tasks):
    woken = []

    async def every(name: str, seconds: float) -> None:
        while True:
            await time.sleep(seconds)
            woken.append((name, time.monotonic()))

    tasks(every("slow", 5))
    tasks(every("quick", 2))
    await asyncio.sleep(0)
    await time.advance(timedelta(seconds=6))

    assert woken == [("quick", 2.0), ("quick", 4.0), ("slow", 5.0), ("quick", 6.0)]


async def test_advance_returns_only_when_the_woken_task_is_done_with_it(time, tasks):
    done = []

    async def worker() -> None:
        await time.sleep(1)
        for _ in range(3):
            # Real work takes real time: the clock must wait for it.
            await asyncio.to_thread(lambda: None)
        done.append(time.monotonic())
        await time.sleep(1)

    tasks(worker())
    await asyncio.sleep(0)
    await time.advance(timedelta(seconds=1.5))

    assert done == [1.0]


async def test_set_event_wakes_at_once_and_settle_waits_for_what_follows(time, tasks):
    wake, seen = asyncio.Event(), []

    async def loop() -> None:
        while True:
            was_set = await time.wait(wake, 60)
            wake.clear()
            await asyncio.to_thread(lambda: None)
            seen.append((was_set, time.monotonic()))

    tasks(loop())
    await asyncio.sleep(0)
    wake.set()
    await time.settle()
    await time.advance(timedelta(seconds=60))

    assert seen == [(True, 0.0), (False, 60.0)]


async def test_cancelled_sleeper_wakes_nobody(time, tasks):
    woken = []

    async def sleeper(name: str) -> None:
        await time.sleep(1)
        woken.append(name)

    gone = tasks(sleeper("gone"))
    tasks(sleeper("stays"))
    await asyncio.sleep(0)
    gone.cancel()
    await time.advance(timedelta(seconds=2))

    assert woken == ["stays"]


async def in_gather(jobs: Jobs) -> None:
    await asyncio.gather(*jobs)


async def in_group(jobs: Jobs) -> None:
    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(job)


async def in_wait(jobs: Jobs) -> None:
    await asyncio.wait({asyncio.create_task(job) for job in jobs})


async def one_after_another(jobs: Jobs) -> None:
    for job in jobs:
        await asyncio.wait_for(asyncio.create_task(job), 60)


@pytest.mark.parametrize(
    ("together", "expected"),
    [
        (in_gather, [11.0, 12.0, 13.0]),
        (in_group, [11.0, 12.0, 13.0]),
        (in_wait, [11.0, 12.0, 13.0]),
        (one_after_another, [11.0, 13.0, 16.0]),
    ],
)
async def test_task_whose_children_sleep_lets_the_clock_go_on(time, tasks, together, expected):
    sent = []

    async def send(number: int) -> None:
        await time.sleep(number)
        # Longer than any calm the clock might take for rest.
        await asyncio.to_thread(real_sleep, 0.08)
        sent.append(time.monotonic())

    async def deliver() -> None:
        await time.sleep(10)
        await together([send(number) for number in (1, 2, 3)])
        sent.append("all")
        await time.sleep(100)

    tasks(deliver())
    await asyncio.sleep(0)
    await time.advance(timedelta(seconds=20))

    assert sent == [*expected, "all"]


async def test_children_that_work_hold_the_clock_while_others_sleep(time, tasks):
    done = []

    async def work() -> None:
        await asyncio.to_thread(real_sleep, 0.1)
        done.append(time.monotonic())

    async def deliver() -> None:
        await time.sleep(10)
        timer = asyncio.create_task(time.sleep(1))
        await asyncio.wait({timer, asyncio.create_task(work())}, return_when="FIRST_COMPLETED")
        await timer

    tasks(deliver())
    await asyncio.sleep(0)
    await time.advance(timedelta(seconds=20))

    assert done == [10.0]


async def test_children_behind_a_lock_wait_for_the_one_that_sleeps(time, tasks):
    sent = []
    lock = asyncio.Lock()

    async def send() -> None:
        async with lock:
            await time.sleep(1)
            sent.append(time.monotonic())

    async def deliver() -> None:
        await time.sleep(10)
        await asyncio.gather(send(), send())

    tasks(deliver())
    await asyncio.sleep(0)
    await time.advance(timedelta(seconds=20))

    assert sent == [11.0, 12.0]


async def test_tiny_rests_of_floating_point_come_to_an_end(time, tasks):
    async def until(moment: float) -> None:
        while (left := moment - time.monotonic()) > 0:
            await time.sleep(left)

    waiting = tasks(until(0.1 + 0.2 + 1e-9))
    await asyncio.sleep(0)
    await time.advance(timedelta(seconds=1))

    assert waiting.done()


async def test_endless_sleep_is_only_very_long(time, tasks):
    sleeper = tasks(time.sleep(float("inf")))
    await asyncio.sleep(0)

    await time.advance(timedelta(days=1000))

    assert not sleeper.done()


async def test_task_that_never_rests_is_named(tasks):
    time = SandboxClock(START, busy_limit=0.05)

    async def busy() -> None:
        await time.sleep(1)
        await asyncio.Event().wait()

    tasks(busy(), name="delivery")
    await asyncio.sleep(0)

    with pytest.raises(ClockStuckError, match="delivery"):
        await time.advance(timedelta(seconds=2))


async def test_time_goes_forward_only_and_starts_aware(time):
    with pytest.raises(ValueError, match="forward"):
        await time.advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="aware"):
        SandboxClock(datetime(2026, 3, 2))  # noqa: DTZ001 - the naive moment is the point


async def test_what_the_bot_sends_in_between_is_seen_after_the_advance(sandbox, start, tasks):
    bot = await start()
    ann = sandbox.person("ann")

    async def remind() -> None:
        dm = await bot.create_dm(discord.Object(ann.id))
        while True:
            await sandbox.clock.sleep(3600)
            await dm.send(f"drink at {sandbox.clock.now():%H:%M}")

    tasks(remind())
    await sandbox.clock.until_asleep()
    await sandbox.clock.advance(timedelta(hours=3))

    assert [one.text for one in ann.inbox] == ["drink at 13:00", "drink at 14:00", "drink at 15:00"]


async def test_hanging_request_does_not_stop_the_clock(sandbox, start, tasks):
    bot = await start()
    channel = bot.get_partial_messageable(int(sandbox.general["id"]))
    fault = sandbox.faults.hang("POST", "/channels/*/messages")

    async def remind() -> None:
        await sandbox.clock.sleep(60)
        await channel.send("late")

    reminding = tasks(remind())
    await asyncio.sleep(0)
    await sandbox.clock.advance(timedelta(hours=1))
    assert sandbox.person("ann").sees() == []
    fault.release()
    await reminding

    assert [one.raw["timestamp"][11:16] for one in sandbox.person("ann").sees()] == ["13:00"]
