"""What PostgreSQL costs against a file: leg days logged, reminders claimed and settled, the next.

It is the server of the tests, on this machine, which does not wait for its disk.
"""

import asyncio
import sys
import time
from contextlib import AsyncExitStack
from datetime import timedelta
from itertools import count
from pathlib import Path
from statistics import median

from bot.clock import SystemClock
from bot.domain.facts.member import Change, Member
from bot.domain.facts.occurrences import Settlement
from bot.domain.facts.reminders import PlannedReminder, State
from bot.domain.facts.settings import Consent, Kind
from bot.domain.facts.training import LegSession
from bot.store.store import Store, open_store
from tests import postgres
from tests.benchmarks.results import Row, Target

KINDS = tuple(Kind)[:6]  # a plan
AT_ONCE = 48  # leg days
MEMBERS = 480  # who log in turn: nobody's rows become so many that they slow down the next round
BATCH = 100  # reminders, as delivery claims them
PACE = 48  # requests a second that Discord takes
FEW, MANY = 2_000, 200_000  # pending
PENDING = """
INSERT INTO reminders (
    member_id, session_id, kind, ordinal, due_at, stale_at, where_to, state, wake_at, attempts
) SELECT abs(number) % 48 + 1, number, 'hydrate', 1, CAST($1 AS BIGINT),
    CAST($1 AS BIGINT) + 90000, 'dm', 'open', CAST($1 AS BIGINT), 0
FROM generate_series(CAST($2 AS BIGINT), CAST($3 AS BIGINT)) AS number
"""
_numbers = count(1)


async def servers(folder: Path, *, quick: bool) -> list[Row]:
    """Measure a store on PostgreSQL and one in a file, in turn."""
    try:
        postgres.server_url()
    except SystemExit as missing:
        sys.stderr.write(f"PostgreSQL is not measured: {missing}\n")
        return []
    rounds, samples = (3, 100) if quick else (7, 400)
    clock = SystemClock()
    async with AsyncExitStack() as opened:
        url = await opened.enter_async_context(postgres.database())
        server = await opened.enter_async_context(open_store(url, clock=clock))
        file = f"sqlite:///{folder / 'legday.db'}"
        local = await opened.enter_async_context(open_store(file, clock=clock))
        both = (server, local)
        for store in both:  # connections are opened, statements prepared, and nobody is new
            await _at_once(store, MEMBERS)
        one = [[await _one_by_one(store, samples) for store in both] for _ in range(rounds)]
        many = [[await _at_once(store, samples) for store in both] for _ in range(rounds)]
        settled = [await _settled(server) for _ in range(rounds)]
        few = await _next_due(server, 1, FEW, rounds)
        lots = await _next_due(server, FEW + 1, MANY, rounds)
    return [
        Row(
            what="a leg day kept on PostgreSQL / in a file, p50",
            rounds=[on_server / in_file for on_server, in_file in one],
            unit="x",
            figures={"server_ms": median(on for on, _ in one) * 1e3},
        ),
        Row(
            what=f"leg days a second, {AT_ONCE} at once, on PostgreSQL / in a file",
            rounds=[on_server / in_file for on_server, in_file in many],
            unit="x",
            figures={"server_per_s": median(on for on, _ in many)},
        ),
        Row(
            what=f"reminders claimed and settled a second on PostgreSQL / {PACE} sent",
            rounds=[rate / PACE for rate in settled],
            unit="x",
            target=Target(value=10.0, at_least=True),
        ),
        Row(
            what=f"the next due of {MANY:,} / of {FEW:,} pending, on PostgreSQL",
            rounds=[of_lots / of_few for of_few, of_lots in zip(few, lots, strict=True)],
            unit="x",
            target=Target(value=1.5),
            figures={"many_ms": median(lots) * 1e3},
        ),
    ]


async def _log(store: Store) -> float:
    """Keep a leg day with its plan; return the seconds it took."""
    number, now = next(_numbers), SystemClock().now()
    due_at, stale_at = now + timedelta(days=1), now + timedelta(days=2)
    member_id = number % MEMBERS + 1
    change = Change(
        consent=Consent(version=1, given_at=now),
        session=LegSession(session_id=number, ended_at=now),
        plan=tuple(
            PlannedReminder(
                session_id=number, kind=kind, ordinal=1, due_at=due_at, stale_at=stale_at
            )
            for kind in KINDS
        ),
    )

    def decide(_: Member) -> tuple[Change, None]:
        return change, None

    began = time.perf_counter()
    await store.members.revise(member_id, None, now=now, decide=decide)
    return time.perf_counter() - began


async def _one_by_one(store: Store, samples: int) -> float:
    return median([await _log(store) for _ in range(samples)])


async def _at_once(store: Store, samples: int) -> float:
    """Return how many a second."""
    began = time.perf_counter()
    for _ in range(max(1, samples // AT_ONCE)):
        await asyncio.gather(*(_log(store) for _ in range(AT_ONCE)))
    return max(1, samples // AT_ONCE) * AT_ONCE / (time.perf_counter() - began)


async def _settled(store: Store) -> float:
    """Let some batches be due; return how many reminders a second are claimed and settled."""
    now = SystemClock().now()
    first = next(_numbers) * 1_000_000
    due_at = round(now.timestamp()) - 60
    await store.database.execute(PENDING, due_at, first, first + 10 * BATCH - 1)
    began, done = time.perf_counter(), 0
    while claims := await store.reminders.claim(now, lease=timedelta(minutes=2), limit=BATCH):
        sent = [
            Settlement(reminder_id=one.reminder_id, attempt=one.attempt, state=State.SENT)
            for one in claims
        ]
        done += len(await store.reminders.settle(sent, now))
    return done / (time.perf_counter() - began)


async def _next_due(store: Store, first: int, last: int, rounds: int) -> list[float]:
    """Let these be pending too; return how long it takes to find the next, round by round."""
    far = round(SystemClock().now().timestamp()) + 1_000_000
    await store.database.execute(PENDING, far, -last, -first)
    await store.database.make_room()
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        for _ in range(BATCH):
            await store.reminders.next_wake()
        taken.append((time.perf_counter() - began) / BATCH)
    return taken
