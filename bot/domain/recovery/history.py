"""A member's entries as a question: what still counts, and how many hours ago it was."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from operator import itemgetter

from bot.domain.facts import training
from bot.domain.facts.training import Demand, ExerciseSet, Focus, LegSession, Report
from bot.domain.recovery.load import grouped
from bot.domain.recovery.novelty import EIGHT_WEEKS
from bot.domain.recovery.parameters import (
    OLD_SESSION,
)
from bot.domain.recovery.question import (
    Part,
    PastSession,
    Question,
    Work,
)
from bot.domain.recovery.reported import with_reports

HISTORY = timedelta(days=91)  # how far back sessions and reports are worth fetching
HOUR = timedelta(hours=1)
CLOCK_AHEAD = -training.FUTURE_SLACK / HOUR

Demands = Callable[[str], Demand | None]


def question_of(
    sessions: Sequence[LegSession],
    reports: Sequence[Report],
    base: Question | None = None,
    *,
    now: datetime,
    total_sessions: int,
    demand: Demands,
) -> Question:
    """Return the question of a member's entries, on top of what ``base`` says.

    ``sessions`` and ``reports`` are all of the last ``HISTORY``, in any order, with the last report
    of each pain, illness and stop sign even if older. ``base`` brings plan, profile, heat, runs,
    what was learnt, and what is told right now: symptoms and leg days add to the stored ones,
    soreness, sleep, alcohol and painkiller win over them.
    ``total_sessions`` is the number ever logged; ``demand`` looks an exercise up by name.
    """
    base = base or Question()
    now = now.astimezone(UTC)
    listed, trained = _sessions(sessions, now, total_sessions, demand)
    unlogged = tuple(_after(each, trained) for each in base.leg_sessions or ())
    logged = base._replace(
        leg_sessions=(*unlogged, *listed),
        sessions_8wk=sum(1 for hours in trained if hours <= EIGHT_WEEKS),
        sessions_logged=total_sessions,
    )
    return with_reports(logged, [(_age(now, each.reported_at), each) for each in reports])


def session_of(
    entry: LegSession,
    age: float,
    demand: Demands,
    *,
    days_since: float | None = None,
    prior: int | None = None,
) -> PastSession:
    """Return an entry in the model's terms, ``age`` hours after its end.

    ``days_since`` the leg day before it, and how many of eight weeks were ``prior`` to it: unsaid,
    they follow from the other entries.
    """
    return PastSession(
        hours_ago=age,
        minutes=entry.minutes,
        srpe=entry.effort,
        part=Part.FULL_BODY if entry.focus is Focus.FULL_BODY else Part.LEGS,
        exercises=_works(entry.exercises, demand),
        newness=entry.newness,
        novel_exercise=entry.new_exercise,
        days_since_previous_leg=days_since,
        prior_leg_sessions_8wk=prior,
    )


def _age(now: datetime, at: datetime) -> float:
    """Hours between two moments, ``now`` in UTC; a clock up to a minute ahead is now.

    In UTC: two moments of one zone are subtracted as the wall shows them, wrong across a change.
    """
    hours = (now - at.astimezone(UTC)) / HOUR
    return 0.0 if CLOCK_AHEAD <= hours < 0.0 else hours


def _sessions(
    sessions: Sequence[LegSession], now: datetime, total: int, demand: Demands
) -> tuple[tuple[PastSession, ...], list[float]]:
    """The entries that still count, told what came before them, and the hours of all sessions."""
    groups = grouped([(_age(now, each.ended_at), each) for each in sessions], itemgetter(0))
    hours = [group[-1][0] for group in groups]
    listed: list[PastSession] = []
    first = 0  # of the eight weeks before
    for index, group in enumerate(groups):
        ended = hours[index]
        if ended > OLD_SESSION:
            continue
        while hours[first] - ended > EIGHT_WEEKS:
            first += 1
        before = hours[index - 1] if index else None
        if before is None and total > len(sessions):
            before = HISTORY / HOUR
        gap = None if before is None else max(0.0, before - ended) / 24.0
        prior = index - first
        listed += [
            session_of(each, age, demand, days_since=gap, prior=prior) for age, each in group
        ]
    return tuple(listed), hours


def _after(told: PastSession, trained: list[float]) -> PastSession:
    """Return a leg day told with the question and not logged, with the log before it."""
    before = [hours - told.hours_ago for hours in trained if hours > told.hours_ago]
    gap = min(before) / 24.0 if before else told.days_since_previous_leg
    prior = sum(1 for hours in before if hours <= EIGHT_WEEKS)
    return told._replace(days_since_previous_leg=gap, prior_leg_sessions_8wk=prior)


@lru_cache(maxsize=4_096)  # the same entries are asked about again and again
def _works(exercises: tuple[ExerciseSet, ...], demand: Demands) -> tuple[Work, ...]:
    works = []
    for each in exercises:
        found = demand(each.name)
        name = each.name if found is None else None
        works.append(Work(demand=found, sets=each.sets, rpe=each.rpe, name=name))
    return tuple(works)
