"""Garmin Connect's list of activities, by position: its header is in the language of the page."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.importing.rows import ActivityRow, App, FileRemark, Row, Why
from bot.domain.importing.titles import sport_of
from bot.importing import cells
from bot.importing.cells import UnclearCell
from bot.importing.lines import each_line
from bot.importing.tables import Table, TableLine
from bot.importing.times import moment

SOURCE = App.GARMIN
TYPE, DATE, FAVOURITE, TITLE, DISTANCE, _CALORIES, TIME = range(7)
MOVING = ("movingtime", "zeitinbewegung", "tiempoenmovimiento", "tempsdedeplacement")
ELAPSED = ("elapsedtime", "verstrichenezeit", "tiempotranscurrido", "tempsecoule")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d[ T]\d")
_DECIMALS: Final = re.compile(r"\d([.,])\d{1,2}$")


def fits(table: Table) -> bool:
    """Tell whether the first line of a table has Garmin's shape."""
    if not table.lines or len(table.header) <= TIME:
        return False
    cell = [*table.lines[0].cells, *[""] * (TIME + 1)]
    return (
        bool(_DATE.match(cell[DATE]))
        and cell[FAVOURITE].casefold() in {"true", "false"}
        and cells.minutes(cell[TIME]) is not None
    )


def read(table: Table, *, month_first: bool = False) -> Iterator[Row | FileRemark]:
    """Yield the activities of the file; its dates begin with the year."""
    del month_first
    sign = _decimal_sign(table)
    return each_line(table, lambda line: [_activity(line, sign)])


def _activity(line: TableLine, sign: str) -> ActivityRow:
    if len(line.cells) <= TIME:
        raise UnclearCell(Why.FEW_COLUMNS, ", ".join(line.cells))
    start, is_timed = moment(line.cells[DATE])
    time = cells.minutes(line.cells[TIME])
    return ActivityRow(
        line=line.number,
        start=start,
        is_timed=is_timed,
        sport=sport_of(line.cells[TYPE]),
        title=line.cells[TITLE],
        elapsed=_first(line, ELAPSED) or time,
        moving=_first(line, MOVING) or time,
        distance=_distance(line.cells[DISTANCE], sign),
        distance_unit=None,
    )


def _first(line: TableLine, columns: tuple[str, ...]) -> float | None:
    return next((cells.minutes(line[each]) for each in columns if each in line.columns), None)


def _decimal_sign(table: Table) -> str:
    """Return the decimal sign of the file: that of its distances with one or two decimals."""
    distances = (line.cells[DISTANCE] for line in table.lines if len(line.cells) > DISTANCE)
    signs = [found[1] for each in distances if (found := _DECIMALS.search(each))]
    return "," if signs.count(",") > signs.count(".") else "."


def _distance(text: str, sign: str) -> float | None:
    thousands = "." if sign == "," else ","
    return cells.distance(text.replace(thousands, "").replace(sign, "."))
