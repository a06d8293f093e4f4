"""Who a message pings: its mentions, limited by allowed_mentions and permissions.

Source: discord/discord-api-docs, developers/resources/message.mdx ("Allowed Mentions Object").
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.sandbox.guilds import Guild
from bot.sandbox.shapes import Json

USER = re.compile(r"<@!?(\d+)>")
ROLE = re.compile(r"<@&(\d+)>")
NAME = re.compile(r"(?<![\w<])@(\w[\w.]*\w)")
EVERYONE = re.compile(r"@(?:everyone|here)\b")
ALL_KINDS = ("users", "roles", "everyone")
OF_ANSWERS = ("users",)
"""Discord's defaults where allowed_mentions is absent: all kinds; for interactions users only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ping:
    """Who a message notified: ids of users and roles, and whether everyone."""

    message_id: int
    channel_id: int
    users: tuple[int, ...] = ()
    roles: tuple[int, ...] = ()
    everyone: bool = False

    def __bool__(self) -> bool:
        return bool(self.users or self.roles or self.everyone)


def resolve(
    message: Json,
    text: str,
    allowed: Json | None,
    default: tuple[str, ...],
    guild: Guild | None,
    *,
    may_mention_all: bool,
) -> Ping:
    """Return whom a message of the bot pings.

    `text` is every word of it, `allowed` its `allowed_mentions`, where `default` are the kinds
    parsed without; `may_mention_all`: its author has Mention Everyone there.
    """
    rules: Json = {"parse": default} if allowed is None else allowed
    parse = rules.get("parse") or ()
    users = _kept(USER.findall(text), "users" in parse, rules.get("users"))
    named = _kept(ROLE.findall(text), "roles" in parse, rules.get("roles"))
    roles: tuple[int, ...] = ()
    if guild is not None:
        known = (role_id for role_id in named if role_id in guild.roles)
        roles = tuple(
            one for one in known if may_mention_all or guild.roles[one].get("mentionable")
        )
    everyone = "everyone" in parse and may_mention_all and guild is not None
    return Ping(
        message_id=int(message["id"]),
        channel_id=int(message["channel_id"]),
        users=users,
        roles=roles,
        everyone=everyone and EVERYONE.search(text) is not None,
    )


def typed(content: str, users: Mapping[int, Json]) -> str:
    """Return what a person types with names as their client sends them: ``@ann`` as a mention."""
    ids = {user["username"].casefold(): one for one, user in users.items()}

    def mention(found: re.Match[str]) -> str:
        name = found[1].casefold()
        return f"<@{ids[name]}>" if name in ids else found[0]

    return NAME.sub(mention, content)


def begins(content: str, users: Mapping[int, Json]) -> bool:
    """Tell whether what a person types begins with somebody's name: ``@ann, look``."""
    return USER.match(typed(content, users)) is not None


def _kept(found: list[str], parsed: object, listed: Iterable[object] | None) -> tuple[int, ...]:
    wanted = [int(one) for one in dict.fromkeys(found)]
    if parsed:
        return tuple(wanted)
    return tuple(one for one in wanted if str(one) in {str(each) for each in listed or ()})
