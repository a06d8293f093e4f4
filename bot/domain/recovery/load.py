"""The load of a leg session: its load L, novelty N and damage index D."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import fsum, sqrt
from operator import attrgetter
from typing import TypeVar

from bot.domain.facts.training import Demand, Newness
from bot.domain.recovery.parameters import (
    AU_REFERENCE,
    BEGINNER_MONTHS,
    BEGINNER_SESSIONS,
    DAMAGE_LIMITS,
    EFFORT_BASE,
    EFFORT_LIMITS,
    EFFORT_SLOPE,
    FAILURE_RPE,
    FULL_BODY_SHARE,
    GAPS,
    HARD,
    LIGHT,
    LIGHT_EFFORT,
    LONGEST_GAP,
    NEWNESS,
    NOVEL_EXERCISE,
    NOVELTY_CAP,
    ORDINARY,
    ORDINARY_EFFORT,
    SAME_SESSION,
    SET_RPE,
    SETS_REFERENCE,
    UNKNOWN_LOAD,
    UNKNOWN_WEIGHT,
    USUAL_SETS,
    WEIGHTS,
)
from bot.domain.recovery.question import Effort, Part, PastSession, Question, Work

Entry = TypeVar("Entry")

WORDS = {Effort.LIGHT: LIGHT, Effort.ORDINARY: ORDINARY, Effort.HARD: HARD}
SHARES = {Part.LEGS: 1.0, Part.FULL_BODY: FULL_BODY_SHARE, Part.UPPER: 0.0}
EIGHT_WEEKS = 56 * 24.0  # hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Bout:
    """One leg session of the model, entries close together merged.

    ``load`` 1 = an ordinary leg day; ``failures`` sets to failure; ``known``: its load was told.
    """

    hours_ago: float
    load: float
    known: bool
    failures: float
    novelty: float

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
        load, known = load_of(group)
        bouts.append(
            Bout(
                hours_ago=times[index],
                load=load,
                known=known,
                failures=fsum(_failures(entry) for entry in group),
                novelty=max(_novelty(entry, question, times, index) for entry in group),
            )
        )
    return tuple(bouts)


def trains_legs(entry: PastSession) -> bool:
    """Tell whether an entry trains the legs."""
    return entry.part is not Part.UPPER or _has_leg_sets(entry)


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


def load_of(group: list[PastSession]) -> tuple[float, bool]:
    """Return the load L of entries that are one session, and whether it was told."""
    timed = [entry for entry in group if entry.srpe is not None and entry.minutes is not None]
    by_effort = fsum(
        (entry.srpe or 0.0) * (entry.minutes or 0.0) * SHARES[entry.part] for entry in timed
    )
    by_sets = fsum(_set_load(work, entry) for entry in group for work in entry.exercises)
    told = [_told(entry) for entry in group if entry not in timed and not _has_leg_sets(entry)]
    # An exercise whose sets were not said makes no session lighter than one nobody described.
    open_ = [_told(entry) for entry in group if entry not in timed and _has_open_sets(entry)]
    least = max(map(_assumed, open_), default=0.0)
    load = max(by_effort / AU_REFERENCE, by_sets / SETS_REFERENCE, least)
    return load + fsum(map(_assumed, told)), None not in [*told, *open_]


def _told(entry: PastSession) -> float | None:
    """Return the load of an entry by words or effort alone."""
    loads = []
    if entry.effort is not None:
        loads.append(WORDS[entry.effort])
    if entry.srpe is not None:
        light, ordinary = entry.srpe <= LIGHT_EFFORT, entry.srpe <= ORDINARY_EFFORT
        loads.append(LIGHT if light else ORDINARY if ordinary else HARD)
    return max(loads, default=None)


def _assumed(load: float | None) -> float:
    return UNKNOWN_LOAD if load is None else load


def _has_leg_sets(entry: PastSession) -> bool:
    return any(work.demand is not Demand.UPPER and _sets(work) > 0 for work in entry.exercises)


def _has_open_sets(entry: PastSession) -> bool:
    return any(work.demand is not Demand.UPPER and work.sets is None for work in entry.exercises)


def _sets(work: Work) -> float:
    return USUAL_SETS if work.sets is None else work.sets


def _set_load(work: Work, entry: PastSession) -> float:
    low, high = EFFORT_LIMITS
    effort = min(high, max(low, EFFORT_BASE + EFFORT_SLOPE * (_rpe(work, entry) - 6.0)))
    weight = UNKNOWN_WEIGHT if work.demand is None else WEIGHTS[work.demand]
    return _sets(work) * effort * weight


def _failures(entry: PastSession) -> float:
    return fsum(
        _sets(work)
        for work in entry.exercises
        if work.demand is not Demand.UPPER and _rpe(work, entry) >= FAILURE_RPE
    )


def _rpe(work: Work, entry: PastSession) -> float:
    if work.rpe is not None:
        return work.rpe
    return SET_RPE if entry.srpe is None else entry.srpe


def _novelty(entry: PastSession, question: Question, times: list[float], index: int) -> float:
    """N of an entry in the group at ``index``, whose sessions ended ``times`` hours ago."""
    gap = entry.days_since_previous_leg
    if gap is None and index:
        gap = (times[index - 1] - times[index]) / 24.0
    candidates = [1.0 if gap is None else _gap_novelty(gap)]
    if entry.newness is not None:
        candidates.append(NEWNESS[entry.newness])
    months = question.profile.lifting_months
    if months is not None and months < BEGINNER_MONTHS:
        prior = _prior(entry, question, times, index)
        if prior or gap is not None:
            candidates.append(BEGINNER_SESSIONS.get(max(1, prior), 1.0))
        elif entry.newness is None:
            candidates.append(NEWNESS[Newness.FIRST_EVER])
    factor = NOVEL_EXERCISE if entry.novel_exercise else 1.0
    return min(NOVELTY_CAP, max(candidates) * factor)


def _prior(entry: PastSession, question: Question, times: list[float], index: int) -> int:
    """How many leg sessions of eight weeks came before: told, else by the profile, else listed."""
    if entry.prior_leg_sessions_8wk is not None:
        return entry.prior_leg_sessions_8wk
    if question.sessions_8wk is not None:
        return max(0, question.sessions_8wk - (len(times) - index))
    return sum(1 for time in times[:index] if time - times[index] <= EIGHT_WEEKS)


def _gap_novelty(days: float) -> float:
    return next((novelty for limit, novelty in GAPS if days <= limit), LONGEST_GAP)
