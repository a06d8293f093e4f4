"""What members log: leg sessions, runs, and reports of how they feel.

A session's and a run's *end* is the time that counts. Moments are aware UTC datetimes.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple, TypeVar

from bot.domain.facts.errors import BadInput
from bot.domain.facts.settings import MassUnit

EFFORT = (1, 10)  # session RPE, CR-10
MINUTES = (5, 300)
SORENESS = (0, 10)
SLEEP_HOURS = (0.0, 24.0)
FELT = (1, 5)  # dead legs to fresh
RUN_LASTED = (1, 1_440)  # minutes
RUN_REACHED = (0.1, 300.0)  # kilometres
DESCENDED = (0, 9_000)  # metres, within a day
NOTE_LENGTH = 500  # characters
MAX_EXERCISES = 20
MAX_SESSIONS = 12  # leg sessions, or runs, that end within one day and night
OLDEST_ENTRY = timedelta(days=30)
FUTURE_SLACK = timedelta(minutes=1)

Choice = TypeVar("Choice", bound=StrEnum)


class Region(StrEnum):
    """The sore part of the body."""

    QUADS = "quads"
    HAMSTRINGS = "hamstrings"
    CALVES = "calves"
    GLUTES = "glutes"
    ADDUCTORS = "adductors"
    HIPS = "hips"
    KNEE = "knee"
    SHIN = "shin"
    ANKLE = "ankle"
    FOOT = "foot"
    ACHILLES = "achilles"
    GROIN = "groin"
    LOWER_BACK = "lower_back"
    ARMS = "arms"
    SHOULDERS = "shoulders"
    CHEST = "chest"
    WHOLE_BODY = "whole_body"


class Focus(StrEnum):
    """What a leg session trained; everything but ``FULL_BODY`` counts as legs in full."""

    LEGS = "legs"
    QUADS = "quads"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    CALVES = "calves"
    FULL_BODY = "full_body"


class Newness(StrEnum):
    """How used to leg training somebody was at a session (``recovery-model`` §3.4)."""

    REGULAR = "regular"
    FIRST_EVER = "first_ever"
    BACK_WEEKS = "back_weeks"  # back after three weeks or more
    BACK_MONTHS = "back_months"  # back after three months or more


class Demand(StrEnum):
    """How hard a movement is on the legs per set; the weights are in the recovery model."""

    SUPPORTED = "supported"  # bike, sled
    MACHINE = "machine"  # leg press, extension, curl, hip thrust
    COMPOUND = "compound"  # squat, deadlift, calf raise
    LENGTHENED = "lengthened"  # lunge, split squat, step-down, RDL
    ECCENTRIC = "eccentric"  # Nordic, plyometrics, eccentric overload
    UPPER = "upper"  # not a leg exercise


class PainType(StrEnum):
    """The kind of an ache; all but ``NONE`` and ``MUSCLE_ACHE`` outrank every score."""

    NONE = "none"
    MUSCLE_ACHE = "muscle_ache"
    SHARP = "sharp"
    JOINT = "joint"
    TENDON = "tendon"
    BONE = "bone"


class Illness(StrEnum):
    """Illness: above the neck (a cold), below it or with fever, or none ("neck check")."""

    NONE = "none"
    HEAD_COLD = "head_cold"
    FEVER_OR_CHEST = "fever_or_chest"


class Alcohol(StrEnum):
    """Drinks in the last 24 hours, in the model's steps."""

    NONE = "none"
    ONE_TWO = "1-2"
    THREE_FIVE = "3-5"
    SIX_PLUS = "6+"


class RunKind(StrEnum):
    """The kinds of run a member can ask about."""

    WALK = "walk"
    EASY = "easy"
    STEADY = "steady"
    TEMPO = "tempo"
    INTERVALS = "intervals"
    SPRINTS = "sprints"
    HILLS = "hills"
    DOWNHILL = "downhill"
    LONG = "long"
    RACE = "race"


class Activity(StrEnum):
    """The sport of an entry among the runs."""

    RUN = "run"
    RIDE = "ride"
    HIKE = "hike"
    SKI = "ski"
    MATCH = "match"
    CLASS = "class"


WITH_DESCENT = frozenset({Activity.HIKE, Activity.SKI})


class ExerciseSet(NamedTuple):
    """A line of a leg session: so many sets of one exercise; ``None`` is what was not said."""

    name: str  # a catalogue key (``squat``), or the member's own words where it has none
    sets: int | None = None
    reps: int | None = None
    load_kg: float | None = None
    load_unit: MassUnit | None = None  # what it was typed in; older entries do not say
    rpe: float | None = None  # 1-10; RIR is turned into RPE = 10 - RIR when it is read


