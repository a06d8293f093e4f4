"""The ten most common answers at the width of a phone: how many lines they are to read.

The page's letters are wider than Discord's own, so what fits here fits there.
"""

import pytest
import pytest_asyncio
from playwright.async_api import ViewportSize, expect

from bot.rendering.components import components
from bot.sandbox import Sandbox
from bot.sandbox.messages import MessageDraft
from bot.sandbox.seed import ZONE
from bot.sandbox.shapes import COMPONENTS_V2
from bot.sandbox.web import Site
from bot.texts.canirun import answers
from tests.browser.tab import tab_in
from tests.texts.test_approved import CASES, shown

PHONE: ViewportSize = {"width": 390, "height": 844}
MOST_LINES, MOST_HEIGHT = 14, 620  # lines of text; pixels of a whole answer, controls and all
COMMON = (
    "02-soreness-alone",
    "03-hours-alone",
    "06-next-day",
    "07-next-day-tempo",
    "08-next-day-easy-short",
    "09-two-days-steady",
    "10-three-days-intervals",
    "12-first-leg-day-ever",
    "14-very-sore",
    "30-fourth-answer",
)
LINES = """(message) => {
  const middles = [];
  const words = document.createTreeWalker(message, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const node = words.currentNode;
    if (!node.data.trim() || node.parentElement.closest("button, [role=combobox]")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const middle = box.top + box.height / 2;
      if (box.width > 1 && !middles.some((other) => Math.abs(other - middle) < 6)) {
        middles.push(middle);
      }
    }
  }
  return middles.length;
}"""
"""How many lines of text a message has, its controls left out and its author's name counted."""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def sandbox():
    async with Sandbox() as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def tab(usual_profile, sandbox):
    """An empty channel on a phone, without a bot: answers come as the sandbox posts them."""
    async with (
        Site(sandbox, zone=ZONE) as site,
        tab_in(usual_profile, site, sandbox.person("ann"), PHONE) as opened,
    ):
        yield opened
        assert opened.problems == []


@pytest_asyncio.fixture(loop_scope="session")
async def channel(tab, sandbox):
    """The channel, empty again for the next answer."""
    place = int(sandbox.general["id"])
    yield sandbox.general
    for message in list(sandbox.messages.by_channel[place]):
        sandbox.messages.delete(place, message)
    await expect(tab.messages).to_have_count(0)


@pytest.mark.parametrize("name", COMMON)
async def test_answer_is_read_without_scrolling_on_a_phone(tab, sandbox, channel, name):
    card = answers.card(shown(*CASES[name]))
    body = {"components": components(card), "flags": COMPONENTS_V2}

    draft = MessageDraft(channel=channel, author=sandbox.world.bot, body=body, files=())
    sandbox.messages.post(draft)
    await expect(tab.messages).to_have_count(1)

    box = await tab.messages.bounding_box()
    assert box is not None
    assert await tab.messages.evaluate(LINES) - 1 <= MOST_LINES
    assert box["height"] <= MOST_HEIGHT
