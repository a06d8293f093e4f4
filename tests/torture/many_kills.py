"""Four processes of a bot, one of them killed each second, while thousands of reminders go out.

Or less often, where the machine is so busy that the one before has not joined the others again.

At Discord's pace 100,000 would take 35 minutes: here the bot, and the local Discord's limit, are
set as much higher as two cores carry. A case is a delivery: ``--cases 100000`` asks for as many.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.clock import SystemClock
from bot.domain.facts.member import Change, Member
from bot.domain.facts.settings import (
    CONSENT_VERSION,
    Consent,
    Kind,
    Profile,
    ReminderSettings,
    Where,
)
from bot.sandbox import Person, RealClock, Sandbox
from bot.store.cluster.anchor import CLUSTER, LEADER
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Many, Steps, Value
from bot.store.members.changes import ADD_MEMBER, member_values
from bot.store.reminders.claims import KEEP_DM_CHANNEL
from bot.store.reminders.plan import PUT_PLANNED
from bot.store.store import open_store
from tests import postgres
from tests.torture.bots import HOLDER, busiest_second, wake
from tests.torture.check import Check, Outcome
from tests.torture.clusters import running
from tests.torture.promised import KEEPS, NEVER_QUIET, Crowd

PROCESSES = 4
PER_SECOND = 250  # requests of the bot
LIMIT = PER_SECOND * 50 // 48  # of the local Discord
BATCH = 1_000
LONGEST = timedelta(hours=1)
LEFT = "SELECT count(*) FROM reminders WHERE state = 'open'"


async def killed(seed: int, cases: int) -> Outcome:
    """Kill one of them each second until so many reminders are out."""
    rng, clock = random.Random(seed), SystemClock()  # noqa: S311
    async with postgres.database() as url, Sandbox(clock=RealClock()) as sandbox:
        sandbox.gateway.shards = sandbox.gateway.max_concurrency = PROCESSES
        sandbox.limits.per_second = LIMIT
        crowd = Crowd(sandbox, url)
        await _promise(crowd, cases)
        pace = {"REQUESTS_PER_SECOND": str(PER_SECOND)}
        async with running(sandbox, url, PROCESSES, **pace) as bots:
            await bots.leader()
            began, kills, led = clock.monotonic(), 0, Counter[str]()
            connection = await asyncpg.connect(url)
            await wake(url)
            async with asyncio.timeout(LONGEST.total_seconds()):
                while await connection.fetchval(LEFT):
                    await asyncio.sleep(1.0)
                    led.update(one["name"] for one in await connection.fetch(HOLDER, LEADER))
                    if len(await connection.fetch(HOLDER, CLUSTER)) < PROCESSES:
                        continue  # a busy machine takes longer to start one
                    bots.kill(rng.randrange(PROCESSES))
                    kills += 1
            took = clock.monotonic() - began
            await connection.close()
        lost, doubled = crowd.judged()
        refused = sum(one.status == 429 for one in sandbox.requests)
        shares = [f"{name} {number / led.total():.0%}" for name, number in sorted(led.items())]
        return Outcome(
            cases=cases,
            lost=lost,
            doubled=doubled,
            note=f"{kills} kills in {took:.0f} s, {cases / took:.0f} a second; busiest second "
            f"{busiest_second(sandbox)} of {LIMIT}, {refused} refused; led: {', '.join(shares)}",
        )


async def _promise(crowd: Crowd, number: int) -> None:
    """Promise a reminder each to so many people with an open DM."""
    now = SystemClock().now()
    people = [crowd.sandbox.person(f"person{one}") for one in range(number)]
    async with open_store(crowd.url, clock=SystemClock()) as store:
        for first in range(0, number, BATCH):
            await store.database.transact(partial(_put, people[first : first + BATCH], now))
    crowd.people += people
    crowd.promised.update(one.id for one in people)


def _put(people: Sequence[Person], now: datetime) -> Steps[None]:
    due_at = seconds(now)
    yield Many(ADD_MEMBER, [_member(one.id, now) for one in people])
    yield Many(KEEP_DM_CHANNEL, [(one.id, int(one.dm["id"])) for one in people])
    yield Many(PUT_PLANNED, [_reminder(one.id, due_at) for one in people])


def _member(member_id: int, now: datetime) -> tuple[Value, ...]:
    agreed = Change(
        consent=Consent(version=CONSENT_VERSION, given_at=now),
        profile=Profile(zone="UTC", quiet=NEVER_QUIET),
        reminders=ReminderSettings(on=True),
    )
    return member_values(Member(member_id=member_id), agreed, now)


def _reminder(member_id: int, due_at: int) -> tuple[Value, ...]:
    stale_at = due_at + round(KEEPS.total_seconds())
    return member_id, member_id, Kind.HYDRATE, 1, due_at, stale_at, Where.DM, None


MANY_KILLS = Check(
    goal="G21", name="one of four processes killed each second", run=killed, full=2_000, cut=0
)
