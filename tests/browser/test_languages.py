"""A person's Discord in their language: chosen on the page, and read in commands and moments."""

import re
from datetime import datetime

import pytest
from playwright.async_api import expect

from bot.sandbox.seed import ZONE
from tests.browser.tab import PHONE

THEN = int(datetime(2026, 3, 4, 7, 5, 9, tzinfo=ZONE).timestamp())
KNOWN_BY = {"pol": "Czy mogę dziś biegać?", "japanese": "今日走っていい？"}
CHOOSE = re.compile("^Language of your Discord")


def listed(tab):
    return tab.page.get_by_role("listbox", name="Commands and options").get_by_role("option")


def words(option):
    return option.locator(".option-label")


async def choose(tab, sought):
    """Choose a language by what is typed into the search of its list."""
    await tab.page.get_by_role("button", name=CHOOSE).click()
    await tab.page.get_by_role("combobox", name="Search: Language of your Discord").fill(sought)
    await tab.page.keyboard.press("Enter")
    if sought in KNOWN_BY:  # until the commands have come in it, too
        await tab.composer.fill("/canirun")
        await expect(listed(tab).first).to_contain_text(KNOWN_BY[sought])
        await tab.composer.fill("")


async def test_language_is_chosen_by_keyboard_and_stays_when_one_comes_back(opened, sandbox):
    tab = await opened("ann")
    button = tab.page.get_by_role("button", name=CHOOSE)
    await expect(button).to_have_accessible_name("Language of your Discord: American English")

    await button.focus()
    await tab.page.keyboard.press("Enter")
    chosen = tab.page.get_by_role("option", selected=True)
    await expect(chosen).to_have_text("American English")
    await expect(chosen).to_be_in_viewport(ratio=1)
    await tab.page.keyboard.type("japanese")
    await tab.page.keyboard.press("Enter")

    await expect(button).to_have_accessible_name("Language of your Discord: 日本語")
    await expect(button).to_be_focused()
    await tab.page.keyboard.press("Enter")
    await expect(chosen).to_contain_text("日本語")
    await expect(chosen).to_be_in_viewport(ratio=0.9)  # though it stands far down the list
    await tab.page.keyboard.press("Escape")
    await expect(button).to_be_focused()
    assert sandbox.person("ann").locale == "ja"
    other = await opened("bob")
    await expect(other.page.get_by_role("button", name=CHOOSE)).to_have_accessible_name(
        "Language of your Discord: American English"
    )
    again = await opened("ann")
    await expect(again.page.get_by_role("button", name=CHOOSE)).to_have_accessible_name(
        "Language of your Discord: 日本語"
    )


async def test_commands_options_and_choices_are_listed_in_the_language(opened):
    tab = await opened("ann")
    await choose(tab, "pol")

    await tab.composer.fill("/canirun")
    await expect(listed(tab).first).to_contain_text("Czy mogę dziś biegać?")
    await tab.composer.press("Tab")
    options = listed(tab).filter(has=tab.page.get_by_text("zakwasy", exact=True))
    await expect(options).to_have_count(1)
    await tab.page.keyboard.type("bieg:")
    await expect(tab.option("bieg")).to_be_focused()
    await expect(words(listed(tab)).filter(has_text="Tempo")).to_have_count(1)
    await tab.page.keyboard.press("Escape")


async def test_option_and_choice_are_typed_by_either_name_and_sent_as_ever(opened, sandbox, gym):
    tab = await opened("ann")
    await choose(tab, "pol")

    for at, typed in enumerate(("bieg:bieg tempowy", "run:tempo run", "bieg:tempo run")):
        await tab.composer.fill(f"/canirun {typed}")
        await expect(tab.option("bieg")).to_have_value(typed.partition(":")[2])
        await tab.page.keyboard.press("Enter")
        await expect(tab.messages).to_have_count(at + 1)

        answer = sandbox.person("ann").sees(gym)[at]
        sent = sandbox.interactions.by_id(int(answer.raw["interaction_metadata"]["id"])).payload
        assert sent["locale"] == "pl"
        (option,) = sent["data"]["options"]
        assert (option["name"], option["value"]) == ("run", "tempo")


