"""Storing what a member told of their health: one row each, deleted when it is cleared."""

from bot.domain.facts.about_me import Condition, ToldHealth
from bot.domain.facts.training import Region
from bot.store.engine.conversions import maybe, moment, seconds
from bot.store.engine.database import Row, Statement

ABOUT_ME = """
SELECT agreed_at, pregnant, heart_or_kidney, statin, recent_injection, physio_plan, born_at,
    healing_place
FROM about_me WHERE member_id = $1
"""

PUT_ABOUT_ME = """
INSERT INTO about_me (
    member_id, agreed_at, pregnant, heart_or_kidney, statin, recent_injection, physio_plan,
    born_at, healing_place
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (member_id) DO UPDATE SET
    agreed_at = excluded.agreed_at, pregnant = excluded.pregnant,
    heart_or_kidney = excluded.heart_or_kidney, statin = excluded.statin,
    recent_injection = excluded.recent_injection, physio_plan = excluded.physio_plan,
    born_at = excluded.born_at, healing_place = excluded.healing_place
"""

DROP_ABOUT_ME = "DELETE FROM about_me WHERE member_id = $1"

COLUMNS = (
    Condition.PREGNANT,
    Condition.HEART_OR_KIDNEY,
    Condition.STATIN,
    Condition.RECENT_INJECTION,
    Condition.PHYSIO_PLAN,
)


def put(member_id: int, health: ToldHealth) -> Statement:
    """Return the statement that keeps what was told, or deletes the row where nothing is agreed."""
    if health.agreed_at is None:
        return DROP_ABOUT_ME, (member_id,)
    return PUT_ABOUT_ME, (
        member_id,
        seconds(health.agreed_at),
        *(int(each in health.conditions) for each in COLUMNS),
        maybe(seconds, health.born_at),
        health.healing_place,
    )


def health(row: Row) -> ToldHealth:
    """Return what was told, from its row."""
    return ToldHealth(
        agreed_at=moment(row["agreed_at"]),
        conditions=frozenset(each for each in Condition if row[each.value]),
        born_at=maybe(moment, row["born_at"]),
        healing_place=maybe(Region, row["healing_place"]),
    )
