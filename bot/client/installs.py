"""Which server an interaction counts for: only one that installed the bot is ours.

A member who added the bot to their account takes it into any server, group or DM. The server there
knows nothing of the bot: none of its settings, channels or rights are ours to use.
"""

from typing import Any

import discord

from bot.domain.facts.errors import NotAllowed

Interaction = discord.Interaction[Any]


def our_guild(interaction: Interaction) -> int | None:
    """Return the id of the server whose own installation allows the interaction, if any."""
    return interaction.guild_id if interaction.is_guild_integration() else None


def guild_id(interaction: Interaction) -> int:
    """Return the server's id.

    Raises:
        NotAllowed: in a DM or group, or in a server that did not install the bot.
    """
    ours = our_guild(interaction)
    if ours is None:
        raise NotAllowed("servers_only" if interaction.guild_id is None else "server_not_ours")
    return ours


def managed_guild_id(interaction: Interaction) -> int:
    """Return the server's id if the user may manage it.

    ``default_permissions`` is only a default that a server may change, so every admin handler asks.

    Raises:
        NotAllowed: not in a server of ours, or without Manage Server.
    """
    server = guild_id(interaction)
    if not interaction.permissions.manage_guild:
        raise NotAllowed("needs_manage_server")
    return server


def check_own(interaction: Interaction, message: discord.Message) -> None:
    """Refuse a command on a message that somebody else wrote.

    Raises:
        NotAllowed: it is not the user's own.
    """
    if message.author.id != interaction.user.id:
        raise NotAllowed("message_not_yours")


def in_bot_dm(interaction: Interaction) -> bool:
    """Tell whether the interaction comes from the DM with the bot, which nobody else reads."""
    return interaction.guild_id is None and not interaction.context.private_channel


def check_others_read(interaction: Interaction) -> None:
    """Refuse to share with a channel that nobody else reads.

    Raises:
        NotAllowed: in the DM with the bot.
    """
    if in_bot_dm(interaction):
        raise NotAllowed("servers_only")
