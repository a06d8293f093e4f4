"""Storing what was learnt about a member: one row each."""

from bot.domain.facts.learned import Latest, Learning, Occasion, Source
from bot.store.engine.database import Row, Value

LEARNING = """
SELECT is_on, theta, variance, logs, last_session, last_day, last_source, last_theta, last_variance
FROM learning WHERE member_id = $1
"""

PUT_LEARNING = """
INSERT INTO learning (
    member_id, is_on, theta, variance, logs, last_session, last_day, last_source, last_theta,
    last_variance
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (member_id) DO UPDATE SET
    is_on = excluded.is_on, theta = excluded.theta, variance = excluded.variance,
    logs = excluded.logs, last_session = excluded.last_session, last_day = excluded.last_day,
    last_source = excluded.last_source, last_theta = excluded.last_theta,
    last_variance = excluded.last_variance
"""


def learning_values(member_id: int, learning: Learning) -> tuple[Value, ...]:
    """Return what was learnt as columns, in the order of the table."""
    last = learning.last
    return (
        member_id,
        int(learning.on),
        learning.theta,
        learning.variance,
        learning.count,
        *((None,) * 5 if last is None else last_values(last)),
    )


def last_values(last: Latest) -> tuple[Value, ...]:
    """Return the last thing learnt from as columns."""
    source = last.source.name.lower()
    return last.occasion.session, last.occasion.day, source, last.theta, last.variance


def learning(row: Row) -> Learning:
    """Return what was learnt, from its row."""
    last = None
    if row["last_session"] is not None:
        last = Latest(
            occasion=Occasion(session=row["last_session"], day=row["last_day"]),
            source=Source[row["last_source"].upper()],
            theta=row["last_theta"],
            variance=row["last_variance"],
        )
    return Learning(
        theta=row["theta"],
        variance=row["variance"],
        count=row["logs"],
        on=row["is_on"] == 1,
        last=last,
    )
