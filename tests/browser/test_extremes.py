"""What people and bots send that no design expects; and small screens, dark and light."""

import itertools

from playwright.async_api import expect

from bot.sandbox import Sandbox, Upload
from bot.sandbox.messages import MessageDraft
from bot.sandbox.seed import ZONE
from bot.sandbox.shapes import COMPONENTS_V2
from bot.sandbox.web import Site
from tests.browser.tab import PHONE, SCHEMES, tab_in

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "606060000000050001a5f645400000000049454e44ae426082"
)
BRIGHTNESS = r"""(it) => {
  const bright = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  };
  const paper = (node) => getComputedStyle(node).backgroundColor;
  let under = it;
  while (/rgba|\/|transparent/.test(paper(under))) under = under.parentElement;
  return [bright(getComputedStyle(it).color), bright(paper(under))];
}"""
"""How bright the letters of an element are, and what lies under them, from 0 to 255."""
TYPED_AT_ONCE = """(it) => {
  for (let at = 1; at <= 40; at += 1) {
    it.value = `/y${at}`;
    it.dispatchEvent(new Event("input"));
  }
}"""
"""More than the sandbox answers at once: keys that came while the machine was busy."""
SCRIPTS = (
    "<script>window.hurt = 1</script>",
    "<img src=x onerror='window.hurt = 1'>",
    "[Press](javascript:window.hurt=1)",
    "</div><b>bold</b> &amp; \"'`",
)


def posted(sandbox, channel, *files, **body):
    if "components" in body:
        body["flags"] = COMPONENTS_V2
    draft = MessageDraft(channel=channel, author=sandbox.world.bot, body=body, files=files)
    return sandbox.messages.post(draft)


def text(content):
    return {"type": 10, "content": content}


async def sideways(tab):
    """Pixels by which the page or its conversation can be pushed sideways."""
    return await tab.page.evaluate(
        """() => Math.max(...[document.scrollingElement, document.querySelector("#scroller")]
             .map((it) => it.scrollWidth - it.clientWidth))"""
    )


async def test_text_like_a_script_stays_text(used):
    tab, sandbox, gym = used

    for words in SCRIPTS:
        sandbox.person("bob").at(gym).say(words)
        posted(sandbox, gym, components=[text(words), {"type": 17, "components": [text(words)]}])

    await expect(tab.messages).to_have_count(2 * len(SCRIPTS))
    for at, words in enumerate(SCRIPTS):
        shown = words.split("](")[0].lstrip("[")
        await expect(tab.messages.nth(2 * at)).to_contain_text(shown)
        await expect(tab.messages.nth(2 * at + 1)).to_contain_text(shown)
    assert await tab.page.evaluate("window.hurt") is None
    assert await tab.messages.locator("script, b, a[href^='javascript']").count() == 0


async def test_four_thousand_characters_without_a_space_do_not_widen_the_page(used):
    tab, sandbox, gym = used
    await tab.page.set_viewport_size(PHONE)

    posted(sandbox, gym, components=[{"type": 17, "components": [text("x" * 4000)]}])

    await expect(tab.messages).to_have_count(1)
    await expect(tab.messages).to_contain_text("x" * 4000)
    assert await sideways(tab) == 0


async def test_message_too_long_to_say_is_refused_in_words(used):
    tab, sandbox, gym = used

    await tab.composer.fill("y" * 4001)
    await tab.composer.press("Enter")

    await expect(
        tab.page.get_by_role("alert").filter(has_text="or fewer in length")
    ).to_be_visible()
    assert sandbox.person("ann").sees(gym) == []


async def test_twenty_five_options_can_be_read_and_chosen_by_key(used):
    tab, sandbox, gym = used
    options = [{"label": f"Choice {number}", "value": str(number)} for number in range(25)]
    menu = {"type": 3, "custom_id": "menu", "placeholder": "Which?", "options": options}
    posted(sandbox, gym, components=[{"type": 1, "components": [menu]}])

    await tab.messages.get_by_role("combobox", name="Which?").press("Enter")
    listed = tab.page.get_by_role("option")
    await expect(listed).to_have_count(25)
    await tab.page.keyboard.press("ArrowUp")

    await expect(listed.last).to_be_in_viewport()


