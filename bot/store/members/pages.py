"""Pages of a member's history: leg days, or runs, newest first."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Generic, TypeVar

from bot.domain.facts.history import HistoryPage
from bot.domain.facts.settings import DistanceUnit, MassUnit
from bot.domain.facts.training import LegSession, Run
from bot.domain.reading import zones
from bot.store.engine import rows
from bot.store.engine.conversions import maybe, seconds
from bot.store.engine.database import Row, Steps
from bot.store.members.context import COUNT_SESSIONS, LATEST_RUNS, LATEST_SESSIONS

E = TypeVar("E")

SESSIONS_PAGE = LATEST_SESSIONS + " OFFSET $3"

NEWER_SESSIONS = """
SELECT count(*) AS newer FROM leg_sessions
WHERE member_id = $1 AND (ended_at, session_id) >= ($2, $3)
"""

RUNS_PAGE = LATEST_RUNS + " OFFSET $3"

NEWER_RUNS = """
SELECT count(*) AS newer FROM runs WHERE member_id = $1 AND (ended_at, run_id) >= ($2, $3)
"""

COUNT_RUNS = "SELECT count(*) AS total FROM runs WHERE member_id = $1"

# The units that entries are shown in, and the zone of their clock: else the server's.
MEMBER = """
SELECT mass_unit, distance_unit,
    coalesce(zone, (SELECT zone FROM guilds WHERE guild_id = $2)) AS zone
FROM members WHERE member_id = $1
"""


@dataclass(frozen=True, slots=True)
class EntryStatements(Generic[E]):
    """The statements that read leg days, or runs, and what makes an entry of a row."""

    count: str
    newer: str  # counts the entries that a cursor leaves out
    page: str
    entry: Callable[[Row], E]


SESSIONS: EntryStatements[LegSession] = EntryStatements(
    COUNT_SESSIONS, NEWER_SESSIONS, SESSIONS_PAGE, rows.leg_session
)
RUNS: EntryStatements[Run] = EntryStatements(COUNT_RUNS, NEWER_RUNS, RUNS_PAGE, rows.run)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody stands in a list of pages: at a page, 0 the newest, or before an entry.

    ``before`` is the end and id of an entry: the cursor that older messages hold.
    """

    page: int = 0
    before: tuple[datetime, int] | None = None


NEWEST = Place()


def page_of(
    read: EntryStatements[E], member_id: int, guild_id: int | None, place: Place, limit: int
) -> Steps[HistoryPage[E]]:
    """Read a page, and count all entries. One beyond the last page is the last."""
    total: int = (yield read.count, (member_id,))[0]["total"]
    pages = max(1, -(-total // limit))
    if place.before is None:
        page = min(place.page, pages - 1)
        skipped = page * limit
    else:
        at, entry_id = place.before
        skipped = (yield read.newer, (member_id, seconds(at), entry_id))[0]["newer"]
        page = min(skipped // limit, pages - 1)
    found = yield read.page, (member_id, limit, skipped)
    shown = HistoryPage(entries=tuple(map(read.entry, found)), total=total, page=page, pages=pages)
    for member in (yield MEMBER, (member_id, guild_id)):
        shown = replace(
            shown,
            mass_unit=MassUnit(member["mass_unit"]),
            distance_unit=DistanceUnit(member["distance_unit"]),
            zone=maybe(zones.zone, member["zone"]) or UTC,
        )
    return shown
