"""Where no font is installed but an emoji font and the system's own: who draws which letter.

Emoji fonts have digits and a blank, for keycaps: asked first, they draw them wide and strange.
"""

from importlib.util import find_spec
from pathlib import Path

import pytest
import pytest_asyncio
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from playwright.async_api import Page, expect

from tests.browser.tab import USUAL, chromium

EMOJI = "Noto Color Emoji"
IN_EMOJI_FONTS = "#*0123456789 \u00a9\u00ae\U0001f3cb"
CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir>
<alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
</fontconfig>
"""


def emoji_font(path: Path) -> None:
    """Make a font with the usual emoji font's name and some of its characters."""
    names = {ord(letter): f"u{ord(letter):x}" for letter in IN_EMOJI_FONTS}
    pen = TTGlyphPen(None)
    for at, point in enumerate(((0, 0), (0, 800), (800, 800), (800, 0))):
        (pen.lineTo if at else pen.moveTo)(point)
    pen.closePath()
    square = pen.glyph()
    glyphs = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(names)
    builder.setupGlyf(dict.fromkeys(glyphs, square))
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (1000, 0)))
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable({"familyName": EMOJI, "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def browser(playwright, tmp_path_factory):
    """A browser on a machine with one text font that the page does not name, and an emoji font."""
    folder = tmp_path_factory.mktemp("fonts")
    emoji_font(folder / "emoji.ttf")
    library = find_spec("matplotlib")  # importing it takes half a second
    assert library is not None
    assert library.origin is not None
    sans = Path(library.origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf"
    (folder / sans.name).write_bytes(sans.read_bytes())
    config = folder / "fonts.conf"
    config.write_text(CONFIG.format(folder=folder))
    async with chromium(playwright, {"FONTCONFIG_FILE": str(config)}) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def usual_profile(browser):
    async with await browser.new_context(**USUAL) as context:
        yield context


async def drawn_by(page: Page, selector: str) -> dict[str, int]:
    """Return how many glyphs of an element each font draws."""
    devtools = await page.context.new_cdp_session(page)
    await devtools.send("DOM.enable")
    await devtools.send("CSS.enable")
    root = (await devtools.send("DOM.getDocument"))["root"]["nodeId"]
    wanted = {"nodeId": root, "selector": selector}
    found = await devtools.send("DOM.querySelector", wanted)
    fonts = await devtools.send("CSS.getPlatformFontsForNode", {"nodeId": found["nodeId"]})
    return {one["familyName"]: one["glyphCount"] for one in fonts["fonts"]}


@pytest.mark.parametrize(
    ("words", "fonts"),
    [
        ("Effort 8 of 10, 60 min # * \u00a9", {"DejaVu Sans"}),
        ("\U0001f3cb", {EMOJI}),
        ("8 \U0001f3cb", {"DejaVu Sans", EMOJI}),
    ],
)
async def test_text_is_drawn_by_the_text_font_and_emoji_by_the_emoji_font(used, words, fonts):
    tab, sandbox, gym = used
    sandbox.person("bob").at(gym).say(words)
    await expect(tab.message(words)).to_be_visible()

    assert set(await drawn_by(tab.page, "article .content")) == fonts
