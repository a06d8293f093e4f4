"""The SQLite engine for a look at a database that another process may be using: reads only."""

from functools import partial
from pathlib import Path
from typing import NoReturn, Self, TypeVar

from bot.store.engine.connection import connection
from bot.store.engine.database import Database, Make, Value
from bot.store.engine.errors import StoreError
from bot.store.engine.statements import snapshot

T = TypeVar("T")


class ReadOnlySqlite(Database):
    """The ``Database`` of one SQLite file, which it never changes; an async context manager."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._reader = connection(path, read_only=True)

    async def __aenter__(self) -> Self:
        await self._reader.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._reader.close()

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
