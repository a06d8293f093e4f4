"""Numbered schema migrations, forward only."""

import functools
import hashlib
import logging
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib import resources

from bot.store.engine.database import Database, Steps
from bot.store.engine.errors import StoreDamaged, StoreTooNew

log = logging.getLogger(__name__)

KEEP_LIST = """
CREATE TABLE IF NOT EXISTS schema_migrations (
    version BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at BIGINT NOT NULL
) /*sqlite: STRICT, WITHOUT ROWID*/
"""

APPLIED = "SELECT version, checksum FROM schema_migrations"

NOTE_APPLIED = """
INSERT INTO schema_migrations (version, name, checksum, applied_at) VALUES ($1, $2, $3, $4)
"""


BREAKING = "SELECT version FROM schema_migrations WHERE version > $1 AND breaks = 1"
NOTE_BREAKS = "UPDATE schema_migrations SET breaks = 1 WHERE version = $1"

MIGRATING = -1  # the subject of transactions that migrate: no member's or server's id


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One schema step in the shared dialect, applied in one transaction.

    One that begins with the line ``-- outside`` builds indexes of filled tables: on a server that
    others go on using its statements run outside of any transaction, each for as long as it takes.
    """

    version: int
    name: str
    sql: str

    @property
    def breaks(self) -> bool:
        """Whether versions that do not know this migration can no longer use the store."""
        return self.sql.startswith("-- breaks\n")

    @property
    def outside(self) -> bool:
        """Whether a server runs its statements outside of a transaction."""
        return self.sql.startswith("-- outside\n")

    @property
    def checksum(self) -> str:
        """The checksum a store records: a released migration must never change."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


@functools.cache
def shipped_migrations() -> tuple[Migration, ...]:
    """Return this version's migrations, oldest first."""
    folder = resources.files("bot.store").joinpath("migrations")
    return tuple(
        Migration(version=int(file.name[:4]), name=file.name[5:-4], sql=file.read_text("utf-8"))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".sql")
    )


def pending(
    migrations: tuple[Migration, ...],
    applied: dict[int, str],
    where: str,
    *,
    newer_is_fine: bool = False,
) -> tuple[Migration, ...]:
    """Return the migrations not applied yet, given the checksums of those that were.

    Raises:
        StoreTooNew: the store has had one that this version does not know, and not
            ``newer_is_fine``.
        StoreDamaged: one of them was changed after it was applied.
    """
    known = {migration.version: migration.checksum for migration in migrations}
    newest = max(known)
    if applied and max(applied) > newest and not newer_is_fine:
        raise StoreTooNew(
            f"{where} was written by a newer version of Legday (schema {max(applied)}, this one "
            f"knows {newest}): run that version, or restore an older backup"
        )
    old = {version: checksum for version, checksum in applied.items() if version <= newest}
    if any(known.get(version) != checksum for version, checksum in old.items()):
        raise StoreDamaged(f"{where} was made by migrations that differ from this version's")
    return tuple(migration for migration in migrations if migration.version not in applied)


def applied() -> Steps[dict[int, str]]:
    """Return the checksums of the applied migrations by version."""
    yield KEEP_LIST, ()
    return {row["version"]: row["checksum"] for row in (yield APPLIED, ())}


def breaking(newest: int) -> Steps[bool]:
    """Tell whether one of the migrations after ``newest`` shuts out versions without it."""
    return bool((yield BREAKING, (newest,)))


def apply(migration: Migration, now: datetime, *, is_done: bool = False) -> Steps[bool]:
    """Apply a migration and record it, in one transaction; ``False``: another process did.

    With ``is_done`` it is only recorded.
    """
    if migration.version in (yield from applied()):
        return False
    for statement in () if is_done else statements(migration.sql):
        yield statement, ()
    noted = (migration.version, migration.name, migration.checksum, int(now.timestamp()))
    yield NOTE_APPLIED, noted
    if migration.breaks:
        yield NOTE_BREAKS, (migration.version,)
    return True


async def missing_in(
    database: Database, known: tuple[Migration, ...], where: str
) -> tuple[Migration, ...]:
    """Return those of this version's migrations that a database has not had.

    Raises:
        StoreError: as ``pending``.
    """
    had = await database.transact(applied, alone=MIGRATING)
    newest = max(migration.version for migration in known)
    breaks = max(had, default=0) > newest and await database.read(partial(breaking, newest))
    return pending(known, had, where, newer_is_fine=not breaks)


async def bring_in(
    database: Database, migration: Migration, now: datetime, *, is_done: bool = False
) -> None:
    """Apply a migration, or record one that is done, unless another process has."""
    if await database.transact(partial(apply, migration, now, is_done=is_done), alone=MIGRATING):
        log.info("schema %d applied: %s", migration.version, migration.name)


def statements(script: str) -> Iterator[str]:
    """Split a script into statements: the driver's own way would commit between them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
