"""The buttons under an answer of ``/canirun`` that save nothing: *Why?*, picture, topic, share."""

from dataclasses import replace

from discord.ext import commands

from bot.client.answer_making import told_earlier
from bot.client.app import LegdayBot
from bot.client.installs import check_others_read, our_guild
from bot.client.interactions import Interaction, update
from bot.client.sharing import SharedCards
from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.known_of_member import with_report
from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.errors import Expired, NotAllowed
from bot.domain.group.shared import SharedVerdict
from bot.texts.canirun import answers
from bot.texts.catalogue import ENTRIES, learn


class AnswerButtons(commands.Cog):
    """Shows an answer in another way, or to others; its state is a token (``answer_token``)."""

    def __init__(self, bot: LegdayBot) -> None:
        router = bot.router
        self._cards = SharedCards(bot.store.rolls, bot.clock)
        self._members = bot.store.members
        self._clock = bot.clock
        self._maker = bot.answer_maker
        router.on("run.share", self._share)
        router.on("run.picture", self._look)
        router.on("run.why", self._look)
        router.on("run.learn", self._learn)

    async def _look(self, interaction: Interaction, packed: str = "") -> None:
        """Unfold the answer, fold it, show or hide its picture; nothing is saved."""
        await update(interaction, answers.card(await self._shown(interaction, packed)))

    async def _learn(self, interaction: Interaction, topic: str, packed: str = "") -> None:
        """Show the topic of an answer's main cause, with the way back to the answer."""
        found = ENTRIES.get(topic)
        if found is None:
            raise Expired("control_unknown")
        back = f"run.again:{AnswerToken.unpacked(packed).packed()}"
        await update(interaction, learn.entry(found, back=back))

    async def _share(self, interaction: Interaction, packed: str = "") -> None:
        check_others_read(interaction)
        shown = await self._shown(interaction, packed)
        if shown.answer.care is not None or shown.answer.clearance is None:
            raise NotAllowed("nothing_to_share")
        with self._maker.shares.claim(interaction):
            await update(interaction, answers.card(replace(shown, shared=True)))
            offer = shown.answer.offer
            public = SharedVerdict(
                offer=None if offer is None else offer.kind,
                later=shown.told.at is not None,
                sport=None if offer is None else offer.activity,
            )
            roll = await self._cards.post(interaction, public)
        await self._cards.keep(roll)

    async def _shown(self, interaction: Interaction, packed: str) -> Shown:
        """Return the answer of a message anew: of what is known now, and what it was told."""
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        seen = with_report(member, told_earlier(interaction, packed, self._clock.now()))
        return self._maker.shown(interaction, seen, AnswerToken.unpacked(packed))


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(AnswerButtons(bot))
