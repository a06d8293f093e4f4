"""Moving all data from one database to another: resumed wherever it was killed, and compared.

Nobody else may use either. Each page of rows is one transaction with the note of how far it came.
The source is marked as moved before the target is free to be used: at no moment may both be.
"""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.store.engine import deletions
from bot.store.engine.database import Database, Steps, Value
from bot.store.engine.deletions import DeletionFile
from bot.store.engine.errors import StoreConflict, StoreError, StoreMoved, StoreTooNew
from bot.store.engine.schema import APPLIED, shipped_migrations
from bot.store.moving import marks
from bot.store.moving.last_ids import carry_over
from bot.store.moving.marks import Marks
from bot.store.moving.reading import Content, cleaned, content, pages
from bot.store.moving.tables import PAGE, Key, MovedTable, tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One end of a move."""

    database: Database  # what is read or written
    where: str  # where it is, as people may see it
    deleted: DeletionFile  # the list of deletions beside it
    # raises when somebody else may have used it since it was opened
    check_ours: Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What the source of a move holds of one table, and what its target does."""

    table: str
    source: Content
    target: Content

    @property
    def agrees(self) -> bool:
        """Whether both hold the same."""
        return (self.source.rows, self.source.digest) == (self.target.rows, self.target.digest)


async def move(source: Side, target: Side, now: datetime, *, page: int = PAGE) -> list[Compared]:
    """Move all rows, or those that are missing yet; return what both hold, table by table.

    Only where all of it agrees is the source marked as moved, and may the target be used.

    Raises:
        StoreError: this cannot be moved there; nothing is changed.
    """
    begun = await _begun(source, target)
    held = {table.name: await content(source.database, table) for table in tables()}
    whole = _whole(held)
    if begun.source is None:
        await marks.begin(target.database, source.where, whole, held)
    elif begun.content != whole:
        raise StoreMoved(
            f"{target.where} holds an unfinished move of {begun.source}, which has changed since "
            f"or is not {source.where}: make {target.where} anew, empty, and move again"
        )
    for table in tables():
        await _copy(source, target, table, begun.last_keys.get(table.name), page)
        if table.gives_ids:
            await carry_over(source.database, target.database, table)
    found = [
        Compared(
            table=table.name,
            source=held[table.name],
            target=await content(target.database, table),
        )
        for table in tables()
    ]
    if all(one.agrees for one in found):
        await _hand_over(source, target, whole, now)
        await marks.finish(target.database, {one.table: one.target.digest for one in found})
    return found


async def _begun(source: Side, target: Side) -> Marks:
    """Return how far the move came; refuse one that cannot be."""
    for side in (source, target):
        await _check_schema(side)
    there, begun = await marks.marks(source.database), await marks.marks(target.database)
    if there.unfinished:
        raise StoreMoved(f"{source.where} holds an unfinished move itself: finish that first")
    if there.target is not None and not (begun.unfinished and there.target == target.where):
        raise StoreMoved(f"{source.where} was moved to {there.target}: nothing is left to move")
    if not begun.unfinished and await _holds_data(target.database, begun):
        raise StoreMoved(
            f"{target.where} holds data already: name a database that holds none, or that is not "
            "there yet"
        )
    return begun


async def _holds_data(database: Database, begun: Marks) -> bool:
    rows = [await database.fetch(table.any_row) for table in tables()]
    return begun.source is not None or any(rows)


async def _check_schema(side: Side) -> None:
    had = {row["version"]: row["checksum"] for row in await side.database.fetch(APPLIED)}
    if had != {migration.version: migration.checksum for migration in shipped_migrations()}:
        raise StoreTooNew(
            f"{side.where} was written by a newer version of Legday (schema {max(had)}): move it "
            "with that version"
        )


async def _copy(
    source: Side, target: Side, table: MovedTable, after: Key | None, size: int
) -> None:
    async for rows in pages(source.database, table, after, size):
        try:
            await target.database.transact(partial(_bring, table, after, rows))
        except StoreConflict as error:
            why = str(error).partition("\n")[0]
            raise StoreError(f"{target.where} does not take a row of {table.name}: {why}") from None
        after = table.key_of(rows[-1])


def _bring(table: MovedTable, after: Key | None, rows: list[tuple[Value, ...]]) -> Steps[None]:
    yield from marks.came(table.name, after, table.key_of(rows[-1]), len(rows))
    yield table.put([cleaned(row) for row in rows])


async def _hand_over(source: Side, target: Side, whole: str, now: datetime) -> None:
    """Take along the list of deletions, and mark the source as moved."""
    for side in (source, target):
        await side.check_ours()
    listed = await source.database.read(deletions.listed)
    target.deleted.write(listed | source.deleted.read(now) | target.deleted.read(now))
    if (await marks.marks(source.database)).target is None:  # else a kill came right after it
        await marks.leave(source.database, target.where, whole)


def _whole(held: Mapping[str, Content]) -> str:
    """Return the digest of all tables."""
    lines = "".join(f"{name} {one.rows} {one.digest}\n" for name, one in held.items())
    return hashlib.sha256(lines.encode()).hexdigest()
