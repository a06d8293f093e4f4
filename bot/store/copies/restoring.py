"""Restoring a backup: nothing acknowledged is lost, nothing deleted comes back.

The order keeps a kill at any moment harmless: the new file is finished first, then what it
replaces is copied, then one rename puts it in place.
"""

import logging
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TypeVar

from bot.store.copies.backup import STAMP, copy, inspect
from bot.store.copies.deleted_again import delete_again, on_tables_of
from bot.store.engine.connection import raw_connection
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Steps
from bot.store.engine.deletions import Deletion, DeletionFile
from bot.store.engine.errors import StoreError, StoreLocked
from bot.store.engine.files import locked, make_private, sync
from bot.store.engine.schema import apply, pending, shipped_migrations
from bot.store.engine.statements import drive

log = logging.getLogger(__name__)
T = TypeVar("T")

IDS_A_SECOND = 1_000  # more than are given away: ids from the clock are beyond all earlier ones

# Columns of the first schema only: a backup may be of any, and is migrated when it is opened.
MARK = """
UPDATE reminders SET first_attempt_at = due_at, attempts = attempts + 1, claimed_at = NULL
WHERE state = 'open' AND due_at <= $1 AND first_attempt_at IS NULL
RETURNING reminder_id
"""

COUNTED = """
SELECT name FROM sqlite_master
WHERE type = 'table' AND name IN ('reminders', 'deliveries')
"""

FORGET_LAST_ID = "DELETE FROM sqlite_sequence WHERE name = $1 AND seq < $2"

SET_LAST_ID = """
INSERT INTO sqlite_sequence (name, seq)
SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = $1)
"""


def restore(backup: Path, path: Path, now: datetime, *, folder: Path | None = None) -> Path | None:
    """Replace the database by a backup; return where the replaced one was copied.

    The bot must not be running. The backup stays as it is. ``folder`` is where the automatic copies
    are, by default the backup's own: each may know of a deletion.

    Raises:
        StoreError: the backup is not sound, or the database is in use; nothing is changed.
    """
    if not backup.is_file():
        is_what = "is a folder" if backup.is_dir() else "is not there"
        raise StoreError(f"{backup} {is_what}: name one of the copies in {folder or path.parent}")
    pending(shipped_migrations(), inspect(backup), str(backup))
    with locked(path):
        if backup.samefile(path):
            raise StoreError(f"{path} is the database itself: name the copy to put in its place")
        incoming = path.with_name(f"{path.name}.restoring")
        known = known_deletions(path, folder or backup.parent, now)
        DeletionFile(path).write(known)
        prepare(backup, incoming, known, now)
        kept = set_aside(path, now)
        incoming.replace(path)
        sync(path.parent)
        return kept


def prepare(backup: Path, incoming: Path, known: frozenset[Deletion], now: datetime) -> None:
    """Make the new file: the backup, migrated, without what was deleted since."""
    remove(incoming)
    with closing(raw_connection(backup, read_only=True)) as source:
        copy(source, target=incoming)
    with closing(raw_connection(incoming, read_only=False)) as raw:
        for migration in pending(shipped_migrations(), inspect(incoming), str(backup)):
            commit(raw, apply(migration, now))
        commit(raw, delete_again(known))
        commit(raw, mark_in_doubt(now))
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    inspect(incoming)
    for beside in logs_of(incoming):  # empty, made by looking
        beside.unlink(missing_ok=True)
    sync(incoming)


def mark_in_doubt(now: datetime) -> Steps[int]:
    """Mark overdue reminders as in doubt and start new ids; return how many.

    Whatever has fallen due since the backup may have come already: it is looked for before it is
    sent. And an id that was given away since must not be given to another reminder: a message would
    be taken for it.
    """
    marked = yield MARK, (seconds(now),)
    last = seconds(now) * IDS_A_SECOND
    for table in (yield COUNTED, ()):
        yield FORGET_LAST_ID, (table["name"], last)
        yield SET_LAST_ID, (table["name"], last)
    return len(marked)


def known_deletions(path: Path, folder: Path, now: datetime) -> frozenset[Deletion]:
    """Return every deletion listed beside the database, in it, or in any copy of it.

    ``folder`` is where its automatic copies are.
    """
    copies = path.parent.glob(f"{path.name}.before-restore*"), folder.glob(f"{path.stem}-*.db")
    return DeletionFile(path).read(now) | on_tables_of(chain((path,), *copies))


def set_aside(path: Path, now: datetime) -> Path | None:
    """Copy the replaced database under a name of its own; nothing for an empty file.

    A log must never meet another file, so it is emptied into its own one first. What cannot be
    read any more is kept as it is.

    Raises:
        StoreLocked: another process reads the database, so its log cannot end.
    """
    if path.stat().st_size == 0:
        return None
    kept = free_name(path, now)
    try:
        with closing(raw_connection(path, read_only=False)) as raw:
            copy(raw, target=kept)
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except (OSError, sqlite3.DatabaseError, StoreError) as error:
        if isinstance(error, OSError | sqlite3.OperationalError):
            raise StoreError(f"{path} cannot be copied before it is replaced: {error}") from error
        log.warning("%s is not sound; it is kept as it is: %s", path, error)
        keep_bytes(path, kept)
        for beside in logs_of(path):
            beside.unlink(missing_ok=True)
    if any(beside.exists() for beside in logs_of(path)):
        raise StoreLocked(f"{path} is being read by another process: try again when it has ended")
    return kept


def keep_bytes(path: Path, kept: Path) -> None:
    """Copy a damaged database and its log byte by byte, for a rescue by hand."""
    for one in (path, *logs_of(path)):
        if one.exists():
            target = kept.with_name(kept.name + one.name.removeprefix(path.name))
            make_private(target)
            shutil.copyfile(one, target)
            sync(target)


def free_name(path: Path, now: datetime) -> Path:
    """Return an unused name for a replaced file."""
    stem = f"{path.name}.before-restore"
    kept = path.with_name(f"{stem}-{now.astimezone(UTC):{STAMP}}")
    number = 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{stem}-{number}-{now.astimezone(UTC):{STAMP}}")
    return kept


def logs_of(path: Path) -> Iterator[Path]:
    """Return the paths of a database's log and of the log's index."""
    return (Path(f"{path}{suffix}") for suffix in ("-wal", "-shm"))


def remove(path: Path) -> None:
    """Remove the files of a restore that was killed."""
    for one in (path, *logs_of(path)):
        one.unlink(missing_ok=True)


def commit(raw: sqlite3.Connection, steps: Steps[T]) -> T:
    """Run one transaction on a file that nobody else has."""
    raw.execute("BEGIN IMMEDIATE")
    result = drive(raw, steps)
    raw.execute("COMMIT")
    return result
