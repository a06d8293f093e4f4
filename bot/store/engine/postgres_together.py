"""Several reads in one trip to PostgreSQL: one statement with the rows of each as an array."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain

from asyncpg import Connection, Record  # type: ignore[import-untyped]  # it brings no types

from bot.store.engine.database import Row, Statement
from bot.store.engine.dialect import parameters, postgresql_dialect, shifted

Columns = dict[str, int]

_columns: dict[str, Columns] = {}  # of each read, by name; every connection finds the same


@dataclass(frozen=True, slots=True)
class Found:
    """A row out of an array, whose columns come without their names."""

    columns: Columns
    values: Record

    def __getitem__(self, column: str, /) -> object:
        """Return the value of a column."""
        return self.values[self.columns[column]]

    def __iter__(self) -> Iterator[object]:
        """Return the values in the order the statement names them."""
        return iter(self.values)

    def keys(self) -> Iterable[str]:
        """Return the names of the columns."""
        return self.columns.keys()


async def read(
    reads: Sequence[Statement], more: str, connection: Connection
) -> tuple[list[list[Row]], Sequence[str]]:
    """Return the rows of each read, all of one moment, and the values of some texts beside them."""
    texts, values = zip(*reads, strict=True)
    columns = [await _columns_of(sql, connection) for sql in texts]
    row = await connection.fetchrow(at_once(texts, more), *chain.from_iterable(values))
    found: list[list[Row]] = [
        [Found(names, one) for one in row[at]] for at, names in enumerate(columns)
    ]
    return found, row[len(texts) :]


@cache
def at_once(texts: Sequence[str], more: str) -> str:
    """Return the statement that does several reads; its parameters are theirs, in order."""
    before = accumulate(map(parameters, texts), initial=0)
    arrays = [
        f"ARRAY(SELECT found FROM ({shifted(postgresql_dialect(text), by)}) AS found)"  # noqa: S608 (the texts are ours)
        for text, by in zip(texts, before, strict=False)
    ]
    return f"SELECT {', '.join([*arrays, more])}"


async def _columns_of(sql: str, connection: Connection) -> Columns:
    if sql not in _columns:
        prepared = await connection.prepare(postgresql_dialect(sql))
        names = [one.name for one in prepared.get_attributes()]
        _columns[sql] = {name: at for at, name in enumerate(names)}
    return _columns[sql]
