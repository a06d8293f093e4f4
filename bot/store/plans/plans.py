"""Storing a member's training plan: one row for the plan, one for each thing of its week."""

from collections.abc import Sequence
from datetime import date

from bot.domain.facts.training import RunKind
from bot.domain.facts.week import LegEffort, PlanItem, TrainingPlan
from bot.store.engine.conversions import mask, maybe, minute, moment, seconds, time_of_day, weekdays
from bot.store.engine.database import Many, Row, Steps, Value

LEGS = "legs"

PLAN = "SELECT since, paused_from, paused_until FROM plans WHERE member_id = $1"

ITEMS = """
SELECT item_id, what, days, at_minute, minutes, effort, once_on
FROM plan_items WHERE member_id = $1 ORDER BY at_minute, item_id
"""

PUT_PLAN = """
INSERT INTO plans (member_id, since, paused_from, paused_until) VALUES ($1, $2, $3, $4)
ON CONFLICT (member_id) DO UPDATE SET
    since = excluded.since, paused_from = excluded.paused_from,
    paused_until = excluded.paused_until
"""

DROP_ITEMS = "DELETE FROM plan_items WHERE member_id = $1"

ADD_ITEM = """
INSERT INTO plan_items (
    member_id, item_id, what, days, at_minute, minutes, effort, once_on
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


def put(member_id: int, kept: TrainingPlan) -> Steps[None]:
    """Replace a member's plan."""
    if kept.since is None:
        return
    paused_from = maybe(date.isoformat, kept.paused_from)
    paused_until = maybe(date.isoformat, kept.paused_until)
    yield PUT_PLAN, (member_id, seconds(kept.since), paused_from, paused_until)
    yield DROP_ITEMS, (member_id,)
    yield Many(ADD_ITEM, [_item_values(member_id, item) for item in kept.items])


def plan(row: Row, items: Sequence[Row]) -> TrainingPlan:
    """Return the plan of its row and its items' rows."""
    return TrainingPlan(
        since=moment(row["since"]),
        items=tuple(map(_item, items)),
        paused_from=maybe(date.fromisoformat, row["paused_from"]),
        paused_until=maybe(date.fromisoformat, row["paused_until"]),
    )


def _item(row: Row) -> PlanItem:
    return PlanItem(
        item_id=row["item_id"],
        at=time_of_day(row["at_minute"]),
        days=weekdays(row["days"]),
        run=None if row["what"] == LEGS else RunKind(row["what"]),
        minutes=row["minutes"],
        effort=LegEffort(row["effort"]),
        once_on=maybe(date.fromisoformat, row["once_on"]),
    )


def _item_values(member_id: int, item: PlanItem) -> tuple[Value, ...]:
    return (
        member_id,
        item.item_id,
        item.run or LEGS,
        mask(item.days),
        minute(item.at),
        item.minutes,
        item.effort,
        maybe(date.isoformat, item.once_on),
    )
