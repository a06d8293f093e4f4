"""The pace that all processes of a bot keep together."""

from bot.clock import Clock
from bot.delivery.rate_limit.turns import ONE_COMPLAINT, recovered, slowed
from bot.store.cluster.turns import TimeLine


class SharedTurns:
    """Turns on one time line of all processes; a complaint of Discord's slows all of them."""

    def __init__(self, clock: Clock, line: TimeLine, *, per_second: float) -> None:
        self._clock = clock
        self._line = line
        self._top = per_second
        self.draw = line.draw
        self.jump = line.jump
        self.hold = line.hold
        self.identify = line.identify

    @property
    def per_second(self) -> float:
        """The present rate of all processes together."""
        if self._line.slowed is None:
            return self._top
        rate, moment = self._line.slowed
        return recovered(self._top, rate, self._clock.monotonic() - moment)

    def slow_down(self) -> None:
        """Lower the rate of all processes after a global 429, once for those of a second."""
        slowed_at = self._line.slowed and self._line.slowed[1]
        if slowed_at is None or self._clock.monotonic() - slowed_at >= ONE_COMPLAINT:
            self._line.slow(slowed(self.per_second))
