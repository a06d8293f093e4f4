"""One claim on its way: where it goes, whether it is there already, and what came of it."""

import hashlib
import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.delivery import settling
from bot.delivery.outcomes import UNKNOWN_CHANNEL, Refused, SendError, Verdict, classify
from bot.delivery.transport import HistoryHidden, Parcel, Transport
from bot.domain.occurrences import Claim, Recipient, Settlement
from bot.domain.settings import Where
from bot.texts import reminders as words

NONCE_HOLDS = timedelta(seconds=60)  # surely; Discord says "the past few minutes"
ANSWER_MARGIN = timedelta(seconds=40)  # a request's longest life, and some for settling


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """A claim that was found fit to be sent, with the time it was made and its lease's end."""

    claim: Claim
    claimed_at: datetime
    lease_ends: datetime

    @property
    def in_doubt(self) -> bool:
        """Whether an earlier attempt may have brought its message already (R7)."""
        first = self.claim.first_attempt_at
        return self.claim.attempt > 1 and first < self.claimed_at.replace(microsecond=0)


class Messenger:
    """Carries claims to Discord; never raises but when it is cancelled or broken."""

    def __init__(self, transport: Transport, clock: Clock, chance: random.Random) -> None:
        self._transport = transport
        self._clock = clock
        self._chance = chance

    async def deliver(self, errand: Errand) -> Settlement:
        """Send what was claimed, at most once, and return what became of it."""
        claim = errand.claim
        try:
            channel_id, message_id = await self._carry(errand)
        except HistoryHidden:
            # It may be there: rather one reminder that is perhaps missing than two (R7).
            return settling.given_up(claim, self._clock.now(), "in_doubt")
        except SendError as error:
            failure = classify(error)
            if failure.verdict is Verdict.DELIVERED:
                return settling.sent(claim, self._clock.now(), reason=failure.reason)
            jitter = self._chance.random()
            return settling.failed(claim, self._clock.now(), failure, jitter=jitter)
        return settling.sent(claim, self._clock.now(), channel_id=channel_id, message_id=message_id)

    async def _carry(self, errand: Errand) -> tuple[int, int]:
        """Return the channel and the message, an earlier attempt's if there was one."""
        claim = errand.claim
        dm = _dm_of(claim)
        channel_id = address(claim) if dm is None else dm.dm_channel_id
        if channel_id is not None:
            try:
                return channel_id, await self._deliver_to(channel_id, errand)
            except Refused as error:
                # A DM channel that we know from earlier can be gone where the member is not.
                if dm is None or error.code != UNKNOWN_CHANNEL:
                    raise
        channel_id = await self._transport.open_dm(address(claim))
        return channel_id, await self._deliver_to(channel_id, errand)

    async def _deliver_to(self, channel_id: int, errand: Errand) -> int:
        claim = errand.claim
        if errand.in_doubt:
            found = await self._earlier(channel_id, claim)
            if found is not None:
                return found
        return await self._transport.send(channel_id, self._parcel(errand))

    async def _earlier(self, channel_id: int, claim: Claim) -> int | None:
        """Return an earlier attempt's message; not knowing matters once its nonce is forgotten."""
        first = claim.first_attempt_at
        try:
            return await self._transport.find(channel_id, words.mark(claim), since=first)
        except HistoryHidden:
            # A clock that was set back says nothing about the time that has passed.
            if timedelta(0) <= self._clock.now() - first <= NONCE_HOLDS:
                return None
            raise

    def _parcel(self, errand: Errand) -> Parcel:
        claim = errand.claim
        in_channel = claim.recipient is not None and claim.where is Where.CHANNEL
        return Parcel(
            card=words.message(claim, self._clock.now()),
            nonce=nonce(claim),
            send_by=errand.lease_ends - ANSWER_MARGIN,
            member_id=claim.recipient.member_id if claim.recipient and in_channel else None,
            role_id=claim.post.role_id if claim.post else None,
        )


def address(claim: Claim) -> int:
    """Return where a claim goes: the member's id for a DM, else the channel's.

    Raises:
        ValueError: it goes nowhere; ``judge`` lets no such claim pass.
    """
    if claim.post is not None:
        return claim.post.channel_id
    if claim.recipient is not None and claim.where is Where.DM:
        return claim.recipient.member_id
    if claim.guild is not None and claim.guild.channel_id is not None:
        return claim.guild.channel_id
    raise ValueError(f"reminder {claim.reminder_id} goes nowhere")


def nonce(claim: Claim) -> str:
    """Return what makes every attempt at one delivery the same message to Discord (R6)."""
    identity = f"{claim.reminder_id}:{address(claim)}".encode()
    return hashlib.blake2s(identity, digest_size=12).hexdigest()  # 24 characters of Discord's 25


def _dm_of(claim: Claim) -> Recipient | None:
    return claim.recipient if claim.where is Where.DM else None
