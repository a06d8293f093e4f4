"""What pictures cost: themselves, the bot's event loop, and the commands that come meanwhile."""

import asyncio
import time
from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median

from bot.clock import SystemClock
from bot.rendering.charts.renderer import IDLE, Renderer
from bot.sandbox import Sandbox, SandboxClock
from bot.texts.picture import Picture
from tests.benchmarks.commands import (
    BREATH,
    CANIRUN,
    Command,
    Group,
    no_collection,
    people,
)
from tests.benchmarks.filling import Log, fill
from tests.benchmarks.processes import LEGDAY, local_discord, memory_of, ready
from tests.benchmarks.results import Row, Target, percentile
from tests.charts.samples import DIARY, FATIGUE, NOW, RECOVERY, diary_of

KINDS: dict[str, Picture] = {
    "under an answer": FATIGUE,
    "twelve weeks": DIARY,
    "a year": diary_of(52),
    "a recovery": RECOVERY,
}
STATS = Command("legday stats", {}, "Your last 12 weeks")
QUEUE = 20  # pictures that wait
TICK = 0.001  # seconds between two looks at the event loop
MEMBERS = 101
LOG = Log(sessions=30, runs=20, reports=30)
PATIENCE = 4.0  # seconds without a picture after which the rest do not come: no member waits so


async def pictures(folder: Path, *, quick: bool) -> list[Row]:
    """Measure the drawing alone, then commands while it goes on."""
    rounds = 3 if quick else 7
    return [*await _drawing(rounds), await _gone(), *await _meanwhile(folder, rounds)]


async def _drawing(rounds: int) -> list[Row]:
    warm: dict[str, list[float]] = {name: [] for name in KINDS}
    cold, stalls, work, sizes = [], [], [], []
    for number in range(rounds):
        renderer = Renderer(SystemClock())
        cold.append(await _took(renderer.png(FATIGUE)))
        for name, picture in KINDS.items():
            warm[name].append(await _took(renderer.png(_another(picture, number))))
        sizes.append(memory_of(renderer.pid or 0))
        await renderer.close()
        idle, _ = await _longest_stall(asyncio.sleep(2.0))
        late, busy = await _longest_stall(_draw_many())
        stalls.append(max(0.0, late - idle))
        work.append(busy)
    rows = [
        Row(
            what=f"a warm picture: {name}",
            rounds=[1e3 * took for took in each],
            unit="ms",
            target=Target(value=400),
        )
        for name, each in warm.items()
    ]
    stalled = Row(
        what=f"longest stall of the event loop: what {QUEUE} pictures and a start add",
        rounds=[1e3 * stall for stall in stalls],
        unit="ms",
        target=Target(value=10),
        figures={"own_work_ms": 1e3 * median(work)},
    )
    first = Row(
        what="the first picture, its process with it", rounds=[1e3 * c for c in cold], unit="ms"
    )
    return [*rows, first, stalled, Row(what="memory of that process", rounds=sizes, unit="MB")]


async def _gone() -> Row:
    clock = SandboxClock(NOW)
    renderer = Renderer(clock)
    await renderer.png(FATIGUE)
    await clock.until_asleep()
    await clock.advance(IDLE + timedelta(seconds=1))
    left = renderer.pid is not None
    await renderer.close()
    return Row(
        what=f"drawing processes left after {IDLE.total_seconds() / 60:.0f} idle minutes",
        rounds=[float(left)],
        unit="",
        target=Target(value=0),
    )


async def _meanwhile(folder: Path, rounds: int) -> list[Row]:
    """Measure `/canirun` while pictures wait, and as long again while none do."""
    waiting, alone = [], []
    async with local_discord() as sandbox:
        members = people(sandbox, MEMBERS)
        await fill(folder, [member.id for member in members], LOG)
        group = Group(sandbox, members)
        async with ready(LEGDAY, sandbox, folder) as bot:
            await _answers(group, sandbox, files=0, least=200)
            for _ in range(rounds):
                with no_collection():
                    for _ in range(QUEUE):
                        await group.sender(STATS)()
                    drawn = len(sandbox.messages.files) + QUEUE - 2  # some may be there already
                    while_drawing = await _answers(group, sandbox, files=drawn, least=200)
                    await asyncio.sleep(2.0)
                    then = await _answers(group, sandbox, files=0, least=len(while_drawing))
                waiting.append(percentile(while_drawing, 0.99))
                alone.append(percentile(then, 0.99))
            mapped = _has_library(bot.pid)
    return [
        Row(
            what=f"/canirun while {QUEUE} pictures wait / while none do, p99",
            rounds=[busy / calm for busy, calm in zip(waiting, alone, strict=True)],
            unit="x",
            target=Target(value=2.0),
            figures={"waiting_ms": 1e3 * median(waiting), "none_ms": 1e3 * median(alone)},
        ),
        Row(
            what="plotting library in the bot's own process after that",
            rounds=[float(mapped)],
            unit="",
            target=Target(value=0),
        ),
    ]


async def _answers(group: Group, sandbox: Sandbox, *, files: int, least: int) -> list[float]:
    """Ask until so many files have been sent and so many answers given; return their seconds."""
    loop, send = asyncio.get_running_loop(), group.sender(CANIRUN)
    came, until, took = 0, loop.time() + PATIENCE, list[float]()
    while len(took) < least or (came < files and loop.time() < until):
        took.append(await send())
        if len(sandbox.messages.files) > came:
            came, until = len(sandbox.messages.files), loop.time() + PATIENCE
        await asyncio.sleep(BREATH)
    return took


def _has_library(pid: int) -> bool:
    return "matplotlib" in Path(f"/proc/{pid}/maps").read_text()


async def _took(doing: Awaitable[object]) -> float:
    loop = asyncio.get_running_loop()
    began = loop.time()
    await doing
    return loop.time() - began


async def _longest_stall(doing: Awaitable[object]) -> tuple[float, float]:
    """Return the most seconds the event loop was late while something went on, and was at work.

    The second are of the thread's own CPU: other programs on the machine do not count.
    """
    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(doing)
    latest = longest = 0.0
    while not task.done():
        began, used = loop.time(), time.thread_time()
        await asyncio.sleep(TICK)
        latest = max(latest, loop.time() - began - TICK)
        longest = max(longest, time.thread_time() - used)
    await task
    return latest, longest


async def _draw_many() -> None:
    renderer = Renderer(SystemClock())
    kinds = list(KINDS.values())
    await asyncio.gather(
        *(renderer.png(_another(kinds[number % len(kinds)], number)) for number in range(QUEUE))
    )
    await renderer.close()


def _another(picture: Picture, number: int) -> Picture:
    """Return the picture with other words, so that it is drawn anew."""
    return replace(picture, alt=str(number))
