"""Runs: logging, editing and undoing, and the running base they show.

As in ``journal``, every change plans the reminders anew: a run tires legs too, so the hour at which
they are ready moves.
"""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.decisions import lessons, repeats, replanning
from bot.domain.facts.errors import BadInput, NotFound
from bot.domain.facts.member import Change, Member
from bot.domain.facts.training import (
    FELT,
    MAX_SESSIONS,
    WITH_DESCENT,
    Activity,
    Run,
    RunKind,
    check_choice,
    check_range,
)
from bot.domain.reading import moments as when
from bot.domain.reading import zones
from bot.domain.reading.distances import read_timed
from bot.domain.reading.heights import read_descent

# The men's world records as (kilometres, minutes), by distance; no run is faster (World Athletics).
RECORDS: Final = (
    (0.0, 0.0),
    (0.1, 9.58 / 60),
    (0.2, 19.19 / 60),
    (0.4, 43.03 / 60),
    (0.8, 100.91 / 60),
    (1.5, 206.0 / 60),
    (3.0, 437.55 / 60),
    (5.0, 755.36 / 60),
    (10.0, 1_571.0 / 60),
    (21.0975, 3_391.0 / 60),
    (42.195, 7_235.0 / 60),
    (100.0, 21_935.0 / 60),
    (300.0, 70_000.0 / 60),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEntry:
    """A run as typed: texts unparsed, numbers unchecked; ``None`` means not said."""

    kind: RunKind = RunKind.EASY
    minutes: int | None = None
    distance: str | None = None
    effort: int | None = None
    felt: int | None = None
    when: str | None = None
    activity: Activity = Activity.RUN
    descent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedRun:
    """The result of an entry: the run as saved, and the member after it."""

    run: Run
    member: Member
    meanwhile: bool = False  # the entry had changed since its form showed it


def log(
    member: Member, run_id: int, entry: RunEntry, now: datetime, *, again: bool = False
) -> tuple[Change, LoggedRun]:
    """Decide a new run; ``again`` when the member said that it is another than the last.

    Raises:
        SameAgain: it may be one that is kept, sent twice.
        BadInput: a value out of its limits, not understood, or faster than anybody ever ran.
        NeedsZone: a clock time from somebody whose zone is unknown.
    """
    at = when.read_when(entry.when, now=now, zone=zones.zone_of(member))
    run = _read(member, entry, run_id, at)
    near = [each for each in member.runs if abs(each.ended_at - at) < timedelta(days=1)]
    if len(near) >= MAX_SESSIONS:
        raise BadInput("too_many_runs", limit=MAX_SESSIONS)
    if not again:
        repeats.ask_about_run(member, run)
    return _kept(member, run, now)


def edit(member: Member, run_id: int, entry: RunEntry, now: datetime) -> tuple[Change, LoggedRun]:
    """Decide new values for a run; how it felt stays, and of metres down and time the unsaid.

    Raises:
        NotFound: the run is gone, or somebody else's.
        BadInput, NeedsZone: as ``log``.
    """
    old = find(member, run_id)
    at = when.read_changed(entry.when, entry=old.ended_at, now=now, zone=zones.zone_of(member))
    new = _read(member, entry, run_id, at)
    felt = old.felt if entry.felt is None else entry.felt
    keeps = entry.descent is None and new.activity in WITH_DESCENT
    return _kept(
        member, new._replace(felt=felt, descent=old.descent if keeps else new.descent), now
    )


def say_felt(member: Member, run_id: int, felt: int, now: datetime) -> tuple[Change, LoggedRun]:
    """Decide how the legs felt on a run, 1 (dead) to 5 (fresh).

    Raises:
        NotFound: as ``edit``.
        BadInput: out of its limits.
    """
    check_range("felt", felt, FELT)
    return _kept(member, find(member, run_id)._replace(felt=felt), now)


def undo(member: Member, run_id: int, now: datetime) -> tuple[Change, Run]:
    """Decide that a run goes.

    Raises:
        NotFound: as ``edit``.
    """
    gone = find(member, run_id)
    after = _without(member, gone)
    change = Change(
        removed_run=run_id,
        learning=None if after.learning == member.learning else after.learning,
        plan=replanning.replan_if_timed(after, now),
    )
    return change, gone


def find(member: Member, run_id: int) -> Run:
    """Return one of the member's own runs.

    Raises:
        NotFound: it is gone, or somebody else's.
    """
    for run in member.runs:
        if run.run_id == run_id:
            return run
    raise NotFound("entry_gone")


def sport_of(said: str) -> tuple[RunKind, Activity]:
    """Return the kind of run, or the other sport, of one choice.

    Raises:
        BadInput: ``not_a_choice``.
    """
    if said in set(Activity) - {Activity.RUN}:
        return RunKind.EASY, Activity(said)
    return check_choice("kind", said, RunKind), Activity.RUN


def record_minutes(distance_km: float) -> float:
    """Return the minutes of the world record over a distance; straight lines between records."""
    above = min(bisect_left(RECORDS, (distance_km, 0.0)), len(RECORDS) - 1)
    (near, fast), (far, slow) = RECORDS[max(above, 1) - 1], RECORDS[max(above, 1)]
    return fast + (slow - fast) * (distance_km - near) / (far - near)


def _read(member: Member, entry: RunEntry, run_id: int, ended_at: datetime) -> Run:
    distance = read_timed(entry.distance, member.profile.distance_unit)
    timed = None if distance is None or distance.minutes is None else round(distance.minutes)
    run = Run(
        run_id=run_id,
        ended_at=ended_at,
        kind=entry.kind,
        minutes=timed if entry.minutes is None else entry.minutes,
        distance_km=None if distance is None else distance.km,
        effort=entry.effort,
        felt=entry.felt,
        activity=entry.activity,
        descent=read_descent(entry.descent, member.profile.distance_unit),
    ).checked()
    km, minutes = run.distance_km, run.minutes
    on_foot = run.activity in {Activity.RUN, Activity.HIKE}
    if on_foot and km is not None and minutes is not None and minutes < record_minutes(km):
        raise BadInput("faster_than_the_record", km=km, minutes=minutes)
    return run


def _kept(member: Member, run: Run, now: datetime) -> tuple[Change, LoggedRun]:
    run = run._replace(import_id=None)  # changed, it is the member's own: no undo takes it away
    old = next((each for each in member.runs if each.run_id == run.run_id), None)
    before = member if old is None else _without(member, old)
    learning = lessons.from_run(before, run)
    kept = sorted((*before.runs, run), key=lambda each: (each.ended_at, each.run_id), reverse=True)
    after = before._replace(runs=tuple(kept), learning=learning)
    change = Change(
        run=run,
        learning=None if learning == member.learning else learning,
        plan=replanning.replan_if_timed(after, now),
    )
    return change, LoggedRun(run=run, member=after)


def _without(member: Member, gone: Run) -> Member:
    """Return the member without a run and what it taught."""
    return member._replace(
        runs=tuple(run for run in member.runs if run.run_id != gone.run_id),
        learning=lessons.without_run(member, gone),
    )
