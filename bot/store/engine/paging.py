"""Reading all of a table in pages, so that no one transaction or answer grows with it."""

from collections.abc import AsyncIterator

from bot.store.engine.database import Database, Row, Value

PAGE = 1_000
FIRST = -1  # before every id


async def pages(
    database: Database, sql: str, *args: Value, key: tuple[str, ...]
) -> AsyncIterator[list[Row]]:
    """Read the rows of a statement, a page at a time.

    The statement's last parameters are the key after which the page begins, a value for each of
    its columns, by which it is ordered, and how many rows there are at most.
    """
    after: tuple[Value, ...] = (FIRST,) * len(key)
    while True:
        rows = await database.fetch(sql, *args, *after, PAGE)
        if rows:
            yield rows
        if len(rows) < PAGE:
            return
        after = tuple(rows[-1][column] for column in key)
