"""Proof of delivery: a pressed message has arrived, with the reminders it names."""

from collections.abc import Iterable, Iterator
from typing import Any

import discord

from bot.domain.facts.arrivals import Arrival, marked


def arrival_of(interaction: discord.Interaction[Any]) -> Arrival | None:
    """Return the delivered message that was pressed, ``None`` if it is no delivery.

    Discord tells the message with its controls; the action of the press is the client's own word.
    Answers for the presser's eyes only are no deliveries, whatever reminder they are about.
    """
    message = interaction.message
    if message is None or message.flags.ephemeral:
        return None
    marks = marked(_actions(message.components))
    if not marks:
        return None
    return Arrival(
        marks=marks,
        channel_id=message.channel.id,
        message_id=message.id,
        at=message.created_at,
    )


def _actions(components: Iterable[object]) -> Iterator[str]:
    for component in components:
        action = getattr(component, "custom_id", None)
        if action is not None:
            yield action
        yield from _actions(getattr(component, "children", ()))
