"""The store: one database and a repository for each subject, open while the bot runs."""

import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.clock import Clock
from bot.store.copies.backup import Backups, BackupSettings
from bot.store.copies.deleted_again import follow_list
from bot.store.engine.database import Database
from bot.store.engine.deletions import DeletionFile
from bot.store.engine.files import database_path, locked
from bot.store.engine.meta import Meta
from bot.store.engine.read_only import ReadOnlySqlite
from bot.store.engine.schema import Migration, applied, apply, pending, shipped_migrations
from bot.store.engine.sqlite import Sqlite
from bot.store.groups.closing import RollClosing
from bot.store.groups.memberships import Memberships
from bot.store.groups.rolls import Rolls
from bot.store.members.boards import Boards
from bot.store.members.keepings import Keepings
from bot.store.members.members import Members
from bot.store.recurring.posts import Posts
from bot.store.recurring.rules import Rules
from bot.store.reminders.member_notices import MemberNotices
from bot.store.reminders.reminders import Reminders
from bot.store.servers.guilds import Guilds
from bot.store.servers.notices import Notices
from bot.store.servers.planners import Planners
from bot.store.servers.post_counts import PostCounts
from bot.store.servers.servers import Servers

log = logging.getLogger(__name__)


class Store:
    """The repositories over one database. They are thin: a call is one transaction."""

    def __init__(
        self, database: Database, backups: Backups, deleted: DeletionFile, clock: Clock
    ) -> None:
        self.database = database
        self.backups = backups
        self.members = Members(database, clock, deleted)
        self.keepings = Keepings(database)
        self.boards = Boards(database, self.keepings, clock)
        self.guilds = Guilds(database, clock, deleted)
        self.posts = Posts(database, clock)
        self.rules = Rules(database)
        self.notices = Notices(database)
        self.planners = Planners(database)
        self.member_notices = MemberNotices(database)
        self.post_counts = PostCounts(database, clock)
        self.reminders = Reminders(database, clock, self._stopped)
        self.servers = Servers(database)
        self.rolls = Rolls(database, clock)
        self.roll_closing = RollClosing(database, clock)
        self.memberships = Memberships(database, clock)
        self.meta = Meta(database)

    async def look_for_notices(self) -> None:
        """Read who is to be told something, so that all others cost no round trip."""
        await self.notices.waiting.look()
        await self.planners.waiting.look()
        await self.member_notices.waiting.look()

    def _stopped(self) -> None:
        """Have looked up anew whom to tell that something was stopped."""
        self.notices.waiting.expect()
        self.planners.waiting.expect()
        self.member_notices.waiting.expect()

    @property
    def lost(self) -> bool:
        """Whether the database's file is gone, so that nothing can be kept."""
        return self.database.lost

    async def look_after_files(self) -> bool:
        """Erase deleted entries from the log; say whether the database's file is still in place."""
        return await self.database.look_after(self.backups.rescue)


@asynccontextmanager
async def open_store(
    url: str,
    *,
    clock: Clock,
    backups: BackupSettings | None = None,
    migrations: tuple[Migration, ...] | None = None,
) -> AsyncIterator[Store]:
    """Open the database at ``url`` exclusively, checked and migrated.

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
    if not path.exists() and copies.existing():
        log.warning(
            "%s is missing and made anew, though there are copies of it: to have its members back, "
            "stop the bot, then python -m bot restore %s",
            path,
            copies.existing()[-1],
        )
    with locked(path):
        async with Sqlite(path) as database:
            await database.check()
            await migrate(database, migrations or shipped_migrations(), copies, clock)
            deleted = DeletionFile(path)
            if migrations is None:  # another schema may have no list
                await follow_list(database, deleted, clock.now())
            log.info("store open: %s, SQLite %s", path, sqlite3.sqlite_version)
            yield Store(database, copies, deleted, clock)


@asynccontextmanager
async def look_at(url: str, *, clock: Clock) -> AsyncIterator[Store]:
    """Open the database at ``url`` for reading only, also while a bot uses it.

    The file must exist and have the present schema.
    """
    path = database_path(url)
    async with ReadOnlySqlite(path) as database:
        yield Store(database, Backups(path, BackupSettings(), clock), DeletionFile(path), clock)


async def migrate(
    database: Database, migrations: tuple[Migration, ...], backups: Backups, clock: Clock
) -> None:
    """Apply pending migrations, after a checked backup when there is data to lose."""
    had = await database.transact(applied())
    missing = pending(migrations, had, str(backups.path))
    if had and missing:
        await backups.make()
    for migration in missing:
        await database.transact(apply(migration, clock.now()))
        log.info("schema %d applied: %s", migration.version, migration.name)
