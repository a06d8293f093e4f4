"""G17: the disk is full, at two hundred different moments, and later has room again.

Leg days are logged and reminders are due on a database that may not grow any more. What was
acknowledged is kept with its whole plan, what was refused is not there in part, every reminder
comes once when there is room again, without a restart. A backup that finds no room leaves nothing
behind; a limit on a file's size stands for the disk's end there: both are a write that fails.
"""

import asyncio
import json
import random
import resource
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Unpack

from bot.clock import SystemClock
from bot.delivery import Delivery
from bot.domain.facts.member import Change, Member
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Consent, Kind
from bot.domain.facts.training import LegSession
from bot.sandbox import Sandbox
from bot.store.copies.backup import inspect
from bot.store.engine.errors import StoreError, StoreUnavailable
from bot.store.engine.sqlite import Sqlite
from bot.store.store import Store, open_store
from tests.torture import lives
from tests.torture.check import Check, Outcome
from tests.torture.nursery import Nursery
from tests.torture.promised import Ahead, Crowd
from tests.torture.scene import FOLDER, Scene, scene

BACK_UP, DELIVER = f"{__name__}:back_up", f"{__name__}:deliver"
MOST_PAGES = 12  # of room left; a leg day takes up to three
LOGS = 40  # that people try
REMINDED = 3
NOTE = "x" * 700
LOGGED = 1_000  # the first number of a leg day
BACKUPS, DELIVERIES = 0.25, 0.25  # of all cases
DMS = 12
ROOM = 30_000  # bytes of the log; a dozen reminders take some more
FULL_FOR = 0.3  # seconds
LIFE = timedelta(hours=12)


async def full(seed: int, cases: int) -> Outcome:
    """Fill so many disks."""
    rng = random.Random(seed)  # noqa: S311
    copies, deliveries = round(cases * BACKUPS), round(cases * DELIVERIES)
    async with Nursery(__name__, lives.__name__) as nursery:
        found = [await _logs(rng.randrange(2**31)) for _ in range(cases - copies - deliveries)]
        found += [await _deliveries(nursery, rng.randrange(ROOM)) for _ in range(deliveries)]
        wrong = [await _backup(nursery, rng.uniform(0.0, 0.99)) for _ in range(copies)]
    return Outcome(
        cases=cases,
        lost=sum(one.lost for one in found),
        doubled=sum(one.doubled for one in found),
        faults=(*(fault for one in found for fault in one.faults), *filter(None, wrong)),
        note=f"{sum(one.cases - 1 for one in found)} leg days refused, {copies} backups",
    )


async def _logs(seed: int) -> Outcome:
    """Log until the disk is full and beyond, while reminders are due; then make room."""
    async with scene(seed) as house:
        people = [await house.join(f"reminded{number}") for number in range(REMINDED)]
        for person in people:
            await house.promise(person, [house.now + timedelta(hours=1)], life=LIFE)
        house.start()
        await _limit(house.store, house.rng.randrange(MOST_PAGES))
        before = house.rng.randrange(LOGS)
        told = await _log(house, range(LOGGED, LOGGED + before))
        await house.wait(hours=1, minutes=1)
        told |= await _log(house, range(LOGGED + before, LOGGED + LOGS))
        await _limit(house.store, 10_000)
        await house.wait(hours=1)
        again = await _log(house, range(LOGGED + LOGS, LOGGED + LOGS + 1))
        faults = [] if again else ["no leg day can be logged with room again"]
        faults += await _in_part(house.store, told | again)
        lost, doubled = house.judged()
    named = tuple(f"seed {seed}: {one}" for one in faults)
    refused = LOGS - len(told)
    return Outcome(cases=1 + refused, lost=lost, doubled=doubled, faults=named)


async def _log(house: Scene, numbers: range) -> set[int]:
    """Let people log; return what was acknowledged."""
    told = set()
    for number in numbers:
        try:
            await _leg_day(house.store, number, house)
        except StoreUnavailable:  # the disk is full: they are told so
            continue
        told.add(number)
    return told


