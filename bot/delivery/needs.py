"""What the engine goes by: its pace, and what it needs of the store."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.facts.occurrences import Claim, Settlement


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How the engine goes about it.

    Attributes:
        lease: how long a claim is ours; outlives every request.
        batch: messages claimed at a time.
        at_once: of these, requests under way or next in line.
        look_every: seconds it sleeps at most: the machine's clock may jump, or another process
            may have written.
    """

    lease: timedelta = timedelta(minutes=2)
    batch: int = 100
    at_once: int = 32
    look_every: float = 60.0


class Occurrences(Protocol):
    """What delivery needs of the store; ``bot.store.reminders.reminders.Reminders`` is it."""

    async def next_wake(self) -> datetime | None:
        """Return when the next open occurrence wants attention."""

    async def take_over(self, now: datetime) -> int:
        """Free what is claimed: by a process that is gone, since nobody else delivers."""

    async def claim(
        self, now: datetime, *, lease: timedelta, limit: int, busy: Collection[int] = ()
    ) -> list[Claim]:
        """Take what up to ``limit`` messages bring, none to a ``busy`` place, for the lease."""

    async def standing(self, claimed: Sequence[Claim]) -> frozenset[int]:
        """Return the ids of the claims that nobody has closed or called off meanwhile."""

    async def settle(self, outcomes: Sequence[Settlement], now: datetime) -> frozenset[int]:
        """Keep outcomes, in one transaction; return the ids of those that still counted."""
