"""What the readers of tables share: the order of dates, units, and that a bad cell costs a line."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from bot.domain.facts.settings import DistanceUnit, MassUnit
from bot.domain.importing.rows import FileRemark, Row, SetRow, Unread, Why
from bot.importing import cells
from bot.importing.cells import UnclearCell
from bot.importing.tables import Table, TableLine
from bot.importing.times import order_of

KG: Final = ("weight(kg)", "weight(kgs)", "weightkg")
LB: Final = ("weight(lb)", "weight(lbs)", "weightlbs")
WEIGHTS: Final = dict.fromkeys(KG, MassUnit.KG) | dict.fromkeys(LB, MassUnit.LB)
DISTANCES: Final = {"distancekm": "km", "distancemiles": "mi", "distance(meters)": "m"}
"""Columns that have their unit in their name; else it stands in a cell of its own."""


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


def load_of(line: TableLine) -> tuple[MassUnit | None, float | None]:
    """Return the unit and the load of a set; neither where none was lifted."""
    column, unit = next(
        ((column, unit) for column, unit in WEIGHTS.items() if line[column]),
        ("weight", cells.mass_unit(line["weightunit"])),
    )
    load = cells.load(line[column], unit)
    return unit if load else None, load


def distance_of(line: TableLine) -> tuple[float | None, DistanceUnit | None]:
    """Return the distance of a set and its unit."""
    column, unit = next(
        ((column, unit) for column, unit in DISTANCES.items() if column in line.columns),
        ("distance", line["distanceunit"]),
    )
    return cells.kilometres(cells.distance(line[column]), unit)
