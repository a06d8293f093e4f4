"""What a weekly digest of the largest group costs, and how long others' writes wait beside it."""

import asyncio
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from datetime import time as wall
from pathlib import Path
from statistics import median

from bot.clock import SystemClock
from bot.domain.facts.digest import DigestFacts
from bot.domain.facts.occurrences import Claim
from bot.domain.facts.settings import Kind, Post, Where
from bot.domain.group.board import MOST_ON_BOARD
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Statement
from bot.store.groups.memberships import JOIN
from bot.store.members.boards import JOIN as JOIN_BOARD
from bot.store.plans.plans import ADD_ITEM, PUT_PLAN
from bot.store.store import Store
from tests.benchmarks.filling import Log, fill, opened, write
from tests.benchmarks.noop import TOUCH
from tests.benchmarks.results import Row, Target, percentile

GUILD = 1
FIRST = 1_000  # member id
PLANNED_FOR = timedelta(days=10)  # one week is to be closed, as every week
A_MONTH = Log(sessions=12, runs=8, reports=6)
BETWEEN = 0.002  # seconds between two writes beside it
CALM = 300  # writes


async def digest(folder: Path, *, quick: bool) -> list[Row]:
    """Measure a digest that closes everybody's last week, and another beside others' writes.

    By the CPU time of this process: it judges in a thread, and nobody waits for it.
    """
    took, wall_s, waited, calm = [], [], [], []
    for number in range(2 if quick else 5):
        where = folder / str(number)
        where.mkdir()
        await fill(where, range(FIRST, FIRST + MOST_ON_BOARD), A_MONTH)
        await write(where, _group(SystemClock().now()))
        async with opened(where) as store:
            calm.append(median([await _write(store) for _ in range(CALM)]) * 1e3)
            began, cpu = time.perf_counter(), time.process_time()
            await _complete(store)
            took.append(time.process_time() - cpu)
            wall_s.append(time.perf_counter() - began)
            waited.append(await _beside_writes(store))
    middle = [median(waits) * 1e3 for waits in waited]
    worst = [percentile(waits, 0.99) * 1e3 for waits in waited]
    return [
        _row(f"a weekly digest of {MOST_ON_BOARD} members, CPU", took, 3, "s", took=median(wall_s)),
        _row("a write beside a weekly digest, p50", middle, 20, "ms", calm_ms=median(calm)),
        _row("a write beside a weekly digest, p99", worst, None, "ms"),
    ]


def _row(what: str, rounds: list[float], most: float | None, unit: str, **figures: float) -> Row:
    target = None if most is None else Target(value=most)
    return Row(what=what, rounds=rounds, unit=unit, target=target, figures=figures)


async def _beside_writes(store: Store) -> list[float]:
    """Complete a digest while somebody writes all the time; return the seconds of each write."""
    working, waits = asyncio.create_task(_complete(store)), []
    while not working.done():
        waits.append(await _write(store))
        await asyncio.sleep(BETWEEN)
    await working
    return waits


async def _complete(store: Store) -> None:
    claim = await store.boards.completed(_claim())
    if claim.digest is None or not claim.digest.whole:
        raise RuntimeError("the digest was not completed")


async def _write(store: Store) -> float:
    began = time.perf_counter()
    await store.database.execute(TOUCH, FIRST)
    return time.perf_counter() - began


def _group(now: datetime) -> Iterator[Statement]:
    """Yield a group in which all keep a plan of legs and runs and are on the board."""
    since = seconds(now - PLANNED_FOR)
    week = (("legs", 0b0010010, 1080), ("easy", 0b0000001, 420), ("long", 0b1000000, 540))
    for member_id in range(FIRST, FIRST + MOST_ON_BOARD):
        yield PUT_PLAN, (member_id, since, None, None)
        for number, (what, days, minute) in enumerate(week):
            item_id = member_id * 10 + number
            yield ADD_ITEM, (member_id, item_id, what, days, minute, 45, "ordinary", None)
        yield JOIN, (GUILD, member_id, seconds(now), 1)
        yield JOIN_BOARD, (GUILD, member_id, seconds(now))


def _claim() -> Claim:
    now = datetime.now(UTC)
    return Claim(
        reminder_id=1,
        kind=Kind.DIGEST,
        where=Where.CHANNEL,
        due_at=now,
        stale_at=now + timedelta(hours=12),
        attempt=1,
        first_attempt_at=now,
        variant=0,
        post=Post(
            post_id=1, guild_id=GUILD, channel_id=2, kind=Kind.DIGEST, at=wall(19), zone="UTC"
        ),
        digest=DigestFacts(),
    )
