"""Loops that never stay stopped, and a watchdog for a process that has stopped working."""

import asyncio
import logging
import os
import threading
from collections.abc import Awaitable, Callable
from datetime import timedelta
from types import TracebackType
from typing import Self

from bot.clock import Clock

log = logging.getLogger(__name__)

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=5)
SILENCE = timedelta(seconds=120)
CHECK_EVERY = timedelta(seconds=10)
EXIT_STUCK = 70  # EX_SOFTWARE of sysexits.h; whatever runs the bot should start it again


class Loops:
    """Keeps loops running: one that fails is started again, later each time it fails at once.

    Args:
        clock: waits between two starts.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def start(self, name: str, loop: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        """Start ``loop`` unless it is running; one that returns is done. Return its task."""
        if name not in self._tasks or self._tasks[name].done():
            self._tasks[name] = asyncio.create_task(self._keep(name, loop), name=name)
        return self._tasks[name]

    async def stop(self) -> None:
        """Cancel every loop and wait until all have ended."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        self._tasks.clear()

    async def _keep(self, name: str, loop: Callable[[], Awaitable[None]]) -> None:
        wait = FIRST_WAIT
        while True:
            started = self._clock.monotonic()
            try:
                await loop()
            except Exception:
                log.exception("the %s loop failed", name)
            else:
                return
            if self._clock.monotonic() - started > LONGEST_WAIT.total_seconds():
                wait = FIRST_WAIT
            await self._clock.sleep(wait.total_seconds())
            wait = min(wait * 2, LONGEST_WAIT)


def abort() -> None:
    """End the process at once; what was acknowledged is on disk."""
    os._exit(EXIT_STUCK)


class Watchdog:
    """Ends the process when nothing has beaten for two minutes; use it with ``with``.

    It is a thread, because an event loop that hangs can no more run its own watchdog.

    Args:
        monotonic: seconds that only grow.
        bite: what to do then.
        every: how often it looks.
    """

    def __init__(
        self,
        monotonic: Callable[[], float],
        abort: Callable[[], None] = abort,
        every: timedelta = CHECK_EVERY,
    ) -> None:
        self._monotonic = monotonic
        self._bite = abort
        self._every = every.total_seconds()
        self._last = monotonic()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def __enter__(self) -> Self:
        self.heartbeat(self._monotonic())
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stopped.set()
        self._thread.join()

    def heartbeat(self, moment: float) -> None:
        """Say that work went on at ``moment``, in monotonic seconds."""
        self._last = moment

    def check(self) -> None:
        """Bite if the last beat is too long ago."""
        silent = self._monotonic() - self._last
        if silent > SILENCE.total_seconds():
            log.critical("no sign of life for %d s; ending the process", silent)
            self._bite()

    def _watch(self) -> None:
        while not self._stopped.wait(self._every):
            self.check()
