"""Time as it is passed in: the one seam to the machine's clocks."""

import asyncio
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What tells time and waits. The sandbox has one that can be advanced."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow: for leases of this process, back-off and pacing."""

    async def sleep(self, seconds: float) -> None:
        """Wait so many seconds."""

    async def wait(self, event: asyncio.Event, timeout: float) -> bool:  # noqa: ASYNC109 (this IS the time-out seam)
        """Wait for the event, at most ``timeout`` seconds; return whether it was set."""


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return the machine's monotonic seconds."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait so many seconds."""
        await asyncio.sleep(seconds)

    async def wait(self, event: asyncio.Event, timeout: float) -> bool:  # noqa: ASYNC109 (this IS the time-out seam)
        """Wait for the event, at most ``timeout`` seconds; return whether it was set."""
        try:
            async with asyncio.timeout(timeout):
                await event.wait()
        except TimeoutError:
            return False
        return True
