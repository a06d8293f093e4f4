"""Routes of guilds and their members."""

from bot.sandbox import errors, members, shapes
from bot.sandbox.gateway import GUILD_MEMBERS
from bot.sandbox.rest import Call, Route, snowflake
from bot.sandbox.shapes import Json
from bot.sandbox.snowflakes import is_number

MOST = 1_000  # members in one answer
LONGEST_QUERY = 100  # characters


def one_guild(call: Call) -> Json:
    """GET /guilds/{guild_id}."""
    guild = call.engine.world.guilds.get(call.id("guild_id"))
    if guild is None or not guild.installed:
        raise errors.unknown_guild()
    counts = {"approximate_member_count": len(guild.members), "approximate_presence_count": 1}
    return {**guild.data, "roles": list(guild.roles.values()), **counts}


def guild_channels(call: Call) -> list[Json]:
    """GET /guilds/{guild_id}/channels."""
    one_guild(call)
    channels = call.engine.world.guilds[call.id("guild_id")].channels.values()
    return [one for one in channels if one["type"] not in shapes.THREADS]


def one_member(call: Call) -> Json:
    """GET /guilds/{guild_id}/members/{user_id}."""
    one_guild(call)
    world = call.engine.world
    guild, user_id = world.guilds[call.id("guild_id")], call.id("user_id")
    if user_id not in guild.members:
        raise errors.unknown_member()
    return world.member_payload(guild, user_id)


def list_members(call: Call) -> list[Json]:
    """GET /guilds/{guild_id}/members: for applications that were granted the members intent."""
    one_guild(call)
    if not call.engine.gateway.privileged & GUILD_MEMBERS:
        raise errors.missing_access()
    last = call.query.get("after", "0")
    guild = call.engine.world.guilds[call.id("guild_id")]
    return members.after(call.engine.world, guild, snowflake("after", last), _limit(call))


def search_members(call: Call) -> list[Json]:
    """GET /guilds/{guild_id}/members/search: needs no intent."""
    one_guild(call)
    prefix = call.query.get("query", "")
    if not 1 <= len(prefix) <= LONGEST_QUERY:
        problem = "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {LONGEST_QUERY} in length."
        raise errors.invalid_form({"query": problem})
    guild = call.engine.world.guilds[call.id("guild_id")]
    return members.named(call.engine.world, guild, prefix, _limit(call))


def leave_guild(call: Call) -> None:
    """DELETE /users/@me/guilds/{guild_id}."""
    one_guild(call)
    world = call.engine.world
    world.uninstall(world.guilds[call.id("guild_id")])


def _limit(call: Call) -> int:
    limit = call.query.get("limit", "1")
    if not is_number(limit) or not 1 <= int(limit) <= MOST:
        problem = "NUMBER_TYPE_MAX", f"int value should be between 1 and {MOST}."
        raise errors.invalid_form({"limit": problem})
    return int(limit)


ROUTES = (
    Route("DELETE", "/users/@me/guilds/{guild_id}", leave_guild),
    Route("GET", "/guilds/{guild_id}", one_guild),
    Route("GET", "/guilds/{guild_id}/channels", guild_channels),
    Route("GET", "/guilds/{guild_id}/members", list_members),
    Route("GET", "/guilds/{guild_id}/members/search", search_members),
    Route("GET", "/guilds/{guild_id}/members/{user_id}", one_member),
)
