"""Shares an answer with the channel once, however often and by whatever means it is pressed.

What was shared is kept in the message itself: its button is disabled before the public message
goes out, and Discord tells the message with every press. So it outlives a restart and needs no row.
Presses that were on their way meanwhile still tell the older message; those meet the memory here.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from discord import Button, Message

from bot.client import answering
from bot.client.installs import our_guild
from bot.client.interactions import Interaction, answer
from bot.client.speaking import for_all
from bot.clock import Clock
from bot.domain.facts.errors import BadInput
from bot.domain.group.rolls import Roll, RollKind, RollSheet
from bot.domain.group.shared import CARD_OPEN, SharedLegDay, SharedVerdict, packed
from bot.rendering.components import layout
from bot.store.groups.rolls import Rolls
from bot.texts.card import Card
from bot.texts.group import cards
from bot.texts.group import shared as shared_texts

REMEMBERED = 10_000  # answers: far more than are pressed within a press's way to the bot


class Shares:
    """The answers that were shared by buttons whose actions have one ``name``."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._taken: dict[object, None] = {}

    def was_shared(self, interaction: Interaction, about: object = None) -> bool:
        """Tell whether the pressed answer was shared; ``about`` is the entry it confirms."""
        message = interaction.message
        if about in self._taken or message is None:
            return about in self._taken
        return message.id in self._taken or any(each.disabled for each in self._buttons(message))

    @contextmanager
    def claim(self, interaction: Interaction, about: object = None) -> Iterator[None]:
        """Take the pressed answer's one share; a share that fails in the block gives it back.

        Raises:
            BadInput: it was shared already.
        """
        message = interaction.message
        if message is None or self.was_shared(interaction, about):
            raise BadInput("already_shared")
        keys = (message.id,) if about is None else (message.id, about)
        self._taken.update(dict.fromkeys(keys))
        try:
            yield
        except BaseException:
            for key in keys:
                self._taken.pop(key, None)
            raise
        for oldest in list(self._taken)[:-REMEMBERED]:
            del self._taken[oldest]

    def _buttons(self, message: Message) -> Iterator[Button]:
        for button in _buttons(message.components):
            if (button.custom_id or "").partition(":")[0] == self._name:
                yield button


class SharedCards:
    """Posts what members share; others cheer under it, and its owner can remove it."""

    def __init__(self, rolls: Rolls, clock: Clock) -> None:
        self._rolls = rolls
        self._clock = clock

    async def post(
        self, interaction: Interaction, shared: SharedLegDay | SharedVerdict
    ) -> Roll | None:
        """Send the card to the channel; ``keep`` then takes cheers for it, in a server of ours."""
        now, ours = self._clock.now(), our_guild(interaction)
        roll = Roll(
            roll_id=interaction.id,
            guild_id=ours or 0,
            channel_id=interaction.channel_id or 0,
            kind=RollKind.CARD,
            text=packed(shared),
            asked_by=interaction.user.id,
            opened_at=now,
            closes_at=now + CARD_OPEN,
        )

        def made() -> Card:
            card = cards.card(RollSheet(roll=roll))
            return card if ours is not None else replace(card, rows=())

        message_id = await post_card(interaction, made)
        return None if ours is None else replace(roll, message_id=message_id)

    async def keep(self, roll: Roll | None) -> None:
        """Keep a card that was sent, if it takes cheers."""
        if roll is not None:
            await self._rolls.keep(roll)


async def post_card(interaction: Interaction, make: Callable[[], Card]) -> int:
    """Send a card for all to see, after an interaction was answered; return its message.

    ``make`` words it, in the server's language.

    Where a server does not let members' apps do that, Discord shows it to the member alone.
    """
    card = await for_all(interaction, make)
    async with answering.sending(interaction):
        sent = await interaction.followup.send(view=layout(card), wait=True)
    if sent.flags.ephemeral:
        await answer(interaction, shared_texts.only_you())
    return sent.id


def _buttons(components: Iterable[object]) -> Iterator[Button]:
    for component in components:
        if isinstance(component, Button):
            yield component
        yield from _buttons(getattr(component, "children", ()))
