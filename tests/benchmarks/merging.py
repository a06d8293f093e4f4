"""Many reminders for few channels: merged into one message each, against one message a reminder."""

import asyncio
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bot.clock import SystemClock
from bot.delivery import Delivery, DiscordTransport
from bot.delivery.outcomes import Refused
from bot.delivery.transport import Parcel
from bot.sandbox import Sandbox
from bot.texts.card import Card
from tests.benchmarks.filling import opened
from tests.benchmarks.pending import Place, fill_posts
from tests.benchmarks.processes import local_discord
from tests.benchmarks.results import Row, Target

CHANNELS = 8
EACH = 20  # reminders a channel
PATIENCE = 120.0  # seconds
LOOK_EVERY = 0.005  # seconds
AGO = timedelta(seconds=5)  # when they were due


async def merging(folder: Path, *, quick: bool) -> list[Row]:
    """Measure both ways to the last message, from when delivery looks at what is due."""
    merged, unmerged = [], []
    for number in range(1 if quick else 3):
        where = folder / str(number)
        where.mkdir()
        async with local_discord(watched=True) as sandbox:
            merged.append(await _merged(sandbox, where))
        async with local_discord(watched=True) as sandbox:
            unmerged.append(await _unmerged(sandbox))
    return [
        Row(
            what=f"{CHANNELS * EACH} reminders in {CHANNELS} channels, one message each / merged",
            rounds=[slow / fast for slow, fast in zip(unmerged, merged, strict=True)],
            unit="x",
            target=Target(value=100, at_least=True),
            figures={"unmerged_s": median(unmerged), "merged_s": median(merged)},
        )
    ]


async def _merged(sandbox: Sandbox, folder: Path) -> float:
    due_at = datetime.now(UTC).replace(microsecond=0) - AGO
    await fill_posts(folder, _places(sandbox) * EACH, due_at)
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
        while delivery.settled["sent"] < CHANNELS * EACH:  # noqa: ASYNC110 (nothing tells)
            await asyncio.sleep(LOOK_EVERY)


async def _unmerged(sandbox: Sandbox) -> float:
    """Send each by itself, at the same pace and heeding the same limits."""
    transport = DiscordTransport(sandbox.url, sandbox.token, SystemClock())
    places = _places(sandbox)

    async def send_all() -> None:
        async with asyncio.TaskGroup() as group:
            for place in places:
                group.create_task(_one_by_one(transport, place.channel_id))

    took = await _until_sent(sandbox, send_all())
    await transport.close()
    return took


async def _one_by_one(transport: DiscordTransport, channel_id: int) -> None:
    for number in range(EACH):
        parcel = Parcel(
            card=Card(title="Time for a glass of water"),
            nonce=f"{channel_id}.{number}"[-25:],
            send_by=datetime.now(UTC) + timedelta(hours=1),
        )
        while True:
            try:
                await transport.send(channel_id, parcel)
            except Refused:  # the transport waits before the next
                continue
            break


async def _until_sent(sandbox: Sandbox, work: Awaitable[None]) -> float:
    """Return the seconds from the beginning of some work to the last message."""
    began = datetime.now(UTC)
    await work
    return (sandbox.requests[-1].at - began).total_seconds()


def _places(sandbox: Sandbox) -> list[Place]:
    places = []
    for number in range(CHANNELS):
        guild = sandbox.world.add_guild(f"Gym {number}")
        channel = sandbox.world.add_channel(guild, "legs")
        places.append(Place(guild.id, int(channel["id"])))
    return places
