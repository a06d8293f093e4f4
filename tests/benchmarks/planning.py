"""How long a week's plan takes to look at, at the limits of a plan and of a long log."""

import gc
import time
from datetime import UTC, date, datetime
from datetime import time as wall
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.facts.settings import Profile
from bot.domain.facts.training import RunKind
from bot.domain.facts.week import PlanItem
from bot.domain.recovery.question import AskedProfile, PastRun, PastSession, Question
from bot.domain.week.items import MOST_LEGS, MOST_PLANNED_RUNS
from bot.domain.week.planner import plan_week
from tests.benchmarks.results import Row, Target

MOST_MS = 30.0
TAKEN = 200  # times a number of leg days: the 99th of a hundred is not the worst of all
NOW = datetime(2026, 3, 2, 4, tzinfo=UTC)
KINDS = tuple(kind for kind in RunKind if kind is not RunKind.WALK)


async def planning(folder: Path, *, quick: bool) -> list[Row]:
    """Measure plans with as many runs as there may be, by the CPU time of this process."""
    takes = 20 if quick else TAKEN
    gc.collect()
    gc.freeze()  # as the bot does once it is ready
    return [_row(legs, takes) for legs in (2, 4, MOST_LEGS)]


def _row(legs: int, takes: int) -> Row:
    took = sorted(_milliseconds(legs) for _ in range(takes))
    return Row(
        what=f"/plan week: {legs} leg days and {MOST_PLANNED_RUNS} runs, p99",
        rounds=[took[round(0.99 * (len(took) - 1))]],
        unit="ms",
        target=Target(value=MOST_MS),
        figures={"p50_ms": took[len(took) // 2]},
    )


def _milliseconds(legs: int) -> float:
    items = [
        *(PlanItem(item_id=n, at=wall(18), days=frozenset({n})) for n in range(legs)),
        *(_run(n) for n in range(MOST_PLANNED_RUNS)),
    ]
    known = Question(
        leg_sessions=tuple(PastSession(hours_ago=20.0 + 48 * n, srpe=6.0) for n in range(5)),
        sessions_8wk=16,
        sessions_logged=60,
        recent_runs=tuple(PastRun(hours_ago=10 + 40 * n, minutes=40, srpe=4) for n in range(8)),
        profile=AskedProfile(lifting_months=12, longest_run=100, runs_per_week=4),
    )
    began = time.process_time()
    plan_week(
        items, known, Profile(), now=NOW, zone=ZoneInfo("Europe/Berlin"), first=date(2026, 3, 2)
    )
    return (time.process_time() - began) * 1e3


def _run(number: int) -> PlanItem:
    day, round_ = number % 7, number // 7
    return PlanItem(
        item_id=100 + number,
        at=wall(7 + 5 * round_),
        days=frozenset({day}),
        run=KINDS[number % len(KINDS)],
        minutes=45,
    )
