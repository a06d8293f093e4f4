"""Strava's ``activities.csv``, by position: some column names come twice, all are translated.

Its dates are in UTC. The second of two columns of a name is in seconds or metres.
"""

from collections.abc import Iterator
from datetime import UTC

from bot.domain.facts.training import EFFORT
from bot.domain.importing.rows import ActivityRow, App, FileRemark, Row, Why
from bot.domain.importing.titles import sport_of
from bot.importing import cells
from bot.importing.cells import UnclearCell
from bot.importing.lines import dated
from bot.importing.tables import Table, TableLine
from bot.importing.times import moment

SOURCE = App.STRAVA
ID, DATE, NAME, TYPE, _DESCRIPTION, ELAPSED, DISTANCE = range(7)


def fits(table: Table) -> bool:
    """Tell whether the first line of a table has Strava's shape."""
    if not table.lines or len(table.header) <= DISTANCE or len(table.lines[0].cells) <= DISTANCE:
        return False
    cell = table.lines[0].cells
    try:
        moment(cell[DATE])
    except UnclearCell:
        return False
    return cell[ID].isdecimal() and cell[ELAPSED].replace(".", "").isdecimal()


def read(table: Table, *, month_first: bool = False) -> Iterator[Row | FileRemark]:
    """Yield the activities of the file."""
    dates = (line.cells[DATE] for line in table.lines if len(line.cells) > DATE)

    def activity(line: TableLine, day_first: bool) -> Iterator[ActivityRow]:
        yield _activity(line, table, day_first=day_first)

    return dated(table, dates, activity, month_first=month_first)


def _activity(line: TableLine, table: Table, *, day_first: bool) -> ActivityRow:
    if len(line.cells) <= DISTANCE:
        raise UnclearCell(Why.FEW_COLUMNS, ", ".join(line.cells))
    start, is_timed = moment(line.cells[DATE], day_first=day_first)
    again = _second(table, ELAPSED)
    elapsed = cells.number(line.cells[ELAPSED], Why.DURATION)
    moving = None if again is None else cells.number(_cell(line, again + 1), Why.DURATION)
    distance, unit = cells.distance(line.cells[DISTANCE]), None
    metres = _second(table, DISTANCE)
    if metres is not None:
        distance, unit = cells.kilometres(cells.distance(_cell(line, metres)), "m")
    return ActivityRow(
        line=line.number,
        start=start if start.tzinfo else start.replace(tzinfo=UTC),
        is_timed=is_timed,
        sport=sport_of(line.cells[TYPE]),
        title=line.cells[NAME],
        elapsed=None if elapsed is None else elapsed / 60,
        moving=None if not moving else moving / 60,
        distance=distance,
        distance_unit=unit,
        effort=_effort(line["perceivedexertion"]),
        is_race=line["competition"] not in {"", "0", "0.0", "false"},
    )


def _second(table: Table, index: int) -> int | None:
    name = table.header[index]
    return next((i for i in range(index + 1, len(table.header)) if table.header[i] == name), None)


def _cell(line: TableLine, index: int) -> str:
    return line.cells[index] if index < len(line.cells) else ""


def _effort(text: str) -> int | None:
    value = cells.rpe(text)
    return None if value is None or not EFFORT[0] <= value <= EFFORT[1] else round(value)
