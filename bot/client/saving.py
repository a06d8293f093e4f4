"""Saving a member's entry: read, decide, save, answer; asks for consent first.

What waits for consent is held in memory for 15 minutes. It is the one thing a restart may lose,
because nobody was told that it is saved.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

import aiohttp
import discord

from bot.client.answering import mark_kept
from bot.client.commands_known import pressable
from bot.client.consenting import (
    Decide,
    Entry,
    NeedsConsent,
    Pending,
    needing_consent,
    with_consent,
)
from bot.client.forms import Reopening, Shape, Take
from bot.client.installs import our_guild
from bot.client.interactions import Interaction, answer, update
from bot.client.locating import Zones
from bot.client.pending import MOST_HELD, MOST_OF_ONE, PendingChange
from bot.client.router import Router
from bot.client.speaking import interpreter_of
from bot.clock import Clock
from bot.domain.facts.errors import NeedsZone, SameAgain
from bot.domain.facts.member import NO_CHANGE, Change
from bot.domain.facts.permissions import DM_CLOSED, NO_SHARED_SERVER
from bot.domain.facts.settings import CONSENT_VERSION, Consent
from bot.domain.timing.plan import ahead
from bot.rendering.components import layout
from bot.store.members.members import Members
from bot.texts import dms, repeats
from bot.texts.card import Card
from bot.texts.papers import UNPUBLISHED, Papers
from bot.texts.profile import consent as consent_texts

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Repeat:
    """An entry as it is decided if it is another one than what it is ``like``."""

    entry: Entry[Any]
    like: SameAgain


class Saver:
    """Saves members' entries. ``wake`` tells delivery when the first of a new plan is due."""

    def __init__(
        self,
        members: Members,
        clock: Clock,
        router: Router,
        wake: Callable[[datetime], None],
        *,
        papers: Papers = UNPUBLISHED,
    ) -> None:
        self._papers = papers
        self._members = members
        self._clock = clock
        self._router = router
        self._wake = wake
        self._all_waiting: list[PendingChange[Any]] = []
        self._waiting: PendingChange[Pending] = self.waiting()
        self._repeats: PendingChange[Repeat] = self.waiting()
        self.zones = Zones(self.waiting, clock, router)
        router.on("keep.dm", self._save_and_remind)
        router.on("keep.only", partial(self._complete, remind=False))
        router.on("keep.no", self._let_go)
        router.on("keep.both", self._keep_both)
        router.on("keep.one", self._keep_one)
        zone = self.zones.question("keep.zone_", self._with_zone, waits=self._waiting)
        router.on("keep.zone", zone.ask)
        self._zone_to_remind = self.zones.question("keep.dm_zone_", self._remind_in_zone)

    async def save(
        self, interaction: Interaction, entry: Entry[T], *, replace_message: bool = False
    ) -> None:
        """Save an entry, and answer with what it shows; or ask for what it needs first.

        One trip to the store, one to Discord. Without consent nothing is kept: the member is asked,
        and their press completes the entry. Where one like it is kept, they are asked whether it is
        another; where it needs their time zone, that is asked, and the entry goes on in it.

        Raises:
            LegdayError: whatever ``entry.decide`` raises, before anything is written.
        """
        reply = update if replace_message else answer
        if entry.zone is not None:
            self.zones.note(interaction, entry.zone)
        try:
            result = await self._revise(interaction, needing_consent(entry), whole=entry.whole)
        except NeedsConsent as needs:
            pending = Pending(entry, needs.known_zone, needs.renews)
            told = self.zones.told(interaction.user.id)
            if told is not None and pending.zone is None and not pending.renews:
                pending = pending.in_zone(told)
            await reply(interaction, self._consent_asked(interaction, pending, needs.result))
            return
        except SameAgain as like:
            if entry.again is None:
                raise
            another = replace(entry, decide=entry.again, again=None)
            token = self._repeats.put(interaction, Repeat(another, like))
            await reply(interaction, repeats.question(token, like))
            return
        except NeedsZone as needs:
            if entry.zone is not None:
                raise
            await self.zones.locate(interaction, needs, partial(self._save_in_zone, entry), reply)
            return
        await reply(interaction, entry.show(result))
        if entry.tries_dm(result):
            await self._try_dms(interaction)

    def waiting(self, *, most: int = MOST_HELD, of_one: int = MOST_OF_ONE) -> PendingChange[Any]:
        """Return a new holder of members' things, which ``forget`` empties as well."""
        self._all_waiting.append(PendingChange(self._clock, most=most, of_one=of_one))
        return self._all_waiting[-1]

    def form(
        self, sent: str, again: str, shape: Shape, take: Take, *, alone: bool = False
    ) -> Reopening:
        """Return a kind of form; what was typed into a refused one waits here."""
        held = self.waiting()
        return Reopening(sent, again, held, self._router, shape=shape, take=take, alone=alone)

    def forget(self, member_id: int) -> None:
        """Remove everything held in memory for a member, as when they delete their data."""
        for waiting in self._all_waiting:
            waiting.forget(member_id)

    async def _try_dms(self, interaction: Interaction) -> None:
        """Send a DM now: closed DMs are reported now, not at the first reminder (U6).

        Until the member has them tried again nothing is sent there.
        """
        refused = await _hello(interaction)
        if refused is not None:
            unshared = refused == NO_SHARED_SERVER
            change = Change(dms_open=False, dms_unshared=unshared)
            await self._revise(interaction, lambda _: (change, None))
            await answer(interaction, dms.not_arrived(unshared=unshared))

    async def _revise(
        self, interaction: Interaction, decide: Decide[T], *, whole: bool = False
    ) -> T:
        now = self._clock.now()
        change, result = await self._members.change(
            interaction.user.id, our_guild(interaction), now=now, decide=decide, whole=whole
        )
        if change != NO_CHANGE:
            mark_kept(interaction)
        if change.profile is not None:
            await interpreter_of(interaction).chose(interaction, change.profile.language)
        planned = [reminder.due_at for reminder in ahead(change.plan or (), now)]
        planned += [one.ahead[0].due_at for one in change.rules if one.ahead]
        if planned:
            self._wake(min(planned))
        return result

    def _consent_asked(
        self,
        interaction: Interaction,
        pending: Pending,
        result: Any = None,  # noqa: ANN401 (the entry's own)
    ) -> Card:
        """Hold an entry; return the card that asks for the consent it waits for."""
        token, entry = self._waiting.put(interaction, pending), pending.entry
        if pending.renews:
            card = consent_texts.renewal(token)
        elif entry.panel is None:
            card = consent_texts.panel(token, zone=entry.zone, known_zone=pending.known_zone)
        else:
            card = entry.panel(token, result, pending.zone)
        return replace(card, small=self._papers.below(card.small or ""))

    async def _save_and_remind(self, interaction: Interaction, token: str) -> None:
        """Save with reminders; where no zone is known it is asked for first: they need it."""
        pending = self._waiting.get(interaction, token)
        if pending.zone is None:
            await self._zone_to_remind.ask(interaction, token)
            return
        await self._complete(interaction, token, remind=True)

    async def _remind_in_zone(
        self, interaction: Interaction, token: str, zone: str, _in_place: bool
    ) -> None:
        await self._complete(interaction, token, remind=True, zone=zone)

    async def _complete(
        self, interaction: Interaction, token: str, *, remind: bool, zone: str | None = None
    ) -> None:
        """Save a pending entry with the consent."""
        consent = Consent(version=CONSENT_VERSION, given_at=self._clock.now())
        with self._waiting.taken(interaction, token) as pending:
            located = pending if zone is None else pending.in_zone(zone)
            entry = with_consent(located, consent, remind=remind)
            await self.save(interaction, entry, replace_message=True)

    async def _keep_both(self, interaction: Interaction, token: str) -> None:
        with self._repeats.taken(interaction, token) as repeat:
            await self.save(interaction, repeat.entry, replace_message=True)

    async def _keep_one(self, interaction: Interaction, token: str) -> None:
        await update(interaction, repeats.kept_one(self._repeats.take(interaction, token).like))

    async def _let_go(self, interaction: Interaction, token: str) -> None:
        self._waiting.take(interaction, token)
        await update(interaction, consent_texts.let_go())

    async def _save_in_zone(
        self, entry: Entry[Any], interaction: Interaction, zone: str, in_place: bool
    ) -> None:
        await self.save(interaction, replace(entry, zone=zone), replace_message=in_place)

    async def _with_zone(
        self, interaction: Interaction, token: str, zone: str, _in_place: bool
    ) -> None:
        with self._waiting.taken(interaction, token) as pending:
            await update(interaction, self._consent_asked(interaction, pending.in_zone(zone)))


async def _hello(interaction: Interaction) -> int | None:
    """Send a first DM; return Discord's code where it takes none for them."""
    try:
        view = layout(consent_texts.hello(), ids=pressable(interaction))
        await interaction.user.send(view=view)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        if isinstance(error, discord.Forbidden) and error.code in {DM_CLOSED, NO_SHARED_SERVER}:
            return error.code
        # Nothing is known about their DMs: delivery finds out and says so.
        log.warning("hello to %d did not go out: %s", interaction.user.id, type(error).__name__)
    return None
