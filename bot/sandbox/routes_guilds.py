"""Routes of guilds and their members."""

from bot.sandbox import errors, members, shapes
from bot.sandbox.gateway import GUILD_MEMBERS
from bot.sandbox.guilds import Guild
from bot.sandbox.routing import Call, Route, snowflake
from bot.sandbox.shapes import Json

MOST = 1_000  # members in one answer
LONGEST_QUERY = 100  # characters


def one_guild(call: Call) -> Json:
    """GET /guilds/{guild_id}."""
    guild = _guild(call)
    counts = {"approximate_member_count": len(guild.members), "approximate_presence_count": 1}
    return {**guild.data, "roles": list(guild.roles.values()), **counts}


def guild_channels(call: Call) -> list[Json]:
    """GET /guilds/{guild_id}/channels."""
    channels = _guild(call).channels.values()
    return [one for one in channels if one["type"] not in shapes.THREADS]


def one_member(call: Call) -> Json:
    """GET /guilds/{guild_id}/members/{user_id}."""
    guild, user_id = _guild(call), call.id("user_id")
    if user_id not in guild.members:
        raise errors.unknown_member()
    return call.engine.world.member_payload(guild, user_id)


def list_members(call: Call) -> list[Json]:
    """GET /guilds/{guild_id}/members: for applications that were granted the members intent."""
    guild = _guild(call)
    if not call.engine.gateway.privileged & GUILD_MEMBERS:
        raise errors.missing_access()
    last = call.query.get("after", "0")
    return members.after(call.engine.world, guild, snowflake("after", last), call.limit(1, MOST))


def search_members(call: Call) -> list[Json]:
    """GET /guilds/{guild_id}/members/search: needs no intent."""
    guild, prefix = _guild(call), call.query.get("query", "")
    if not 1 <= len(prefix) <= LONGEST_QUERY:
        problem = "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {LONGEST_QUERY} in length."
        raise errors.invalid_form({"query": problem})
    return members.named(call.engine.world, guild, prefix, call.limit(1, MOST))


def leave_guild(call: Call) -> None:
    """DELETE /users/@me/guilds/{guild_id}."""
    call.engine.world.uninstall(_guild(call))


def _guild(call: Call) -> Guild:
    found = call.engine.world.guilds.get(call.id("guild_id"))
    if found is None or not found.installed:
        raise errors.unknown_guild()
    return found


ROUTES = (
    Route("DELETE", "/users/@me/guilds/{guild_id}", leave_guild),
    Route("GET", "/guilds/{guild_id}", one_guild),
    Route("GET", "/guilds/{guild_id}/channels", guild_channels),
    Route("GET", "/guilds/{guild_id}/members", list_members),
    Route("GET", "/guilds/{guild_id}/members/search", search_members),
    Route("GET", "/guilds/{guild_id}/members/{user_id}", one_member),
)
