"""TCX: an activity is the sum of its laps."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.domain.importing.rows import ActivityRow, App, FileRemark, RefusedFile, Row
from bot.domain.importing.titles import sport_of
from bot.importing.xml_files import Attributes, parse

SOURCE = App.TCX
MOST_LAPS = 10_000


@dataclass(slots=True)
class _LapActivity:
    sport: str
    first: datetime | None = None
    lap: datetime | None = None
    last: datetime | None = None
    seconds: float = 0.0
    metres: float = 0.0


@dataclass(slots=True)
class _LapActivities:
    found: list[_LapActivity] = field(default_factory=list)
    laps: int = 0

    def begun(self, name: str, attributes: Attributes) -> None:
        if name == "Activity":
            self.found.append(_LapActivity(attributes.get("Sport", "")))
        elif name == "Lap" and self.found:
            self.laps += 1
            if self.laps > MOST_LAPS:
                raise RefusedFile("too_many_rows", limit=MOST_LAPS)
            now = self.found[-1]
            now.lap = _time(attributes.get("StartTime", ""))
            now.first = now.first or now.lap

    def ended(self, name: str, parent: str, text: str) -> None:
        if parent != "Lap" or not self.found:
            return
        now, value = self.found[-1], _number(text)
        if name == "TotalTimeSeconds":
            now.seconds += value
            if now.lap is not None:
                now.last = now.lap + timedelta(seconds=value)
        elif name == "DistanceMeters":
            now.metres += value


def read(content: bytes) -> Iterator[Row | FileRemark]:
    """Yield the activities of the file.

    Raises:
        RefusedFile: it has no times, or is damaged.
    """
    found = _LapActivities()
    parse(content, begun=found.begun, ended=found.ended)
    timed = [each for each in found.found if each.first is not None]
    if not timed:
        raise RefusedFile("no_times")
    return (_row(number, each) for number, each in enumerate(timed, 1))


def _row(number: int, each: _LapActivity) -> ActivityRow:
    if each.first is None:
        raise RefusedFile("no_times")
    last = each.last or each.first
    return ActivityRow(
        line=number,
        start=each.first,
        sport=sport_of(each.sport),
        elapsed=max((last - each.first).total_seconds(), each.seconds) / 60,
        moving=each.seconds / 60,
        distance=each.metres / 1000,
    )


def _time(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if 0 <= value < 1e7 else 0.0
