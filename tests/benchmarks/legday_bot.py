"""The real bot as a process, with `/bench noop` besides its own commands."""

import asyncio

from bot.client.app import EXTENSIONS, LegdayBot
from bot.clock import SystemClock
from bot.config import Config, environment
from bot.runtime import logs
from bot.runtime.connection import connected
from bot.runtime.maintenance import opened
from bot.runtime.process import told_to_stop


async def main() -> None:
    """Run until told to stop."""
    config, clock = Config.from_env(environment()), SystemClock()
    logs.set_up(config)
    stopping = asyncio.Event()
    extensions = (*EXTENSIONS, "tests.benchmarks.noop")
    with told_to_stop(stopping):
        async with opened(config, clock) as store:
            bot = LegdayBot(config, store, clock, extensions=extensions)
            async with connected(bot) as connection:
                stop = asyncio.create_task(stopping.wait())
                await asyncio.wait({connection, stop}, return_when=asyncio.FIRST_COMPLETED)


if __name__ == "__main__":
    asyncio.run(main())
