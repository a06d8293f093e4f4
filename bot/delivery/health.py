"""Delivery's health figures for the operator's log (R33)."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from bot.delivery.rate_limit.limiter import Limiter
from bot.domain.facts.occurrences import Settlement
from bot.domain.facts.reminders import State
from bot.meters import Counted, Meters, Timed

LATENESS = {
    "1 s": timedelta(seconds=1),
    "5 s": timedelta(seconds=5),
    "1 min": timedelta(minutes=1),
    "5 min": timedelta(minutes=5),
}
LATER = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Counters since the start, and the present state."""

    ended: Counter[str]  # reminders by the state they ended in
    reasons: Counter[str]  # how many were skipped or given up, by why
    lateness: Counter[str]  # how many came how long after they were due, at most
    refused: Counter[int]  # Discord's answers of 401, 403 and 429, by status
    refused_lately: int  # the same in the last ten minutes, all together
    per_second: float  # requests that may leave in a second
    outage: bool  # whether the circuit is open

    def __str__(self) -> str:
        parts = [
            f"ended: {told(self.ended)}",
            f"not sent: {told(self.reasons)}",
            f"late by at most: {told(self.lateness)}",
            f"refused: {told(self.refused)} ({self.refused_lately} in 10 min)",
            f"{self.per_second:.1f} requests/s",
        ]
        return "; ".join([*parts, *(["circuit open"] if self.outage else [])])


class Tally:
    """Counts what became of reminders since the start; fields as those of ``Health``."""

    def __init__(self) -> None:
        self.ended: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.lateness: Counter[str] = Counter()

    def settled(self, outcome: Settlement, meters: Meters) -> None:
        """Count an outcome that the store took."""
        self.ended[str(outcome.state or "open")] += 1
        meters.count(Counted.REMINDERS, outcome.state or "open")
        if outcome.state in {State.SKIPPED, State.GIVEN_UP}:
            self.reasons[outcome.reason or "unknown"] += 1
        if outcome.missed:
            self.ended[str(State.SKIPPED)] += len(outcome.missed)
            meters.count(Counted.REMINDERS, State.SKIPPED, times=len(outcome.missed))

    def arrived(self, late: timedelta, meters: Meters) -> None:
        """Count a message that was sent so long after it was due."""
        self.lateness[bucket(late)] += 1
        meters.observe(Timed.LATENESS, late.total_seconds())

    def health(self, limiter: Limiter, *, outage: bool) -> Health:
        """Return the figures so far."""
        return Health(
            ended=self.ended.copy(),
            reasons=self.reasons.copy(),
            lateness=self.lateness.copy(),
            refused=limiter.invalid_requests.total.copy(),
            refused_lately=limiter.invalid_requests.recent(),
            per_second=limiter.per_second,
            outage=outage,
        )


def bucket(late: timedelta) -> str:
    """Return the histogram bucket of a lateness."""
    return next((name for name, longest in LATENESS.items() if late <= longest), LATER)


def told(counts: Counter[str] | Counter[int]) -> str:
    """Return counters as text, in the order they first came up."""
    return ", ".join(f"{name} {count}" for name, count in counts.items()) or "none"
