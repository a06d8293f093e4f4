"""Imports: entries of a file kept together, and removed together."""

from bot.domain.facts.imports import Import, NewImport
from bot.domain.facts.settings import MOST_IMPORTS
from bot.store.engine import rows
from bot.store.engine.conversions import moment, seconds
from bot.store.engine.database import Steps
from bot.store.members.personal import count_rows
from bot.store.members.trimming import trim
from bot.store.reminders import plan

PUT_IMPORT = """
INSERT INTO imports (member_id, import_id, source, made_at, leg_days, runs)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (member_id, import_id) DO NOTHING
"""

# Their ids are made of what they are: a repeated press brings the same rows.
ADD_SESSION = rows.ADD_SESSION + "ON CONFLICT DO NOTHING"
ADD_RUN = rows.ADD_RUN + "ON CONFLICT DO NOTHING"

PLANNED_SESSIONS = """
SELECT DISTINCT session_id FROM reminders WHERE member_id = $1 AND session_id IN (
    SELECT session_id FROM leg_sessions WHERE member_id = $1 AND import_id = $2)
"""

REMOVE_SESSIONS = "DELETE FROM leg_sessions WHERE member_id = $1 AND import_id = $2"
REMOVE_RUNS = "DELETE FROM runs WHERE member_id = $1 AND import_id = $2"
REMOVE_IMPORT = "DELETE FROM imports WHERE member_id = $1 AND import_id = $2"

LAST_IMPORTS = """
SELECT import_id, source, made_at, leg_days, runs FROM imports WHERE member_id = $1
ORDER BY import_id DESC LIMIT $2
"""


def put(member_id: int, new: NewImport) -> Steps[None]:
    """Keep an import and its entries."""
    counts = (len(new.sessions), len(new.runs))
    yield PUT_IMPORT, (member_id, new.import_id, new.source, seconds(new.made_at), *counts)
    for session in new.sessions:
        yield ADD_SESSION, rows.session_values(member_id, session)
    for run in new.runs:
        yield ADD_RUN, rows.run_values(member_id, run)
    yield trim("leg_sessions", member_id)
    yield trim("runs", member_id)
    yield trim("imports", member_id)


def remove(member_id: int, import_id: int) -> Steps[None]:
    """Remove an import with those of its entries that nobody edited, and their plan."""
    for row in (yield PLANNED_SESSIONS, (member_id, import_id)):
        yield from plan.forget_session(member_id, row["session_id"])
    yield REMOVE_SESSIONS, (member_id, import_id)
    yield REMOVE_RUNS, (member_id, import_id)
    yield REMOVE_IMPORT, (member_id, import_id)


def last_imports(member_id: int) -> Steps[tuple[Import, ...]]:
    """Read a member's imports, the newest first."""
    found = yield LAST_IMPORTS, (member_id, MOST_IMPORTS)
    return tuple(
        Import(
            import_id=row["import_id"],
            source=row["source"],
            made_at=moment(row["made_at"]),
            leg_days=row["leg_days"],
            runs=row["runs"],
        )
        for row in found
    )


def held(member_id: int) -> Steps[tuple[dict[str, int], tuple[Import, ...]]]:
    """Count every table's rows of a member, and read their imports."""
    counts = yield from count_rows(member_id)
    imports = (yield from last_imports(member_id)) if counts["imports"] else ()
    return counts, imports
