"""The course of leg fatigue for a picture: since leg day, and ahead."""

from dataclasses import dataclass

from bot.domain.recovery.eta import spread_of
from bot.domain.recovery.fatigue import Legs, factor_at, fatigue_at
from bot.domain.recovery.load import trains_legs
from bot.domain.recovery.question import Question

LATELY = 144.0  # hours since the last leg day, at most: later a picture would be a flat line
AHEAD = 72  # hours
BEHIND = (6.0, 96.0)  # hours, least and most
BEFORE = 2.0  # hours shown before the last leg day
AROUND_PLAN = 12  # hours shown after a run that lies further ahead
LONGEST = 336  # hours ahead, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """R so many hours from now: expected, and with the fastest and slowest recovery."""

    hours: float
    fatigue: float
    fast: float
    slow: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """R in the past (hours < 0) and ahead; when legs were trained and run on."""

    past: tuple[tuple[float, float], ...]
    ahead: tuple[Forecast, ...]
    leg_days: tuple[float, ...]
    runs: tuple[float, ...]


def is_worth_showing(question: Question) -> bool:
    """Whether there was a leg day lately, so that R has a course to show."""
    return any(
        each.hours_ago <= LATELY and trains_legs(each) for each in question.leg_sessions or ()
    )


def outlook_of(legs: Legs) -> Outlook:
    """Return the course of R; there has to be a leg day.

    The past is told with today's soreness, sleep and alcohol: it leads up to today's R.
    The forecast's range is that of the hours in the answer: recovery may take 0.8 to 1.3 times as
    long, less once much was learnt.
    """
    question = legs.question
    trained = [bout.hours_ago for bout in legs.bouts]
    least, most = BEHIND
    behind = max(least, min(most, trained[-1] + BEFORE))
    ran = [run.hours_ago for run in question.recent_runs or ()]
    plan = 0.0 if question.plan is None else question.plan.in_hours
    until = AHEAD if plan <= AHEAD else min(LONGEST, round(plan) + AROUND_PLAN)
    early, late = spread_of(question.learned)
    return Outlook(
        past=_past(legs, behind),
        ahead=tuple(
            Forecast(
                hours=float(hour),
                fatigue=fatigue_at(legs, hour),
                fast=fatigue_at(legs, hour / early),
                slow=fatigue_at(legs, hour / late),
            )
            for hour in range(until + 1)
        ),
        leg_days=tuple(-hours for hours in trained if hours <= behind),
        runs=tuple(sorted(-hours for hours in ran if hours <= behind)),
    )


def _past(legs: Legs, behind: float) -> tuple[tuple[float, float], ...]:
    """R by the hour and at both sides of each jump, with today's factor all along."""
    factor = factor_at(legs, 0.0)
    jumps = {-decay.age for decay in legs.decays if decay.age <= behind}
    hours = {-float(hour) for hour in range(int(behind) + 1)} | jumps | {-behind, 0.0}
    points = []
    for hour in sorted(hours):
        if hour in jumps:
            points.append((hour, _raw_before(legs, hour, at_once=False) * factor))
        points.append((hour, _raw_before(legs, hour, at_once=True) * factor))
    return tuple(points)


def _raw_before(legs: Legs, hour: float, *, at_once: bool) -> float:
    """R without factors at an hour of the past; ``at_once``: with what ended at that very hour."""
    begun = (
        decay for decay in legs.decays if -decay.age < hour or (at_once and -decay.age == hour)
    )
    return sum(decay.at(hour) for decay in begun)