@pytest.mark.parametrize("name", ["zakwasy", "soreness"])
async def test_next_option_begins_by_either_name_behind_a_value(opened, name):
    tab = await opened("ann")
    await choose(tab, "pol")

    await tab.composer.fill("/canirun ")
    await expect(tab.page.get_by_role("combobox", name=re.compile("add an option"))).to_be_focused()
    await tab.page.keyboard.type("minutes:40")
    await expect(tab.option("minuty")).to_be_focused()
    await tab.page.keyboard.type(f" {name}:3")

    await expect(tab.option("minuty")).to_have_value("40")
    await expect(tab.option("zakwasy")).to_have_value("3")


async def test_default_name_finds_an_option_and_a_choice_in_their_lists(opened):
    tab = await opened("ann")
    await choose(tab, "japanese")

    await tab.composer.fill("/canirun ")
    await tab.page.keyboard.type("run")
    await expect(words(listed(tab)).first).to_have_text("ラン")
    await tab.page.keyboard.press("Enter")
    await expect(tab.option("ラン")).to_be_focused()
    await tab.page.keyboard.type("tempo")
    await expect(words(listed(tab))).to_have_text(["テンポ走"])
    await tab.page.keyboard.press("Enter")

    await expect(tab.option("ラン")).to_have_value("テンポ走")
    # Four letters as wide as two digits each, whatever font this machine draws them with.
    assert await tab.option("ラン").evaluate("it => it.style.width") == "9.5ch"


async def test_command_half_written_is_called_otherwise_and_keeps_its_values(opened, sandbox):
    tab = await opened("ann")
    await tab.composer.fill("/canirun minutes:40 run:tempo")
    await tab.option("run").focus()
    await tab.page.keyboard.press("Enter")  # the first of the list: the tempo run
    await expect(tab.option("run")).to_have_value("tempo run")

    sandbox.person("ann").locale = "pl"

    await expect(tab.option("bieg")).to_have_value("bieg tempowy")
    await expect(tab.option("minuty")).to_have_value("40")


async def test_open_list_of_options_is_called_otherwise_too(opened, sandbox):
    tab = await opened("ann")
    await tab.composer.fill("/canirun ")
    await tab.page.keyboard.type("run")
    await expect(words(listed(tab)).first).to_have_text("run")

    sandbox.person("ann").locale = "ja"

    await expect(words(listed(tab)).first).to_have_text("ラン")


async def test_apps_menu_is_in_the_language(opened, sandbox):
    tab = await opened("ann")
    await choose(tab, "pol")
    sandbox.person("ann").say("squat 5x5 100kg")
    said = await tab.reads("squat 5x5 100kg")

    await said.hover()
    await said.get_by_label("Apps", exact=True).click()
    await said.get_by_role("button", name="Zapisz trening nóg").click()

    await expect(tab.form).to_be_visible()


async def test_moments_are_written_anew_when_the_language_changes(opened, sandbox, gym):
    sandbox.person("bob").at(gym).say(f"<t:{THEN}:F> and <t:{THEN}:R>")
    tab = await opened("ann")
    await expect(tab.messages.last).to_contain_text("Wednesday, 4 March 2026 07:05 and in 2 days")

    await choose(tab, "deutsch")

    await expect(tab.messages.last).to_contain_text(
        "Mittwoch, 4. März 2026 um 07:05 and in 2 Tagen"
    )
    assert "2 Mar" in await tab.page.get_by_role("timer").inner_text()  # the page's own words


async def test_language_is_chosen_on_a_phone_and_nothing_reaches_beyond_it(opened):
    tab = await opened("ann", viewport=PHONE, has_touch=True)

    await tab.page.get_by_role("button", name="Servers and channels").tap()
    await tab.page.get_by_role("button", name=CHOOSE).tap()
    search = tab.page.get_by_role("combobox", name="Search: Language of your Discord")
    await expect(search).to_be_in_viewport(ratio=1)
    await search.fill("pol")
    await tab.page.get_by_role("option", name="Polski").tap()
    await expect(tab.page.get_by_role("button", name=CHOOSE)).to_have_accessible_name(
        "Language of your Discord: Polski"
    )
    await tab.page.keyboard.press("Escape")
    await tab.composer.fill("/")
    await expect(listed(tab).first).to_contain_text("Zapisz trening nóg")

    beyond = """it => [...it.querySelectorAll("*")].filter((part) =>
        part.getBoundingClientRect().right > innerWidth).length"""
    assert await tab.page.locator("#composer").evaluate(beyond) == 0
    assert await tab.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
