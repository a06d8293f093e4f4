"""Several processes of one bot, as far as the database knows them: sessions in one event loop."""

import contextlib
from collections.abc import AsyncIterator, Callable

import pytest

from bot.clock import SystemClock
from bot.cluster.processes import Processes
from bot.config import Config
from bot.store.store import open_store
from tests import postgres


@pytest.fixture
async def url() -> AsyncIterator[str]:
    """A database with the present schema."""
    async with postgres.database() as made:
        yield made


Join = Callable[..., contextlib.AbstractAsyncContextManager[Processes]]


@pytest.fixture
def join(url: str) -> Join:
    """Be one more process for a block: ``async with join(slots=2, count=4) as process``."""

    @contextlib.asynccontextmanager
    async def joined(
        *, count: int = 4, slots: int = 2, slot: int | None = None, patience: float = 30.0
    ) -> AsyncIterator[Processes]:
        config = Config(
            discord_token="",
            database_url=url,
            shard_count=count,
            shard_slots=slots,
            shard_slot=slot,
        )
        clock = SystemClock()
        async with (
            open_store(url, clock=clock, pool=2) as store,
            Processes(config, store, clock, patience=patience) as made,
        ):
            yield made

    return joined
