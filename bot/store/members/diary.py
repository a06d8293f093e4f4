"""Reading a member's diary: entries since a moment, in one read."""

from datetime import datetime

from bot.domain.decisions.diary import Diary
from bot.store.engine import rows
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Steps
from bot.store.plans import weeks

ZONE = """
SELECT coalesce(
    (SELECT zone FROM members WHERE member_id = $1),
    (SELECT zone FROM guilds WHERE guild_id = $2)
) AS zone
"""

SESSIONS_SINCE = rows.SESSIONS + "AND ended_at >= $2 ORDER BY ended_at"

EARLIER = """
SELECT ended_at FROM leg_sessions WHERE member_id = $1 AND ended_at < $2
ORDER BY ended_at DESC LIMIT 1
"""

RUNS_SINCE = rows.RUNS + "AND ended_at >= $2 ORDER BY ended_at"

REPORTS_SINCE = rows.REPORTS + "AND reported_at >= $2 ORDER BY reported_at"


def diary(member_id: int, guild_id: int | None, since: datetime) -> Steps[Diary]:
    """Read a member's entries since a moment, and their zone: their own, else the guild's."""
    zone = (yield ZONE, (member_id, guild_id))[0]["zone"]
    sessions = yield SESSIONS_SINCE, (member_id, seconds(since))
    earlier = yield EARLIER, (member_id, seconds(since))
    runs = yield RUNS_SINCE, (member_id, seconds(since))
    reports = yield REPORTS_SINCE, (member_id, seconds(since))
    kept = yield from weeks.read(member_id)
    return Diary(
        zone=zone,
        sessions=tuple(map(rows.leg_session, sessions)),
        runs=tuple(map(rows.run, runs)),
        reports=tuple(map(rows.report, reports)),
        earlier=bool(earlier),
        kept_weeks=kept,
    )
