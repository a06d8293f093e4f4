"""What a process does that delivers until SIGTERM."""

import asyncio
import signal
from datetime import datetime, timedelta

from bot.clock import SystemClock
from bot.delivery import Delivery, DiscordTransport
from bot.store.store import open_store


class Ahead(SystemClock):
    """The machine's clock, moved forward, as after a long downtime."""

    def __init__(self, seconds: float) -> None:
        self._ahead = timedelta(seconds=seconds)

    def now(self) -> datetime:
        return super().now() + self._ahead


def run(base: str, token: str, url: str, ahead: float) -> None:
    """Deliver what is kept at ``url``, by a clock that is so many seconds ahead."""
    asyncio.run(_run(base, token, url, ahead))


async def _run(base: str, token: str, url: str, ahead: float) -> None:
    clock = Ahead(ahead)
    told = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, told.set)
    async with open_store(url, clock=clock) as store:
        transport = DiscordTransport(base, token, clock)
        delivery = Delivery(store.reminders, transport, clock)
        running = asyncio.create_task(delivery.run())
        await told.wait()
        await delivery.stop()
        await running
        await transport.close()
