"""Many reminders for few channels: merged into one message each, against one message a reminder."""

import asyncio
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import aiohttp

from bot.clock import SystemClock
from bot.delivery import Delivery, DiscordTransport
from bot.sandbox import Sandbox
from tests.benchmarks.filling import opened
from tests.benchmarks.pending import fill_posts, places
from tests.benchmarks.processes import local_discord
from tests.benchmarks.results import Row, Target

CHANNELS = 8
EACH = 20  # reminders a channel
PATIENCE = 120.0  # seconds
LOOK_EVERY = 0.005  # seconds
TOO_MANY = 429
AGO = timedelta(seconds=5)  # when they were due


async def merging(folder: Path, *, quick: bool) -> list[Row]:
    """Measure both ways to the last message, from when delivery looks at what is due."""
    merged = []
    for number in range(1 if quick else 5):
        where = folder / str(number)
        where.mkdir()
        async with local_discord(watched=True) as sandbox:
            merged.append(await _merged(sandbox, where))
    async with local_discord(watched=True) as sandbox:
        unmerged = await _unmerged(sandbox)
    return [
        Row(
            what=f"{CHANNELS * EACH} reminders in {CHANNELS} channels, one message each / merged",
            rounds=[unmerged / one for one in merged],
            unit="x",
            target=Target(value=100, at_least=True),
            figures={"unmerged_s": unmerged, "merged_s": median(merged)},
        )
    ]


async def _merged(sandbox: Sandbox, folder: Path) -> float:
    due_at = datetime.now(UTC).replace(microsecond=0) - AGO
    await fill_posts(folder, places(sandbox, CHANNELS) * EACH, due_at)
    transport = DiscordTransport(sandbox.url, sandbox.token, SystemClock())
    async with opened(folder) as store:
        delivery = Delivery(store.reminders, transport, SystemClock())
        running = asyncio.create_task(delivery.run())
        took = await _until_sent(sandbox, _all_settled(delivery))
        await delivery.stop()
        await running
    await transport.close()
    return took


async def _all_settled(delivery: Delivery) -> None:
    async with asyncio.timeout(PATIENCE):
        while delivery.health().ended["sent"] < CHANNELS * EACH:  # noqa: ASYNC110 (nothing tells)
            await asyncio.sleep(LOOK_EVERY)


async def _unmerged(sandbox: Sandbox) -> float:
    """Send each by itself, all channels at once, heeding the limits that Discord tells."""
    headers = {"Authorization": f"Bot {sandbox.token}"}
    async with aiohttp.ClientSession(headers=headers) as session:

        async def send_all() -> None:
            async with asyncio.TaskGroup() as group:
                for place in places(sandbox, CHANNELS):
                    url = f"{sandbox.url}/channels/{place.channel_id}/messages"
                    group.create_task(_one_by_one(session, url))

        return await _until_sent(sandbox, send_all())


async def _one_by_one(session: aiohttp.ClientSession, url: str) -> None:
    for _ in range(EACH):
        while True:
            async with session.post(url, json={"content": "Time for a glass of water"}) as response:
                limits = response.headers
                wait = float(limits["X-RateLimit-Reset-After"])
            if limits["X-RateLimit-Remaining"] == "0":
                await asyncio.sleep(wait)
            if response.status != TOO_MANY:
                break


async def _until_sent(sandbox: Sandbox, work: Awaitable[None]) -> float:
    """Return the seconds from the beginning of some work to the last message."""
    began = datetime.now(UTC)
    await work
    return (sandbox.requests[-1].at - began).total_seconds()
