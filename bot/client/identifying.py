"""When a shard may IDENTIFY: Discord's spacing, and a spacing that saves the day's sessions."""

import math
from collections import deque
from datetime import timedelta

from bot.client.retry import pause
from bot.clock import Clock
from bot.delivery.rate_limit.turns import Turns
from bot.domain.timing.backoff import Backoff

IDENTIFY_SPACING = 5.0  # seconds in which Discord lets one shard of a rate limit key identify
FREE_STARTS = 8  # IDENTIFYs a shard and day before ``SPACING``
SPACING = Backoff(  # of further IDENTIFYs: a hundred a day in all
    first=timedelta(seconds=2 * IDENTIFY_SPACING), longest=timedelta(seconds=1_020)
)
DAY = 86_400.0  # seconds


class IdentifyLimit:
    """Spaces the IDENTIFYs of this process's shards, among those of other processes.

    ``max_concurrency`` of GET /gateway/bot is how many shards may identify side by side: those
    whose number has another rest when divided by it.
    """

    def __init__(self, clock: Clock, turns: Turns) -> None:
        self.max_concurrency = 1
        self._clock = clock
        self._turns = turns
        self._identified_at: dict[int, float] = {}  # by rate limit key
        self._starts: dict[int, deque[float]] = {}  # shard -> its IDENTIFYs of a day

    def note(self, shard_id: int) -> None:
        """Record an IDENTIFY."""
        now = self._clock.monotonic()
        self._identified_at[shard_id % self.max_concurrency] = now
        self._starts.setdefault(shard_id, deque()).append(now)

    async def wait(self, shard_id: int) -> None:
        """Wait until a shard may identify."""
        await self._until(self._free_at(shard_id))
        turn = await self._turns.identify(shard_id % self.max_concurrency)
        await self._until(self._clock.monotonic() + turn)

    async def _until(self, moment: float) -> None:
        if (wait := moment - self._clock.monotonic()) > 0:
            await pause(self._clock, wait)

    def _free_at(self, shard_id: int) -> float:
        """Return when a shard may identify, in the clock's monotonic seconds."""
        own = self._starts.setdefault(shard_id, deque())
        while own and own[0] <= self._clock.monotonic() - DAY:
            own.popleft()
        last = self._identified_at.get(shard_id % self.max_concurrency, -math.inf)
        free_at = last + IDENTIFY_SPACING
        if len(own) > FREE_STARTS:
            further = SPACING.wait(len(own) - FREE_STARTS).total_seconds()
            free_at = max(free_at, own[-1] + further)
        return free_at
