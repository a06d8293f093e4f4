"""The order in which requests may leave: a time line with one turn after another.

One process keeps it in memory; several share one in their database, so that the bot as a whole
keeps Discord's global limit.
"""

import logging
from typing import Protocol

from bot.clock import Clock
from bot.domain.timing.spreading import PER_SECOND

log = logging.getLogger(__name__)

SLOWEST = 8.0  # requests a second, however often Discord says that it was too fast
SLOWER = 0.9  # the share of its pace that is left after each time, at most one a second
RECOVERY = 2.0  # requests a second more with each second since: one complaint costs six requests
ONE_COMPLAINT = 1.0  # seconds: what was under way together is refused together


class Turns(Protocol):
    """A time line of turns. The caller says how far apart they are to be."""

    @property
    def per_second(self) -> float:
        """The present rate, in turns a second: below the top one after complaints of Discord's."""

    async def draw(self, gap: float, waiting: int) -> float:
        """Take the turn that has come, and return 0; else the seconds after which to ask again.

        ``gap`` is the seconds between two turns; ``waiting`` counts the asking request too.
        """

    async def jump(self, gap: float) -> None:
        """Take the next turn before all who wait: these come a turn later."""

    def hold(self, seconds: float) -> None:
        """Give no turn for so many seconds: Discord refuses the bot as a whole."""

    def slow_down(self) -> None:
        """Lower the rate after a global 429; it recovers by itself."""

    async def identify(self, bucket: int) -> float:
        """Take the next IDENTIFY of a rate limit key; return the seconds until it may be sent."""


class OwnTurns:
    """The turns of a bot that is one process; the gateway part itself spaces its IDENTIFYs."""

    def __init__(self, clock: Clock, *, per_second: float = PER_SECOND) -> None:
        self._clock = clock
        self._top = per_second
        self._reduced_to = per_second
        self._slowed_at = -float("inf")
        self._free_at = clock.monotonic() - 1 / per_second  # monotonic seconds

    @property
    def per_second(self) -> float:
        """The present rate, in turns a second."""
        return recovered(self._top, self._reduced_to, self._clock.monotonic() - self._slowed_at)

    async def draw(self, gap: float, waiting: int) -> float:
        """Take the turn that has come, and return 0; else the seconds until it does."""
        if (wait := self._free_at - self._clock.monotonic()) > 0:
            return wait
        await self.jump(gap)
        return 0.0

    async def jump(self, gap: float) -> None:
        """Take the next turn without waiting for it."""
        # One turn may be made up for: opening a DM and writing to it leave together.
        self._free_at = max(self._clock.monotonic() - gap, self._free_at) + gap

    def hold(self, seconds: float) -> None:
        """Give no turn for a while: here it is the limiter that asks for none."""

    def slow_down(self) -> None:
        """Lower the rate after a global 429; it recovers by itself."""
        now = self._clock.monotonic()
        if now - self._slowed_at < ONE_COMPLAINT:
            return
        self._reduced_to = slowed(self.per_second)
        self._slowed_at = now

    async def identify(self, bucket: int) -> float:
        """Return no wait: nobody else identifies."""
        return 0.0


def recovered(top: float, reduced_to: float, since: float) -> float:
    """Return the rate so many seconds after a complaint of Discord's."""
    return min(top, reduced_to + RECOVERY * max(0.0, since))


def slowed(per_second: float) -> float:
    """Return the rate after a complaint of Discord's."""
    rate = max(SLOWEST, per_second * SLOWER)
    log.warning("rate limited globally: slowed to %.0f requests a second", rate)
    return rate
