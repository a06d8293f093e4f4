"""How commands, presses and forms end, for the operator's figures."""

from collections.abc import Container
from typing import Any

import discord
from discord import app_commands

from bot.client import answering
from bot.client.payload import MalformedError
from bot.domain.facts.errors import LegdayError
from bot.meters import CommandOutcome, Counted, Meters, Timed

# A command, an option or its type that another version of the bot registered, or nobody.
OUTDATED = (
    app_commands.CommandNotFound,
    app_commands.CommandSignatureMismatch,
    app_commands.TransformerError,
    MalformedError,
)
UNKNOWN = "unknown"
# Discord's answers that mean "too late", not "broken": reliability.md §1, interaction codes.
UNKNOWN_INTERACTION = 10062
TOO_LATE = {UNKNOWN_INTERACTION, answering.ALREADY_ACKNOWLEDGED}


def outcome_of(error: BaseException) -> CommandOutcome:
    """Return what an error makes of the command, press or form that it ended."""
    if isinstance(error, discord.HTTPException) and error.code in TOO_LATE:
        return CommandOutcome.LATE
    if isinstance(error, LegdayError):
        return CommandOutcome.REFUSED
    return CommandOutcome.OUTDATED if isinstance(error, OUTDATED) else CommandOutcome.FAILED


def count(meters: Meters, interaction: discord.Interaction[Any], actions: Container[str]) -> None:
    """Count a command, press or form that ended, and how long its first answer took.

    ``actions`` are those there are: any other's name comes from a stranger.
    """
    command = interaction.command
    if command is not None:
        name = command.qualified_name
    else:
        data: Any = interaction.data or {}
        name = str(data.get("custom_id", "")).partition(":")[0]
        name = name if name in actions else UNKNOWN
    meters.count(Counted.COMMANDS, name, answering.outcome(interaction))
    if (seconds := answering.seconds_to_answer(interaction)) is not None:
        meters.observe(Timed.ANSWER, seconds)
