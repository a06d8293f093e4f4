"""The drawing process: when it lives, how it dies, and that nothing else suffers from it."""

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from bot.rendering.charts.renderer import IDLE, MOST_WAITING, REST, NotDrawn, Renderer
from bot.sandbox import SandboxClock
from bot.texts.picture import Picture
from bot.workers.serving import LENGTH
from tests.charts.samples import DIARY, FATIGUE, RECOVERY
from tests.forked import Forked

START = datetime(2026, 3, 2, 12, tzinfo=UTC)
NOT_ONE = cast("Picture", "no picture at all")
PNG = b"\x89PNG"
HANGS = (sys.executable, "-c", "import signal; signal.pause()")
DIES = (sys.executable, "-c", "import sys; sys.stdin.buffer.read(1)")
MISSING = ("/nowhere/python", "-m", "worker")


def alive(pid):
    """Whether a process runs; one that has ended and was not waited for does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


async def ended(pid):
    async with asyncio.timeout(10):
        while alive(pid):  # noqa: ASYNC110 - a process tells nobody but its parent
            await asyncio.sleep(0.01)


@pytest.fixture
def clock():
    return SandboxClock(START)


@pytest.fixture
async def renderer(clock, drawing_at_once):
    made = Renderer(clock, worker=drawing_at_once)
    yield made
    await made.close()


async def test_process_starts_with_the_first_picture_and_serves_the_next(renderer):
    before = renderer.pid

    first = await renderer.png(FATIGUE)
    pid = renderer.pid
    second = await renderer.png(RECOVERY)

    assert before is None
    assert first[:4] == second[:4] == PNG
    assert renderer.pid == pid


async def test_process_ends_when_idle_and_starts_again_when_needed(renderer, clock):
    await renderer.png(FATIGUE)
    first = renderer.pid
    await clock.until_asleep()
    await clock.advance(IDLE - timedelta(seconds=1))
    still = renderer.pid
    await clock.advance(timedelta(seconds=1))

    assert still == first
    assert renderer.pid is None
    assert not alive(first)
    assert (await renderer.png(RECOVERY))[:4] == PNG


async def test_use_puts_the_end_off(renderer, clock):
    await renderer.png(FATIGUE)
    await clock.until_asleep()
    await clock.advance(IDLE - timedelta(seconds=1))
    await renderer.png(RECOVERY)
    await clock.advance(IDLE - timedelta(seconds=1))

    assert renderer.pid is not None


async def test_same_picture_is_drawn_once(renderer):
    first, second = await asyncio.gather(renderer.png(FATIGUE), renderer.png(FATIGUE))
    os.kill(renderer.pid, signal.SIGKILL)

    assert first is second
    assert await renderer.png(FATIGUE) is first


async def test_process_killed_in_between_is_started_anew(renderer):
    await renderer.png(FATIGUE)
    killed = renderer.pid
    os.kill(killed, signal.SIGKILL)
    await ended(killed)

    assert (await renderer.png(RECOVERY))[:4] == PNG
    assert renderer.pid != killed


async def test_picture_that_cannot_be_drawn_leaves_the_process_to_others(renderer, caplog):
    with pytest.raises(NotDrawn):
        await renderer.png(NOT_ONE)
    pid = renderer.pid

    assert (await renderer.png(FATIGUE))[:4] == PNG
    assert renderer.pid == pid
    assert "drawing a picture failed" in caplog.text


@pytest.mark.parametrize("worker", [HANGS, DIES, MISSING], ids=["hangs", "dies", "missing"])
async def test_process_that_never_answers_is_killed_and_left_alone_for_a_while(clock, worker):
    renderer = Renderer(clock, worker=worker, patience=0.3)
    with pytest.raises(NotDrawn):
        await renderer.png(FATIGUE)
    left = renderer.pid

    with pytest.raises(NotDrawn, match="a moment ago"):
        await renderer.png(FATIGUE)
    await clock.advance(REST)
    with pytest.raises(NotDrawn) as again:
        await renderer.png(FATIGUE)

    assert left is None
    assert "a moment ago" not in str(again.value)
    await renderer.close()


async def test_too_many_waiting_are_refused_at_once(clock):
    renderer = Renderer(clock, worker=HANGS)
    pictures = [cast("Picture", f"picture {number}") for number in range(MOST_WAITING + 1)]
    waiting = [asyncio.create_task(renderer.png(each)) for each in pictures[:-1]]
    await asyncio.sleep(0)

    with pytest.raises(NotDrawn, match="too many"):
        await renderer.png(pictures[-1])

    await renderer.close()
    assert all(isinstance(each, asyncio.CancelledError) for each in await gathered(waiting))


async def gathered(tasks):
    return await asyncio.gather(*tasks, return_exceptions=True)


async def test_who_stops_waiting_does_not_stop_the_drawing(renderer):
    await renderer.png(RECOVERY)
    waiting = asyncio.create_task(renderer.png(FATIGUE))
    await asyncio.sleep(0)
    waiting.cancel()
    await gathered([waiting])

    other = await renderer.png(DIARY)
    again = await renderer.png(FATIGUE)

    assert other[:4] == again[:4] == PNG
    assert other != again


async def test_close_ends_the_process(renderer):
    await renderer.png(FATIGUE)
    pid = renderer.pid

    await renderer.close()

    assert not alive(pid)


async def test_process_ends_by_itself_when_its_parent_is_killed(tmp_path):
    parent = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", PARENT),
        cwd=Path(__file__).parents[2],
        stdout=asyncio.subprocess.PIPE,
    )
    assert parent.stdout is not None
    pid = int(await parent.stdout.readline())
    assert alive(pid)

    parent.kill()
    await parent.wait()

    await ended(pid)


def test_drawing_that_hangs_is_ended_by_the_system_when_nobody_else_can():
    asked = LENGTH.pack(1) + b"?"

    code, _, _ = Forked(exec, ENDLESS, {}, typed=asked.decode()).wait()

    assert code == -signal.SIGALRM


ENDLESS = """
import signal
from bot.rendering.charts import worker

worker.LONGEST = 1
worker._drawn = lambda request: signal.pause()
worker.main()
"""

PARENT = """
import asyncio
from bot.rendering.charts.renderer import Renderer
from bot.clock import SystemClock
from tests.charts.samples import FATIGUE

async def main():
    renderer = Renderer(SystemClock())
    await renderer.png(FATIGUE)
    print(renderer.pid, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


def test_drawing_library_stays_out_of_the_bots_process():
    code = "import sys; print(sorted({'matplotlib', 'numpy', 'PIL'} & set(sys.modules)))"

    assert Forked(exec, code).wait() == (0, "[]\n", "")
