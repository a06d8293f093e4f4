"""Notices to members whose reminders in a server's channel were stopped, shown once."""

import logging
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.client.interactions import Interaction, answer
from bot.store.store import Store
from bot.texts.reminders import absences

if TYPE_CHECKING:
    from bot.client.app import LegdayBot

log = logging.getLogger(__name__)


class AbsenceListener(commands.Cog):
    """Shows them after the member's next command, wherever that is."""

    def __init__(self, store: Store) -> None:
        self._notices = store.member_notices

    @commands.Cog.listener()
    async def on_app_command_completion(
        self, interaction: Interaction, _command: app_commands.Command[Any, ..., Any]
    ) -> None:
        """Tell a member, after their own answer, what was stopped and how it comes again."""
        reasons = await self._notices.take(interaction.user.id)
        if not reasons:
            return
        try:
            await answer(interaction, absences.stopped(reasons[0]))
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.warning("a notice could not be sent (%s); the next command shows it", error)
            await self._notices.give_back(interaction.user.id, reasons)


async def setup(bot: "LegdayBot") -> None:
    """Add the cog."""
    await bot.add_cog(AbsenceListener(bot.store))
