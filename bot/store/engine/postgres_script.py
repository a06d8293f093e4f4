"""Several writes in one trip to PostgreSQL: a script of statements that are prepared by name.

A script takes no parameters, so values stand in it, none of them as somebody wrote it: numbers, and
text as letters and digits or in hexadecimal. Whatever the text, none of it is read as SQL.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, count

from bot.store.engine.database import Many, Statement, Value
from bot.store.engine.dialect import parameters, postgresql_dialect, shifted

MOST_ROWS = 32  # in one statement: it is prepared for each number of them
ROW = re.compile(r"\bVALUES (\((?:[^()]|\([^()]*\))*\))")

_numbers = count(1)


def script(
    writes: Iterable[Statement], names: Mapping[str, str]
) -> tuple[list[str], dict[str, str]]:
    """Return the statements of a script, and the names of what it prepares beside ``names``."""
    lines: list[str] = []
    fresh: dict[str, str] = {}
    for sql, values in writes:
        name = names.get(sql) or fresh.get(sql)
        if name is None:
            name = fresh[sql] = f"legday_{next(_numbers)}"
            lines.append(f"PREPARE {name} AS {postgresql_dialect(sql).strip().rstrip(';')}")
        given = f"({', '.join(map(literal, values))})" if values else ""
        lines.append(f"EXECUTE {name}{given}")
    return lines, fresh


def literal(value: Value) -> str:
    """Return a value as SQL; PostgreSQL knows its type from the statement it is given to."""
    if value is None:
        return "NULL"
    if not isinstance(value, str):
        return f"'{+value}'"  # of True too it is a number
    if value.isascii() and value.isalnum():
        return f"'{value}'"
    return f"convert_from(decode('{value.encode().hex()}', 'hex'), 'UTF8')"


def rows_at_once(many: Many) -> Iterator[Statement]:
    """Yield the statements that write several rows, as few as there may be."""
    if one_row(many.sql) is None:
        yield from ((many.sql, values) for values in many.values)
        return
    for first in range(0, len(many.values), MOST_ROWS):
        some: Sequence[tuple[Value, ...]] = many.values[first : first + MOST_ROWS]
        yield of_rows(many.sql, len(some)), tuple(chain.from_iterable(some))


@cache
def one_row(sql: str) -> str | None:
    """Return the row that a statement inserts, if it may as well insert several."""
    found = ROW.findall(sql)
    return found[0] if len(found) == 1 and not parameters(ROW.sub("", sql)) else None


@cache
def of_rows(sql: str, rows: int) -> str:
    """Return the statement that inserts so many rows in the place of one."""
    row = one_row(sql) or ""
    each = (shifted(row, number * parameters(row)) for number in range(rows))
    return sql.replace(row, ", ".join(each))
