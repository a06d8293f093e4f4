"""The planned run: whether it is open, its longest duration, and the alternative offered."""

from collections.abc import Iterable
from math import floor, inf, isfinite
from typing import NamedTuple

from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Clearance, Gate, Offer, Reply
from bot.domain.recovery.fatigue import Legs, factor_at, fatigue_at, raw_at, soreness_at
from bot.domain.recovery.gates import Hold, fatigue_class, held_to, holds_of
from bot.domain.recovery.parameters import (
    AHEAD_HOURS,
    EASY_CAPS,
    FEW_RUNS,
    LONGEST_FACTOR,
    LONGEST_FLOOR,
    MANY_RUNS,
    MARATHON,
    MODERATE_CAP,
    NEUTRAL_SORENESS,
    NEW_STIMULUS,
    RUN_LIMITS,
    RUN_WALK_CAP,
    SHORT_LIFT_HOURS,
    SHORT_NEW_HOURS,
    SHORT_SORENESS,
    SPRINT_SORENESS,
    TEMPO_CAP,
    UNTRAINED_HOURS,
    USED_FATIGUE,
    WALK_CAP,
)
from bot.domain.recovery.question import PlannedRun
from bot.domain.recovery.running import longest_run, no_running, usual_kind
from bot.domain.recovery.soreness import hamstrings_unsaid

CLASSES = {
    RunKind.WALK: Clearance.WALK,
    RunKind.EASY: Clearance.EASY,
    RunKind.STEADY: Clearance.MODERATE,
}
OFFERED = (RunKind.TEMPO, RunKind.STEADY, RunKind.EASY, RunKind.WALK)  # hardest first
RPE = {
    RunKind.WALK: (1, 2),
    RunKind.EASY: (2, 3),
    RunKind.STEADY: (4, 5),
    RunKind.LONG: (3, 4),
}
HARD_RPE = (6, 9)
SHORTENING = frozenset({Gate.SLEEP, Gate.ALCOHOL, Gate.HEAT, Gate.PAIN_GONE})
NOT_TO_RACE = frozenset({Gate.PAIN_GONE, Gate.PLACE, Gate.ILLNESS, Gate.DANGER_QUESTIONS})


class Standing(NamedTuple):
    """The state of the legs at one hour: R, the class, and the class without fatigue."""

    legs: Legs
    hours: float
    holds: tuple[Hold, ...]
    fatigue: float
    others: Clearance
    clearance: Clearance

    @property
    def long_open(self) -> bool:
        """Whether a long run is open, which also lifts the limit of a moderate one."""
        return self.fatigue < RUN_LIMITS[RunKind.LONG] and self.others is Clearance.HARD


def clearance_at(legs: Legs, holds: Iterable[Hold], hours: float) -> Clearance:
    """The class alone, so many hours from now."""
    return min(held_to(holds, hours), fatigue_class(fatigue_at(legs, hours)))


def standing_of(legs: Legs, hours: float) -> Standing:
    """Return the state of the legs so many hours from now."""
    return standing_at(legs, holds_of(legs), hours)


def standing_at(
    legs: Legs, holds: tuple[Hold, ...], hours: float, raw: float | None = None
) -> Standing:
    """Return the state of the legs under gates, and at a ``raw_at``, that are known already."""
    raw = raw_at(legs, hours) if raw is None else raw
    fatigue, others = raw * factor_at(legs, hours), held_to(holds, hours)
    return Standing(
        legs=legs,
        hours=hours,
        holds=holds,
        fatigue=fatigue,
        others=others,
        clearance=min(others, fatigue_class(fatigue)),
    )


def reply_to(plan: PlannedRun | None, standing: Standing) -> Reply | None:
    """Return yes, yes with changes, or no; ``None`` without a plan."""
    if plan is None or plan.kind is None:
        return None
    if plan.kind is RunKind.RACE:
        return _reply_to_race(plan, standing)
    if (
        plan.kind is not RunKind.WALK
        and standing.clearance > Clearance.WALK
        and _run_walk(standing)
    ):
        return Reply.CHANGED
    if fits(plan.kind, standing):
        minutes = 0.0 if plan.minutes is None else plan.minutes
        return Reply.YES if minutes <= cap_of(plan.kind, standing) else Reply.CHANGED
    return Reply.CHANGED if standing.clearance >= Clearance.EASY else Reply.NO


def offer_for(plan: PlannedRun | None, standing: Standing) -> Offer | None:
    """Return the plan itself where it is open, else the hardest run that is; ``None`` at rest.

    Without a plan nothing harder or longer than what somebody is used to. A race is run or not:
    nobody shortens one. Who has not run for a month runs and walks, at talking pace.
    """
    wanted = None if plan is None else plan.kind
    kind = _offered_kind(plan, standing)
    if kind is None:
        return None
    minutes = cap_of(kind, standing)
    told = None if plan is None else plan.minutes
    if told is not None:
        minutes = min(minutes, told)
    if kind is RunKind.TEMPO and (told is None or kind is not wanted):
        minutes = min(minutes, TEMPO_CAP)
    if wanted is None and kind is not RunKind.WALK:
        minutes = min(minutes, _usual_minutes(standing))
    run_walk = kind is not RunKind.WALK and _run_walk(standing)
    return Offer(
        kind=kind,
        max_minutes=floor(minutes + 1e-9) if isfinite(minutes) else None,
        rpe=RPE[RunKind.EASY] if run_walk else RPE.get(kind, HARD_RPE),
        run_walk=run_walk,
    )


