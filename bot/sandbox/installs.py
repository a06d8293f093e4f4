"""Where an app is installed, in guilds and by users, and what an interaction tells of it.

https://docs.discord.com/developers/resources/application#installation-context
"""

from collections.abc import Collection

from bot.sandbox import permissions, shapes
from bot.sandbox.errors import ClientRefusal
from bot.sandbox.messages import Stored
from bot.sandbox.shapes import Json
from bot.sandbox.world import World

GUILD, USER = 0, 1  # of Discord's installation contexts
IN_GUILD, IN_BOT_DM, IN_PRIVATE = 0, 1, 2  # of Discord's interaction contexts
FOREIGN = ("embed_links", "attach_files", "mention_everyone", "use_external_emojis")
"""What Discord lets an app do in an answer where it is no member."""


def install_for(world: World, user_id: int) -> None:
    """Install the app to a user, as its link does.

    Raises:
        ClientRefusal: the app cannot be installed to users.
    """
    if str(USER) not in world.integration_types:
        raise ClientRefusal("This app cannot be added to an account.")
    world.user_installs.add(user_id)


def add_private(world: World, *user_ids: int) -> Json:
    """Return the DM of two users, or group DM of more, made at first need; without the bot."""
    users = [world.users[one] for one in user_ids]
    wanted = {one["id"] for one in users}
    for channel in world.channels.values():
        theirs = {one["id"] for one in channel.get("recipients") or ()}
        if theirs == wanted and not world.is_with_bot(channel):
            return channel
    made = shapes.private_channel(world.ids.next(), users)
    world.channels[int(made["id"])] = made
    return made


def context(world: World, channel: Json) -> int:
    """Return Discord's interaction context of a channel."""
    if channel["type"] not in shapes.PRIVATE:
        return IN_GUILD
    return IN_BOT_DM if world.is_with_bot(channel) else IN_PRIVATE


def owners(world: World, user_id: int, channel: Json, types: Collection[int]) -> dict[str, str]:
    """Return whose installations let a user use here what is for these installation contexts.

    In the DM with the bot, a guild's installation has no id but 0.
    """
    where, found = context(world, channel), {}
    if GUILD in types and where == IN_BOT_DM:
        found[str(GUILD)] = "0"
    elif GUILD in types and where == IN_GUILD and world.guild_of(channel).installed:
        found[str(GUILD)] = str(channel["guild_id"])
    if USER in types and user_id in world.user_installs:
        found[str(USER)] = str(user_id)
    return found


def owners_of(world: World, user_id: int, on: Stored) -> dict[str, str]:
    """Return whose installations a component counts on: those of what its message answers."""
    channel = world.channels[int(on.data["channel_id"])]
    made_by: Json = on.data.get("interaction_metadata") or {}
    told: dict[str, str] = made_by.get("authorizing_integration_owners") or {}
    here = owners(world, user_id, channel, (GUILD,))
    if not told:
        return here
    return {key: owner for key, owner in told.items() if key != str(GUILD)} | (
        here if str(GUILD) in told else {}
    )


def app_permissions(world: World, channel: Json) -> int:
    """Return what an interaction tells of the bot's permissions in its channel."""
    if context(world, channel) == IN_GUILD and not world.guild_of(channel).installed:
        return permissions.bits(*FOREIGN)
    return world.may(world.bot_id, channel)


def answers_openly(world: World, user_id: int, channel: Json, *, user_install_only: bool) -> bool:
    """Tell whether all may see an answer: a user's app needs Use External Apps for that."""
    if not user_install_only or context(world, channel) != IN_GUILD:
        return True
    return bool(world.may(user_id, channel) & permissions.bits("use_external_apps"))
