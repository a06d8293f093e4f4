"""After a move no id is given a second time: the target goes on after the source's last ones.

A reminder's id is in its message's buttons and makes its nonce: of the same one Discord would think
that it is the same message.
"""

from functools import partial

from bot.store.engine.database import Database, Steps
from bot.store.moving.tables import MovedTable


async def carry_over(source: Database, target: Database, table: MovedTable) -> None:
    """Have the target go on after the last id that the source gave away."""
    names = table.name, table.key[0]
    last = max(
        await source.read(partial(_given, *names)), await source.read(partial(_used, *names))
    )
    if last > await target.read(partial(_given, *names)):
        await target.transact(partial(_go_on, *names, last))


def _given(table: str, column: str) -> Steps[int]:
    """Return the last id that the database gave, which its row may not have outlived; 0: none."""
    rows = yield (
        f"SELECT /*sqlite: (SELECT seq FROM sqlite_sequence WHERE name = '{table}')*/ "  # noqa: S608 (the schema's own names)
        f"/*postgresql: pg_sequence_last_value(pg_get_serial_sequence('{table}', '{column}'))*/ "
        "AS last",
        (),
    )
    return rows[0]["last"] or 0


def _used(table: str, column: str) -> Steps[int]:
    """Return the largest id in the table, which a restore may have brought; 0: none."""
    rows = yield f"SELECT max({column}) AS last FROM {table}", ()  # noqa: S608 (the schema's own names)
    return rows[0]["last"] or 0


def _go_on(table: str, column: str, last: int) -> Steps[None]:
    yield (
        f"/*sqlite: DELETE FROM sqlite_sequence WHERE name = '{table}'*/ /*postgresql: SELECT 1*/",  # noqa: S608 (the schema's own names)
        (),
    )
    yield (
        f"/*sqlite: INSERT INTO sqlite_sequence (name, seq) VALUES ('{table}', $1)*/ "  # noqa: S608 (as above)
        f"/*postgresql: SELECT setval(pg_get_serial_sequence('{table}', '{column}'), $1)*/",
        (last,),
    )
