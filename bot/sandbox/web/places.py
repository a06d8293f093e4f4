"""The initial data of a page: the person, places, people, commands."""

from bot.sandbox import localized, permissions, screen, shapes
from bot.sandbox.guilds import Guild
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.shapes import Json


def greeting(sandbox: Sandbox, person: Person) -> Json:
    """Return everything a page shows before anybody does anything."""
    world = sandbox.world
    guilds = [one for one in world.guilds.values() if person.id in one.members]
    channels = [channel for guild in guilds for channel in _channels(sandbox, person, guild)]
    first = channels[0] if channels else person.dm
    return {
        "me": _known(sandbox, person.id),
        "people": [_known(sandbox, one) for one in screen.playable(world, sandbox.guild)],
        "guilds": [_guild(sandbox, person, guild) for guild in guilds],
        "dms": [{**person.dm, "user": world.bot}],
        "now": shapes.iso(sandbox.clock.now()),
        "bot": {**world.bot, "online": bool(sandbox.gateway.connected)},
        "commands": commands(person.at(first)),
        "locales": list(localized.LOCALES),
        "names": _names(sandbox),
        "starts": [{"words": one.words, "line": one.line} for one in sandbox.starts],
        "form": None if person.form is None else person.form.raw,
    }


def commands(person: Person) -> list[Json]:
    """Return the slash commands a person is offered where they are, in their language."""
    return [localized.shown(one, person.locale) for one in person.commands]


def choosable(sandbox: Sandbox, person: Person) -> Json:
    """Return who and what can be chosen or mentioned: users, roles and channels."""
    guild = person.guild
    roles = [{key: one[key] for key in ("id", "name", "color")} for one in guild.roles.values()]
    return {
        "users": _members(sandbox, guild),
        "roles": roles,
        "channels": _channels(sandbox, person, guild),
    }


def visible(sandbox: Sandbox, person: Person) -> list[Json]:
    """Return every channel and DM on a person's list."""
    guilds = sandbox.world.guilds.values()
    return [*(one for guild in guilds for one in _channels(sandbox, person, guild)), person.dm]


def _known(sandbox: Sandbox, user_id: int) -> Json:
    """Return a user with what they are in the server."""
    about = screen.standing(sandbox.guild, user_id)
    if screen.manages(sandbox.guild, user_id):
        about += " · may manage the server"
    return {**sandbox.world.users[user_id], "about": about}


def _guild(sandbox: Sandbox, person: Person, guild: Guild) -> Json:
    channels = _channels(sandbox, person, guild)
    return {
        "id": str(guild.id),
        "name": guild.data["name"],
        "channels": [{**one, "can_send": _can_send(sandbox, person, one)} for one in channels],
        "my_permissions": str(sandbox.world.may(person.id, channels[0])) if channels else "0",
        "members": _members(sandbox, guild),
    }


def _channels(sandbox: Sandbox, person: Person, guild: Guild) -> list[Json]:
    channels = guild.channels.values()
    return [one for one in channels if screen.visible(sandbox.world, person.id, one)]


def _can_send(sandbox: Sandbox, person: Person, channel: Json) -> bool:
    return bool(sandbox.world.may(person.id, channel) & permissions.bits("send_messages"))


def _members(sandbox: Sandbox, guild: Guild) -> list[Json]:
    nobody = int(sandbox.world.owner["id"])
    members = guild.members.items()
    users = sandbox.world.users
    return [{**users[key], "roles": one["roles"]} for key, one in members if key != nobody]


def _names(sandbox: Sandbox) -> Json:
    world = sandbox.world
    guilds = world.guilds.values()
    return {
        "users": {one["id"]: _shown(one) for one in world.users.values()},
        "roles": {one["id"]: one["name"] for each in guilds for one in each.roles.values()},
        "channels": {one["id"]: one["name"] for each in guilds for one in each.channels.values()},
    }


def _shown(user: Json) -> str:
    return str(user["global_name"] or user["username"])
