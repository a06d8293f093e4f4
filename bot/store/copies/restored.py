"""After a restore: reminders sent since the backup are unknown, so overdue ones are in doubt.

Whatever has fallen due since may have come already, so it is looked for before it is sent. And an
id that was given away since must not be given to another reminder: a message would be taken for it.
"""

from datetime import datetime

from bot.store.engine.conversions import seconds
from bot.store.engine.database import Steps

IDS_A_SECOND = 1_000  # more than are given away: ids from the clock are beyond all earlier ones

# Columns of the first schema only: a backup may be of any, and is migrated when it is opened.
MARK = """
UPDATE reminders SET first_attempt_at = due_at, attempts = attempts + 1, claimed_at = NULL
WHERE state = 'open' AND due_at <= $1 AND first_attempt_at IS NULL
RETURNING reminder_id
"""

COUNTED = """
SELECT name FROM sqlite_master
WHERE type = 'table' AND name IN ('reminders', 'deliveries')
"""

FORGET_LAST_ID = "DELETE FROM sqlite_sequence WHERE name = $1 AND seq < $2"

SET_LAST_ID = """
INSERT INTO sqlite_sequence (name, seq)
SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = $1)
"""


def mark_in_doubt(now: datetime) -> Steps[int]:
    """Mark overdue reminders as in doubt and start new ids; return how many.

    For a restore, once, before the database is delivered from; ``now`` is when that happens.
    """
    marked = yield MARK, (seconds(now),)
    last = seconds(now) * IDS_A_SECOND
    for table in (yield COUNTED, ()):
        yield FORGET_LAST_ID, (table["name"], last)
        yield SET_LAST_ID, (table["name"], last)
    return len(marked)
