"""The first two minutes: a fresh page and somebody who does not know what to do with it."""

import re
from datetime import time

import pytest
import pytest_asyncio
from playwright.async_api import expect

from bot.sandbox.seed import ZONE
from bot.sandbox.web import Site

FIRST_ANSWER = "when was your last leg day"
FEW = 16
"""Keys to a first verdict, Tab and Enter among them, besides the letters of a command's name."""


@pytest_asyncio.fixture(loop_scope="session")
async def site(trial):
    """The page as `make sandbox` serves it: it begins at 13:00 of the first browser's clock."""
    async with Site(trial.sandbox, zone=ZONE, begin_at=time(13)) as running:
        yield running


def begin(tab, words):
    group = tab.page.get_by_role("group", name="Begin with")
    return group.get_by_role("button", name=re.compile(words))


async def test_start_puts_its_command_into_the_message_box_ready_to_be_sent(opened):
    tab = await opened("ann")

    await begin(tab, "^Log a leg day").click()
    await expect(tab.option("effort")).to_have_value("8")
    await expect(tab.option("minutes")).to_have_value("60")
    await tab.page.keyboard.press("Enter")

    await tab.reads("ann used /legday log")


async def test_start_moves_the_clock(opened):
    tab = await opened("ann")

    await begin(tab, "^Move the clock").click()

    await expect(tab.page.get_by_role("timer")).to_contain_text("08:00")
    await expect(tab.page.get_by_role("timer")).to_contain_text("Tue 3 Mar")


async def test_what_is_typed_at_once_is_not_lost(opened):
    tab = await opened("ann")

    await expect(tab.composer).to_be_focused()
    await tab.page.reload(wait_until="commit")
    await tab.page.locator("#composer-input").focus()
    await tab.page.keyboard.type("hello")

    await expect(tab.composer).to_have_value("hello")


async def test_key_pressed_anywhere_goes_into_the_message_box(opened):
    tab = await opened("ann")

    await tab.page.get_by_role("button", name="Members").focus()
    await tab.page.keyboard.type("hey")

    await expect(tab.composer).to_be_focused()
    await expect(tab.composer).to_have_value("hey")


@pytest.mark.parametrize("words", ["can I run today?", "hi"])
async def test_words_no_bot_answers_are_helped_by_a_command(opened, words):
    tab = await opened("ann")

    await tab.page.keyboard.type(words)
    await tab.page.keyboard.press("Enter")
    await tab.reads(words)
    await tab.page.locator("#composer").get_by_role("button", name="/canirun").click()
    await tab.page.keyboard.press("Enter")

    await tab.reads(FIRST_ANSWER)


async def test_command_for_admins_says_whom_to_be_and_one_click_takes_it_there(opened):
    tab = await opened("ann")

    await tab.page.keyboard.type("/config setup")
    await tab.page.get_by_role("link", name="Be coach").click()
    await expect(tab.page.get_by_role("group", name="Command /config setup")).to_be_visible()
    await tab.page.keyboard.press("Enter")

    await tab.reads("coach used /config setup")
    assert "line=" not in tab.page.url


async def test_first_verdict_is_a_few_keys_away(opened):
    tab = await opened("ann")
    keys, pressed = tab.page.keyboard, 0
    menu = tab.page.get_by_role("combobox", name=re.compile("How long since your last leg day"))

    await keys.type("/can")
    await expect(tab.page.get_by_role("option").first).to_contain_text("/canirun")
    for key in ("Enter", "Enter"):
        await keys.press(key)
        pressed += 1
    await tab.reads(FIRST_ANSWER)
    while not await menu.evaluate("it => it === document.activeElement"):
        await keys.press("Shift+Tab")
        pressed += 1
        assert pressed < FEW
    await keys.press("Enter")
    await expect(tab.page.get_by_role("option", name="24-36 hours")).to_be_visible()
    await keys.type("24")
    await keys.press("Enter")

    await expect(menu).to_have_count(0)  # the question has become the answer
    assert pressed + 3 <= FEW


async def test_page_begins_at_one_oclock_of_its_browser_and_follows_what_the_bot_is_told(opened):
    tab = await opened("ann", timezone_id="Asia/Tokyo")
    timer = tab.page.get_by_role("timer")
    await expect(timer).to_contain_text("13:00")
    await expect(timer).to_contain_text("Tokyo")

    await tab.command("profile")
    await tab.press("Time zone")
    await tab.fill(**{"A city near you": "los angeles"})
    await tab.press("Save only")

    await expect(timer).to_contain_text("20:00")
    await expect(timer).to_contain_text("Los Angeles")
    await expect(tab.messages.last).to_have_accessible_name("legday, Today at 20:00")


async def test_browser_with_an_unknown_zone_is_shown_the_usual_one(opened):
    tab = await opened("ann")
    script = "Intl.DateTimeFormat.prototype.resolvedOptions = () => ({ timeZone: 'Etc/Unknown' })"
    await tab.page.add_init_script(script)

    await tab.page.reload()

    await expect(tab.page.get_by_role("timer")).to_contain_text("Berlin")


async def test_right_is_taken_from_the_bot_by_a_switch_and_the_stopped_post_says_so(opened):
    tab = await opened("coach")
    send = tab.page.get_by_role("switch", name="send messages")

    await send.focus()
    await tab.page.keyboard.press("Space")
    await expect(send).not_to_be_checked()
    await expect(send).to_be_focused()
    await tab.command("config setup")

    await expect(tab.messages.last).to_contain_text("coach used /config setup")
    await tab.enter("legday-log")
    await expect(send).to_be_checked()
    await tab.enter("gym")
    await expect(send).not_to_be_checked()
    await send.click()
    await expect(send).to_be_checked()
