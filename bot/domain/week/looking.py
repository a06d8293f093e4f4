"""What is seen of a planned week: the mark of each run and why, the notes of each leg day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum, StrEnum
from math import inf
from typing import Final

from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Reply
from bot.domain.recovery.parameters import FATIGUE_LIMITS, RUN_LIMITS
from bot.domain.week.items import HARD_OR_LONG, PlannedThing

HOUR: Final = timedelta(hours=1)
TIRED_HOURS: Final = 6.0  # after a hard or long run strength suffers for so long (Robineau 2016)
CROWDED_HOURS: Final = 44.0  # between two leg days
TOO_EARLY: Final = FATIGUE_LIMITS[1]  # R at which even walking is the advice


class RunMark(IntEnum):
    """What becomes of a planned run, from best to worst; ``BESIDES``: not because of legs."""

    FITS = 0
    CLOSE = 1  # open if recovery goes as fast as it may
    CLASH = 2
    BESIDES = 3


SPOILED: Final = frozenset({RunMark.CLOSE, RunMark.CLASH})


class Besides(StrEnum):
    """Why a run is not open even without a planned leg day."""

    LOGGED = "logged"  # legs are still tired from what was logged, or from runs
    MINUTES = "minutes"  # longer than the legs are used to
    NO_RUNNING = "no_running"
    OTHER = "other"


class LegNote(StrEnum):
    """A remark about a planned leg day."""

    TIRED = "tired"  # soon after a hard or long run
    CROWDED = "crowded"  # soon after another leg day
    EARLY = "early"  # the legs are not ready for any


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedRun:
    """A planned run and its answer."""

    run: PlannedThing
    mark: RunMark
    reply: Reply
    fatigue: float  # R at its start, without leg days where these are not what closes it
    legs_hours: float | None = None  # since the last leg day before it
    blamed: PlannedThing | None = None  # the planned leg day with the largest share of R
    sure: RunKind | None = None  # the hardest run that is open then
    besides: Besides | None = None
    cap: float | None = None  # the minutes a run may have, where they are what is too much

    @property
    def limit(self) -> float:
        """The R under which its kind is open."""
        return RUN_LIMITS.get(self.run.item.run or RunKind.EASY, inf)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedLegs:
    """A planned leg day and what there is to note."""

    legs: PlannedThing
    notes: tuple[LegNote, ...]


def is_tired(legs: PlannedThing, runs: Sequence[PlannedThing]) -> bool:
    """Tell whether a leg day comes so soon after a hard or long run that strength suffers."""
    return any(
        run.item.run in HARD_OR_LONG and 0.0 <= (legs.start - run.end) / HOUR < TIRED_HOURS
        for run in runs
    )


def is_crowded(first: PlannedThing, second: PlannedThing) -> bool:
    """Tell whether two leg days, in order of time, are close together."""
    return (second.start - first.end) / HOUR < CROWDED_HOURS
