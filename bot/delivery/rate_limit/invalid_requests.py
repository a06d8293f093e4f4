"""Discord's invalid-request limit: 401, 403 and 429 answers counted over ten minutes (R19).

10,000 answers of 401, 403 or 429 in ten minutes get the address banned, and every bot on it with
it. (https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans)
"""

import logging
from collections import Counter, deque

from bot.clock import Clock

log = logging.getLogger(__name__)

WINDOW = 600.0  # seconds
EASE_FROM = 250  # invalid requests in the window; fewer are normal
CRAWL_FROM = 950  # at ``CRAWL`` from here on, no window reaches 1,000
STOP_AT = 3_000
CRAWL = 0.05  # requests a second: thirty more in the window
COUNTED = frozenset({401, 403, 429})


class InvalidRequestBudget:
    """Counts invalid requests and slows, then pauses, all requests as they add up."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seconds: deque[tuple[float, int]] = deque()  # (monotonic second, how many in it)
        self._in_window = 0
        self._told = 0
        self.total: Counter[int] = Counter()
        """Invalid requests by status since the start, for the operator."""

    def note(self, status: int, *, shared: bool = False) -> None:
        """Count an invalid answer; a 429 of the scope ``shared`` is none to Discord."""
        if status not in COUNTED or shared:
            return
        self.total[status] += 1
        self._in_window += 1
        second = float(int(self._clock.monotonic()))
        if self._seconds and self._seconds[-1][0] == second:
            self._seconds[-1] = (second, self._seconds[-1][1] + 1)
        else:
            self._seconds.append((second, 1))
        self._tell()

    def recent(self) -> int:
        """Return how many invalid requests there were in the last ten minutes."""
        since = self._clock.monotonic() - WINDOW
        while self._seconds and self._seconds[0][0] < since:
            self._in_window -= self._seconds.popleft()[1]
        return self._in_window

    def pace(self, per_second: float) -> float:
        """Return the permitted rate in requests a second, at most ``per_second``.

        It falls as refusals add up, so that those alone never reach ``CRAWL_FROM``.
        """
        left = (CRAWL_FROM - self.recent()) / (CRAWL_FROM - EASE_FROM)
        return min(per_second, max(CRAWL, per_second * left))

    def closed_for(self) -> float:
        """Return for how many seconds no request may be sent."""
        excess = self.recent() - STOP_AT + 1
        for second, count in self._seconds:
            if excess <= 0:
                break
            excess -= count
            if excess <= 0:
                return max(second + WINDOW - self._clock.monotonic(), 1.0)
        return 0.0

    def _tell(self) -> None:
        """Log once at each threshold, and again only after the count fell below the first."""
        recent = self.recent()
        if recent < EASE_FROM:
            self._told = 0
        elif recent >= STOP_AT > self._told:
            self._told = STOP_AT
            log.error("invalid requests: %d in 10 min; delivery paused", recent)
        elif recent >= CRAWL_FROM > self._told:
            self._told = CRAWL_FROM
            log.warning("invalid requests: %d in 10 min; delivery crawls", recent)
        elif recent >= EASE_FROM > self._told:
            self._told = EASE_FROM
            log.warning("invalid requests: %d in 10 min; delivery slowed", recent)
