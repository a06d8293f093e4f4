"""Supervision: loops that are restarted when they fail, and a watchdog for a process that hangs."""

import asyncio
import logging
import os
import threading
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Self

from bot.clock import Clock
from bot.domain.timing.backoff import Backoff

log = logging.getLogger(__name__)

RESTARTS = Backoff(first=timedelta(seconds=1), longest=timedelta(minutes=5))
SILENCE = timedelta(seconds=120)
CHECK_EVERY = timedelta(seconds=10)
EXIT_STUCK = 70  # EX_SOFTWARE of sysexits.h; whatever runs the bot should start it again


class Loops:
    """Runs loops as tasks and restarts a failed one, with backoff while it fails at once."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def start(self, name: str, loop: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        """Start ``loop`` unless it is running; return its task.

        One that returns is not restarted.
        """
        if name not in self._tasks or self._tasks[name].done():
            self._tasks[name] = asyncio.create_task(self._keep(name, loop), name=name)
        return self._tasks[name]

    async def stop(self) -> None:
        """Cancel all loops and wait until they have ended."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        self._tasks.clear()

    async def _keep(self, name: str, loop: Callable[[], Awaitable[None]]) -> None:
        failures = 0
        while True:
            started = self._clock.monotonic()
            try:
                await loop()
            except Exception:
                log.exception("loop failed, restarting: %s", name)
            else:
                return
            if self._clock.monotonic() - started > RESTARTS.longest.total_seconds():
                failures = 0
            failures += 1
            await self._clock.sleep(RESTARTS.wait(failures).total_seconds())


def abort() -> None:
    """Exit the process at once; acknowledged entries are on disk."""
    os._exit(EXIT_STUCK)


class Watchdog:
    """Aborts the process after two minutes without a heartbeat; a context manager.

    It is a thread, because an event loop that hangs can no more run its own watchdog.

    ``monotonic`` gives seconds that only grow.
    """

    def __init__(
        self,
        monotonic: Callable[[], float],
        abort: Callable[[], None] = abort,
        every: timedelta = CHECK_EVERY,
    ) -> None:
        self._monotonic = monotonic
        self._abort = abort
        self._every = every.total_seconds()
        self._last = monotonic()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def __enter__(self) -> Self:
        self.heartbeat(self._monotonic())
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def heartbeat(self, moment: float) -> None:
        """Record that work was done at ``moment``, in monotonic seconds."""
        self._last = moment

    def check(self) -> None:
        """Abort if the last heartbeat is too long ago."""
        silent = self._monotonic() - self._last
        if silent > SILENCE.total_seconds():
            log.critical("watchdog: no heartbeat for %d s; aborting", silent)
            self._abort()

    def _watch(self) -> None:
        while not self._stopped.wait(self._every):
            self.check()
