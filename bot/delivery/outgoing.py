"""Claims as the messages that bring them, and which of them may not be sent."""

import hashlib
import logging
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.facts.arrivals import Mark
from bot.domain.facts.occurrences import Claim, Settlement, place
from bot.domain.timing import settlement
from bot.domain.timing.eligibility import judge
from bot.domain.timing.outcomes import Failure, Verdict

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMessage:
    """Claims that are sent as one message to one place, before their lease ends."""

    claims: tuple[Claim, ...]
    place: int  # the channel, or the member for a DM
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


def together(claims: Iterable[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Yield the claims that are one message together."""
    found: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.delivery_id or -claim.reminder_id, place(claim)].append(claim)
    yield from map(tuple, found.values())


def message_of(claims: tuple[Claim, ...], *, lease_ends: datetime) -> OutgoingMessage | None:
    """Return the message that brings ``claims``, ``None`` when they have no destination."""
    goal = place(claims[0])
    if goal is None:
        return None
    return OutgoingMessage(claims=claims, place=goal, lease_ends=lease_ends)


def unsent_of(claims: Iterable[Claim], now: datetime, rng: random.Random) -> list[Settlement]:
    """Return the outcomes of the claims that may not be sent."""
    unsent = []
    for claim in claims:
        try:
            outcome = judge(claim, now)
        except Exception:
            log.exception("reminder %d: the eligibility check failed", claim.reminder_id)
            failure = Failure(verdict=Verdict.RETRY, reason="fault", sent_nothing=True)
            outcome = settlement.failed(claim, now, failure, jitter=rng.random())
        if outcome is not None:
            unsent.append(outcome)
    return unsent


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
