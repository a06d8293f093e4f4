"""The interface between repositories and a database engine, and its one SQL dialect.

SQL is written once, in what SQLite and PostgreSQL share: ``$1`` parameters, ``BIGINT``,
``RETURNING``, ``ON CONFLICT``. A comment like ``/*sqlite: STRICT*/`` or
``/*postgresql: FOR UPDATE SKIP LOCKED*/`` holds words for that engine alone; its adapter takes
them out of the comment.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from bot.meters import Meters

T = TypeVar("T")

V = TypeVar("V")

Value = str | int | float | None
Statement = tuple[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Many:
    """One writing statement for several rows of values, in one trip; answered with no rows."""

    sql: str
    values: Sequence[tuple[Value, ...]]


class Thought(Generic[V]):
    """Pure work between statements that may take a millisecond: never run on the event loop."""

    __slots__ = ("_work", "error", "result")

    def __init__(self, work: Callable[[], V]) -> None:
        self._work = work
        self.error: Exception | None = None
        self.result: V | None = None

    def run(self) -> None:
        """Do the work; what it raises is kept for whoever yielded this."""
        try:
            self.result = self._work()
        except Exception as error:  # noqa: BLE001 (handed to the transaction)
            self.error = error


class Together:
    """Reads of which none needs what another finds: in one trip, where an engine can."""

    __slots__ = ("found", "reads")

    def __init__(self, reads: Sequence[Statement]) -> None:
        self.reads = reads
        self.found: list[list[Row]] = []


Ask = Statement | Many | Together | Thought[Any]


class Row(Protocol):
    """A row of a result; values by column name."""

    def __getitem__(self, column: str, /) -> Any:  # noqa: ANN401 (a column's type is its table's to know)
        """Return the value of a column."""

    def __iter__(self) -> Iterator[Any]:
        """Return the values in the order the statement names them."""

    def keys(self) -> Iterable[str]:
        """Return the names of the columns."""


Steps = Generator[Ask, list[Row], T]
"""Statements of one transaction: yields (sql, args), is sent the rows, returns the result (R26).

Between two yields there is nothing but Python that needs no waiting.
"""

Make = Callable[[], Steps[T]]
"""Begins a transaction's steps: anew each time, for an engine may have to run them again."""


def think(work: Callable[[], V]) -> Steps[V]:
    """Do pure work within a transaction, wherever its engine has a thread for it."""
    thought = Thought(work)
    yield thought
    if thought.error is not None:
        raise thought.error
    return thought.result  # type: ignore[return-value]  # set where there is no error


def together(**reads: Statement | None) -> Steps[dict[str, list[Row]]]:
    """Read several things at once; of a read that is ``None`` there are no rows."""
    asked = {name: read for name, read in reads.items() if read is not None}
    all_of_them = Together(tuple(asked.values()))
    if asked:
        yield all_of_them
    none: dict[str, list[Row]] = {name: [] for name in reads}
    return none | dict(zip(asked, all_of_them.found, strict=True))


class Database(ABC):
    """The database interface. Each call is one round trip, counted in ``round_trips``."""

    lost = False  # whether what is written would be lost: then nothing is

    def __init__(self) -> None:
        self.round_trips = 0
        self.meters = Meters()  # time the round trips

    @property
    def connections(self) -> Mapping[str, int]:
        """How many connections are in which state, where there is a pool of them."""
        return {}

    async def fetch(self, sql: str, *args: Value) -> list[Row]:
        """Return every row of one read."""
        return await self.read(partial(one, sql, args))

    async def fetchrow(self, sql: str, *args: Value) -> Row | None:
        """Return the first row of one read, if any."""
        rows = await self.fetch(sql, *args)
        return rows[0] if rows else None

    @abstractmethod
    async def execute(self, sql: str, *args: Value) -> int:
        """Run one writing statement durably; return how many rows it changed."""

    @abstractmethod
    async def read(self, make: Make[T]) -> T:
        """Run several reads on one snapshot."""

    @abstractmethod
    async def transact(self, make: Make[T], *, alone: int | None = None) -> T:
        """Run one write transaction: complete and durable when this returns, or not at all.

        Transactions with the same number in ``alone``, the id of the member or the server they are
        about, run one after another. ``make`` may be called more than once: nothing of an attempt
        counts but the last one's result.

        Cancelling the caller never splits it: the transaction then ends on its own, either way.
        """

    def erase(self) -> None:  # noqa: B027 (where nothing stays in files there is nothing to do)
        """Have what was deleted leave the engine's files at the next ``look_after``."""

    async def make_room(self) -> None:  # noqa: B027 (as ``erase``)
        """Free the room of what was deleted, if the engine has not; it may take hours."""

    async def look_after(self, rescue: Path) -> bool:
        """Erase what could not be erased yet; say whether the engine's files are still in place.

        When they are not, nothing is kept any more, and ``rescue`` is a copy of all there is.
        """
        return True


def one(sql: str, args: tuple[Value, ...]) -> Steps[list[Row]]:
    """Run one reading statement."""
    return (yield sql, args)
