"""The process as an operator meets it: real signals, a Discord on loopback.

What an interpreter of its own adds is tried once: an exit code, and a life that a signal ends.
"""

import asyncio
import contextlib
import json
import os
import signal
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.sandbox import RealClock, Sandbox
from tests.forked import Forked

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0  # seconds; a slow machine starts an interpreter in a few


class Process:
    """One run of ``python -m bot``."""

    def __init__(self, process):
        self._process = process

    async def ended(self):
        """Wait for the end and return exit code, what was printed, and what was logged."""
        async with asyncio.timeout(PATIENCE):
            out, err = await self._process.communicate()
        return self._process.returncode, out.decode(), err.decode()

    def tell(self, number):
        """Send a signal."""
        self._process.send_signal(number)

    def kill(self):
        """End it however it is."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()


@pytest.fixture
async def discord():
    """A local Discord in real time, for bots that are processes of their own."""
    async with Sandbox(clock=RealClock()) as running:
        yield running
        assert running.violations == []


@pytest.fixture
async def start(tmp_path):
    """Start commands in an empty working directory; what still runs at the end is killed."""
    started = []

    async def run(*arguments, **variables):
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            cwd=tmp_path,
            env={**kept, "PYTHONPATH": str(ROOT), **variables},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        started.append(Process(process))
        return started[-1]

    yield run
    for process in started:
        process.kill()
        with contextlib.suppress(ValueError):
            await process.ended()


@pytest.fixture
def forked(tmp_path):
    """Start commands likewise, in processes that begin with everything imported."""
    started = []

    def run(*arguments, **variables):
        started.append(Forked(main, arguments, folder=tmp_path, environ=variables))
        return started[-1]

    yield run
    for process in started:
        process.tell(signal.SIGKILL)
        process.wait()


async def gone(discord):
    """Wait until no bot is connected."""
    async with asyncio.timeout(PATIENCE):
        while discord.gateway.connected:
            discord.gateway.changed.clear()
            await discord.gateway.changed.wait()


def one_line(text):
    """Tell whether ``text`` is exactly one line."""
    return text.endswith("\n") and text.count("\n") == 1


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"DISCORD_TOKEN": ""}, "DISCORD_TOKEN is not set"),
        ({"DISCORD_TOKEN": "your-bot-token"}, "placeholder"),
        ({"DISCORD_TOKEN": "abc", "DISCORD_API_BASE": "nowhere"}, "DISCORD_API_BASE"),
        ({"DISCORD_TOKEN": "abc", "DATABASE_URL": "mysql://gym"}, "DATABASE_URL"),
        ({"DISCORD_TOKEN": "abc", "DATABASE_URL": "postgresql://x@127.0.0.1:1/gym"}, "127.0.0.1:1"),
        ({"DISCORD_TOKEN": "abc", "HEALTH_ADDRESS": "203.0.113.1:9100"}, "HEALTH_ADDRESS"),
    ],
)
async def test_settings_that_cannot_work_are_one_line_and_exit_2(forked, variables, says):
    code, out, err = await forked("run", **variables).ended()

    assert (code, out, one_line(err)) == (2, "", True)
    assert says in err


async def test_no_settings_at_all_are_one_line_and_exit_2(start):
    code, out, err = await (await start("run")).ended()

    assert (code, out, one_line(err)) == (2, "", True)
    assert "DISCORD_TOKEN is not set" in err


async def test_unwritable_data_is_one_line_and_exit_2(forked, discord, tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")

    process = forked("run", DISCORD_TOKEN=discord.token, DISCORD_API_BASE=discord.url)
    code, out, err = await process.ended()

    assert (code, out, one_line(err)) == (2, "", True)
    assert "data/legday.db cannot be written" in err


async def test_refused_token_is_one_line_and_exit_2(forked, discord):
    process = forked("run", DISCORD_TOKEN="nonsense", DISCORD_API_BASE=discord.url)
    code, out, err = await process.ended()

    assert (code, out, one_line(err)) == (2, "", True)
    assert err.startswith("Discord refused DISCORD_TOKEN")
    assert "nonsense" not in err


async def test_base_that_is_not_discord_is_one_line_and_exit_2(forked, discord):
    base = discord.url.removesuffix("/v10") + "/v9"

    process = forked("run", DISCORD_TOKEN=discord.token, DISCORD_API_BASE=base)
    code, _, err = await process.ended()

    assert (code, one_line(err)) == (2, True)
    assert err.startswith("DISCORD_API_BASE")
    discord.violations.clear()  # the sandbox knows no such address: that is what is tried here


async def test_health_is_good_while_it_runs_and_bad_before_and_after(forked, discord):
    def asked():
        return forked("health")

    assert (await asked().ended())[0] == 1
    process = forked("run", DISCORD_TOKEN=discord.token, DISCORD_API_BASE=discord.url)
    await discord.until_connected(patience=PATIENCE)
    code, out, err = await asked().ended()
    assert (code, one_line(out), err) == (0, True, "")

    process.tell(signal.SIGTERM)
    await process.ended()

    assert (await asked().ended())[0] == 1


async def test_start_says_who_the_bot_is_and_how_to_invite_it(forked, discord):
    process = forked("run", DISCORD_TOKEN=discord.token, DISCORD_API_BASE=discord.url)
    await discord.until_connected(patience=PATIENCE)
    process.tell(signal.SIGTERM)
    _, _, err = await process.ended()

    application = discord.world.application_id
    assert f"client_id={application}&scope=bot+applications.commands&permissions=68608" in err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_signal_stops_it_cleanly(forked, discord, tmp_path, number):
    process = forked("run", DISCORD_TOKEN=discord.token, DISCORD_API_BASE=discord.url)
    await discord.until_connected(patience=PATIENCE)

    process.tell(number)
    code, _, err = await process.ended()

    assert (code, "Traceback" in err) == (0, False)
    await gone(discord)
    assert not (tmp_path / "data" / "legday.db-wal").exists()


async def test_signal_stops_it_while_discord_is_away(start, discord):
    await discord.api_down()
    process = await start(
        "run", DISCORD_TOKEN=discord.token, DISCORD_API_BASE=discord.url, LOG_FORMAT="json"
    )

    line = await process._process.stderr.readline()
    while "next try in 5 s" not in json.loads(line)["message"]:
        line = await process._process.stderr.readline()
    process.tell(signal.SIGTERM)
    code, _, err = await process.ended()

    assert (code, "Traceback" in err) == (0, False)


async def test_second_process_is_refused_the_database(forked, discord):
    settings = {"DISCORD_TOKEN": discord.token, "DISCORD_API_BASE": discord.url}
    forked("run", **settings)
    await discord.until_connected(patience=PATIENCE)

    code, out, err = await forked("run", **settings).ended()

    assert (code, out, one_line(err)) == (2, "", True)
    assert "in use by another process" in err


async def test_token_and_message_text_never_reach_the_log(forked, discord):
    process = forked(
        "run", DISCORD_TOKEN=discord.token, DISCORD_API_BASE=discord.url, LOG_LEVEL="DEBUG"
    )
    await discord.until_connected(patience=PATIENCE)
    await discord.person("ann").slash("legday log", effort=8, minutes=60, note="my secret knee")

    process.tell(signal.SIGTERM)
    _, _, err = await process.ended()

    assert "ready" in err or "stopping" in err
    assert (discord.token in err, "secret knee" in err) == (False, False)


async def test_dotenv_is_read_from_the_working_directory(forked, discord, tmp_path):
    (tmp_path / ".env").write_text(
        f"DISCORD_TOKEN={discord.token}\nDISCORD_API_BASE={discord.url}\n"
    )

    process = forked("run")
    await discord.until_connected(patience=PATIENCE)
    process.tell(signal.SIGTERM)

    assert (await process.ended())[0] == 0


async def test_start_loads_nothing_slow_that_it_does_not_need():
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", LOAD_AS_RUN_DOES), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()

    assert (process.returncode, out.decode().split()) == (0, [])


LOAD_AS_RUN_DOES = """
import importlib, sys
import bot.__main__, bot.runtime.process, bot.client.app, bot.runtime.logs
for name in bot.client.app.EXTENSIONS:
    importlib.import_module(name)
few = ("prometheus_client", "aiohttp.web", "asyncpg")
for slow in ("bot.sandbox", "bot.cli.doctor", "bot.cli.sandbox", *few):
    if slow in sys.modules:
        print(slow)
"""
