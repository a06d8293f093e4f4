"""Joining the processes of a bot; one on a SQLite file is alone."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot.clock import Clock
from bot.cluster.membership import Cluster
from bot.config import Config
from bot.store.engine.files import is_server
from bot.store.store import Store

Join = Callable[[Config, Store, Clock], AbstractAsyncContextManager[Cluster]]


@asynccontextmanager
async def joined(config: Config, store: Store, clock: Clock) -> AsyncIterator[Cluster]:
    """Be one of the bot's processes while the block runs."""
    if not is_server(config.database_url):
        yield Cluster(config, clock)
        return
    from bot.cluster.processes import Processes  # noqa: PLC0415 (SQLite needs none of it)

    async with Processes(config, store, clock) as processes:
        yield processes
