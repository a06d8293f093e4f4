"""Running statements of the shared dialect on SQLite's own connection, on its thread."""

import sqlite3
from typing import TypeVar

from bot.store.engine.database import Row, Statement, Steps, Value
from bot.store.engine.dialect import sqlite_dialect

T = TypeVar("T")


def snapshot(steps: Steps[T], raw: sqlite3.Connection) -> T:
    """Run reads on one consistent snapshot."""
    raw.execute("BEGIN")
    try:
        return drive(raw, steps)
    finally:
        raw.execute("ROLLBACK")


def drive(raw: sqlite3.Connection, steps: Steps[T]) -> T:
    """Run the statements that ``steps`` yields until it returns."""
    try:
        statement = next(steps)
        while True:
            statement = steps.send(run(statement, raw))
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        steps.close()


def run(statement: Statement, raw: sqlite3.Connection) -> list[Row]:
    """Run one statement and return its rows."""
    sql, args = statement
    return raw.execute(sqlite_dialect(sql), args).fetchall()


def one(sql: str, args: tuple[Value, ...]) -> Steps[list[Row]]:
    """Run one reading statement."""
    return (yield sql, args)


def changed(sql: str, args: tuple[Value, ...]) -> Steps[int]:
    """Run one writing statement and count the rows."""
    yield sql, args
    count: int = (yield "SELECT changes() AS changed", ())[0]["changed"]
    return count
