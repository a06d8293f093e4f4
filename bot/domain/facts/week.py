"""A member's training plan: the leg days and runs of a week that comes again."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from bot.domain.facts.training import RunKind

LEG_MINUTES: Final = 60  # of a leg day whose length was not said
PLAN_RUN_MINUTES: Final = 40  # of a run


class LegEffort(StrEnum):
    """How hard a planned leg day is to be."""

    LIGHT = "light"
    ORDINARY = "ordinary"
    HARD = "hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem:
    """A leg day or run at a time of day."""

    item_id: int  # of the interaction that made it: a retry is the same item
    at: time
    days: frozenset[int]  # weekdays, 0 = Monday
    run: RunKind | None = None  # ``None`` is a leg day, which alone has an effort
    minutes: int | None = None
    effort: LegEffort = LegEffort.ORDINARY
    once_on: date | None = None  # planned for that date alone

    @property
    def is_legs(self) -> bool:
        """Whether it is a leg day."""
        return self.run is None

    def is_on(self, day: date) -> bool:
        """Tell whether it is planned for a date."""
        return day.weekday() in self.days if self.once_on is None else day == self.once_on

    @property
    def lasts(self) -> int:
        """Its minutes, said or assumed."""
        if self.minutes is not None:
            return self.minutes
        return LEG_MINUTES if self.is_legs else PLAN_RUN_MINUTES


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPlan:
    """A member's week that comes again."""

    since: datetime | None = None  # when it was begun; ``None`` while there is none
    items: tuple[PlanItem, ...] = ()
    paused_from: date | None = None  # a local date, within the pause
    paused_until: date | None = None  # the last within it; ``None``: until resumed

    def is_paused(self, day: date) -> bool:
        """Tell whether a pause lasts on a date."""
        if self.paused_from is None or day < self.paused_from:
            return False
        return self.paused_until is None or day <= self.paused_until


NO_PLAN: Final = TrainingPlan()


class WeekState(StrEnum):
    """What became of a week that is over, from worst to best."""

    MISSED = "missed"
    NEUTRAL = "neutral"
    KEPT = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWeek:
    """A week, by its Monday: its planned things, how many were met, how many of those by rest."""

    monday: date
    planned: int
    met: int
    rested: int
    state: WeekState
