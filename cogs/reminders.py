"""``/reminders``: what is planned, settings by kind, own rules, pause and stop."""

from functools import partial

from discord import app_commands
from discord.ext import commands

from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.consenting import Entry
from bot.client.entries import Choices, Named, choices, chosen_entry, matching
from bot.client.installs import our_guild
from bot.client.interactions import Interaction, answer, number, picked, update
from bot.client.permissions import sees
from bot.domain.decisions import preferences, rules
from bot.domain.decisions.preferences import Wish
from bot.domain.decisions.rules import RuleEdit, RuleRequest
from bot.domain.facts.errors import NotAllowed
from bot.domain.facts.kinds import OWN_KINDS, PLAN_KINDS
from bot.domain.facts.settings import Kind, Where
from bot.domain.facts.training import check_choice, maybe_choice
from bot.texts import commands as described
from bot.texts.kinds import KINDS as NAMES
from bot.texts.reminders import overview, own_rules, stopping
from bot.texts.reminders.overview import Overview

KINDS = {overview.ALL: described.REMINDERS_ALL_KINDS} | {kind: NAMES[kind] for kind in PLAN_KINDS}
OWN_PLACES = {where: name for where, name in overview.WHERE.items() if where is not Where.OFF}


class ReminderCommands(
    commands.GroupCog, group_name="reminders", group_description=described.REMINDERS
):
    """The commands; each change replans in the transaction that saves it."""

    def __init__(self, bot: LegdayBot) -> None:
        store, saver, router = bot.store, bot.saver, bot.router
        self._members = store.members
        self._guilds = store.guilds
        self._reminders = store.reminders
        self._clock = bot.clock
        self._saver = saver
        router.on("own.pause", partial(self._pause, until=None, replace_message=True))
        router.on("own.resume", partial(self._resume, replace_message=True))
        router.on("own.resume_apart", self._resume)
        router.on("own.all", self._press_all)
        router.on("own.remove", self._press_remove)
        # Of forms and menus that were sent before resuming went through ``Saver.zone_first``.
        saver.zones.question("own.zone_", self._resume_in_zone)

    @app_commands.command(name="show", description=described.REMINDERS_SHOW)
    async def show(self, interaction: Interaction) -> None:
        await answer(interaction, overview.overview(await self._overview(interaction)))
        await self._members.touch(interaction.user.id, self._clock.now())

    @app_commands.command(name="set", description=described.REMINDERS_SET)
    @app_commands.describe(
        kind=described.REMINDERS_KIND,
        time=described.REMINDERS_TIME,
        days=described.REMINDERS_DAYS,
        where=described.REMINDERS_WHERE,
    )
    @app_commands.choices(kind=choices(KINDS), where=choices(overview.WHERE))
    async def choose(
        self,
        interaction: Interaction,
        kind: str | None = None,
        time: app_commands.Range[str, 1, 80] | None = None,
        days: app_commands.Range[str, 1, 80] | None = None,
        where: str | None = None,
    ) -> None:
        await self._check_sees(interaction, where)
        now = self._clock.now()
        wish = Wish(
            kind=None if kind in {None, overview.ALL} else check_choice("kind", str(kind), Kind),
            named=kind is not None,
            at=time,
            days=days,
            where=maybe_choice("where", where, Where),
        )
        entry = Entry(
            lambda member: preferences.choose(member, wish, now),
            lambda decided: overview.settled(decided, now),
            tries_dm=lambda decided: decided.try_dm,
        )
        await self._saver.save(interaction, entry)

    @app_commands.command(name="add", description=described.REMINDERS_ADD)
    @app_commands.describe(
        kind=described.REMINDERS_OWN_KIND,
        time=described.REMINDERS_OWN_TIME,
        days=described.REMINDERS_OWN_DAYS,
        until=described.REMINDERS_OWN_UNTIL,
        where=described.REMINDERS_OWN_WHERE,
    )
    @app_commands.choices(
        kind=choices({kind: NAMES[kind] for kind in OWN_KINDS}), where=choices(OWN_PLACES)
    )
    async def add(
        self,
        interaction: Interaction,
        kind: str,
        time: app_commands.Range[str, 1, 80],
        days: app_commands.Range[str, 1, 80] | None = None,
        until: app_commands.Range[str, 1, 80] | None = None,
        where: str | None = None,
    ) -> None:
        await self._check_sees(interaction, where)
        now = self._clock.now()
        ask = RuleRequest(
            kind=check_choice("kind", kind, Kind),
            at=time,
            days=days,
            until=until,
            where=check_choice("where", where or Where.DM, Where),
        )
        entry = Entry(
            lambda member: rules.add(member, interaction.id, ask, now),
            lambda added: own_rules.added(added, now),
            tries_dm=lambda added: added.try_dm,
        )
        await self._saver.save(interaction, entry)

    @app_commands.command(name="edit", description=described.REMINDERS_EDIT)
    @app_commands.describe(
        entry=described.REMINDERS_ENTRY,
        time=described.REMINDERS_OWN_TIME,
        days=described.REMINDERS_EDIT_DAYS,
        until=described.REMINDERS_EDIT_UNTIL,
        where=described.REMINDERS_EDIT_WHERE,
    )
    @app_commands.choices(where=choices(OWN_PLACES))
    async def edit(
        self,
        interaction: Interaction,
        entry: str,
        time: app_commands.Range[str, 1, 80] | None = None,
        days: app_commands.Range[str, 1, 80] | None = None,
        until: app_commands.Range[str, 1, 80] | None = None,
        where: str | None = None,
    ) -> None:
        await self._check_sees(interaction, where)
        chosen = await chosen_entry(interaction, entry, self._named)
        now = self._clock.now()
        ask = RuleEdit(at=time, days=days, until=until, where=maybe_choice("where", where, Where))
        to_save = Entry(
            lambda member: rules.edit(member, number(chosen), ask, now),
            lambda edited: own_rules.edited(edited, now),
            tries_dm=lambda edited: edited.try_dm,
        )
        await self._saver.save(interaction, to_save)

    @app_commands.command(name="remove", description=described.REMINDERS_REMOVE)
    @app_commands.describe(entry=described.REMINDERS_ENTRY)
    async def remove(self, interaction: Interaction, entry: str) -> None:
        await self._remove(interaction, await chosen_entry(interaction, entry, self._named))

    @edit.autocomplete("entry")
    @remove.autocomplete("entry")
    async def own_entries(self, interaction: Interaction, typed: str) -> Choices:
        """Complete an option with the member's own rules."""
        return matching(await self._named(interaction), typed)

    async def _named(self, interaction: Interaction) -> list[Named]:
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        return [(own_rules.label(rule), rule.rule_id) for rule in member.rules]

    @app_commands.command(name="pause", description=described.REMINDERS_PAUSE)
    @app_commands.describe(until=described.REMINDERS_UNTIL)
    async def pause(
        self, interaction: Interaction, until: app_commands.Range[str, 1, 80] | None = None
    ) -> None:
        await self._pause(interaction, until)

    @app_commands.command(name="resume", description=described.REMINDERS_RESUME)
    async def resume(self, interaction: Interaction) -> None:
        await self._resume(interaction)

    @app_commands.command(name="stop", description=described.REMINDERS_STOP)
    async def stop(self, interaction: Interaction) -> None:
        result = await self._reminders.stop(interaction.user.id)
        mark_kept(interaction)
        await answer(interaction, stopping.stopped(result))

    async def _check_sees(self, interaction: Interaction, where: str | None) -> None:
        """Refuse the server's channel to a member who may not see it.

        Raises:
            NotAllowed: they may not; where Discord cannot be asked, it is before each message.
        """
        server = our_guild(interaction)
        if where != Where.CHANNEL or server is None:
            return
        channel_id = (await self._guilds.get(server)).channel_id
        if channel_id is None or channel_id == interaction.channel_id:
            return
        if not await sees(interaction, server, channel_id):
            raise NotAllowed("channel_hidden", channel=channel_id)

    async def _press_all(self, interaction: Interaction, page: str = "") -> None:
        shown = await self._overview(interaction)
        await update(interaction, overview.everything(shown, number(page)))

    async def _overview(self, interaction: Interaction) -> Overview:
        member_id = interaction.user.id
        return Overview(
            member=await self._members.context(member_id, our_guild(interaction)),
            rows=await self._reminders.upcoming(member_id),
            now=self._clock.now(),
        )

    async def _press_remove(self, interaction: Interaction, entry: str = "") -> None:
        """Remove the rule that the button names or the menu chose."""
        entry = entry or picked(interaction)
        await self._remove(interaction, entry, replace_message=True)

    async def _remove(
        self, interaction: Interaction, entry: str, *, replace_message: bool = False
    ) -> None:
        now = self._clock.now()
        to_save = Entry(lambda member: rules.remove(member, number(entry), now), own_rules.removed)
        await self._saver.save(interaction, to_save, replace_message=replace_message)

    async def _pause(
        self, interaction: Interaction, until: str | None, *, replace_message: bool = False
    ) -> None:
        now = self._clock.now()
        entry = Entry(
            lambda member: preferences.pause(member, until, now),
            lambda decided: overview.paused(decided, now),
        )
        await self._saver.save(interaction, entry, replace_message=replace_message)

    async def _resume(
        self, interaction: Interaction, *, zone: str | None = None, replace_message: bool = False
    ) -> None:
        """Turn reminders on."""
        now = self._clock.now()
        entry = Entry(
            lambda member: preferences.resume(member, now),
            lambda decided: overview.resumed(decided, now),
            zone=zone,
            tries_dm=lambda decided: decided.try_dm,
        )
        await self._saver.save(interaction, entry, replace_message=replace_message)

    async def _resume_in_zone(
        self, interaction: Interaction, _about: str, zone: str, in_place: bool
    ) -> None:
        await self._resume(interaction, zone=zone, replace_message=in_place)


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(ReminderCommands(bot))
