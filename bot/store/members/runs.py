"""Pages of a member's runs, newest first."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.facts.settings import DistanceUnit
from bot.domain.facts.training import Run
from bot.store.engine import rows
from bot.store.engine.database import Steps
from bot.store.engine.rows import seconds
from bot.store.members.context import LATEST_RUNS

RUNS_BEFORE = """
SELECT member_id, ended_at, run_id, kind, minutes, distance_km, effort, felt
FROM runs WHERE member_id = $1 AND (ended_at, run_id) < ($3, $4)
ORDER BY ended_at DESC, run_id DESC LIMIT $2
"""

COUNT_RUNS = "SELECT count(*) AS runs FROM runs WHERE member_id = $1"

UNIT = "SELECT distance_unit FROM members WHERE member_id = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPage:
    """A page of runs, newest first, and the member's unit; ``total`` counts all of them."""

    runs: tuple[Run, ...]
    total: int
    unit: DistanceUnit


def run_history(member_id: int, before: tuple[datetime, int] | None, limit: int) -> Steps[RunPage]:
    """Read a page of runs and count all of them."""
    if before is None:
        found = yield LATEST_RUNS, (member_id, limit)
    else:
        at, run_id = before
        found = yield RUNS_BEFORE, (member_id, limit, seconds(at), run_id)
    total = (yield COUNT_RUNS, (member_id,))[0]["runs"]
    units = yield UNIT, (member_id,)
    unit = DistanceUnit(units[0]["distance_unit"]) if units else DistanceUnit.KM
    return RunPage(runs=tuple(map(rows.run, found)), total=total, unit=unit)
