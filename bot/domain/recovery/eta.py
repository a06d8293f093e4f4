"""When each class opens: the last of its gates, as a range of hours from now."""

from math import ceil, floor, isinf

from bot.domain.recovery.answer import Clearance, Gate, PerClass
from bot.domain.recovery.fatigue import Legs, fatigue_at
from bot.domain.recovery.gates import Hold, class_limit
from bot.domain.recovery.parameters import ETA_LIMIT, ETA_SPREAD, ETA_SPREAD_KNOWN, SIGMA_KNOWN

PRECISION = 0.001  # hours
FINE_BELOW, COARSE = 12, 6  # hours: shown to the hour below, else to six

Window = tuple[int, int] | None


def etas_of(legs: Legs, holds: tuple[Hold, ...]) -> tuple[PerClass[Window], PerClass[Gate | None]]:
    """The range for each class, and the gate that has to change where there is none."""
    known = legs.question.learned.sigma < SIGMA_KNOWN
    spread = ETA_SPREAD_KNOWN if known else ETA_SPREAD
    classes = (Clearance.EASY, Clearance.MODERATE, Clearance.HARD)
    stuck = [condition_for(target, holds) for target in classes]
    windows = [
        _window(opens_in(legs, holds, target), spread) if gate is None else None
        for target, gate in zip(classes, stuck, strict=True)
    ]
    return (
        PerClass(easy=windows[0], moderate=windows[1], hard=windows[2]),
        PerClass(easy=stuck[0], moderate=stuck[1], hard=stuck[2]),
    )


def condition_for(target: Clearance, holds: tuple[Hold, ...]) -> Gate | None:
    """The strictest gate that keeps a class shut and does not open with time."""
    stuck = [hold for hold in holds if hold.allows < target and isinf(hold.until)]
    return min(stuck, key=lambda hold: hold.allows).gate if stuck else None


def opens_in(legs: Legs, holds: tuple[Hold, ...], target: Clearance) -> float:
    """The smallest number of hours from now at which every gate lets a class through."""
    clocks = (hold.until for hold in holds if hold.allows < target)
    return max(fatigue_below(legs, class_limit(target)), *clocks, 0.0)


def fatigue_below(legs: Legs, limit: float) -> float:
    """Hours until R is below a limit, by bisection: R only falls."""
    if fatigue_at(legs, 0.0) < limit:
        return 0.0
    low, high = 0.0, ETA_LIMIT
    while high - low > PRECISION:
        middle = (low + high) / 2.0
        if fatigue_at(legs, middle) < limit:
            high = middle
        else:
            low = middle
    return high


def _window(hours: float, spread: tuple[float, float]) -> tuple[int, int]:
    if hours <= 0.0:
        return 0, 0
    early, late = hours * spread[0] + 1e-9, hours * spread[1] - 1e-9
    earliest = floor(early) if early < FINE_BELOW else COARSE * floor(early / COARSE)
    latest = ceil(late) if late <= FINE_BELOW else COARSE * ceil(late / COARSE)
    return max(1, earliest), max(1, latest)
