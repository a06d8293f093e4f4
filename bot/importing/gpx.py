"""GPX: a track is an activity; its points tell distance and time on the move, and are not kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import asin, cos, hypot, radians, sin, sqrt
from typing import Final

from bot.domain.importing.rows import ActivityRow, App, FileRemark, RefusedFile, Row, Sport
from bot.domain.importing.titles import sport_by_pace, sport_of
from bot.importing.xml_files import Attributes, parse

SOURCE = App.GPX
MOST_POINTS: Final = 500_000
EARTH: Final = 6_371_008.8  # metres, mean radius
SLOWEST: Final = 0.5  # metres a second; slower is standing, with the drift of a receiver


@dataclass(slots=True)
class _Track:
    name: str = ""
    type: str = ""
    first: datetime | None = None
    last: datetime | None = None
    metres: float = 0.0
    moving: float = 0.0  # seconds
    before: tuple[float, float, datetime] | None = None


@dataclass(slots=True)
class _Tracks:
    tracks: list[_Track] = field(default_factory=list)
    points: int = 0
    place: tuple[float, float] | None = None
    time: datetime | None = None

    def begun(self, name: str, attributes: Attributes) -> None:
        if name == "trk":
            self.tracks.append(_Track())
        elif name == "trkseg" and self.tracks:
            self.tracks[-1].before = None
        elif name == "trkpt":
            self.points += 1
            if self.points > MOST_POINTS:
                raise RefusedFile("too_many_rows", limit=MOST_POINTS)
            self.place, self.time = _place(attributes), None

    def ended(self, name: str, parent: str, text: str) -> None:
        if not self.tracks:
            return
        if parent == "trk" and name == "name":
            self.tracks[-1].name = text
        elif parent == "trk" and name == "type":
            self.tracks[-1].type = text
        elif parent == "trkpt" and name == "time":
            self.time = _time(text)
        elif name == "trkpt":
            _add(self.tracks[-1], self.place, self.time)


def read(content: bytes) -> Iterator[Row | FileRemark]:
    """Yield the activities of the file.

    Raises:
        RefusedFile: it has no times, or is damaged.
    """
    found = _Tracks()
    parse(content, begun=found.begun, ended=found.ended)
    timed = [track for track in found.tracks if track.first is not None]
    if not timed:
        raise RefusedFile("no_times")
    return (_activity(number, track) for number, track in enumerate(timed, 1))


def _activity(number: int, track: _Track) -> ActivityRow:
    first, last = track.first, track.last
    if first is None or last is None:
        raise RefusedFile("no_times")
    return ActivityRow(
        line=number,
        start=first,
        sport=_sport(track),
        title=track.name,
        elapsed=(last - first).total_seconds() / 60,
        moving=track.moving / 60,
        distance=track.metres / 1000,
    )


def _sport(track: _Track) -> Sport:
    if track.type and not track.type.isdecimal():
        return sport_of(track.type)
    if track.type:  # Strava wrote numbers: 9 running, 1 riding, 10 walking
        return {"9": Sport.RUN, "1": Sport.RIDE, "10": Sport.WALK}.get(track.type, Sport.OTHER)
    return sport_by_pace(track.moving / 60, track.metres / 1000)


def _place(attributes: Attributes) -> tuple[float, float] | None:
    try:
        place = float(attributes["lat"]), float(attributes["lon"])
    except (KeyError, ValueError):
        return None
    return place if abs(place[0]) <= 90 and abs(place[1]) <= 180 else None


def _time(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
        return at if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _add(track: _Track, place: tuple[float, float] | None, time: datetime | None) -> None:
    if time is None or place is None:
        return
    if track.first is not None and (time.tzinfo is None) != (track.first.tzinfo is None):
        return
    track.first = time if track.first is None else min(track.first, time)
    track.last = time if track.last is None else max(track.last, time)
    if track.before is not None:
        seconds = (time - track.before[2]).total_seconds()
        metres = _metres(track.before[:2], place)
        if seconds > 0 and metres / seconds >= SLOWEST:
            track.metres += metres
            track.moving += seconds
    track.before = (*place, time)


def _metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance of two places, by the haversine formula."""
    lat, other_lat = radians(one[0]), radians(other[0])
    up, along = sin((other_lat - lat) / 2), sin(radians(other[1] - one[1]) / 2)
    chord = hypot(up, sqrt(cos(lat) * cos(other_lat)) * along)
    return 2 * EARTH * asin(min(1.0, chord))
