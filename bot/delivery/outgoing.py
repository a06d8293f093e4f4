"""Claims as the messages that bring them: to which place, under which lease, known by what."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.facts.arrivals import Mark
from bot.domain.facts.occurrences import Claim, place


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMessage:
    """Claims that are sent as one message to one place; the claim's time and lease."""

    claims: tuple[Claim, ...]
    place: int  # the channel, or the member for a DM
    claimed_at: datetime
    lease_ends: datetime

    @property
    def in_doubt(self) -> bool:
        """Whether an earlier attempt may already have created the message (R7)."""
        return any(claim.in_doubt for claim in self.claims)

    @property
    def delivery_id(self) -> int | None:
        """The id of a merged message: of several reminders, or of several at its first attempt."""
        return self.claims[0].delivery_id

    @property
    def name(self) -> str:
        """The message's name in log lines."""
        if self.delivery_id is not None:
            return f"delivery {self.delivery_id}"
        return f"reminder {self.claims[0].reminder_id}"


def message_of(
    claims: tuple[Claim, ...], *, claimed_at: datetime, lease: timedelta
) -> OutgoingMessage | None:
    """Return the message that brings ``claims``, ``None`` when they have no destination."""
    goal = place(claims[0])
    if goal is None:
        return None
    return OutgoingMessage(
        claims=claims, place=goal, claimed_at=claimed_at, lease_ends=claimed_at + lease
    )


def without(message: OutgoingMessage, unsent: frozenset[int]) -> OutgoingMessage | None:
    """Return the message without some reminders, ``None`` when none is left."""
    left = tuple(claim for claim in message.claims if claim.reminder_id not in unsent)
    return replace(message, claims=left) if left else None


def nonce(message: OutgoingMessage) -> str:
    """Return the message's nonce, the same for every attempt: Discord drops duplicates (R6)."""
    identity = f"{message.claims[0].reminder_id}:{message.place}"
    if message.delivery_id is not None:
        identity = f"all:{message.delivery_id}:{message.place}"
    digest = hashlib.blake2s(identity.encode(), digest_size=12)
    return digest.hexdigest()  # 24 characters of Discord's 25


def mark(message: OutgoingMessage) -> Mark:
    """Return the id by which an earlier attempt's message is recognised in a channel's history."""
    if message.delivery_id is not None:
        return Mark(id=message.delivery_id, merged=True)
    return Mark(id=message.claims[0].reminder_id)
