"""The bot's permissions in channels: from an interaction's payload, or fetched from Discord.

Channels and roles are kept in no cache (``bot.client.gateway``), so nothing here takes "not known"
for "deleted".
"""

import asyncio
import logging
from collections.abc import Iterable, Mapping
from typing import Any

import aiohttp
import discord

from bot.delivery.presence import THREADS, view_of
from bot.domain.facts.errors import BadInput, NotAllowed
from bot.domain.facts.permissions import Reach, Right, may_view, needed
from bot.texts.servers import post_troubles

TAKES_POSTS = frozenset({0, 5}) | THREADS  # text and announcement channels

PATIENCE = 3.0  # real seconds

log = logging.getLogger(__name__)


def carried(interaction: discord.Interaction[Any], channel_id: int) -> frozenset[Right] | None:
    """Return the permissions the bot lacks in a channel, as far as the interaction tells.

    It tells of the channels it names, and of the one it was used in.
    (https://docs.discord.com/developers/interactions/receiving-and-responding#resolved-data)
    """
    data: dict[str, Any] = dict(interaction.data or {})
    named = data.get("resolved", {}).get("channels", {}).get(str(channel_id), {})
    if "app_permissions" in named:
        thread = named.get("type") in THREADS
        return lacking(discord.Permissions(int(named["app_permissions"])), thread=thread)
    # discord.py has no rights at all where Discord told of none.
    if interaction.channel_id == channel_id and interaction.app_permissions.value:
        thread = interaction.channel is not None and interaction.channel.type.value in THREADS
        return lacking(interaction.app_permissions, thread=thread)
    return None


async def lacking_in(
    interaction: discord.Interaction[Any], guild_id: int, channel_id: int
) -> frozenset[Right]:
    """Return the rights the bot lacks in a channel: as the interaction tells, else as Discord does.

    Raises:
        NotAllowed: the server has no such channel, or Discord does not answer.
    """
    reach = await reach_of(interaction, guild_id, channel_id)
    if reach is None:
        raise NotAllowed("channel_unknown")
    if channel_id not in reach.lacking:
        raise NotAllowed("channel_not_here")
    return reach.lacking[channel_id]


async def reach_of(
    interaction: discord.Interaction[Any], guild_id: int, channel_id: int | None
) -> Reach | None:
    """Return the bot's permissions in a channel, perhaps in others too; ``None`` as ``asked``."""
    if channel_id is None:
        return Reach()
    told = carried(interaction, channel_id)
    if told is not None:
        return Reach(lacking={channel_id: told})
    return await asked(interaction, guild_id, (channel_id,))


async def check_may_post(
    interaction: discord.Interaction[Any],
    guild_id: int,
    channel_id: int,
    refusal: str = "bot_lacks_rights",
) -> None:
    """Refuse a channel in which the bot may not post.

    Raises:
        NotAllowed: it may not, with ``refusal``, or as ``lacking_in``.
    """
    if missing := needed(await lacking_in(interaction, guild_id, channel_id), pings=False):
        rights = post_troubles.rights(missing)
        raise NotAllowed(refusal, channel=channel_id, rights=rights)


def check_takes_posts(interaction: discord.Interaction[Any], channel_id: int) -> None:
    """Refuse a chosen channel of a kind that takes no posts, however it was chosen.

    Raises:
        BadInput: a forum, a voice channel, a category.
    """
    data: dict[str, Any] = dict(interaction.data or {})
    named = data.get("resolved", {}).get("channels", {}).get(str(channel_id), {})
    if named.get("type", discord.ChannelType.text.value) not in TAKES_POSTS:
        raise BadInput("channel_takes_no_posts", channel=channel_id)


def lacking(held: discord.Permissions, *, thread: bool = False) -> frozenset[Right]:
    """Return the needed permissions that are not held in a channel or thread."""
    other = Right.SEND if thread else Right.SEND_IN_THREAD
    return frozenset(right for right in Right if right != other and not getattr(held, right))


async def asked(
    interaction: discord.Interaction[Any], guild_id: int, used: Iterable[int] = ()
) -> Reach | None:
    """Fetch the bot's permissions in every channel of a server: three requests.

    Threads are not among its channels: one more request for each of the ``used`` that is none.
    Returns ``None`` when Discord does not answer.
    """
    client: discord.Client = interaction.client
    if client.user is None:  # nothing is known of the bot before it has logged in
        return None
    try:
        guild = await client.fetch_guild(guild_id, with_counts=False)
        member = await guild.fetch_member(client.user.id)
        channels = await guild.fetch_channels()
        rights = {each.id: each.permissions_for(member) for each in channels}
        there = {one: lacking(held) for one, held in rights.items()}
        threads = {one: await _in_thread(client, one, rights) for one in {*used} - there.keys()}
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        log.warning(
            "permissions in server %d could not be fetched: %s", guild_id, type(error).__name__
        )
        return None
    return Reach(
        lacking=there | {one: found for one, found in threads.items() if found is not None},
        roles=_mentionable(guild.roles),
    )


async def sees(interaction: discord.Interaction[Any], guild_id: int, channel_id: int) -> bool:
    """Tell whether the user may see a channel: three requests, one more for a thread.

    Where Discord does not answer they may: it is asked again before anything is sent there.
    """
    http = interaction.client.http
    try:
        async with asyncio.timeout(PATIENCE):  # discord.py tries again for half a minute
            channel: Any = await http.get_channel(channel_id)
            if channel["type"] in THREADS:
                channel = await http.get_channel(channel["parent_id"])
            guild = await http.get_guild(guild_id, with_counts=False)
            member = await http.get_member(guild_id, interaction.user.id)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        log.warning(
            "who sees channel %d could not be fetched: %s", channel_id, type(error).__name__
        )
        return True
    roles = frozenset(map(int, member["roles"]))
    return may_view(view_of(guild, channel), interaction.user.id, roles)


async def _in_thread(
    client: discord.Client, thread_id: int, rights: Mapping[int, discord.Permissions]
) -> frozenset[Right] | None:
    """Return what the bot lacks in a thread, by its channel's rights; ``None`` if it is deleted."""
    try:
        data: dict[str, Any] = dict(await client.http.get_channel(thread_id))
    except discord.NotFound:
        return None
    except discord.Forbidden:
        return frozenset({Right.VIEW})
    parent = rights.get(int(data.get("parent_id") or 0))
    return None if parent is None else lacking(parent, thread=True)


def _mentionable(roles: Iterable[discord.Role]) -> dict[int, bool]:
    return {role.id: role.mentionable for role in roles}
