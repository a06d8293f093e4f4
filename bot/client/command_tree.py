"""The command tree: every command comes in here, and its errors go to the one error handler."""

from typing import Any

import discord
from discord import app_commands

from bot.client import answering, payload
from bot.client.interactions import Interaction, explain
from bot.client.payload import MalformedError
from bot.client.router import Router
from bot.client.speaking import heard, interpreter_of

TEXT = discord.AppCommandOptionType.string.value


class Tree(app_commands.CommandTree[Any]):
    """The command tree, with the router, and the shared error handler."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 (discord.py fixes the signature)
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.router = Router()

    def group(self, name: str) -> app_commands.Group:
        """Return the group of commands that a cog loaded before has added.

        Raises:
            LookupError: none has.
        """
        found = self.get_command(name)
        if not isinstance(found, app_commands.Group):
            raise LookupError(f"cogs.{name} comes first")
        return found

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Set the user's language and watch the deadline; refuse what no client sends."""
        self.router.handled_here()
        await interpreter_of(interaction).speak_to(interaction)
        if interaction.type is discord.InteractionType.application_command:
            answering.watch(interaction)
        try:
            _check_command(interaction)
        except MalformedError as error:
            await explain(interaction, error, what="command")
            answering.unwatch(interaction)
            await self.router.ended(interaction)
            return False
        _hear(_options(interaction.data))
        return True

    async def on_error(
        self, interaction: Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """Answer an error of a command or of its autocomplete."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        name = interaction.command.qualified_name if interaction.command else "unknown"
        await explain(interaction, cause, what=name)
        answering.unwatch(interaction)
        if interaction.type is discord.InteractionType.application_command:
            await self.router.ended(interaction)


def _check_command(interaction: Interaction) -> None:
    """Check a command's options before discord.py makes objects of them.

    Raises:
        MalformedError: no official client sends such options.
    """
    try:
        payload.check_command(interaction.data, interaction.command)
        _ = interaction.namespace  # what came with the options: people, channels, roles
    except app_commands.AppCommandError:
        return  # the tree finds the same, and has its own door for it
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        raise MalformedError from None


def _hear(options: list[dict[str, Any]]) -> None:
    """Take the texts of options for the language that their author may have typed them in."""
    for option in options:
        if option.get("type") == TEXT:
            option["value"] = heard(option["value"])
        _hear(_options(option))


def _options(owner: object) -> list[dict[str, Any]]:
    found = owner.get("options") if isinstance(owner, dict) else None
    return found or []
