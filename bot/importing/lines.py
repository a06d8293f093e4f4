"""What the readers of tables share: the order of dates; a cell not understood costs one line."""

from collections.abc import Callable, Iterable, Iterator

from bot.domain.importing.rows import FileRemark, Row, SetRow, Unread, Why
from bot.importing.cells import UnclearCell
from bot.importing.tables import Table, TableLine
from bot.importing.times import order_of


def each_line(
    table: Table, read: Callable[[TableLine], Iterable[Row]]
) -> Iterator[Row | FileRemark]:
    """Yield what ``read`` finds in each line, or why it is not understood."""
    for line in table.lines:
        try:
            yield from read(line)
        except UnclearCell as unclear:
            yield Unread(line=line.number, why=unclear.why, what=unclear.what)
    yield from table.damaged


def dated(
    table: Table,
    dates: Iterable[str],
    read: Callable[[TableLine, bool], Iterable[Row]],
    *,
    month_first: bool,
) -> Iterator[Row | FileRemark]:
    """Yield what ``read`` finds in each line, given whether the file's dates have the day first.

    Where they fit both orders that is remarked, and ``month_first`` decides.
    """
    order = order_of(set(dates))
    if order is None:
        yield FileRemark.TWO_ORDERS
    day_first = not month_first if order is None else order
    yield from each_line(table, lambda line: read(line, day_first))


def rows_of(
    table: Table,
    read: Callable[[TableLine, bool], Iterator[SetRow]],
    *,
    month_first: bool,
    date: str,
    exercise: str,
) -> Iterator[Row | FileRemark]:
    """Yield the sets that ``read`` makes of each line with an exercise, as ``dated`` does.

    ``date`` and ``exercise`` are the columns of the date and of the exercise's name.
    """

    def checked(line: TableLine, day_first: bool) -> Iterator[SetRow]:
        if not line.reaches(exercise) or not line.reaches(date):
            raise UnclearCell(Why.FEW_COLUMNS, ", ".join(line.cells))
        if not line[exercise]:
            raise UnclearCell(Why.NO_EXERCISE, line[date])
        yield from read(line, day_first)

    return dated(table, (line[date] for line in table.lines), checked, month_first=month_first)
