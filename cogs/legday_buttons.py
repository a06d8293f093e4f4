"""The buttons and menus under a leg day that is kept: details, share, how new it was, zone."""

from dataclasses import replace
from datetime import datetime

from discord.ext import commands

from bot.client.app import LegdayBot
from bot.client.forms import Typed
from bot.client.installs import check_others_read, our_guild
from bot.client.interactions import Interaction, number, picked, update
from bot.client.sharing import SharedCards
from bot.domain.decisions import journal, profile
from bot.domain.decisions.journal import LoggedSession
from bot.domain.facts.member import Change, Member
from bot.domain.facts.shown_fields import ShownFields
from bot.domain.facts.training import Newness, check_choice
from bot.domain.group.shared import SharedLegDay
from bot.texts.legday import entries, forms


class LegDayButtons(commands.Cog):
    """Each changes or shares the entry whose id is in its action."""

    def __init__(self, bot: LegdayBot) -> None:
        saver, router = bot.saver, bot.router
        self._members = bot.store.members
        self._leg_days = bot.leg_days
        self._clock = bot.clock
        self._cards = SharedCards(bot.store.rolls, bot.clock)
        self._details = saver.form(
            "log.details", "log.details_again", forms.details_form, self._details_sent
        )
        router.on("log.more", self._press_more)
        router.on("log.share", self._press_share)
        router.on("log.newness", self._pick_newness)
        router.on("log.pounds", self._press_pounds)
        zone = saver.zones.question("log.zone_", self._zone_told)
        router.on("log.zone", zone.ask)

    async def _press_more(self, interaction: Interaction, entry: str) -> None:
        _, session = await self._leg_days.find(interaction, entry)
        await self._details.open_stored(
            interaction, forms.details(session), str(session.session_id)
        )

    async def _details_sent(
        self, interaction: Interaction, entry: str, typed: Typed, shown: ShownFields
    ) -> None:
        def decide(member: Member, now: datetime) -> tuple[Change, LoggedSession]:
            stored = forms.details(journal.find(member, number(entry)))
            told = shown.merged(typed, stored)
            change, result = journal.describe(
                member,
                number(entry),
                note=told.get("note", ""),
                new_exercise=told.get("new_exercise") == "yes",
                now=now,
            )
            return change, replace(result, meanwhile=shown.changed_since(stored))

        await self._leg_days.change(interaction, decide)

    async def _pick_newness(self, interaction: Interaction, entry: str) -> None:
        newness = check_choice("newness", picked(interaction), Newness)
        await self._leg_days.change(
            interaction,
            lambda member, now: journal.say_newness(member, number(entry), newness, now),
        )

    async def _press_pounds(self, interaction: Interaction, entry: str) -> None:
        await self._leg_days.change(
            interaction, lambda member, now: journal.use_pounds(member, number(entry), now)
        )

    async def _press_share(self, interaction: Interaction, entry: str) -> None:
        check_others_read(interaction)
        session_id, now = number(entry), self._clock.now()
        shown = await self._members.consult(
            interaction.user.id,
            our_guild(interaction),
            now=now,
            decide=lambda member: (Change(), journal.look(member, session_id, now)),
        )
        with self._leg_days.shares.claim(interaction, about=session_id):
            await update(interaction, entries.logged(shown, now=now, shared=True))
            public = SharedLegDay(focus=shown.session.focus)
            roll = await self._cards.post(interaction, public)
        await self._cards.keep(roll)

    async def _zone_told(
        self, interaction: Interaction, entry: str, zone: str, in_place: bool
    ) -> None:
        """Keep the zone; the entry's card shows the reminders that it brings."""

        def decide(member: Member, now: datetime) -> tuple[Change, LoggedSession]:
            change, told = profile.settle(member, now)
            return change, journal.look(told.member, number(entry), now)

        await self._leg_days.change(interaction, decide, zone=zone, replace_message=in_place)


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(LegDayButtons(bot))
