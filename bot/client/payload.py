"""Checks what an interaction carries before anybody reads it: JSON types and sizes.

Discord's clients send each value in the type that the command or form declares. Anything else is of
an older version's command or made up; it is answered as outdated, and no value of it is logged.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from discord import AppCommandOptionType, app_commands

MAX_ID = 2**63 - 1  # the largest number a row can hold; Discord's ids are below it
MAX_NUMBER = 2**53  # Discord's bound for integers and numbers, both ways
MAX_TEXT = 6_000  # characters of an option: Discord's bound; a form's field has 4,000


class MalformedError(Exception):
    """An interaction that no official client sends; it has no words of what was sent."""


def check_command(data: Any, command: object) -> None:  # noqa: ANN401 (JSON from outside)
    """Check the options of a command against their declared types.

    While somebody still types one, Discord sends it as text, and the others unchecked.

    Raises:
        MalformedError: an option is not of its type, or too large for it.
    """
    options = list(_leaves(_objects(_object(data).get("options", []))))
    declared = {}
    if options and isinstance(command, app_commands.Command):
        declared = {each.display_name: each.type.value for each in command.parameters}
    typing = [option for option in options if option.get("focused") is True]
    for option in typing or options:
        kind, name = option.get("type"), _text(option.get("name"))
        if typing:
            _text(option.get("value"))
            continue
        if not _is_whole(kind) or kind not in _READERS or declared.get(name, kind) != kind:
            raise MalformedError
        _READERS[kind](option.get("value"))


def form_values(data: Any) -> dict[str, str]:  # noqa: ANN401 (JSON from outside)
    """Return the values of a form by field, or a select's; several joined by commas.

    Raises:
        MalformedError: a value is no text.
    """
    found: dict[str, str] = {}
    for part in _objects(_object(data).get("components", [])):
        label = part.get("component")
        items = [] if label is None else [_object(label)]
        for item in (*items, *_objects(part.get("components", []))):
            if "custom_id" in item:
                found[_text(item["custom_id"])] = _field(item).strip()
    return found


def selected(data: Any) -> list[str]:  # noqa: ANN401 (JSON from outside)
    """Return the values chosen in the select that was used.

    Raises:
        MalformedError: they are no texts.
    """
    values = _object(data).get("values", [])
    if not isinstance(values, list):
        raise MalformedError
    return [_text(value) for value in values]


def is_number(text: str, most: int = MAX_ID) -> bool:
    """Tell whether a text is a number from 0 to ``most``, an id unless said otherwise."""
    return text.isascii() and text.isdecimal() and len(text) <= 20 and int(text) <= most


def _field(item: Mapping[str, Any]) -> str:
    if "values" in item:
        return ",".join(selected(item))
    value = item.get("value")  # null where nothing is chosen
    return "" if value is None else _text(value)


def _leaves(options: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for option in options:
        kind = option.get("type")
        if _is_whole(kind) and kind in {1, 2}:  # a subcommand, or a group of them
            yield from _leaves(_objects(option.get("options", [])))
        else:
            yield option


def _object(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise MalformedError
    return value


def _objects(value: object) -> list[Mapping[str, Any]]:
    if not isinstance(value, list):
        raise MalformedError
    return [_object(each) for each in value]


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_TEXT:
        raise MalformedError
    return value


def _integer(value: object) -> None:
    if not _is_whole(value) or abs(value) > MAX_NUMBER:  # type: ignore[arg-type]  # it is an int
        raise MalformedError


def _number(value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > MAX_NUMBER:
        raise MalformedError


def _boolean(value: object) -> None:
    if not isinstance(value, bool):
        raise MalformedError


def _id(value: object) -> None:
    if not is_number(_text(value)):
        raise MalformedError


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_READERS: Final[dict[Any, Callable[[object], object]]] = {
    AppCommandOptionType.string.value: _text,
    AppCommandOptionType.integer.value: _integer,
    AppCommandOptionType.boolean.value: _boolean,
    AppCommandOptionType.number.value: _number,
    **{
        kind.value: _id
        for kind in (
            AppCommandOptionType.user,
            AppCommandOptionType.channel,
            AppCommandOptionType.role,
            AppCommandOptionType.mentionable,
            AppCommandOptionType.attachment,
        )
    },
}
