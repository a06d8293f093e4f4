"""The gateway events that the bot lives on, and what of a guild's is kept."""

from collections.abc import Callable
from typing import Any

Parser = Callable[[dict[str, Any]], None]

KEPT_EVENTS = frozenset(
    {
        "READY",
        "RESUMED",
        "GUILD_CREATE",
        "GUILD_UPDATE",
        "GUILD_DELETE",
        "INTERACTION_CREATE",
        "MESSAGE_CREATE",
    }
)
"""The gateway events the bot lives on. By the others discord.py would collect channels, roles."""

UNUSED_PARTS = (
    "channels",
    "threads",
    "emojis",
    "stickers",
    "voice_states",
    "presences",
    "stage_instances",
    "guild_scheduled_events",
    "soundboard_sounds",
)
"""Parts of a guild's event that cost 30 KiB a guild; an interaction brings along what it needs."""


def lightly(parse: Parser) -> Parser:
    """Return a parser of a guild that keeps what is used of it alone."""

    def parse_what_is_used(data: dict[str, Any]) -> None:
        for part in UNUSED_PARTS:
            data.pop(part, None)
        everyone = data["id"]
        data["roles"] = [one for one in data.get("roles", ()) if one["id"] == everyone]
        parse(data)

    return parse_what_is_used
