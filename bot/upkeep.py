"""The database as the operator's settings want it: opened, and copied by itself or on request."""

import sys
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from pathlib import Path

from bot.clock import Clock
from bot.config import Config
from bot.store.backup import Backups, BackupSettings
from bot.store.errors import StoreError
from bot.store.files import database_path
from bot.store.store import Store, open_store

FIRST_LOOK = timedelta(minutes=1)  # a start has better things to do
LOOK_EVERY = timedelta(minutes=10)


def opened(config: Config, clock: Clock) -> AbstractAsyncContextManager[Store]:
    """Return the store, checked and migrated, for use with ``async with``."""
    return open_store(config.database_url, clock=clock, backups=settings(config))


def settings(config: Config) -> BackupSettings:
    """Say where backups go, how many stay and how often they are made."""
    return BackupSettings(
        folder=config.backup_dir,
        keep=config.backup_keep,
        every=timedelta(hours=config.backup_every_hours),
    )


async def back_up(store: Store, clock: Clock) -> None:
    """Make a backup whenever one is due, for ever; for a supervised loop."""
    await clock.sleep(FIRST_LOOK.total_seconds())
    while True:
        await store.backups.make_when_due()
        await clock.sleep(LOOK_EVERY.total_seconds())


async def copy_database(config: Config, clock: Clock, target: Path | None) -> Path:
    """Copy the database to ``target``, or among the automatic backups; return where it is.

    Raises:
        StoreError: there is no database, ``target`` is taken, or the copy is not sound.
    """
    path = database_path(config.database_url)
    if not path.exists():
        raise StoreError(f"{path} does not exist yet: start the bot once, then copy.")
    if target is None:
        return await Backups(path, settings(config), clock).make()
    if target.exists():  # noqa: ASYNC240 (nothing else runs in this process)
        raise StoreError(f"{target} exists already: choose another name.")
    beside = BackupSettings(folder=target.parent, keep=sys.maxsize)
    made = await Backups(path, beside, clock).make()
    return made.rename(target)
