"""Limits of a command's option values, as a person's client enforces them.

Discord's client checks these; an app still receives what other clients, or autocomplete, let
through. The words are near to those the client shows, discord/discord-api-docs
(developers/interactions/application-commands.mdx) names the rules.
"""

from collections.abc import Mapping

from bot.sandbox.errors import ClientRefusal
from bot.sandbox.limits.commands import (
    ATTACHMENT,
    BIGGEST,
    BOOLEAN,
    INTEGER,
    NESTING,
    NUMBER,
    STRING,
)
from bot.sandbox.shapes import Json

MAX_TEXT = 6000

WORDS = {
    INTEGER: "Enter a valid integer.",
    NUMBER: "Enter a valid number.",
    BOOLEAN: "Choose True or False.",
    STRING: "Enter a text.",
}


def check_values(command: Json, options: list[Json]) -> None:
    """Check the options of a registered command, or a subcommand, as an interaction carries them.

    A subcommand among them, ``{"name", "type", "options"}``, is followed.

    Raises:
        ClientRefusal: Names the option and says what the client would say.
    """
    known = {option["name"]: option for option in command.get("options") or ()}
    for option in options:
        if option["name"] not in known:
            raise ClientRefusal(f"/{command['name']} has no option {option['name']}.")
        described = known[option["name"]]
        if described["type"] in NESTING:
            check_values(described, option.get("options") or [])
        elif (problem := _problem(described, option["value"])) is not None:
            raise _refusal(option["name"], problem)
    given = {option["name"] for option in options}
    for name, described in known.items():
        if described.get("required") and name not in given:
            raise _refusal(name, "This option is required. Specify a value.")


def _refusal(name: str, problem: str) -> ClientRefusal:
    return ClientRefusal(f"{name}: {problem}", {name: problem})


def _problem(option: Mapping[str, object], value: object) -> str | None:
    kind = option["type"]
    if not _is_kind(kind, value):
        return WORDS.get(kind, "Choose from the list.") if isinstance(kind, int) else None
    choices = option.get("choices")
    if isinstance(choices, list) and choices:
        fits = value in [choice["value"] for choice in choices]
        return None if fits else "This is not one of the choices."
    if isinstance(value, str):
        return _length_problem(option, value) if kind == STRING else None
    if isinstance(value, (int, float)) and kind in (INTEGER, NUMBER):
        return _size_problem(option, value)
    return None


def _is_kind(kind: object, value: object) -> bool:
    if kind == BOOLEAN:
        return isinstance(value, bool)
    if kind == INTEGER:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == NUMBER:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, str) or (kind == ATTACHMENT and isinstance(value, int))


def _length_problem(option: Mapping[str, object], value: str) -> str | None:
    low, high = option.get("min_length"), option.get("max_length")
    if isinstance(low, int) and len(value) < low:
        return f"Must be at least {low} characters."
    most = high if isinstance(high, int) else MAX_TEXT
    return f"Must be {most} characters or fewer." if len(value) > most else None


def _size_problem(option: Mapping[str, object], value: float) -> str | None:
    low, high = option.get("min_value"), option.get("max_value")
    least = low if isinstance(low, (int, float)) else -BIGGEST
    most = high if isinstance(high, (int, float)) else BIGGEST
    if value < least:
        return f"Must be {_plain(least)} or more."
    return f"Must be {_plain(most)} or less." if value > most else None


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)
