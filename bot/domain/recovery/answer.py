"""The model's answer as data: every number a sentence needs, and no words."""

from enum import IntEnum, StrEnum
from typing import Generic, NamedTuple, TypeVar

from bot.domain.facts.training import Activity, RunKind
from bot.domain.recovery.beside_answers import AboutMeKey, EventAnswer, LiftAnswer, Trend
from bot.domain.recovery.question import Ask, Symptom

Value = TypeVar("Value")


class Clearance(IntEnum):
    """The hardest run that is allowed, from none to all."""

    REST = 0
    WALK = 1
    EASY = 2
    MODERATE = 3
    HARD = 4

    @property
    def word(self) -> str:
        """The class as data names it."""
        return self.name.lower()


class Reply(StrEnum):
    """The answer to a planned run; ``ASK`` and ``CARE`` also without one."""

    YES = "yes"
    CHANGED = "changed"
    NO = "no"
    ASK = "ask"
    CARE = "care"


class Care(StrEnum):
    """The care a danger sign needs, most urgent first."""

    EMERGENCY = "emergency"  # call the emergency number
    URGENT = "urgent"  # care today
    STOP_SIGN = "stop_sign"  # a danger sign reported earlier and not taken back
    INJURY = "injury"  # no run; see somebody if not clearly better in 48 h
    ILLNESS = "illness"  # nothing until well and 24-48 h without symptoms


class Gate(StrEnum):
    """The gate or influence that a reason or condition is about."""

    FATIGUE = "fatigue"
    LEG_DAY = "leg_day"
    RUN = "run"
    SORENESS = "soreness"
    PAIN = "pain"
    PAIN_GONE = "pain_gone"  # a pain of the last two days that is no longer there
    DANGER_QUESTIONS = "danger_questions"  # asked, and not answered yet
    SLOW_SORENESS = "slow_soreness"  # more than the curve expects this long after new work
    PLACE = "place"
    ILLNESS = "illness"
    RED_FLAG = "red_flag"
    ABOUT_ME = "about_me"  # something of somebody's body that outranks the score
    SLEEP = "sleep"
    NEW_STIMULUS = "new_stimulus"
    ALCOHOL = "alcohol"
    HEAT = "heat"
    LONG_RUN = "long_run"
    NO_RUNNING = "no_running"
    PERSONAL_FLOOR = "personal_floor"
    NEVER_LOGGED = "never_logged"
    RESTED = "rested"
    UNCLEAR = "unclear"  # a value that makes no sense has to be told anew


class Confidence(StrEnum):
    """How certain the answer is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Note(StrEnum):
    """A remark beside the reasons."""

    PERSISTENT_SORENESS = "persistent_soreness"  # sore, and nothing for a week that makes sore
    VERY_SORE_LATE = "very_sore_late"  # 7 or more on days 4 to 6: have it looked at
    SLOWER_THAN_USUAL = "slower_than_usual"  # 4 to 6 on days 4 to 6
    SORE_FROM_RUN = "sore_from_run"  # sorer by a run than by leg day
    EARLY_SORENESS = "early_soreness"  # told within a day of leg day: a low score is not credited
    MAY_RISE = "may_rise"  # within two days of what makes sore
    RESTED = "rested"  # logs regularly, no leg day in ten days
    LOAD_UNKNOWN = "load_unknown"  # a leg day counted as a little over ordinary
    SORENESS_UNKNOWN = "soreness_unknown"  # counted as 3
    PAINKILLER = "painkiller"  # judged by the score before it
    DRINK = "drink"  # hot, or hungover: drink to thirst
    DECIDE_ON_THE_DAY = "decide_on_the_day"  # over two days ahead: by the stairs that morning
    LONGEST_RACE = "longest_race"  # a race longer than any run of the last month
    COUNTED_AS_LEGS = "counted_as_legs"  # exercises nobody knows: ``Answer.counted_as_legs``


class UsedInput(StrEnum):
    """The input that a possible change is about."""

    SORENESS = "soreness"
    HOURS = "hours"
    SLEEP = "sleep"
    LOAD = "load"


class Offer(NamedTuple):
    """The run that is proposed instead, or the plan itself."""

    kind: RunKind
    max_minutes: int | None  # ``None``: no limit
    rpe: tuple[int, int]  # lowest and highest effort
    run_walk: bool = False  # for somebody who has not run for a month
    activity: Activity = Activity.RUN  # another sport, where that was asked about


class Reason(NamedTuple):
    """One cause of the answer, with its numbers.

    ``amount`` and ``before`` by gate: leg day L and N; run minutes; soreness 0-10; sleep h of last
    night and the night before; new stimulus N, and days since the leg session before it; alcohol
    g/kg; heat in degrees C.
    """

    gate: Gate
    points: int = 0  # what R would fall by without it, of ``of``; below 0: it helps
    of: int = 0
    allows: Clearance | None = None  # its gate's class; ``None`` where it only adds points
    sets_class: bool = False
    hours_ago: float | None = None
    amount: float | None = None
    before: float | None = None
    detail: str | None = None  # the region or symptom, or why work is new (``load.NewWork``)


class PossibleChange(NamedTuple):
    """A change of one input that would give another class."""

    input: UsedInput
    by: float  # the difference, for soreness and hours
    # Soreness, hours from the time asked about, hours of sleep, or load (1 = ordinary).
    value: float
    to: Clearance
    lifts: bool


class AboutMeLine(NamedTuple):
    """A fixed line, and the class it holds the answer to; ``place`` is the word of what heals."""

    key: AboutMeKey
    allows: Clearance | None = None
    place: str | None = None


class LegsThen(NamedTuple):
    """The run that is planned if the leg day before it were in so many hours."""

    in_hours: float
    fatigue: int
    clearance: Clearance
    reply: Reply | None


class PlannedLegsAnswer(NamedTuple):
    """Leg days ahead and the run after them."""

    planned: LegsThen  # the last of them as planned
    safer: LegsThen | None  # on the nearest earlier day that leaves the legs fresher, if any
    heavy: LegsThen | None  # on the nearest later one that would close the run, if any


class PerClass(NamedTuple, Generic[Value]):
    """A value for each class of run."""

    easy: Value
    moderate: Value
    hard: Value


class Answer(NamedTuple):
    """The whole answer to a question."""

    model: str
    clearance: Clearance | None  # ``None`` when the answer is a question
    reply: Reply | None  # ``None`` without a plan
    offer: Offer | None
    fatigue: int | None  # 0-100; ``None`` with care and where no leg day is known
    # In hours from now, earliest and latest, (0, 0) when open; ``None`` where the condition is what
    # has to change.
    eta: PerClass[tuple[int, int] | None]
    eta_condition: PerClass[Gate | None]
    confidence: Confidence
    reasons: tuple[Reason, ...] = ()
    would_change: tuple[PossibleChange, ...] = ()
    ask: Ask | None = None
    notes: tuple[Note, ...] = ()
    care: Care | None = None  # say nothing of training beside it
    stop: tuple[Symptom, ...] = ()  # the signs behind ``care``
    planned_eta: tuple[int, int] | None = None  # as ``eta``, for the very plan that was asked about
    planned_condition: Gate | None = None
    sober_in: float = 0.0  # hours until alcohol allows a run again, 0 where none holds one back
    counted_as_legs: tuple[str, ...] = ()  # exercises that nobody knows
    about_me: tuple[AboutMeLine, ...] = ()  # fixed lines that outrank the score
    lift: LiftAnswer | None = None
    event: EventAnswer | None = None
    planned_legs: PlannedLegsAnswer | None = None
    trend: Trend | None = None
