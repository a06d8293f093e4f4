"""A member's leg days and runs as a table, for a spreadsheet and for bringing them in again.

A row an entry, moments in UTC, exercises in the notation they are typed in. The columns and the
words in them are a released format. What a spreadsheet would take for a formula gets an apostrophe
before it, which reading takes away again.
"""

import csv
import io
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from bot.domain.facts.settings import MassUnit
from bot.domain.facts.training import Activity, Focus, LegSession, Newness, Run, RunKind
from bot.domain.reading.exercises import notation, parse

COLUMNS: Final = (
    "entry", "ended_utc", "minutes", "effort", "exercises", "focus", "new_exercise", "newness",
    "note", "kind", "distance_km", "felt", "descent_m",
)  # fmt: skip
LEG_DAY: Final = "leg_day"
YES: Final = "yes"
_BEGINS: Final = r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]"  # a formula; full width in some countries
_FORMULA: Final = re.compile(f"'*{_BEGINS}")
_GUARDED: Final = re.compile(f"'+{_BEGINS}")

Cell = Callable[[str], str]


def written(sessions: Sequence[LegSession], runs: Sequence[Run], unit: MassUnit) -> str:
    """Return the table, the newest entry first; ``unit`` for loads that were kept without one."""
    rows = [(each.ended_at, _leg_day(each, unit)) for each in sessions]
    rows += [(each.ended_at, _run(each)) for each in runs]
    rows.sort(key=lambda row: row[0], reverse=True)
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, COLUMNS, restval="")
    table.writeheader()
    table.writerows(row for _, row in rows)
    return text.getvalue()


def entry_of(cell: Cell, ended_at: datetime) -> tuple[LegSession | Run, tuple[str, ...]]:
    """Return a row as an entry without ids, and what of its exercises is not understood.

    ``cell`` returns the row's cell of a column.

    Raises:
        BadInput, ValueError: a cell that cannot be.
    """

    def said(column: str) -> str:
        text = cell(column)
        return text[1:] if _GUARDED.match(text) else text

    if said("entry") == LEG_DAY:
        read = parse(said("exercises"), unit=MassUnit.KG)
        session = LegSession(
            session_id=0,
            ended_at=ended_at,
            effort=_whole(said("effort")),
            minutes=_whole(said("minutes")),
            focus=Focus(said("focus")),
            exercises=read.sets,
            new_exercise=said("new_exercise") == YES,
            newness=Newness(said("newness")) if said("newness") else None,
            note=said("note"),
        )
        return session.checked(), read.unread
    run = Run(
        run_id=0,
        ended_at=ended_at,
        kind=RunKind(said("kind")),
        minutes=_whole(said("minutes")),
        distance_km=float(said("distance_km").replace(",", ".")) if said("distance_km") else None,
        effort=_whole(said("effort")),
        felt=_whole(said("felt")),
        activity=Activity(said("entry")),
        descent=_whole(said("descent_m")),
    )
    return run.checked(), ()


def _leg_day(session: LegSession, unit: MassUnit) -> dict[str, str]:
    return _row(
        session,
        entry=LEG_DAY,
        exercises=notation(session.exercises, unit),
        focus=session.focus,
        new_exercise=YES if session.new_exercise else "",
        newness=session.newness,
        note=session.note,
    )


def _run(run: Run) -> dict[str, str]:
    return _row(
        run,
        entry=run.activity,
        kind=run.kind,
        distance_km=run.distance_km,
        felt=run.felt,
        descent_m=run.descent,
    )


def _row(its: LegSession | Run, /, **more: object) -> dict[str, str]:
    said = {
        "ended_utc": f"{its.ended_at:%Y-%m-%d %H:%M:%S}",
        "minutes": its.minutes,
        "effort": its.effort,
        **more,
    }
    return {column: _harmless(str(value)) for column, value in said.items() if value is not None}


def _harmless(cell: str) -> str:
    """Return a cell's text such that no spreadsheet calculates with it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _whole(text: str) -> int | None:
    return int(text) if text else None
