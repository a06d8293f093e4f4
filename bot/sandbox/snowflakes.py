"""Snowflakes: Discord's ids, stamped with their time of creation."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
TIME_SHIFT = 22
LONGEST_ID = 20  # digits
GUILD_AGE = timedelta(days=30)
MILLISECOND = timedelta(milliseconds=1)


def is_number(text: str) -> bool:
    """Tell whether a text from outside is a number no longer than an id."""
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_ID


class Snowflakes:
    """Hands out ids that grow, stamped with the time `now` tells."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._last = 0
        self._guilds = 0

    def next(self) -> int:
        """Return a new id, larger than all before it."""
        self._last = max(self._last + 1, _stamp(self._now()))
        return self._last

    def next_guild(self) -> int:
        """Return a new guild id, of a millisecond of its own so that guilds spread over shards."""
        self._guilds += 1
        return _stamp(self._now() - GUILD_AGE + self._guilds * MILLISECOND)


def _stamp(moment: datetime) -> int:
    return int((moment - EPOCH) / MILLISECOND) << TIME_SHIFT
