"""What is in a file as entries of a member: in their zone and units, without what is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.decisions.runs import record_minutes
from bot.domain.facts import schedule
from bot.domain.facts.settings import DistanceUnit, MassUnit
from bot.domain.facts.training import (
    FUTURE_SLACK,
    MAX_EXERCISES,
    MINUTES,
    RUN_LASTED,
    RUN_REACHED,
    ExerciseSet,
    Focus,
    LegSession,
    Run,
)
from bot.domain.importing.already import Kept, run_is_there, session_is_there
from bot.domain.importing.found import Found, FoundRun, FoundSet, Workout
from bot.domain.importing.ids import id_of
from bot.domain.importing.names import is_cardio
from bot.domain.importing.own_entries import own_entries
from bot.domain.importing.rows import Unread, Why
from bot.domain.reading.distances import UNITS as KM_PER
from bot.domain.reading.set_lines import KG_PER, LOAD_KG, SETS

UNTIMED: Final = time(18)  # when a workout ended of which a file knows only the date
LASTED: Final = timedelta(minutes=60)  # one whose end is not told
LONGEST: Final = 10 * 24 * 60  # minutes; nobody's workout lasts as long, whatever a file says


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a member decides of a file: units it leaves open, unknown names that are leg work."""

    import_id: int
    zone: ZoneInfo
    mass_unit: MassUnit = MassUnit.KG
    distance_unit: DistanceUnit = DistanceUnit.KM
    legs: frozenset[str] = frozenset()


@dataclass(slots=True)
class Entries:
    """The new entries of a file, newest first, and what became of the rest."""

    sessions: list[LegSession] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    there: int = 0
    without_legs: int = 0
    untimed: bool = False  # some new leg day or run has no time of its own
    unread: list[Unread] = field(default_factory=list)


def entries_of(
    found: Found,
    choices: Choices,
    *,
    now: datetime,
    sessions: Sequence[LegSession] = (),
    runs: Sequence[Run] = (),
) -> Entries:
    """Return the entries of a file that are not among the kept ``sessions`` and ``runs``."""
    made = Entries(without_legs=found.without_legs)
    own = own_entries(found, choices.import_id, choices.zone, sessions, runs)
    made.sessions, made.runs, made.there = own
    all_sessions, all_runs = (*sessions, *made.sessions), (*runs, *made.runs)
    _add_sessions(made, found, choices, Kept.of(all_sessions), now)
    _add_runs(made, found, choices, Kept.of(each for each in all_runs if each.is_running), now)
    made.sessions.sort(key=lambda each: (each.ended_at, each.session_id), reverse=True)
    made.runs.sort(key=lambda each: (each.ended_at, each.run_id), reverse=True)
    return made


def _add_sessions(
    made: Entries, found: Found, choices: Choices, kept: Kept[LegSession], now: datetime
) -> None:
    for workout in sorted(found.workouts, key=lambda each: _moment(each.start, choices.zone)):
        session = _session(workout, found, choices)
        if session is None:
            made.without_legs += 1
        elif session.ended_at > now + FUTURE_SLACK:
            what = f"{workout.start:%Y-%m-%d}"
            made.unread.append(Unread(line=workout.line, why=Why.FUTURE, what=what))
        elif session_is_there(session, kept, choices.zone, is_timed=workout.is_timed):
            made.there += 1
        else:
            kept.add(session)
            made.sessions.append(session)
            made.untimed = made.untimed or not workout.is_timed


def _add_runs(
    made: Entries, found: Found, choices: Choices, kept: Kept[Run], now: datetime
) -> None:
    for each in sorted(found.runs, key=lambda each: _moment(each.start, choices.zone)):
        run = _run(each, choices)
        why = _why_not(run, each, now)
        if why is not None:
            made.unread.append(Unread(line=each.line, why=why, what=_told(run, each)))
        elif run_is_there(run, kept, choices.zone, is_timed=each.is_timed):
            made.there += 1
        else:
            kept.add(run)
            made.runs.append(run)
            made.untimed = made.untimed or not each.is_timed


