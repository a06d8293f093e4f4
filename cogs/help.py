"""``/help``: what the bot does, by role; its button lists every command."""

from discord import app_commands
from discord.ext import commands

from bot.client.app import LegdayBot
from bot.client.installs import our_guild
from bot.client.interactions import Interaction, answer, update
from bot.texts import commands as described
from bot.texts import help as help_texts
from bot.texts.card import Card


class Help(commands.Cog):
    """The command and its two pages; nothing is read or saved."""

    def __init__(self, bot: LegdayBot) -> None:
        self._papers = bot.papers
        self._listens = bot.intents.dm_messages
        bot.router.on("help.all", self._press_all)
        bot.router.on("help.back", self._press_back)

    @app_commands.command(name="help", description=described.HELP)
    async def help(self, interaction: Interaction) -> None:
        await answer(interaction, self._overview(interaction))

    async def _press_all(self, interaction: Interaction) -> None:
        await update(interaction, help_texts.every(manages=_manages(interaction)))

    async def _press_back(self, interaction: Interaction) -> None:
        await update(interaction, self._overview(interaction))

    def _overview(self, interaction: Interaction) -> Card:
        manages = _manages(interaction)
        return help_texts.overview(manages=manages, papers=self._papers, listens=self._listens)


def _manages(interaction: Interaction) -> bool:
    return our_guild(interaction) is not None and interaction.permissions.manage_guild


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(Help(bot))
