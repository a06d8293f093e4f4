"""The words of commands in every language: descriptions, options, choices, names of menus.

Names of commands stay as they are: they are what texts name, and those of groups cannot be
translated without losing their subcommands (discord/discord-api-docs#5105).
"""

import asyncio
import hashlib
import json
import logging
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from bot.client.commands_known import GROUPS
from bot.texts.catalogues import Catalogue, path_of, read
from bot.texts.languages import ENGLISH, LANGUAGES

log = logging.getLogger(__name__)

Json = dict[str, Any]
CHAT_INPUT: Final = 1  # the type of a slash command; others are menus


def catalogues_digest() -> str:
    """Return a hash of the compiled catalogues: when they change, commands may."""
    paths = [path for language in LANGUAGES if (path := path_of(language)).exists()]
    return _hashed(tuple((path, path.stat().st_mtime_ns) for path in paths))


@lru_cache(maxsize=2)
def _hashed(catalogues: tuple[tuple[Path, int], ...]) -> str:
    """Hash files, anew where one was written since."""
    told = hashlib.sha256()
    for path, _written in catalogues:
        told.update(path.read_bytes())
    return told.hexdigest()


async def in_all_languages(commands: list[Json]) -> list[Json]:
    """Return commands, as Discord is sent them, with their words in every language."""
    return await asyncio.to_thread(_translated, json.dumps(commands), catalogues_digest())


@lru_cache(maxsize=4)
def _translated(commands: str, _digest: str) -> list[Json]:
    """Add the words; the catalogues are read and let go, they are needed this once."""
    catalogues: dict[str, Catalogue] = {}
    for language in LANGUAGES:
        if language is not ENGLISH:
            catalogue = read(language)
            if catalogue.trouble is not None:
                log.error("commands have no words in %s: %s", language.name, catalogue.trouble)
            catalogues |= dict.fromkeys(language.locales, catalogue)
    return [_command(command, catalogues) for command in json.loads(commands)]


def _command(command: Json, catalogues: Mapping[str, Catalogue]) -> Json:
    if command.get("type", CHAT_INPUT) != CHAT_INPUT:
        return command | _localized(command, "name", catalogues)
    return _option(command, catalogues)


def _option(option: Json, catalogues: Mapping[str, Catalogue]) -> Json:
    """A command, a group or an option, with all below it."""
    told = option | _localized(option, "description", catalogues)
    if "options" in option:
        told["options"] = [
            _option(each, catalogues)
            if each["type"] in GROUPS
            else _option(each, catalogues) | _localized(each, "name", catalogues, "option")
            for each in option["options"]
        ]
    if option.get("choices"):
        told["choices"] = [
            each | _localized(each, "name", catalogues) for each in option["choices"]
        ]
    return told


def _localized(
    thing: Json, key: str, catalogues: Mapping[str, Catalogue], context: str | None = None
) -> Json:
    """Return the field of what a name or a description is in the languages that have it."""
    english, said = thing[key], {}
    for locale, catalogue in catalogues.items():
        plain = catalogue.gettext(english)
        said[locale] = plain if context is None else catalogue.pgettext(context, english)
    return {f"{key}_localizations": {at: word for at, word in said.items() if word != english}}
