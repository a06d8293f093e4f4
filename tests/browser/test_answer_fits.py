"""The ten most common answers at the width of a phone: how many lines they are to read.

The page's letters are wider than Discord's own, so what fits here fits there.
"""

import pytest
from playwright.async_api import expect

from bot.rendering.components import components
from bot.sandbox.messages import MessageDraft
from bot.sandbox.shapes import COMPONENTS_V2
from bot.texts.canirun import answers
from tests.texts.test_approved import CASES, shown

PHONE = {"width": 390, "height": 844}
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


@pytest.mark.parametrize("name", COMMON)
async def test_answer_is_read_without_scrolling_on_a_phone(opened, sandbox, gym, name):
    tab = await opened("ann", viewport=PHONE)
    card = answers.card(shown(*CASES[name]))
    body = {"components": components(card), "flags": COMPONENTS_V2}

    sandbox.messages.post(MessageDraft(channel=gym, author=sandbox.world.bot, body=body, files=()))
    await expect(tab.messages).to_have_count(1)

    box = await tab.messages.bounding_box()
    assert box is not None
    assert await tab.messages.evaluate(LINES) - 1 <= MOST_LINES
    assert box["height"] <= MOST_HEIGHT
