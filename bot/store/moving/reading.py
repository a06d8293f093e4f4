"""Reading a table for a move: in pages, in the order of its keys, and as one digest."""

import hashlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.store.engine.database import Database, Value
from bot.store.moving.tables import PAGE, Key, MovedTable

NUL, REPLACED = "\x00", "\ufffd"  # PostgreSQL keeps no text with the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a table holds: how many rows, the digest of all, how many NULs stand for others."""

    rows: int
    digest: str
    replaced: int


async def pages(
    database: Database, table: MovedTable, after: Key | None = None, size: int = PAGE
) -> AsyncIterator[list[tuple[Value, ...]]]:
    """Read a table's rows as they are, a page at a time."""
    while True:
        sql, args = table.page(after, size)
        rows = [tuple(row) for row in await database.fetch(sql, *args)]
        if rows:
            yield rows
            after = table.key_of(rows[-1])
        if len(rows) < size:
            return


async def content(database: Database, table: MovedTable) -> Content:
    """Read all of a table and return its digest: the same on every engine."""
    count, replaced, digest = 0, 0, hashlib.sha256()
    async for rows in pages(database, table):
        count += len(rows)
        for row in rows:
            replaced += sum(one.count(NUL) for one in row if isinstance(one, str))
            digest.update(json.dumps(cleaned(row)).encode())
            digest.update(b"\n")
    return Content(rows=count, digest=digest.hexdigest(), replaced=replaced)


def cleaned(row: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return a row as every engine can keep it."""
    return tuple(one.replace(NUL, REPLACED) if isinstance(one, str) else one for one in row)
