"""One message on its way: where it goes, whether it is there already, and what came of it."""

import hashlib
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.delivery.outage import LONGEST_PAUSE, Circuit
from bot.delivery.transport import Envelope, HistoryHidden, Transport
from bot.domain.facts.arrivals import Mark
from bot.domain.facts.occurrences import Claim, Recipient, Settlement, guild_of, place
from bot.domain.facts.settings import Where
from bot.domain.timing import closing, settlement
from bot.domain.timing.outcomes import (
    UNKNOWN_CHANNEL,
    Failure,
    Held,
    Refused,
    SendError,
    Verdict,
    classify,
)
from bot.texts.reminders import merged, messages

NONCE_HOLDS = timedelta(seconds=60)  # surely; Discord says "the past few minutes"
ANSWER_MARGIN = timedelta(seconds=40)  # a request's longest life, and some for settling


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMessage:
    """Claims that leave as one message to one place; the time of the claim and its lease's end."""

    claims: tuple[Claim, ...]
    place: int  # the channel, or the member for a DM
    claimed_at: datetime
    lease_ends: datetime

    @property
    def in_doubt(self) -> bool:
        """Whether an earlier attempt may have brought the message already (R7)."""
        return any(claim.in_doubt for claim in self.claims)

    @property
    def delivery_id(self) -> int | None:
        """The message's identity when it brings several, or did at its first attempt."""
        return self.claims[0].delivery_id

    @property
    def name(self) -> str:
        """What a log line calls it."""
        if self.delivery_id is not None:
            return f"delivery {self.delivery_id}"
        return f"reminder {self.claims[0].reminder_id}"


Filter = Callable[[OutgoingMessage], Awaitable[OutgoingMessage | None]]
"""Takes out of an errand what may not be sent any more; ``None`` when nothing is left."""


