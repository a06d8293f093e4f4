"""Processes that start on one database, at the same moment or with different versions."""

import asyncio
from dataclasses import replace

import pytest

from bot.store.engine.errors import StoreTooNew
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
