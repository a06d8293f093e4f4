"""Running statements of the shared dialect on SQLite's own connection, on its thread."""

import sqlite3
from typing import TypeVar

from bot.store.engine.database import Ask, Make, Many, Row, Steps, Together, Value
from bot.store.engine.dialect import sqlite_dialect
from bot.store.engine.errors import StoreConflict

T = TypeVar("T")


def snapshot(make: Make[T], raw: sqlite3.Connection) -> T:
    """Run reads on one consistent snapshot."""
    raw.execute("BEGIN")
    try:
        return drive(raw, make())
    finally:
        raw.execute("ROLLBACK")


def drive(raw: sqlite3.Connection, steps: Steps[T]) -> T:
    """Run the statements that ``steps`` yields until it returns."""
    try:
        ask = next(steps)
        while True:
            ask = steps.send(run(ask, raw))
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        steps.close()


def run(ask: Ask, raw: sqlite3.Connection) -> list[Row]:
    """Do what a transaction asks for and return its rows.

    Raises:
        StoreConflict: a constraint of the schema.
    """
    try:
        if isinstance(ask, tuple):
            sql, args = ask
            return raw.execute(sqlite_dialect(sql), args).fetchall()
        if isinstance(ask, Many):
            raw.executemany(sqlite_dialect(ask.sql), ask.values)
        elif isinstance(ask, Together):
            ask.found = [run(each, raw) for each in ask.reads]
        else:
            ask.run()
    except sqlite3.IntegrityError as error:
        raise StoreConflict(str(error)) from error
    return []


def changed(sql: str, args: tuple[Value, ...]) -> Steps[int]:
    """Run one writing statement and count the rows."""
    yield sql, args
    count: int = (yield "SELECT changes() AS changed", ())[0]["changed"]
    return count
