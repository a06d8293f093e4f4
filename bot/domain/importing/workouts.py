"""Workouts while their rows come: equal sets together, runs beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Final

from bot.domain.facts.settings import MassUnit
from bot.domain.facts.training import Demand
from bot.domain.importing import names
from bot.domain.importing.found import FoundRun, FoundSet, Name, Workout
from bot.domain.importing.rows import SetRow
from bot.domain.importing.titles import kind_of
from bot.domain.reading.set_lines import SETS

LONGEST_LOOKED_AT: Final = 80  # characters of a name


@dataclass(slots=True)
class EqualSets:
    """Equal sets so far."""

    sets: int = 0
    said: list[float] = field(default_factory=list)  # their RPEs


@dataclass(slots=True)
class OpenWorkout:
    """A workout while its rows come."""

    first: SetRow
    sets: dict[tuple[str, int | None, float | None, MassUnit | None], EqualSets] = field(
        default_factory=dict
    )
    others: int = 0
    runs: list[SetRow] = field(default_factory=list)
    walks: int = 0


def name_of(row: SetRow) -> Name:
    """Return what the catalogue knows of the name of an exercise."""
    looked_at = row.exercise[:LONGEST_LOOKED_AT]
    exercise = names.known(looked_at)
    legs = exercise is not None and exercise.demand is not Demand.UPPER
    return Name(
        key=exercise.key if exercise is not None and legs else None,
        suggested=row.for_legs or names.is_suggested(looked_at),
    )


def workout_of(open_: OpenWorkout) -> Workout:
    """Return the workout that its rows are."""
    return Workout(
        line=open_.first.line,
        start=open_.first.start,
        is_timed=open_.first.is_timed,
        minutes=_lasted(open_.first),
        other_sets=open_.others,
        sets=tuple(
            FoundSet(
                name=name,
                sets=min(its.sets, SETS[1]),
                reps=reps,
                load=load,
                unit=unit,
                rpe=_mean(its.said),
            )
            for (name, reps, load, unit), its in open_.sets.items()
        ),
    )


def _lasted(row: SetRow) -> float | None:
    if row.end is not None and (row.end.tzinfo is None) == (row.start.tzinfo is None):
        minutes = (row.end - row.start).total_seconds() / 60
        if minutes > 0:
            return minutes
    return row.minutes or None


def _mean(said: Sequence[float]) -> float | None:
    """Return the mean RPE, up to the next half."""
    return ceil(round(2 * sum(said) / len(said), 6)) / 2 if said else None


def run_of(open_: OpenWorkout) -> FoundRun:
    """Return the run that a workout is, or has in it: its rows together."""
    first = open_.runs[0]
    seconds = [row.seconds for row in open_.runs if row.seconds]
    far = [row.distance for row in open_.runs if row.distance]
    lasted = _lasted(first)
    minutes = sum(seconds) / 60 if seconds else None
    alone = not open_.sets and not open_.others
    return FoundRun(
        line=first.line,
        start=first.start,
        is_timed=first.is_timed,
        kind=kind_of(f"{first.workout if alone else ''} {first.exercise}"),
        elapsed=lasted or minutes,
        minutes=minutes or (lasted if alone else None),
        distance=sum(far) if far else None,
        distance_unit=first.distance_unit,
    )
