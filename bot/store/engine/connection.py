"""Opening a SQLite file: a connection with a thread of its own, our settings, what is wrong."""

import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import aiosqlite

from bot.store.engine.errors import StoreDamaged, StoreError
from bot.store.engine.log_file import AUTOMATIC, BUSY_MS

T = TypeVar("T")

CACHED_STATEMENTS = 256
WRITER_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # "logged" must survive a power cut
    "PRAGMA foreign_keys = ON",
    # A job's savepoint keeps what it changes; beyond 64 KiB of a batch that would go to a file.
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",  # with erase(): deleted entries leave the file
    AUTOMATIC,
)

NOT_YOURS = "it cannot be opened by this user; run this as the user that runs the bot"
IN_USE = "another process uses it just now; try again, or stop that one first"
OTHER_TROUBLE = {
    sqlite3.SQLITE_PERM: NOT_YOURS,
    sqlite3.SQLITE_READONLY: NOT_YOURS,
    sqlite3.SQLITE_CANTOPEN: NOT_YOURS + ", and check that it exists",
    sqlite3.SQLITE_BUSY: IN_USE,
    sqlite3.SQLITE_LOCKED: IN_USE,
    sqlite3.SQLITE_IOERR: "the disk does not read or write; look into the system's log",
    sqlite3.SQLITE_FULL: "the disk is full; make room",
}


class Connection(aiosqlite.Connection):
    """aiosqlite's connection, with a method to run a function on its thread.

    ``_execute`` is how aiosqlite itself runs every call; a subclass may use it, and the version is
    pinned to the series in which it is so.
    """

    async def __aenter__(self) -> "Connection":
        """Open; on failure, wait until the thread has ended: it must not outlive the loop."""
        try:
            await super().__aenter__()
        except BaseException:
            self._thread.join()  # aiosqlite has told it to stop
            raise
        return self

    async def run(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """Run ``function`` with the raw connection, on this connection's thread."""
        execute: Callable[..., Awaitable[T]] = self._execute  # aiosqlite leaves it untyped
        return await execute(function, self._conn)


def connection(path: Path, *, read_only: bool) -> Connection:
    """Return a connection to ``path``, not yet opened; open it with ``async with``."""
    return Connection(partial(raw_connection, path, read_only=read_only), 64)


def raw_connection(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Open ``path`` with our settings; transactions are begun explicitly."""
    raw = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_MS / 1_000,
        cached_statements=CACHED_STATEMENTS,
    )
    raw.row_factory = sqlite3.Row
    try:
        for pragma in () if read_only else WRITER_PRAGMAS:
            raw.execute(pragma)
    except BaseException:
        raw.close()
        raise
    return raw


def damaged(path: Path, why: object) -> StoreDamaged:
    """Return the error about a corrupt file."""
    why = " ".join(str(why).split())  # what SQLite's check finds has several lines
    return StoreDamaged(f"{path} is damaged ({why}): restore a backup, python -m bot restore FILE")


def unusable(path: Path, error: sqlite3.Error) -> StoreError:
    """Return SQLite's error as one for the operator; only a corrupt file is damaged."""
    primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if primary in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return damaged(path, error)
    if primary in OTHER_TROUBLE:
        return StoreError(f"{path}: {OTHER_TROUBLE[primary]} ({error})")
    return StoreDamaged(f"{path} is no Legday database ({error}): check the path")
