"""Sending one message: find the channel, look for an earlier attempt, send, classify errors."""

import random
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from bot.clock import Clock
from bot.delivery.discord_transport import DiscordTransport
from bot.delivery.envelope import Envelope, HistoryHidden, Sent
from bot.delivery.outage import PROBING, Circuit
from bot.delivery.outgoing import OutgoingMessage, mark, nonce, without
from bot.delivery.presence import Presence
from bot.domain.facts.occurrences import Settlement, guild_of
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
from bot.texts.i18n import load, spoken_in
from bot.texts.languages import Language, of_locale
from bot.texts.reminders import merged, messages

NONCE_HOLDS = timedelta(seconds=60)  # surely; Discord says "the past few minutes"
ANSWER_MARGIN = timedelta(seconds=40)  # a request's longest life, and some for settling

T = TypeVar("T")

Filter = Callable[[OutgoingMessage], Awaitable[OutgoingMessage | None]]
"""Takes out of a message what may not be sent any more; ``None`` when nothing is left."""

TellPreferred = Callable[[int], Awaitable[str | None]]
"""Tells the language that a server has set in Discord."""


async def not_told(_guild_id: int) -> str | None:
    """Tell nothing: English, where no admin chose a language."""
    return None


class Sender:
    """Sends messages and returns outcomes; raises only when cancelled or for a fault of ours."""

    def __init__(
        self,
        transport: DiscordTransport,
        clock: Clock,
        rng: random.Random,
        circuit: Circuit,
        presence: Presence,
        preferred: TellPreferred,
    ) -> None:
        self._transport = transport
        self._presence = presence
        self._clock = clock
        self._rng = rng
        self._circuit = circuit
        self._preferred = preferred
        self._opened: dict[int, int] = {}  # member -> DM channel that was opened, not yet used

    async def deliver(self, message: OutgoingMessage, recheck: Filter) -> tuple[Settlement, ...]:
        """Send a message at most once and return the outcome of each claim.

        What is in doubt is looked for first, whatever became of its window since; only if it is
        not there, ``recheck`` says what may still leave. Nobody is named in a channel of a server
        they left, or that they may not see.
        """
        left, absent = message, tuple[Settlement, ...]()
        try:
            found = await self._in_channel(message, self._earlier) if message.in_doubt else None
            if found is None and message.in_doubt:
                checked = await recheck(message)
                if checked is None:
                    return ()
                left = checked
            if found is None:
                absent = await self._absent(left)
                there = without(left, frozenset(one.reminder_id for one in absent))
                if there is None:
                    return absent
                left = there
            channel_id, sent = await self._in_channel(left, self._send) if found is None else found
        except HistoryHidden:
            # It may be there: rather one reminder that is perhaps missing than two (R7).
            now = self._clock.now()
            return tuple(settlement.given_up(claim, now, "in_doubt") for claim in message.claims)
        except SendError as error:
            return (*absent, *self._failed(left, classify(error)))
        self._circuit.passed()
        now = self._clock.now()
        arrived = (
            closing.sent(
                claim, now, channel_id=channel_id, message_id=sent.message_id, pinged=sent.pinged
            )
            for claim in left.claims
        )
        return (*absent, *arrived)

    async def _absent(self, message: OutgoingMessage) -> tuple[Settlement, ...]:
        """Return the outcomes of those who are not to be named in the message's channel."""
        outcomes = []
        for claim in message.claims:
            guild_id = guild_of(claim)
            if claim.recipient is None or guild_id is None:
                continue
            member_id = claim.recipient.member_id
            reason = await self._presence.absence(member_id, guild_id, message.place)
            if reason is not None:
                outcomes.append(settlement.absent(claim, reason))
        return tuple(outcomes)

    def fault(self, message: OutgoingMessage) -> tuple[Settlement, ...]:
        """Return the outcomes of a message that failed for a fault of ours: it is tried again."""
        return self._failed(message, Failure(verdict=Verdict.RETRY, reason="fault"))

    def _failed(self, message: OutgoingMessage, failure: Failure) -> tuple[Settlement, ...]:
        now, jitter = self._clock.now(), self._rng.random()
        if failure.outage:
            self._circuit.failed()
        elif failure.verdict not in {Verdict.RETRY, Verdict.HELD}:
            self._circuit.passed()
        if failure.verdict is Verdict.DELIVERED:
            return tuple(
                closing.sent(claim, now, reason=failure.reason) for claim in message.claims
            )
        backoff = self._circuit.backoff
        if failure.retry_after is not None:
            backoff = PROBING  # Discord said when; refusals are counted and paced (R19)
        return tuple(
            settlement.failed(claim, now, failure, jitter=jitter, backoff=backoff)
            for claim in message.claims
        )

    async def _in_channel(
        self, message: OutgoingMessage, act: Callable[[int, OutgoingMessage], Awaitable[T]]
    ) -> T:
        """Look for a message or send it in its channel; a DM's is opened where it is not known."""
        first = message.claims[0]
        dm = first.recipient if first.where is Where.DM else None
        known = self._opened.pop(message.place, None)
        channel_id = message.place if dm is None else dm.dm_channel_id or known
        if channel_id is not None:
            try:
                return await act(channel_id, message)
            except Refused as error:
                # A DM channel that we know from earlier can be gone where the member is not.
                if dm is None or error.code != UNKNOWN_CHANNEL:
                    raise
        return await act(await self._transport.open_dm(message.place), message)

    async def _send(self, channel_id: int, message: OutgoingMessage) -> tuple[int, Sent]:
        """Send a message; return its channel's id and what Discord said of it."""
        try:
            envelope = await self._envelope(message)
            return channel_id, await self._transport.send(channel_id, envelope)
        except Held:
            if channel_id != message.place:
                self._opened[message.place] = channel_id  # not to be asked for once more
            raise

    async def _earlier(self, channel_id: int, message: OutgoingMessage) -> tuple[int, Sent] | None:
        """Return an earlier attempt's message as ``_send`` does, ``None`` to send it (again)."""
        first = min(claim.first_attempt_at for claim in message.claims)
        try:
            found = await self._transport.find(channel_id, mark(message), since=first)
        except HistoryHidden:
            # A clock that was set back says nothing about the time that has passed.
            if timedelta(0) <= self._clock.now() - first <= NONCE_HOLDS:
                return None
            raise
        return None if found is None else (channel_id, Sent(message_id=found))

    async def _envelope(self, message: OutgoingMessage) -> Envelope:
        first, language = message.claims[0], await self._language(message)
        now = self._clock.now()
        with spoken_in(language):
            if message.delivery_id is None:
                card = messages.message(first, now)
            else:
                card = merged.message(message.delivery_id, message.claims, now)
        members = (claim.recipient for claim in message.claims if claim.where is Where.CHANNEL)
        roles = (claim.post.role_id for claim in message.claims if claim.post)
        return Envelope(
            card=card,
            nonce=nonce(message),
            send_by=message.lease_ends - ANSWER_MARGIN,
            member_ids=tuple(dict.fromkeys(one.member_id for one in members if one)),
            role_ids=tuple(dict.fromkeys(role_id for role_id in roles if role_id)),
            guild_id=guild_of(first),
        )

    async def _language(self, message: OutgoingMessage) -> Language:
        """Return the language of who reads a message, loaded: a member's, or the server's."""
        first = message.claims[0]
        guild_id = guild_of(first)
        if guild_id is None:
            locale = first.recipient.locale if first.recipient else None
        else:
            chosen = first.guild.locale if first.guild else None
            locale = chosen or await self._preferred(guild_id)
        language = of_locale(locale)
        await load(language)
        return language
