"""StrongLifts: a line for each exercise, its sets beside each other. Body weight is not read."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import count

from bot.domain.facts.settings import MassUnit
from bot.domain.importing.rows import App, FileRemark, Row, SetRow
from bot.domain.reading.set_lines import SETS
from bot.importing import cells
from bot.importing.lines import rows_of
from bot.importing.tables import Table, TableLine
from bot.importing.times import moment

SOURCE = App.STRONGLIFTS
DATE = re.compile(r"date(\(.*\))?")


def fits(table: Table) -> bool:
    """Tell whether a table is StrongLifts'."""
    return table.has("exercise", "workoutname", "set1(reps)") and _date(table) is not None


def read(table: Table, *, month_first: bool = False) -> Iterator[Row | FileRemark]:
    """Yield the sets of the file."""
    date = _date(table) or "date"
    unit = MassUnit.LB if "set1(lb)" in table.columns else MassUnit.KG

    def sets(line: TableLine, day_first: bool) -> Iterator[SetRow]:
        return _sets(line, line[date], unit, day_first=day_first)

    return rows_of(table, sets, month_first=month_first, date=date, exercise="exercise")


def _date(table: Table) -> str | None:
    return next((column for column in table.columns if DATE.fullmatch(column)), None)


def _sets(line: TableLine, date: str, unit: MassUnit, *, day_first: bool) -> Iterator[SetRow]:
    begins, ends = line["starttime(hmm)"], line["endtime(hmm)"]
    start, is_timed = moment(f"{date} {begins}".strip(), day_first=day_first)
    end = moment(f"{date} {ends}", day_first=day_first)[0] if begins and ends else None
    if end is not None and end < start:
        end += timedelta(days=1)
    for each in count(1):
        if each > SETS[1] or f"set{each}(reps)" not in line.columns:
            return
        reps = cells.reps(line[f"set{each}(reps)"])
        if reps is not None:
            yield SetRow(
                line=line.number,
                start=start,
                is_timed=is_timed,
                end=end,
                workout=line["workoutname"],
                exercise=line["exercise"],
                reps=reps,
                load=cells.load(line[f"set{each}({unit})"], unit),
                unit=unit,
            )
