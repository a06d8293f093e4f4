"""What the page makes of Discord's markdown and moments, in the browser that shows them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio

from bot.sandbox import Sandbox
from bot.sandbox.localized import LOCALES
from bot.sandbox.seed import ZONE
from bot.sandbox.web import Site

NOW = datetime(2026, 3, 2, 13, tzinfo=ZONE)
READER = {
    "now": NOW.timestamp() * 1000,
    "zone": ZONE.key,
    "me": {"id": "1"},
    "names": {"users": {"1": "ann", "2": "<b>bob</b>"}, "roles": {"3": "crew"}, "channels": {}},
}

PARSED = r"""async (source) => {
  const { parse } = await import("/static/js/markdown.js");
  const all = (parts) => parts.map(shown).join("");
  const inner = (it) => it.parts?.map(shown).join("") ?? it.text ?? it.id ?? it.name;
  const shown = (it) => ({
    text: () => it.text,
    list: () => `${it.ordered ? `ol${it.start}` : "ul"}[${it.items.map(all).join("|")}]`,
    time: () => `time(${it.seconds}:${it.style})`,
    codeblock: () => `block(${it.language}:${it.text})`,
    link: () => `link(${it.url}:${inner(it)})`,
  }[it.type]?.() ?? `${it.type}${it.level || ""}(${inner(it)})`);
  return parse(source).map(shown).join("");
}"""
DRAWN = r"""async ([source, reader]) => {
  const { words } = await import("/static/js/draw.js");
  const box = document.createElement("div");
  box.append(words(source, reader));
  return [box.textContent, [...box.querySelectorAll("*")].map((it) => it.localName).join(" ")];
}"""
MOMENT = r"""async ([seconds, style, reader]) => {
  const { moment } = await import("/static/js/moments.js");
  return moment(seconds, style, reader);
}"""
MOMENTS = r"""async ([seconds, styles, reader]) => {
  const { moment } = await import("/static/js/moments.js");
  return [...styles].map((style) => moment(seconds, style, reader));
}"""
LINKS = r"""async ([source, reader]) => {
  const { words } = await import("/static/js/draw.js");
  const box = document.createElement("div");
  box.append(words(source, reader));
  return [...box.querySelectorAll("a")].map((it) => [it.href, it.target, it.rel]);
}"""
QUICK = r"""async (source) => {
  const { parse, plain } = await import("/static/js/markdown.js");
  const start = performance.now();
  plain(parse(source));
  return performance.now() - start;
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def page(browser):
    """The page's own address, without a bot: only its modules are asked."""
    async with Sandbox() as sandbox, Site(sandbox, zone=ZONE) as site:
        context = await browser.new_context()
        tab = await context.new_page()
        await tab.goto(site.url)
        yield tab
        await context.close()


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("**a *b* c**", "strong(a em(b) c)"),
        ("***x***", "em(strong(x))"),
        ("**bold *it***", "strong(bold em(it))"),
        ("*it **bold***", "em(it strong(bold))"),
        ("__u__ _i_ ~~s~~ ||p||", "underline(u) em(i) strike(s) spoiler(p)"),
        ("snake_case_word 2 * 3 * 4", "snake_case_word 2 * 3 * 4"),
        (r"\*as typed\* \_too", "*as typed* _too"),
        ("**over\ntwo lines**", "strong(over\ntwo lines)"),
        ("**never closed", "**never closed"),
        ("`a *b*` ``c`d``", "code(a *b*) code(c`d)"),
        ("`**` **a `**` b**", "code(**) strong(a code(**) b)"),
        ("```py\nx = 1\n```", "block(py:x = 1)"),
        ("```\n\n  kept\n\n```rest", "block(:  kept)rest"),
        ("before ```one\ntwo``` after", "before block(one:two) after"),
        ("# One\n## **Two**\n### Three", "heading1(One)heading2(strong(Two))heading3(Three)"),
        ("#none\n#### none", "#none\n#### none"),
        ("-# small *print*\nlarge", "subtext(small em(print))large"),
        ("> said\n> twice\nanswered", "quote(said\ntwice)answered"),
        (">>> all\nthe rest", "quote(all\nthe rest)"),
        ("> > nested is none", "quote(> nested is none)"),
        ("- a\n  - b\n  - c\n- d", "ul[aul[b|c]|d]"),
        ("- a\n1. b\n2. c", "ul[a]ol1[b|c]"),
        ("7. seven\n8. eight", "ol7[seven|eight]"),
        ("- a\n  goes on\n- b", "ul[a\ngoes on|b]"),
        ("* star\n*slanted*", "ul[star]em(slanted)"),
        ("<t:99> <t:99:R> <t:99:x>", "time(99:f) time(99:R) <t:99:x>"),
        ("<@1> <@!2> <@&3> <#4>", "user(1) user(2) role(3) channel(4)"),
        ("</legday log:5> <:leg:6> <a:run:7>", "command(5) emoji(6) emoji(7)"),
        ("@everyone @here @heretic", "everyone(@everyone) everyone(@here) @heretic"),
        ("[go](https://a.b/c_(d))", "link(https://a.b/c_(d):go)"),
        ("(https://a.b/c).", "(link(https://a.b/c:https://a.b/c))."),
        ("<https://a.b>", "link(https://a.b/:https://a.b)"),
        ("[go](javascript:alert(1))", "[go](javascript:alert(1))"),
        (
            "[https://bank](https://thief.example/)",
            "[https://bank](link(https://thief.example/:https://thief.example/))",
        ),
    ],
)
async def test_markdown_is_read_as_discord_reads_it(page, source, parts):
    assert await page.evaluate(PARSED, source) == parts


