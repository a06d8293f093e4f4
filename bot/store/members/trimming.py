"""The most rows of each table that one member keeps: with a new one, the oldest beyond it go.

Of each table as many are kept as any answer, picture or list can use, and many more. So nobody's
rows slow down the others, and the file of their data stays one that Discord takes.
"""

from typing import Final

from bot.domain.facts.settings import (
    MOST_ANSWERS,
    MOST_IMPORTS,
    MOST_LEG_DAYS,
    MOST_REMINDERS,
    MOST_REPORTS,
    MOST_RUNS,
)
from bot.store.engine.database import Statement

MOST: Final = {
    "leg_sessions": MOST_LEG_DAYS,
    "runs": MOST_RUNS,
    "imports": MOST_IMPORTS,
    "reports": MOST_REPORTS,
    "answers": MOST_ANSWERS,
    "reminders": MOST_REMINDERS,
}

# Reports that stand until taken back stay, however old; ``context`` reads them beyond a month.
# Open reminders stay too: only what is over makes room.
TRIM: Final = {
    "leg_sessions": """
DELETE FROM leg_sessions WHERE member_id = $1 AND (ended_at, session_id) <= (
    SELECT ended_at, session_id FROM leg_sessions WHERE member_id = $1
    ORDER BY ended_at DESC, session_id DESC LIMIT 1 OFFSET $2)
""",
    "runs": """
DELETE FROM runs WHERE member_id = $1 AND (ended_at, run_id) <= (
    SELECT ended_at, run_id FROM runs WHERE member_id = $1
    ORDER BY ended_at DESC, run_id DESC LIMIT 1 OFFSET $2)
""",
    "imports": """
DELETE FROM imports WHERE member_id = $1 AND import_id <= (
    SELECT import_id FROM imports WHERE member_id = $1
    ORDER BY import_id DESC LIMIT 1 OFFSET $2)
""",
    "reports": """
DELETE FROM reports WHERE member_id = $1 AND reported_at <= (
    SELECT reported_at FROM reports WHERE member_id = $1
    ORDER BY reported_at DESC LIMIT 1 OFFSET $2)
AND reported_at NOT IN (
    SELECT coalesce(max(reported_at), 0) FROM reports WHERE member_id = $1 AND pain IS NOT NULL
    UNION SELECT coalesce(max(reported_at), 0) FROM reports
        WHERE member_id = $1 AND illness IS NOT NULL
    UNION SELECT coalesce(max(reported_at), 0) FROM reports
        WHERE member_id = $1 AND stop_sign IS NOT NULL)
""",
    "answers": """
DELETE FROM answers WHERE member_id = $1 AND (asked_at, answer_id) <= (
    SELECT asked_at, answer_id FROM answers WHERE member_id = $1
    ORDER BY asked_at DESC, answer_id DESC LIMIT 1 OFFSET $2)
""",
    "reminders": """
DELETE FROM reminders WHERE member_id = $1 AND state <> 'open' AND due_at <= (
    SELECT due_at FROM reminders WHERE member_id = $1
    ORDER BY due_at DESC LIMIT 1 OFFSET $2)
""",
}


def trim(table: str, member_id: int) -> Statement:
    """Return the statement that deletes a member's oldest rows beyond the most that are kept."""
    return TRIM[table], (member_id, MOST[table])
