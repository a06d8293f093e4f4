"""A page of what a member logged."""

from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Generic, TypeVar

from bot.domain.facts.settings import DistanceUnit, MassUnit

E = TypeVar("E")


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage(Generic[E]):
    """A page of leg days or of runs, newest first, with the member's units and zone."""

    entries: tuple[E, ...]
    total: int  # of all pages
    mass_unit: MassUnit = MassUnit.KG
    distance_unit: DistanceUnit = DistanceUnit.KM
    zone: tzinfo = UTC
    page: int = 0  # 0 is the newest
    pages: int = 1
