"""`python -m tests.browser.screenshots`: the README's pictures, taken of the page while it is used.

The real bot answers; nothing in them is drawn by hand.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Locator, async_playwright, expect

from bot.cli.sandbox import started
from bot.sandbox import Sandbox
from bot.sandbox.seed import ADMIN, ZONE
from bot.sandbox.web import Site
from tests.browser.tab import CHROMIUM, Profile, Tab, chromium, tab_of

FOLDER = Path(__file__).parents[2] / ".github" / "screenshots"
DESK: Profile = {"viewport": {"width": 1040, "height": 880}, "device_scale_factor": 1.5}
PHONE: Profile = {
    "viewport": {"width": 390, "height": 664},
    "device_scale_factor": 1.5,
    "has_touch": True,
}
AROUND = 240  # pixels: the bar, the channel's head, the day's line, the composer
AROUND_PHONE = 178  # the same on a phone
DARK: Profile = {"color_scheme": "dark"}
LIGHT: Profile = {"color_scheme": "light"}
NO_CHROMIUM = "The pictures are taken in a browser: apt-get install chromium-headless-shell\n"


async def log(tab: Tab) -> None:
    """Log a leg day in one line, agree, and read the plan."""
    exercises = "squat 5x5 100kg @8, rdl 3x8 80kg"
    await tab.command("legday log", effort="8", minutes="60", exercises=exercises)
    await tab.press("Save and DM me reminders")
    await tab.fill(**{"A city near you": "Berlin"})
    await fit(tab, await tab.reads("Leg day logged"))


async def answer(tab: Tab) -> None:
    """Ask the next morning whether to run, and for the picture of it."""
    await tab.clock("On to tomorrow, eight in the morning")
    await tab.command("canirun", run="tempo", minutes="40", soreness="4")
    await tab.press("Why?")
    await tab.press("Picture")
    picture = tab.messages.get_by_role("img").last
    await expect(picture).to_be_visible()
    await expect(picture).not_to_have_js_property("naturalWidth", 0)
    await fit(tab, await tab.reads("How sure"))


async def fit(tab: Tab, message: Locator) -> None:
    """Make the window as high as a message needs to be read whole."""
    box = await message.bounding_box()
    assert box is not None
    width = DESK["viewport"]["width"]
    await tab.page.set_viewport_size({"width": width, "height": round(box["height"]) + AROUND})


async def reminder(tab: Tab) -> None:
    """Read the evening's reminder in the direct messages."""
    await tab.clock("On to tonight")
    await tab.clock("One hour on")
    await tab.page.get_by_role("button", name="Servers and channels").click()
    await tab.direct()
    await tab.page.keyboard.press("Escape")
    await tab.reads("Sleep")
    first, last = [await tab.message(words).bounding_box() for words in ("will come here", "Sleep")]
    assert first is not None
    assert last is not None
    height = round(last["y"] + last["height"] - first["y"]) + AROUND_PHONE
    await tab.page.set_viewport_size({"width": PHONE["viewport"]["width"], "height": height})
    await tab.page.evaluate("document.activeElement.blur()")


async def rollcall(tab: Tab) -> None:
    """Answer the group's roll call, and see who else is in."""
    await tab.press("I'm in")
    await tab.press("Join and say: I'm in")
    await tab.reads("You take part here now")
    await tab.messages.get_by_text("Dismiss message").last.click()
    await tab.clock("One hour on")
    asked = await tab.reads("In (3)")
    box = await asked.bounding_box()
    assert box is not None
    height = round(box["height"]) + AROUND_PHONE
    await tab.page.set_viewport_size({"width": PHONE["viewport"]["width"], "height": height})


async def ask_group(sandbox: Sandbox) -> None:
    """Have the coach turn on group life and ask, and others answer."""
    coach = sandbox.person(ADMIN)
    await coach.slash("config group")
    await coach.slash("group rollcall", text="Squats at 19:00?")
    for name, said in {"bob": "I'm in", "cy": "I'm in", "dee": "Resting"}.items():
        await sandbox.person(name).click(said)
        await sandbox.person(name).click(f"Join and say: {said}")


Picture = tuple[str, Callable[[Tab], Awaitable[None]], Profile]
PICTURES: tuple[Picture, ...] = (
    ("log", log, {**DESK, **LIGHT}),
    ("reminder", reminder, {**PHONE, **DARK}),
    ("answer", answer, {**DESK, **DARK}),
    ("rollcall", rollcall, {**PHONE, **LIGHT}),
)


async def take(folder: Path) -> None:
    """Use the page as ann, one picture after another, and write them to a folder."""
    with tempfile.TemporaryDirectory(prefix="legday-") as name:
        own = Path(name)
        with (own / "log").open("w", encoding="utf-8") as log_file:
            async with (
                started(own / "legday.db", log_file) as trial,
                Site(trial.sandbox, zone=ZONE) as site,
                async_playwright() as playwright,
                chromium(playwright) as browser,
            ):
                for title, use, profile in PICTURES:
                    if use is rollcall:
                        await ask_group(trial.sandbox)
                    ann = trial.sandbox.person("ann")
                    async with tab_of(browser, site, ann, **profile) as tab:
                        await use(tab)
                        await expect(tab.page.locator("[aria-busy=true]")).to_have_count(0)
                        await tab.page.mouse.move(0, 0)
                        await tab.page.screenshot(path=folder / f"{title}.png")


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.screenshots")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where they go")
    options = parser.parse_args()
    if CHROMIUM is None:
        sys.stderr.write(NO_CHROMIUM)
        return 1
    options.folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(take(options.folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
