"""The load of a leg session: its load L, and with its novelty N its damage index D."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from math import fsum, sqrt
from operator import attrgetter
from typing import NamedTuple, TypeVar

from bot.domain.facts.training import Demand
from bot.domain.recovery.novelty import NewWork, by_novelty, novelty_of
from bot.domain.recovery.parameters import (
    AU_REFERENCE,
    DAMAGE_LIMITS,
    EFFORT_BASE,
    EFFORT_LIMITS,
    EFFORT_SLOPE,
    FAILURE_RPE,
    FULL_BODY_SHARE,
    HARD,
    LIGHT,
    LIGHT_EFFORT,
    ORDINARY,
    ORDINARY_EFFORT,
    SAME_SESSION,
    SET_RPE,
    SETS_REFERENCE,
    UNKNOWN_LOAD,
    UNKNOWN_WEIGHT,
    USUAL_SETS,
    VERY_LIGHT,
    VERY_LIGHT_EFFORT,
    VERY_LIGHT_LOAD,
    VERY_LIGHT_SHARE,
    WEIGHTS,
)
from bot.domain.recovery.question import Effort, Part, PastSession, Question, Work

Entry = TypeVar("Entry")

WORDS = {Effort.LIGHT: LIGHT, Effort.ORDINARY: ORDINARY, Effort.HARD: HARD}
BY_EFFORT = (
    (VERY_LIGHT_EFFORT, VERY_LIGHT),
    (LIGHT_EFFORT, LIGHT),
    (ORDINARY_EFFORT, ORDINARY),
)
SHARES = {Part.LEGS: 1.0, Part.FULL_BODY: FULL_BODY_SHARE, Part.UPPER: 0.0}


class Bout(NamedTuple):
    """One leg session of the model, entries close together merged."""

    hours_ago: float
    load: float  # 1 = an ordinary leg day
    known: bool  # its load was told
    failures: float  # sets to failure
    novelty: float  # N
    new_work: NewWork | None = None  # why N is over 1, where that is worth a word
    gap: float | None = None  # days since the leg session before it

    @property
    def very_light(self) -> bool:
        """Whether it costs about nothing: warm-up sets, mobility, rehab (Doma & Deakin 2014)."""
        return self.load < VERY_LIGHT_LOAD

    @property
    def dose(self) -> float:
        """Load with diminishing returns."""
        return sqrt(self.load)

    @property
    def damage(self) -> float:
        """Dose and novelty together (D)."""
        return damage_of(self.dose, self.novelty)


def damage_of(dose: float, novelty: float) -> float:
    """D of a dose at a novelty, within its limits."""
    low, high = DAMAGE_LIMITS
    return min(high, max(low, dose * novelty))


def bouts_of(question: Question) -> tuple[Bout, ...]:
    """The leg sessions of a question, oldest first, upper-body ones left out."""
    legs = [entry for entry in question.leg_sessions or () if trains_legs(entry)]
    groups = grouped(legs, attrgetter("hours_ago"))
    times = [group[-1].hours_ago for group in groups]
    bouts = []
    for index, group in enumerate(groups):
        load, known, failures = _counted(_done(group))
        newest = max([novelty_of(each, question, times, index) for each in group], key=by_novelty)
        bouts.append(
            Bout(
                hours_ago=times[index],
                load=load,
                known=known,
                failures=failures,
                novelty=newest.novelty,
                new_work=newest.cause,
                gap=newest.gap,
            )
        )
    return tuple(bouts)


def trains_legs(entry: PastSession) -> bool:
    """Tell whether an entry trains the legs."""
    return entry.part is not Part.UPPER or _has_leg_sets(entry)


def is_very_light(entry: PastSession) -> bool:
    """Tell whether an entry costs about nothing."""
    return load_of([entry])[0] < VERY_LIGHT_LOAD


def load_known(entry: PastSession) -> bool:
    """Tell whether anything was said about how much an entry was."""
    counted = _has_leg_sets(entry) and not _has_open_sets(entry)
    return counted or entry.srpe is not None or entry.effort is not None


def grouped(entries: Iterable[Entry], age: Callable[[Entry], float]) -> list[list[Entry]]:
    """Put entries less than three hours apart together, oldest group first; ``age`` in hours."""
    groups: list[list[Entry]] = []
    for entry in sorted(entries, key=age, reverse=True):
        if groups and age(groups[-1][-1]) - age(entry) < SAME_SESSION:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def load_of(group: Iterable[PastSession]) -> tuple[float, bool]:
    """Return the load L of entries that are one session, and whether it was told."""
    return _counted(_done(group))[:2]


class _Done(NamedTuple):
    """What was done in an entry: all that its load follows from."""

    exercises: tuple[Work, ...]
    part: Part
    minutes: float | None
    srpe: float | None
    effort: Effort | None


def _done(group: Iterable[PastSession]) -> tuple[_Done, ...]:
    return tuple([_Done(e.exercises, e.part, e.minutes, e.srpe, e.effort) for e in group])


@lru_cache(maxsize=4_096)  # many sessions are alike, and each is counted for every answer
def _counted(group: tuple[_Done, ...]) -> tuple[float, bool, float]:
    """Return L, whether it was told, and the sets for the legs that went to failure."""
    by_effort, by_sets = [], []
    told: list[float | None] = []
    open_: list[float | None] = []
    for entry in group:
        by_sets += [_set_load(work, entry) for work in entry.exercises]
        if entry.srpe is not None and entry.minutes is not None:
            share = SHARES[entry.part] * _felt_share(entry.srpe)
            by_effort.append(entry.srpe * entry.minutes * share)
            continue
        if not _has_leg_sets(entry):
            told.append(_told(entry))
        # An exercise without its sets makes no session lighter than one nobody described.
        if _has_open_sets(entry):
            open_.append(_told(entry))
    least = max(map(_assumed, open_), default=0.0)
    load = max(fsum(by_effort) / AU_REFERENCE, fsum(by_sets) / SETS_REFERENCE, least)
    load += fsum(map(_assumed, told))
    return load, None not in [*told, *open_], _failures(group)


def _told(entry: _Done) -> float | None:
    """Return the load of an entry by words or effort alone."""
    loads = []
    very_light = entry.srpe is not None and entry.srpe <= VERY_LIGHT_EFFORT
    if entry.effort is not None and not (very_light and entry.effort is Effort.LIGHT):
        loads.append(WORDS[entry.effort])  # an effort up to 3 says "light" more exactly
    if entry.srpe is not None:
        loads.append(next((load for limit, load in BY_EFFORT if entry.srpe <= limit), HARD))
    return max(loads, default=None)


def _assumed(load: float | None) -> float:
    return UNKNOWN_LOAD if load is None else load


def _felt_share(effort: float) -> float:
    """How much of its effort times minutes tires: about nothing of very light work."""
    over = min(1.0, max(0.0, effort - VERY_LIGHT_EFFORT))
    return VERY_LIGHT_SHARE + (1.0 - VERY_LIGHT_SHARE) * over


def _has_leg_sets(entry: PastSession | _Done) -> bool:
    return any(work.demand is not Demand.UPPER and _sets(work) > 0 for work in entry.exercises)


def _has_open_sets(entry: PastSession | _Done) -> bool:
    return any(work.demand is not Demand.UPPER and work.sets is None for work in entry.exercises)


def _sets(work: Work) -> float:
    return USUAL_SETS if work.sets is None else work.sets


def _set_load(work: Work, entry: _Done) -> float:
    low, high = EFFORT_LIMITS
    effort = min(high, max(low, EFFORT_BASE + EFFORT_SLOPE * (_rpe(work, entry) - 6.0)))
    weight = UNKNOWN_WEIGHT if work.demand is None else WEIGHTS[work.demand]
    return _sets(work) * effort * weight


def _failures(group: Iterable[_Done]) -> float:
    """Return the sets for the legs that went to failure."""
    return fsum(
        [
            _sets(work)
            for entry in group
            for work in entry.exercises
            if work.demand is not Demand.UPPER and _rpe(work, entry) >= FAILURE_RPE
        ]
    )


def _rpe(work: Work, entry: _Done) -> float:
    if work.rpe is not None:
        return work.rpe
    return SET_RPE if entry.srpe is None else entry.srpe
