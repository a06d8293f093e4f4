"""Running statements of the shared dialect on a connection to PostgreSQL."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

import asyncpg  # type: ignore[import-untyped]  # it brings no types
from asyncpg import Connection

from bot.store.engine import postgres_together
from bot.store.engine.database import (
    Ask,
    Make,
    Many,
    Row,
    Statement,
    Steps,
    Thought,
    Together,
    Value,
)
from bot.store.engine.dialect import NUMBERED, counting, postgresql_dialect
from bot.store.engine.postgres_script import rows_at_once, script

T = TypeVar("T")

SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
COMMIT = "COMMIT"
NUMBERED_NOW = NUMBERED.replace("_if_assigned", "")  # it has one then
NOTHING = "NULL, NULL"
STATUS = "SELECT pg_xact_status(CAST($1::text AS xid8)), current_setting('legday.run', true)"

_thinker = ThreadPoolExecutor(1, "legday-thinker")  # the loop's own pool takes twice the time


class Session(Connection):  # type: ignore[misc]  # it brings no types
    """A connection, and the names of what scripts prepared on it."""

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)
        self.names: dict[str, str] = {}


@dataclass(slots=True)
class Transaction:
    """A transaction on a connection.

    ``xid`` is its id, ``run`` the run of the server in which it is: a crash or a failover may give
    the id to another. Both are ``None`` until one of its statements told them. Writes whose rows
    nobody waits for are ``put_off`` until something is asked, or it is committed: one trip for all.
    """

    connection: Session
    xid: str | None = None
    run: str | None = None
    reading: bool = False
    put_off: list[Statement] = field(default_factory=list)

    async def number(self) -> None:
        """Ask for its id and its run of the server, unless they are known or it writes nothing."""
        if self.xid is None:
            numbered = NUMBERED_NOW if self.put_off else NUMBERED
            self.xid, self.run = await self.connection.fetchrow(f"SELECT {numbered}")

    async def commit(self) -> None:
        """Write what was put off, and commit."""
        await self._write(COMMIT)

    async def rows(self, sql: str, args: tuple[Value, ...]) -> list[Row]:
        """Run a statement for its rows, after all that was put off."""
        if self.put_off:
            await self._write()
        return await fetched(sql, args, self.connection)

    async def read(self, reads: Sequence[Statement]) -> list[list[Row]]:
        """Run reads, after all that was put off; learn its id by the way, where it may write."""
        if self.put_off:
            await self._write()
        more = NOTHING if self.reading else NUMBERED_NOW
        found, (self.xid, self.run) = await postgres_together.read(reads, more, self.connection)
        return found

    async def _write(self, *more: str) -> None:
        names = getattr(self.connection, "names", {})  # one that is lost has none, and says so next
        lines, fresh = script(self.put_off, names)
        await self.connection.execute(";".join([*lines, *more]))
        names.update(fresh)
        self.put_off.clear()


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


async def seen(make: Make[T], connection: Session) -> T:
    """Run reads on one consistent snapshot."""
    await connection.execute(SNAPSHOT)
    transaction = Transaction(connection, reading=True)
    result = await driven(make, transaction)
    await transaction.commit()
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
    if isinstance(ask, Thought):
        await asyncio.get_running_loop().run_in_executor(_thinker, ask.run)
    elif isinstance(ask, Together):
        ask.found = await transaction.read(ask.reads)
    elif isinstance(ask, Many):
        transaction.put_off += rows_at_once(ask)
    elif counting(ask[0]) is None:  # else it returns no rows
        return await transaction.rows(*ask)
    else:
        transaction.put_off.append(ask)
    return []