def _session(workout: Workout, found: Found, choices: Choices) -> LegSession | None:
    """Return a workout as a leg day, ``None`` without leg work but a bike or the like."""
    legs = [each for each in workout.sets if _key(each, found, choices) is not None]
    if all(is_cardio(found.names[each.name].key) for each in legs):
        return None
    lines = tuple(_line(each, found, choices) for each in legs)
    others = workout.other_sets + sum(each.sets for each in workout.sets if each not in legs)
    share = sum(each.sets for each in legs) / (sum(each.sets for each in legs) + others)
    minutes = None if workout.minutes is None else round(workout.minutes)
    ended_at = _end(workout.start, workout.minutes, choices.zone, is_timed=workout.is_timed)
    names = sorted({each.name for each in workout.sets})
    return LegSession(
        session_id=id_of(ended_at, found.source, workout.start.isoformat(), *names),
        ended_at=ended_at,
        minutes=minutes if minutes and MINUTES[0] <= minutes <= MINUTES[1] else None,
        focus=Focus.LEGS if 2 * share >= 1 else Focus.FULL_BODY,
        exercises=_few(lines),
        import_id=choices.import_id,
    )


def _key(each: FoundSet, found: Found, choices: Choices) -> str | None:
    """Return what a name is kept as, ``None`` for what is no leg work."""
    known = found.names[each.name]
    return known.key or (each.name if each.name in choices.legs else None)


def _line(each: FoundSet, found: Found, choices: Choices) -> ExerciseSet:
    unit = each.unit or choices.mass_unit
    load = None if each.load is None else round(each.load * KG_PER[unit], 2)
    within = load is not None and load <= LOAD_KG[1]
    return ExerciseSet(
        name=_key(each, found, choices) or each.name,
        sets=each.sets,
        reps=each.reps,
        load_kg=load if within else None,
        load_unit=unit if within else None,
        rpe=each.rpe,
    )


def _few(lines: tuple[ExerciseSet, ...]) -> tuple[ExerciseSet, ...]:
    """Return at most as many lines as are kept: beyond, one for each exercise, its heaviest."""
    if len(lines) <= MAX_EXERCISES:
        return lines
    heaviest: dict[str, ExerciseSet] = {}
    sets: dict[str, int] = {}
    for line in lines:
        sets[line.name] = sets.get(line.name, 0) + (line.sets or 0)
        before = heaviest.get(line.name)
        if before is None or (line.load_kg or 0.0) > (before.load_kg or 0.0):
            heaviest[line.name] = line
    few = (line._replace(sets=min(sets[name], SETS[1])) for name, line in heaviest.items())
    return tuple(few)[:MAX_EXERCISES]


def _run(each: FoundRun, choices: Choices) -> Run:
    ended_at = _end(each.start, each.elapsed, choices.zone, is_timed=each.is_timed)
    unit = each.distance_unit or choices.distance_unit
    km = None if each.distance is None else round(each.distance * KM_PER[unit], 2)
    return Run(
        run_id=id_of(ended_at, each.kind, each.start.isoformat(), f"{km}"),
        ended_at=ended_at,
        kind=each.kind,
        minutes=None if each.minutes is None else round(each.minutes),
        distance_km=km or None,
        effort=each.effort,
        import_id=choices.import_id,
    )


def _why_not(run: Run, each: FoundRun, now: datetime) -> Why | None:
    """Return why a run cannot be one, if it cannot."""
    minutes, km = each.minutes, run.distance_km
    if run.ended_at > now + FUTURE_SLACK:
        return Why.FUTURE
    if minutes is None and km is None:
        return Why.DURATION
    if (minutes is not None and minutes < RUN_LASTED[0]) or (
        km is not None and km < RUN_REACHED[0]
    ):
        return Why.TOO_SHORT
    if (minutes or 0.0) > RUN_LASTED[1] or (km or 0.0) > RUN_REACHED[1]:
        return Why.TOO_LONG
    if minutes is not None and km is not None and minutes < record_minutes(km):
        return Why.TOO_FAST
    return None


def _told(run: Run, each: FoundRun) -> str:
    parts = [f"{each.start:%Y-%m-%d}"]
    parts += [] if each.minutes is None else [f"{each.minutes:.0f} min"]
    parts += [] if run.distance_km is None else [f"{run.distance_km:g} km"]
    return " · ".join(parts)


def _end(start: datetime, minutes: float | None, zone: ZoneInfo, *, is_timed: bool) -> datetime:
    if not is_timed:
        return _moment(datetime.combine(start.date(), UNTIMED), zone)
    lasted = LASTED if minutes is None else timedelta(minutes=min(minutes, LONGEST))
    return (_moment(start, zone) + lasted).replace(microsecond=0)


def _moment(at: datetime, zone: ZoneInfo) -> datetime:
    """Return a local time of the member's zone, or a moment, in UTC."""
    if at.tzinfo is not None:
        return at
    resolved = schedule.instant(at.date(), at.time(), zone)
    # A date that the zone never had is met a day later, as a clock there showed it.
    return resolved.at if resolved else _moment(at + timedelta(days=1), zone)
