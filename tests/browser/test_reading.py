"""Reading and writing with the page: by eye, by key, and coming back to it."""

import re

from playwright.async_api import expect

from bot.sandbox import Upload
from bot.sandbox.messages import MessageDraft
from bot.sandbox.shapes import COMPONENTS_V2
from tests.browser.tab import SCHEMES

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "606060000000050001a5f645400000000049454e44ae426082"
)
FAINT = r"""() => {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, under) =>
    [0, 1, 2].map((at) => top[at] * top[3] + under[at] * (1 - top[3])).concat(1);
  const paper = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) {
      layers.unshift(rgba(getComputedStyle(at).backgroundColor));
    }
    return layers.reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  };
  const linear = (part) => (part <= 10.3 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([red, green, blue]) =>
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const found = {};
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode.parentElement;
    const style = getComputedStyle(node);
    const words = texts.currentNode.textContent.trim();
    if (!words || !node.getClientRects().length) continue;
    if (node.closest("noscript, :disabled, .unseen")) continue;
    if (style.visibility === "hidden" || rgba(style.color)[3] === 0) continue;
    const under = paper(node);
    const pair = [light(over(rgba(style.color), under)), light(under)].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    const large = parseFloat(style.fontSize) >= 24;
    if (ratio < (large ? 3 : 4.5)) found[words.slice(0, 30)] = ratio.toFixed(2);
  }
  return found;
}"""
"""Texts whose contrast is below WCAG 2.2 AA (1.4.3), with their ratios."""

MARKDOWN = (
    "# Head\n-# small\n> said **bold** `code` ||spoiler|| [link](https://a.b/) <t:99:R> @here"
)
BUTTONS = [
    {"type": 2, "style": style, "label": f"Style {style}", "custom_id": f"b{style}"}
    for style in range(1, 5)
]


def posted(sandbox, channel, *files, **body):
    if "components" in body:
        body["flags"] = COMPONENTS_V2
    draft = MessageDraft(channel=channel, author=sandbox.world.bot, body=body, files=files)
    return sandbox.messages.post(draft)


async def test_every_text_has_the_contrast_to_be_read(opened, sandbox, gym):
    posted(sandbox, gym, content=MARKDOWN)
    words = {"type": 10, "content": MARKDOWN}
    row = {"type": 1, "components": BUTTONS}
    posted(sandbox, gym, components=[{"type": 17, "components": [words, row]}])
    tab = await opened("ann")

    async def faint():
        for scheme in SCHEMES:
            await tab.page.emulate_media(color_scheme=scheme)
            assert await tab.page.evaluate(FAINT) == {}, scheme

    await tab.command("legday log", effort="99")
    await expect(tab.page.get_by_text("Must be 10 or less.")).to_be_visible()
    await faint()
    await tab.page.keyboard.press("Escape")
    await tab.page.keyboard.press("Escape")
    await faint()


async def test_picture_is_enlarged_by_key_and_escape_goes_back_to_it(used):
    tab, sandbox, gym = used
    item = {"media": {"url": "attachment://legs.png"}, "description": "Legs rested by Friday"}
    picture = Upload("legs.png", "image/png", PNG)
    posted(sandbox, gym, picture, components=[{"type": 12, "items": [item]}])

    link = tab.page.get_by_role("link", name="Picture: Legs rested by Friday")
    await link.press("Enter")
    await expect(tab.page.get_by_role("dialog")).to_contain_text("Legs rested by Friday")
    await tab.page.keyboard.press("Escape")

    await expect(tab.page.get_by_role("dialog")).to_have_count(0)
    await expect(link).to_be_focused()


async def test_arrow_keys_go_from_message_to_message(used):
    tab, sandbox, gym = used
    for number in range(120):
        sandbox.person("bob").at(gym).say(f"Set {number} of many")

    await tab.message("Set 119 of many").focus()
    for _ in range(40):
        await tab.page.keyboard.press("ArrowUp")

    await expect(tab.message("Set 79 of many")).to_be_focused()
    await expect(tab.message("Set 79 of many")).to_be_in_viewport()


async def test_unread_begins_under_a_line_and_the_mark_goes_when_read(used):
    tab, sandbox, _ = used
    log = next(one for one in sandbox.guild.channels.values() if one["name"] == "legday-log")
    for words in ("read", "one", "two"):
        sandbox.person("bob").at(log).say(words)
        if words == "read":
            await tab.enter("legday-log")
            await tab.enter("gym")

    await tab.enter("legday-log, 2 unread")

    row = tab.page.get_by_role("listitem").filter(has_text="New")
    await expect(row).to_have_count(1)
    await expect(row).to_contain_text("one")
    await expect(tab.page.get_by_role("button", name=re.compile("unread"))).to_have_count(0)
    await tab.enter("gym")


async def test_what_is_typed_waits_in_its_channel(used):
    tab = used.tab

    await tab.composer.fill("half a thought")
    await tab.enter("legday-log")
    await expect(tab.composer).to_have_value("")
    await tab.enter("gym")

    await expect(tab.composer).to_have_value("half a thought")


async def test_wire_shows_what_passed_between_bot_and_sandbox(opened):
    tab = await opened("ann")

    await tab.page.get_by_role("button", name="The wire").click()
    await tab.command("help")
    wire = tab.page.get_by_role("log", name="Wire")
    await expect(wire).to_contain_text("INTERACTION_CREATE")
    await tab.page.get_by_role("searchbox", name="Filter the wire").fill("callback")

    await expect(wire.get_by_text("INTERACTION_CREATE")).to_be_hidden()
    await wire.get_by_text("callback").first.click()
    await expect(wire).to_contain_text('"components"')
