"""What waits for a member's next press, held in memory: an entry for consent, a refused form."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.client.interactions import Interaction, number
from bot.clock import Clock
from bot.domain.facts.errors import Expired
from bot.domain.facts.settings import HOLD

T = TypeVar("T")

MOST_HELD = 10_000  # entries; beyond it the oldest go first
MOST_OF_ONE = 5  # of them; so nobody takes the place of another's


class PendingChange(Generic[T]):
    """Things held in memory for their owner for 15 minutes, by interaction id.

    There are ``most`` in all and ``of_one`` of a member; beyond them the oldest go first.
    """

    def __init__(self, clock: Clock, *, most: int = MOST_HELD, of_one: int = MOST_OF_ONE) -> None:
        self._clock = clock
        self._most = most
        self._of_one = of_one
        self._held: dict[int, tuple[datetime, int, T]] = {}

    def put(self, interaction: Interaction, thing: T) -> int:
        """Hold ``thing`` for the user of ``interaction``; return its token."""
        return self.hold(interaction.id, interaction.user.id, thing)

    def hold(self, token: int, member_id: int, thing: T) -> int:
        """Hold ``thing`` for a member under a snowflake that is theirs alone; return it."""
        now = self._clock.now()
        held = self._tokens(member_id)
        for earlier in held[: max(0, len(held) - self._of_one + 1)]:
            del self._held[earlier]
        while self._held:
            oldest = next(iter(self._held))
            if self._held[oldest][0] > now and len(self._held) < self._most:
                break
            del self._held[oldest]
        self._held[token] = (now + HOLD, member_id, thing)
        return token

    def get(self, interaction: Interaction, token: str) -> T:
        """Return the thing of ``token``, if it is the user's.

        Raises:
            Expired: when the time is over, it is somebody else's, or no token of ours.
        """
        held = self._held.get(number(token))
        if held is None or held[0] <= self._clock.now() or held[1] != interaction.user.id:
            raise Expired("entry_expired", minutes=HOLD // timedelta(minutes=1))
        return held[2]

    def waiting(self, member_id: int) -> list[str]:
        """Return the tokens of what waits for a user, the oldest first."""
        now = self._clock.now()
        return [str(token) for token in self._tokens(member_id) if self._held[token][0] > now]

    def newest(self, member_id: int) -> T | None:
        """Return what was held last for a user, while its time is not over."""
        tokens = self.waiting(member_id)
        return self._held[int(tokens[-1])][2] if tokens else None

    def take(self, interaction: Interaction, token: str) -> T:
        """Return and remove the thing of ``token``: a second press finds nothing.

        Raises:
            Expired: as ``get``.
        """
        thing = self.get(interaction, token)
        del self._held[number(token)]
        return thing

    @contextmanager
    def taken(self, interaction: Interaction, token: str) -> Iterator[T]:
        """Take the thing of ``token``; what fails in the block gives it back for another press.

        Raises:
            Expired: as ``get``.
        """
        self.get(interaction, token)
        held = self._held.pop(number(token))
        try:
            yield held[2]
        except BaseException:
            self._held[number(token)] = held
            raise

    def forget(self, member_id: int) -> None:
        """Remove everything held for a user."""
        for token in self._tokens(member_id):
            del self._held[token]

    def _tokens(self, member_id: int) -> list[int]:
        return [token for token, (_, owner, _) in self._held.items() if owner == member_id]
