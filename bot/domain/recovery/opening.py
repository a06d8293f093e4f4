"""When the very run that was asked about is open: its kind, and its minutes where they can be."""

from math import isfinite

from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Clearance, Gate, Reply
from bot.domain.recovery.eta import Window, condition_for, fatigue_below, spread_of, window_of
from bot.domain.recovery.fatigue import Legs, soreness_over
from bot.domain.recovery.gates import Hold
from bot.domain.recovery.parameters import (
    ETA_LIMIT,
    FATIGUE_LIMITS,
    NEUTRAL_SORENESS,
    NEW_STIMULUS,
    RUN_LIMITS,
    SHORT_LIFT_HOURS,
    SHORT_NEW_HOURS,
    SHORT_SORENESS,
    SPRINT_SORENESS,
    USED_FATIGUE,
)
from bot.domain.recovery.plan import CLASSES, Standing, reply_to, standing_at
from bot.domain.recovery.question import PlannedRun
from bot.domain.recovery.running import no_running

MARGIN = 0.002  # hours after a limit at which what it shut is surely open


def planned_eta(plan: PlannedRun | None, standing: Standing) -> tuple[Window, Gate | None]:
    """The range of hours from now for a plan, or the gate that has to change before it opens.

    Minutes that no waiting allows, over the longest run, are left aside: the kind is what opens.
    """
    if plan is None or plan.kind is None:
        return None, None
    legs, holds = standing.legs, standing.holds
    needed = Clearance.HARD if plan.kind is RunKind.LONG else CLASSES.get(plan.kind, Clearance.HARD)
    if (stuck := condition_for(needed, holds)) is not None:
        return None, stuck
    if plan.kind is not RunKind.WALK and no_running(legs.question):
        return None, Gate.NO_RUNNING
    hours = _opens(plan, standing, needed)
    return window_of(hours, spread_of(legs.question.learned)), None


def _opens(plan: PlannedRun, standing: Standing, needed: Clearance) -> float:
    """The first hour at which a plan gets a yes, its minutes aside where it else never does."""
    kind = plan._replace(minutes=None)
    soonest = _kind_opens(kind, standing, needed)
    if plan.minutes is None or _is_open(plan, standing, soonest):
        return soonest
    if not _is_open(plan, standing, ETA_LIMIT):
        return soonest
    whole = _first(plan, standing, soonest)
    return soonest if whole is None else whole


def _kind_opens(plan: PlannedRun, standing: Standing, needed: Clearance) -> float:
    """The first hour at which a kind is open: mostly that of its own limit and gates."""
    legs, holds = standing.legs, standing.holds
    clocks = (hold.until for hold in holds if hold.allows < needed)
    limit = RUN_LIMITS.get(plan.kind or RunKind.EASY, FATIGUE_LIMITS[1])
    sure = fatigue_below(legs, limit, max(clocks, default=0.0))
    if sure <= 0.0 and _is_open(plan, standing, 0.0):
        return 0.0
    if _is_open(plan, standing, sure + MARGIN):
        return sure + MARGIN
    return _first(plan, standing, sure) or 0.0


def _is_open(plan: PlannedRun, standing: Standing, hours: float) -> bool:
    return reply_to(plan, standing_at(standing.legs, standing.holds, hours)) is Reply.YES


def _first(plan: PlannedRun, standing: Standing, after: float) -> float | None:
    """The first hour past ``after`` at which a plan gets a yes, ``None`` where it never does."""
    turns = _turns(standing.legs, standing.holds, plan)
    later = sorted({hours for hours in turns if hours > after})
    return next((hours for hours in later if _is_open(plan, standing, hours)), None)


def _turns(legs: Legs, holds: tuple[Hold, ...], plan: PlannedRun) -> list[float]:
    """The hours at which something changes that a plan depends on, each a moment later."""
    kind = plan.kind or RunKind.EASY
    turns = [hold.until for hold in holds if isfinite(hold.until)]
    limits = {
        RUN_LIMITS[each] for each in (kind, RunKind.STEADY, RunKind.LONG) if each in RUN_LIMITS
    }
    turns += [fatigue_below(legs, limit) for limit in {*limits, USED_FATIGUE}]
    turns += [soreness_over(legs, each) for each in (SHORT_SORENESS, NEUTRAL_SORENESS)]
    if kind is RunKind.SPRINTS:
        turns.append(soreness_over(legs, SPRINT_SORENESS))
    for bout in legs.bouts:
        turns.append(SHORT_LIFT_HOURS - bout.hours_ago)
        if bout.novelty >= NEW_STIMULUS:
            turns.append(SHORT_NEW_HOURS - bout.hours_ago)
    return [turn + MARGIN for turn in turns if turn >= 0.0]
