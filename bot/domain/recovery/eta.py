"""When each class opens: the last of its gates, as a range of hours from now."""

from collections.abc import Mapping
from math import ceil, floor, isinf, log

from bot.domain.recovery.answer import Clearance, Gate, PerClass
from bot.domain.recovery.fatigue import Legs, fatigue_at
from bot.domain.recovery.gates import Hold, class_limit
from bot.domain.recovery.parameters import ETA_LIMIT, ETA_SPREAD, ETA_SPREAD_KNOWN, SIGMA_KNOWN
from bot.domain.recovery.question import Learned

PRECISION = 0.001  # hours
ALL_GONE = 1e-3  # points of R; stands for less, as for none at all, which has no logarithm
FINE_BELOW, COARSE = 12, 6  # hours: shown to the hour below, else to six

Window = tuple[int, int] | None
CLASSES = (Clearance.EASY, Clearance.MODERATE, Clearance.HARD)


def etas_of(legs: Legs, holds: tuple[Hold, ...]) -> tuple[PerClass[Window], PerClass[Gate | None]]:
    """The range for each class, and the gate that has to change where there is none."""
    stuck = [condition_for(target, holds) for target in CLASSES]
    windows = windows_of(legs, holds, dict(zip(CLASSES, stuck, strict=True)))
    return (
        PerClass(easy=windows[0], moderate=windows[1], hard=windows[2]),
        PerClass(easy=stuck[0], moderate=stuck[1], hard=stuck[2]),
    )


def windows_of(
    legs: Legs, holds: tuple[Hold, ...], stuck: Mapping[Clearance, Gate | None]
) -> list[Window]:
    """The ranges for some classes, the easiest first; ``None`` where a gate has to change first."""
    windows, opens, spread = list[Window](), 0.0, spread_of(legs.question.learned)
    for target, gate in stuck.items():
        if gate is None:
            opens = opens_in(legs, holds, target, opens)  # a harder class never opens earlier
        windows.append(window_of(opens, spread) if gate is None else None)
    return windows


def spread_of(learned: Learned) -> tuple[float, float]:
    """The shortest and longest recovery may take, as shares of the estimate."""
    return ETA_SPREAD_KNOWN if learned.sigma < SIGMA_KNOWN else ETA_SPREAD


def condition_for(target: Clearance, holds: tuple[Hold, ...]) -> Gate | None:
    """The strictest gate that keeps a class shut and does not open with time."""
    stuck = [hold for hold in holds if hold.allows < target and isinf(hold.until)]
    return min(stuck, key=lambda hold: hold.allows).gate if stuck else None


def opens_in(
    legs: Legs, holds: tuple[Hold, ...], target: Clearance, earliest: float = 0.0
) -> float:
    """The smallest number of hours from now at which every gate lets a class through."""
    clocks = (hold.until for hold in holds if hold.allows < target)
    return fatigue_below(legs, class_limit(target), max((earliest, *clocks)))


def fatigue_below(legs: Legs, limit: float, earliest: float = 0.0) -> float:
    """Hours until R is below a limit, ``earliest`` or later, to ``PRECISION``: R only falls.

    R falls nearly as one exponential: a straight line through the logarithms at both ends points
    at the hour. An end that stays twice counts half (the Illinois rule), for R falls in steps, too.
    At the end of the search all training is too old to count.
    """

    def above(hours: float) -> float:
        return log(max(fatigue_at(legs, hours), ALL_GONE) / limit)

    low, high = earliest, ETA_LIMIT
    at_low, at_high = above(low), log(ALL_GONE / limit)
    if at_low < 0.0:
        return low
    moved: str | None = None
    while (span := high - low) > PRECISION:
        share = at_low / (at_low - at_high)
        tried = low + min(max(span * share, PRECISION / 2.0), span - PRECISION / 2.0)
        if (at_tried := above(tried)) < 0.0:
            high, at_high = tried, at_tried
            at_low /= 2.0 if moved == "high" else 1.0
        else:
            low, at_low = tried, at_tried
            at_high /= 2.0 if moved == "low" else 1.0
        moved = "high" if high == tried else "low"
    return high


def window_of(hours: float, spread: tuple[float, float]) -> tuple[int, int]:
    """The range that is told for an estimate of hours, an hour wide at least."""
    if hours <= 0.0:
        return 0, 0
    early, late = hours * spread[0] + 1e-9, hours * spread[1] - 1e-9
    earliest = floor(early) if early < FINE_BELOW else COARSE * floor(early / COARSE)
    latest = ceil(late) if late <= FINE_BELOW else COARSE * ceil(late / COARSE)
    earliest = max(1, earliest)
    return earliest, max(earliest + 1, latest)
