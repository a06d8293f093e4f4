"""The global rate limiter: Discord allows a bot 50 requests a second in all (R16).

Paced evenly, because 50 at a time at the edge of two of Discord's windows already cost 429s
(discord/discord-api-docs#5144). Answers to interactions are exempt and do not pass here.
"""

from bot.clock import Clock
from bot.delivery.rate_limit.invalid_requests import InvalidRequestBudget
from bot.delivery.rate_limit.queue import Priority, QueuedRequest, RequestQueue
from bot.delivery.rate_limit.turns import OwnTurns, Turns
from bot.meters import Meters, Timed

LONG = 3_600.0  # seconds; whoever is not first is woken by the one before


class Limiter:
    """Spaces requests evenly in time: by priority, and round robin among servers."""

    def __init__(self, clock: Clock, turns: Turns | None = None) -> None:
        self._clock = clock
        self._turns = turns or OwnTurns(clock)
        self._held_until = 0.0
        self._channels: dict[int, float] = {}  # channel -> when its own limit is over
        self._queue = RequestQueue()
        self.meters = Meters()
        self.invalid_requests = InvalidRequestBudget(clock)
        """Counts of invalid requests; every caller notes its answers here."""

    @property
    def per_second(self) -> float:
        """The present rate, in requests a second."""
        return self.invalid_requests.pace(self._turns.per_second)

    async def acquire(
        self, channel_id: int | None = None, *, priority: Priority = Priority.DM, flow: int = 0
    ) -> None:
        """Wait until the request may be sent; with a channel, also until its own limit is over.

        Admins' requests do not queue; channels go before direct messages. Servers take turns:
        ``flow`` is the server's id, 0 for none.
        """
        asked_at = self._clock.monotonic()
        if channel_id is not None and (closed := self.channel_closed_for(channel_id)) > 0:
            await self._clock.sleep(closed)
        if priority is Priority.ADMIN:
            await self._jump_queue()
        else:
            await self._queue_up(QueuedRequest(priority, flow))
        self.meters.observe(Timed.TURN_WAIT, self._clock.monotonic() - asked_at)

    def closed_for(self) -> float:
        """Return for how many seconds no request may be sent at all."""
        held = self._held_until - self._clock.monotonic()
        return max(held, self.invalid_requests.closed_for(), 0.0)

    def channel_closed_for(self, channel_id: int) -> float:
        """Return for how many seconds a channel's own rate limit is used up."""
        return max(self._channels.get(channel_id, 0.0) - self._clock.monotonic(), 0.0)

    def slow_down(self) -> None:
        """Lower the rate after a global 429; it recovers by itself."""
        self._turns.slow_down()

    def hold(self, seconds: float) -> None:
        """Send nothing for so many seconds: a global 429, a ban, or a token that is refused."""
        self._held_until = max(self._held_until, self._clock.monotonic() + seconds)
        self._turns.hold(seconds)

    def hold_channel(self, channel_id: int, seconds: float) -> None:
        """Send nothing to a channel for so many seconds: its own rate limit is used up."""
        now = self._clock.monotonic()
        if len(self._channels) > 1_000:
            self._channels = {one: until for one, until in self._channels.items() if until > now}
        self._channels[channel_id] = now + seconds

    async def _queue_up(self, request: QueuedRequest) -> None:
        """Wait until a request is the first of the queue and its turn has come."""
        self._queue.add(request)
        try:
            while (wait := await self._wait_of(request)) > 0:
                await self._clock.wait(request.woken, wait)
                request.woken.clear()
        finally:
            self._queue.remove(request)
            following = self._queue.first()
            if following is not None:
                following.woken.set()

    async def _jump_queue(self) -> None:
        """Take the next turn without queueing: somebody waits for the answer."""
        if (closed := self.closed_for()) > 0:
            await self._clock.sleep(closed)
        await self._turns.jump(1 / self.per_second)

    async def _wait_of(self, request: QueuedRequest) -> float:
        """Return 0 if a queued request's turn has come, else the seconds until it asks again."""
        if self._queue.first() is not request:
            return LONG
        if (closed := self.closed_for()) > 0:
            return closed
        return await self._turns.draw(1 / self.per_second, len(self._queue))
