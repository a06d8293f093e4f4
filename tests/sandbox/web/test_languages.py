"""The language of a person's Discord on their pages: chosen, told, and in the words of commands."""

import pytest

from tests.sandbox.polish import in_polish, log_this, run


@pytest.fixture
async def gym(sandbox, start, site):
    await start(run, log_this)
    in_polish(sandbox)
    return next(one["id"] for one in sandbox.guild.channels.values() if one["name"] == "gym")


def words(commands):
    (command,) = commands
    kind = command["options"][0]
    return [
        (command["name"], command["shown"], command["description"]),
        (kind["name"], kind["shown"], kind["description"]),
        *((one["name"], one["shown"]) for one in kind["choices"]),
    ]


POLISH = [
    ("run", "run", "Biegać?"),
    ("kind", "rodzaj", "Jaki bieg"),
    ("Easy", "Lekki"),
    ("Race", "Race"),
]


async def test_language_is_told_to_all_pages_of_that_person_and_no_other(sandbox, gym, opened):
    first, second, other = [await opened(name) for name in ("ann", "ann", "bob")]

    said = await first.ask("language", locale="pl")
    await first.ask("language", locale="pl")  # nothing new to tell

    assert said["ok"] is True
    for tab in (first, second):
        told = [one for one in await tab.seen() if one["event"] == "locale"]
        assert told == [{"event": "locale", "locale": "pl"}]
    assert [one["event"] for one in await other.seen()] == ["hello"]
    assert sandbox.person("ann").locale == "pl"
    assert sandbox.person("bob").locale == "en-US"


async def test_language_stays_while_one_is_somebody_else(gym, opened):
    tab = await opened("ann")
    assert tab.events[0]["locale"] is None
    assert {"pl", "en-US", "ja"} <= set(tab.events[0]["locales"])
    await tab.ask("language", locale="pl")

    assert (await opened("bob")).events[0]["locale"] is None
    assert (await opened("ann")).events[0]["locale"] == "pl"


async def test_language_set_at_the_prompt_is_told_to_the_page(sandbox, gym, opened):
    tab = await opened("ann")

    sandbox.person("ann").locale = "ja"

    assert (await tab.until("locale"))["locale"] == "ja"


@pytest.mark.parametrize("locale", ["", "PL", "xx", None, 5, "en"])
async def test_language_discord_does_not_have_is_refused(sandbox, gym, opened, locale):
    tab = await opened("ann")

    assert "error" in await tab.ask("language", locale=locale)
    assert sandbox.person("ann").locale == "en-US"


async def test_commands_come_in_the_language_with_the_names_that_are_sent(sandbox, gym, opened):
    tab = await opened("ann")
    before = (await tab.ask("commands", channel=gym))["commands"]
    await tab.ask("language", locale="pl")
    after = (await tab.ask("commands", channel=gym))["commands"]

    assert words(before) == [
        ("run", "run", "Run?"),
        ("kind", "kind", "…"),
        ("Easy", "Easy"),
        ("Race", "Race"),
    ]
    assert words(after) == words((await opened("ann")).events[0]["commands"]) == POLISH
    assert "_localizations" not in str(after)
    said = await tab.ask("command", channel=gym, name="run", options={"kind": "e"})
    assert said["ok"] is True
    assert (await tab.until("message"))["message"]["content"] == "e pl"


async def test_what_the_bot_completes_comes_in_the_language(gym, opened):
    tab = await opened("ann")
    await tab.ask("language", locale="pl")

    asked = {"channel": gym, "name": "run", "option": "place", "text": "", "options": {}}
    (choice,) = (await tab.ask("complete", **asked))["choices"]

    assert (choice["name"], choice["shown"], choice["value"]) == ("Park", "Las", "park")


async def test_apps_menu_comes_in_the_language_and_is_used_by_its_default_name(
    sandbox, gym, opened
):
    tab = await opened("ann")
    await tab.ask("language", locale="pl")
    said = sandbox.person("bob").say("squat")

    menus = (await tab.ask("menus", channel=gym))["menus"]
    used = await tab.ask("menu", channel=gym, message=str(said.id), name=menus[0]["name"])

    assert menus == [{"name": "Log this", "shown": "Zapisz to"}]
    assert used["ok"] is True
