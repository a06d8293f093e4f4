"""Delivery figures for the operator: the queue now, and the outcomes of the last 24 hours (R33)."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.store.engine.conversions import maybe, moment, seconds
from bot.store.engine.database import Steps

WAITING = """
SELECT count(*) AS waiting, min(due_at) AS oldest FROM reminders
WHERE state = 'open' AND wake_at <= $1
"""

LAST_DAY = """
SELECT state, reason, count(*) AS how_many,
    sum(CASE WHEN sent_at > due_at + 300 THEN 1 ELSE 0 END) AS late
FROM (SELECT * FROM reminders ORDER BY reminder_id DESC LIMIT 200000) AS latest
WHERE state IN ('sent', 'skipped', 'given_up') AND due_at > $1
GROUP BY state, reason
"""

VERSION = "SELECT max(version) AS version FROM schema_migrations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """How many reminders are overdue, and when the oldest was due."""

    waiting: int = 0
    oldest: datetime | None = None
    schema: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """Outcomes of the last 24 hours; ``why`` counts those not sent, by reason."""

    sent: int = 0
    late: int = 0  # of these, by more than five minutes
    skipped: int = 0
    given_up: int = 0
    why: Counter[str] = field(default_factory=Counter)


def queue(now: datetime) -> Steps[Queue]:
    """Count overdue reminders, by the partial index of open ones."""
    row = (yield WAITING, (seconds(now),))[0]
    schema = (yield VERSION, ())[0]["version"]
    return Queue(waiting=row["waiting"], oldest=maybe(moment, row["oldest"]), schema=schema)


def last_day(now: datetime) -> Steps[LastDay]:
    """Count the outcomes of 24 hours, of the latest 200,000 reminders: a look takes a second."""
    ended: Counter[str] = Counter()
    why: Counter[str] = Counter()
    late = 0
    for row in (yield LAST_DAY, (seconds(now - timedelta(days=1)),)):
        ended[row["state"]] += row["how_many"]
        late += row["late"] or 0
        if row["state"] != "sent":
            why[row["reason"] or "unknown"] += row["how_many"]
    return LastDay(
        sent=ended["sent"],
        late=late,
        skipped=ended["skipped"],
        given_up=ended["given_up"],
        why=why,
    )
