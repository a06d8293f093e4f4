"""The least a discord.py bot can be: one command, nothing kept, nothing cached. The other floor."""

import asyncio
import os
import sys
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands
from discord.http import Route


class Bare(commands.AutoShardedBot):
    """Answers `/noop`; registers it when the command line says `--sync`."""

    async def setup_hook(self) -> None:
        """Add the command."""
        self.tree.add_command(noop)
        if "--sync" in sys.argv:
            await self.tree.sync()

    async def on_ready(self) -> None:
        """Say so to whoever started this."""
        sys.stderr.write("ready\n")
        sys.stderr.flush()


@app_commands.command(name="noop", description="Do nothing")
async def noop(interaction: discord.Interaction[Any]) -> None:
    """Answer at once."""
    await interaction.response.send_message("Done", ephemeral=True)


async def main() -> None:
    """Run until the process is ended."""
    Route.BASE = os.environ["DISCORD_API_BASE"]
    bot = Bare(
        commands.when_mentioned,
        intents=discord.Intents(guilds=True),
        member_cache_flags=discord.MemberCacheFlags.none(),
        max_messages=None,
        chunk_guilds_at_startup=False,
        help_command=None,
    )
    async with bot:
        await bot.start(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    asyncio.run(main())
