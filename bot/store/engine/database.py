"""The interface between repositories and a database engine: four methods, one SQL dialect.

SQL is written once, in what SQLite and PostgreSQL share: ``$1`` parameters, ``BIGINT``,
``RETURNING``, ``ON CONFLICT``. A comment like ``/*sqlite: STRICT*/`` or
``/*postgresql: FOR UPDATE SKIP LOCKED*/`` holds words for that engine alone; its adapter takes
them out of the comment.
"""

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol, TypeVar

from bot.meters import Meters

T = TypeVar("T")

Value = str | int | float | None
Statement = tuple[str, tuple[Value, ...]]


class Row(Protocol):
    """A row of a result; values by column name."""

    def __getitem__(self, column: str, /) -> Any:  # noqa: ANN401 (a column's type is its table's to know)
        """Return the value of a column."""

    def __iter__(self) -> Iterator[Any]:
        """Return the values in the order the statement names them."""

    def keys(self) -> Iterable[str]:
        """Return the names of the columns."""


Steps = Generator[Statement, list[Row], T]
"""Statements of one transaction: yields (sql, args), is sent the rows, returns the result (R26).

Between two yields there is nothing but Python that needs no waiting.
"""


class Database(Protocol):
    """The database interface. Each call is one round trip, counted in ``round_trips``."""

    round_trips: int
    lost: bool
    """Whether what is written would be lost: then nothing is."""
    meters: Meters
    """Time the round trips."""

    async def fetch(self, sql: str, *args: Value) -> list[Row]:
        """Return every row of one read."""

    async def fetchrow(self, sql: str, *args: Value) -> Row | None:
        """Return the first row of one read, if any."""

    async def execute(self, sql: str, *args: Value) -> int:
        """Run one writing statement durably; return how many rows it changed."""

    async def read(self, steps: Steps[T]) -> T:
        """Run several reads on one snapshot."""

    async def transact(self, steps: Steps[T]) -> T:
        """Run one write transaction: complete and durable when this returns, or not at all.

        Cancelling the caller never splits it: the transaction then ends on its own, either way.
        """

    def erase(self) -> None:
        """Have what was deleted leave the engine's files at the next ``look_after``."""

    async def look_after(self, rescue: Path) -> bool:
        """Erase what could not be erased yet; say whether the engine's files are still in place.

        When they are not, nothing is kept any more, and ``rescue`` is a copy of all there is.
        """
