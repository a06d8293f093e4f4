"""Limits of application commands.

Limits: discord/discord-api-docs, developers/interactions/application-commands.mdx.
"""

import functools
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator

from bot.sandbox.errors import Problem, invalid_form, max_commands
from bot.sandbox.limits.form import FormCheck
from bot.sandbox.shapes import Json

CHAT_INPUT, USER, MESSAGE = 1, 2, 3
MOST = {CHAT_INPUT: 100, USER: 15, MESSAGE: 15}

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN = 1, 2, 3, 4, 5
PERSON, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = 6, 7, 8, 9, 10, 11
NESTING = (SUBCOMMAND, GROUP)  # options that have options of their own
VALUES = (STRING, INTEGER, BOOLEAN, PERSON, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT)
WITH_CHOICES = (STRING, INTEGER, NUMBER)

MAX_CHARACTERS = 8000
BIGGEST = 2**53  # integers reach to one less than this, doubles to this, both ways


def check_commands(bodies: list[Json]) -> None:
    """Check all commands of one scope, as a bulk overwrite brings them.

    Raises:
        ApiError: 30032 for too many of a kind; else 50035, each path beginning with the
            command's place in the list.
    """
    for kind, most in MOST.items():
        if sum(_kind(body) == kind for body in bodies) > most:
            raise max_commands(most)
    problems = _problems(json.dumps(bodies))
    if problems:
        raise invalid_form(problems)


@functools.lru_cache(maxsize=8)
def _problems(commands: str) -> dict[str, Problem]:
    """Return what is wrong with commands, given as JSON: a bot brings the same at each start."""
    problems: dict[str, Problem] = {}
    seen: set[tuple[object, object]] = set()
    for index, body in enumerate(json.loads(commands)):
        command = FormCheck(body, str(index), problems)
        _check_command(command)
        name = (_kind(body), command.text("name", 32))
        if name in seen:
            message = "Application command names must be unique"
            command.refuse("", "APPLICATION_COMMANDS_DUPLICATE_NAME", message)
        seen.add(name)
    return problems


def characters(command: Json) -> int:
    """Count the characters that the 8,000 of a command are about.

    Names, descriptions and choice values of the command and all within it; of a localized
    field the longest form counts.
    """
    own = _longest(command, "name") + _longest(command, "description")
    if isinstance(command.get("value"), str):
        own += len(command["value"])
    return own + sum(
        characters(part)
        for key in ("options", "choices")
        for part in command.get(key) or ()
        if isinstance(part, dict)
    )


def _check_command(command: FormCheck) -> None:
    kind = command.one_of("type", tuple(MOST), required=False) or CHAT_INPUT
    _check_contexts(command)
    if kind == CHAT_INPUT:
        _check_words(command)
        _check_options(command, (*NESTING, *VALUES))
    else:
        command.text("name", 32, low=1, required=True)
        for key in ("description", "options"):
            if command.body.get(key):
                message = "Context menu commands cannot have this field"
                command.refuse(key, "APPLICATION_COMMAND_CONTEXT_MENU_FIELD", message)
    if characters(command.body) > MAX_CHARACTERS:
        message = f"Command exceeds maximum size ({MAX_CHARACTERS})"
        command.refuse("", "APPLICATION_COMMAND_TOO_LARGE", message)


def _check_contexts(command: FormCheck) -> None:
    for key, allowed in (("contexts", (0, 1, 2)), ("integration_types", (0, 1))):
        for index, value in enumerate(command.values(key, 3, low=1) or ()):
            if value not in allowed:
                names = ", ".join(map(str, allowed))
                message = f"Value must be one of {{{names}}}."
                command.refuse(f"{key}.{index}", "BASE_TYPE_CHOICES", message)


def _check_words(named: FormCheck) -> None:
    _check_name(named, "name")
    named.text("description", 100, low=1, required=True)
    if (names := named.child("name_localizations")) is not None:
        for locale in names.body:
            _check_name(names, locale)
    if (descriptions := named.child("description_localizations")) is not None:
        for locale in descriptions.body:
            descriptions.text(locale, 100, low=1, required=True)


