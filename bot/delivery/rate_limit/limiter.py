"""The global rate limiter: Discord allows a bot 50 requests a second in all (R16).

Paced evenly, because 50 at a time at the edge of two of Discord's windows already cost 429s
(discord/discord-api-docs#5144). Answers to interactions are exempt and do not pass here.
"""

import logging

from bot.clock import Clock
from bot.delivery.rate_limit.invalid_requests import InvalidRequestBudget
from bot.delivery.rate_limit.queue import Priority, QueuedRequest, RequestQueue
from bot.domain.timing.spreading import PER_SECOND
from bot.meters import Meters

log = logging.getLogger(__name__)

SLOWEST = 8.0  # requests a second, however often Discord says that it was too fast
SLOWER = 0.9  # the share of its pace that is left after each time, at most one a second
RECOVERY = 2.0  # requests a second more with each second since: one complaint costs six requests
ONE_COMPLAINT = 1.0  # seconds: what was under way together is refused together
LONG = 3_600.0  # seconds; whoever is not first is woken by the one before


class Limiter:
    """Spaces requests evenly in time: by priority, and round robin among servers."""

    def __init__(self, clock: Clock, *, per_second: float = PER_SECOND) -> None:
        self._clock = clock
        self._top = per_second
        self._reduced_to = per_second
        self._slowed_at = clock.monotonic() - LONG
        self._free_at = clock.monotonic() - 1 / per_second  # monotonic seconds
        self._held_until = 0.0
        self._channels: dict[int, float] = {}  # channel -> when its own limit is over
        self._queue = RequestQueue()
        self.meters = Meters()
        self.invalid_requests = InvalidRequestBudget(clock)
        """Counts of invalid requests; every caller notes its answers here."""

    @property
    def per_second(self) -> float:
        """The present rate, in requests a second."""
        since = max(0.0, self._clock.monotonic() - self._slowed_at)
        recovered = min(self._top, self._reduced_to + RECOVERY * since)
        return self.invalid_requests.pace(recovered)

    async def acquire(
        self, channel_id: int | None = None, *, priority: Priority = Priority.DM, flow: int = 0
    ) -> None:
        """Wait until the request may be sent; with a channel, also until its own limit is over.

        Args:
            channel_id: where a message goes.
            priority: admins' requests do not queue; channels go before direct messages.
            flow: the server's id, 0 for none: servers take turns.
        """
        if channel_id is not None and (closed := self.channel_closed_for(channel_id)) > 0:
            await self._clock.sleep(closed)
        if priority is Priority.ADMIN:
            await self._jump_queue()
            return
        request = QueuedRequest(priority, flow)
        self._queue.add(request)
        try:
            while (wait := self._wait_of(request)) > 0:
                await self._clock.wait(request.woken, wait)
                request.woken.clear()
            self._take_slot()
        finally:
            self._queue.remove(request)
            following = self._queue.first()
            if following is not None:
                following.woken.set()

    def closed_for(self) -> float:
        """Return for how many seconds no request may be sent at all."""
        held = self._held_until - self._clock.monotonic()
        return max(held, self.invalid_requests.closed_for(), 0.0)

    def channel_closed_for(self, channel_id: int) -> float:
        """Return for how many seconds a channel's own rate limit is used up."""
        return max(self._channels.get(channel_id, 0.0) - self._clock.monotonic(), 0.0)

    def slow_down(self) -> None:
        """Lower the rate after a global 429; it recovers by itself."""
        now = self._clock.monotonic()
        if now - self._slowed_at < ONE_COMPLAINT:
            return
        self._reduced_to = max(SLOWEST, self.per_second * SLOWER)
        self._slowed_at = now
        log.warning("rate limited globally: slowed to %.0f requests a second", self._reduced_to)

    def hold(self, seconds: float) -> None:
        """Send nothing for so many seconds: a global 429, a ban, or a token that is refused."""
        self._held_until = max(self._held_until, self._clock.monotonic() + seconds)

    def hold_channel(self, channel_id: int, seconds: float) -> None:
        """Send nothing to a channel for so many seconds: its own rate limit is used up."""
        now = self._clock.monotonic()
        if len(self._channels) > 1_000:
            self._channels = {one: until for one, until in self._channels.items() if until > now}
        self._channels[channel_id] = now + seconds

    async def _jump_queue(self) -> None:
        """Take the next slot without queueing: somebody waits for the answer."""
        if (closed := self.closed_for()) > 0:
            await self._clock.sleep(closed)
        self._take_slot()

    def _take_slot(self) -> None:
        # One turn may be made up for: opening a DM and writing to it leave together.
        gap = 1 / self.per_second
        self._free_at = max(self._clock.monotonic() - gap, self._free_at) + gap

    def _wait_of(self, request: QueuedRequest) -> float:
        """Return how many seconds a queued request waits before it asks again; 0 to send now."""
        if self._queue.first() is not request:
            return LONG
        until_free = self._free_at - self._clock.monotonic()
        return max(self.closed_for(), until_free)
