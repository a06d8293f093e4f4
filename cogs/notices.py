"""Notices to admins about stopped posts, shown once after their next command."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.client.answering import mark_kept
from bot.client.interactions import Interaction, Router, answer, managed_guild_id, update
from bot.clock import Clock
from bot.domain.decisions import servers
from bot.store.store import Store
from bot.texts.servers import notices

if TYPE_CHECKING:
    from bot.client.app import LegdayBot

log = logging.getLogger(__name__)

SAYS_IT = "config show"  # what it answers says all that a notice would


class NoticeListener(commands.Cog):
    """Shows notices after commands: admins did not opt in to direct messages."""

    def __init__(
        self, store: Store, clock: Clock, router: Router, wake: Callable[[], None]
    ) -> None:
        self._notices = store.notices
        self._servers = store.servers
        self._clock = clock
        self._wake = wake
        router.on("notice.again", self._press_again)

    @commands.Cog.listener()
    async def on_app_command_completion(
        self, interaction: Interaction, command: app_commands.Command[Any, ..., Any]
    ) -> None:
        """Show an admin, after their own answer, what was stopped or pings nobody."""
        guild_id = interaction.guild_id
        if guild_id is None or not interaction.permissions.manage_guild:
            return
        server = await self._notices.take(guild_id, self._clock.now())
        if server is None or not servers.needs_admin(server) or command.qualified_name == SAYS_IT:
            return
        try:
            card = notices.back(server) if servers.is_back(server) else notices.stopped(server)
            await answer(interaction, card)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.warning("a notice could not be sent (%s); the next command shows it", error)
            await self._notices.give_back(guild_id)

    async def _press_again(self, interaction: Interaction) -> None:
        guild_id, now = managed_guild_id(interaction), self._clock.now()
        count = await self._servers.revise(
            guild_id, now=now, decide=lambda server: servers.mend(server, now)
        )
        mark_kept(interaction)
        self._wake()
        await update(interaction, notices.mended(count) if count else notices.nothing_stopped())


async def setup(bot: "LegdayBot") -> None:
    """Add the cog."""
    await bot.add_cog(NoticeListener(bot.store, bot.clock, bot.tree.router, bot.delivery.wake))
