"""The store: one database and a repository for each subject, open while the bot runs."""

import logging
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from bot.clock import Clock
from bot.store.copies.backup import Backups, BackupSettings, NoBackups
from bot.store.copies.deleted_again import follow_list
from bot.store.engine.database import Database
from bot.store.engine.deletions import DeletionFile
from bot.store.engine.errors import not_installed
from bot.store.engine.files import beside, database_path, is_server, locked, shown
from bot.store.engine.meta import Meta
from bot.store.engine.read_only import ReadOnlySqlite
from bot.store.engine.schema import Migration, bring_in, missing_in, shipped_migrations
from bot.store.engine.sqlite import Sqlite
from bot.store.groups.closing import RollClosing
from bot.store.groups.memberships import Memberships
from bot.store.groups.rolls import Rolls
from bot.store.members.boards import Boards
from bot.store.members.keepings import Keepings
from bot.store.members.languages import Languages
from bot.store.members.members import Members
from bot.store.moving.marks import refuse_moved
from bot.store.recurring.posts import Posts
from bot.store.recurring.rules import Rules
from bot.store.reminders.member_notices import MemberNotices
from bot.store.reminders.reminders import Reminders
from bot.store.servers.first_posts import FirstPosts
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
        self._deleted = deleted
        self.members = Members(database, clock, deleted)
        self.languages = Languages(database)
        self.keepings = Keepings(database)
        self.boards = Boards(database, self.keepings, clock)
        self.guilds = Guilds(database, clock, deleted)
        self.posts = Posts(database)
        self.first_posts = FirstPosts(database)
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
        self.announce: Callable[[], None] = lambda: None
        """Called when there may be somebody to be told something, for other processes to know."""

    async def look_for_notices(self) -> None:
        """Read who is to be told something, so that all others cost no round trip."""
        await self.notices.waiting.look()
        await self.planners.waiting.look()
        await self.member_notices.waiting.look()

    def _stopped(self) -> None:
        self.expect_notices()
        self.announce()

    def expect_notices(self) -> None:
        """Have looked up anew whom to tell that something was stopped."""
        self.notices.waiting.expect()
        self.planners.waiting.expect()
        self.member_notices.waiting.expect()

    async def follow_list(self, now: datetime) -> None:
        """Delete again what was deleted after the copy was made that this store is."""
        await follow_list(self.database, self._deleted, now)

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
    pool: int = 8,
    moving: bool = False,
) -> AsyncIterator[Store]:
    """Open the database at ``url``, checked and migrated; a file exclusively.

    ``sqlite:///data/legday.db`` is made when it is missing; ``postgresql://user@host/database`` may
    be used by others as well, with a ``pool`` of connections. ``migrations`` is another schema than
    the shipped one, for tests of upgrades. A store that is one end of a move (``moving``) may be
    unfinished: nothing is deleted in it.

    Raises:
        StoreError: one line that says what is wrong and what to do.
    """
    if is_server(url):
        opening = on_server(url, clock, backups or BackupSettings(), migrations, pool)
    else:
        opening = in_file(url, clock, backups or BackupSettings(), migrations)
    async with opening as store:
        if migrations is None and not moving:  # another schema may have neither table
            await refuse_moved(store.database, shown(url))
            await store.follow_list(clock.now())
        yield store


@asynccontextmanager
async def in_file(
    url: str, clock: Clock, backups: BackupSettings, migrations: tuple[Migration, ...] | None
) -> AsyncIterator[Store]:
    """Open a SQLite file exclusively."""
    path = database_path(url)
    copies = Backups(path, backups, clock)
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
            store = Store(database, copies, DeletionFile(path), clock)
            await prepare(store, migrations, clock)
            log.info("store open: %s, SQLite %s", path, sqlite3.sqlite_version)
            yield store


@asynccontextmanager
async def on_server(
    url: str,
    clock: Clock,
    backups: BackupSettings,
    migrations: tuple[Migration, ...] | None,
    pool: int,
) -> AsyncIterator[Store]:
    """Open a database on PostgreSQL, which other processes may be using as well."""
    try:
        from bot.store.engine.postgres import Postgres  # noqa: PLC0415 (SQLite needs none of it)
    except ModuleNotFoundError as missing:
        raise not_installed(missing) from None
    path = beside(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    async with Postgres(url, size=pool) as database:
        store = Store(database, NoBackups(path, backups, clock), DeletionFile(path), clock)
        await prepare(store, migrations, clock, url)
        log.info("store open: %s", shown(url))
        yield store


async def prepare(
    store: Store,
    migrations: tuple[Migration, ...] | None,
    clock: Clock,
    url: str | None = None,
) -> None:
    """Migrate a store.

    ``url`` is where it is on a server: there others may be migrating it as well, and copies are the
    operator's.
    """
    known = migrations or shipped_migrations()
    if url is None:
        missing = await missing_in(store.database, known, str(store.backups.path))
        if missing and missing != known:
            await store.backups.make()
        for migration in missing:
            await bring_in(store.database, migration, clock.now())
    else:
        from bot.store.engine.migrating import migrate  # noqa: PLC0415 (as in ``on_server``)

        await migrate(url, known, clock.now())


@asynccontextmanager
async def look_at(url: str, *, clock: Clock) -> AsyncIterator[Store]:
    """Open the database at ``url`` for reading only, also while a bot uses it.

    The file must exist and have the present schema. On a server nothing keeps it from writing.
    """
    if is_server(url):
        from bot.store.engine.postgres import Postgres  # noqa: PLC0415 (SQLite needs none of it)

        path = beside(url)
        async with Postgres(url, size=2) as server:
            copies = NoBackups(path, BackupSettings(), clock)
            yield Store(server, copies, DeletionFile(path), clock)
        return
    path = database_path(url)
    async with ReadOnlySqlite(path) as database:
        yield Store(database, Backups(path, BackupSettings(), clock), DeletionFile(path), clock)
