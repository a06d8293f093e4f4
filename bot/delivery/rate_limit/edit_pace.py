"""The pace of edits in one channel.

Messages of a channel take about five edits in five seconds. Those older than an hour take far
fewer, and beyond that Discord answers 429 with code 30046: undocumented, bots saw 3 in 20 s.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from discord.utils import snowflake_time

EDITS_APART = 2.0  # seconds between two edits
OLD_PACE = 10.0  # where the message is old
OLD_FROM = timedelta(minutes=55)


@dataclass(slots=True, eq=False)
class EditPace:
    """When the next edit in a channel may leave; ``apart`` are the seconds between two."""

    apart: float = EDITS_APART
    _free_at: float = -math.inf
    _old_free_at: float = -math.inf

    def wait(self, now: float, *, old: bool) -> float:
        """Return the seconds until an edit of a young or an ``old`` message may leave."""
        return max(0.0, (max(self._free_at, self._old_free_at) if old else self._free_at) - now)

    def took(self, now: float, *, old: bool) -> None:
        """Count an edit that has ended."""
        self._free_at = max(self._free_at, now + self.apart)
        if old:
            self._old_free_at = max(self._old_free_at, now + OLD_PACE)

    def hold(self, now: float, seconds: float) -> None:
        """Let nothing leave for so many seconds."""
        self._free_at = max(self._free_at, now + seconds)


def is_old(message_id: int | None, now: datetime) -> bool:
    """Tell whether a message is so old that its edits are limited more strictly."""
    return message_id is not None and now - snowflake_time(message_id) >= OLD_FROM
