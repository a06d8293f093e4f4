"""The PostgreSQL engine: a pool of connections, driven on the event loop.

Transactions about one member or server run one after another, whichever process they run in: each
holds a lock on its subject's id until it ends. Those that another one's locks or a lost connection
ended are run again, within two seconds in all, for an interaction has three. Whether a transaction
whose connection was lost at its COMMIT took effect is asked, never guessed.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from functools import partial
from typing import Any, Self, TypeVar
from weakref import WeakValueDictionary

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.clock import Clock, SystemClock
from bot.meters import Counted, Timed
from bot.store.engine.database import Database, Make, Row, Value
from bot.store.engine.errors import StoreConflict, StoreUncertain
from bot.store.engine.postgres_pool import (
    COMMAND_S,
    CONTENDED,
    UNWRITABLE,
    forgets,
    is_lost,
    opened,
    unavailable,
    unwritable,
    vacuum,
)
from bot.store.engine.postgres_statements import (
    Session,
    Transaction,
    counted,
    driven,
    fetched,
    outcome,
    seen,
)

T = TypeVar("T")
Work = Callable[[Session], Awaitable[T]]
Writing = Callable[[Transaction], Awaitable[T]]

PATIENCE_S = 2.0
ASKED_S = 0.2  # at least, for what became of a COMMIT
SOON_S = 0.02  # before the first further attempt; then twice as long each time


class Again(Exception):
    """An attempt came to nothing, surely: the same may be tried once more."""


class Postgres(Database):
    """The ``Database`` of one PostgreSQL database; an async context manager.

    Its files are the server's to look after.
    """

    def __init__(
        self,
        url: str,
        *,
        size: int = 8,
        name: str = "legday",
        clock: Clock | None = None,
        command_s: float | None = COMMAND_S,
    ) -> None:
        super().__init__()
        self.repeats = 0
        self._url, self._size, self._name, self._command_s = url, size, name, command_s
        self._clock = clock or SystemClock()  # a server's time is real, whatever the bot's clock
        self._rng = random.Random()  # noqa: S311 (spreads attempts)
        self._pool: asyncpg.Pool
        self._lines: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._running: set[asyncio.Task[Any]] = set()

    async def __aenter__(self) -> Self:
        self._pool = await opened(self._url, self._size, self._name, self._command_s)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Finish what runs and close."""
        if self._running:
            await asyncio.wait(self._running)
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._pool.close()
        except TimeoutError:
            self._pool.terminate()

    async def fetch(self, sql: str, *args: Value) -> list[Row]:
        """Return every row of one read."""
        self.round_trips += 1
        return await self._whole(self._reading(partial(fetched, sql, args)))

    async def execute(self, sql: str, *args: Value) -> int:
        """Write with one statement, durably; return how many rows it changed."""
        self.round_trips += 1
        return await self._whole(self._writing(partial(counted, sql, args), None))

    async def read(self, make: Make[T]) -> T:
        """Run several reads on one snapshot."""
        self.round_trips += 1
        return await self._whole(self._reading(partial(seen, make)))

    async def transact(self, make: Make[T], *, alone: int | None = None) -> T:
        """Run one write transaction, durable when this returns."""
        self.round_trips += 1
        return await self._whole(self._writing(partial(driven, make), alone))

    async def make_room(self) -> None:
        """Have the server free the room of deleted rows, however few: autovacuum waits for many."""
        await vacuum(self._url)

    @property
    def connections(self) -> dict[str, int]:
        """How many connections of the pool are idle, and how many are not."""
        idle = self._pool.get_idle_size()
        return {"idle": idle, "busy": self._pool.get_size() - idle}

    async def _whole(self, work: Awaitable[T]) -> T:
        """Run work to its end, even when whoever waits for it is cancelled."""
        task = asyncio.ensure_future(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        task.add_done_callback(forgets)
        return await asyncio.shield(task)

    async def _reading(self, work: Work[T]) -> T:
        with self.meters.time(Timed.STORE, "read"):
            return await self._patiently(lambda until: self._attempt(work, until))

    async def _writing(self, work: Writing[T], alone: int | None) -> T:
        async with AsyncExitStack() as line:
            line.enter_context(self.meters.time(Timed.STORE, "write"))
            if alone is not None:  # a busy subject's transactions would take every connection
                await line.enter_async_context(self._lines.setdefault(alone, asyncio.Lock()))
            return await self._patiently(
                lambda until: self._attempt(partial(self._committing, work, alone, until), until)
            )

    async def _patiently(self, attempt: Callable[[float], Awaitable[T]]) -> T:
        until, pause = self._clock.monotonic() + PATIENCE_S, SOON_S
        while True:
            try:
                return await attempt(until)
            except Again as again:
                why = again.__cause__ or again
            if self._clock.monotonic() + pause > until:
                raise unavailable(why) from why
            self.repeats += 1
            reason = "contended" if isinstance(why, CONTENDED) else "lost"
            self.meters.count(Counted.STORE_RETRIES, reason)
            await self._clock.sleep(pause * self._rng.uniform(0.5, 1.0))
            pause *= 2

    async def _attempt(self, work: Work[T], until: float) -> T:
        connection: Session | None = None
        try:
            left = max(0.01, until - self._clock.monotonic())
            connection = await self._pool.acquire(timeout=left)
            return await work(connection)
        except CONTENDED as error:
            raise Again from error
        except asyncpg.IntegrityConstraintViolationError as error:
            raise StoreConflict(str(error)) from error
        except Exception as error:
            if not is_lost(error, connection):
                if isinstance(error, UNWRITABLE):
                    raise unwritable(error) from error
                raise
            if not isinstance(error, TimeoutError):  # the others are likely to be lost as well
                await self._pool.expire_connections()
            raise Again from error
        finally:
            if connection is not None:
                await self._give_back(connection)

    async def _give_back(self, connection: Session) -> None:
        """Return a connection to the pool, outside of any transaction."""
        with suppress(OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
            if not connection.is_closed() and connection.is_in_transaction():
                await connection.execute("ROLLBACK", timeout=PATIENCE_S)
            await self._pool.release(connection, timeout=PATIENCE_S)

    async def _committing(
        self, work: Writing[T], alone: int | None, until: float, connection: Session
    ) -> T:
        lock = "" if alone is None else f"; SELECT pg_advisory_xact_lock({alone:d})"
        await connection.execute(f"BEGIN{lock}")
        transaction = Transaction(connection)
        try:
            result = await work(transaction)
            await transaction.number()
            await self._commit(transaction, until)
        except asyncpg.ReadOnlySQLTransactionError as error:
            raise ConnectionError("the server was made a replica") from error
        return result

    async def _commit(self, transaction: Transaction, until: float) -> None:
        try:
            await transaction.commit()
        except Exception as error:
            if not is_lost(error, transaction.connection):
                raise
            await self._give_back(transaction.connection)  # undone, if it goes on at all
            if transaction.xid and not await self._was_committed(transaction, until):
                raise Again from error

    async def _was_committed(self, lost: Transaction, until: float) -> bool:
        """Tell whether a transaction whose connection was lost at its COMMIT took effect.

        A crash, or a failover, may take transactions along that were not on the disk, or on the
        replica, and others then get their numbers: "committed" may be said of one of these.

        Raises:
            StoreUncertain: nobody who knows answers.
        """
        await self._pool.expire_connections()
        until = max(until, self._clock.monotonic() + ASKED_S)
        while self._clock.monotonic() < until:
            with suppress(Again):
                status, run = await self._attempt(partial(outcome, lost.xid), until)
                if status == "aborted":
                    return False
                if status == "committed":
                    if run is None or run != lost.run:
                        break
                    return True
            await self._clock.sleep(SOON_S)  # the server has not noticed the lost connection yet
        raise StoreUncertain("the database was lost while it saved: look whether it is there")
