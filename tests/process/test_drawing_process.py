"""The drawing process of the real bot ends with it, whichever way the bot ends."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from bot.sandbox import RealClock, Sandbox

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0  # seconds; a slow machine starts an interpreter in a few


@pytest.fixture
async def discord():
    async with Sandbox(clock=RealClock()) as running:
        yield running
        assert running.violations == []


@pytest.fixture
async def bot(discord, tmp_path):
    """The bot as an operator runs it, connected to a local Discord."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=tmp_path,
        env={
            **kept,
            "PYTHONPATH": str(ROOT),
            "DISCORD_TOKEN": discord.token,
            "DISCORD_API_BASE": discord.url,
        },
        stderr=asyncio.subprocess.DEVNULL,
    )
    await discord.until_connected(patience=PATIENCE)
    yield process
    if process.returncode is None:
        process.kill()
        await process.wait()


async def until(holds):
    async with asyncio.timeout(PATIENCE):
        while not (found := holds()):  # noqa: ASYNC110 - processes tell nobody but their parent
            await asyncio.sleep(0.02)
    return found


def children(pid):
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 0), (signal.SIGKILL, -signal.SIGKILL)]
)
async def test_drawing_process_is_gone_when_the_bot_is(bot, discord, number, code):
    ann = discord.person("ann")
    await ann.slash("legday log", effort=8, minutes=60)
    await ann.click("keep.only")
    before = children(bot.pid)
    told = await ann.slash("legday stats")
    await until(lambda: ann.see(told).attachments)
    (drawing,) = children(bot.pid)

    bot.send_signal(number)

    assert before == []
    assert await bot.wait() == code
    await until(lambda: not Path(f"/proc/{drawing}").exists())
