"""``/config``: a panel of a server's settings, what is due, quiet hours, reset."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from discord import app_commands
from discord.ext import commands

from bot.client import permissions
from bot.client.answering import defer, mark_kept
from bot.client.app import LegdayBot
from bot.client.forms import Typed
from bot.client.installs import managed_guild_id
from bot.client.interactions import Interaction, answer, number, picked, switched_on, update
from bot.client.settings_panel import settings_panel
from bot.client.speaking import interpreter_of, told_of_server
from bot.domain.decisions import servers
from bot.domain.decisions.servers import Moved, Server, ServerChange
from bot.domain.facts.permissions import needed
from bot.domain.facts.shown_fields import ShownFields
from bot.domain.reading import zones
from bot.domain.timing.day_halves import read_quiet
from bot.texts import commands as described
from bot.texts import language_menus
from bot.texts.servers import changes, overview
from bot.texts.servers import settings as settings_texts

SHOWN_AHEAD = timedelta(hours=24)


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_guild=True)
class ConfigCommands(commands.GroupCog, group_name="config", group_description=described.CONFIG):
    """The commands and their panel; every handler checks Manage Server again."""

    def __init__(self, bot: LegdayBot) -> None:
        saver, router = bot.saver, bot.router
        self._after = bot.after_set_up
        self._servers = bot.store.servers
        self._guilds = bot.store.guilds
        self._reminders = bot.store.reminders
        self._clock = bot.clock
        self._wake = bot.ring
        self._redraw = bot.rolls.look
        self._zone_form = saver.form(
            "config.zone_told",
            "config.zone_again",
            settings_texts.zone_form,
            self._zone_told,
            alone=True,
        )
        self._quiet_form = saver.form(
            "config.quiet_told",
            "config.quiet_again",
            settings_texts.quiet_form,
            self._quiet_told,
            alone=True,
        )
        router.on("config.panel", self._press_panel)
        router.on("config.channel", self._pick_channel)
        router.on("config.gather", self._press_gather)
        router.on("config.zone", self._press_zone)
        router.on("config.zone_picked", self._zone_picked)
        router.on("config.language", self._pick_language)
        router.on("config.quiet", self._press_quiet)
        router.on("config.posts", self._press_posts)
        router.on("config.reminders", self._press_reminders)
        router.on("config.reset", self._press_reset)
        router.on("config.keep", self._press_keep)

    @app_commands.command(name="setup", description=described.CONFIG_SETUP)
    async def setup(self, interaction: Interaction) -> None:
        server = await self._servers.look(managed_guild_id(interaction))
        await answer(interaction, await settings_panel(interaction, server, self._clock.now()))

    @app_commands.command(name="show", description=described.CONFIG_SHOW)
    async def show(self, interaction: Interaction) -> None:
        guild_id, now = managed_guild_id(interaction), self._clock.now()
        await defer(interaction)  # Discord is asked three things first
        server = await self._servers.look(guild_id)
        coming, ended = await self._reminders.of_posts(guild_id, now + SHOWN_AHEAD)
        outlook = overview.PostsOverview(
            server=server,
            coming=coming,
            ended=ended,
            reach=await permissions.asked(interaction, guild_id, servers.channels(server)),
            now=now,
        )
        await answer(interaction, overview.shown(outlook))

    @app_commands.command(name="quiet-hours", description=described.CONFIG_QUIET_HOURS)
    @app_commands.describe(start=described.CONFIG_QUIET_START, end=described.CONFIG_QUIET_END)
    async def quiet_hours(
        self,
        interaction: Interaction,
        start: app_commands.Range[str, 1, 20],
        end: app_commands.Range[str, 1, 20],
    ) -> None:
        typed = {"start": start, "end": end}
        moved = await self._set_quiet(interaction, typed, ShownFields())
        await answer(interaction, changes.quiet_set(moved))

    @app_commands.command(name="reset", description=described.CONFIG_RESET)
    async def reset(self, interaction: Interaction) -> None:
        server = await self._servers.look(managed_guild_id(interaction))
        await answer(interaction, changes.reset_asked(server))

    async def _press_panel(self, interaction: Interaction) -> None:
        await self._panel(interaction, await self._servers.look(managed_guild_id(interaction)))

    async def _pick_channel(self, interaction: Interaction) -> None:
        guild_id, now = managed_guild_id(interaction), self._clock.now()
        channel_id = number(picked(interaction))
        permissions.check_takes_posts(interaction, channel_id)
        lacking = await permissions.lacking_in(interaction, guild_id, channel_id)
        if missing := needed(lacking, pings=False):
            server = await self._servers.look(guild_id)
            await self._panel(interaction, server, changes.channel_refused(channel_id, missing))
            return
        moved = await self._revise(
            interaction, lambda server: servers.set_channel(server, channel_id, now)
        )
        await self._panel(interaction, moved.server, changes.channel_set(moved))

    async def _press_gather(self, interaction: Interaction) -> None:
        now = self._clock.now()
        moved = await self._revise(interaction, lambda server: servers.gather(server, now))
        notice = changes.gathered(moved) if moved.posts else ""
        await self._panel(interaction, moved.server, notice)

    async def _press_zone(self, interaction: Interaction) -> None:
        managed_guild_id(interaction)
        await self._zone_form.open(interaction)

    async def _zone_told(
        self, interaction: Interaction, _: str, typed: Typed, _shown: ShownFields
    ) -> None:
        managed_guild_id(interaction)
        reading = zones.read_zone(typed.get("zone", ""), now=self._clock.now())
        if reading.name is None:
            await update(interaction, settings_texts.zone_choice(reading.candidates))
            return
        await self._set_zone(interaction, reading.name)

    async def _zone_picked(self, interaction: Interaction) -> None:
        await self._set_zone(interaction, picked(interaction))

    async def _set_zone(self, interaction: Interaction, name: str) -> None:
        now = self._clock.now()
        moved = await self._revise(interaction, lambda server: servers.set_zone(server, name, now))
        await self._panel(interaction, moved.server, changes.zone_moved(moved))

    async def _pick_language(self, interaction: Interaction) -> None:
        locale = language_menus.read(picked(interaction))
        moved = await self._revise(interaction, partial(servers.set_plain, locale=locale))
        interpreter_of(interaction).server_chose(moved.server.settings.guild_id, locale)
        self._redraw()
        notice = language_menus.kept_of_server(told_of_server(interaction), locale)
        await self._panel(interaction, moved.server, notice)

    async def _press_quiet(self, interaction: Interaction) -> None:
        settings = await self._guilds.get(managed_guild_id(interaction))
        await self._quiet_form.open_stored(interaction, settings_texts.quiet_hours(settings.quiet))

    async def _quiet_told(
        self, interaction: Interaction, _: str, typed: Typed, shown: ShownFields
    ) -> None:
        moved = await self._set_quiet(interaction, typed, shown)
        await self._panel(interaction, moved.server, changes.quiet_moved(moved))

    async def _set_quiet(self, interaction: Interaction, typed: Typed, shown: ShownFields) -> Moved:
        now = self._clock.now()

        def decide(server: Server) -> tuple[ServerChange, Moved]:
            stored = settings_texts.quiet_hours(server.settings.quiet)
            told = shown.merged(typed, stored)
            quiet = read_quiet(told.get("start", ""), told.get("end", ""))
            change, moved = servers.set_quiet(server, quiet, now)
            return change, replace(moved, meanwhile=shown.changed_since(stored))

        return await self._revise(interaction, decide)

    async def _press_posts(self, interaction: Interaction, wanted: str) -> None:
        on = switched_on(wanted)
        moved = await self._revise(interaction, partial(servers.set_plain, posts_on=on))
        await self._panel(interaction, moved.server)

    async def _press_reminders(self, interaction: Interaction, wanted: str) -> None:
        on = switched_on(wanted)
        moved = await self._revise(interaction, partial(servers.set_plain, channel_reminders_on=on))
        await self._panel(interaction, moved.server)

    async def _press_reset(self, interaction: Interaction) -> None:
        guild_id = managed_guild_id(interaction)
        await self._guilds.reset(guild_id)
        interpreter_of(interaction).server_chose(guild_id, None)
        self._wake()
        self._redraw()
        await update(interaction, changes.was_reset())

    async def _press_keep(self, interaction: Interaction) -> None:
        managed_guild_id(interaction)
        await update(interaction, changes.kept())

    async def _revise(
        self, interaction: Interaction, decide: Callable[[Server], tuple[ServerChange, Moved]]
    ) -> Moved:
        guild_id = managed_guild_id(interaction)
        moved = await self._servers.revise(guild_id, now=self._clock.now(), decide=decide)
        mark_kept(interaction)
        self._wake()
        return moved

    async def _panel(self, interaction: Interaction, server: Server, notice: str = "") -> None:
        """Draw the panel; once more where what waited for the set-up has changed the server."""
        now = self._clock.now()
        await update(interaction, await settings_panel(interaction, server, now, notice))
        if await self._after.go_on(interaction):
            server = await self._servers.look(managed_guild_id(interaction))
            await update(interaction, await settings_panel(interaction, server, now, notice))


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(ConfigCommands(bot))
