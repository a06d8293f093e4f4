"""Pages of a member's runs, newest first."""

from dataclasses import dataclass

from bot.domain.facts.settings import DistanceUnit
from bot.domain.facts.training import Run
from bot.store.engine import rows
from bot.store.engine.database import Steps
from bot.store.members.pages import MEMBER, Place, span_of

RUNS_PAGE = """
SELECT member_id, ended_at, run_id, kind, minutes, distance_km, effort, felt, activity,
    descent, import_id
FROM runs WHERE member_id = $1
ORDER BY ended_at DESC, run_id DESC LIMIT $2 OFFSET $3
"""

NEWER_RUNS = """
SELECT count(*) AS newer FROM runs WHERE member_id = $1 AND (ended_at, run_id) >= ($2, $3)
"""

COUNT_RUNS = "SELECT count(*) AS runs FROM runs WHERE member_id = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPage:
    """A page of runs, newest first, and the member's unit and zone."""

    runs: tuple[Run, ...]
    total: int  # of all pages
    unit: DistanceUnit
    zone: str | None = None
    page: int = 0
    pages: int = 1


def run_history(member_id: int, guild_id: int | None, place: Place, limit: int) -> Steps[RunPage]:
    """Read a page of runs and count all of them."""
    total = (yield COUNT_RUNS, (member_id,))[0]["runs"]
    span = yield from span_of(member_id, place, limit, total=total, newer=NEWER_RUNS)
    found = yield RUNS_PAGE, (member_id, limit, span.skipped)
    member = yield MEMBER, (member_id, guild_id)
    return RunPage(
        runs=tuple(map(rows.run, found)),
        total=total,
        unit=DistanceUnit(member[0]["distance_unit"]) if member else DistanceUnit.KM,
        zone=member[0]["zone"] if member else None,
        page=span.page,
        pages=span.pages,
    )
