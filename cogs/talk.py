"""Members write to the bot in their own words: by DM, with a mention, or in reply to it.

What is written is never kept, nor is anything of it without a press; only what closes one's own
reminder acts at once, as its button would. In a server none of an answer is seen by others.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from discord.ext import commands

from bot.client.answer_making import told_earlier
from bot.client.app import LegdayBot
from bot.client.consenting import Entry
from bot.client.installs import our_guild
from bot.client.interactions import Interaction, answer, number, show_form, update
from bot.client.pending import PendingChange
from bot.client.reminder_acts import ReminderActs
from bot.client.reminder_replies import ReminderReplies, reminder_of
from bot.client.speaking import heard
from bot.client.spoken import SpokenTo
from bot.client.spoken_answers import check_asker
from bot.client.spoken_entries import SpokenEntry, change, form, save
from bot.client.spoken_questions import (
    SpokenCards,
    SpokenQuestion,
    SpokenThing,
    about,
    entry_of,
    question_of,
)
from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.known_of_member import with_report
from bot.domain.decisions.profile import settle
from bot.domain.facts.errors import Expired, LegdayError, NeedsZone
from bot.domain.facts.member import Member
from bot.domain.facts.training import Report
from bot.domain.talk.packing import packed_intents, packed_signs, read_intents, read_signs
from bot.domain.talk.sentence import Intent, Sentence
from bot.domain.talk.understanding import understand
from bot.texts import error_cards, talk, talk_about
from bot.texts.card import Card

log = logging.getLogger(__name__)

ENTRIES = frozenset({Intent.LEGS, Intent.RUN, Intent.CHECKIN})
REPLIES = frozenset({Intent.DONE, Intent.SNOOZE, Intent.STOP})
Waiting = PendingChange[SpokenThing | Callable[[], Card]]


class Talk(commands.Cog):
    """Hears what is written to the bot, and answers it."""

    def __init__(self, bot: LegdayBot) -> None:
        saver, router = bot.saver, bot.router
        acts = ReminderActs(bot.store, bot.clock, bot.ring)
        self._members = bot.store.members
        self._clock = bot.clock
        self._router = router
        self._cards = SpokenCards(bot.answer_maker)
        self._saver = saver
        self._importer = bot.importer
        self._replies = ReminderReplies(bot.store, bot.speaking, acts)
        self._speaking = bot.speaking
        self._limits = bot.spoken_limits
        self._interpreter = bot.interpreter
        self._waiting: Waiting = saver.waiting()
        router.on("talk.ask", self._press_ask)
        router.on("talk.care", self._press_care)
        router.on("talk.which", self._press_which)
        router.on("talk.show", self._press_show)
        router.on("talk.save", self._press_save)
        router.on("talk.change", self._press_change)
        router.on("talk.no", self._press_no)
        router.on("talk.form", self._press_form)

    @commands.Cog.listener()
    async def on_spoken_to(self, spoken: SpokenTo) -> None:
        """Answer a message, unless it is chatter or there are too many."""
        self._router.handled_here()
        if not self._limits.take(spoken.author_id, spoken.channel_id):
            return
        try:
            await self._interpreter.speak_to_author(spoken.author_id, spoken.guild_id)
            await self._hear(spoken)
        except LegdayError as error:
            await self._tell(spoken, partial(error_cards.card, error))
        except Exception:
            reference = f"{spoken.message_id % 36**6:06d}"
            log.exception("a message failed, reference %s", reference)
            if spoken.guild_id is None:
                await self._speaking.say(spoken, error_cards.fault(reference))

    async def _hear(self, spoken: SpokenTo) -> None:
        now = self._clock.now()
        closes = reminder_of(spoken) is not None
        to_others = spoken.guild_id is not None and not spoken.mentions  # it replies to a post
        # In a thread: words that are made up to be read in many ways take a tenth of a second.
        said = await asyncio.to_thread(understand, heard(spoken.words), now=now, to_reminder=closes)
        if said.again and to_others:
            return  # "how long?" is chatter there
        if said.intent in REPLIES:
            card = await self._replies.act(spoken, said)
            if card is not None:
                await self._tell(spoken, lambda: card)
        elif said.intent is Intent.CARE:
            await self._care(spoken, said)
        elif said.intent is Intent.ASK:
            await self._ask(spoken, question_of(said, spoken.message_id, now))
        elif said.intent in ENTRIES and (said.intent is not Intent.CHECKIN or said.tells_how_it_is):
            entry = SpokenEntry(sentence=said, entry_id=spoken.message_id, said_at=now)
            await self._bring(spoken, entry)
        elif to_others:
            return
        elif spoken.files:
            await self._take_files(spoken)
        elif said.topic is not None or said.intent is Intent.CHECKIN:
            await self._tell(spoken, partial(about, said.topic or talk_about.CHECKIN))
        else:
            await self._which(spoken, said)

    async def _take_files(self, spoken: SpokenTo) -> None:
        """Show what is in the files of a DM; in a server, say how they are brought in."""
        if spoken.guild_id is None:
            await self._speaking.say(spoken, await self._importer.take_sent(spoken))
        else:
            await self._tell(spoken, talk.files_elsewhere)

    async def _tell(self, spoken: SpokenTo, make: Callable[[], Card]) -> None:
        """Say a card by DM; in a server it waits for its asker's press, and is worded then."""
        if spoken.guild_id is None:
            await self._speaking.say(spoken, make())
            return
        token = self._waiting.hold(spoken.message_id, spoken.author_id, make)
        await self._speaking.point(spoken, f"talk.show:{spoken.author_id}:{token}")

    async def _care(self, spoken: SpokenTo, said: Sentence) -> None:
        if spoken.guild_id is None:
            member = await self._members.context(spoken.author_id, None)
            told = AnswerToken().noticing(said.signs)
            await self._speaking.say(spoken, self._cards.answer(member, told))
        else:
            signs = packed_signs(said.signs)
            await self._speaking.point(spoken, f"talk.care:{spoken.author_id}:{signs}")

    async def _ask(self, spoken: SpokenTo, asked: SpokenQuestion) -> None:
        """Answer a question; in a server by a pointer that outlasts a restart, where it can."""
        member = await self._members.context(spoken.author_id, spoken.guild_id)
        with suppress(NeedsZone):
            if asked.to_log(member) is None:
                if spoken.guild_id is None:
                    await self._speaking.say(spoken, self._cards.to_question(asked, member))
                    return
                action = f"talk.ask:{spoken.author_id}:{asked.told(member).packed()}"
                await self._speaking.point(spoken, action)
                return
        await self._bring(spoken, asked)

    async def _bring(self, spoken: SpokenTo, thing: SpokenThing) -> None:
        """Show what waits for a press; in a server, have it wait for its asker's first."""
        token = self._waiting.hold(spoken.message_id, spoken.author_id, thing)
        if spoken.guild_id is None:
            member = await self._members.context(spoken.author_id, None)
            await self._speaking.say(spoken, *self._shown(thing, member, token))
        else:
            await self._speaking.point(spoken, f"talk.show:{spoken.author_id}:{token}")

    async def _which(self, spoken: SpokenTo, said: Sentence) -> None:
        helps = said.intent is Intent.HELP
        if spoken.guild_id is None:
            card = talk.help_card() if helps else talk.did_you_mean(said.could)
            await self._speaking.say(spoken, card)
            return
        could = "" if helps else packed_intents(said.could or talk.USUAL)
        await self._speaking.point(spoken, f"talk.which:{spoken.author_id}:{could}")

    async def _press_ask(self, interaction: Interaction, owner: str, packed: str = "") -> None:
        check_asker(owner, interaction)
        earlier = told_earlier(interaction, packed, self._clock.now())
        await self._answer(interaction, AnswerToken.unpacked(packed), earlier)

    async def _press_care(self, interaction: Interaction, owner: str, signs: str) -> None:
        check_asker(owner, interaction)
        await self._answer(interaction, AnswerToken().noticing(read_signs(signs)))

    async def _answer(
        self, interaction: Interaction, told: AnswerToken, earlier: Report | None = None
    ) -> None:
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        await answer(interaction, self._cards.answer(with_report(member, earlier), told))
        await self._speaking.take_away(interaction)

    async def _press_which(self, interaction: Interaction, owner: str, could: str = "") -> None:
        check_asker(owner, interaction)
        intents = read_intents(could)
        await answer(interaction, talk.did_you_mean(intents) if intents else talk.help_card())
        await self._speaking.take_away(interaction)

    async def _press_show(self, interaction: Interaction, owner: str, token: str) -> None:
        check_asker(owner, interaction)
        try:
            thing = self._waiting.get(interaction, token)
        except Expired:
            await self._speaking.take_away(interaction)
            raise
        if isinstance(thing, SpokenThing):
            member = await self._members.context(interaction.user.id, our_guild(interaction))
            cards = self._shown(thing, member, number(token))
        else:
            cards = (thing(),)
        for card in cards:
            await answer(interaction, card)
        await self._speaking.take_away(interaction)

    def _shown(self, thing: SpokenThing, member: Member, token: int) -> tuple[Card, ...]:
        """Return the cards of what waits; where it needs the member's zone, that is asked first."""
        try:
            return self._cards.of(thing, member, token)
        except NeedsZone as needs:
            zone = self._saver.zones.told(member.member_id)
            if zone is not None:
                return self._located(replace(thing, zone=zone), zone, member, token)
            then = partial(self._show_in_zone, thing, token)
            return (self._saver.zones.first(token, member.member_id, needs, then),)

    def _located(
        self, thing: SpokenThing, zone: str, member: Member, token: int
    ) -> tuple[Card, ...]:
        """Return the cards of what waits, in the zone just told; the first offers another."""
        self._waiting.hold(token, member.member_id, thing)
        first, *others = self._cards.of(thing, member, token)
        if member.consent is None:
            then = partial(self._show_in_zone, thing, token)
            first = self._saver.zones.changeable(first, token, member.member_id, zone, then)
        return first, *others

    async def _show_in_zone(
        self, thing: SpokenThing, token: int, interaction: Interaction, zone: str, in_place: bool
    ) -> None:
        """Show it in the zone just told, which is kept of who agreed to that."""
        now = self._clock.now()
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        first, *others = self._located(replace(thing, zone=zone), zone, member, token)
        if member.consent is None:
            await (update if in_place else answer)(interaction, first)
        else:
            entry = Entry(lambda member: settle(member, now), lambda _: first, zone=zone)
            await self._saver.save(interaction, entry, replace_message=in_place)
        for card in others:
            await answer(interaction, card)

    async def _press_save(self, interaction: Interaction, token: str) -> None:
        await save(self._saver, interaction, self._entry_of(interaction, token))

    async def _press_change(self, interaction: Interaction, token: str) -> None:
        entry = self._entry_of(interaction, token)
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        await change(interaction, entry, member)

    async def _press_no(self, interaction: Interaction, token: str) -> None:
        self._waiting.take(interaction, token)
        await update(interaction, talk.not_saved())

    async def _press_form(self, interaction: Interaction, name: str) -> None:
        if name not in ENTRIES:
            raise Expired("control_unknown")
        await show_form(interaction, form(Intent(name), {}))

    def _entry_of(self, interaction: Interaction, token: str) -> SpokenEntry:
        thing = entry_of(self._waiting.get(interaction, token))
        if thing is None:
            raise Expired("control_unknown")
        return thing


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(Talk(bot))
