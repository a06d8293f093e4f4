"""A clock that tests and the sandbox program advance by hand, shared with the bot.

`advance` goes from deadline to deadline and lets everything that was due happen, over real
sockets, before it returns. Rule for the bot: the task that does the work is the one that
sleeps here, or it awaits (as a child it created itself) the task that sleeps.
"""

import asyncio
import heapq
import itertools
import math
import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.sandbox.waiting import Idle, idle

BUSY_LIMIT = 30.0  # real seconds
# Real seconds of calm after which a task counts as waiting,
QUIET = 0.05  # when it wants a lock and has a sleeping child;
HELD_QUIET = 0.2  # while some request hangs on purpose;
LONG_QUIET = 1.0  # when nothing is known but that it has a sleeping child.
POLL = 0.0005  # real seconds
ASLEEP_WITHIN = 10.0  # real seconds
LONGEST_SLEEP = timedelta(days=36_500)
SHORTEST_SLEEP = timedelta(microseconds=1)
SETTLING_PASSES = 4  # turns of the event loop in which a sleeper's awaiter gets its result

_woken: ContextVar[tuple[asyncio.Task[object], ...]] = ContextVar("woken", default=())
"""The tasks that slept here on the way down to the current one: it works for them."""


class WorldClock(Protocol):
    """The clock interface of the sandbox."""

    def now(self) -> datetime:
        """Return the moment it shows, aware, in UTC."""

    def monotonic(self) -> float:
        """Return seconds that only grow."""


class ClockStuckError(Exception):
    """A task woken by the clock neither slept again nor ended within a real-time limit."""


@dataclass(slots=True, eq=False)
class _Sleeper:
    deadline: timedelta
    task: asyncio.Task[object]
    wake: asyncio.Future[bool]
    event: asyncio.Event | None = None
    roots: tuple[asyncio.Task[object], ...] = field(default=())

    @property
    def about_to_wake(self) -> bool:
        return self.wake.done() or (self.event is not None and self.event.is_set())


