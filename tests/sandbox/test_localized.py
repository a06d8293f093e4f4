"""Commands as a client in a language shows them; the default names stay, for they are sent."""

import pytest
from discord.http import Route

from bot.sandbox.localized import LOCALES, named, shown
from tests.sandbox.polish import in_polish, log_this, run

COMMAND = {
    "id": "1",
    "name": "run",
    "name_localizations": None,
    "description": "Run?",
    "description_localizations": {"pl": "Biegać?", "es-ES": "¿Correr?"},
    "options": [
        {
            "type": 1,
            "name": "ask",
            "description": "Ask",
            "options": [
                {
                    "type": 3,
                    "name": "kind",
                    "description": "How",
                    "name_localizations": {"pl": "rodzaj"},
                    "choices": [
                        {"name": "Easy", "name_localizations": {"pl": "Lekki"}, "value": "e"},
                        {"name": "Race", "value": "r"},
                    ],
                }
            ],
        }
    ],
}


def test_words_of_a_language_stand_beside_the_names_that_are_sent():
    assert shown(COMMAND, "pl") == {
        "id": "1",
        "name": "run",
        "shown": "run",
        "description": "Biegać?",
        "options": [
            {
                "type": 1,
                "name": "ask",
                "shown": "ask",
                "description": "Ask",
                "options": [
                    {
                        "type": 3,
                        "name": "kind",
                        "shown": "rodzaj",
                        "description": "How",
                        "choices": [
                            {"name": "Easy", "shown": "Lekki", "value": "e"},
                            {"name": "Race", "shown": "Race", "value": "r"},
                        ],
                    }
                ],
            }
        ],
    }
    assert COMMAND["name_localizations"] is None  # as registered, for all other languages


@pytest.mark.parametrize(
    ("locale", "words", "description"),
    [
        ("es-419", {"es-ES": "¿Correr?"}, "¿Correr?"),
        ("es-ES", {"es-419": "¿Correr?"}, "Run?"),
        ("en-US", {"en-GB": "Jog?"}, "Jog?"),
        ("en-GB", {"en-US": "Jog?"}, "Jog?"),
        ("en-US", {"en-GB": "Jog?", "en-US": "Go?"}, "Go?"),
        ("pt-BR", {"es-ES": "¿Correr?"}, "Run?"),
    ],
)
def test_language_without_words_takes_those_discord_falls_back_to(locale, words, description):
    command = {"name": "run", "description": "Run?", "description_localizations": words}

    assert shown(command, locale)["description"] == description


@pytest.mark.parametrize("locale", LOCALES)
def test_command_without_words_is_shown_by_its_default_ones(locale):
    assert shown({"name": "run", "description": "Run?"}, locale) == {
        "name": "run",
        "shown": "run",
        "description": "Run?",
    }


def test_name_that_is_shown_goes_before_anothers_default():
    first = {"name": "set", "name_localizations": {"de": "satz"}}
    second = {"name": "rest", "name_localizations": {"de": "set"}}

    assert named([first, second], "de") == {"set": second, "satz": first, "rest": second}
    assert named([first, second], "fr") == {"set": first, "rest": second}


async def test_commands_are_listed_with_words_in_languages_only_where_asked_for(sandbox, start):
    bot = await start(run, log_this)
    in_polish(sandbox)
    route = Route("GET", f"/applications/{bot.application_id}/commands")

    plain = await bot.http.request(route)
    whole = await bot.http.request(route, params={"with_localizations": "true"})

    assert "_localizations" not in str(plain)
    assert plain[0]["options"][0]["choices"][0]["name"] == "Easy"
    assert whole == sandbox.commands.listed(None)
    assert whole[0]["options"][0]["choices"][0]["name_localizations"] == {"pl": "Lekki"}