class LegSession(NamedTuple):
    """One leg session; its id is its interaction's, so that a retry is the same entry."""

    session_id: int
    ended_at: datetime
    effort: int | None = None
    minutes: int | None = None
    focus: Focus = Focus.LEGS
    exercises: tuple[ExerciseSet, ...] = ()
    new_exercise: bool = False
    newness: Newness | None = None
    note: str = ""
    import_id: int | None = None  # the import it came with; ``None`` once it was typed or edited

    def checked(self) -> "LegSession":
        """Return the session if every value is within its limits; raise otherwise.

        Discord does not hold clients to the limits a command declares, so this does.

        Raises:
            BadInput: with the field, its limits and what was given.
        """
        check_range("effort", self.effort, EFFORT)
        check_range("minutes", self.minutes, MINUTES)
        if len(self.note) > NOTE_LENGTH:
            raise BadInput("note_too_long", limit=NOTE_LENGTH, length=len(self.note))
        if len(self.exercises) > MAX_EXERCISES:
            raise BadInput("too_many_exercises", limit=MAX_EXERCISES, count=len(self.exercises))
        return self


class Run(NamedTuple):
    """A finished run or other sport; its id is its interaction's: a retry is the same entry."""

    run_id: int
    ended_at: datetime
    kind: RunKind = RunKind.EASY  # of a run
    minutes: int | None = None
    distance_km: float | None = None
    effort: int | None = None  # RPE 1-10
    felt: int | None = None  # how the legs felt, 1 (dead) to 5 (fresh)
    activity: Activity = Activity.RUN
    descent: int | None = None  # metres, of a hike or ski day
    import_id: int | None = None  # as of a leg session

    @property
    def is_running(self) -> bool:
        """Whether it adds to a running base: a walk or another sport does not."""
        return self.activity is Activity.RUN and self.kind is not RunKind.WALK

    def checked(self) -> "Run":
        """Return the run if every value is within its limits; raise otherwise.

        Raises:
            BadInput: with the field, its limits and what was given.
        """
        check_range("minutes", self.minutes, RUN_LASTED)
        check_range("distance", self.distance_km, RUN_REACHED)
        check_range("effort", self.effort, EFFORT)
        check_range("felt", self.felt, FELT)
        check_range("descent", self.descent, DESCENDED)
        if self.descent is not None and self.activity not in WITH_DESCENT:
            raise BadInput("descent_of_what")
        return self


class Report(NamedTuple):
    """How somebody feels at one moment; ``None`` means not said, never "fine"."""

    reported_at: datetime
    soreness: int | None = None
    pain: PainType | None = None
    sleep: float | None = None  # hours
    illness: Illness | None = None
    alcohol: Alcohol | None = None
    painkiller_before: int | None = None  # the soreness before a painkiller of the last 8 h
    stop_sign: bool | None = None  # any danger sign: which one is not kept
    region: Region | None = None  # where it is sore
    felt: int | None = None  # how the legs feel, 1 (dead) to 5 (fresh)


def check_choice(field: str, value: str, choices: type[Choice]) -> Choice:
    """Return ``value`` as a member of an enum; clients need not keep to the choices.

    Raises:
        BadInput: ``not_a_choice`` with field and value.
    """
    try:
        return choices(value)
    except ValueError:
        raise BadInput("not_a_choice", field=field, value=value) from None


def maybe_choice(field: str, value: str | None, choices: type[Choice]) -> Choice | None:
    """Return ``value`` as a member of an enum, ``None`` where nothing was said.

    Raises:
        BadInput: as ``check_choice``.
    """
    return None if value is None else check_choice(field, value, choices)


def check_range(field: str, value: float | None, limits: tuple[float, float]) -> None:
    """Refuse a number outside its limits; ``None`` passes.

    Raises:
        BadInput: ``out_of_range`` with field, low, high and value.
    """
    if value is not None and not limits[0] <= value <= limits[1]:
        raise BadInput("out_of_range", field=field, low=limits[0], high=limits[1], value=value)


def check_moment(at: datetime, now: datetime) -> None:
    """Refuse a moment more than a minute ahead or more than 30 days ago.

    Raises:
        BadInput: ``in_the_future`` or ``too_long_ago``.
    """
    if at > now + FUTURE_SLACK:
        raise BadInput("in_the_future", at=at)
    if at < now - OLDEST_ENTRY:
        raise BadInput("too_long_ago", at=at, days=OLDEST_ENTRY.days)
