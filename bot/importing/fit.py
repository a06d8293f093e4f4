"""FIT: the session message of a watch, else its records; decoded by ``fitdecode``."""

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

import fitdecode

from bot.domain.importing.rows import (
    ActivityRow,
    App,
    FileRemark,
    RefusedFile,
    Row,
    Sport,
)
from bot.domain.importing.titles import sport_by_pace, sport_of

SOURCE = App.FIT
MOST_RECORDS: Final = 500_000
MOST_SESSIONS: Final = 100

Values = dict[str, object]


@dataclass(slots=True)
class _FitMessages:
    sessions: list[Values] = field(default_factory=list)
    first: Values | None = None
    last: Values = field(default_factory=dict)
    sport: str = ""
    records: int = 0

    def take(self, name: str, values: Values) -> None:
        if name == "session" and len(self.sessions) < MOST_SESSIONS:
            self.sessions.append(values)
        elif name == "record" and isinstance(values.get("timestamp"), datetime):
            self.records += 1
            if self.records > MOST_RECORDS:
                raise RefusedFile("too_many_rows", limit=MOST_RECORDS)
            self.first = self.first or values
            self.last = {**self.last, **{k: v for k, v in values.items() if v is not None}}
        elif name == "sport":
            self.sport = str(values.get("sport") or "")


def read(content: bytes) -> Iterator[Row | FileRemark]:
    """Yield the activities of the file.

    Raises:
        RefusedFile: it is no FIT file, or was cut off before its summary.
    """
    found = _FitMessages()
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        broken = _decode(content, found)
    if broken is not None and not found.sessions:
        raise RefusedFile(broken)
    rows = [_session(n, each, found) for n, each in enumerate(found.sessions, 1)]
    if not rows:
        rows = [_of_records(found)]
    if any("CRC" in str(each.message) for each in warned):
        yield FileRemark.WRONG_CHECKSUM
    yield from (row for row in rows if row is not None)
    if not any(rows):
        raise RefusedFile("no_times")


def _decode(content: bytes, found: _FitMessages) -> str | None:
    """Take the messages of a file; return why it ended too early, if it did."""
    try:
        with fitdecode.FitReader(io.BytesIO(content), check_crc=fitdecode.CrcCheck.WARN) as frames:
            for frame in frames:
                if isinstance(frame, fitdecode.FitDataMessage):
                    found.take(frame.name, {each.name: each.value for each in frame.fields})
    except fitdecode.FitEOFError:
        return "cut_off"
    except RefusedFile:
        raise
    except Exception:  # noqa: BLE001 (of damaged files the library raises whatever comes)
        return "damaged"
    return None


def _session(number: int, said: Values, found: _FitMessages) -> ActivityRow | None:
    start = _moment(said.get("start_time")) or _moment(said.get("timestamp"))
    if start is None:
        return None
    elapsed = _number(said.get("total_elapsed_time"))
    metres = _number(said.get("total_distance"))
    moving = _number(said.get("total_timer_time"))
    return ActivityRow(
        line=number,
        start=start,
        sport=_sport(str(said.get("sport") or found.sport), moving or elapsed, metres),
        elapsed=None if elapsed is None else elapsed / 60,
        moving=None if moving is None else moving / 60,
        distance=None if metres is None else metres / 1000,
    )


def _of_records(found: _FitMessages) -> ActivityRow | None:
    if found.first is None:
        return None
    first, last = _moment(found.first.get("timestamp")), _moment(found.last.get("timestamp"))
    metres = _number(found.last.get("distance"))
    if first is None or last is None:
        return None
    seconds = (last - first).total_seconds()
    return ActivityRow(
        line=1,
        start=first,
        sport=_sport(found.sport, seconds, metres),
        elapsed=seconds / 60,
        distance=None if metres is None else metres / 1000,
    )


def _sport(said: str, seconds: float | None, metres: float | None) -> Sport:
    if said and said != "generic":
        return sport_of(said.replace("_", " "))
    return sport_by_pace((seconds or 0.0) / 60, (metres or 0.0) / 1000)


def _moment(value: object) -> datetime | None:
    if not isinstance(value, datetime):
        return None
    return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e8:
        return None
    return float(value)
