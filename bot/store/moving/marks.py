"""What the table ``moved`` says of a database: what came into it by a move, where it went.

A target has a row for each table, with the key of the last row that came and, when the move is
finished, the digest of all; and one for its source. A source that was moved has one for its target.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from bot.store.engine.database import Database, Many, Steps
from bot.store.engine.errors import StoreLocked, StoreMoved
from bot.store.moving.tables import Key

SOURCE, TARGET = "(from)", "(to)"  # no names of tables

LOOK = "SELECT table_name, last_key, how_many, digest FROM moved"
PUT = "INSERT INTO moved (table_name, last_key, how_many, digest) VALUES ($1, $2, $3, $4)"
CAME = """
UPDATE moved SET last_key = $3, how_many = how_many + $4
WHERE table_name = $1 AND coalesce(last_key, '') = $2
RETURNING how_many
"""
DONE = "UPDATE moved SET digest = $2 WHERE table_name = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of one database."""

    source: str | None  # where its data comes from; ``None`` where no move into it was begun
    content: str | None  # the digest of all that is there
    unfinished: bool  # whether not all of it has come, or been compared
    target: str | None  # where its data went; ``None`` where it was not moved
    last_keys: Mapping[str, Key | None]  # of each table, the key of the last row that came


async def marks(database: Database) -> Marks:
    """Read a database's marks."""
    rows = {row["table_name"]: row for row in await database.fetch(LOOK)}
    source, target = rows.pop(SOURCE, None), rows.pop(TARGET, None)
    return Marks(
        source=None if source is None else source["last_key"],
        content=None if source is None else source["digest"],
        unfinished=any(row["digest"] is None for row in rows.values()),
        target=None if target is None else target["last_key"],
        last_keys={
            name: None if row["last_key"] is None else tuple(json.loads(row["last_key"]))
            for name, row in rows.items()
        },
    )


async def refuse_moved(database: Database, where: str) -> None:
    """Refuse a database that holds half of a move, or whose data is elsewhere by now.

    Raises:
        StoreMoved: with what to do.
    """
    found = await marks(database)
    if found.unfinished:
        raise StoreMoved(
            f"{where} holds an unfinished move of {found.source}: run python -m bot migrate --from "
            "its URL again"
        )
    if found.target is not None:
        raise StoreMoved(f"{where} was moved to {found.target}: set DATABASE_URL to that")


async def begin(database: Database, source: str, content: str, names: Iterable[str]) -> None:
    """Note on the target that a move begins."""
    listed = [(name, None, 0, None) for name in names]
    await database.transact(partial(_put, (SOURCE, source, 0, content), *listed))


async def leave(database: Database, target: str, content: str) -> None:
    """Note on the source where its data went."""
    await database.transact(partial(_put, (TARGET, target, 0, content)))


async def finish(database: Database, digests: Mapping[str, str]) -> None:
    """Note on the target that all is there."""
    await database.transact(partial(_finish, digests))


def came(table: str, after: Key | None, last: Key, count: int) -> Steps[None]:
    """Note that a page came after another, within the transaction that brings it.

    Raises:
        StoreLocked: it has come already.
    """
    before = "" if after is None else json.dumps(after)
    if not (yield CAME, (table, before, json.dumps(last), count)):
        raise StoreLocked("another move into the same database goes on, or just ended: try again")


def _put(*rows: tuple[str | int | None, ...]) -> Steps[None]:
    yield Many(PUT, rows)


def _finish(digests: Mapping[str, str]) -> Steps[None]:
    yield Many(DONE, tuple(digests.items()))
