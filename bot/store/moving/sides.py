"""Opening the two databases of a move, each for nobody else: the bot must not be running."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

from bot.clock import Clock
from bot.store.copies.backup import BackupSettings
from bot.store.engine.connection import unusable
from bot.store.engine.deletions import DeletionFile
from bot.store.engine.errors import (
    StoreError,
    StoreLocked,
    StoreUnavailable,
    StoreUrlError,
    not_installed,
)
from bot.store.engine.files import beside, database_path, is_server, shown
from bot.store.moving.move import Compared, Side, move
from bot.store.store import open_store


async def move_all(
    source_url: str, target_url: str, *, clock: Clock, backups: BackupSettings
) -> list[Compared]:
    """Move all data from one database to another; return what both hold, table by table.

    Raises:
        StoreError: one line that says what is wrong and what to do.
    """
    if is_server(source_url) == is_server(target_url):
        raise StoreError(
            "a move goes from SQLite to PostgreSQL, or back: --from and DATABASE_URL name the same "
            "engine; for a copy see backup and restore"
        )
    async with AsyncExitStack() as stack:
        source = await stack.enter_async_context(_source(source_url, clock, backups))
        target = await stack.enter_async_context(side(target_url, clock, backups))
        return await move(source, target, clock.now())


@asynccontextmanager
async def _source(url: str, clock: Clock, backups: BackupSettings) -> AsyncIterator[Side]:
    """Open what must be there already."""
    if is_server(url):
        try:
            from bot.store.engine.server_facts import look  # noqa: PLC0415 (SQLite needs none of it)
        except ModuleNotFoundError as missing:
            raise not_installed(missing) from None
        is_there = (await look(url)).schema is not None
    else:
        try:
            is_there = database_path(url).exists()
        except StoreUrlError as error:
            raise StoreUrlError(str(error).replace("DATABASE_URL", "--from")) from None
    if not is_there:
        raise StoreError(f"{shown(url)} holds nothing of Legday's: check what --from names")
    async with side(url, clock, backups) as opened:
        yield opened


def side(url: str, clock: Clock, backups: BackupSettings) -> AbstractAsyncContextManager[Side]:
    """Open a database, checked and migrated, while nobody else uses it."""
    return on_server(url, clock, backups) if is_server(url) else in_file(url, clock, backups)


@asynccontextmanager
async def in_file(url: str, clock: Clock, backups: BackupSettings) -> AsyncIterator[Side]:
    """Open a SQLite file, which its lock keeps from others."""
    path = database_path(url)

    async def check_ours() -> None:
        if not await store.look_after_files():
            raise StoreError(f"{path} was deleted or replaced meanwhile: begin again")

    try:
        async with open_store(url, clock=clock, backups=backups, moving=True) as store:
            yield Side(
                database=store.database,
                where=str(path),
                deleted=DeletionFile(path),
                check_ours=check_ours,
            )
    except sqlite3.Error as error:
        raise unusable(path, error) from None


@asynccontextmanager
async def on_server(url: str, clock: Clock, backups: BackupSettings) -> AsyncIterator[Side]:
    """Open a database on PostgreSQL, with the lock that all processes of a bot share."""
    try:
        from bot.store.cluster.anchor import CLUSTER, anchored  # noqa: PLC0415 (SQLite needs none of it)
        from bot.store.engine.postgres_pool import REFUSED, reason, unopened  # noqa: PLC0415
    except ModuleNotFoundError as missing:
        raise not_installed(missing) from None
    where = shown(url)
    try:
        anchor = await anchored(url, lambda: None)
    except (StoreUnavailable, ValueError) as error:
        raise unopened(url, error.__cause__ or error) from None
    try:
        if not await anchor.take(CLUSTER):
            raise StoreLocked(f"{where} is in use by a bot: stop all its processes first")
        async with open_store(url, clock=clock, backups=backups, pool=2, moving=True) as store:
            yield Side(
                database=store.database,
                where=where,
                deleted=DeletionFile(beside(url)),
                check_ours=lambda: anchor.ask("SELECT 1"),
            )
    except REFUSED as error:
        raise StoreError(f"{where}: {reason(error, url)}") from None
    finally:
        await anchor.close()
