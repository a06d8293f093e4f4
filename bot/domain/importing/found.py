"""What is in a file: workouts and runs, before zone, units and names are decided."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.facts.plain_data import made, plain
from bot.domain.facts.settings import DistanceUnit, MassUnit
from bot.domain.facts.training import LegSession, Run, RunKind
from bot.domain.importing.rows import App, FileRemark, Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSet:
    """Equal sets of one exercise: their load as the file has it, their mean RPE if said."""

    name: str
    sets: int
    reps: int | None = None
    load: float | None = None
    unit: MassUnit | None = None
    rpe: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workout:
    """One workout: the sets that may be leg work, and how many of all were something else."""

    line: int
    start: datetime  # naive where the file tells a local time
    sets: tuple[FoundSet, ...]
    other_sets: int = 0
    minutes: float | None = None  # from start to end; a date without a time has none
    is_timed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRun:
    """One run: ``elapsed`` minutes lead to its end, ``minutes`` are those on the move."""

    line: int
    start: datetime
    kind: RunKind
    elapsed: float | None = None
    minutes: float | None = None
    distance: float | None = None
    distance_unit: DistanceUnit | None = DistanceUnit.KM
    effort: int | None = None
    is_timed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of an exercise in a file."""

    key: str | None = None  # the catalogue's; ``None``: unknown, and to be asked about
    suggested: bool = False  # name or category sound like legs
    sets: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found in a file, or several."""

    source: App
    lines: int = 0
    workouts: tuple[Workout, ...] = ()
    runs: tuple[FoundRun, ...] = ()
    # Written by this bot, and so are these runs: entries but for their ids.
    own_sessions: tuple[LegSession, ...] = ()
    own_runs: tuple[Run, ...] = ()
    # Of possible leg work, as the file has them.
    names: Mapping[str, Name] = field(default_factory=dict)
    warm_ups: int = 0
    without_legs: int = 0  # workouts in which none can be
    # Other sports and what is too old, by word.
    left_out: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    remarks: frozenset[FileRemark] = frozenset()
    # The same with the months of its dates first, where they fit both orders.
    other: "Found | None" = None

    @property
    def open_loads(self) -> bool:
        """Whether some load has no unit of its own."""
        loads = (each for workout in self.workouts for each in workout.sets)
        return any(each.load is not None and each.unit is None for each in loads)

    @property
    def open_distances(self) -> bool:
        """Whether some distance has no unit of its own."""
        return any(each.distance is not None and each.distance_unit is None for each in self.runs)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names that are neither legs nor something else, the most frequent first."""
        asked = [name for name, known in self.names.items() if known.key is None]
        return tuple(sorted(asked, key=lambda name: (-self.names[name].sets, name)))


def to_json(found: Found) -> bytes:
    """Return what was found as JSON, for the way from the process that read it."""
    return json.dumps(plain(found), ensure_ascii=False).encode()


def from_json(text: bytes) -> Found:
    """Return what ``to_json`` wrote."""
    return made(Found, json.loads(text))
