"""What a picture shows, before it is drawn: numbers and words as plain data, like cards.

Times are hours from now, as the pictures' axes have them. Every word is in its reader's language
already, and ``alt`` says what the picture says: a picture is never the only place for it.
"""

from dataclasses import dataclass

ALT_LIMIT = 1024  # characters, Discord's limit for a media item's description

Span = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A word at a place of an axis."""

    at: float
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The points of leg fatigue at which something is open, by its name."""

    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Points of leg fatigue at an hour: as expected, and between what and what."""

    hours: float
    points: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLane:
    """When something opens: ``opens`` first and last hour, ``None`` where no clock tells."""

    name: str
    says: str
    opens: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FatiguePicture:
    """Leg fatigue from the last leg day to days ahead, and when each kind of run opens."""

    alt: str
    title: str
    past: tuple[Span, ...]
    ahead: tuple[Sample, ...]
    bands: tuple[Band, ...]
    lanes: tuple[DrawnLane, ...]
    nights: tuple[float, ...]  # the midnights between ``days``
    days: tuple[Tick, ...]  # their words stand in the middle of each
    marks: tuple[Tick, ...]  # the leg days and runs of the past
    now: str
    key: str  # what is dashed, shaded and hatched
    plan: Tick | None = None  # the run somebody has in mind, where it is not now
    plan_points: float = 0.0  # expected then


@dataclass(frozen=True, slots=True, kw_only=True)
class Fading:
    """How leg fatigue fades: points by hour, whose they are, and when hard running opens."""

    name: str
    line: tuple[Span, ...]
    opens: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryPicture:
    """One member's recovery from an ordinary leg day against the default, and how sure that is."""

    alt: str
    title: str
    axis: str
    key: str
    default: Fading
    own: Fading
    fastest: tuple[Span, ...]  # with ``slowest`` it bounds where their own line lies
    slowest: tuple[Span, ...]
    limit: Tick  # the line under which hard running is open
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnDay:
    """A day of the calendar: ``week`` and ``weekday`` (0 = Monday) are its place."""

    week: int
    weekday: int
    legs: bool = False
    run: bool = False
    rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryPicture:
    """Weeks of training: a calendar, the leg load of each week, soreness a day and two after."""

    alt: str
    weeks: int  # how many there are
    days: tuple[DrawnDay, ...]
    today: tuple[int, int]  # week and weekday
    weekdays: tuple[str, ...]
    months: tuple[Tick, ...]  # each at the week it begins in
    keys: tuple[str, str, str]  # legs, run, rest kept
    load_title: str
    loads: tuple[float, ...]  # one number for each week
    load_words: tuple[str, ...]  # the same as written
    sore_title: str
    sore_names: tuple[str, str]
    sore_24: tuple[Span, ...]  # soreness 0-10, by week and part of it
    sore_48: tuple[Span, ...]
    no_soreness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRun:
    """A planned run: its hour, the points under which it is open, its sign and its word."""

    at: float
    limit: float
    sign: str
    word: str
    closed: bool = False  # leg days close it, which is hatched


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPicture:
    """Seven days of a training plan: leg fatigue by the hour, leg days as bars, runs as marks."""

    alt: str
    title: str
    line: tuple[Sample, ...]
    runs: tuple[DrawnRun, ...]
    legs: tuple[Span, ...]  # their first and last hours
    nights: tuple[float, ...]  # the midnights between ``days``
    days: tuple[Tick, ...]
    keys: tuple[str, str, str]  # the curve, a leg day, a limit


Picture = FatiguePicture | RecoveryPicture | DiaryPicture | WeekPicture
