"""From the page to a first verdict and a planned reminder by keyboard alone, in a person's time.

A scripted person takes a moment for each key and a longer one to read each new thing; no mouse.
"""

import re

from playwright.async_api import expect

KEY, READ = 0.28, 4.0  # seconds: a letter at some 40 words a minute; a look at what is new
MOST = 60.0  # seconds to the first verdict


class Hands:
    """Keys that are pressed and looks that are taken, with the time both take a person."""

    def __init__(self, tab):
        self.tab = tab
        self.keys = tab.page.keyboard
        self.seconds = 0.0
        self.acts = 0

    async def type(self, letters):
        await self.keys.type(letters)
        self.seconds += KEY * len(letters)

    async def press(self, key):
        await self.keys.press(key)
        self.seconds += KEY

    async def reads(self, what):
        await expect(what).to_be_visible()
        self.seconds += READ

    async def act(self, key="Enter"):
        """Send a command, a form or a press."""
        await self.press(key)
        self.acts += 1

    async def go_to(self, what, key="Tab"):
        for _ in range(40):
            if await what.evaluate("it => it === document.activeElement"):
                return
            await self.press(key)
        raise AssertionError(f"{key} does not reach {what}")

    async def choose(self, label, option):
        """Choose in a form's list by its first letters."""
        menu = self.tab.form.get_by_label(re.compile(f"^{label}"))
        await self.go_to(menu)
        await self.press("Enter")
        await self.reads(self.tab.page.get_by_role("option", name=re.compile(option)).first)
        await self.type(option)
        await self.press("Enter")


async def test_first_verdict_and_reminder_take_three_acts_and_a_minute_by_keyboard(opened):
    tab = await opened("ann")
    hands = Hands(tab)

    await hands.type("/start")
    await expect(tab.page.get_by_role("option").first).to_contain_text("/start")
    await hands.press("Enter")
    await hands.act()
    await hands.reads(tab.form)
    await hands.go_to(tab.form.get_by_label(re.compile("^A city near you")))
    await hands.type("Berlin")
    for label, option in (
        ("Your last leg day", "24"),
        ("How sore your legs", "3"),
        ("How often you run", "Once"),
    ):
        await hands.choose(label, option)
    await hands.go_to(tab.form.get_by_role("button", name="Submit"))
    await hands.act()
    save = tab.page.get_by_role("button", name="Save and DM me reminders")
    await hands.reads(save)
    verdict = hands.seconds

    await hands.go_to(save, "Shift+Tab")
    await hands.act()
    await tab.reads("First reminder:")

    assert verdict <= MOST
    assert hands.acts == 3