def _check_name(form: FormCheck, key: str) -> None:
    name = form.text(key, 32, low=1, required=True)
    if name is not None and (name != name.lower() or not all(map(_in_name, name))):
        form.refuse(key, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _in_name(character: str) -> bool:
    # Discord: [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]. The marks of the two scripts are the
    # part of them that is neither letter nor number.
    if character in "-_'" or unicodedata.category(character)[0] in "LN":
        return True
    return unicodedata.name(character, "").startswith(("DEVANAGARI", "THAI"))


def _check_options(owner: FormCheck, allowed: tuple[int, ...]) -> None:
    options = owner.children("options", 25)
    seen: set[object] = set()
    optional = False
    for option in options:
        kind = option.one_of("type", allowed)
        _check_words(option)
        if kind in VALUES:
            _check_value(option, kind)
        elif kind == GROUP:
            _check_options(option, (SUBCOMMAND,))
        elif kind == SUBCOMMAND:
            _check_options(option, VALUES)
        required = option.truth("required")
        if required and optional:
            message = "Required options must be placed before non-required options"
            option.refuse("", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)
        optional = optional or not required
        name = option.body.get("name")
        if isinstance(name, str) and name in seen:
            message = "Option names must be unique"
            option.refuse("name", "APPLICATION_COMMAND_OPTIONS_DUPLICATE_NAME", message)
        seen.add(name if isinstance(name, str) else None)
    if len({option.body.get("type") in NESTING for option in options}) > 1:
        message = (
            "Sub-command and sub-command group option types are mutually exclusive "
            "to all other types"
        )
        owner.refuse("options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message)


def _check_value(option: FormCheck, kind: int) -> None:
    choices = option.children("choices", 25)
    if choices and kind not in WITH_CHOICES:
        message = "Options of this type cannot have choices"
        option.refuse("choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", message)
    if option.truth("autocomplete") and choices:
        message = "Autocomplete cannot be used together with choices"
        option.refuse("autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", message)
    for key in ("name", "value"):
        counts = Counter(repr(choice.body.get(key)) for choice in choices)
        if any(count > 1 for count in counts.values()):
            message = f"Choice {key}s must be unique"
            option.refuse("choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_DUPLICATED", message)
    for choice in choices:
        choice.text("name", 100, low=1, required=True)
        _check_choice_value(choice, kind)
    if kind == STRING:
        _check_range(
            option,
            "length",
            option.number("min_length", 0, 6000),
            option.number("max_length", 1, 6000),
        )
    elif kind in (INTEGER, NUMBER):
        _check_range(option, "value", *_number_bounds(option, kind))


def _check_choice_value(choice: FormCheck, kind: int) -> None:
    if kind == STRING:
        choice.text("value", 100, required=True)
    elif kind == INTEGER:
        choice.number("value", -BIGGEST + 1, BIGGEST - 1, required=True)
    elif not _is_number(choice.body.get("value")):
        choice.refuse("value", "NUMBER_TYPE_COERCE", "Value is not a number.")


def _number_bounds(option: FormCheck, kind: int) -> Iterator[float | None]:
    for key in ("min_value", "max_value"):
        if kind == INTEGER:
            yield option.number(key, -BIGGEST + 1, BIGGEST - 1)
        elif not option.has(key) or _is_number(option.body[key]):
            yield option.body.get(key)
        else:
            option.refuse(key, "NUMBER_TYPE_COERCE", f'Value "{option.body[key]}" is not float.')
            yield None


def _check_range(option: FormCheck, what: str, low: float | None, high: float | None) -> None:
    if low is not None and high is not None and low > high:
        message = f"The minimum {what} cannot be greater than the maximum {what}"
        option.refuse(f"min_{what}", "APPLICATION_COMMAND_OPTIONS_RANGE_INVALID", message)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _kind(command: object) -> object:
    return (command.get("type") if isinstance(command, dict) else None) or CHAT_INPUT


def _longest(command: Json, key: str) -> int:
    localized = command.get(f"{key}_localizations")
    forms = [command.get(key), *(localized.values() if isinstance(localized, dict) else ())]
    return max((len(form) for form in forms if isinstance(form, str)), default=0)
