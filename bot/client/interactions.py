"""The answers to interactions, what they say, and the one error handler.

discord.py has several doors for errors (tree, view, modal, dynamic item, client). Here those of
presses, forms and commands meet in one function, ``explain``.
"""

import io
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, cast

import discord
from discord import ui
from discord.utils import MISSING

from bot.client import answering, endings, payload
from bot.client.commands_known import pressable
from bot.client.endings import OUTDATED, UNKNOWN_INTERACTION
from bot.client.installs import in_bot_dm
from bot.client.payload import MAX_ID
from bot.client.pictures import Pictures, file_of
from bot.client.speaking import heard
from bot.domain.facts.errors import Expired, LegdayError
from bot.rendering.components import layout, modal, relabelled
from bot.store.engine.errors import StoreLost, StoreUnavailable, StoreUncertain
from bot.texts import error_cards
from bot.texts.card import Card, Form, for_dm

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]
Cursor = tuple[datetime, int]  # the end and the id of the last entry of the page before

MAX_SECONDS = int(datetime(9999, 1, 1, tzinfo=UTC).timestamp())  # the largest moment, in any zone


async def explain(interaction: Interaction, error: BaseException, *, what: str) -> None:
    """Tell the user, ephemerally, what went wrong; log internal errors once."""
    answering.note_outcome(interaction, endings.outcome_of(error))
    if isinstance(error, discord.NotFound) and error.code == UNKNOWN_INTERACTION:
        log.warning("%s: answered too late (interaction %d)", what, interaction.id)
        return
    if isinstance(error, discord.HTTPException) and error.code == answering.ALREADY_ACKNOWLEDGED:
        log.warning("%s: answered twice (interaction %d)", what, interaction.id)
        return
    if interaction.type is discord.InteractionType.autocomplete:
        if isinstance(error, OUTDATED):
            await _suggest_nothing(interaction)
            return
        log.error("%s: autocomplete failed (interaction %d)", what, interaction.id, exc_info=error)
        return
    if isinstance(error, LegdayError):
        card = error_cards.card(error, manages=interaction.permissions.manage_guild)
    elif isinstance(error, OUTDATED):
        log.info("%s: outdated form of the command (%s)", what, type(error).__name__)
        card = error_cards.outdated()
    elif isinstance(error, StoreLost):
        log.error("%s: %s", what, error)
        card = error_cards.card(LegdayError("store_lost"))
    elif isinstance(error, StoreUnavailable | StoreUncertain):
        log.error("%s: %s", what, error)
        uncertain = isinstance(error, StoreUncertain)
        card = error_cards.card(
            LegdayError("store_uncertain" if uncertain else "store_unavailable")
        )
    else:
        reference = f"{interaction.id % 36**6:06d}"
        log.error("%s failed, reference %s", what, reference, exc_info=error)
        kept = answering.is_kept(interaction)
        card = error_cards.answer_lost(reference) if kept else error_cards.fault(reference)
    try:
        await answer(interaction, card)
    except answering.LOST as failed:
        log.warning("%s: the error message could not be sent (%s)", what, type(failed).__name__)


async def answer(interaction: Interaction, card: Card, *, public: bool = False) -> None:
    """Send a message, ephemeral unless ``public``; it pings nobody.

    The picture of a first answer comes with it or after it; a further message has none.
    """
    card = for_dm(card) if in_bot_dm(interaction) else card
    answering.note_said(interaction, card.body)
    if answering.is_answered(interaction) and not answering.waits(interaction):
        async with answering.sending(interaction):
            await interaction.followup.send(
                view=layout(card, ids=pressable(interaction)), ephemeral=not public
            )
        return
    async with (
        _pictures(interaction).turn(interaction, card, interaction.id) as turn,
        answering.sending(interaction) as deferred,
    ):
        view, image = layout(card, turn.image, ids=pressable(interaction)), turn.image
        files = MISSING if image is None else [file_of(image)]
        if not deferred:
            await interaction.response.send_message(view=view, ephemeral=not public, files=files)
        elif answering.fills_new_message(interaction):
            await interaction.edit_original_response(view=view, attachments=files)
        else:
            await interaction.followup.send(view=view, ephemeral=not public, files=files)


