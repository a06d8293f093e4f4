"""Migrating a database on PostgreSQL that other processes may be using, one process at a time."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from bot.clock import SystemClock
from bot.store.engine.dialect import postgresql_dialect
from bot.store.engine.errors import StoreUnavailable
from bot.store.engine.files import shown
from bot.store.engine.postgres import Postgres
from bot.store.engine.schema import Migration, bring_in, missing_in, statements

WAITS_S, TRY_EVERY_S = 60.0, 0.1  # for another process that migrates

# The lock of a session, in the class of those that processes share (``bot.store.cluster``).
TRY = "SELECT pg_try_advisory_lock(1279738969, 1) AS ours"
UNFINISHED = """
SELECT relname AS name FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace
"""


async def migrate(url: str, known: tuple[Migration, ...], now: datetime) -> None:
    """Apply what is missing of the known migrations.

    Raises:
        StoreError: the database cannot be migrated, or not now.
    """
    async with migrating(url) as session:
        for migration in await missing_in(session, known, shown(url)):
            if migration.outside:
                await build_outside(session, migration)
            await bring_in(session, migration, now, is_done=migration.outside)


@asynccontextmanager
async def migrating(url: str) -> AsyncIterator[Postgres]:
    """Be the one process that migrates, on a session whose statements may take hours.

    Raises:
        StoreUnavailable: another one is still at it after a minute.
    """
    async with Postgres(url, size=1, name="legday migrates", command_s=None) as session:
        clock = SystemClock()  # of a server, as in ``Postgres``
        until = clock.monotonic() + WAITS_S
        # Tried, not waited for: an index that is being built waits for all who are in a statement.
        while not (await session.fetch(TRY))[0]["ours"]:
            if clock.monotonic() >= until:
                raise StoreUnavailable("another process is still migrating: start again later")
            await clock.sleep(TRY_EVERY_S)
        yield session


async def build_outside(session: Postgres, migration: Migration) -> None:
    """Run a migration's statements, none in a transaction, whatever an earlier try left."""
    for row in await session.fetch(UNFINISHED):
        if row["name"] in migration.sql.split():
            await session.fetch(f"DROP INDEX {row['name']}")
    for statement in statements(migration.sql):
        await session.fetch(postgresql_dialect(statement))