async def _leg_day(store: Store, number: int, house: Scene) -> None:
    now = house.now
    plan = tuple(
        PlannedReminder(
            session_id=number,
            kind=kind,
            ordinal=1,
            due_at=now + timedelta(days=2),
            stale_at=now + timedelta(days=3),
        )
        for kind in (Kind.HYDRATE, Kind.SLEEP)
    )
    session = LegSession(session_id=number, ended_at=now, note=NOTE)
    change = Change(consent=Consent(version=1, given_at=now), session=session, plan=plan)

    def decide(_member: Member) -> tuple[Change, None]:
        return change, None

    await store.members.revise(number, None, now=now, decide=decide)


async def _in_part(store: Store, told: set[int]) -> list[str]:
    """Return what is not as it was told, for everybody who tried to log."""
    wrong = []
    for number in range(LOGGED, LOGGED + LOGS + 1):
        held = await store.members.export(number)
        rows = tuple(len(held[table]) for table in ("members", "leg_sessions", "reminders"))
        if rows != ((1, 1, 2) if number in told else (0, 0, 0)):
            wrong.append(f"leg day {number} ({'told' if number in told else 'refused'}): {rows}")
    return wrong


async def _limit(store: Store, room: int) -> None:
    """Let the database grow by so many pages at most."""

    def set_limit(raw: sqlite3.Connection) -> None:
        used = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {used + room}")

    assert isinstance(store.database, Sqlite)
    await store.database._writer.run(set_limit)


async def _deliveries(nursery: Nursery, room: int) -> Outcome:
    """Deliver while the database's log may grow by so many bytes only, for a while."""
    with tempfile.TemporaryDirectory(prefix="full-", dir=FOLDER) as folder:
        async with Sandbox(clock=Ahead(), rate_limits=False) as sandbox:
            crowd = Crowd(sandbox, f"sqlite:///{Path(folder) / 'legday.db'}")
            await crowd.promise(Ahead().now(), dms=DMS)
            code = await nursery.life(DELIVER, lives.told(crowd, Ahead(), room=room))
            lost, doubled = crowd.judged()
            faults = (f"room for {room} bytes: delivery ended with {code}",) if code else ()
            return Outcome(cases=1, lost=lost, doubled=doubled, faults=faults)


def deliver(at_work: Callable[[], object], *, room: int, **where: Unpack[lives.Where]) -> None:
    """Deliver all there is; for a while no file may grow beyond the log's size and ``room``."""
    log = Path(f"{where['url'].removeprefix('sqlite:///')}-wal")
    clock = Ahead()
    full_until = clock.monotonic() + FULL_FOR

    def fill() -> None:
        at_work()
        resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + room, -1))

    async def ended(store: Store, delivery: Delivery, now: datetime) -> bool:
        if clock.monotonic() < full_until:
            return False
        resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
        return await lives.nothing_left(store, delivery, now)

    asyncio.run(lives.live(fill, ended, 100, **where))


async def _backup(nursery: Nursery, share: float) -> str | None:
    """Make a backup where there is too little room for it; return what went wrong."""
    with tempfile.TemporaryDirectory(prefix="full-", dir=FOLDER) as folder:
        told = {"folder": folder, "share": share}
        code = await nursery.life(BACK_UP, told)
        said = Path(folder) / "said"
        return None if code == 0 else f"backup: {said.read_text('utf-8') if code == 2 else code}"


def back_up(at_work: Callable[[], object], *, folder: str, share: float) -> int:
    """Back a store up where a file may only have a ``share`` of its size; 0 if all went well."""
    at_work()
    wrong = asyncio.run(_back_up(Path(folder), share))
    (Path(folder) / "said").write_text(json.dumps(wrong), "utf-8")
    return 2 if wrong else 0


async def _back_up(folder: Path, share: float) -> str | None:
    path = folder / "legday.db"
    async with open_store(f"sqlite:///{path}", clock=SystemClock()) as store:
        for number in range(50):
            await store.meta.set(f"key{number}", NOTE)
        store.database.erase()
        await store.look_after_files()  # all of it is in the one file now
        resource.setrlimit(resource.RLIMIT_FSIZE, (round(path.stat().st_size * share), -1))
        try:
            await store.backups.make()
        except StoreError:
            pass
        else:
            return "a backup was made without the room for it"
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
        if left := sorted(one.name for one in store.backups.folder.glob("*")):
            return f"{left} stayed"
        inspect(await store.backups.make())
        return None


FULL_DISKS = Check(goal="G17", name="the disk is full, then has room", run=full, full=200, cut=8)
