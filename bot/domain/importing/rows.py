"""What readers find in a file, row by row, whatever app wrote it.

A start is naive where the file tells a local time, aware (UTC) where it tells the moment.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.facts.settings import DistanceUnit, MassUnit
from bot.domain.facts.training import LegSession, Run

MOST_BYTES: Final = 8 << 20  # of all files that are brought in together


class App(StrEnum):
    """What wrote a file; kept with an import."""

    STRONG = "strong"
    HEVY = "hevy"
    FITNOTES = "fitnotes"
    STRONGLIFTS = "stronglifts"
    JEFIT = "jefit"
    GARMIN = "garmin"
    STRAVA = "strava"
    GPX = "gpx"
    TCX = "tcx"
    FIT = "fit"
    LEGDAY = "legday"
    SEVERAL = "several"


class Why(StrEnum):
    """Why a line is not understood."""

    DATE = "date"
    WEIGHT = "weight"
    REPS = "reps"
    DISTANCE = "distance"
    DURATION = "duration"
    NO_EXERCISE = "no_exercise"
    FEW_COLUMNS = "few_columns"
    FUTURE = "future"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    TOO_FAST = "too_fast"
    NO_ENTRY = "no_entry"
    DAMAGED = "damaged"
    NO_EXPORT = "no_export"


class Sport(StrEnum):
    """What an activity without exercises was; runs are kept, the others counted."""

    RUN = "run"
    RIDE = "ride"
    WALK = "walk"
    STRENGTH = "strength"
    OTHER = "other"


class RefusedFile(Exception):
    """A whole file that cannot be read: ``key`` says why, ``values`` are for the words."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRow:
    """One set, or ``sets`` equal ones, of a workout; ``None`` is what the file does not say."""

    line: int
    start: datetime
    exercise: str
    workout: str = ""
    is_timed: bool = True  # whether the file knows more than the date
    end: datetime | None = None
    minutes: float | None = None  # the workout's
    sets: int = 1
    warm_up: bool = False
    failure: bool = False
    reps: int | None = None
    load: float | None = None
    unit: MassUnit | None = None
    rpe: float | None = None
    seconds: float | None = None
    distance: float | None = None
    distance_unit: DistanceUnit | None = None
    for_legs: bool = False  # the file's own category says so


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """One activity without exercises: ``elapsed`` and ``moving`` in minutes."""

    line: int
    start: datetime
    sport: Sport
    title: str = ""
    is_timed: bool = True
    elapsed: float | None = None
    moving: float | None = None
    distance: float | None = None
    distance_unit: DistanceUnit | None = DistanceUnit.KM
    effort: int | None = None
    is_race: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A line that is not understood, and what stood there."""

    line: int
    why: Why
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """An entry as this bot wrote it, told in full; its ids are made when it is kept.

    ``unread`` is what of its exercises is not understood.
    """

    line: int
    entry: LegSession | Run
    unread: tuple[Unread, ...] = ()

    @property
    def start(self) -> datetime:
        """When the entry ended."""
        return self.entry.ended_at


Row = SetRow | ActivityRow | OwnRow | Unread


class FileRemark(StrEnum):
    """Something about the file as a whole."""

    TWO_ORDERS = "two_orders"  # its dates fit the day first and the month first
    WRONG_CHECKSUM = "wrong_checksum"
