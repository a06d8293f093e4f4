"""What a person's client shows: places, messages, commands."""

from collections.abc import Iterator
from itertools import islice

from bot.sandbox import installs, permissions, shapes
from bot.sandbox.engine import Engine
from bot.sandbox.guilds import Guild
from bot.sandbox.limits.commands import CHAT_INPUT
from bot.sandbox.messages import Stored
from bot.sandbox.shapes import Json
from bot.sandbox.world import World

NO_ROLE = "Newcomer"


def visible(world: World, user_id: int, channel: Json) -> bool:
    """Tell whether a channel is on their list: a guild's by permission, a DM if it is theirs."""
    if channel["type"] in shapes.PRIVATE:
        return any(one["id"] == str(user_id) for one in channel["recipients"])
    return bool(world.may(user_id, channel) & permissions.bits("view_channel"))


def place(world: World, channel: Json) -> str:
    """Return what a channel is called where it is named beside others."""
    if channel["type"] not in shapes.PRIVATE:
        return f"#{channel['name']}"
    names = ", ".join(one["username"] for one in channel["recipients"])
    return f"DM to {names}" if world.is_with_bot(channel) else f"DM of {names}"


def playable(world: World, guild: Guild) -> list[int]:
    """Return the ids of those one can be: a guild's members, but neither bot nor paper owner."""
    hidden = (world.bot_id, int(world.owner["id"]))
    return [one for one in guild.members if one not in hidden] or [int(world.owner["id"])]


def standing(guild: Guild, user_id: int) -> str:
    """Return what somebody is in a guild: the names of their roles."""
    held = guild.members[user_id]["roles"] if user_id in guild.members else ()
    return ", ".join(guild.roles[int(one)]["name"] for one in held) or NO_ROLE


def manages(guild: Guild, user_id: int) -> bool:
    """Tell whether somebody may manage a guild: to such members Discord shows admins' commands."""
    held = guild.members[user_id]["roles"] if user_id in guild.members else []
    bits = permissions.of_member(guild.data, guild.roles, user_id, held, [])
    return bool(bits & permissions.bits("manage_guild"))


def reads(user_id: int, stored: Stored) -> bool:
    """Tell whether a message in a channel they see is shown to them."""
    return stored.only_for in (None, user_id) and not stored.dismissed


def page(
    engine: Engine, user_id: int, channel: Json, *, before: int | None = None, limit: int
) -> tuple[list[Stored], bool]:
    """Return up to `limit` messages they see, oldest first, and whether there are older ones.

    `before`: only messages older than this one; else the newest.
    """
    found = list(islice(_newest_first(engine, user_id, channel, before), limit + 1))
    return found[:limit][::-1], len(found) > limit


def unread(engine: Engine, user_id: int, channel: Json, last_read: int) -> int:
    """Count the messages of others that came after the last one they read."""
    count = 0
    for stored in _newest_first(engine, user_id, channel, None):
        if int(stored.data["id"]) <= last_read:
            break
        count += stored.data["author"]["id"] != str(user_id)
    return count


def offered(world: World, user_id: int, channel: Json, command: Json) -> bool:
    """Tell whether a registered command is on their list in a channel."""
    contexts, where = command.get("contexts"), installs.context(world, channel)
    if not installs.owners(world, user_id, channel, command["integration_types"]):
        return False
    if contexts is None:
        contexts = [0, 1, 2] if command.get("dm_permission", True) else [0]
    if where not in contexts:
        return False
    if where != installs.IN_GUILD:
        return True
    may = world.may(user_id, channel)
    needed = command.get("default_member_permissions")
    if needed is not None and (int(needed) == 0 or may & int(needed) != int(needed)):
        return bool(may & permissions.bits("administrator"))
    return bool(may & permissions.bits("use_application_commands"))


def commands(engine: Engine, user_id: int, channel: Json, kind: int = CHAT_INPUT) -> list[Json]:
    """Return the slash commands on their list in a channel, a guild's own before global ones.

    With another `kind`, those in the Apps menu of a user (2) or of a message (3) they see there.
    """
    found: dict[str, Json] = {}
    for scope in dict.fromkeys((shapes.guild_id(channel), None)):
        for command in engine.commands.listed(scope):
            if command["type"] == kind and offered(engine.world, user_id, channel, command):
                found.setdefault(command["name"], command)
    return list(found.values())


def _newest_first(
    engine: Engine, user_id: int, channel: Json, before: int | None
) -> Iterator[Stored]:
    if not visible(engine.world, user_id, channel):
        return
    # Ids only grow, so the order of arrival is the order of ids.
    for message_id, stored in reversed(engine.messages.by_channel[int(channel["id"])].items()):
        if (before is None or message_id < before) and reads(user_id, stored):
            yield stored
