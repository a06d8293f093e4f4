"""How often the bot answers what is written to it: beyond that it is silent."""

from collections import deque
from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock

OF_MEMBER: Final = (5, timedelta(seconds=10))
OF_CHANNEL: Final = (5, timedelta(seconds=5))
CLOSED_FOR: Final = timedelta(minutes=10)  # a channel that refused an answer is not tried before


class SpokenLimits:
    """Counts answers by member and by channel, in memory; a restart forgets them."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._of_members: dict[int, deque[datetime]] = {}
        self._of_channels: dict[int, deque[datetime]] = {}
        self._closed: dict[int, datetime] = {}
        self._lifted = False

    def lift(self) -> None:
        """Count nothing from now on: for a clock that stands while somebody types."""
        self._lifted = True

    def take(self, member_id: int, channel_id: int) -> bool:
        """Count an answer if there may be one; tell whether."""
        now = self._clock.now()
        self._forget(now)
        of_member = self._of_members.setdefault(member_id, deque())
        of_channel = self._of_channels.setdefault(channel_id, deque())
        if channel_id in self._closed:
            return False
        if not self._lifted and (
            len(of_member) >= OF_MEMBER[0] or len(of_channel) >= OF_CHANNEL[0]
        ):
            return False
        of_member.append(now)
        of_channel.append(now)
        return True

    def close(self, channel_id: int) -> None:
        """Answer nothing in a channel for a while: the bot may not write there."""
        self._closed[channel_id] = self._clock.now() + CLOSED_FOR

    def _forget(self, now: datetime) -> None:
        for counted, (_, span) in ((self._of_members, OF_MEMBER), (self._of_channels, OF_CHANNEL)):
            for key in [key for key, used in counted.items() if not used or used[-1] <= now - span]:
                del counted[key]
            for used in counted.values():
                while used[0] <= now - span:
                    used.popleft()
        for channel_id in [one for one, until in self._closed.items() if until <= now]:
            del self._closed[channel_id]
