"""Typed slash commands and form values as a person's actions."""

import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.sandbox import localized, screen, shapes
from bot.sandbox.compose import ATTACHMENT_LIMIT
from bot.sandbox.errors import ClientRefusal
from bot.sandbox.files import TOO_LARGE, clean_name
from bot.sandbox.hints import hint
from bot.sandbox.limits.choosing import DEFAULTS_OF
from bot.sandbox.limits.commands import (
    ATTACHMENT,
    BOOLEAN,
    CHANNEL,
    INTEGER,
    MENTIONABLE,
    NESTING,
    NUMBER,
    PERSON,
    ROLE,
)
from bot.sandbox.limits.modals import CHECKBOX, TEXT_INPUT
from bot.sandbox.messages import Upload
from bot.sandbox.person import Person
from bot.sandbox.prompt.lines import LineError, named
from bot.sandbox.server import Sandbox
from bot.sandbox.shapes import Json

NUMBERS: dict[int, tuple[re.Pattern[str], type[int] | type[float]]] = {
    INTEGER: (re.compile(r"[+-]?\d{1,18}"), int),
    NUMBER: (re.compile(r"[+-]?\d{1,18}(\.\d{1,18})?"), float),
}
TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class Slash:
    """A slash command: its path (``legday log``), and its options by name, in their types."""

    path: str
    options: dict[str, Any]
    last: str | None  # the option that stands last, where the cursor is
    choices: list[Json]  # that option's fixed choices


def slash(text: str, sandbox: Sandbox, person: Person) -> Slash:
    """Read ``/legday log effort:8`` as the command it is where the person stands.

    Raises:
        ClientRefusal: for a command that does not exist there.
        LineError: for options that cannot be told apart.
    """
    name, _, rest = text.removeprefix("/").partition(" ")
    described = sandbox.commands.named(name, shapes.guild_id(person.channel))
    if described is None:
        raise ClientRefusal(f"There is no command /{name}.")
    if not screen.offered(sandbox.world, person.id, person.channel, described):
        help_ = hint(sandbox, person, text)
        raise ClientRefusal(f"{help_.text} (as {help_.be.name})" if help_.be else help_.text)
    path = [name]
    while (inner := _inner(described, rest)) is not None:
        described = inner
        path.append(inner["name"])
        rest = rest.strip().partition(" ")[2]
    options = options_of(described, person)
    values: dict[str, object] = {}
    choices: list[Json] = []
    for typed_name, value in named(rest.strip(), options).items():
        option = options[typed_name]
        if option["name"] in values:
            raise LineError(f"{typed_name} is given twice.")
        values[option["name"]] = option_value(option, value, sandbox, person.locale)
        choices = option.get("choices") or []
    return Slash(" ".join(path), values, next(reversed(values), None), choices)


def options_of(described: Json, person: Person) -> dict[str, Json]:
    """Return a command's options by what may be typed for them: in the person's language too."""
    options = (one for one in described.get("options") or () if not _nests(one))
    return localized.named(options, person.locale)


def option_value(option: Json, text: str, sandbox: Sandbox, locale: str) -> object:
    """Return a typed value in its option's type, or as typed where it does not fit.

    A choice is meant by its name in the person's language, its default name, or its value.
    """
    choices = option.get("choices") or []
    called = {str(choice["value"]).casefold(): choice["value"] for choice in choices}
    for words, choice in localized.named(choices, locale).items():
        called[words.casefold()] = choice["value"]
    if text.casefold() in called:
        return called[text.casefold()]
    kind = option["type"]
    if kind == ATTACHMENT:
        return attached(option["name"], text)
    if kind in NUMBERS and NUMBERS[kind][0].fullmatch(text):
        return NUMBERS[kind][1](text)
    if kind == BOOLEAN:
        return TRUTHS.get(text.casefold(), text)
    if kind in (PERSON, CHANNEL, ROLE, MENTIONABLE):
        return identifier(text, sandbox, kind)
    return text


def attached(name: str, path: str) -> Upload:
    """Return a file of this machine, to be attached as an option's value.

    Raises:
        ClientRefusal: there is no such file, or it is larger than Discord takes.
    """
    file = Path(path).expanduser()
    try:
        content = file.read_bytes()
    except (OSError, ValueError):
        raise ClientRefusal(f"{name}: there is no file {path}.") from None
    if len(content) > ATTACHMENT_LIMIT:
        raise ClientRefusal(TOO_LARGE)
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return Upload(clean_name(file.name), kind, content)


def identifier(text: str, sandbox: Sandbox, kind: int | None = None) -> str:
    """Return the id of ``@ann``, ``#gym`` or ``@Gym crew``; the text itself if there is none.

    An option of the kind for roles takes roles alone: a person may be called like one.
    """
    name = text.lstrip("@#").casefold()
    guild = sandbox.guild
    users = {sandbox.world.users[one]["username"]: one for one in guild.members}
    roles = {role["name"]: role["id"] for role in guild.roles.values()}
    channels = {channel["name"]: channel["id"] for channel in guild.channels.values()}
    groups = (channels,) if text.startswith("#") else (users, roles, channels)
    if kind == ROLE:
        groups = (roles,)
    for group in groups:
        for shown, one in group.items():
            if shown.lstrip("@").casefold() == name:
                return str(one)
    return text


def field_values(fields: Mapping[str, Json], text: str, sandbox: Sandbox) -> dict[str, Any]:
    """Read ``effort:8 minutes:60`` for the fields of a form, by custom id or label.

    The fields are given by custom id, each with its ``label``; several values of one are set apart
    by commas.

    Raises:
        LineError: for a field the form does not have.
    """
    aliases = {str(one.get("label")): key for key, one in fields.items()}
    aliases |= {key: key for key in fields}
    given = {aliases[name]: value for name, value in named(text, aliases).items()}
    return {key: _field_value(fields[key], value, sandbox) for key, value in given.items()}


def _field_value(field: Json, text: str, sandbox: Sandbox) -> object:
    if field["type"] == TEXT_INPUT:
        return text
    if field["type"] == CHECKBOX:
        return TRUTHS.get(text.casefold(), text)
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if field["type"] in DEFAULTS_OF:
        return [identifier(part, sandbox) for part in parts]
    offered = {
        shown.casefold(): option["value"]
        for option in field.get("options") or ()
        for shown in (option["value"], option["label"])
    }
    return [offered.get(part.casefold(), part) for part in parts]


def _inner(described: Json, rest: str) -> Json | None:
    word = rest.strip().partition(" ")[0]
    options = described.get("options") or ()
    return next((one for one in options if _nests(one) and one["name"] == word), None)


def _nests(option: Json) -> bool:
    return option["type"] in NESTING
