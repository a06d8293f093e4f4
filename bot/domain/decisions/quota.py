"""A quota for expensive actions: so many in a time span, counted in memory."""

from collections import deque
from datetime import datetime, timedelta

from bot.domain.facts.errors import NotAllowed


class Quota:
    """Counts uses by member. A restart resets the counts, which harms nobody."""

    def __init__(self, key: str, *, limit: int, span: timedelta) -> None:
        self._key = key
        self._limit = limit
        self._span = span
        self._used: dict[int, deque[datetime]] = {}

    def use(self, member_id: int, now: datetime) -> None:
        """Count one use.

        Raises:
            NotAllowed: the quota's key with limit and ``at``, when the next use is possible.
        """
        self._forget_past(now)
        used = self._used.setdefault(member_id, deque())
        if len(used) >= self._limit:
            raise NotAllowed(self._key, limit=self._limit, at=used[0] + self._span)
        used.append(now)

    def give_back(self, member_id: int) -> None:
        """Take back the use that was counted last, of which nothing came."""
        if self._used.get(member_id):
            self._used[member_id].pop()

    def _forget_past(self, now: datetime) -> None:
        for member_id, used in list(self._used.items()):
            while used and used[0] <= now - self._span:
                used.popleft()
            if not used:
                del self._used[member_id]