async def test_forty_components_are_all_drawn(used):
    tab, sandbox, gym = used
    await tab.page.set_viewport_size(PHONE)
    numbers = itertools.count(1)
    rows = [{"type": 1, "components": [button(next(numbers)) for _ in range(5)]} for _ in range(6)]

    posted(sandbox, gym, components=[*rows, *(text(f"Text {number}") for number in range(4))])

    await expect(tab.messages.get_by_role("button")).to_have_count(30)
    await expect(tab.messages).to_contain_text("Text 3")
    assert await sideways(tab) == 0


def button(number):
    return {"type": 2, "style": 2, "label": f"Button {number}", "custom_id": f"b{number}"}


async def test_ten_attachments_are_shown_and_a_broken_picture_says_so(used):
    tab, sandbox, gym = used
    good = [Upload(f"{number}.png", "image/png", PNG) for number in range(8)]
    broken = Upload("broken.png", "image/png", b"no picture")
    log = Upload("log.csv", "text/csv", b"1,2")

    posted(sandbox, gym, *good, broken, log, content="Ten")

    await expect(tab.messages.get_by_text("This picture could not be loaded.")).to_be_visible()
    await expect(tab.messages.get_by_role("link", name="Picture")).to_have_count(9)
    await expect(tab.messages.locator("img")).to_have_count(8)
    await expect(tab.messages.get_by_role("link", name="log.csv")).to_be_visible()
    tab.problems.clear()


async def test_ten_thousand_messages_are_scrolled_with_few_in_the_document(usual_profile):
    async with Sandbox() as sandbox, Site(sandbox, zone=ZONE) as site:  # no bot has to hear them
        bob = sandbox.person("bob").at(sandbox.general)
        for number in range(10_000):
            bob.say(f"Set {number} of many")
        async with tab_in(usual_profile, site, sandbox.person("ann")) as tab:
            await tab.reads("Set 9999 of many")
            for _ in range(12):
                oldest = await tab.messages.first.text_content()
                await tab.page.evaluate("document.querySelector('#scroller').scrollTop = 0")
                await expect(tab.messages.first).not_to_have_text(oldest or "")
            await expect(tab.message("Set 9999 of many")).to_have_count(0)

            assert await tab.messages.count() < 80
            await tab.page.get_by_role("button", name="Jump to the newest message").click()
            await tab.reads("Set 9999 of many")
            assert tab.problems == []


async def test_phone_in_dark_and_light_reads_without_sideways_scroll(opened):
    tab = await opened("ann", viewport=PHONE, has_touch=True)

    await tab.command("canirun", run="easy", minutes="30")
    answer = await tab.reads("when was your last leg day")

    for scheme in SCHEMES:
        await tab.page.emulate_media(color_scheme=scheme)
        assert await sideways(tab) == 0
        ink, paper = await answer.evaluate(BRIGHTNESS)
        assert (ink > paper) is (scheme == "dark")
        assert abs(ink - paper) > 100


async def test_long_nonsense_pushes_nothing_aside_and_the_newest_stays_in_sight(
    opened, sandbox, gym
):
    for number in range(30):
        sandbox.person("bob").at(gym).say(f"Set {number} of many")
    tab = await opened("ann", viewport=PHONE)
    await tab.reads("Set 29 of many")

    await tab.page.keyboard.insert_text("x" * 440)
    await tab.page.keyboard.type("x" * 60)  # a key at a time: lines that stay and lines that grow
    await tab.page.keyboard.press("Enter")
    await expect(tab.page.get_by_text("Bots here answer commands")).to_be_visible()
    await expect(tab.message("xxx")).to_be_in_viewport()
    await expect(tab.page.get_by_role("button", name="Jump to the newest")).to_be_hidden()
    await tab.page.keyboard.type("/y")
    await tab.page.keyboard.insert_text("y" * 240)
    await tab.page.keyboard.type("y" * 59)
    await expect(tab.page.get_by_text("There is no command /yyy")).to_be_visible()

    assert await sideways(tab) == 0
    await expect(tab.message("xxx")).to_be_in_viewport()
    await expect(tab.page.get_by_role("button", name="Jump to the newest")).to_be_hidden()


async def test_keys_that_come_by_the_dozen_ask_for_help_with_the_last_only(opened):
    tab = await opened("ann")
    asked = []

    def heed(frame):
        if '"hint"' in frame:
            asked.append(frame)

    tab.page.on("websocket", lambda socket: socket.on("framesent", heed))
    await tab.page.reload()
    await expect(tab.composer).to_be_visible()

    await tab.composer.evaluate(TYPED_AT_ONCE)

    await expect(tab.page.get_by_text("There is no command /y40.")).to_be_visible()
    assert len(asked) <= 2