async def hand_over(interaction: Interaction, card: Card, files: Mapping[str, bytes]) -> None:
    """Answer a deferred interaction with files, by their names, under a card."""
    view = layout(card, ids=pressable(interaction))
    for name in files:
        view.add_item(ui.File(f"attachment://{name}"))
    sent = [discord.File(io.BytesIO(content), filename=name) for name, content in files.items()]
    async with answering.sending(interaction):
        await interaction.followup.send(view=view, files=sent, ephemeral=True)


async def update(interaction: Interaction, card: Card) -> None:
    """Replace the message that was pressed, or that the form came from, by ``card``.

    Where somebody pressed again while a picture was waited for, the later press has the word.
    """
    card = for_dm(card) if in_bot_dm(interaction) else card
    answering.note_said(interaction, card.body)
    message, pictures = interaction.message, _pictures(interaction)
    if message is None:
        await answer(interaction, card)
        return
    made_by = message.interaction_metadata
    key = message.id if made_by is None else made_by.id
    async with pictures.turn(interaction, card, key) as turn:
        if not pictures.is_last(turn, key):
            await answering.defer(interaction)
            return
        empty = [] if message.attachments else MISSING
        files = empty if turn.image is None else [file_of(turn.image)]
        async with answering.sending(interaction) as deferred:
            view = layout(card, turn.image, ids=pressable(interaction))
            if deferred or answering.is_answered(interaction):
                await interaction.edit_original_response(view=view, attachments=files)
            else:
                await interaction.response.edit_message(view=view, attachments=files)


async def relabel(interaction: Interaction, label: str) -> None:
    """Give the pressed button another label; the rest of its message stays as it is."""
    message, action = interaction.message, data_of(interaction).get("custom_id")
    if message is None:
        return
    shown = [component.to_dict() for component in message.components]
    view = relabelled(shown, str(action), label)
    async with answering.sending(interaction) as deferred:
        if deferred:
            await interaction.edit_original_response(view=view)
        else:
            await interaction.response.edit_message(view=view)


async def show_form(interaction: Interaction, form: Form) -> None:
    """Open a form: only as a first answer, and never to a form (Discord's rule).

    Raises:
        Expired: the answer took so long that it was deferred.
    """
    async with answering.sending(interaction) as deferred:
        if not deferred:
            await interaction.response.send_modal(modal(form))
            return
    raise Expired("form_too_late")


def data_of(interaction: Interaction) -> dict[str, Any]:
    """Return what an interaction carries, as Discord sent it."""
    return cast("dict[str, Any]", interaction.data or {})


def values(interaction: Interaction) -> dict[str, str]:
    """Return the values of a form by field, or a select's; several joined by commas."""
    return {name: heard(value) for name, value in payload.form_values(interaction.data).items()}


def chosen(interaction: Interaction) -> list[str]:
    """Return the values of the select that was used."""
    return payload.selected(interaction.data)


def picked(interaction: Interaction) -> str:
    """Return the value of the select that was used.

    Raises:
        Expired: none was, or several: no select of ours is like that.
    """
    values = chosen(interaction)
    if len(values) != 1:
        raise Expired("control_unknown")
    return values[0]


def number(text: str, most: int = MAX_ID) -> int:
    """Parse a number from outside, an id unless said otherwise.

    Raises:
        Expired: when it is none; nothing the bot ever sent looks like that.
    """
    if not payload.is_number(text, most):
        raise Expired("control_unknown")
    return int(text)


def switched_on(text: str) -> bool:
    """Parse the state a switch is to have.

    Raises:
        Expired: neither on nor off; nothing the bot ever sent looks like that.
    """
    if text not in {"on", "off"}:
        raise Expired("control_unknown")
    return text == "on"


def read_cursor(ended: str, entry: str) -> Cursor | None:
    """Parse a page's cursor from a button's arguments; ``None`` for the newest page.

    Raises:
        Expired: nowhere; nothing the bot ever sent looks like that.
    """
    if not ended and not entry:
        return None
    return datetime.fromtimestamp(number(ended, MAX_SECONDS), UTC), number(entry)


async def _suggest_nothing(interaction: Interaction) -> None:
    try:
        await interaction.response.autocomplete([])
    except answering.LOST as failed:
        log.warning("no suggestions could be sent (%s)", type(failed).__name__)


def _pictures(interaction: Interaction) -> Pictures:
    return cast("Pictures", interaction.client.pictures)
