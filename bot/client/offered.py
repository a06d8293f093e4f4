"""What a pressed message offers: the actions of its controls.

Discord tells the message with the press; the action of a press is the client's own word.
"""

from collections.abc import Iterable, Iterator
from typing import Any, cast

import discord

from bot.domain.facts.errors import Expired


def actions(message: discord.Message) -> frozenset[str]:
    """Return the actions of a message's buttons and menus, greyed out or not."""
    return frozenset(_actions(message.components))


def check_offered(interaction: discord.Interaction[Any]) -> None:
    """Refuse a press whose action is none of the pressed message's: it is made up.

    Raises:
        Expired: the message has no such control.
    """
    if interaction.type is not discord.InteractionType.component:
        return  # a form's action stands in no message
    message, data = interaction.message, cast("dict[str, Any]", interaction.data or {})
    if message is None or data.get("custom_id") not in actions(message):
        raise Expired("control_unknown")


def _actions(components: Iterable[object]) -> Iterator[str]:
    for component in components:
        action = getattr(component, "custom_id", None)
        if action is not None:
            yield action
        yield from _actions(getattr(component, "children", ()))
        yield from _actions(filter(None, [getattr(component, "accessory", None)]))
