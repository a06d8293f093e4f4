"""Rows of a file put together: sets to workouts, warm-ups and what is no leg work counted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.domain.facts import plain_text
from bot.domain.facts.settings import KEPT_FOR, MOST_LEG_DAYS, MOST_RUNS
from bot.domain.facts.training import LegSession, Run, RunKind
from bot.domain.importing import names
from bot.domain.importing.found import Found, FoundRun, Name
from bot.domain.importing.rows import (
    ActivityRow,
    App,
    FileRemark,
    OwnRow,
    RefusedFile,
    Row,
    SetRow,
    Sport,
    Unread,
    Why,
)
from bot.domain.importing.titles import kind_of
from bot.domain.importing.workouts import (
    LONGEST_LOOKED_AT,
    EqualSets,
    OpenWorkout,
    name_of,
    run_of,
    workout_of,
)
from bot.domain.reading.exercise_names import LONGEST_NAME
from bot.domain.reading.set_lines import TO_FAILURE

MOST_ENTRIES: Final = 2_000  # workouts, or runs: ten years of anybody
MOST_UNREAD: Final = 2_000  # lines that are listed; the rest of a file is no better
OLD: Final = "old"
AHEAD: Final = timedelta(days=1)  # a local time may be so far ahead of UTC, and is checked again

Key = tuple[datetime, str]


def gathered(source: App, rows: Iterable[Row | FileRemark], now: datetime) -> Found:
    """Return what is in a file, from its rows in order.

    Raises:
        RefusedFile: more workouts or runs than anybody's history.
    """
    taking = _Taking(now=now)
    for row in rows:
        taking.take(row)
    found = taking.found(source)
    if max(len(found.workouts), len(found.runs)) > MOST_ENTRIES:
        raise RefusedFile("too_many_entries", limit=MOST_ENTRIES)
    if len(found.own_sessions) > MOST_LEG_DAYS or len(found.own_runs) > MOST_RUNS:
        raise RefusedFile("too_many_entries", limit=min(MOST_LEG_DAYS, MOST_RUNS))
    return found


def joined(files: Sequence[Found], unread: Sequence[Unread] = ()) -> Found:
    """Return what is in several files as if they were one."""
    sources = {each.source for each in files}
    known: dict[str, Name] = {}
    left_out: Counter[str] = Counter()
    for each in files:
        left_out.update(each.left_out)
        for name, its in each.names.items():
            before = known.get(name, Name())
            known[name] = replace(its, sets=its.sets + before.sets)
    return Found(
        source=sources.pop() if len(sources) == 1 else App.SEVERAL,
        lines=sum(each.lines for each in files),
        workouts=tuple(one for each in files for one in each.workouts)[:MOST_ENTRIES],
        runs=tuple(one for each in files for one in each.runs)[:MOST_ENTRIES],
        own_sessions=tuple(one for each in files for one in each.own_sessions)[:MOST_LEG_DAYS],
        own_runs=tuple(one for each in files for one in each.own_runs)[:MOST_RUNS],
        names=known,
        warm_ups=sum(each.warm_ups for each in files),
        without_legs=sum(each.without_legs for each in files),
        left_out=dict(left_out),
        unread=(*(one for each in files for one in each.unread), *unread)[:MOST_UNREAD],
        remarks=frozenset().union(*(each.remarks for each in files)),
        other=_other(files, unread),
    )


def _other(files: Sequence[Found], unread: Sequence[Unread]) -> Found | None:
    if all(each.other is None for each in files):
        return None
    return joined([each.other or each for each in files], unread)


@dataclass(slots=True)
class _Taking:
    now: datetime
    lines: int = 0
    warm_ups: int = 0
    workouts: dict[Key, OpenWorkout] = field(default_factory=dict)
    runs: list[FoundRun] = field(default_factory=list)
    own: list[LegSession | Run] = field(default_factory=list)
    names: dict[str, Name] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    old: set[Key] = field(default_factory=set)
    unread: list[Unread] = field(default_factory=list)
    remarks: set[FileRemark] = field(default_factory=set)

    def take(self, row: Row | FileRemark) -> None:
        if isinstance(row, FileRemark):
            self.remarks.add(row)
            return
        self.lines += 1
        if not isinstance(row, Unread) and _as_utc(row.start) > self.now + AHEAD:
            row = Unread(line=row.line, why=Why.FUTURE, what=f"{row.start:%Y-%m-%d}")
        if isinstance(row, Unread):
            if len(self.unread) < MOST_UNREAD:
                self.unread.append(row)
        elif isinstance(row, ActivityRow):
            self.activity(row)
        elif isinstance(row, OwnRow):
            self.own.append(row.entry)
            self.unread += row.unread[: MOST_UNREAD - len(self.unread)]
        else:
            self.set(row)

    def activity(self, row: ActivityRow) -> None:
        if self.is_old(row.start):
            self.left_out[OLD] += 1
        elif row.sport is not Sport.RUN:
            self.left_out[row.sport] += 1
        else:
            self.runs.append(
                FoundRun(
                    line=row.line,
                    start=row.start,
                    is_timed=row.is_timed,
                    kind=RunKind.RACE if row.is_race else kind_of(row.title),
                    elapsed=row.elapsed,
                    minutes=row.moving or row.elapsed,
                    distance=row.distance,
                    distance_unit=row.distance_unit,
                    effort=row.effort,
                )
            )

    def set(self, row: SetRow) -> None:
        key = (row.start, row.workout if row.is_timed else "")
        if self.is_old(row.start):
            self.old.add(key)
            return
        open_ = self.workouts.setdefault(key, OpenWorkout(row))
        sport = names.sport(row.exercise[:LONGEST_LOOKED_AT])
        if row.warm_up:
            self.warm_ups += 1
        elif sport is Sport.RUN:
            open_.runs.append(row)
        elif sport is not None:
            open_.walks += 1
        elif names.is_not_legs(row.exercise[:LONGEST_LOOKED_AT]):
            open_.others += row.sets
        else:
            self.leg_set(open_, row)

    def leg_set(self, open_: OpenWorkout, row: SetRow) -> None:
        name = plain_text.one_line(row.exercise, limit=LONGEST_NAME)
        if not name:  # of characters that nobody sees
            open_.others += row.sets
            return
        known = self.names.get(name) or name_of(row)
        self.names[name] = replace(
            known, sets=known.sets + row.sets, suggested=known.suggested or row.for_legs
        )
        its = open_.sets.setdefault((name, row.reps, row.load, row.unit), EqualSets())
        its.sets += row.sets
        rpe = TO_FAILURE if row.failure else row.rpe
        its.said += [] if rpe is None else [rpe] * row.sets

    def is_old(self, start: datetime) -> bool:
        return _as_utc(start) < self.now - KEPT_FOR

    def found(self, source: App) -> Found:
        left_out = self.left_out.copy()
        if self.old:
            left_out[OLD] += len(self.old)
        workouts, runs, without = [], list(self.runs), 0
        for open_ in self.workouts.values():
            runs += [run_of(open_)] if open_.runs else []
            if open_.sets and not self.is_cardio(open_):
                workouts.append(workout_of(open_))
            elif open_.others or not (open_.sets or open_.runs or open_.walks):
                without += 1
            elif open_.sets:
                left_out[Sport.RIDE] += 1
            elif not open_.runs:
                left_out[Sport.WALK] += 1
        return Found(
            source=source,
            lines=self.lines,
            workouts=tuple(workouts),
            runs=tuple(runs),
            own_sessions=tuple(each for each in self.own if isinstance(each, LegSession)),
            own_runs=tuple(each for each in self.own if isinstance(each, Run)),
            names=self.names,
            warm_ups=self.warm_ups,
            without_legs=without,
            left_out=dict(left_out),
            unread=tuple(self.unread),
            remarks=frozenset(self.remarks),
        )

    def is_cardio(self, open_: OpenWorkout) -> bool:
        """Tell whether all leg work of a workout is on a bike, a rower or the like."""
        return all(names.is_cardio(self.names[name].key) for name, *_ in open_.sets)


def _as_utc(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)
