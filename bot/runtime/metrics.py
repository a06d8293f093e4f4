"""The bot's metrics, in the format that Prometheus and most monitors read.

Their names and labels are an interface: dashboards and alerts stand on them. No label holds an id.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Info,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from bot.config import VERSION
from bot.meters import Counted, Meters, Timed

COUNTERS = {
    Counted.COMMANDS: (
        ("command", "outcome"),
        "Commands, presses and forms, by how they ended: ok, refused, outdated, late, failed.",
    ),
    Counted.REMINDERS: (("state",), "Reminders that this process settled, by their state."),
    Counted.REQUESTS: (("status",), "Discord's answers to requests, by status."),
    Counted.IDENTIFIES: ((), "Gateway sessions begun."),
    Counted.STORE_RETRIES: (
        ("why",),
        "Transactions run again: contended (others were at the same rows), lost (the connection).",
    ),
}
HISTOGRAMS = {
    Timed.ANSWER: (
        (),
        (0.05, 0.1, 0.25, 0.5, 1, 2, 3),
        "From Discord's timestamp of a command, press or form to the first answer.",
    ),
    Timed.STORE: (
        ("kind",),
        (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 2),
        "Round trips to the database, by kind: read, write.",
    ),
    Timed.LATENESS: (
        (),
        (1, 5, 15, 60, 300, 1800),
        "How long after it was due a reminder was sent.",
    ),
    Timed.TURN_WAIT: (
        (),
        (0.01, 0.1, 1, 5, 15, 60, 300),
        "How long a request waited for its turn.",
    ),
    Timed.LOOP_LAG: (
        (),
        (0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30),
        "How much later than asked for the event loop turned, once a second.",
    ),
}
GAUGES = {
    "reminders_due": "Reminders that are due and open, of the whole bot.",
    "reminders_oldest_overdue_seconds": "How long ago the oldest of these was due.",
    "pace_per_second": "Requests that may leave in a second now.",
    "leader": "1 in the process that delivers and keeps house, 0 in the others.",
    "slot_shards": "Shards that this process serves; 0 in a standby.",
    "shards_connected": "Of these, those that are connected.",
    "guilds": "Servers of these shards.",
    "last_tick_seconds": "How long ago delivery got through last; 0 where it does not run.",
}


class Metrics(Meters):
    """Counts and times what the bot does, and writes the page that a monitor reads."""

    def __init__(self) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call] # of the library
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._counters = {
            what: Counter(f"legday_{what}", text, labels, registry=self._registry)
            for what, (labels, text) in COUNTERS.items()
        }
        self._histograms = {
            what: Histogram(
                f"legday_{what}_seconds", text, labels, buckets=buckets, registry=self._registry
            )
            for what, (labels, buckets, text) in HISTOGRAMS.items()
        }
        self._gauges = {
            name: Gauge(f"legday_{name}", text, registry=self._registry)
            for name, text in GAUGES.items()
        }
        self._connections = Gauge(
            "legday_store_connections",
            "Connections to PostgreSQL, by state: idle, busy.",
            ("state",),
            registry=self._registry,
        )
        self._build = Info("legday_build", "Version and schema.", registry=self._registry)

    def count(self, what: Counted, *labels: str, times: int = 1) -> None:
        """Count something."""
        counter = self._counters[what]
        (counter.labels(*labels) if labels else counter).inc(times)

    def observe(self, what: Timed, seconds: float, *labels: str) -> None:
        """Take note of how long something took; two clocks may make it less than nothing."""
        histogram = self._histograms[what]
        (histogram.labels(*labels) if labels else histogram).observe(max(0.0, seconds))

    def time(self, what: Timed, *labels: str) -> AbstractContextManager[object]:
        """Take note of how long the block takes."""
        histogram = self._histograms[what]
        return (histogram.labels(*labels) if labels else histogram).time()

    def page(
        self, figures: Mapping[str, float], connections: Mapping[str, int], schema: int | None
    ) -> bytes:
        """Return the metrics as text, with the present figures; those unknown are not a number."""
        for state, how_many in connections.items():
            self._connections.labels(state).set(how_many)
        for name, gauge in self._gauges.items():
            gauge.set(figures.get(name, float("nan")))
        self._build.info({"version": VERSION, "schema": str(schema or "")})
        return generate_latest(self._registry)
