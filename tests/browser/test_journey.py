"""The page as somebody who knows Discord uses it: a command, a form, the clock, a reminder."""

import re
from pathlib import Path

import pytest
from playwright.async_api import expect

HISTORY = Path(__file__).parents[1] / "importing/samples/hevy_german_months.csv"
UNREAD = re.compile(r"^Direct messages, \d+ unread$")


async def test_first_log_by_keyboard_until_its_reminder_arrives(opened):
    tab = await opened("ann")

    await tab.command("legday log", effort="8", minutes="60")
    await tab.reads("Only you can see this")
    await tab.press("Save and DM me reminders")
    await tab.fill(**{"A city near you": "Berlin"})
    answer = await tab.reads("Leg day logged")
    await expect(answer).to_contain_text("effort 8 of 10")
    await expect(answer).to_contain_text("ann used /legday log")
    await tab.clock("On to tonight")
    await tab.clock("One hour on")
    await expect(tab.page.get_by_role("tab", name=UNREAD)).to_be_visible()
    await tab.direct()

    await tab.reads("Sleep")
    await expect(tab.page.get_by_role("timer")).to_contain_text("22:00")


async def test_slash_lists_the_commands_and_narrows_as_one_types(opened):
    tab = await opened("ann")

    await tab.page.keyboard.type("/")
    listed = tab.page.get_by_role("listbox", name="Commands and options").get_by_role("option")
    everything = await listed.count()
    await tab.page.keyboard.type("legday l")

    assert everything > 10
    await expect(listed.first).to_contain_text("/legday log")
    await expect(listed.first).to_contain_text(re.compile("log", re.IGNORECASE))
    await expect(tab.composer).to_have_attribute("aria-expanded", "true")


async def test_file_is_picked_for_an_option_and_what_is_in_it_is_shown(opened):
    tab = await opened("ann")

    await tab.page.keyboard.type("/mydata import ")
    picker = tab.page.get_by_label("file, required")
    await picker.set_input_files(HISTORY)
    await picker.press("Enter")
    await tab.press("Set time zone")
    await tab.fill(**{"A city near you": "Berlin"})

    answer = await tab.reads("What is in this file")
    await expect(answer).to_contain_text("Hevy")


async def test_form_is_opened_refused_filled_and_answered(opened):
    tab = await opened("ann")

    await tab.command("legday log")
    await expect(tab.form).to_be_visible()
    await tab.fill(effort="7", minutes="a while")
    await tab.reads("did not understand the minutes")
    await tab.press("Open the form again")
    await expect(tab.form.get_by_label("Minutes")).to_have_value("a while")
    await tab.fill(minutes="45")

    await expect(tab.form).to_be_hidden()
    await tab.reads("to keep it")


async def test_option_the_client_refuses_is_marked_and_nothing_is_sent(opened, sandbox, gym):
    tab = await opened("ann")

    await tab.command("legday log", effort="eleven")
    await expect(tab.option("effort")).to_have_attribute("aria-invalid", "true")
    await expect(tab.page.get_by_text("Enter a valid integer.")).to_be_visible()
    await tab.option("effort").fill("11")
    await tab.page.keyboard.press("Enter")

    await expect(tab.page.get_by_text("Must be 10 or less.")).to_be_visible()
    await expect(tab.option("effort")).to_be_focused()
    assert sandbox.person("ann").sees(gym) == []


async def test_command_that_does_not_exist_is_no_message_either(opened, sandbox, gym):
    tab = await opened("ann")

    await tab.page.keyboard.type("/nonsense")

    told = tab.page.get_by_text("There is no command /nonsense.")
    await expect(told).to_be_visible()
    await tab.page.keyboard.press("Enter")
    await expect(told).to_be_visible()
    assert sandbox.person("ann").sees(gym) == []


async def test_option_is_completed_by_the_bot(opened):
    tab = await opened("ann")

    await tab.composer.focus()
    await tab.page.keyboard.type("/learn topic:foam")
    listed = tab.page.get_by_role("listbox", name="Commands and options").get_by_role("option")
    await expect(listed.filter(has_text="Foam rolling")).to_be_visible()
    await tab.page.keyboard.press("ArrowDown")
    await tab.page.keyboard.press("Enter")
    await tab.page.keyboard.press("Enter")

    await tab.reads("Foam rolling")


@pytest.mark.usefixtures("draws_at_once")
async def test_picture_of_an_answer_is_shown_with_its_words(opened):
    tab = await opened("ann")
    await tab.command("legday log", effort="8", minutes="60")
    await tab.press("Save only")
    await tab.reads("Leg day logged")

    await tab.command("canirun")
    await tab.reads("Not medical advice")
    await tab.press("Why?")
    await tab.press("Picture")

    picture = tab.messages.get_by_role("img", name=re.compile("eg fatigue"))
    await expect(picture).to_be_visible()
    await expect(picture).not_to_have_js_property("naturalWidth", 0)


async def test_everything_can_be_done_by_keyboard_alone(opened):
    tab = await opened("ann")
    keys = tab.page.keyboard

    async def tab_to(what):
        for _ in range(60):
            await keys.press("Tab")
            if await what.count() and await what.last.evaluate(
                "it => it.contains(document.activeElement)"
            ):
                return
        raise AssertionError(f"Tab does not reach {what}")

    await keys.type("/canirun ")
    await keys.press("Enter")
    await tab.reads("Only you can see this")
    await expect(tab.composer).to_be_empty()
    await keys.type("/legday log effort:6")
    await keys.press("Tab")
    await keys.press("Enter")
    await expect(tab.page.get_by_role("button", name="Save only")).to_be_visible()
    await tab_to(tab.page.get_by_role("button", name="Save only"))
    await keys.press("Enter")
    await tab.reads("Leg day logged")
    await tab_to(tab.page.get_by_role("button", name="One hour on"))
    await keys.press("Enter")
    await expect(tab.page.get_by_role("timer")).to_contain_text("14:00")
    await tab_to(tab.page.get_by_role("button", name="gym", exact=True))
    await keys.press("ArrowDown")
    await keys.press("Enter")

    await expect(tab.page.get_by_role("heading", name="legday-log", exact=True)).to_be_visible()


async def test_file_is_attached_to_a_message_and_taken_out_again(opened):
    tab = await opened("ann")
    files = tab.page.get_by_label("Files to attach")

    await files.set_input_files([HISTORY, __file__])
    await tab.page.get_by_role("button", name="Take out test_journey.py").click()
    await tab.composer.fill("@Legday my history")
    await tab.composer.press("Enter")

    said = await tab.reads("my history")
    await expect(said).to_contain_text(HISTORY.name)
    await expect(said).not_to_contain_text("test_journey.py")
    await tab.reads("For your eyes only")
    await expect(tab.page.get_by_label("Attached files")).to_be_empty()
    await expect(tab.page.get_by_text("Bots here answer commands")).to_have_count(0)


async def test_apps_menu_of_a_message_has_the_bots_commands(opened, trial):
    tab = await opened("ann")
    trial.sandbox.person("ann").say("squat 5x5 100kg")
    said = await tab.reads("squat 5x5 100kg")

    await said.hover()
    await said.get_by_label("Apps", exact=True).click()
    await said.get_by_role("button", name="Log as leg day").click()

    await expect(tab.form).to_contain_text("Exercises")
