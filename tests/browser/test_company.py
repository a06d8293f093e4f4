"""Who else is there: other people, a second page of one's own, a bot or a sandbox that goes."""

import re

from playwright.async_api import expect

from bot.sandbox.seed import ZONE
from bot.sandbox.web import Site

STOPPED = re.compile("is stopped")
LOST = re.compile("has lost the sandbox")


async def test_bot_that_is_stopped_is_told_and_comes_back(opened, trial, sandbox):
    tab = await opened("ann")
    usual, sandbox.interactions.answer_within = sandbox.interactions.answer_within, 0.2

    await trial.stop()
    await expect(tab.page.get_by_role("status")).to_have_text(STOPPED)
    await tab.command("canirun")
    await expect(tab.messages.last).to_contain_text("The application did not respond")
    sandbox.interactions.answer_within = usual
    await trial.start()
    await expect(tab.page.get_by_role("status")).to_be_hidden()
    await tab.command("canirun")

    await tab.reads("when was your last leg day")


async def test_sandbox_that_goes_is_told_and_the_page_comes_back(opened, site, sandbox):
    tab = await opened("ann")
    port = int(site.url.rsplit(":", 1)[1].strip("/"))

    await site.__aexit__(None, None, None)
    await expect(tab.page.get_by_role("status")).to_have_text(LOST)
    async with Site(sandbox, zone=ZONE, port=port):
        await expect(tab.page.get_by_role("status")).to_be_hidden()
        await tab.command("canirun")
        await tab.reads("when was your last leg day")

    tab.problems[:] = [one for one in tab.problems if "WebSocket" not in one]


async def test_two_pages_of_one_person_show_the_same(opened):
    first, second = await opened("ann"), await opened("ann")

    await first.command("legday log")
    await expect(first.form).to_be_visible()
    await expect(second.form).to_be_visible()
    await second.fill(effort="7", minutes="45")
    await expect(first.form).to_be_hidden()
    await first.reads("Only you can see this")
    await second.reads("Only you can see this")
    await first.press("Save only")

    for tab in (first, second):
        await tab.reads("Leg day logged")


async def test_private_answer_is_not_shown_to_others_and_said_words_are(opened):
    ann, bob = await opened("ann"), await opened("bob")

    await ann.command("canirun")
    await ann.reads("when was your last leg day")
    await ann.composer.fill("Squats today")
    await ann.composer.press("Enter")

    await bob.reads("Squats today")
    await expect(bob.messages).to_have_count(1)


async def test_private_answer_can_be_dismissed(opened):
    tab = await opened("ann")
    await tab.command("canirun")
    await tab.reads("when was your last leg day")

    await tab.press("Dismiss message")

    await expect(tab.messages).to_have_count(0)


async def test_one_can_be_somebody_else(opened):
    tab = await opened("ann")

    await tab.page.get_by_label("Be somebody else").first.click()
    await tab.page.get_by_role("link", name=re.compile("^coach(?! in)")).click()
    await expect(tab.page.locator("#side")).to_contain_text("coach")
    await tab.page.keyboard.type("/config")

    listed = tab.page.get_by_role("listbox", name="Commands and options").get_by_role("option")
    await expect(listed.first).to_contain_text("/config")


async def test_wire_shows_requests_and_events_without_tokens(opened, sandbox):
    tab = await opened("ann")
    wire = tab.page.get_by_role("log", name="Wire")

    await tab.page.get_by_role("button", name="The wire: requests and events").click()
    await tab.command("canirun")

    await expect(wire).to_contain_text("INTERACTION_CREATE")
    await expect(wire).to_contain_text("/callback")
    token = sandbox.requests[-1].path.split("/")[3]
    assert token not in await tab.page.content()


async def test_menu_closes_by_escape_and_gives_the_focus_back(used):
    tab = used.tab
    sign, menu = tab.page.locator("details.swap > summary"), tab.page.locator("details.swap")
    await sign.press("Enter")
    await expect(menu).to_have_attribute("open", "")

    await tab.page.keyboard.press("Escape")

    await expect(menu).not_to_have_attribute("open", "")
    await expect(sign).to_be_focused()
