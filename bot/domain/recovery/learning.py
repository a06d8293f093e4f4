"""What feedback teaches about one person: how much slower or faster their legs recover.

Only the time constant is learnt, as its log multiplier theta with a variance: amplitude and time
constant cannot both be told apart from such words. It starts from the spread between people
(Damas 2016), moves by small steps, and never touches a safety rule.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import exp

from bot.domain.facts.learned import Latest, Learning, Occasion, Source
from bot.domain.recovery.fatigue import (
    FASTEST,
    SLOWEST,
    Legs,
    alcohol_factor,
    legs_of,
    raw_at,
    sleep_factor,
    theta_used,
)
from bot.domain.recovery.parameters import (
    CHECK_IN_HOURS,
    COMPARED_FATIGUE,
    FELT_FATIGUE,
    FELT_SIGMA,
    FRESH_CEILING,
    LEARNABLE,
    SORE_FATIGUE,
    SORE_SIGMA,
    SURPRISE_LIMIT,
    VARIANCE_DRIFT,
)
from bot.domain.recovery.question import Learned, Question
from bot.domain.recovery.safety import symptoms_of
from bot.domain.recovery.soreness import active_painkiller

FRESH, DEAD = 5, 1  # how legs felt; skipping a run because they were too sore is DEAD


class NotLearnt(StrEnum):
    """Why nothing was learnt."""

    UNWELL = "unwell"  # ill, or a pain that is not of muscle
    PAINKILLER = "painkiller"
    TIMING = "timing"  # a soreness not 24-96 h after leg day
    TOO_LITTLE = "too_little"  # so little leg fatigue that it says nothing of how it fades
    CEILING = "ceiling"  # fresh legs where fresh ones were expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One word about the legs: R as told and as expected, and how much R depends on theta (H)."""

    source: Source
    told: float
    sigma: float
    expected: float
    sensitivity: float


def learned_of(learning: Learning) -> Learned:
    """Return what the model uses of it: nothing where it is switched off."""
    if not learning.on:
        return Learned()
    return Learned(theta=learning.theta, n_feedback=learning.count, sigma=learning.sigma)


def percent_slower(learning: Learning) -> int:
    """Return how much slower than the default the model lets the legs recover; below 0 faster."""
    return round(100.0 * (exp(theta_used(learned_of(learning))) - 1.0))


def observe(
    learning: Learning, observation: Observation, occasion: Occasion | None = None
) -> Learning:
    """Learn from an observation: a Kalman step on theta.

    One observation counts for each ``occasion``: a better source, or a later word of the same one,
    takes the place of the earlier. Without an occasion each counts.
    """
    if not learning.on:
        return learning
    last = learning.last
    if last is not None and last.occasion == occasion:
        if observation.source < last.source:
            return learning
        learning = _before(learning, last)
    told = _updated(learning, observation)
    if occasion is None:
        return told
    latest = Latest(
        occasion=occasion,
        source=observation.source,
        theta=learning.theta,
        variance=learning.variance,
    )
    return replace(told, last=latest)


def unlearn(learning: Learning, occasion: Occasion) -> Learning:
    """Take back the last thing learnt, if it was about this occasion: its log was undone."""
    last = learning.last
    return learning if last is None or last.occasion != occasion else _before(learning, last)


def from_felt(question: Question, felt: int) -> Observation | NotLearnt:
    """Return what a run's "how did the legs feel" says, 5 fresh to 1 dead.

    ``question`` is how things stood when the run began, so without that run.
    """
    legs = legs_of(question)
    return _unfit(question) or felt_as(felt, expected_now(legs), sensitivity_now(legs))


def from_soreness(question: Question, score: float) -> Observation | NotLearnt:
    """Return what a check-in's soreness 0-10 says; ``question`` is how things stood then."""
    legs = legs_of(question)
    earliest, latest = CHECK_IN_HOURS
    if not legs.bouts or not earliest <= legs.bouts[-1].hours_ago <= latest:
        return _unfit(question) or NotLearnt.TIMING
    return _unfit(question) or _telling(
        Observation(
            source=Source.SORENESS,
            told=SORE_FATIGUE * score,
            sigma=SORE_SIGMA,
            expected=expected_now(legs),
            sensitivity=sensitivity_now(legs),
        )
    )


def from_comparison(question: Question, *, worse: bool) -> Observation | NotLearnt:
    """Return what "feels worse (or better) than that" says about the answer to ``question``."""
    legs = legs_of(question)
    expected = expected_now(legs)
    return _unfit(question) or _telling(
        Observation(
            source=Source.COMPARED,
            told=expected + (COMPARED_FATIGUE if worse else -COMPARED_FATIGUE),
            sigma=SORE_SIGMA,
            expected=expected,
            sensitivity=sensitivity_now(legs),
        )
    )


def felt_as(felt: int, expected: float, sensitivity: float) -> Observation | NotLearnt:
    """Return what felt legs say where so much fatigue was expected; fresh as expected is no news.

    Raises:
        KeyError: ``felt`` is not one of 1 to 5.
    """
    told = FELT_FATIGUE[felt]
    if felt == FRESH and expected <= FRESH_CEILING:
        return NotLearnt.CEILING
    return _telling(
        Observation(
            source=Source.FELT,
            told=told,
            sigma=FELT_SIGMA,
            expected=expected,
            sensitivity=sensitivity,
        )
    )


def expected_now(legs: Legs) -> float:
    """R as expected without what is told of soreness."""
    return raw_at(legs, 0) * sleep_factor(legs.sleep, 0) * alcohol_factor(legs.question, 0)


def sensitivity_now(legs: Legs) -> float:
    """How much R of the leg days grows with theta (H)."""
    lifted = legs.decays[: len(legs.bouts)]
    return sum(decay.at(0) * decay.age / decay.tau for decay in lifted)


def _unfit(question: Question) -> NotLearnt | None:
    """Why nothing somebody says now is about leg fatigue."""
    if symptoms_of(question):
        return NotLearnt.UNWELL
    return NotLearnt.PAINKILLER if active_painkiller(question) is not None else None


def _telling(observation: Observation) -> Observation | NotLearnt:
    return observation if observation.sensitivity >= LEARNABLE else NotLearnt.TOO_LITTLE


def _before(learning: Learning, last: Latest) -> Learning:
    return Learning(theta=last.theta, variance=last.variance, count=learning.count - 1)


def _updated(learning: Learning, observation: Observation) -> Learning:
    variance, slope = learning.variance, observation.sensitivity
    gain = variance * slope / (slope**2 * variance + observation.sigma**2)
    surprise = observation.told - observation.expected
    surprise = min(SURPRISE_LIMIT, max(-SURPRISE_LIMIT, surprise))
    return replace(
        learning,
        theta=min(SLOWEST, max(FASTEST, learning.theta + gain * surprise)),
        variance=(1.0 - gain * slope) * variance + VARIANCE_DRIFT,
        count=learning.count + 1,
    )
