"""What the page adds to an answer, and how smoothly a long channel scrolls in Chromium."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from statistics import median
from typing import Any

import aiohttp
from playwright.async_api import async_playwright

from bot.sandbox import Person, Sandbox
from bot.sandbox.seed import ZONE
from bot.sandbox.web import Site
from tests.benchmarks.commands import CANIRUN, Group, Send, interleaved, no_collection, people
from tests.benchmarks.processes import LEGDAY, local_discord, ready
from tests.benchmarks.results import Row, Target, percentile
from tests.browser.tab import CHROMIUM, Tab, chromium, tab_of

WARM_UP = 50  # commands of each kind
DRAWN = """async (name) => {
  const rows = document.querySelector("#rows");
  const input = document.querySelector("#composer-input");
  const newest = () => [...rows.querySelectorAll("article")].at(-1)?.dataset.id;
  input.value = `/${name} `;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  const before = newest();
  const drawn = new Promise((done) => {
    const watch = new MutationObserver(() => {
      if (newest() === before) return;
      watch.disconnect();
      done(performance.now());
    });
    watch.observe(rows, { childList: true, subtree: true });
  });
  const began = performance.now();
  const enter = { key: "Enter", bubbles: true, cancelable: true };
  document.querySelector(".more-options").dispatchEvent(new KeyboardEvent("keydown", enter));
  return (await drawn) - began;
}"""
"""Sends a command by Enter; the milliseconds until its answer stands in the document."""
SCROLLED = """async ([frames, step]) => {
  const scroller = document.querySelector("#scroller");
  const took = [];
  let most = 0;
  let last = await new Promise(requestAnimationFrame);
  for (let at = 0; at < frames; at += 1) {
    scroller.scrollTop += step;
    const now = await new Promise(requestAnimationFrame);
    took.push(now - last);
    last = now;
    most = Math.max(most, document.querySelectorAll("#rows article").length);
  }
  return [took, most];
}"""
"""Scrolls by so many pixels a frame; each frame's milliseconds, and the most messages drawn."""


async def page(folder: Path, *, quick: bool) -> list[Row]:
    """Measure the page's first answer beside the engine's own, and a channel of 10,000 messages.

    Both from what a person does until what they see is there: kept in the engine, or told to the
    page. How long the browser then draws it is a row of its own.

    Where no Chromium is found, the rows that need one are left out.
    """
    rounds, samples = (3, 60) if quick else (7, 200)
    async with local_discord() as sandbox:
        ann, bob = people(sandbox, 2)
        engine = _by_engine(Group(sandbox, [bob]))
        async with ready(LEGDAY, sandbox, folder), Site(sandbox, zone=ZONE) as site:
            async with _connected(site, ann) as socket:
                rows = [await _at_socket(engine, _by_socket(sandbox, socket), rounds, samples)]
            if CHROMIUM is None:
                sys.stderr.write("no Chromium here: the page is not measured in a browser\n")
                return rows
            async with (
                async_playwright() as playwright,
                chromium(playwright) as browser,
                tab_of(browser, site, ann) as tab,
            ):
                rows.append(await _in_document(engine, tab, rounds, samples // 4))
                rows += await _long_channel(sandbox, tab, 2_000 if quick else 10_000)
    return rows


async def _at_socket(engine: Send, page: Send, rounds: int, samples: int) -> Row:
    senders = {"engine": engine, "page": page}
    await interleaved(senders, WARM_UP)
    taken = []
    for _ in range(rounds):
        with no_collection():
            taken.append(await interleaved(senders, samples))
    middle = [{name: median(took) for name, took in one.items()} for one in taken]
    return Row(
        what="the page is told of an answer / the engine's own, p50",
        rounds=[one["page"] / one["engine"] for one in middle],
        unit="x",
        target=Target(value=1.3),
        figures={f"{name}_ms": median(one[name] for one in middle) * 1e3 for name in senders},
    )


async def _in_document(engine: Send, tab: Tab, rounds: int, samples: int) -> Row:
    async def drawn() -> float:
        await tab.composer.focus()
        took: float = await tab.page.evaluate(DRAWN, CANIRUN.name)
        return took / 1e3

    taken = [await interleaved({"engine": engine, "page": drawn}, samples) for _ in range(rounds)]
    engines = [median(one["engine"]) for one in taken]
    return Row(
        what="Enter to the answer in Chromium's document, p50",
        rounds=[median(one["page"]) * 1e3 for one in taken],
        unit="ms",
        figures={"engine_ms": median(engines) * 1e3},
    )


async def _long_channel(sandbox: Sandbox, tab: Tab, messages: int) -> list[Row]:
    channel = sandbox.world.add_channel(sandbox.guild, "long")
    speaker = sandbox.person("lifter1").at(channel)
    for number in range(messages):
        speaker.say(f"Set {number}: five squats, and then some more words about them.")
    await tab.page.reload()
    await tab.enter("long")
    await tab.reads(f"Set {messages - 1}:")
    while not await tab.page.get_by_text("Welcome to #long").count():
        await tab.page.evaluate("document.querySelector('#scroller').scrollTop = 0")
        await asyncio.sleep(0.02)
    rounds = [await _scroll(tab) for _ in range(3)]
    return [
        Row(
            what=f"a frame while {messages:,} messages scroll, p95",
            rounds=[percentile(took, 0.95) for took, _ in rounds],
            unit="ms",
            target=Target(value=34),  # two frames of a screen's sixty a second
            figures={"p50_ms": median(median(took) for took, _ in rounds)},
        ),
        Row(
            what=f"messages of {messages:,} in the document at most",
            rounds=[most for _, most in rounds],
            unit="",
            target=Target(value=100),
        ),
    ]


async def _scroll(tab: Tab) -> tuple[list[float], float]:
    await tab.page.evaluate("document.querySelector('#scroller').scrollTop = 500")
    took, most = await tab.page.evaluate(SCROLLED, [300, 90])
    return took, most


@contextlib.asynccontextmanager
async def _connected(site: Site, person: Person) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    origin = {"Origin": site.url.rstrip("/")}
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{site.url}live?person={person.id}", headers=origin) as socket,
    ):
        await socket.receive()
        yield socket


def _by_engine(group: Group) -> Send:
    """Return what uses the command without a page, from the doing until the answer is kept."""
    use = group.sender(CANIRUN)

    async def send() -> float:
        loop = asyncio.get_running_loop()
        began = loop.time()
        await use()
        return loop.time() - began

    return send


def _by_socket(sandbox: Sandbox, socket: aiohttp.ClientWebSocketResponse) -> Send:
    channel = str(next(iter(sandbox.guild.channels)))
    ask: dict[str, Any] = {"n": 1, "do": "command", "channel": channel, "name": CANIRUN.name}

    async def send() -> float:
        loop = asyncio.get_running_loop()
        began = loop.time()
        await socket.send_json({**ask, "options": {}})
        answer = await socket.receive_json()
        took = loop.time() - began
        if answer.get("event") != "message" or CANIRUN.answers not in str(answer):
            raise RuntimeError(f"the page was told {answer}")
        await socket.receive_json()  # that the ask is done
        return took

    return send
