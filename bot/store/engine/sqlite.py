"""The SQLite engine: one writing connection, one reading, each with its own thread.

aiosqlite gives a connection one thread and a first-in-first-out queue of calls to it. Everything
here goes through that queue as ONE call per transaction, so no other coroutine can stand between
its statements, and cancelling a caller cannot take a queued call back or stop it half way: the
transaction runs to its end and the lock is never left held (R26).
"""

import logging
import sqlite3
from collections import deque
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Generic, Self, TypeVar

from bot.meters import Timed
from bot.store.engine.connection import Connection, connection, damaged, unusable
from bot.store.engine.database import Database, Make, Value
from bot.store.engine.errors import StoreError, StoreLost, StoreUnavailable
from bot.store.engine.files import make_private, sync
from bot.store.engine.log_file import begun, emptied, existing, written_back
from bot.store.engine.statements import changed, drive, run, snapshot

log = logging.getLogger(__name__)
T = TypeVar("T")

Identity = tuple[int, int] | None  # of a file: device and inode; ``None`` where there is none


class Job(Generic[T]):
    """A queued transaction and its outcome; acknowledged only when committed."""

    __slots__ = ("committed", "error", "make", "result")

    def __init__(self, make: Make[T]) -> None:
        self.make = make
        self.committed = False
        self.error: BaseException | None = None
        self.result: T | None = None

    def outcome(self) -> T:
        """Return the transaction's result, or raise its error."""
        if not self.committed:
            if getattr(self.error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
                raise StoreUnavailable(f"nothing can be written: {self.error}") from self.error
            raise self.error or StoreError("the transaction was not run")
        return self.result  # type: ignore[return-value]  # set by every committed job


class Sqlite(Database):
    """The ``Database`` of one SQLite file; an async context manager."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._writer = connection(path, read_only=False)
        self._reader = connection(path, read_only=True)
        self._waiting: deque[Job[Any]] = deque()
        self._to_erase = False
        self._rescued = False
        self._identities: tuple[Identity, ...] = ()

    async def __aenter__(self) -> Self:
        try:
            await self._writer.__aenter__()
        except sqlite3.Error as error:
            raise unusable(self._path, error) from None
        try:
            await self._reader.__aenter__()
        except BaseException:
            await self._writer.close()
            raise
        await self._writer.run(opened)
        self._identities = identities(self._path)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Finish queued transactions and close; an open thread would keep the process alive."""
        try:
            await self._reader.close()
        finally:
            await self._writer.close()

    async def execute(self, sql: str, *args: Value) -> int:
        """Write with one statement, durably; return how many rows it changed."""
        return await self.transact(partial(changed, sql, args))

    async def read(self, make: Make[T]) -> T:
        """Run several reads on one snapshot."""
        self.round_trips += 1
        with self.meters.time(Timed.STORE, "read"):
            return await self._reader.run(partial(snapshot, make))

    async def transact(self, make: Make[T], *, alone: int | None = None) -> T:
        """Run one write transaction, durable when this returns; here each is alone.

        Transactions that queue up while one is being synced share the next sync (group commit):
        the first call to reach the thread takes all that wait; the others find theirs done.
        """
        if self.lost:
            raise StoreLost(f"{self._path} was deleted or replaced: nothing can be kept")
        job = Job(make)
        self._waiting.append(job)
        self.round_trips += 1
        with self.meters.time(Timed.STORE, "write"):
            await self._writer.run(self._commit_waiting)
        return job.outcome()

    def erase(self) -> None:
        """Have deleted entries removed from the log by the next ``look_after``."""
        self._to_erase = True

    async def look_after(self, rescue: Path) -> bool:
        """Remove deleted entries from the log; tell whether the open file is still in place."""
        if identities(self._path) != self._identities:
            self.lost = True
        if self.lost:
            self._rescued = self._rescued or await self._writer.run(partial(rescued, to=rescue))
            return False
        if self._to_erase:
            await self._empty_log()
        return True

    async def _empty_log(self) -> None:
        self._to_erase = is_empty = False  # a deletion of meanwhile asks again
        try:
            await self._write_log_back()
        finally:
            try:
                is_empty = await self._writer.run(emptied)
            finally:
                self._to_erase |= not is_empty
        if not is_empty:
            log.info("log in use by a reader: deleted entries are erased later")

    async def _write_log_back(self) -> None:
        """Do most of the work of emptying the log beside the writer; what fails is left to it."""
        try:
            await self._writer.run(begun)
            async with Connection(partial(existing, self._path), 64) as own:
                await own.run(partial(written_back, path=self._path))
        except sqlite3.Error as error:
            log.debug("the log was not written back beside the writer: %s", error)

    async def check(self) -> None:
        """Raise if the file is corrupt.

        Raises:
            StoreDamaged: with the first thing found.
        """
        try:
            rows = await self._writer.run(partial(run, ("PRAGMA quick_check(1)", ())))
        except sqlite3.Error as error:
            raise unusable(self._path, error) from None
        if rows[0]["quick_check"] != "ok":
            raise damaged(self._path, rows[0]["quick_check"])

    def _commit_waiting(self, raw: sqlite3.Connection) -> None:
        batch: list[Job[Any]] = []
        while self._waiting:
            batch.append(self._waiting.popleft())
        if batch:
            commit_together(raw, batch)


def opened(raw: sqlite3.Connection) -> None:
    """Have SQLite open, or make, the log and its index; what is wrong, ``check`` tells."""
    with suppress(sqlite3.Error):
        raw.execute("PRAGMA user_version").fetchone()


def identities(path: Path) -> tuple[Identity, ...]:
    """Return the identities of the database's file, its log and the log's index."""
    found: list[Identity] = []
    for suffix in ("", "-wal", "-shm"):
        try:
            one = Path(f"{path}{suffix}").stat()
        except OSError:
            found.append(None)
        else:
            found.append((one.st_dev, one.st_ino))
    return tuple(found)


def rescued(raw: sqlite3.Connection, *, to: Path) -> bool:
    """Copy a database whose file was unlinked, from the open handle; tell whether it succeeded."""
    unfinished = to.with_suffix(".partial")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        make_private(unfinished)
        raw.execute("VACUUM INTO $1", {"1": str(unfinished)})
        sync(unfinished)
        unfinished.replace(to)
    except (OSError, StoreError, sqlite3.Error) as error:
        log.error("no copy of the lost database could be made yet: %s", error)
        return False
    log.warning("a copy of the lost database is %s", to)
    return True


def commit_together(raw: sqlite3.Connection, batch: list[Job[Any]]) -> None:
    """Commit a batch of jobs with one sync; a failed job leaves the others untouched.

    When the transaction itself is lost (a full disk ends it), every job of the batch has failed.
    """
    try:
        raw.execute("BEGIN IMMEDIATE")
        if len(batch) == 1:
            batch[0].result = drive(raw, batch[0].make())  # undone with the transaction
        else:
            for job in batch:
                attempt(raw, job)
        raw.execute("COMMIT")
    except BaseException as error:  # noqa: BLE001 (handed to everyone who waits)
        for job in batch:
            job.error = job.error or error
        if raw.in_transaction:
            raw.execute("ROLLBACK")
    else:
        for job in batch:
            job.committed = job.error is None


def attempt(raw: sqlite3.Connection, job: Job[Any]) -> None:
    """Run one job inside the batch's transaction; roll it back alone if it fails."""
    raw.execute("SAVEPOINT job")
    try:
        job.result = drive(raw, job.make())
    except BaseException as error:
        job.error = error
        if not raw.in_transaction:
            raise
        raw.execute("ROLLBACK TO job")
    raw.execute("RELEASE job")
