"""Exponential backoff: how long to wait before the next try of something that failed."""

from dataclasses import dataclass
from datetime import timedelta

MOST_DOUBLINGS = 16  # beyond it every ``longest`` is reached, and numbers stay small


@dataclass(frozen=True, slots=True, kw_only=True)
class Backoff:
    """Waits that begin at ``first`` and double with each failure in a row, up to ``longest``."""

    first: timedelta
    longest: timedelta

    def wait(self, failures: int, jitter: float = 1.0) -> timedelta:
        """Return the wait after so many failures in a row (≥ 1).

        ``jitter`` from 0 to 1 spreads it over the upper half, so that many do not come back at
        once; 1 is the whole of it.
        """
        doubled: timedelta = self.first * 2 ** min(failures - 1, MOST_DOUBLINGS)
        return min(doubled, self.longest) * (1 + jitter) / 2


SENDING = Backoff(first=timedelta(seconds=1), longest=timedelta(minutes=10))
"""The backoff of reminders that could not be sent."""
