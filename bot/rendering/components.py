"""Cards and forms as Discord's Components V2.

A message is written as the data that is sent: discord.py's objects for it cost as much as the whole
answer's words. Views are stopped as they are made, so that discord.py keeps none of them in memory:
presses come back through ``bot.client.router.Router`` by their action, restart or not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot.rendering.mentions import clickable
from bot.texts.card import Button, Card, Field, Form, Input, Option, Pick, Row, Select, Style, Tone

Component = dict[str, Any]

# https://docs.discord.com/developers/components/reference
ACTION_ROW, BUTTON, SELECT, CHANNEL_SELECT = 1, 2, 3, 8
TEXT, GALLERY, SEPARATOR, CONTAINER = 10, 12, 14, 17
TEXT_CHANNEL, NEWS_CHANNEL = 0, 5
MOST_TEXT = 4_000  # characters of all texts of a message
PLAIN: Mapping[str, int] = {}  # no command is clickable
THREADS = (10, 11, 12)  # of announcement channels, public, private

COLOURS = {
    Tone.PLAIN: None,
    Tone.GOOD: 0x2E8B57,
    Tone.CAUTION: 0xE0A526,
    Tone.STOP: 0xC0392B,
}
STYLES = {Style.MAIN: 1, Style.PLAIN: 2, Style.GOOD: 3, Style.DANGER: 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A drawn picture: file name, bytes, and alternative text."""

    name: str
    png: bytes
    alt: str


class Message(ui.LayoutView):
    """Components as data, with attachments, in the shape that discord.py sends."""

    def __init__(self, components: list[Component]) -> None:
        super().__init__(timeout=None)
        self._data = components
        self.stop()

    def has_components_v2(self) -> bool:
        """Whether it is a Components V2 message; discord.py asks."""
        return True

    def to_components(self) -> list[Component]:
        """Return all components as sent."""
        added: list[Component] = super().to_components()  # type: ignore[no-untyped-call]  # discord.py left it untyped
        return self._data + added


def layout(card: Card, image: Image | None = None, *, ids: Mapping[str, int] = PLAIN) -> Message:
    """Return ``card`` as a message for discord.py; ``ids`` as for ``components``."""
    return Message(components(card, image, ids=ids))


def relabelled(shown: Sequence[Mapping[str, Any]], action: str, label: str) -> Message:
    """Return a message that was sent, with another label on the button of an action."""
    return Message([_relabelled(one, action, label) for one in shown])


def components(
    card: Card, image: Image | None = None, *, ids: Mapping[str, int] = PLAIN
) -> list[Component]:
    """Return ``card`` as components: one container with text, picture and controls.

    Commands that its texts name are clickable where ``ids`` has them and Discord takes so much.
    """
    found = _components(card, image, ids)
    if ids and _text_length(found) > MOST_TEXT:
        return _components(card, image, PLAIN)
    return found


def _components(card: Card, image: Image | None, ids: Mapping[str, int]) -> list[Component]:
    # The first paragraph goes on under the headline, closer than a part of its own would be.
    near = 0 if card.first else 1
    inside = [_text("\n".join((f"### {card.title}", *card.body[:near])), ids)]
    if card.first:
        inside.append(_row(card.first))
    inside += [_text(paragraph, ids) for paragraph in card.body[near:]]
    if image is not None:
        inside.append(_gallery(image))
    if card.small:
        inside.append({"type": SEPARATOR})
        inside.append(_text("\n".join(f"-# {line}" for line in card.small.split("\n")), ids))
    inside += [_row(row) for row in card.rows]
    box: Component = {"type": CONTAINER, "components": inside}
    if (colour := COLOURS[card.tone]) is not None:
        box["accent_color"] = colour
    return [_text(card.lead, ids), box] if card.lead else [box]


def modal(form: Form) -> ui.Modal:
    """Return ``form`` as a modal; its submission carries the form's action."""
    shown = ui.Modal(title=form.title, custom_id=form.action, timeout=None)
    for field in form.fields:
        shown.add_item(
            ui.Label(text=field.label, description=field.description, component=_input(field))
        )
    shown.stop()
    return shown


def _gallery(image: Image) -> Component:
    media = {"url": f"attachment://{image.name}"}
    return {"type": GALLERY, "items": [{"media": media, "description": image.alt}]}


def _text(content: str, ids: Mapping[str, int]) -> Component:
    return {"type": TEXT, "content": clickable(content, ids)}


def _text_length(shown: Sequence[Component]) -> int:
    """The characters of all texts, which Discord limits together."""
    parts = [part for each in shown for part in (each, *each.get("components", ()))]
    return sum([len(part["content"]) for part in parts if part["type"] == TEXT])


def _row(row: Row) -> Component:
    return {"type": ACTION_ROW, "components": [_control(one) for one in row]}


def _control(control: Button | Select) -> Component:
    return _button(control) if isinstance(control, Button) else _select(control)


def _button(button: Button) -> Component:
    return {
        "type": BUTTON,
        "label": button.label,
        "custom_id": button.action,
        "style": STYLES[button.style],
        "disabled": button.disabled,
    }


def _select(select: Select) -> Component:
    shown: Component = {
        "type": CHANNEL_SELECT if select.pick is Pick.CHANNELS else SELECT,
        "placeholder": select.placeholder,
        "custom_id": select.action,
        "min_values": select.least,
        "max_values": select.most,
    }
    if select.pick is Pick.CHANNELS:
        shown["channel_types"] = [TEXT_CHANNEL, NEWS_CHANNEL, *THREADS]
    else:
        shown["options"] = [_option(option) for option in select.options]
    return shown


def _option(option: Option) -> Component:
    shown: Component = {"label": option.label, "value": option.value, "default": option.chosen}
    if option.description is not None:
        shown["description"] = option.description
    return shown


def _input(field: Field) -> ui.Item[ui.Modal]:
    if field.input is Input.CHOICE:
        return ui.Select(
            custom_id=field.key,
            placeholder=field.placeholder,
            options=[
                discord.SelectOption(
                    label=option.label,
                    value=option.value,
                    description=option.description,
                    default=option.chosen,
                )
                for option in field.options
            ],
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


def _relabelled(component: Mapping[str, Any], action: str, label: str) -> Component:
    changed = dict(component)
    if changed.get("custom_id") == action:
        changed["label"] = label
    if "components" in changed:
        changed["components"] = [_relabelled(one, action, label) for one in changed["components"]]
    return changed
