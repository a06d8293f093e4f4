"""The members of a guild as bots ask for them: page by page, by name, or over the gateway.

Source: discord/discord-api-docs, developers/resources/guild.mdx ("List Guild Members", "Search
Guild Members") and developers/events/gateway-events.mdx ("Request Guild Members").
"""

from collections.abc import Iterator

from bot.sandbox.guilds import Guild
from bot.sandbox.shapes import Json
from bot.sandbox.snowflakes import is_number
from bot.sandbox.world import World

CHUNK = 1_000  # members in one GUILD_MEMBERS_CHUNK
ASKED = 100  # the most that a prefix or a list of ids finds over the gateway
LONGEST_NONCE = 32  # bytes


def after(world: World, guild: Guild, last: int, limit: int) -> list[Json]:
    """Return members by rising id, from the first beyond `last` on."""
    ids = sorted(one for one in guild.members if one > last)[:limit]
    return [world.member_payload(guild, one) for one in ids]


def named(world: World, guild: Guild, prefix: str, limit: int) -> list[Json]:
    """Return members whose username or nickname begins with `prefix`, whatever its case."""
    found = []
    for user_id in sorted(guild.members):
        member = world.member_payload(guild, user_id)
        names = (member["user"]["username"], member["nick"] or "")
        if any(name.casefold().startswith(prefix.casefold()) for name in names):
            found.append(member)
    return found[:limit]


def well_formed(asked: object) -> bool:
    """Tell whether a Request Guild Members says of which guild, and whom or how many of a name."""
    if not isinstance(asked, dict) or not is_number(str(asked.get("guild_id"))):
        return False
    if asked.get("user_ids") is not None:
        return all(is_number(one) for one in _ids(asked))
    return isinstance(asked.get("query"), str) and isinstance(asked.get("limit"), int)


def needs_intent(asked: Json) -> bool:
    """Tell whether a request is for the entire list, which the GUILD_MEMBERS intent opens."""
    return asked.get("user_ids") is None and not asked["query"]


def chunks(world: World, guild: Guild, asked: Json) -> Iterator[Json]:
    """Yield the data of each GUILD_MEMBERS_CHUNK that answers a well-formed request."""
    about: Json = {"guild_id": str(guild.id)}
    nonce = asked.get("nonce")
    if nonce is not None and len(str(nonce).encode()) <= LONGEST_NONCE:
        about["nonce"] = nonce
    if asked.get("user_ids") is not None:
        ids = _ids(asked)[:ASKED]
        found = [world.member_payload(guild, int(one)) for one in ids if int(one) in guild.members]
        about["not_found"] = [one for one in ids if int(one) not in guild.members]
    elif asked["query"]:
        limit = asked["limit"] or ASKED
        found = named(world, guild, asked["query"], min(limit, ASKED))
    else:
        found = after(world, guild, 0, asked["limit"] or len(guild.members))
    count = max(1, -(-len(found) // CHUNK))
    for index in range(count):
        members = found[index * CHUNK : (index + 1) * CHUNK]
        yield {**about, "members": members, "chunk_index": index, "chunk_count": count}


def _ids(asked: Json) -> list[str]:
    """Return the ids asked for; a single one need not stand in a list."""
    given = asked["user_ids"]
    return [str(one) for one in (given if isinstance(given, list) else [given])]
