"""The bot's permissions in channels: from an interaction's payload, or fetched from Discord.

Channels and roles are kept in no cache (``bot.client.gateway``), so nothing here takes "not known"
for "deleted".
"""

import logging
from collections.abc import Iterable
from typing import Any

import aiohttp
import discord

from bot.domain.facts.errors import NotAllowed
from bot.domain.facts.permissions import Reach, Right

log = logging.getLogger(__name__)


def carried(interaction: discord.Interaction[Any], channel_id: int) -> frozenset[Right] | None:
    """Return the permissions the bot lacks in a channel, as far as the interaction tells.

    It tells of the channels it names, and of the one it was used in.
    (https://docs.discord.com/developers/interactions/receiving-and-responding#resolved-data)
    """
    data: dict[str, Any] = dict(interaction.data or {})
    named = data.get("resolved", {}).get("channels", {}).get(str(channel_id), {})
    if "app_permissions" in named:
        return lacking(discord.Permissions(int(named["app_permissions"])))
    # discord.py has no rights at all where Discord told of none.
    if interaction.channel_id == channel_id and interaction.app_permissions.value:
        return lacking(interaction.app_permissions)
    return None


async def lacking_in(
    interaction: discord.Interaction[Any], guild_id: int, channel_id: int
) -> frozenset[Right]:
    """Return the rights the bot lacks in a channel: as the interaction tells, else as Discord does.

    Raises:
        NotAllowed: the server has no such channel, or Discord does not answer.
    """
    told = carried(interaction, channel_id)
    if told is not None:
        return told
    reach = await asked(interaction, guild_id)
    if reach is None:
        raise NotAllowed("channel_unknown")
    if channel_id not in reach.lacking:
        raise NotAllowed("channel_not_here")
    return reach.lacking[channel_id]


def lacking(held: discord.Permissions) -> frozenset[Right]:
    """Return the needed permissions that are not held."""
    return frozenset(right for right in Right if not getattr(held, right))


async def asked(interaction: discord.Interaction[Any], guild_id: int) -> Reach | None:
    """Fetch the bot's permissions in every channel of a server: three requests.

    Returns:
        ``None`` when Discord does not answer.
    """
    client: discord.Client = interaction.client
    if client.user is None:  # nothing is known of the bot before it has logged in
        return None
    try:
        guild = await client.fetch_guild(guild_id, with_counts=False)
        member = await guild.fetch_member(client.user.id)
        channels = await guild.fetch_channels()
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        log.warning(
            "permissions in server %d could not be fetched: %s", guild_id, type(error).__name__
        )
        return None
    return Reach(
        lacking={each.id: lacking(each.permissions_for(member)) for each in channels},
        roles=_mentionable(guild.roles),
    )


def _mentionable(roles: Iterable[discord.Role]) -> dict[int, bool]:
    return {role.id: role.mentionable for role in roles}
