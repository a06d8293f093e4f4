"""What Discord says of the commands that are registered: their ids, for clickable mentions."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

import discord
from discord.app_commands import AppCommand, AppCommandGroup

from bot.client.installs import our_guild
from bot.rendering.mentions import CommandIds

Interaction = discord.Interaction[Any]


def known(commands: Iterable[AppCommand]) -> CommandIds:
    """Return the ids of commands as Discord has them registered."""
    open_: dict[str, int] = {}
    restricted: dict[str, int] = {}
    for command in commands:
        kept = open_ if command.default_member_permissions is None else restricted
        kept.update(dict.fromkeys(_names(command), command.id))
    return CommandIds(open=open_, restricted=restricted)


def pressable(interaction: Interaction) -> Mapping[str, int]:
    """Return the commands that the member of an interaction may press, by name."""
    ids = cast("CommandIds", interaction.client.command_ids)
    on_server = our_guild(interaction) is not None
    return ids.for_somebody(admin=on_server and interaction.permissions.manage_guild)


def _names(command: AppCommand | AppCommandGroup) -> Iterator[str]:
    """Yield the full names of what can be pressed: a group itself cannot."""
    groups = [each for each in command.options if isinstance(each, AppCommandGroup)]
    if not groups:
        yield command.name if isinstance(command, AppCommand) else command.qualified_name
    for group in groups:
        yield from _names(group)
