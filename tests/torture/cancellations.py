"""G20: tasks cancelled at whatever await of the store they have come to.

Several people's commands and the delivery engine use one store at once; each task is cancelled
after so many turns of the event loop, or so much time, drawn from the seed. Afterwards no
connection is inside a transaction, the store takes a change at once, everybody's leg day is there
with its whole plan or not at all, and what somebody was told is kept, or deleted, is.
"""

import asyncio
import random
import sqlite3
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path

from bot.clock import SystemClock
from bot.domain.facts.member import Change, Member
from bot.domain.facts.occurrences import Settlement
from bot.domain.facts.reminders import PlannedReminder, State
from bot.domain.facts.settings import Consent, Kind, ReminderSettings
from bot.domain.facts.training import LegSession
from bot.store.engine.sqlite import Sqlite
from bot.store.store import Store, open_store
from tests.torture.check import Check, Outcome
from tests.torture.scene import FOLDER

AT_ONCE = 4  # tasks of a schedule
TURNS = 10  # of the event loop, at most, until a task is cancelled
KINDS = (Kind.HYDRATE, Kind.SLEEP)
LEASE = timedelta(minutes=2)
HOUR = timedelta(hours=1)
AT_A_TIME = 50  # schedules that share a store
PATIENCE = 5.0  # seconds
BY_TIME = 0.7  # of all tasks are cancelled then
LASTS = 0.005  # seconds; a task that waits for others
Rows = tuple[int, ...]
NOTHING: Rows = (0, 0, 0)  # of members, leg_sessions, reminders
WHOLE: Rows = (1, 1, len(KINDS))


@dataclass(slots=True)
class Ledger:
    """A store's people, by what they tried and what they were told."""

    store: Store
    clock: SystemClock
    rng: random.Random
    logging: set[int] = field(default_factory=set)
    logged: set[int] = field(default_factory=set)
    deleting: set[int] = field(default_factory=set)
    deleted: set[int] = field(default_factory=set)

    async def log(self, person: int) -> None:
        """Let somebody new log a leg day with its plan."""
        self.logging.add(person)
        change = leg_day(person, self.clock)

        def decide(_member: Member) -> tuple[Change, None]:
            return change, None

        members = self.store.members
        await members.revise(person, None, now=self.clock.now(), decide=decide)
        self.logged.add(person)

    async def delete(self, person: int) -> None:
        """Delete all that is held on somebody."""
        self.deleting.add(person)
        await self.store.members.delete(person)
        self.deleted.add(person)

    async def deliver(self, _person: int) -> None:
        """Claim what is due in an hour and settle it, as the engine does."""
        then = self.clock.now() + HOUR
        claims = await self.store.reminders.claim(then, lease=LEASE, limit=3)
        sent = [
            Settlement(reminder_id=one.reminder_id, attempt=one.attempt, state=State.SENT)
            for one in claims
        ]
        await self.store.reminders.settle(sent, then)

    async def look(self, person: int) -> None:
        """Read as commands do."""
        await self.store.members.context(person, None)
        await self.store.members.export(person)

    async def stop(self, person: int) -> None:
        """Switch somebody's reminders off."""
        await self.store.reminders.stop(person)

    async def judged(self, path: Path) -> list[str]:
        """Return what is wrong with the store and with what is kept of people."""
        wrong = [f"{one} kept a transaction open" for one in await _in_transaction(self.store)]
        try:
            async with asyncio.timeout(PATIENCE):
                await self.store.meta.set("still", "writes")
        except TimeoutError:
            wrong.append("a lock was left held")
        kept = held(path)
        for person in self.logging:
            may_be = {kept[person]} & self._may_be(person)
            wrong += [] if may_be else [f"person {person} has {kept[person]} rows"]
        return wrong

    def _may_be(self, person: int) -> set[Rows]:
        if person in self.deleted:
            return {NOTHING}
        kept = {WHOLE} if person in self.logged else {NOTHING, WHOLE}
        return kept | {NOTHING} if person in self.deleting else kept


async def cancelled(seed: int, cases: int) -> Outcome:
    """Try so many schedules, on a new store every now and then."""
    rng = random.Random(seed)  # noqa: S311
    faults: list[str] = []
    cut = 0
    for first in range(0, cases, AT_A_TIME):
        with tempfile.TemporaryDirectory(prefix="cancel-", dir=FOLDER) as folder:
            path, clock = Path(folder) / "legday.db", SystemClock()
            async with open_store(f"sqlite:///{path}", clock=clock) as store:
                ledger, people = Ledger(store, clock, rng), count(1)
                for _ in range(first, min(cases, first + AT_A_TIME)):
                    cut += await _schedule(ledger, people)
                wrong = await ledger.judged(path)
                faults += [f"schedules from {first}: {one}" for one in wrong]
    return Outcome(cases=cases, faults=tuple(faults), note=f"{cut} tasks cut off")


async def _schedule(ledger: Ledger, people: "count[int]") -> int:
    """Run some tasks at once and cancel each; return how many were still running."""
    rng, known = ledger.rng, sorted(ledger.logging) or [0]
    others = (ledger.delete, ledger.deliver, ledger.look, ledger.stop)
    running = [asyncio.create_task(ledger.log(next(people)))]
    for job in rng.choices((ledger.log, *others), weights=(6, 1, 3, 3, 1), k=AT_ONCE - 1):
        person = next(people) if job == ledger.log else rng.choice(known)
        running.append(asyncio.create_task(job(person)))
    ends = (_cancel(task, rng) for task in running)
    cut = sum(await asyncio.gather(*ends))
    for ended in await asyncio.gather(*running, return_exceptions=True):
        if isinstance(ended, Exception):
            raise ended
    return cut


async def _cancel(task: asyncio.Task[None], rng: random.Random) -> bool:
    """Cancel a task some turns of the event loop from now, or some time; return if it still ran."""
    turns, seconds = rng.randint(0, TURNS), rng.uniform(0.0, LASTS)
    if rng.random() < BY_TIME:
        await asyncio.sleep(seconds)
    else:
        for _ in range(turns):
            await asyncio.sleep(0)
    return task.cancel()


async def _in_transaction(store: Store) -> list[str]:
    database = store.database
    assert isinstance(database, Sqlite)
    found = []
    for name, connection in (("writer", database._writer), ("reader", database._reader)):
        if await connection.run(lambda raw: raw.in_transaction):
            found.append(f"the {name}")
    return found


def held(path: Path) -> dict[int, Rows]:
    """Return each person's rows of members, leg_sessions and reminders, read from the file."""
    raw = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        tables = [
            Counter(person for (person,) in raw.execute(f"SELECT member_id FROM {table}"))  # noqa: S608
            for table in ("members", "leg_sessions", "reminders")
        ]
    finally:
        raw.close()
    people = set().union(*tables)
    return defaultdict(
        lambda: NOTHING, {one: tuple(table[one] for table in tables) for one in people}
    )


def leg_day(person: int, clock: SystemClock) -> Change:
    """Return somebody's first leg day, with consent and a plan."""
    now = clock.now()
    plan = (
        PlannedReminder(
            session_id=person,
            kind=kind,
            ordinal=1,
            due_at=now + HOUR,
            stale_at=now + 2 * HOUR,
        )
        for kind in KINDS
    )
    return Change(
        consent=Consent(version=1, given_at=now),
        reminders=ReminderSettings(on=True),
        session=LegSession(session_id=person, ended_at=now),
        plan=tuple(plan),
    )


CANCELLATIONS = Check(
    goal="G20",
    name="tasks cancelled at every await of the store",
    run=cancelled,
    full=5_000,
    cut=150,
)
