"""What other people's messages cost, which Discord sends the bot emptied of their words."""

import asyncio
import json
import time
import zlib
from pathlib import Path

import orjson

from bot.client.spoken import spoken_to
from bot.sandbox import Sandbox
from bot.sandbox.shapes import Json
from tests.benchmarks.processes import LEGDAY, Process, local_discord, ready
from tests.benchmarks.results import Row, Target

A_SECOND = 1_000  # messages
TICK = 0.02  # seconds
SETTLE = 3.0  # seconds after "ready" until the bot is called idle
LOOKS = 20_000
MOST_CPU = 1.0  # % of a core
MOST_STALL_MS = 2.0


async def talking(folder: Path, *, quick: bool) -> list[Row]:
    """Measure what a message of others costs to read, and the bot's CPU while they come."""
    seconds = 10.0 if quick else 60.0
    async with local_discord() as sandbox, ready(LEGDAY, sandbox, folder) as bot:
        message = _message(sandbox)
        await asyncio.sleep(SETTLE)
        idle = await _used(bot, sandbox, None, seconds)
        talked = await _used(bot, sandbox, message, seconds)
    share, longest = _looks(json.dumps(message).encode(), sandbox.world.bot_id)
    return [
        Row(
            what=f"reading {A_SECOND:,} messages of others a second, without their socket",
            rounds=[share],
            unit="%",
            target=Target(value=MOST_CPU),
        ),
        Row(
            what=f"the longest of {LOOKS:,} looks at one",
            rounds=[longest],
            unit="ms",
            target=Target(value=MOST_STALL_MS),
        ),
        Row(
            what="what they add to the bot's CPU in all, their socket's frames included",
            rounds=[talked - idle],
            unit="%",
            figures={"idle_%": idle, "us_each": (talked - idle) * 1e4 / A_SECOND},
        ),
    ]


def _message(sandbox: Sandbox) -> Json:
    ann = sandbox.person("ann")
    return dict(ann.say("five by five at a hundred, felt strong, see you all on friday").raw)


async def _used(bot: Process, sandbox: Sandbox, message: Json | None, seconds: float) -> float:
    """Return the share of a core, in %, that the bot uses while a message comes again and again."""
    before, began, sent = bot.cpu(), time.perf_counter(), 0
    while (passed := time.perf_counter() - began) < seconds:
        while message is not None and sent < passed * A_SECOND:
            sandbox.gateway.dispatch("MESSAGE_CREATE", message, sandbox.guild.id)
            sent += 1
        await asyncio.sleep(TICK)
    return 100 * (bot.cpu() - before) / (time.perf_counter() - began)


def _looks(message: bytes, own_id: int) -> tuple[float, float]:
    """Return the share of a core, in %, at so many a second, and the longest look, in ms of CPU.

    Decoded by orjson, as discord.py does where it is installed.
    """
    compress, inflate = zlib.compressobj(), zlib.decompressobj()
    frames = [compress.compress(message) + compress.flush(zlib.Z_SYNC_FLUSH) for _ in range(LOOKS)]
    began = time.thread_time_ns()
    for frame in frames:
        spoken_to(orjson.loads(inflate.decompress(frame)), own_id)
    each, longest = (time.thread_time_ns() - began) / LOOKS, 0
    for _ in range(LOOKS):
        before = time.thread_time_ns()
        spoken_to(orjson.loads(message), own_id)
        longest = max(longest, time.thread_time_ns() - before)
    return 100 * each * A_SECOND / 1e9, longest / 1e6
