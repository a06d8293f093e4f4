"""What is answered beside the run, as data: lifting, an event, a course, a body's lines."""

from enum import StrEnum
from typing import NamedTuple


class AboutMeKey(StrEnum):
    """The fixed lines about somebody's body."""

    PREGNANT = "pregnant"
    JUST_BORN = "after_birth_walk"  # under 12 weeks after birth: walk, and see a pelvic physio
    AFTER_BIRTH = "after_birth_easy"  # 12 to 26 weeks
    HEART_OR_KIDNEY = "heart_or_kidney"
    STATIN = "statin"
    STATIN_SORE = "statin_have_it_checked"
    INJECTION = "recent_injection"
    PHYSIO = "physio_plan"
    HEALING = "healing_place"


class Lift(StrEnum):
    """The answer to "may I lift legs?"."""

    YES = "yes"
    LIGHT = "light"
    NO = "no"


class LiftReason(StrEnum):
    """Why legs are better left light, or alone; the gravest first."""

    CARE = "care"
    HELD = "held"  # a gate that asks for rest or a walk: ``Answer.reasons`` say which
    PAIN = "pain"  # a sore tendon, a pain gone since, an odd place, something that heals
    SORENESS = "soreness"
    FATIGUE = "fatigue"
    EVENT = "event"
    RUN_SOON = "run_soon"  # a hard or long run is due within two days
    RAN = "ran"  # a run in the last eight hours costs repetitions
    FINE = "fine"


class LiftAnswer(NamedTuple):
    """May I lift legs: the answer, its reason, and the hours that the reason is about."""

    lift: Lift
    why: LiftReason
    hours: float | None = None


class Start(StrEnum):
    """Whether to start in an event."""

    YES = "yes"
    SLOWER = "slower"
    NO = "no"


class Expect(StrEnum):
    """What the legs will make of an event."""

    USUAL = "usual"
    A_LITTLE_SLOWER = "a_little_slower"  # about 4 % in one study (Marcora & Bosio 2007)
    CLEARLY_SLOWER = "clearly_slower"


class EventAnswer(NamedTuple):
    """An event ahead: start or not, and how to get there."""

    start: Start
    expect: Expect
    # Hours from now of the last heavy leg day, earliest and latest, which is below 0 once over.
    last_heavy_in: tuple[float, float]
    tonight: LiftAnswer  # lifting legs now
    decide_on_the_day: bool  # the stairs that morning tell more than this


class Course(StrEnum):
    """How soreness went since it was told before."""

    RISING_AS_USUAL = "rising_as_usual"  # within three days of what made it
    RISING = "rising"  # later than that
    FALLING = "falling"
    SAME = "same"


class Trend(NamedTuple):
    """Soreness then and now."""

    course: Course
    before: float
    now: float
    hours_ago: float
