"""A circuit breaker for Discord: during an outage only a few probes are sent, the rest waits.

Without it each due reminder would retry by itself, with a backoff of minutes when Discord returns.
"""

import logging
import random
from dataclasses import replace
from datetime import timedelta

from bot.clock import Clock
from bot.domain.timing.backoff import SENDING, Backoff

log = logging.getLogger(__name__)

TRIPS_AT = 3  # failures in a row
PROBES = 3  # messages at a time: one that Discord cannot handle must not decide for all
PROBING = replace(SENDING, longest=timedelta(seconds=15))  # of probes, and of reminders meanwhile


class Circuit:
    """A circuit breaker: 3 failures in a row open it, the first message that passes closes it."""

    def __init__(self, clock: Clock, rng: random.Random) -> None:
        self._clock = clock
        self._rng = rng
        self._failures = 0
        self._probes = 0
        self._opened_at = 0.0  # monotonic seconds
        self._probe_at = 0.0

    @property
    def is_open(self) -> bool:
        """Whether Discord is taken to be down."""
        return self._failures >= TRIPS_AT

    @property
    def backoff(self) -> Backoff:
        """The backoff of a reminder that could not be sent.

        Where others get through it is the reminder's own trouble, and there is no hurry.
        """
        return PROBING if self.is_open else SENDING

    def closed_for(self) -> float:
        """Return how many seconds to wait before the next probe; 0 while the circuit is closed."""
        return max(self._probe_at - self._clock.monotonic(), 0.0) if self.is_open else 0.0

    def room(self, wanted: int) -> int:
        """Return how many of ``wanted`` messages may be sent now."""
        return min(wanted, PROBES) if self.is_open else wanted

    def probing(self) -> None:
        """Record that probes were sent: the next ones wait, even if these get no answer."""
        if self.is_open:
            self._probes += 1
            self._wait()

    def failed(self) -> None:
        """Record a request that failed because Discord was down."""
        self._failures += 1
        if self._failures == TRIPS_AT:
            self._opened_at, self._probes = self._clock.monotonic(), 1
            self._wait()
            log.warning("circuit open: Discord is down, only probes are sent")

    def passed(self) -> None:
        """Record an answer that shows Discord is up: a message taken, or refused for itself."""
        if self.is_open:
            gone = self._clock.monotonic() - self._opened_at
            log.info("circuit closed: Discord is back after %.0f s", gone)
        self._failures = 0

    def _wait(self) -> None:
        pause = PROBING.wait(self._probes, self._rng.random())
        self._probe_at = self._clock.monotonic() + pause.total_seconds()
