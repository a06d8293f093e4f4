"""Strong: its three exports, with commas, with semicolons and units, and with numbered workouts."""

from collections.abc import Iterator

from bot.domain.importing.rows import App, FileRemark, Row, SetRow
from bot.importing import cells
from bot.importing.lines import distance_of, load_of, rows_of
from bot.importing.tables import Table, TableLine
from bot.importing.times import moment

SOURCE = App.STRONG
STRUCTURE = frozenset({"rest timer", "note"})  # rows of "Set Order" that are no sets


def fits(table: Table) -> bool:
    """Tell whether a table is one of Strong's."""
    return table.has("date", "workoutname", "exercisename", "setorder", "reps")


def read(table: Table, *, month_first: bool = False) -> Iterator[Row | FileRemark]:
    """Yield the sets of the file."""
    return rows_of(table, _sets, month_first=month_first, date="date", exercise="exercisename")


def _sets(line: TableLine, day_first: bool) -> Iterator[SetRow]:
    order = line["setorder"].casefold()
    if order in STRUCTURE:
        return
    start, is_timed = moment(line["date"], day_first=day_first)
    unit, load = load_of(line)
    distance, distance_unit = distance_of(line)
    yield SetRow(
        line=line.number,
        start=start,
        is_timed=is_timed,
        workout=line["workoutname"],
        exercise=line["exercisename"],
        minutes=_minutes(line),
        warm_up=order == "w",
        failure=order == "f",
        reps=cells.reps(line["reps"]),
        load=load,
        unit=unit,
        rpe=cells.rpe(line["rpe"]),
        seconds=cells.seconds(line["seconds"]),
        distance=distance,
        distance_unit=distance_unit,
    )


def _minutes(line: TableLine) -> float | None:
    in_seconds = cells.seconds(line["duration(sec)"])
    if in_seconds is not None:
        return in_seconds / 60
    return cells.minutes(line["duration"] or line["workoutduration"])