def _offered_kind(plan: PlannedRun | None, standing: Standing) -> RunKind | None:
    wanted = None if plan is None else plan.kind
    if plan is not None and wanted is RunKind.RACE and _races(plan, standing):
        return wanted
    if wanted is not RunKind.WALK and _run_walk(standing) and standing.clearance > Clearance.WALK:
        return RunKind.EASY
    usual = OFFERED[OFFERED.index(usual_kind(standing.legs.question)) :]
    kinds = usual if wanted is None else (wanted, *OFFERED)
    return next((kind for kind in kinds if fits(kind, standing)), None)


def _reply_to_race(plan: PlannedRun, standing: Standing) -> Reply:
    if fits(RunKind.RACE, standing):
        return Reply.YES
    return Reply.CHANGED if _races(plan, standing) else Reply.NO


def _races(plan: PlannedRun, standing: Standing) -> bool:
    """A race is run as well as the legs allow, unless something says not to start at all.

    What has no clock and may be over by then only says so up to two days ahead; that nobody
    starts in a marathon without training, while there is no time to train.
    """
    soon = standing.hours <= AHEAD_HOURS[1]
    closed = [
        hold
        for hold in standing.holds
        if hold.until > standing.hours and (soon or isfinite(hold.until))
    ]
    told_not_to = any(
        hold.gate in NOT_TO_RACE or (hold.gate is Gate.ABOUT_ME and hold.allows <= Clearance.EASY)
        for hold in closed
    )
    untrained = (plan.minutes or 0.0) >= MARATHON and standing.hours <= UNTRAINED_HOURS
    if told_not_to or (untrained and _run_walk(standing)):
        return False
    return standing.clearance > Clearance.WALK


def _run_walk(standing: Standing) -> bool:
    return no_running(standing.legs.question)


def _usual_minutes(standing: Standing) -> float:
    """The longest that is offered to somebody who planned nothing."""
    longest = longest_run(standing.legs.question)
    return inf if longest is None else min(MODERATE_CAP, max(LONGEST_FLOOR, longest))


def fits(kind: RunKind, standing: Standing) -> bool:
    """Whether a kind of run is open, its minutes aside."""
    if kind is RunKind.LONG:
        return standing.long_open
    if standing.clearance < CLASSES.get(kind, Clearance.HARD):
        return False
    if kind is RunKind.SPRINTS and _hamstrings(standing) > SPRINT_SORENESS:
        return False
    return kind is RunKind.WALK or standing.fatigue < RUN_LIMITS[kind]


def cap_of(kind: RunKind, standing: Standing) -> float:
    """The longest a run or walk may be, in minutes; ``inf`` is as planned.

    What may be run may be walked as long: a harder plan never gets an easier yes.
    """
    if standing.clearance is Clearance.REST:
        return 0.0
    if kind is RunKind.RACE:
        return inf
    cap = _class_cap(standing)
    if kind is RunKind.WALK:
        return max(WALK_CAP, cap)
    if no_running(standing.legs.question):
        return min(cap, RUN_WALK_CAP)
    longest = longest_run(standing.legs.question)
    return cap if longest is None else min(cap, max(LONGEST_FLOOR, LONGEST_FACTOR * longest))


def _class_cap(standing: Standing) -> float:
    """The cap of the class for running; a walk's own is ``WALK_CAP``."""
    if standing.clearance <= Clearance.WALK:
        return 0.0
    if standing.clearance is Clearance.EASY:
        return _easy_cap(standing)
    if standing.clearance is Clearance.MODERATE and not standing.long_open:
        return MODERATE_CAP
    return inf


def _easy_cap(standing: Standing) -> float:
    short, usual, longer = EASY_CAPS
    sore = soreness_at(standing.legs, standing.hours)
    runs = standing.legs.question.profile.runs_per_week
    if sore >= SHORT_SORENESS or _just_lifted(standing) or _is_shortened(standing):
        return short
    if runs is None or runs >= FEW_RUNS:
        used = runs is not None and runs >= MANY_RUNS
        fresh = standing.fatigue < USED_FATIGUE and sore <= NEUTRAL_SORENESS
        return longer if used and fresh else usual
    return short


def _just_lifted(standing: Standing) -> bool:
    tiring = (bout for bout in standing.legs.bouts if not bout.very_light)
    ages = [(bout.hours_ago + standing.hours, bout.novelty) for bout in tiring]
    return any(
        age < SHORT_LIFT_HOURS or (novelty >= NEW_STIMULUS and age < SHORT_NEW_HOURS)
        for age, novelty in ages
    )


def _is_shortened(standing: Standing) -> bool:
    return any(hold.gate in SHORTENING and hold.until > standing.hours for hold in standing.holds)


def _hamstrings(standing: Standing) -> float:
    """Return the hamstrings' soreness; a worst place elsewhere has a gate of its own."""
    said_elsewhere = not hamstrings_unsaid(standing.legs.question)
    return 0.0 if said_elsewhere else soreness_at(standing.legs, standing.hours)
