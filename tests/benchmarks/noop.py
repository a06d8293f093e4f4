"""`/bench noop`: the same bot, the same way to answer, and nothing done: every command's floor."""

from discord import app_commands
from discord.ext import commands

from bot.app import LegdayBot
from bot.interactions import Interaction, answer
from bot.texts.card import Card

CARD = Card(title="Done", body=("Nothing was done.",))


class Bench(commands.GroupCog, group_name="bench", group_description="For measuring"):
    """One command that does nothing."""

    @app_commands.command(name="noop", description="Do nothing")
    async def noop(self, interaction: Interaction) -> None:
        """Answer at once."""
        await answer(interaction, CARD)


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(Bench())
