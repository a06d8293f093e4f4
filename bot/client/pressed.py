"""What a press tells: the reminders its message brought, the roll it answers."""

from typing import Any

import discord

from bot.client.installs import guild_id
from bot.client.interactions import Interaction, number
from bot.client.offered import actions
from bot.domain.facts.arrivals import Arrival, marked
from bot.domain.facts.errors import Expired
from bot.domain.group.rolls import FROM_MEMBERS, RollPress, Said


def arrival_of(interaction: discord.Interaction[Any]) -> Arrival | None:
    """Return the delivered message that was pressed, ``None`` if it is no delivery.

    Discord tells the message with its controls; the action of the press is the client's own word.
    Answers for the presser's eyes only are no deliveries, whatever reminder they are about.
    """
    message = interaction.message
    if message is None or message.flags.ephemeral:
        return None
    # What a member asked for is no delivery: its id is an interaction's.
    found = marked(actions(message))
    marks = frozenset(mark for mark in found if mark.id < FROM_MEMBERS)
    if not marks:
        return None
    return Arrival(
        marks=marks,
        channel_id=message.channel.id,
        message_id=message.id,
        at=message.created_at,
    )


def press_of(
    interaction: Interaction, roll: str, said: Said | None = None, message_id: int | None = None
) -> RollPress:
    """Return what a press says; its roll is looked up in the presser's own channel only."""
    return RollPress(
        roll_id=number(roll),
        guild_id=guild_id(interaction),
        channel_id=interaction.channel_id or 0,
        member_id=interaction.user.id,
        said=said,
        message_id=message_id,
    )


def check_private(interaction: Interaction) -> None:
    """Refuse an action of a message for one person's eyes under one for all: it is made up.

    Its answer replaces the message that was pressed.

    Raises:
        Expired: the pressed message is not the presser's alone.
    """
    message = interaction.message
    if message is None or not message.flags.ephemeral:
        raise Expired("control_unknown")


def pressed_message(interaction: Interaction) -> int | None:
    """Return the message that was pressed, if it is one for all."""
    message = interaction.message
    return None if message is None or message.flags.ephemeral else message.id
