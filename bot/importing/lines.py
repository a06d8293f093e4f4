"""What the readers of lifting exports share: one cell not understood costs one line."""

from collections.abc import Callable, Iterator

from bot.domain.importing.rows import TWO_ORDERS, FileRemark, Row, SetRow, Unread, Why
from bot.importing.cells import UnclearCell
from bot.importing.tables import Table, TableLine
from bot.importing.times import order_of


def rows_of(
    table: Table,
    read: Callable[[TableLine, bool], Iterator[SetRow]],
    *,
    month_first: bool,
    date: str,
    exercise: str,
) -> Iterator[Row | FileRemark]:
    """Yield what ``read`` finds in each line, or why it is not understood.

    Args:
        table: the file.
        read: makes sets of a line, given whether its dates have the day first.
        month_first: how dates that fit both orders are read.
        date: the column of the date, whose texts decide that.
        exercise: the column of the exercise's name.
    """
    order = order_of({line[date] for line in table.lines})
    if order is None:
        yield FileRemark(key=TWO_ORDERS)
    for line in table.lines:
        try:
            if not line.reaches(exercise) or not line.reaches(date):
                raise UnclearCell(Why.FEW_COLUMNS, ", ".join(line.cells))
            if not line[exercise]:
                raise UnclearCell(Why.NO_EXERCISE, line[date])
            yield from read(line, not month_first if order is None else order)
        except UnclearCell as unclear:
            yield Unread(line=line.number, why=unclear.why, what=unclear.what)
    yield from table.damaged
