"""Processes that start on one database, at the same moment or with different versions."""

import asyncio
from dataclasses import replace

import asyncpg  # type: ignore[import-untyped]  # it brings no types
import pytest

from bot.clock import SystemClock
from bot.store.engine.errors import StoreConflict, StoreTooNew
from bot.store.engine.schema import Migration, shipped_migrations
from bot.store.store import open_store
from tests import postgres

NEXT = Migration(version=9_000, name="shoes", sql="CREATE TABLE shoes (shoe_id BIGINT NOT NULL);\n")


@pytest.fixture
async def url(tmp_path, monkeypatch):
    """Return where nothing is yet."""
    monkeypatch.chdir(tmp_path)
    async with postgres.empty_database() as made:
        yield made


async def test_those_that_start_at_once_migrate_once(url, clock):
    async def start():
        async with open_store(url, clock=clock) as store:
            return len(await store.database.fetch("SELECT version FROM schema_migrations"))

    assert await asyncio.gather(*(start() for _ in range(3))) == [len(shipped_migrations())] * 3


async def test_an_older_version_runs_beside_a_newer_one_that_only_adds(url, clock):
    newer = (*shipped_migrations(), NEXT)
    async with open_store(url, clock=clock, migrations=newer) as new:
        async with open_store(url, clock=clock) as old:
            await old.meta.set("kept", "yes")
        assert await new.meta.get("kept") == "yes"


async def test_an_older_version_does_not_start_beside_one_that_breaks_it(url, clock):
    newer = (*shipped_migrations(), replace(NEXT, sql=f"-- breaks\n{NEXT.sql}"))
    async with open_store(url, clock=clock, migrations=newer):
        with pytest.raises(StoreTooNew):
            async with open_store(url, clock=clock):
                pass


INDEX = Migration(
    version=9_001,
    name="shoes_found",
    sql="""-- outside
CREATE UNIQUE INDEX /*postgresql: CONCURRENTLY*/ IF NOT EXISTS shoes_found ON shoes (shoe_id);
""",
)
VALID = "SELECT indisvalid FROM pg_index WHERE indexrelid = 'shoes_found'::regclass"


async def test_index_built_outside_of_a_transaction_is_built_anew_where_that_was_cut_short(
    url, clock
):
    before = (*shipped_migrations(), NEXT)
    async with open_store(url, clock=clock, migrations=before):
        pass
    session = await asyncpg.connect(url)
    await session.execute("INSERT INTO shoes VALUES (1), (1)")
    with pytest.raises(StoreConflict):
        async with open_store(url, clock=clock, migrations=(*before, INDEX)):
            pass
    assert await session.fetchval(VALID) is False
    await session.execute("TRUNCATE shoes")

    async with open_store(url, clock=clock, migrations=(*before, INDEX)) as store:
        [row] = await store.database.fetch("SELECT max(version) AS newest FROM schema_migrations")

    assert await session.fetchval(VALID) is True
    assert row["newest"] == INDEX.version
    await session.close()


async def test_who_starts_while_another_migrates_waits_for_it(url):
    session = await asyncpg.connect(url)
    await session.execute("SELECT pg_advisory_lock(1279738969, 1)")

    async def start():
        async with open_store(url, clock=SystemClock()):
            pass

    starting = asyncio.create_task(start())
    async with asyncio.timeout(20):
        while not await session.fetchval(
            "SELECT 1 FROM pg_stat_activity WHERE application_name = 'legday migrates'"
            " AND datname = current_database() AND query LIKE '%try_advisory%'"
        ):
            pass
    assert not starting.done()
    assert await session.fetchval("SELECT to_regclass('members')") is None
    await session.close()
    await starting
