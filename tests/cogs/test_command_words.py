"""Commands are offered in every language: descriptions, options, choices and menus."""

import itertools
import re
from collections.abc import Iterator
from typing import Any

from bot.texts.languages import ENGLISH, LANGUAGES
from contrib import catalogues

LOCALES = {locale for each in LANGUAGES if each is not ENGLISH for locale in each.locales}
SUBCOMMANDS = {1, 2}
MENUS = {2, 3}
QUOTED = re.compile(r"`([^`]+)`")


def registered(gym):
    """The commands as the bot registered them."""
    return gym.sandbox.commands.listed(None)


def owners(command: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A command, its groups and its subcommands."""
    yield command
    for option in command.get("options", ()):
        if option["type"] in SUBCOMMANDS:
            yield from owners(option)


async def test_descriptions_options_and_choices_are_said_in_every_language(gym):
    missing = []
    for owner in itertools.chain.from_iterable(map(owners, registered(gym))):
        if owner["type"] in MENUS and "options" not in owner:
            missing += [owner["name"]] if LOCALES - owner["name_localizations"].keys() else []
            continue
        options = [each for each in owner["options"] if each["type"] not in SUBCOMMANDS]
        choices = [choice for option in options for choice in option.get("choices") or ()]
        missing += [
            each["description"]
            for each in (owner, *options)
            if LOCALES - each["description_localizations"].keys()
        ]
        missing += [each["name"] for each in choices if "name_localizations" not in each]
    assert missing == []


async def test_names_of_commands_stay_as_texts_name_them(gym):
    named = [
        owner["name"]
        for owner in itertools.chain.from_iterable(map(owners, registered(gym)))
        if owner["type"] not in MENUS and owner.get("name_localizations")
    ]
    assert named == []


async def test_options_of_a_command_have_names_of_their_own_in_every_language(gym):
    """Discord refuses the whole set for two of one name, the default ones among them."""
    double = []
    for owner in itertools.chain.from_iterable(map(owners, registered(gym))):
        options = [each for each in owner.get("options", ()) if each["type"] not in SUBCOMMANDS]
        for one, other in itertools.permutations(options, 2):
            localized = one["name_localizations"]
            double += [
                (owner["name"], name)
                for locale, name in localized.items()
                if name in {other["name"], other["name_localizations"].get(locale)}
            ]
    assert double == []


async def test_choices_of_an_option_differ_in_every_language(gym):
    alike = []
    for owner in itertools.chain.from_iterable(map(owners, registered(gym))):
        for option in owner.get("options", ()):
            for locale in LOCALES:
                names = [
                    choice["name_localizations"].get(locale, choice["name"])
                    for choice in option.get("choices") or ()
                ]
                alike += [(option["name"], locale)] if len(set(names)) < len(names) else []
    assert alike == []


async def test_equal_commands_are_registered_once_and_changed_translations_again(gym, monkeypatch):
    before = len(gym.sandbox.sent("PUT", "/applications/{application_id}/commands"))
    await gym.restart()
    assert len(gym.sandbox.sent("PUT", "/applications/{application_id}/commands")) == before

    monkeypatch.setattr("bot.client.registering.catalogues_digest", lambda: "another translation")
    await gym.restart()
    assert len(gym.sandbox.sent("PUT", "/applications/{application_id}/commands")) == before + 1


async def test_every_command_that_a_text_names_exists(gym):
    paths = set()
    for command in gym.bot.tree.walk_commands():
        paths.add(f"/{command.qualified_name}")
    named = {
        words.partition(":")[0].rpartition(" ")[0] if ":" in words else words
        for message in catalogues.messages(catalogues.collected())
        for text in ([message.id] if isinstance(message.id, str) else message.id)
        for words in QUOTED.findall(text)
        if words.startswith("/")
    }
    assert named - paths == set()
