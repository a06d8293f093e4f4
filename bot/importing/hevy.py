"""Hevy: a line for each set, units in the header, months in the language of the phone."""

from collections.abc import Iterator

from bot.domain.importing.rows import App, FileRemark, Row, SetRow
from bot.importing import cells
from bot.importing.lines import distance_of, load_of, rows_of
from bot.importing.tables import Table, TableLine
from bot.importing.times import moment

SOURCE = App.HEVY


def fits(table: Table) -> bool:
    """Tell whether a table is Hevy's."""
    return table.has("title", "starttime", "exercisetitle", "settype", "reps")


def read(table: Table, *, month_first: bool = False) -> Iterator[Row | FileRemark]:
    """Yield the sets of the file."""
    return rows_of(
        table, _sets, month_first=month_first, date="starttime", exercise="exercisetitle"
    )


def _sets(line: TableLine, day_first: bool) -> Iterator[SetRow]:
    start, is_timed = moment(line["starttime"], day_first=day_first)
    end = moment(line["endtime"], day_first=day_first)[0] if line["endtime"] else None
    unit, load = load_of(line)
    distance, distance_unit = distance_of(line)
    yield SetRow(
        line=line.number,
        start=start,
        is_timed=is_timed,
        end=end,
        workout=line["title"],
        exercise=line["exercisetitle"],
        warm_up=line["settype"].casefold() == "warmup",
        failure=line["settype"].casefold() == "failure",
        reps=cells.reps(line["reps"]),
        load=load,
        unit=unit,
        rpe=cells.rpe(line["rpe"]),
        seconds=cells.seconds(line["durationseconds"]),
        distance=distance,
        distance_unit=distance_unit,
    )
