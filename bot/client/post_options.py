"""The options of ``/config post``: what is offered, and whether the bot may post and ping there."""

import discord
from discord import app_commands

from bot.client import permissions
from bot.client.entries import choices
from bot.client.installs import managed_guild_id
from bot.client.interactions import Interaction, number
from bot.domain.facts.errors import NotAllowed
from bot.domain.facts.kinds import POST_KINDS
from bot.domain.facts.permissions import Right, needed
from bot.store.servers.servers import Servers
from bot.texts import commands as described
from bot.texts.kinds import KINDS as NAMES
from bot.texts.servers import post_troubles

KINDS = choices({kind: NAMES[kind] for kind in POST_KINDS})
OPTIONS = {
    "kind": described.CONFIG_POST_KIND,
    "time": described.CONFIG_POST_TIME,
    "days": described.CONFIG_POST_DAYS,
    "channel": described.CONFIG_POST_CHANNEL,
    "role": described.CONFIG_POST_ROLE,
    "text": described.CONFIG_POST_TEXT,
}
TAKES_POSTS = [discord.ChannelType(kind) for kind in sorted(permissions.TAKES_POSTS)]


class PostChannel(app_commands.Transformer):
    """A channel option as the interaction carries it: the bot caches no channels."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A channel option."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """What Discord offers to choose from."""
        return TAKES_POSTS

    async def transform(
        self, interaction: Interaction, value: app_commands.AppCommandChannel, /
    ) -> app_commands.AppCommandChannel:
        """Return the channel as it came: the handler checks what may be done there."""
        return value


Channel = app_commands.Transform[app_commands.AppCommandChannel, PostChannel]


async def check_reach(
    servers: Servers,
    interaction: Interaction,
    entry: str | None,
    channel: Channel | None,
    role: discord.Role | None,
) -> None:
    """Refuse a channel in which the bot may not post, and a role it may not ping there.

    Raises:
        NotAllowed: a channel or role that will not do, or a right that is missing.
        BadInput: a channel that takes no posts.
    """
    if channel is not None:
        await _check_channel(interaction, channel)
    if role is not None:
        goes_to = await _goes_to(servers, interaction, entry, channel)
        await _check_role(interaction, role, goes_to)


async def _goes_to(
    servers: Servers, interaction: Interaction, entry: str | None, channel: Channel | None
) -> int | None:
    """Return the channel of a post that is added or edited; without a word that it has."""
    if channel is not None:
        return channel.id
    server = await servers.look(managed_guild_id(interaction))
    if entry is None:
        return server.settings.channel_id
    chosen = number(entry)
    return next((one.channel_id for one in server.posts if one.post_id == chosen), None)


async def _check_channel(interaction: Interaction, channel: Channel) -> None:
    permissions.check_takes_posts(interaction, channel.id)
    await permissions.check_may_post(interaction, managed_guild_id(interaction), channel.id)


async def _check_role(interaction: Interaction, role: discord.Role, goes_to: int | None) -> None:
    if role.is_default():
        raise NotAllowed("everyone_is_not_pinged")
    if role.mentionable or goes_to is None:
        return
    guild_id = managed_guild_id(interaction)
    lacking = await permissions.lacking_in(interaction, guild_id, goes_to)
    if Right.PING in needed(lacking, pings=True):
        raise NotAllowed(
            "role_not_mentionable", role=role.name, right=post_troubles.rights([Right.PING])
        )
