"""The SQLite engine for a look at a database that another process may be using: reads only."""

from functools import partial
from pathlib import Path
from typing import NoReturn, Self, TypeVar

from bot.meters import Meters
from bot.store.engine.connection import connection
from bot.store.engine.database import Make, Row, Value
from bot.store.engine.errors import StoreError
from bot.store.engine.statements import one, snapshot

T = TypeVar("T")


class ReadOnlySqlite:
    """The ``Database`` of one SQLite file, which it never changes; an async context manager."""

    lost = False

    def __init__(self, path: Path) -> None:
        self.round_trips = 0
        self.meters = Meters()
        self.connections: dict[str, int] = {}
        self._reader = connection(path, read_only=True)

    async def __aenter__(self) -> Self:
        await self._reader.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._reader.close()

    async def fetch(self, sql: str, *args: Value) -> list[Row]:
        """Return every row of one read."""
        return await self.read(partial(one, sql, args))

    async def fetchrow(self, sql: str, *args: Value) -> Row | None:
        """Return the first row of one read, if any."""
        rows = await self.fetch(sql, *args)
        return rows[0] if rows else None

    async def read(self, make: Make[T]) -> T:
        """Run several reads on one snapshot."""
        self.round_trips += 1
        return await self._reader.run(partial(snapshot, make))

    async def execute(self, sql: str, *args: Value) -> NoReturn:
        """Refuse to write."""
        raise StoreError("opened for reading only")

    async def transact(self, make: Make[T], *, alone: int | None = None) -> NoReturn:
        """Refuse to write."""
        raise StoreError("opened for reading only")

    def erase(self) -> None:
        """Do nothing: nothing was deleted."""

    async def make_room(self) -> None:
        """Do nothing: nothing was deleted."""

    async def look_after(self, rescue: Path) -> bool:
        """Do nothing: the files are another's to look after."""
        return True
