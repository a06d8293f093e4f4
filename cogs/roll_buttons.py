"""The buttons of rolls: answers that stand under one's name, and taking part."""

from collections.abc import Iterable
from typing import Any, cast

import discord
from discord.ext import commands

from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.interactions import Interaction, Router, answer, guild_id, number, update
from bot.client.pending import PendingChange
from bot.client.roll_edits import RollEdits
from bot.domain.facts.errors import Expired, NotAllowed
from bot.domain.group.rolls import RollPress, Said
from bot.store.groups.rolls import Rolls
from bot.texts.card import Card
from bot.texts.group import joining
from bot.texts.group import rolls as texts


class RollButtons(commands.Cog):
    """In, Done, Resting, whose is whose, and joining."""

    def __init__(
        self, rolls: Rolls, edits: RollEdits, held: PendingChange[RollPress | None], router: Router
    ) -> None:
        self._rolls = rolls
        self._edits = edits
        self._held = held
        router.on("roll.in", self._press_in)
        router.on("roll.done", self._press_done)
        router.on("roll.rest", self._press_rest)
        router.on("roll.cheer", self._press_cheer)
        router.on("roll.mine", self._press_mine)
        router.on("roll.page", self._press_page)
        router.on("roll.back", self._press_back)
        router.on("card.remove", self._press_remove)
        router.on("group.join", self._press_join)
        router.on("group.no", self._press_no)

    async def _press_in(self, interaction: Interaction, roll: str) -> None:
        await self._answer(interaction, roll, Said.IN)

    async def _press_done(self, interaction: Interaction, roll: str) -> None:
        await self._answer(interaction, roll, Said.DONE)

    async def _press_rest(self, interaction: Interaction, roll: str) -> None:
        await self._answer(interaction, roll, Said.REST)

    async def _press_cheer(self, interaction: Interaction, roll: str) -> None:
        await self._answer(interaction, roll, Said.CHEER)

    async def _answer(self, interaction: Interaction, roll: str, said: Said) -> None:
        """Keep an answer, whose message then shows it; a first one asks for joining before."""
        message_id = _pressed_message(interaction)
        press = _press(interaction, roll, said, message_id=message_id)
        if message_id is None:
            await self._rolls.look_open(press)  # closed just now, its message has no buttons left
            raise Expired("control_unknown")
        pressed = await self._edits.press(interaction, press)
        if pressed.sheet is None:
            token = self._held.put(interaction, press)
            await answer(interaction, joining.ask(token, said, pressed.closes_at))
        elif pressed.unlogged:
            await answer(interaction, texts.done())

    async def _press_mine(self, interaction: Interaction, roll: str) -> None:
        await answer(interaction, await self._mine(interaction, roll, 0))

    async def _press_page(self, interaction: Interaction, roll: str, page: str) -> None:
        await update(interaction, await self._mine(interaction, roll, number(page)))

    async def _mine(self, interaction: Interaction, roll: str, page: int) -> Card:
        sheet = await self._rolls.look_open(_press(interaction, roll))
        return texts.mine(sheet, interaction.user.id, page)

    async def _press_back(self, interaction: Interaction, roll: str) -> None:
        """Take an answer back; pressed in a private message, which is not the roll's."""
        await self._rolls.press(_press(interaction, roll))
        mark_kept(interaction)
        self._edits.look()
        await update(interaction, texts.taken_back())

    async def _press_remove(self, interaction: Interaction, owner: str) -> None:
        """Delete a card that somebody shared: theirs alone, and for ever."""
        if number(owner) != interaction.user.id:
            raise NotAllowed("card_not_yours")
        message_id = _pressed_message(interaction)
        if message_id is None:
            raise Expired("control_unknown")
        await self._rolls.remove_card(interaction.user.id, message_id)
        mark_kept(interaction)
        await interaction.response.defer()
        await interaction.delete_original_response()

    async def _press_join(self, interaction: Interaction, token: str) -> None:
        press = self._held.take(interaction, token)
        counts = await self._rolls.join(guild_id(interaction), interaction.user.id, press)
        mark_kept(interaction)
        self._edits.look()
        said = None if press is None else press.said
        await update(interaction, joining.joined(said=said, counts=counts))

    async def _press_no(self, interaction: Interaction, _token: str = "") -> None:
        await update(interaction, joining.declined())


def _press(
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


def _pressed_message(interaction: Interaction) -> int | None:
    """Return the message that was pressed, if it is one for all that bears this very button.

    Discord tells the message with the press; the action alone is the client's own word.
    """
    message, data = interaction.message, cast("dict[str, Any]", interaction.data or {})
    if message is None or message.flags.ephemeral:
        return None
    return message.id if data.get("custom_id") in set(_actions(message.components)) else None


def _actions(components: Iterable[object]) -> Iterable[str]:
    for component in components:
        if isinstance(component, discord.Button) and component.custom_id is not None:
            yield component.custom_id
        yield from _actions(getattr(component, "children", ()))


async def setup(bot: LegdayBot) -> None:
    """Load the buttons."""
    await bot.add_cog(RollButtons(bot.store.rolls, bot.rolls, bot.joining, bot.tree.router))
