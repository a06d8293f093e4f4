"""``/profile``: a panel, updated in its message with every press; and "Set time zone"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from discord import app_commands
from discord.ext import commands

from bot.client.app import LegdayBot
from bot.client.consenting import Decide, Entry
from bot.client.forms import Typed
from bot.client.installs import our_guild
from bot.client.interactions import Interaction, answer, chosen, picked, update
from bot.domain.decisions import about_me, profile
from bot.domain.decisions.profile import ProfileEntry
from bot.domain.facts.about_me import ToldHealth
from bot.domain.facts.errors import Expired
from bot.domain.facts.member import Change, Member
from bot.domain.facts.settings import Profile
from bot.domain.facts.shown_fields import ShownFields
from bot.texts import commands as described
from bot.texts import language_menus
from bot.texts.card import Card
from bot.texts.languages import Language, of_locale
from bot.texts.profile import about_me as about_me_texts
from bot.texts.profile import form

# Where a zone was asked for: the panel shows it in place, other messages keep what they say.
PANEL, ELSEWHERE = "panel", "new"


class ProfileCommands(commands.Cog):
    """The commands and the panel, which is bound to whoever presses."""

    def __init__(self, bot: LegdayBot) -> None:
        saver, router = bot.saver, bot.router
        self._members = bot.store.members
        self._clock = bot.clock
        self._saver = saver
        self._times = saver.form(
            "profile.times_told",
            "profile.times_again",
            form.times_form,
            partial(self._fields_told, stored_of=form.times, say=profile.say_times),
            alone=True,
        )
        self._runs = saver.form(
            "profile.runs_told",
            "profile.runs_again",
            form.runs_form,
            partial(self._fields_told, stored_of=form.runs, say=profile.say_runs),
            alone=True,
        )
        router.on("profile.choose", self._choose)
        router.on("profile.language", self._choose_language)
        router.on("profile.times", self._ask_times)
        router.on("profile.runs", self._ask_runs)
        router.on("profile.learn", self._learn)
        router.on("profile.picture", partial(self._panel, picture=True))
        router.on("profile.about", self._about)
        router.on("about.agree", partial(self._keep_health, decide=about_me.agree))
        router.on("about.conditions", self._say_conditions)
        router.on("about.birth", self._say_birth)
        router.on("about.healing", self._say_healing)
        router.on("about.clear", partial(self._keep_health, decide=about_me.clear))
        router.on("about.back", self._panel)
        self._zone = saver.zones.question("zone.", self._zone_told, beside={ELSEWHERE})
        router.on("profile.zone", partial(self._zone.ask, about=PANEL))
        router.on("zone", partial(self._zone.ask, about=ELSEWHERE))

    @app_commands.command(name="profile", description=described.PROFILE)
    async def profile(self, interaction: Interaction) -> None:
        now = self._clock.now()
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        await answer(interaction, form.panel(member, now, _told(interaction)))
        await self._members.touch(interaction.user.id, now)

    async def _choose(self, interaction: Interaction, part: str = "") -> None:
        value, now = picked(interaction), self._clock.now()
        await self._keep(interaction, lambda member: profile.choose(member, part, value, now))

    async def _choose_language(self, interaction: Interaction) -> None:
        """Keep the language; the panel is shown again in it."""
        locale, now = language_menus.read(picked(interaction)), self._clock.now()
        await self._keep(
            interaction,
            lambda member: profile.say_language(member, locale, now),
            lambda: language_menus.kept(locale),
        )

    async def _ask_times(self, interaction: Interaction) -> None:
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        await self._times.open_stored(interaction, form.times(member.profile))

    async def _ask_runs(self, interaction: Interaction) -> None:
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        await self._runs.open_stored(interaction, form.runs(member.profile))

    async def _fields_told(
        self,
        interaction: Interaction,
        _: str,
        typed: Typed,
        shown: ShownFields,
        *,
        stored_of: Callable[[Profile], Typed],
        say: Callable[[Member, Typed, datetime], tuple[Change, ProfileEntry]],
    ) -> None:
        """Keep what a form of the profile says; ``stored_of`` is what it was filled with."""
        now = self._clock.now()

        def decide(member: Member) -> tuple[Change, ProfileEntry]:
            stored = stored_of(member.profile)
            change, told = say(member, shown.merged(typed, stored), now)
            return change, replace(told, meanwhile=shown.changed_since(stored))

        await self._keep(interaction, decide)

    async def _learn(self, interaction: Interaction, what: str = "") -> None:
        now = self._clock.now()
        await self._keep(interaction, lambda member: profile.learn(member, what, now))

    async def _panel(self, interaction: Interaction, *, picture: bool = False) -> None:
        now = self._clock.now()
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        await update(interaction, form.panel(member, now, _told(interaction), picture=picture))

    async def _about(self, interaction: Interaction) -> None:
        """Show what was told of one's health, or first what it means to tell it."""
        now = self._clock.now()
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        await update(interaction, about_me_texts.card(member.health, now))

    async def _say_conditions(self, interaction: Interaction, digests: str = "") -> None:
        said, shown = about_me.condition_fields(chosen(interaction)), ShownFields(digests)
        if not shown.fits(said):
            raise Expired("control_unknown")

        now = self._clock.now()

        def decide(member: Member) -> tuple[Change, tuple[ToldHealth, bool]]:
            stored = about_me.condition_fields(member.health.conditions)
            change, health = about_me.say_conditions(member, shown.merged(said, stored), now)
            return change, (health, shown.changed_since(stored))

        entry = Entry(decide, lambda told: about_me_texts.card(told[0], now, meanwhile=told[1]))
        await self._saver.save(interaction, entry, replace_message=True)

    async def _say_birth(self, interaction: Interaction) -> None:
        weeks = picked(interaction)
        await self._keep_health(
            interaction, lambda member, now: about_me.say_birth(member, weeks, now)
        )

    async def _say_healing(self, interaction: Interaction) -> None:
        place = picked(interaction)
        await self._keep_health(
            interaction, lambda member, now: about_me.say_healing(member, place, now)
        )

    async def _keep_health(
        self,
        interaction: Interaction,
        decide: Callable[[Member, datetime], tuple[Change, ToldHealth]],
    ) -> None:
        """Save what was told of one's health; without the agreement to that, show it instead."""
        now = self._clock.now()
        entry = Entry(
            lambda member: decide(member, now), lambda health: about_me_texts.card(health, now)
        )
        await self._saver.save(interaction, entry, replace_message=True)

    async def _zone_told(
        self, interaction: Interaction, place: str, zone: str, in_place: bool
    ) -> None:
        if place not in {PANEL, ELSEWHERE}:
            raise Expired("control_unknown")
        now = self._clock.now()

        def show(kept: ProfileEntry) -> Card:
            if place == ELSEWHERE:
                return form.zone_kept(kept, now)
            return form.panel(kept.member, now, _told(interaction))

        entry = Entry(
            lambda member: profile.settle(member, now),
            show,
            zone=zone,
        )
        await self._saver.save(interaction, entry, replace_message=in_place)

    async def _keep(
        self,
        interaction: Interaction,
        decide: Decide[ProfileEntry],
        notice: Callable[[], str] = str,
    ) -> None:
        """Save a change and show the panel again; ``notice`` words what is said above it."""
        now, told = self._clock.now(), _told(interaction)
        entry = Entry(
            decide,
            lambda kept: form.panel(
                kept.member, now, told, meanwhile=kept.meanwhile, notice=notice()
            ),
        )
        await self._saver.save(interaction, entry, replace_message=True)


def _told(interaction: Interaction) -> Language:
    """Return the language of somebody's Discord."""
    return of_locale(str(interaction.locale))


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(ProfileCommands(bot))
