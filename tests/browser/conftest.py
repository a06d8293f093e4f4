"""The page in a real headless Chromium: the whole bot behind it, and people in front.

Where no Chromium is found these tests are left out, and pytest's summary says so; `.ci/run`
installs one first. One browser serves them all; each test has its own sandbox, bot and address,
but those that ask no bot use one page, one after another.
"""

import contextlib
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import NamedTuple, Protocol, Unpack

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Playwright, async_playwright, expect

from bot.cli.sandbox import Trial, started
from bot.sandbox import Sandbox
from bot.sandbox.seed import ZONE, seed
from bot.sandbox.shapes import Json
from bot.sandbox.web import Site
from tests.browser.tab import (
    CHROMIUM,
    DESK,
    PATIENCE,
    USUAL,
    Profile,
    Tab,
    chromium,
    tab_in,
    tab_of,
)

LEFT_OUT = (
    "no Chromium here (apt-get install chromium-headless-shell): "
    "the page was not tried in a browser"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let these tests share one event loop, and with it one browser."""
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason=LEFT_OUT))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def playwright() -> AsyncIterator[Playwright]:
    async with async_playwright() as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(playwright: Playwright) -> AsyncIterator[Browser]:
    async with chromium(playwright) as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def usual_profile(browser: Browser) -> AsyncIterator[BrowserContext]:
    """The profile of tests that ask for none; a page that stays open keeps its process."""
    async with await browser.new_context(**USUAL) as context:
        await context.new_page()
        yield context


@pytest_asyncio.fixture(loop_scope="session")
async def trial(tmp_path: Path) -> AsyncIterator[Trial]:
    """The real bot in the small gym server, as `make sandbox` starts it."""
    with (tmp_path / "log").open("w", encoding="utf-8") as log, contextlib.ExitStack() as stack:
        root = logging.getLogger()
        stack.callback(setattr, root, "handlers", list(root.handlers))
        stack.callback(root.setLevel, root.level)
        async with started(tmp_path / "legday.db", log) as running:
            running.sandbox.interactions.answer_within = PATIENCE / 1000  # on a busy machine, too
            yield running
        assert running.sandbox.violations == []


@pytest_asyncio.fixture(loop_scope="session")
async def site(trial: Trial) -> AsyncIterator[Site]:
    async with Site(trial.sandbox, zone=ZONE) as running:
        yield running


@pytest.fixture
def sandbox(trial: Trial) -> Sandbox:
    return trial.sandbox


class Open(Protocol):
    """Open a tab as a person."""

    async def __call__(self, name: str = "ann", **profile: Unpack[Profile]) -> Tab: ...


@pytest_asyncio.fixture(loop_scope="session")
async def opened(
    browser: Browser, usual_profile: BrowserContext, site: Site, sandbox: Sandbox
) -> AsyncIterator[Open]:
    """Open tabs: `await opened("bob")`; afterwards none may have reported an error."""
    tabs: list[Tab] = []
    async with contextlib.AsyncExitStack() as stack:

        async def open_tab(name: str = "ann", **profile: Unpack[Profile]) -> Tab:
            person = sandbox.person(name)
            if profile.keys() <= {"viewport"}:
                shown = tab_in(usual_profile, site, person, profile.get("viewport"))
            else:
                shown = tab_of(browser, site, person, **profile)
            tab = await stack.enter_async_context(shown)
            tabs.append(tab)
            return tab

        yield open_tab
    assert [problem for tab in tabs for problem in tab.problems] == []


@pytest.fixture
def gym(sandbox: Sandbox) -> Json:
    """The server's first channel."""
    return next(iter(sandbox.guild.channels.values()))


class Used(NamedTuple):
    """Ann's page without a bot, which tests use one after another, and the channel she is in."""

    tab: Tab
    sandbox: Sandbox
    channel: Json


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def kept(usual_profile: BrowserContext) -> AsyncIterator[Used]:
    async with Sandbox() as sandbox:
        seed(sandbox)
        ann, channel = sandbox.person("ann"), next(iter(sandbox.guild.channels.values()))
        async with (
            Site(sandbox, zone=ZONE) as site,
            tab_in(usual_profile, site, ann) as tab,
        ):
            yield Used(tab, sandbox, channel)


@pytest_asyncio.fixture(loop_scope="session")
async def used(kept: Used) -> AsyncIterator[Used]:
    """For tests that ask no bot: no page of their own, but an empty channel and message box."""
    yield kept
    messages = kept.sandbox.messages
    for channel, there in list(messages.by_channel.items()):
        for message in list(there):
            messages.delete(channel, message)
    await kept.tab.page.keyboard.press("Escape")
    await kept.tab.composer.fill("")
    await kept.tab.page.set_viewport_size(DESK)
    await expect(kept.tab.messages).to_have_count(0)
    problems, kept.tab.problems[:] = list(kept.tab.problems), []
    assert problems == []
