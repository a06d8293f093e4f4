"""Delivery's health figures for the operator's log (R33)."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

LATENESS = {
    "1 s": timedelta(seconds=1),
    "5 s": timedelta(seconds=5),
    "1 min": timedelta(minutes=1),
    "5 min": timedelta(minutes=5),
}
LATER = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Counters since the start, and the present state.

    Attributes:
        ended: reminders by the state they ended in.
        reasons: how many were skipped or given up, by why.
        lateness: how many came how long after they were due, at most.
        refused: Discord's answers of 401, 403 and 429, by status.
        refused_lately: the same in the last ten minutes, all together.
        per_second: requests that may leave in a second.
        outage: whether the circuit is open.
    """

    ended: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    lateness: Counter[str] = field(default_factory=Counter)
    refused: Counter[int] = field(default_factory=Counter)
    refused_lately: int = 0
    per_second: float = 0.0
    outage: bool = False

    def __str__(self) -> str:
        parts = [
            f"ended: {told(self.ended)}",
            f"not sent: {told(self.reasons)}",
            f"late by at most: {told(self.lateness)}",
            f"refused: {told(self.refused)} ({self.refused_lately} in 10 min)",
            f"{self.per_second:.1f} requests/s",
        ]
        return "; ".join([*parts, *(["circuit open"] if self.outage else [])])


def bucket(late: timedelta) -> str:
    """Return the histogram bucket of a lateness."""
    return next((name for name, longest in LATENESS.items() if late <= longest), LATER)


def told(counts: Counter[str] | Counter[int]) -> str:
    """Return counters as text, in the order they first came up."""
    return ", ".join(f"{name} {count}" for name, count in counts.items()) or "none"
