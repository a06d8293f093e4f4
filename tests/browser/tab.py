"""A browser's tab as one person uses it, for the tests and for the README's pictures."""

import contextlib
import os
import re
import shutil
from collections.abc import AsyncIterator
from typing import Literal, TypedDict, Unpack

from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Playwright,
    ViewportSize,
    expect,
)

from bot.sandbox import Person
from bot.sandbox.seed import ZONE
from bot.sandbox.web import Site

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
"""The system's browser: nothing is downloaded."""
ADDRESS_BAR = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
"""What Chromium draws under the address bar, by two pages for each profile: half of its work."""
FROM_AFAR = ("AimEnabled", "NetworkTimeServiceQuerying", "OptimizationHints", "PreconnectToSearch")
"""What it would ask elsewhere. Playwright switches it off too, but the last list counts."""
UNUSED = (*ADDRESS_BAR, *FROM_AFAR, "PaintHolding")
PATIENCE = 30_000  # milliseconds; the bot gives a picture up after 20 s
DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}
SCHEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")


class Profile(TypedDict, total=False):
    """A browser's profile: some of Playwright's options for a context."""

    viewport: ViewportSize
    device_scale_factor: float
    has_touch: bool
    color_scheme: Literal["dark", "light"]
    reduced_motion: Literal["reduce"]
    timezone_id: str


USUAL: Profile = {"viewport": DESK, "reduced_motion": "reduce", "timezone_id": str(ZONE)}


@contextlib.asynccontextmanager
async def chromium(
    playwright: Playwright, environment: dict[str, str] | None = None
) -> AsyncIterator[Browser]:
    """Run the system's Chromium without a window, with more in its environment."""
    without_gpu = ["--disable-gpu", "--disable-software-rasterizer"]  # a third less work
    without_features = [f"--disable-features={','.join(UNUSED)}"]
    one_process = ["--renderer-process-limit=1"]  # for all tabs of a profile: a quarter less work
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    expect.set_options(timeout=PATIENCE)
    running = await playwright.chromium.launch(
        executable_path=CHROMIUM,
        args=without_gpu + without_features + one_process + as_root,
        env={**os.environ, **(environment or {})},
    )
    try:
        yield running
    finally:
        await running.close()


class Tab:
    """A tab as one person uses it, by what they read and the keys they press."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", self._heard)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(message.text)

    @property
    def composer(self) -> Locator:
        return self.page.get_by_role("combobox", name=re.compile("^Message "))

    @property
    def form(self) -> Locator:
        return self.page.get_by_role("dialog")

    @property
    def messages(self) -> Locator:
        return self.page.get_by_role("article")

    def message(self, words: str) -> Locator:
        """The newest message with these words."""
        return self.messages.filter(has_text=words).last

    async def reads(self, words: str) -> Locator:
        """Wait until a message with these words is in sight, and return it."""
        found = self.message(words)
        await expect(found).to_be_in_viewport()
        return found

    async def command(self, name: str, **options: str) -> None:
        """Use a slash command by keyboard: the name, each option by its name, Enter."""
        await self.composer.focus()
        await self.page.keyboard.type(f"/{name} ")
        for option, value in options.items():
            await self.page.keyboard.type(f"{option}:")
            await expect(self.option(option)).to_be_focused()
            await self.page.keyboard.type(value)
            await self.page.keyboard.press("Tab")
        await self.page.keyboard.press("Enter")

    def option(self, name: str) -> Locator:
        return self.page.get_by_role("combobox", name=re.compile(rf"^{name}(,|$)"))

    async def press(self, button: str) -> None:
        """Press a button of the newest message that has it."""
        await self.messages.get_by_role("button", name=button, exact=True).last.click()

    async def fill(self, **values: str) -> None:
        for label, value in values.items():
            await self.form.get_by_label(re.compile(f"^{label}", re.IGNORECASE)).fill(value)
        await self.form.get_by_role("button", name="Submit").click()

    async def clock(self, button: str) -> None:
        """Move the clock, and wait until all that was due has happened."""
        await self.page.get_by_role("button", name=button).click()
        steps = self.page.get_by_role("group", name="Move the clock")
        await expect(steps).to_have_attribute("aria-busy", "false")

    async def direct(self) -> None:
        """Go to the direct messages with the bot."""
        await self.page.get_by_role("tab", name=re.compile("^Direct messages")).click()

    async def enter(self, place: str) -> None:
        await self.page.get_by_role("button", name=re.compile(f"^{place}(,|$)")).click()


@contextlib.asynccontextmanager
async def tab_of(
    browser: Browser, site: Site, person: Person, **profile: Unpack[Profile]
) -> AsyncIterator[Tab]:
    """Open the page as a person, in a browser profile of its own (Playwright's options)."""
    async with (
        await browser.new_context(**(USUAL | profile)) as context,
        tab_in(context, site, person) as tab,
    ):
        yield tab


@contextlib.asynccontextmanager
async def tab_in(
    context: BrowserContext, site: Site, person: Person, viewport: ViewportSize | None = None
) -> AsyncIterator[Tab]:
    """Open the page as a person, in a browser profile that others may use."""
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    if viewport is not None:
        await page.set_viewport_size(viewport)
    tab = Tab(page)
    await page.goto(f"{site.url}?person={person.id}")
    await expect(tab.composer).to_be_visible()
    yield tab
    await page.close()
