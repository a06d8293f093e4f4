"""What Discord says of the commands that are registered: their ids, for clickable mentions."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

import discord

from bot.client.installs import our_guild
from bot.rendering.mentions import CommandIds

Interaction = discord.Interaction[Any]
GROUPS = frozenset({1, 2})  # the types of options that are subcommands or groups of them


def known(commands: Iterable[Mapping[str, Any]]) -> CommandIds:
    """Return the ids of commands as Discord has them registered."""
    open_: dict[str, int] = {}
    restricted: dict[str, int] = {}
    for command in commands:
        kept = open_ if command.get("default_member_permissions") is None else restricted
        kept.update(dict.fromkeys(_names(command, command["name"]), int(command["id"])))
    return CommandIds(open=open_, restricted=restricted)


def pressable(interaction: Interaction) -> Mapping[str, int]:
    """Return the commands that the member of an interaction may press, by name."""
    ids = cast("CommandIds", interaction.client.command_ids)
    on_server = our_guild(interaction) is not None
    return ids.for_somebody(admin=on_server and interaction.permissions.manage_guild)


def _names(command: Mapping[str, Any], name: str) -> Iterator[str]:
    """Yield the full names of what can be pressed: a group itself cannot."""
    groups = [each for each in command.get("options", ()) if each["type"] in GROUPS]
    if not groups:
        yield name
    for group in groups:
        yield from _names(group, f"{name} {group['name']}")