class SandboxClock:
    """A clock that stands still until `advance` moves it.

    A woken task may work for ``busy_limit`` real seconds before `advance` gives up.
    """

    def __init__(self, start: datetime, *, busy_limit: float = BUSY_LIMIT) -> None:
        if start.tzinfo is None:
            raise ValueError("the clock starts at an aware moment")
        self._start = start.astimezone(UTC)
        self._busy_limit = busy_limit
        self._elapsed = timedelta()
        self._order = itertools.count()
        self._due: list[tuple[timedelta, int, _Sleeper]] = []
        self._asleep: dict[asyncio.Task[object], _Sleeper] = {}
        self._busy: set[asyncio.Task[object]] = set()
        self._changes = 0
        self.in_flight: Callable[[], int] = lambda: 0
        """How many requests are being answered; the server sets it, so that settling waits."""
        self.moved: Callable[[], None] = lambda: None  # called whenever it shows another moment
        self._moving = asyncio.Lock()
        self.held_back: Callable[[], int] = lambda: 0
        """How many requests hang on purpose; whoever waits for those cannot go on."""

    def now(self) -> datetime:
        """Return the moment shown, aware, in UTC."""
        return self._start + self._elapsed

    def monotonic(self) -> float:
        """Return the seconds advanced since the start."""
        return self._elapsed.total_seconds()

    async def sleep(self, seconds: float) -> None:
        """Sleep until the clock has advanced by `seconds`."""
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        await self._lie_down(seconds, None)

    async def wait(self, event: asyncio.Event, timeout: float) -> bool:  # noqa: ASYNC109 - the clock's own seconds, not the loop's
        """Wait until `event` is set (True) or the clock has advanced by `timeout` s (False)."""
        if event.is_set() or timeout <= 0:
            await asyncio.sleep(0)
            return event.is_set()
        return await self._lie_down(timeout, event) or event.is_set()

    async def advance(self, step: timedelta) -> None:
        """Move on by `step`, stopping at each deadline until what was due then has happened.

        Two at once go one after the other.

        Raises:
            ClockStuckError: a woken task works on for longer than it may.
        """
        if step < timedelta():
            raise ValueError("time goes forward only")
        async with self._moving:
            await self.settle()
            target = self._elapsed + step
            while sleeper := self._take_next(target):
                self._show(max(self._elapsed, sleeper.deadline))
                self._busy.add(sleeper.task)
                sleeper.wake.set_result(False)
                await self.settle()
            self._show(target)
            await self.settle()

    async def until_asleep(self) -> None:
        """Wait until a task sleeps here.

        Raises:
            TimeoutError: none came in time.
        """
        async with asyncio.timeout(ASLEEP_WITHIN):
            while all(one.about_to_wake for one in self._asleep.values()):  # noqa: ASYNC110 - tasks come and go in many ways
                await asyncio.sleep(POLL)

    def stir(self) -> None:
        """Record activity, such as a request, so that the clock does not move on meanwhile."""
        self._changes += 1

    async def settle(self) -> None:
        """Wait until every woken task sleeps here again or has ended.

        Raises:
            ClockStuckError: one of them is still at work after the real seconds it may.
        """
        loop = asyncio.get_running_loop()
        limit = loop.time() + self._busy_limit
        quiet_since, changes, passes = loop.time(), self._changes, 0
        while passes < SETTLING_PASSES:
            busy, requests = self._at_work(), self.in_flight()
            if requests or self._changes != changes:
                quiet_since, changes = loop.time(), self._changes
            if not busy and not requests:
                passes += 1
                await asyncio.sleep(0)
                continue
            passes = 0
            if loop.time() - quiet_since > self._calm_needed(busy):
                return
            if loop.time() > limit:
                names = ", ".join(sorted(task.get_name() for task in busy)) or "a request"
                message = f"still at work {self._busy_limit} s after the clock woke them: {names}"
                raise ClockStuckError(message)
            await asyncio.sleep(POLL)

    def _show(self, elapsed: timedelta) -> None:
        if elapsed != self._elapsed:
            self._elapsed = elapsed
            self.moved()

    def _at_work(self) -> dict[asyncio.Task[object], Idle]:
        """Return the woken tasks that may go on by themselves, with what is known of each."""
        me = asyncio.current_task()
        self._busy = {task for task in self._busy if not task.done() and task is not me}
        waking = {task for task, sleeper in self._asleep.items() if sleeper.about_to_wake}
        known = {task: idle(task, self._is_asleep) for task in self._busy}
        known |= dict.fromkeys(waking - {me}, Idle.NO)
        return {task: how for task, how in known.items() if how is not Idle.SURELY}

    def _is_asleep(self, task: asyncio.Task[object]) -> bool:
        return task in self._asleep and not self._asleep[task].about_to_wake

    def _calm_needed(self, busy: dict[asyncio.Task[object], Idle]) -> float:
        """Return the real seconds of calm after which these tasks count as waiting."""
        with_sleeping_child = {
            root
            for task, sleeper in self._asleep.items()
            if self._is_asleep(task)
            for root in sleeper.roots
        }
        if self.held_back():
            return HELD_QUIET
        if not set(busy) <= with_sleeping_child:
            return math.inf
        return QUIET if all(how is Idle.PERHAPS for how in busy.values()) else LONG_QUIET

    async def _lie_down(self, seconds: float, event: asyncio.Event | None) -> bool:
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("only a task can sleep")
        step = LONGEST_SLEEP
        if seconds < LONGEST_SLEEP.total_seconds():
            step = max(SHORTEST_SLEEP, timedelta(seconds=seconds))
        sleeper = _Sleeper(
            deadline=self._elapsed + step,
            task=task,
            wake=asyncio.get_running_loop().create_future(),
            event=event,
            roots=tuple(root for root in _woken.get() if root is not task),
        )
        heapq.heappush(self._due, (sleeper.deadline, next(self._order), sleeper))
        self._asleep[task] = sleeper
        self._busy.discard(task)
        self._changes += 1
        try:
            return await self._until_woken(sleeper)
        finally:
            self._changes += 1
            self._asleep.pop(task, None)
            self._busy.add(task)
            sleeper.wake.cancel()
            if task not in _woken.get():
                _woken.set((*_woken.get(), task))

    async def _until_woken(self, sleeper: _Sleeper) -> bool:
        """Wait for the clock (False) or the event (True)."""
        if sleeper.event is None:
            return await sleeper.wake
        # One future for both: a task for each wait would cost the tests more than their bot.
        waiters = sleeper.event._waiters  # noqa: SLF001 - what Event.wait itself does, and no more
        waiters.append(sleeper.wake)
        try:
            return await sleeper.wake
        finally:
            waiters.remove(sleeper.wake)

    def _take_next(self, target: timedelta) -> _Sleeper | None:
        while self._due and self._due[0][0] <= target:
            _, _, sleeper = heapq.heappop(self._due)
            if not sleeper.wake.done():
                return sleeper
        return None


class RealClock:
    """The machine's time behind the same interface, for the sandbox as a process of its own."""

    def now(self) -> datetime:
        """Return the current moment, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds that only grow."""
        return time.monotonic()
