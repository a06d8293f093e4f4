"""Copies of the database: made while it is in use, checked by opening, rotated, restored.

Never by copying the file: the newest entries may still be in the log beside it.
"""

import asyncio
import logging
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot.clock import Clock
from bot.store.errors import StoreError
from bot.store.files import locked, make_private
from bot.store.schema import APPLIED, pending, shipped_migrations
from bot.store.sqlite import connection, damaged, raw_connection

log = logging.getLogger(__name__)

STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupSettings:
    """Where copies go (by default ``backups/`` beside the database), how many stay, how often."""

    folder: Path | None = None
    keep: int = 7
    every: timedelta = timedelta(days=1)


class Backups:
    """The copies of the database at ``path``."""

    def __init__(self, path: Path, settings: BackupSettings, clock: Clock) -> None:
        self.path = path
        self.folder = settings.folder or path.parent / "backups"
        self._settings = settings
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()

    async def make(self) -> Path:
        """Make a checked copy and drop the oldest ones; works while the bot writes.

        Raises:
            StoreError: the copy could not be made, or is not sound; nothing half-made stays.
        """
        async with self._one_at_a_time:
            now = self._clock.now().astimezone(UTC)
            target = self.folder / f"{self.path.stem}-{now:{STAMP}}.db"
            try:
                async with connection(self.path, read_only=True) as source:
                    await source.run(partial(copy, target=target))
                for old in self.existing()[: -self._settings.keep]:
                    old.unlink()
            except (OSError, sqlite3.Error) as error:
                raise StoreError(f"no backup could be made at {target}: {error}") from error
            log.info("backup made: %s", target)
            return target

    async def make_when_due(self) -> Path | None:
        """Make a copy when the newest is older than the settings say; for a loop to call."""
        copies = self.existing()
        if copies and self._clock.now() - made_at(copies[-1]) < self._settings.every:
            return None
        return await self.make()

    def existing(self) -> list[Path]:
        """Return the copies there are, oldest first."""
        return sorted(self.folder.glob(f"{self.path.stem}-????????T??????Z.db"))


def made_at(copy_: Path) -> datetime:
    """Return when a copy was made, from its name."""
    return datetime.strptime(copy_.stem[-16:], STAMP).replace(tzinfo=UTC)


def copy(raw: sqlite3.Connection, *, target: Path) -> None:
    """Copy the database to ``target``, which appears only when it is whole and sound."""
    unfinished = target.with_suffix(".partial")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished.unlink(missing_ok=True)
    try:
        make_private(unfinished)
        raw.execute("VACUUM INTO $1", {"1": str(unfinished)})
        inspect(unfinished)
        sync(unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def inspect(path: Path) -> dict[int, str]:
    """Open a database file for reading only and return its migrations' checksums by version.

    Raises:
        StoreDamaged: it is missing, not sound, or not one of ours.
    """
    try:
        with closing(raw_connection(path, read_only=True)) as raw:
            found = raw.execute("PRAGMA quick_check(1)").fetchone()[0]
            had = {row["version"]: row["checksum"] for row in raw.execute(APPLIED)}
    except sqlite3.Error as error:
        raise damaged(path, error) from None
    if found != "ok" or not had:
        raise damaged(path, found if found != "ok" else "it holds no Legday data")
    return had


def restore(backup: Path, path: Path) -> Path | None:
    """Put a backup in the database's place; return where the replaced file now is.

    The bot must not be running. The replaced file keeps its log, so nothing in it is lost.

    Raises:
        StoreError: the backup is not sound, or the database is in use; nothing is changed.
    """
    pending(shipped_migrations(), inspect(backup), str(backup))
    with locked(path):
        incoming = path.with_name(f"{path.name}.restoring")
        incoming.unlink(missing_ok=True)
        make_private(incoming)
        shutil.copyfile(backup, incoming)
        sync(incoming)
        kept = set_aside(path)
        incoming.replace(path)
        sync(path.parent)
        return kept


def set_aside(path: Path) -> Path | None:
    """Give the database a second name, and its log with it: a log must never meet another file."""
    kept = path.with_name(f"{path.name}.before-restore")
    for suffix in ("", "-wal", "-shm"):
        Path(f"{kept}{suffix}").unlink(missing_ok=True)
    if path.stat().st_size == 0:
        return None
    kept.hardlink_to(path)
    for suffix in ("-wal", "-shm"):
        beside = Path(f"{path}{suffix}")
        if beside.exists():
            beside.rename(f"{kept}{suffix}")
    return kept


def sync(path: Path) -> None:
    """Make sure a file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
