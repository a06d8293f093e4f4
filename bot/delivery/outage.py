"""Whether Discord is there at all: while it is not, a few ask now and then and the rest waits.

Without it every due reminder would knock by itself, each with a back-off of its own that may be
minutes long when Discord returns; and ten thousand that fail at once would help nobody.
"""

import logging
import random
from datetime import timedelta

from bot.clock import Clock
from bot.domain.timing.outcomes import LAST_RETRY, back_off

log = logging.getLogger(__name__)

TRIPS_AT = 3  # failures running, with no message getting through
PROBES = 3  # messages that try at a time: one that Discord chokes on must not speak for all
LONGEST_PAUSE = timedelta(seconds=15)  # between probes, and what a reminder then waits for its next


class Circuit:
    """Opens when nothing gets through to anybody, closes with the first message that does.

    Args:
        clock: tells when the next probe may go.
        chance: spreads the probes.
    """

    def __init__(self, clock: Clock, rng: random.Random) -> None:
        self._clock = clock
        self._rng = rng
        self._failures = 0
        self._probes = 0
        self._opened_at = 0.0  # monotonic seconds
        self._probe_at = 0.0

    @property
    def is_open(self) -> bool:
        """Whether Discord is taken for gone."""
        return self._failures >= TRIPS_AT

    @property
    def longest_retry(self) -> timedelta:
        """How long a reminder waits at most for its next try.

        Where others get through it is the reminder's own trouble, and there is no hurry.
        """
        return LONGEST_PAUSE if self.is_open else LAST_RETRY

    def closed_for(self) -> float:
        """Return for how many seconds nothing may be tried."""
        return max(self._probe_at - self._clock.monotonic(), 0.0) if self.is_open else 0.0

    def room(self, wanted: int) -> int:
        """Return how many messages may be tried now instead of ``wanted``."""
        return min(wanted, PROBES) if self.is_open else wanted

    def probing(self) -> None:
        """Note that some try: the next ones wait, even if these never hear anything."""
        if self.is_open:
            self._probes += 1
            self._wait()

    def failed(self) -> None:
        """Note that Discord was not there for a request."""
        self._failures += 1
        if self._failures == TRIPS_AT:
            self._opened_at, self._probes = self._clock.monotonic(), 1
            self._wait()
            log.warning("Discord is not there: deliveries wait, a few try now and then")

    def passed(self) -> None:
        """Note that Discord took or refused a message like one that is there."""
        if self.is_open:
            gone = self._clock.monotonic() - self._opened_at
            log.info("Discord is back after %.0f s; deliveries go on", gone)
        self._failures = 0

    def _wait(self) -> None:
        pause = back_off(self._probes, self._rng.random(), longest=LONGEST_PAUSE)
        self._probe_at = self._clock.monotonic() + pause.total_seconds()
