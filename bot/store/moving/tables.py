"""The tables that a move brings along, as the migrations make them, and their rows in pages."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from graphlib import TopologicalSorter

from bot.store.engine.database import Many, Statement, Value
from bot.store.engine.schema import apply, shipped_migrations
from bot.store.engine.statements import drive

LEFT = frozenset({"schema_migrations", "moved", "turns"})  # each database's own
PAGE = 5_000  # rows a transaction
ALL = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
COLUMNS = "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid"
REFERENCES = 'SELECT DISTINCT "table" FROM pragma_foreign_key_list(?)'

Key = tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedTable:
    """One table."""

    name: str
    columns: tuple[str, ...]  # the names of its columns
    key: tuple[str, ...]  # which of these its primary key is made of, in order
    # which of these are text, that the engines would put into different orders
    texts: frozenset[str] = frozenset()
    gives_ids: bool = False  # whether the database itself gives each row its id

    def page(self, after: Key | None, size: int) -> Statement:
        """Return the statement that reads so many rows in the order of their keys."""
        ordered = ", ".join(
            f'{one} /*postgresql: COLLATE "C"*/' if one in self.texts else one for one in self.key
        )
        names = ", ".join(self.columns)
        begin = f"WHERE ({ordered}) > ({_numbered(len(self.key))})" if after else ""
        sql = f"SELECT {names} FROM {self.name} {begin} ORDER BY {ordered} LIMIT {size:d}"  # noqa: S608 (the schema's own names)
        return sql, after or ()

    def key_of(self, row: Sequence[Value]) -> Key:
        """Return the key of a row."""
        return tuple(row[self.columns.index(one)] for one in self.key)

    def put(self, rows: Sequence[tuple[Value, ...]]) -> Many:
        """Return what inserts these rows."""
        names = ", ".join(self.columns)
        sql = f"INSERT INTO {self.name} ({names}) VALUES ({_numbered(len(self.columns))})"  # noqa: S608 (the schema's own names)
        return Many(sql, rows)

    @property
    def any_row(self) -> str:
        """The statement that returns a row where there are any."""
        return f"SELECT 1 FROM {self.name} LIMIT 1"  # noqa: S608 (the schema's own name)


@cache
def tables() -> tuple[MovedTable, ...]:
    """Return the tables of this version's schema, none before one that it refers to.

    The schema is made once, in memory, and looked at: nobody has to list what it holds.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        raw.row_factory = sqlite3.Row
        for migration in shipped_migrations():
            drive(raw, apply(migration, datetime.fromtimestamp(0, UTC)))
        found = {row["name"]: _table(raw, row) for row in raw.execute(ALL).fetchall()}
        needs = {name: {row[0] for row in raw.execute(REFERENCES, (name,))} for name in found}
    in_order = TopologicalSorter(needs).static_order()
    return tuple(found[name] for name in in_order if name not in LEFT)


def _table(raw: sqlite3.Connection, row: sqlite3.Row) -> MovedTable:
    columns = raw.execute(COLUMNS, (row["name"],)).fetchall()
    key = sorted((column for column in columns if column["pk"]), key=lambda column: column["pk"])
    return MovedTable(
        name=row["name"],
        columns=tuple(column["name"] for column in columns),
        key=tuple(column["name"] for column in key),
        texts=frozenset(column["name"] for column in columns if column["type"] == "TEXT"),
        gives_ids="AUTOINCREMENT" in row["sql"],
    )


def _numbered(count: int) -> str:
    return ", ".join(f"${number}" for number in range(1, count + 1))
