"""The clock interface: the one seam to the machine's time."""

import asyncio
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """A source of time, and of waiting. The sandbox's can be advanced."""

    def now(self) -> datetime:
        """Return the present moment in UTC, timezone-aware."""

    def monotonic(self) -> float:
        """Return monotonic seconds: for leases of this process, backoff and rate limits."""

    async def sleep(self, seconds: float) -> None:
        """Wait so many seconds."""

    async def wait(self, event: asyncio.Event, timeout: float) -> bool:  # noqa: ASYNC109 (this IS the time-out seam)
        """Wait for the event, at most ``timeout`` seconds; return whether it was set."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present moment in UTC, timezone-aware."""
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
