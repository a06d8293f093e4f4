"""Residual leg fatigue R at any hour: decaying sessions and runs, times today's factors."""

from collections.abc import Iterator, Sequence
from math import exp, log
from typing import NamedTuple

from bot.domain.facts.training import Activity
from bot.domain.recovery.load import Bout, bouts_of
from bot.domain.recovery.parameters import (
    ALCOHOL_FACTORS,
    ALCOHOL_HOURS,
    AMPLITUDE,
    BEGINNER_MONTHS,
    EXPERIENCED_MONTHS,
    FAILURE_SETS_COUNTED,
    NEUTRAL_SLEEP,
    NEUTRAL_SORENESS,
    OLD_RUN,
    OLD_SESSION,
    PERSISTENT_HOURS,
    RUN_AMPLITUDE,
    RUN_LOAD_CAP,
    RUN_TAU,
    RUN_TAU_LOAD,
    SLEEP_CAP,
    SLEEP_FORECAST,
    SLEEP_SLOPES,
    SORENESS_FLAT,
    SORENESS_LIMITS,
    SORENESS_SLOPE,
    SORENESS_TAU,
    TAU,
    TAU_AGE,
    TAU_DAMAGE,
    TAU_DAMAGE_LIMITS,
    TAU_EXPERIENCE,
    TAU_FAILURE,
    TAU_OLDEST,
    THETA_LIMITS,
    THETA_RELAX,
    THETA_RELAX_LOGS,
)
from bot.domain.recovery.question import AskedProfile, Learned, PastRun, Question, Sleep
from bot.domain.recovery.running import makes_sore, run_load, sport_of
from bot.domain.recovery.soreness import leg_soreness, place_soreness

FASTEST, SLOWEST = (log(limit) for limit in THETA_LIMITS)  # theta


class Decay(NamedTuple):
    """A source of fatigue."""

    amplitude: float  # points at its end
    tau: float  # hours
    age: float  # hours since its end
    old: float  # hours after which it counts for nothing
    sport: str = Activity.RUN  # what a run was: another sport, a race or a walk

    def at(self, hours: float) -> float:
        """Points left so many hours from now."""
        age = self.age + hours
        return self.amplitude * exp(-age / self.tau) if age <= self.old else 0.0


class Legs(NamedTuple):
    """A question prepared for evaluation at any hour."""

    question: Question
    bouts: tuple[Bout, ...]
    decays: tuple[Decay, ...]  # one for each bout, in order, then one for each run
    soreness: float  # the score that counts now
    flat: float  # the hours for which it is forecast to stay
    place: float | None  # the score of a place that leg day does not make sore
    sleep: Sleep  # the question's, until another is tried

    @property
    def never_logged(self) -> bool:
        """Whether no leg day is known at all: an empty log alone does not say "rested"."""
        return not self.bouts and not _rested(self.question)


def legs_of(question: Question, like: Legs | None = None) -> Legs:
    """Prepare a question; ``like`` reuses the loads of a question with the same training."""
    bouts = bouts_of(question) if like is None else like.bouts
    decays = _decays(question, bouts) if like is None else like.decays
    return Legs(
        question=question,
        bouts=bouts,
        decays=decays,
        soreness=leg_soreness(question, bouts),
        flat=_flat(question, bouts),
        place=place_soreness(question),
        sleep=question.sleep,
    )


def fatigue_at(legs: Legs, hours: float) -> float:
    """R so many hours from now, not capped at 100."""
    return raw_at(legs, hours) * factor_at(legs, hours)


def raw_at(legs: Legs, hours: float) -> float:
    """R before soreness, sleep and alcohol."""
    left = 0.0
    for amplitude, tau, ended, old, _ in legs.decays:  # a search looks here dozens of times
        age = ended + hours
        if age <= old:
            left += amplitude * exp(-age / tau)
    return left


def factor_at(legs: Legs, hours: float) -> float:
    """What soreness, sleep and alcohol multiply R by."""
    factor = soreness_factor(faded(legs.soreness, legs.flat, hours))
    if hours < SLEEP_FORECAST:  # every search for hours asks far beyond it
        factor *= sleep_factor(legs.sleep, hours)
    if hours < ALCOHOL_HOURS:
        factor *= alcohol_factor(legs.question, hours)
    return factor


def recent(legs: Legs) -> list[Bout]:
    """Return the leg sessions that still count."""
    return [bout for bout in legs.bouts if bout.hours_ago <= OLD_SESSION]


def sore_since(legs: Legs) -> float:
    """Hours since the last leg session or run that makes sore; where there is none, many."""
    return min(_made_sore(legs.question, legs.bouts), default=PERSISTENT_HOURS)


def soreness_at(legs: Legs, hours: float) -> float:
    """The soreness forecast: flat until 48 h after leg day, then fading (Tufano 2012)."""
    return faded(legs.soreness, legs.flat, hours)


