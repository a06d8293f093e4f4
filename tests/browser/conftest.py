"""The page in a real headless Chromium: the whole bot behind it, and people in front.

Where no Chromium is found these tests are left out, and pytest's summary says so; `.ci/run`
installs one first. One browser serves them all; each test has its own sandbox, bot and profile.
"""

import contextlib
import logging
import os
import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.sandbox import Sandbox
from bot.sandbox.seed import ZONE
from bot.sandbox.web import Site
from bot.trial import Trial, started

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
LEFT_OUT = "no Chromium here (apt-get install chromium): the page was not tried in a browser"
PATIENCE = 10_000  # milliseconds
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let these tests share one event loop, and with it one browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason=LEFT_OUT))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=CHROMIUM, args=as_root)
        yield running
        await running.close()


@pytest_asyncio.fixture(loop_scope="session")
async def trial(tmp_path: Path) -> AsyncIterator[Trial]:
    """The real bot in the small gym server, as `make sandbox` starts it."""
    with (tmp_path / "log").open("w", encoding="utf-8") as log, contextlib.ExitStack() as stack:
        root = logging.getLogger()
        stack.callback(setattr, root, "handlers", list(root.handlers))
        stack.callback(root.setLevel, root.level)
        async with started(tmp_path / "legday.db", log) as running:
            yield running
        assert running.sandbox.violations == []


@pytest_asyncio.fixture(loop_scope="session")
async def site(trial: Trial) -> AsyncIterator[Site]:
    async with Site(trial.sandbox, zone=ZONE) as running:
        yield running


@pytest.fixture
def sandbox(trial: Trial) -> Sandbox:
    return trial.sandbox


class Tab:
    """A tab as one person uses it, by what they read and the keys they press."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", self._heard)

    def _heard(self, message: Any) -> None:
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


Open = Callable[..., Awaitable[Tab]]


@pytest_asyncio.fixture(loop_scope="session")
async def opened(browser: Browser, site: Site, sandbox: Sandbox) -> AsyncIterator[Open]:
    """Open tabs: `await opened("bob")`; afterwards none may have reported an error."""
    expect.set_options(timeout=PATIENCE)
    tabs: list[Tab] = []
    async with contextlib.AsyncExitStack() as stack:

        async def open_tab(name: str = "ann", **profile: Any) -> Tab:
            profile = {"viewport": DESK, "reduced_motion": "reduce", **profile}
            context = await browser.new_context(**profile)
            stack.push_async_callback(context.close)
            context.set_default_timeout(PATIENCE)
            tab = Tab(await context.new_page())
            tabs.append(tab)
            await tab.page.goto(f"{site.url}?person={sandbox.person(name).id}")
            await expect(tab.composer).to_be_visible()
            return tab

        yield open_tab
    assert [problem for tab in tabs for problem in tab.problems] == []


@pytest.fixture
def gym(sandbox: Sandbox) -> dict[str, Any]:
    """The server's first channel."""
    return next(iter(sandbox.guild.channels.values()))