class Sender:
    """Carries errands to Discord; never raises but when it is cancelled or broken."""

    def __init__(
        self, transport: Transport, clock: Clock, rng: random.Random, circuit: Circuit
    ) -> None:
        self._transport = transport
        self._clock = clock
        self._rng = rng
        self._circuit = circuit
        self._opened: dict[int, int] = {}  # member -> DM channel that was opened, not yet used

    async def deliver(self, errand: OutgoingMessage, sift: Filter) -> tuple[Settlement, ...]:
        """Send what was claimed, at most once, and return what became of each claim.

        What is in doubt is looked for first, whatever became of its window since; only if it is
        not there, ``sift`` says what may still leave.
        """
        left = errand
        try:
            found = await self._carry(errand, look=True) if errand.in_doubt else None
            if found is None and errand.in_doubt:
                sifted = await sift(errand)
                if sifted is None:
                    return ()
                left = sifted
            channel_id, message_id = found or await self._sent(left)
        except HistoryHidden:
            # It may be there: rather one reminder that is perhaps missing than two (R7).
            now = self._clock.now()
            return tuple(settlement.given_up(claim, now, "in_doubt") for claim in errand.claims)
        except SendError as error:
            return self._failed(left, classify(error))
        self._circuit.passed()
        now = self._clock.now()
        return tuple(
            closing.sent(claim, now, channel_id=channel_id, message_id=message_id)
            for claim in left.claims
        )

    def fault(self, errand: OutgoingMessage) -> tuple[Settlement, ...]:
        """Return what becomes of an errand that broke on our side."""
        return self._failed(errand, Failure(verdict=Verdict.RETRY, reason="fault"))

    def _failed(self, errand: OutgoingMessage, failure: Failure) -> tuple[Settlement, ...]:
        now, jitter = self._clock.now(), self._rng.random()
        if failure.outage:
            self._circuit.failed()
        elif failure.verdict not in {Verdict.RETRY, Verdict.HELD}:
            self._circuit.passed()
        if failure.verdict is Verdict.DELIVERED:
            return tuple(closing.sent(claim, now, reason=failure.reason) for claim in errand.claims)
        longest = self._circuit.longest_retry
        if failure.retry_after is not None:
            longest = LONGEST_PAUSE  # Discord said when; refusals are counted and paced (R19)
        return tuple(
            settlement.failed(claim, now, failure, jitter=jitter, longest=longest)
            for claim in errand.claims
        )

    async def _sent(self, errand: OutgoingMessage) -> tuple[int, int]:
        found = await self._carry(errand, look=False)
        if found is None:
            raise RuntimeError("a send without a message")
        return found

    async def _carry(self, errand: OutgoingMessage, *, look: bool) -> tuple[int, int] | None:
        """Look for the message or send it; return its channel and its id."""
        dm = _dm_of(errand.claims[0])
        known = self._opened.pop(errand.place, None)
        channel_id = errand.place if dm is None else dm.dm_channel_id or known
        if channel_id is not None:
            try:
                return await self._at(channel_id, errand, look=look)
            except Refused as error:
                # A DM channel that we know from earlier can be gone where the member is not.
                if dm is None or error.code != UNKNOWN_CHANNEL:
                    raise
        channel_id = await self._transport.open_dm(errand.place)
        return await self._at(channel_id, errand, look=look)

    async def _at(
        self, channel_id: int, errand: OutgoingMessage, *, look: bool
    ) -> tuple[int, int] | None:
        if look:
            found = await self._earlier(channel_id, errand)
            return None if found is None else (channel_id, found)
        try:
            return channel_id, await self._transport.send(channel_id, self._parcel(errand))
        except Held:
            if channel_id != errand.place:
                self._opened[errand.place] = channel_id  # not to be asked for once more
            raise

    async def _earlier(self, channel_id: int, errand: OutgoingMessage) -> int | None:
        """Return an earlier attempt's message; not knowing matters once its nonce is forgotten."""
        first = min(claim.first_attempt_at for claim in errand.claims)
        try:
            return await self._transport.find(channel_id, _mark(errand), since=first)
        except HistoryHidden:
            # A clock that was set back says nothing about the time that has passed.
            if timedelta(0) <= self._clock.now() - first <= NONCE_HOLDS:
                return None
            raise

    def _parcel(self, errand: OutgoingMessage) -> Envelope:
        now, first = self._clock.now(), errand.claims[0]
        if errand.delivery_id is None:
            card = messages.message(first, now)
        else:
            card = merged.message(errand.delivery_id, errand.claims, now)
        members = (claim.recipient for claim in errand.claims if claim.where is Where.CHANNEL)
        roles = (claim.post.role_id for claim in errand.claims if claim.post)
        return Envelope(
            card=card,
            nonce=nonce(errand),
            send_by=errand.lease_ends - ANSWER_MARGIN,
            member_ids=tuple(dict.fromkeys(one.member_id for one in members if one)),
            role_ids=tuple(dict.fromkeys(role_id for role_id in roles if role_id)),
            guild_id=guild_of(first),
        )


def errand_of(
    claims: tuple[Claim, ...], *, claimed_at: datetime, lease: timedelta
) -> OutgoingMessage | None:
    """Return the errand that carries ``claims``, ``None`` when they go nowhere."""
    goal = place(claims[0])
    if goal is None:
        return None
    return OutgoingMessage(
        claims=claims, place=goal, claimed_at=claimed_at, lease_ends=claimed_at + lease
    )


def without(errand: OutgoingMessage, unsent: frozenset[int]) -> OutgoingMessage | None:
    """Return the errand without some of its reminders, ``None`` when none is left."""
    left = tuple(claim for claim in errand.claims if claim.reminder_id not in unsent)
    return replace(errand, claims=left) if left else None


def nonce(errand: OutgoingMessage) -> str:
    """Return what makes every attempt at one message the same to Discord (R6)."""
    identity = f"{errand.claims[0].reminder_id}:{errand.place}"
    if errand.delivery_id is not None:
        identity = f"all:{errand.delivery_id}:{errand.place}"
    digest = hashlib.blake2s(identity.encode(), digest_size=12)
    return digest.hexdigest()  # 24 characters of Discord's 25


def _mark(errand: OutgoingMessage) -> Mark:
    """Return by which identity an earlier attempt's message is found in a history."""
    if errand.delivery_id is not None:
        return Mark(id=errand.delivery_id, merged=True)
    return Mark(id=errand.claims[0].reminder_id)


def _dm_of(claim: Claim) -> Recipient | None:
    return claim.recipient if claim.where is Where.DM else None
