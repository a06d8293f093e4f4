"""Cards and forms as Discord's Components V2.

Views are stopped as they are made, so that discord.py keeps none of them in memory: presses come
back through ``bot.interactions.Router`` by their action, restart or not.
"""

from dataclasses import dataclass

import discord
from discord import ui

from bot.texts.card import Button, Card, Field, Form, Input, Option, Pick, Row, Select, Style, Tone

COLOURS = {
    Tone.PLAIN: None,
    Tone.GOOD: discord.Colour(0x2E8B57),
    Tone.CAUTION: discord.Colour(0xE0A526),
    Tone.STOP: discord.Colour(0xC0392B),
}
STYLES = {
    Style.MAIN: discord.ButtonStyle.primary,
    Style.PLAIN: discord.ButtonStyle.secondary,
    Style.GOOD: discord.ButtonStyle.success,
    Style.DANGER: discord.ButtonStyle.danger,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A drawn picture: the name it is attached by, its bytes, and what it says in words."""

    name: str
    png: bytes
    alt: str


def layout(card: Card, image: Image | None = None) -> ui.LayoutView:
    """Return ``card`` as a message: one container with words, picture, then its controls."""
    view = ui.LayoutView(timeout=None)
    if card.lead:
        view.add_item(ui.TextDisplay(card.lead))
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=COLOURS[card.tone])
    container.add_item(ui.TextDisplay("\n".join((f"### {card.title}", *card.body[:1]))))
    for paragraph in card.body[1:]:
        container.add_item(ui.TextDisplay(paragraph))
    if image is not None:
        gallery: ui.MediaGallery[ui.LayoutView] = ui.MediaGallery()
        gallery.add_item(media=f"attachment://{image.name}", description=image.alt)
        container.add_item(gallery)
    if card.small:
        container.add_item(ui.Separator())
        container.add_item(
            ui.TextDisplay("\n".join(f"-# {line}" for line in card.small.split("\n")))
        )
    for row in card.rows:
        container.add_item(_row(row))
    view.add_item(container)
    view.stop()
    return view


def modal(form: Form) -> ui.Modal:
    """Return ``form`` as a modal whose submission comes back by its action."""
    shown = ui.Modal(title=form.title, custom_id=form.action, timeout=None)
    for field in form.fields:
        shown.add_item(
            ui.Label(text=field.label, description=field.description, component=_input(field))
        )
    shown.stop()
    return shown


def _row(row: Row) -> ui.ActionRow[ui.LayoutView]:
    return ui.ActionRow(*[_button(i) if isinstance(i, Button) else _select(i) for i in row])


def _button(button: Button) -> ui.Button[ui.LayoutView]:
    return ui.Button(
        label=button.label,
        custom_id=button.action,
        style=STYLES[button.style],
        disabled=button.disabled,
    )


def _select(select: Select) -> ui.Item[ui.LayoutView]:
    if select.pick is Pick.CHANNELS:
        return ui.ChannelSelect(
            placeholder=select.placeholder,
            custom_id=select.action,
            channel_types=[discord.ChannelType.text, discord.ChannelType.news],
            min_values=select.least,
            max_values=select.most,
        )
    return ui.Select(
        placeholder=select.placeholder,
        custom_id=select.action,
        min_values=select.least,
        max_values=select.most,
        options=_options(select.options),
    )


def _options(options: tuple[Option, ...]) -> list[discord.SelectOption]:
    return [
        discord.SelectOption(
            label=option.label,
            value=option.value,
            description=option.description,
            default=option.chosen,
        )
        for option in options
    ]


def _input(field: Field) -> ui.Item[ui.Modal]:
    if field.input is Input.CHOICE:
        return ui.Select(
            custom_id=field.key,
            placeholder=field.placeholder,
            options=_options(field.options),
            required=field.required,
            min_values=1 if field.required else 0,
        )
    long = field.input is Input.PARAGRAPH
    return ui.TextInput(
        custom_id=field.key,
        style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
        default=field.value,
        placeholder=field.placeholder,
        required=field.required,
        max_length=field.longest,
    )
