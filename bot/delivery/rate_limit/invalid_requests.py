"""Answers that bring a ban nearer, counted over ten minutes (R19).

10,000 answers of 401, 403 or 429 in ten minutes get the address banned, and every bot on it with
it. (https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans)
"""

import logging
from collections import Counter, deque

from bot.clock import Clock

log = logging.getLogger(__name__)

WINDOW = 600.0  # seconds
EASE_FROM = 250  # refusals in the window: below, they are everyday
CRAWL_FROM = 950  # with the crawl, no ten minutes have a thousand
STOP_AT = 3_000
CRAWL = 0.05  # requests a second: thirty more in the window
COUNTED = frozenset({401, 403, 429})


class InvalidRequestBudget:
    """Counts refusals and says how fast requests may leave because of them."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seconds: deque[tuple[float, int]] = deque()  # (monotonic second, how many in it)
        self._in_window = 0
        self._told = 0
        self.total: Counter[int] = Counter()
        """Refusals by status since the start, for the operator."""

    def note(self, status: int, *, shared: bool = False) -> None:
        """Count an answer; a 429 with the scope ``shared`` is nobody's fault and none of these."""
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
        """Return how many came in the last ten minutes."""
        since = self._clock.monotonic() - WINDOW
        while self._seconds and self._seconds[0][0] < since:
            self._in_window -= self._seconds.popleft()[1]
        return self._in_window

    def pace(self, per_second: float) -> float:
        """Return how many requests a second may leave instead of ``per_second``.

        It falls as refusals add up, so that those alone never reach ``CRAWL_FROM``.
        """
        left = (CRAWL_FROM - self.recent()) / (CRAWL_FROM - EASE_FROM)
        return min(per_second, max(CRAWL, per_second * left))

    def closed_for(self) -> float:
        """Return for how many seconds nothing may leave."""
        excess = self.recent() - STOP_AT + 1
        for second, count in self._seconds:
            if excess <= 0:
                break
            excess -= count
            if excess <= 0:
                return max(second + WINDOW - self._clock.monotonic(), 1.0)
        return 0.0

    def _tell(self) -> None:
        """Warn once at each threshold, and again only after it was quiet in between."""
        recent = self.recent()
        if recent < EASE_FROM:
            self._told = 0
        elif recent >= STOP_AT > self._told:
            self._told = STOP_AT
            log.error("Discord refused %d requests in 10 min: delivery pauses", recent)
        elif recent >= CRAWL_FROM > self._told:
            self._told = CRAWL_FROM
            log.warning("Discord refused %d requests in 10 min: delivery crawls", recent)
        elif recent >= EASE_FROM > self._told:
            self._told = EASE_FROM
            log.warning("Discord refused %d requests in 10 min: delivery slows", recent)
