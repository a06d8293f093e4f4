"""Pages of a member's leg sessions, newest first."""

from dataclasses import dataclass

from bot.domain.facts.settings import MassUnit
from bot.domain.facts.training import LegSession
from bot.store.engine import rows
from bot.store.engine.database import Steps
from bot.store.members.context import COUNT_SESSIONS
from bot.store.members.pages import MEMBER, Place, span_of

SESSIONS_PAGE = """
SELECT member_id, ended_at, session_id, effort, minutes, focus, exercises, new_exercise, newness,
    note, import_id
FROM leg_sessions WHERE member_id = $1
ORDER BY ended_at DESC, session_id DESC LIMIT $2 OFFSET $3
"""

NEWER_SESSIONS = """
SELECT count(*) AS newer FROM leg_sessions
WHERE member_id = $1 AND (ended_at, session_id) >= ($2, $3)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPage:
    """A page of sessions, newest first, and the member's unit and zone."""

    sessions: tuple[LegSession, ...]
    total: int  # of all pages
    unit: MassUnit
    zone: str | None = None
    page: int = 0
    pages: int = 1


def history(member_id: int, guild_id: int | None, place: Place, limit: int) -> Steps[SessionPage]:
    """Read a page of sessions and count all of them."""
    total = (yield COUNT_SESSIONS, (member_id,))[0]["sessions"]
    span = yield from span_of(member_id, place, limit, total=total, newer=NEWER_SESSIONS)
    found = yield SESSIONS_PAGE, (member_id, limit, span.skipped)
    member = yield MEMBER, (member_id, guild_id)
    return SessionPage(
        sessions=tuple(map(rows.leg_session, found)),
        total=total,
        unit=MassUnit(member[0]["mass_unit"]) if member else MassUnit.KG,
        zone=member[0]["zone"] if member else None,
        page=span.page,
        pages=span.pages,
    )
