"""Backups of the database: made online, verified, rotated.

Never by copying the file: the newest entries may still be in the log beside it.
"""

import asyncio
import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NoReturn

from bot.clock import Clock
from bot.store.engine.connection import connection, damaged, raw_connection, unusable
from bot.store.engine.errors import StoreError
from bot.store.engine.files import make_private, sync
from bot.store.engine.schema import APPLIED

log = logging.getLogger(__name__)

STAMP = "%Y%m%dT%H%M%SZ"
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupSettings:
    """Backup settings: folder (by default ``backups/`` beside the database), number, interval."""

    folder: Path | None = None
    keep: int = 7
    every: timedelta = timedelta(days=1)

    @property
    def longest(self) -> timedelta:
        """The longest time any copy is kept; a week where no automatic ones are made."""
        return max(self.every * self.keep, timedelta(days=1)) if self.every else WEEK


class Backups:
    """The backups of the database at ``path``."""

    def __init__(self, path: Path, settings: BackupSettings, clock: Clock) -> None:
        self.path = path
        self.folder = settings.folder or path.parent / "backups"
        self._settings = settings
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()

    @property
    def longest(self) -> timedelta | None:
        """The longest time a copy is kept; ``None``: only the operator knows."""
        return self._settings.longest

    @property
    def rescue(self) -> Path:
        """The path of the copy made when the database's own file was deleted or replaced."""
        return self._free_name()

    async def make(self, name: Path | None = None) -> Path:
        """Make a verified backup and delete the oldest ones; works while the bot writes.

        ``name`` is its file's, in the folder, where it is to be none of the automatic ones.

        Raises:
            StoreError: the copy could not be made, or is not sound; nothing half-made stays.
        """
        async with self._one_at_a_time:
            target = self._free_name()
            try:
                async with connection(self.path, read_only=True) as source:
                    await source.run(partial(copy, target=target))
                others = [old for old in self.existing() if old != target]
                for old in others[: max(0, len(others) + 1 - self._settings.keep)]:
                    old.unlink()
                target = target.rename(name or target)
            except (OSError, sqlite3.Error) as error:
                raise StoreError(f"no backup could be made at {target}: {error}") from error
            log.info("backup made: %s", target)
            return target

    async def make_when_due(self) -> Path | None:
        """Make a backup if the newest is older than the interval; called by a loop."""
        copies = self.existing()
        if copies and self._clock.now() - made_at(copies[-1]) < self._settings.every:
            return None
        return await self.make()

    def forget_old(self) -> list[Path]:
        """Delete copies older than members are told, whatever made them; return which.

        The newest automatic one stays: after a long standstill it may be the only sound one.
        """
        oldest = self._clock.now() - self._settings.longest
        others = [
            *self.path.parent.glob(f"{self.path.name}.before-restore*"),
            *self.path.parent.glob(f"{self.path.name}.restoring*"),  # these three were cut short
            *self.path.parent.glob(f"{self.path.name}.partial*"),
            *self.folder.glob(f"{self.path.stem}-????????T??????Z.partial*"),
        ]
        old = [copy_ for copy_ in self.existing()[:-1] if made_at(copy_) < oldest]
        old += [one for one in others if one.stat().st_mtime < oldest.timestamp()]
        for one in old:
            one.unlink()
            log.info("copy older than %s deleted: %s", self._settings.longest, one)
        return old

    def _free_name(self) -> Path:
        """Return an unused name; one of the same second is not overwritten."""
        now = self._clock.now().astimezone(UTC)
        while (target := self.folder / f"{self.path.stem}-{now:{STAMP}}.db").exists():
            now += timedelta(seconds=1)
        return target

    def existing(self) -> list[Path]:
        """Return the backups, oldest first."""
        return sorted(self.folder.glob(f"{self.path.stem}-????????T??????Z.db"))


class NoBackups(Backups):
    """None of ours: a database on PostgreSQL is copied by the server's own means."""

    @property
    def longest(self) -> None:
        """Nothing is known of the server's copies."""

    async def make(self, name: Path | None = None) -> NoReturn:
        """Refuse to make one.

        Raises:
            StoreError: always.
        """
        raise StoreError("a database on PostgreSQL is copied by pg_dump, or by archiving its log")

    async def make_when_due(self) -> None:
        """Make none."""

    def forget_old(self) -> list[Path]:
        """Forget none."""
        return []


def made_at(copy_: Path) -> datetime:
    """Return a backup's time, from its name."""
    return datetime.strptime(copy_.stem[-16:], STAMP).replace(tzinfo=UTC)


def copy(raw: sqlite3.Connection, *, target: Path) -> None:
    """Copy the database to ``target``, which appears only when complete and sound."""
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
        raise unusable(path, error) from None
    if found != "ok" or not had:
        raise damaged(path, found if found != "ok" else "it holds no Legday data")
    return had
