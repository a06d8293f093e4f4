"""The drawing process of the real bot ends with it, whichever way the bot ends."""

import asyncio
import signal
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.sandbox import RealClock, Sandbox
from tests.forked import Forked

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0  # seconds; a slow machine starts an interpreter in a few


@pytest.fixture
async def discord():
    async with Sandbox(clock=RealClock()) as running:
        yield running
        assert running.violations == []


@pytest.fixture
async def bot(discord, tmp_path):
    """The bot, connected to a local Discord."""
    environ = {
        "PYTHONPATH": str(ROOT),
        "DISCORD_TOKEN": discord.token,
        "DISCORD_API_BASE": discord.url,
    }
    process = Forked(main, ("run",), folder=tmp_path, environ=environ)
    await discord.until_connected(patience=PATIENCE)
    yield process
    process.tell(signal.SIGKILL)
    process.wait()


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

    bot.tell(number)

    assert before == []
    assert (await bot.ended())[0] == code
    await until(lambda: not Path(f"/proc/{drawing}").exists())
