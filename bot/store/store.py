"""The store: one database, a repository for each subject, opened for as long as the bot runs."""

import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.clock import Clock
from bot.store.copies.backup import Backups, BackupSettings
from bot.store.engine.database import Database
from bot.store.engine.files import database_path, locked
from bot.store.engine.meta import Meta
from bot.store.engine.schema import Migration, applied, apply, pending, shipped_migrations
from bot.store.engine.sqlite import Sqlite
from bot.store.members.members import Members
from bot.store.recurring.posts import Posts
from bot.store.recurring.rules import Rules
from bot.store.reminders.reminders import Reminders
from bot.store.servers.guilds import Guilds
from bot.store.servers.notices import Notices
from bot.store.servers.servers import Servers

log = logging.getLogger(__name__)


class Store:
    """What the bot keeps, by subject. Repositories are thin: a call is one transaction."""

    def __init__(self, database: Database, backups: Backups, clock: Clock) -> None:
        self.database = database
        self.backups = backups
        self.members = Members(database, clock)
        self.guilds = Guilds(database, clock)
        self.posts = Posts(database, clock)
        self.rules = Rules(database)
        self.notices = Notices(database)
        self.reminders = Reminders(database, clock, self.notices.expect)
        self.servers = Servers(database)
        self.meta = Meta(database)

    async def look_after_files(self) -> bool:
        """Erase what was deleted from the log; say whether the database is still in its place."""
        return await self.database.look_after(self.backups.rescue)


@asynccontextmanager
async def open_store(
    url: str,
    *,
    clock: Clock,
    backups: BackupSettings | None = None,
    migrations: tuple[Migration, ...] | None = None,
) -> AsyncIterator[Store]:
    """Open the database at ``url`` for this process alone, checked and migrated.

    Args:
        url: ``sqlite:///data/legday.db``; the file is made when it is missing.
        clock: tells when a backup is made and what is recent.
        backups: where copies go and how many stay; by default seven beside the database.
        migrations: another schema than the shipped one, for tests of upgrades.

    Raises:
        StoreError: one line that says what is wrong and what to do.
    """
    path = database_path(url)
    copies = Backups(path, backups or BackupSettings(), clock)
    with locked(path):
        async with Sqlite(path) as database:
            await database.check()
            await migrate(database, migrations or shipped_migrations(), copies, clock)
            log.info("store open: %s, SQLite %s", path, sqlite3.sqlite_version)
            yield Store(database, copies, clock)


async def migrate(
    database: Database, migrations: tuple[Migration, ...], backups: Backups, clock: Clock
) -> None:
    """Bring the schema up to date, after a checked backup when there is something to lose."""
    had = await database.transact(applied())
    missing = pending(migrations, had, str(backups.path))
    if had and missing:
        await backups.make()
    for migration in missing:
        await database.transact(apply(migration, clock.now()))
        log.info("schema %d applied: %s", migration.version, migration.name)
