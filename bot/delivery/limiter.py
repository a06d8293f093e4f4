"""One pace for every request that delivers: Discord allows a bot 50 a second in all.

Paced evenly, because 50 at a time at the edge of two of Discord's windows already cost 429s
(discord/discord-api-docs#5144). Answers to interactions are exempt and do not pass here.
"""

from bot.clock import Clock

PER_SECOND = 48.0


class Limiter:
    """Hands out turns, in the order they were asked for, on the process's monotonic clock."""

    def __init__(self, clock: Clock, *, per_second: float = PER_SECOND) -> None:
        self._clock = clock
        self._gap = 1 / per_second
        self._free_at = clock.monotonic() - self._gap  # monotonic seconds
        self._channels: dict[int, float] = {}  # channel -> when its own limit is over

    async def turn(self, channel_id: int | None = None) -> None:
        """Wait for a turn; with a channel, until Discord takes messages there again as well."""
        closed_until = self._channels.pop(channel_id, 0.0) if channel_id is not None else 0.0
        await self._sleep_until(closed_until)
        # One turn may be made up for: opening a DM and writing to it leave together.
        mine = max(self._clock.monotonic() - self._gap, self._free_at)
        self._free_at = mine + self._gap
        await self._sleep_until(mine)

    def hold(self, seconds: float) -> None:
        """Let nobody pass for so long: Discord limited or refused the bot as a whole."""
        self._free_at = max(self._free_at, self._clock.monotonic() + seconds)

    def hold_channel(self, channel_id: int, seconds: float) -> None:
        """Let nothing into a channel for so long: its own limit is used up."""
        now = self._clock.monotonic()
        self._channels = {one: until for one, until in self._channels.items() if until > now}
        self._channels[channel_id] = now + seconds

    async def _sleep_until(self, moment: float) -> None:
        wait = moment - self._clock.monotonic()
        if wait > 0:
            await self._clock.sleep(wait)
