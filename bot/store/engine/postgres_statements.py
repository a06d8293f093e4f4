"""Running statements of the shared dialect on a connection to PostgreSQL."""

import asyncio
from dataclasses import dataclass
from typing import TypeVar

import asyncpg  # type: ignore[import-untyped]  # it brings no types
from asyncpg import Connection

from bot.store.engine.database import Ask, Make, Many, Row, Steps, Value
from bot.store.engine.dialect import NUMBERED, counting, postgresql_dialect

T = TypeVar("T")

SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
NUMBER = f"SELECT {NUMBERED}"
STATUS = "SELECT pg_xact_status(CAST($1::text AS xid8)), current_setting('legday.run', true)"


@dataclass(slots=True)
class Transaction:
    """A writing transaction on a connection.

    ``xid`` is its id, ``run`` the run of the server in which it is: a crash or a failover may give
    the id to another. Both are ``None`` until one of its statements told them.
    """

    connection: Connection
    xid: str | None = None
    run: str | None = None

    async def number(self) -> None:
        """Ask for its id and its run of the server, unless they are known."""
        if self.xid is None:
            self.xid, self.run = await self.connection.fetchrow(NUMBER)


async def fetched(sql: str, args: tuple[Value, ...], connection: Connection) -> list[Row]:
    """Run one reading statement."""
    found: list[Row] = await connection.fetch(postgresql_dialect(sql), *args)
    return found


async def counted(sql: str, args: tuple[Value, ...], transaction: Transaction) -> int:
    """Run one writing statement and count the rows."""
    counts = counting(sql)
    if counts is None:
        status: str = await transaction.connection.execute(postgresql_dialect(sql), *args)
        return int(status.rpartition(" ")[2])  # "UPDATE 3"
    told = await transaction.connection.fetchrow(counts, *args)
    count, transaction.xid, transaction.run = told
    return int(count)


async def seen(make: Make[T], connection: Connection) -> T:
    """Run reads on one consistent snapshot."""
    await connection.execute(SNAPSHOT)
    result = await driven(make, Transaction(connection))
    await connection.execute("COMMIT")
    return result


async def driven(make: Make[T], transaction: Transaction) -> T:
    """Run the statements that a transaction's steps yield until they return."""
    steps: Steps[T] = make()
    try:
        ask = next(steps)
        while True:
            ask = steps.send(await _answered(ask, transaction))
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        steps.close()


async def outcome(xid: str | None, connection: Connection) -> tuple[str | None, str | None]:
    """Return how a transaction ended, as the server calls it, and the run of the server now."""
    try:
        status, run = await connection.fetchrow(STATUS, xid)
    except asyncpg.InvalidParameterValueError:  # "is in the future": a new primary never had it
        return "aborted", None
    return status, run


async def _answered(ask: Ask, transaction: Transaction) -> list[Row]:
    if isinstance(ask, tuple):
        if transaction.xid is None and counting(ask[0]) is not None:
            await counted(*ask, transaction)  # for the id, which then needs no trip of its own
            return []
        return await fetched(*ask, transaction.connection)
    if isinstance(ask, Many):
        if ask.values:
            await transaction.connection.executemany(postgresql_dialect(ask.sql), ask.values)
    else:
        await asyncio.to_thread(ask.run)
    return []
