"""Fields of forms and options of menus, filled with what was said before."""

from collections.abc import Container, Mapping, Sequence
from typing import TypeVar

from bot.texts.card import Field, Input, Option, Select
from bot.texts.i18n import _

Key = TypeVar("Key", bound=str)


def options(names: Mapping[Key, str], chosen: Container[str | None] = ()) -> tuple[Option, ...]:
    """Return an option for each name; its key is the value."""
    return tuple(
        Option(label=_(name), value=str(key), chosen=key in chosen) for key, name in names.items()
    )


def zone_select(action: str, zones: Sequence[str]) -> Select:
    """Return the menu of time zones that fit what was said."""
    cities = tuple(Option(label=name.replace("_", " "), value=name) for name in zones[:25])
    return Select(placeholder=_("Time zone"), action=action, options=cities)


def line(
    key: str,
    label: str,
    value: Mapping[str, str],
    hint: str | None = None,
    *,
    description: str | None = None,
    longest: int = 60,
) -> Field:
    """Return a form's field of one line, filled with what was typed before."""
    return Field(
        key=key,
        label=label,
        description=description,
        placeholder=hint,
        longest=longest,
        value=value.get(key) or None,
    )


def choice(
    key: str,
    label: str,
    names: Mapping[Key, str],
    value: Mapping[str, str],
    *,
    required: bool = False,
) -> Field:
    """Return a form's field with a choice of names, filled with what was chosen before."""
    filled = options(names, {value.get(key)})
    return Field(key=key, label=label, input=Input.CHOICE, required=required, options=filled)
