"""FitNotes, of Android and of iOS: dates without times, a unit in each row or in the header."""

from collections.abc import Iterator

from bot.domain.facts import plain_text
from bot.domain.importing.rows import App, FileRemark, Row, SetRow
from bot.importing import cells
from bot.importing.lines import WEIGHTS, distance_of, load_of, rows_of
from bot.importing.tables import Table, TableLine
from bot.importing.times import moment

SOURCE = App.FITNOTES
LEGS = frozenset(
    {"legs", "beine", "piernas", "pernas", "jambes", "gambe", "nogi", "calves", "glutes"}
)


def fits(table: Table) -> bool:
    """Tell whether a table is one of FitNotes'."""
    weights = {"weight", *WEIGHTS} & table.columns.keys()
    return table.has("date", "exercise", "category", "reps") and bool(weights)


def read(table: Table, *, month_first: bool = False) -> Iterator[Row | FileRemark]:
    """Yield the sets of the file."""
    return rows_of(table, _sets, month_first=month_first, date="date", exercise="exercise")


def _sets(line: TableLine, day_first: bool) -> Iterator[SetRow]:
    start, is_timed = moment(line["date"], day_first=day_first)
    unit, load = load_of(line)
    distance, distance_unit = distance_of(line)
    minutes = cells.minutes(line["time"])
    yield SetRow(
        line=line.number,
        start=start,
        is_timed=is_timed,
        exercise=line["exercise"],
        warm_up=line["kind"].casefold() in {"warmup", "warm up", "warm-up"},
        reps=cells.reps(line["reps"]),
        load=load,
        unit=unit,
        seconds=None if not minutes else minutes * 60,
        distance=distance,
        distance_unit=distance_unit,
        for_legs=plain_text.fold(line["category"]) in LEGS,
    )