def faded(score: float, flat: float, hours: float) -> float:
    """Return what is left of a score so many hours from now that stays ``flat`` hours."""
    return score if hours <= flat else score * exp(-(hours - flat) / SORENESS_TAU)


def soreness_over(legs: Legs, score: float) -> float:
    """Hours for which the forecast of soreness stays at a score or above."""
    if legs.soreness < score:
        return 0.0
    return legs.flat + SORENESS_TAU * log(legs.soreness / score)


def soreness_factor(score: float) -> float:
    """What a soreness multiplies R by; 1 at 3."""
    low, high = SORENESS_LIMITS
    factor = 1.0 + SORENESS_SLOPE * (score - NEUTRAL_SORENESS)
    if factor < low:
        return low
    return min(factor, high)


def sleep_factor(sleep: Sleep, hours: float) -> float:
    """What short nights multiply R by, until the next night."""
    if hours >= SLEEP_FORECAST:
        return 1.0
    last, previous, (slope, slope_before) = sleep.last_night, sleep.previous_night, SLEEP_SLOPES
    short = 0.0
    if last is not None and last < NEUTRAL_SLEEP:
        short += slope * (NEUTRAL_SLEEP - last)
    if previous is not None and previous < NEUTRAL_SLEEP:
        short += slope_before * (NEUTRAL_SLEEP - previous)
    return min(SLEEP_CAP, 1.0 + short)


def alcohol_factor(question: Question, hours: float) -> float:
    """What alcohol of the last day and a half multiplies R by."""
    drunk = question.alcohol
    if drunk is None or drunk.hours_ago + hours >= ALCOHOL_HOURS:
        return 1.0
    return next((factor for limit, factor in ALCOHOL_FACTORS if drunk.g_per_kg >= limit), 1.0)


def theta_used(learned: Learned) -> float:
    """The personal multiplier as far as it is trusted: a faster one late, and by half."""
    theta = min(SLOWEST, max(FASTEST, learned.theta))
    if theta > 0.0:
        return theta
    return THETA_RELAX * theta if learned.n_feedback >= THETA_RELAX_LOGS else 0.0


def own_tau(profile: AskedProfile, theta: float) -> float:
    """The time constant of somebody's ordinary leg session, hours."""
    return TAU * _experience(profile.lifting_months) * _age(profile.age) * exp(theta)


def bout_decay(bout: Bout, tau: float, damage: float | None = None) -> Decay:
    """How a leg session's fatigue fades; ``damage`` replaces its own to see what it changes.

    ``tau`` is the person's own.
    """
    d = bout.damage if damage is None else damage
    low, high = TAU_DAMAGE_LIMITS
    tau *= min(high, max(low, 1.0 + TAU_DAMAGE * (d - 1.0)))
    tau *= 1.0 + TAU_FAILURE * min(FAILURE_SETS_COUNTED, bout.failures)
    return Decay(AMPLITUDE * d, tau, bout.hours_ago, OLD_SESSION)


def _rested(question: Question) -> bool:
    """Tell whether somebody who logs leg days has had none lately."""
    return question.leg_sessions is not None and bool(question.sessions_8wk)


def _made_sore(question: Question, bouts: Sequence[Bout]) -> Iterator[float]:
    """Yield how many hours ago each of what makes legs sore ended: long and hard runs do too."""
    for bout in bouts:
        if not bout.very_light:
            yield bout.hours_ago
    for run in question.recent_runs or ():
        if makes_sore(run):
            yield run.hours_ago


def _flat(question: Question, bouts: Sequence[Bout]) -> float:
    """Hours for which soreness is forecast to stay; no leg day known may be one just now."""
    if not bouts and not _rested(question):
        return SORENESS_FLAT
    return max(0.0, SORENESS_FLAT - min(_made_sore(question, bouts), default=OLD_SESSION))


def _decays(question: Question, bouts: Sequence[Bout]) -> tuple[Decay, ...]:
    tau = own_tau(question.profile, theta_used(question.learned))
    lifted = [bout_decay(bout, tau) for bout in bouts]
    ran = [_run_decay(run) for run in question.recent_runs or ()]
    return (*lifted, *sorted(ran, key=lambda decay: (decay.age, decay.amplitude)))


def _run_decay(run: PastRun) -> Decay:
    load = min(RUN_LOAD_CAP, run_load(run))
    tau = RUN_TAU * (1.0 + RUN_TAU_LOAD * max(0.0, load - 1.0))
    return Decay(RUN_AMPLITUDE * load, tau, run.hours_ago, OLD_RUN, sport_of(run))


def _experience(months: float | None) -> float:
    new, some, experienced = TAU_EXPERIENCE
    if months is None:
        return some
    if months < BEGINNER_MONTHS:
        return new
    return experienced if months > EXPERIENCED_MONTHS else some


def _age(years: float | None) -> float:
    if years is None:
        return 1.0
    return next((factor for limit, factor in TAU_AGE if years < limit), TAU_OLDEST)
