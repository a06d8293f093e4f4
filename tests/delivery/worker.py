"""A process that delivers until SIGTERM: `worker.py API TOKEN DATABASE_URL SECONDS_AHEAD`."""

import asyncio
import signal
import sys
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


async def main(base: str, token: str, url: str, ahead: str) -> None:
    clock = Ahead(float(ahead))
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


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
