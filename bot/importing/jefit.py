"""JEFIT: several tables in one file, each below a line of ``###``; three of them are read."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from bot.domain.facts.settings import MassUnit
from bot.domain.importing.rows import App, FileRemark, Row, SetRow
from bot.importing import cells
from bot.importing.lines import each_line
from bot.importing.tables import Table, TableLine, table
from bot.importing.times import moment

SOURCE = App.JEFIT
_HEADING: Final = re.compile(r"^### *(?P<name>[A-Z ]+?) *#*\s*$", re.MULTILINE)
_SET: Final = re.compile(r"(?P<load>\d{1,4}(?:\.\d{1,3})?)x(?P<reps>\d{1,3})")
_LATEST: Final = 4_102_444_800  # the year 2100, in epoch seconds


def fits(text: str) -> bool:
    """Tell whether a text is JEFIT's."""
    return text.lstrip("\ufeff \r\n").startswith("###") and "EXERCISE LOGS" in text


def read(text: str) -> Iterator[Row | FileRemark]:
    """Yield the sets of the file."""
    parts = _parts(text)
    settings, sessions = parts.get("SETTING"), parts.get("WORKOUT SESSIONS")
    unit = (
        next((cells.mass_unit(line["mass"]) for line in settings.lines), None) if settings else None
    )
    starts = {} if sessions is None else dict(_starts(sessions))
    logs = parts.get("EXERCISE LOGS")
    return each_line(logs, lambda line: _sets(line, unit, starts)) if logs else iter(())


def _parts(text: str) -> dict[str, Table]:
    parts = {}
    headings = list(_HEADING.finditer(text))
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        begins = text.count("\n", 0, heading.end()) + 1
        body = text[heading.end() : following.start() if following else len(text)]
        blank = len(body) - len(body.lstrip("\r\n"))
        parts[heading["name"]] = table(body[blank:], first_line=begins + body.count("\n", 0, blank))
    return parts


def _starts(sessions: Table) -> Iterator[tuple[str, tuple[datetime, float | None]]]:
    for line in sessions.lines:
        start = _epoch(line["starttime"] or line["starttimie"])
        if start is not None:
            lasted = line["totaltime"]
            minutes = int(lasted) / 60 if lasted.isdecimal() and len(lasted) < 7 else None
            yield line["id"], (start, minutes or None)


def _sets(
    line: TableLine, unit: MassUnit | None, starts: dict[str, tuple[datetime, float | None]]
) -> Iterator[SetRow]:
    start, minutes = starts.get(line["belongsession"], (None, None))
    is_timed = start is not None
    if start is None:
        start = moment(line["mydate"])[0]
    for each in _SET.finditer(line["logs"][:2_000]):
        yield SetRow(
            line=line.number,
            start=start,
            is_timed=is_timed,
            exercise=line["ename"],
            minutes=minutes,
            reps=cells.reps(each["reps"]),
            load=cells.load(each["load"], unit),
            unit=unit,
        )


def _epoch(text: str) -> datetime | None:
    if not text.isdecimal() or not 0 < int(text[:12]) < _LATEST:
        return None
    return datetime.fromtimestamp(int(text), UTC)
