"""One pace for every request that Discord counts: it allows a bot 50 a second in all (R16).

Paced evenly, because 50 at a time at the edge of two of Discord's windows already cost 429s
(discord/discord-api-docs#5144). Answers to interactions are exempt and do not pass here.
"""

import logging

from bot.clock import Clock
from bot.delivery.rate_limit.invalid_requests import InvalidRequestBudget
from bot.delivery.rate_limit.queue import Priority, QueuedRequest, RequestQueue
from bot.domain.timing.spreading import PER_SECOND

log = logging.getLogger(__name__)

SLOWEST = 8.0  # requests a second, however often Discord says that it was too fast
SLOWER = 0.9  # the share of its pace that is left after each time, at most one a second
RECOVERY = 2.0  # requests a second more with each second since: one complaint costs six requests
ONE_COMPLAINT = 1.0  # seconds: what was under way together is refused together
LONG = 3_600.0  # seconds; whoever is not first is woken by the one before


class Limiter:
    """Hands out turns on the process's monotonic clock: by rank, fairly among guilds, evenly."""

    def __init__(self, clock: Clock, *, per_second: float = PER_SECOND) -> None:
        self._clock = clock
        self._top = per_second
        self._slowed_to = per_second
        self._slowed_at = clock.monotonic() - LONG
        self._free_at = clock.monotonic() - 1 / per_second  # monotonic seconds
        self._held_until = 0.0
        self._channels: dict[int, float] = {}  # channel -> when its own limit is over
        self._line = RequestQueue()
        self.refusals = InvalidRequestBudget(clock)
        """The answers that bring a ban nearer; whoever gets one notes it here."""

    @property
    def per_second(self) -> float:
        """How many requests a second leave at present, at most."""
        since = max(0.0, self._clock.monotonic() - self._slowed_at)
        recovered = min(self._top, self._slowed_to + RECOVERY * since)
        return self.refusals.pace(recovered)

    async def turn(
        self, channel_id: int | None = None, *, lane: Priority = Priority.DM, whose: int = 0
    ) -> None:
        """Wait for a turn; with a channel, until Discord takes messages there again as well.

        Args:
            channel_id: where a message goes.
            lane: the rank.
            whose: the guild (or person) that shares its turns with the others'.
        """
        if channel_id is not None and (closed := self.channel_closed_for(channel_id)) > 0:
            await self._clock.sleep(closed)
        if lane is Priority.ADMIN:
            await self._step_in()
            return
        me = QueuedRequest(lane, whose)
        self._line.join(me)
        try:
            while (wait := self._wait_of(me)) > 0:
                await self._clock.wait(me.woken, wait)
                me.woken.clear()
            self._take_turn()
        finally:
            self._line.leave(me)
            following = self._line.first()
            if following is not None:
                following.woken.set()

    def closed_for(self) -> float:
        """Return for how many seconds nobody passes: Discord refused the bot as a whole."""
        held = self._held_until - self._clock.monotonic()
        return max(held, self.refusals.closed_for(), 0.0)

    def channel_closed_for(self, channel_id: int) -> float:
        """Return for how many seconds a channel's own limit is used up."""
        return max(self._channels.get(channel_id, 0.0) - self._clock.monotonic(), 0.0)

    def slow_down(self) -> None:
        """Go slower: Discord said that the bot as a whole was too fast. The pace recovers."""
        now = self._clock.monotonic()
        if now - self._slowed_at < ONE_COMPLAINT:
            return
        self._slowed_to = max(SLOWEST, self.per_second * SLOWER)
        self._slowed_at = now
        log.warning("Discord limits the bot as a whole: %.0f requests a second", self._slowed_to)

    def hold(self, seconds: float) -> None:
        """Let nobody pass for so long: Discord limited or refused the bot as a whole."""
        self._held_until = max(self._held_until, self._clock.monotonic() + seconds)

    def hold_channel(self, channel_id: int, seconds: float) -> None:
        """Let nothing into a channel for so long: its own limit is used up."""
        now = self._clock.monotonic()
        if len(self._channels) > 1_000:
            self._channels = {one: until for one, until in self._channels.items() if until > now}
        self._channels[channel_id] = now + seconds

    async def _step_in(self) -> None:
        """Pass at once, unless nobody may: somebody waits, and all others come a turn later."""
        if (closed := self.closed_for()) > 0:
            await self._clock.sleep(closed)
        self._take_turn()

    def _take_turn(self) -> None:
        # One turn may be made up for: opening a DM and writing to it leave together.
        gap = 1 / self.per_second
        self._free_at = max(self._clock.monotonic() - gap, self._free_at) + gap

    def _wait_of(self, me: QueuedRequest) -> float:
        """Return how many seconds to wait before asking again; 0 for now."""
        if self._line.first() is not me:
            return LONG
        until_free = self._free_at - self._clock.monotonic()
        return max(self.closed_for(), until_free)
