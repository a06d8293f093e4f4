"""What a member told of their health in their profile, agreed to on its own; it is all optional."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.facts.training import Region

BIRTH_MATTERS = timedelta(weeks=104)


class Condition(StrEnum):
    """What is so or is not."""

    PREGNANT = "pregnant"
    HEART_OR_KIDNEY = "heart_or_kidney"
    STATIN = "statin"
    RECENT_INJECTION = "recent_injection"
    PHYSIO_PLAN = "physio_plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldHealth:
    """What was told of somebody's health."""

    agreed_at: datetime | None = None  # when its own words of consent were agreed to
    conditions: frozenset[Condition] = frozenset()
    # About when a child was born: the weeks since count on by themselves.
    born_at: datetime | None = None
    healing_place: Region | None = None

    @property
    def is_told(self) -> bool:
        """Whether anything is told."""
        return bool(self.conditions) or (self.born_at, self.healing_place) != (None, None)

    def weeks_since_birth(self, now: datetime) -> float | None:
        """Return the weeks since a birth, as long as it matters."""
        if self.born_at is None or now - self.born_at > BIRTH_MATTERS:
            return None
        return max(timedelta(), now - self.born_at) / timedelta(weeks=1)
