"""Storing how past weeks were kept: each written once it is over, later lifted, never lowered."""

from collections.abc import Iterable
from datetime import date

from bot.domain.facts.week import KeptWeek, WeekState
from bot.store.engine.database import Row, Steps

OF_MEMBER = """
SELECT monday, planned, met, rested, state FROM plan_weeks WHERE member_id = $1 ORDER BY monday
"""

CLOSE = """
INSERT INTO plan_weeks (member_id, monday, planned, met, rested, state)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (member_id, monday) DO NOTHING
"""

LIFT = """
UPDATE plan_weeks SET met = CASE WHEN met < $3 THEN $3 ELSE met END,
    rested = CASE WHEN rested < $4 THEN $4 ELSE rested END, state = $5
WHERE member_id = $1 AND monday = $2
    AND (state = $5 OR state = 'missed' OR (state = 'neutral' AND $5 = 'kept'))
"""


def read(member_id: int) -> Steps[tuple[KeptWeek, ...]]:
    """Read a member's closed weeks, in order."""
    return tuple(map(week, (yield OF_MEMBER, (member_id,))))


def close(member_id: int, weeks: Iterable[KeptWeek]) -> Steps[None]:
    """Write weeks that are over; one that is written already stays as it is."""
    for week in weeks:
        values = (week.planned, week.met, week.rested, week.state)
        yield CLOSE, (member_id, week.monday.isoformat(), *values)


def lift(member_id: int, weeks: Iterable[KeptWeek]) -> Steps[None]:
    """Write closed weeks that became better; none is lowered, whatever they say."""
    for week in weeks:
        yield LIFT, (member_id, week.monday.isoformat(), week.met, week.rested, week.state)


def week(row: Row) -> KeptWeek:
    """Return the closed week of a row."""
    return KeptWeek(
        monday=date.fromisoformat(row["monday"]),
        planned=row["planned"],
        met=row["met"],
        rested=row["rested"],
        state=WeekState(row["state"]),
    )