@pytest.mark.parametrize(
    ("source", "shown", "elements"),
    [
        ("<b>x</b> **y**", "<b>x</b> y", "strong"),
        ("<@1> <@2> <@9>", "@ann @<b>bob</b> @unknown-user", "span span span"),
        ("<@&3> <#4>", "@crew #unknown", "span span"),
        ("</legday log:5>", "/legday log", "span"),
        (f"<t:{int(NOW.timestamp()) + 7200}:t>", "15:00", "time"),
        ("`<i>`", "<i>", "code"),
    ],
)
async def test_words_are_drawn_as_text_with_names_and_times(page, source, shown, elements):
    assert await page.evaluate(DRAWN, [source, READER]) == [shown, elements]


async def test_links_lead_out_of_the_page_without_a_way_back(page):
    found = await page.evaluate(
        LINKS, ["[a](https://a.b/) [b](data:text/html,x) ftp://c.d", READER]
    )

    assert found == [["https://a.b/", "_blank", "noopener noreferrer"]]


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("t", "13:05"),
        ("T", "13:05:09"),
        ("d", "02/03/2026"),
        ("D", "2 March 2026"),
        ("f", "2 March 2026 13:05"),
        ("F", "Monday, 2 March 2026 13:05"),
        ("s", "02/03/2026, 13:05"),
        ("S", "02/03/2026, 13:05:09"),
    ],
)
async def test_moment_is_shown_in_every_style(page, style, shown):
    then = int(NOW.timestamp()) + 5 * 60 + 9

    assert await page.evaluate(MOMENT, [then, style, READER]) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (10, "in a few seconds"),
        (-60, "a minute ago"),
        (-44 * 60, "44 minutes ago"),
        (45 * 60, "in an hour"),
        (5 * 3600, "in 5 hours"),
        (-22 * 3600, "a day ago"),
        (3 * 86400, "in 3 days"),
        (-30 * 86400, "a month ago"),
        (400 * 86400, "in a year"),
    ],
)
async def test_moment_away_is_told_as_of_the_sandbox_clock(page, seconds, shown):
    then = int(NOW.timestamp()) + seconds

    assert await page.evaluate(MOMENT, [then, "R", READER]) == shown


async def test_moment_is_told_in_the_reader_zone_and_beyond_reach_as_invalid(page):
    elsewhere = {**READER, "zone": ZoneInfo("Asia/Kathmandu").key}
    then = int(NOW.timestamp())

    assert await page.evaluate(MOMENT, [then, "t", elsewhere]) == "17:45"
    assert await page.evaluate(MOMENT, [10**16, "f", READER]) == "Invalid date"


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("de", "13:05|02.03.2026|2. März 2026 um 13:05|Montag, 2. März 2026 um 13:05"),
        ("pl", "13:05|02.03.2026|2 marca 2026 13:05|poniedziałek, 2 marca 2026 13:05"),
        ("ja", "13:05|2026/03/02|2026年3月2日 13:05|2026年3月2日月曜日 13:05"),
        ("en-US", "1:05 PM|03/02/2026|March 2, 2026 at 1:05 PM|Monday, March 2, 2026 at 1:05 PM"),
    ],
)
async def test_moment_is_written_as_the_language_writes_it(page, locale, shown):
    then = int(NOW.timestamp()) + 5 * 60 + 9
    reader = {**READER, "locale": locale}

    written = await page.evaluate(MOMENTS, [then, "tdfF", reader])

    assert "|".join(written).replace("\N{NARROW NO-BREAK SPACE}", " ") == shown


@pytest.mark.parametrize(
    ("locale", "seconds", "shown"),
    [
        ("de", 10, "in 10 Sekunden"),
        ("de", -60, "vor 1 Minute"),
        ("de", 5 * 3600, "in 5 Stunden"),
        ("pl", 3 * 86400, "za 3 dni"),
        ("pl", -22 * 3600, "1 dzień temu"),
        ("pl", 5 * 86400, "za 5 dni"),
        ("ja", -30 * 86400, "1 か月前"),
        ("ja", 400 * 86400, "1 年後"),
    ],
)
async def test_moment_away_is_told_in_the_language(page, locale, seconds, shown):
    then = int(NOW.timestamp()) + seconds

    assert await page.evaluate(MOMENT, [then, "R", {**READER, "locale": locale}]) == shown


async def test_moment_is_written_in_every_language_discord_has(page):
    then = int(NOW.timestamp()) + 86400
    for locale in LOCALES:
        written = await page.evaluate(MOMENTS, [then, "tTdDfFsSR", {**READER, "locale": locale}])
        assert len(written) == 9
        assert all(written), (locale, written)


HOSTILE = {
    "stars": "*a" * 2000,
    "bars": "_a " * 1333,
    "ticks": "`" * 4000,
    "spoilers": "||" * 2000,
    "all marks": "**__~~||*" * 444,
    "links": "[a](https://" * 333,
    "a list": "\n".join(" " * (row % 12) + "- a" for row in range(300)),
    "an empty block": "```" + "\n" * 3990,
    "quotes": "> " * 2000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
async def test_markup_without_end_is_read_in_a_moment(page, source):
    assert await page.evaluate(QUICK, source) < 1000  # milliseconds; a quiet machine needs 100
