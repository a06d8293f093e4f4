"""A copy put in the database's place: nothing acknowledged is lost, nothing deleted comes back.

The order keeps a kill at any moment harmless: the new file is finished first, then what it
replaces is copied, then one rename puts it in place.
"""

import logging
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from bot.store.copies.backup import STAMP, copy, inspect, sync
from bot.store.copies.restored import mark_in_doubt
from bot.store.engine import deletions
from bot.store.engine.database import Steps
from bot.store.engine.errors import StoreError, StoreLocked
from bot.store.engine.files import locked, make_private
from bot.store.engine.schema import apply, pending, shipped_migrations
from bot.store.engine.sqlite import drive, raw_connection
from bot.store.members.personal import delete_member
from bot.store.servers.guilds import forget

log = logging.getLogger(__name__)
T = TypeVar("T")

MEMBERS = """
SELECT member_id FROM members
UNION SELECT member_id FROM reminders WHERE member_id IS NOT NULL
"""
GUILDS = """
SELECT guild_id FROM guilds UNION SELECT guild_id FROM posts
UNION SELECT guild_id FROM reminders WHERE guild_id IS NOT NULL
UNION SELECT guild_id FROM rules WHERE guild_id IS NOT NULL
"""


def restore(backup: Path, path: Path, now: datetime) -> Path | None:
    """Put a backup in the database's place; return where a copy of the replaced one is.

    The bot must not be running. The backup stays as it is.

    Raises:
        StoreError: the backup is not sound, or the database is in use; nothing is changed.
    """
    pending(shipped_migrations(), inspect(backup), str(backup))
    with locked(path):
        if backup.samefile(path):
            raise StoreError(f"{path} is the database itself: name the copy to put in its place")
        incoming = path.with_name(f"{path.name}.restoring")
        prepare(backup, incoming, known_deletions(path), now)
        kept = set_aside(path, now)
        incoming.replace(path)
        sync(path.parent)
        return kept


def prepare(
    backup: Path, incoming: Path, known: frozenset[deletions.Deletion], now: datetime
) -> None:
    """Make the file that goes in place: the backup, of today's schema, without what was deleted."""
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


def known_deletions(path: Path) -> frozenset[deletions.Deletion]:
    """Return every deletion that the database, or a copy that a restore kept, has on its list."""
    found: set[deletions.Deletion] = set()
    for one in (path, *path.parent.glob(f"{path.name}.before-restore*")):
        # One that is damaged, empty or older than the list has none to give.
        with suppress(sqlite3.Error), closing(raw_connection(one, read_only=True)) as raw:
            found |= drive(raw, deletions.listed())
    return frozenset(found)


def delete_again(known: frozenset[deletions.Deletion]) -> Steps[None]:
    """Delete what was deleted after the copy was made, and carry the list on."""
    later = known - (yield from deletions.listed())
    of_members = [one for one in later if one.of_what == "member"]
    of_guilds = [one for one in later if one.of_what == "guild"]
    for row in (yield MEMBERS, ()) if of_members else ():
        if any(one.is_of(row["member_id"]) for one in of_members):
            yield from delete_member(row["member_id"])
    for row in (yield GUILDS, ()) if of_guilds else ():
        if any(one.is_of(row["guild_id"]) for one in of_guilds):
            yield from forget(row["guild_id"])
    yield from deletions.carry(later)


def set_aside(path: Path, now: datetime) -> Path | None:
    """Copy what is replaced under a name of its own, and end its log; none of an empty file.

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
    """Copy a damaged database and its log, for whoever can still read something in them."""
    for one in (path, *logs_of(path)):
        if one.exists():
            target = kept.with_name(kept.name + one.name.removeprefix(path.name))
            make_private(target)
            shutil.copyfile(one, target)
            sync(target)


def free_name(path: Path, now: datetime) -> Path:
    """Return a name for a replaced file that nothing has yet."""
    stem = f"{path.name}.before-restore"
    kept = path.with_name(f"{stem}-{now.astimezone(UTC):{STAMP}}")
    number = 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{stem}-{number}-{now.astimezone(UTC):{STAMP}}")
    return kept


def logs_of(path: Path) -> Iterator[Path]:
    """Return the names of a database's log and of the log's index."""
    return (Path(f"{path}{suffix}") for suffix in ("-wal", "-shm"))


def remove(path: Path) -> None:
    """Remove what a restore that was killed left unfinished."""
    for one in (path, *logs_of(path)):
        one.unlink(missing_ok=True)


def commit(raw: sqlite3.Connection, steps: Steps[T]) -> T:
    """Run one transaction on a file that nobody else has."""
    raw.execute("BEGIN IMMEDIATE")
    result = drive(raw, steps)
    raw.execute("COMMIT")
    return result
