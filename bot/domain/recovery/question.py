"""The model's question as data, in hours before now; ``None`` means unknown, never "fine"."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.domain.facts.training import Activity, Demand, Newness, PainType, Region, RunKind
from bot.domain.recovery.circumstances import About, AboutMe, EarlierScore, Event
from bot.domain.recovery.parameters import SIGMA_PRIOR


class Part(StrEnum):
    """The share of the body a session trained."""

    LEGS = "legs"
    FULL_BODY = "full_body"
    UPPER = "upper"


class Effort(StrEnum):
    """A session's load in a word."""

    LIGHT = "light"
    ORDINARY = "ordinary"
    HARD = "hard"


class Symptom(StrEnum):
    """A symptom; ``STOP_SIGN`` is a danger sign on record from an earlier report."""

    DARK_URINE = "dark_urine"
    LITTLE_URINE = "little_urine"
    SEVERE_SWELLING = "severe_swelling"
    MARKED_WEAKNESS = "marked_weakness"
    NUMBNESS_TIGHT_COMPARTMENT = "numbness_tight_compartment"
    ONE_CALF_SWOLLEN_WARM = "one_calf_swollen_warm"
    NUMB_SADDLE_OR_LEG = "numb_saddle_or_leg"
    BLADDER_BOWEL_TROUBLE = "bladder_bowel_trouble"
    CHEST_PAIN = "chest_pain"
    FAINTING = "fainting"
    BREATHLESS = "breathless"
    STOP_SIGN = "stop_sign"
    SHARP_PAIN = "sharp_pain"
    JOINT_PAIN = "joint_pain"
    TENDON_PAIN = "tendon_pain"
    BONE_POINT_PAIN = "bone_point_pain"
    NIGHT_PAIN = "night_pain"
    POP_FELT = "pop_felt"
    LIMPING = "limping"
    FEVER = "fever"
    FEVER_LAST_24H = "fever_last_24h"
    BELOW_NECK_ILLNESS = "below_neck_illness"
    VOMITING_DIARRHOEA = "vomiting_diarrhoea"
    HEAD_COLD = "head_cold"


class Ask(StrEnum):
    """The one question whose answer would help most."""

    DANGER_SIGNS = "danger_signs"  # dark urine, severe swelling, marked weakness
    STOP_SIGN_GONE = "stop_sign_gone"
    PAIN_GONE = "pain_gone"
    ILLNESS_GONE = "illness_gone"
    HOURS_SINCE_LEGS = "hours_since_legs"
    SORENESS = "soreness"
    PAIN_TYPE = "pain_type"
    SLEEP = "sleep"
    RUNS = "runs"
    REGION = "region"
    ALCOHOL = "alcohol"
    PAINKILLER = "painkiller"


class Work(NamedTuple):
    """Sets of one exercise."""

    demand: Demand | None  # ``None``: a leg exercise nobody knows
    sets: float | None  # ``None``: nobody said how many
    rpe: float | None = None
    name: str | None = None  # of one nobody knows


class PastSession(NamedTuple):
    """One entry of the training log."""

    hours_ago: float  # of its end
    minutes: float | None = None
    srpe: float | None = None
    effort: Effort | None = None
    part: Part = Part.LEGS
    exercises: tuple[Work, ...] = ()
    newness: Newness | None = None
    novel_exercise: bool = False
    # The log before this entry; unsaid, both follow from the other sessions.
    days_since_previous_leg: float | None = None
    prior_leg_sessions_8wk: int | None = None


class Soreness(NamedTuple):
    """Soreness 0-10 at the worst place; ``legs_score`` when that place is not the legs."""

    score: float | None = None
    legs_score: float | None = None
    region: Region | None = None
    type: PainType | None = None


class Sleep(NamedTuple):
    """Hours slept last night and the night before."""

    last_night: float | None = None
    previous_night: float | None = None


class AlcoholDose(NamedTuple):
    """Grams of alcohol per kilogram of body weight, and when."""

    g_per_kg: float
    hours_ago: float = 12.0


class Painkiller(NamedTuple):
    """A painkiller taken, and the soreness before it."""

    hours_ago: float = 0.0
    soreness_before: float | None = None


class PastRun(NamedTuple):
    """A finished run."""

    hours_ago: float  # of its end
    minutes: float | None = None
    srpe: float | None = None
    walk: bool = False  # counts for fatigue only
    race: bool = False
    # The longest run of the month before it, in minutes, where the log tells; 0 is none.
    longest_before: float | None = None
    activity: Activity = Activity.RUN
    descent: float | None = None  # metres, of a hike


class PlannedRun(NamedTuple):
    """The run asked about; fatigue, clearance and offer are for its time."""

    kind: RunKind | None = None  # ``None``: nothing particular, only the time is asked about
    minutes: float | None = None
    in_hours: float = 0.0
    activity: Activity = Activity.RUN
    descent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedProfile:
    """The member's profile. ``longest_run`` in minutes, of 30 days; 0 = known to have run none."""

    lifting_months: float | None = None
    runs_per_week: float | None = None
    longest_run: float | None = None
    age: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What feedback taught about one person: log multiplier of tau, its deviation, observations."""

    theta: float = 0.0
    n_feedback: int = 0
    sigma: float = SIGMA_PRIOR


class Question(NamedTuple):
    """Everything known when somebody asks whether to run."""

    # ``None``, or empty with no session in ``sessions_8wk``, means never logged; an entry whose
    # ``hours_ago`` is not a number is asked about.
    leg_sessions: tuple[PastSession, ...] | None = None
    sessions_8wk: int | None = None
    sessions_logged: int | None = None
    soreness: Soreness | None = None
    symptoms: frozenset[Symptom] = frozenset()
    sleep: Sleep = Sleep()
    alcohol: AlcoholDose | None = None
    painkiller: Painkiller | None = None
    recent_runs: tuple[PastRun, ...] | None = None  # ``None`` means unknown
    plan: PlannedRun | None = None
    profile: AskedProfile = AskedProfile()
    heat_c: float | None = None
    learned: Learned = Learned()
    easy_for: float = 0.0  # hours for which an illness that is over still wants easy days
    pain_gone: float | None = None  # hours since a pain that has gone was last reported
    ask_again: Ask | None = None  # a stop sign, pain or illness reported too long ago to be sure of
    danger_denied: bool = False  # the danger questions were answered with no
    planned_legs: tuple[PastSession, ...] = ()  # still to come: ``hours_ago`` below 0
    event: Event | None = None
    about: About = About.RUN
    earlier: tuple[EarlierScore, ...] = ()  # leg soreness told before today's, newest first
    about_me: AboutMe = AboutMe()
