"""``/help``: what the bot does, by role."""

from discord import app_commands
from discord.ext import commands

from bot.client.app import LegdayBot
from bot.client.interactions import Interaction, answer
from bot.texts import commands as described
from bot.texts import help as help_texts
from bot.texts.papers import Papers


class Help(commands.Cog):
    """The command: one card; nothing is read or saved."""

    def __init__(self, papers: Papers) -> None:
        self._papers = papers

    @app_commands.command(name="help", description=described.HELP)
    async def help(self, interaction: Interaction) -> None:
        in_server = interaction.guild_id is not None
        manages = in_server and interaction.permissions.manage_guild
        await answer(interaction, help_texts.overview(manages=manages, papers=self._papers))


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(Help(bot.papers))
