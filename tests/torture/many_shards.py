"""64 shards in eight slots: eight processes with eight shards each, and a ninth that stands by.

The local Discord lets 16 shards identify side by side, and each of the 16 keys once in five
seconds. People in servers of all shards use a command at once; then processes are killed, one after
the other, and everybody uses one again.
"""

import asyncio
import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from bot.clock import SystemClock
from bot.sandbox import Person, RealClock, Sandbox
from tests import postgres
from tests.torture.bots import Bot, all_connected, busiest_second, too_fast
from tests.torture.check import Check, Outcome
from tests.torture.cuts import told
from tests.torture.diaries import Diaries, agreed, answer, servers_of
from tests.torture.server_disks import settings

SHARDS, SLOTS, SIDE_BY_SIDE = 64, 8, 16
PACING = 5.0  # seconds
PATIENCE = 300.0  # seconds, for nine processes that start at once on a busy machine
ANSWERED = 30.0  # seconds


async def killed(seed: int, cases: int) -> Outcome:
    """Start all of them, and kill so many, one after the other."""
    rng, clock = random.Random(seed), SystemClock()  # noqa: S311
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="legday-shards-")))
        url = await stack.enter_async_context(postgres.database())
        sandbox = await stack.enter_async_context(
            Sandbox(clock=RealClock(), answer_within=ANSWERED)
        )
        gateway = sandbox.gateway
        gateway.shards, gateway.max_concurrency, gateway.pacing = SHARDS, SIDE_BY_SIDE, PACING
        guilds = servers_of(sandbox, SHARDS)
        people = await agreed(sandbox, url, SHARDS * (cases + 1))
        environ = {**settings(sandbox, url), "SHARD_COUNT": str(SHARDS), "SHARD_SLOTS": str(SLOTS)}
        bots = [Bot(folder / str(number), environ) for number in range(9)]
        began = clock.monotonic()
        for one in bots:
            stack.callback(one.kill)
            one.start()
        await all_connected(sandbox, SHARDS, PATIENCE)
        took = clock.monotonic() - began
        diaries = Diaries(sandbox, people, guilds, rng)
        await _all_log(diaries, people[:SHARDS])
        first = Counter(one.shard for one in gateway.sessions.values())
        served_again = []
        for number in range(1, cases + 1):
            began = clock.monotonic()
            await _kill_one(bots, sandbox, rng)
            await all_connected(sandbox, SHARDS, PATIENCE)
            served_again.append(clock.monotonic() - began)
            await _all_log(diaries, people[SHARDS * number : SHARDS * (number + 1)])
        lost, doubled, faults = await diaries.judged()
        begun = Counter(one.shard for one in gateway.sessions.values())
        unanswered = sum(not answer(made) for made in diaries.made.values())
        return Outcome(
            cases=cases + 1,
            lost=lost + unanswered,
            doubled=doubled + sum(number - 1 for number in first.values()),
            faults=(*faults, *too_fast(busiest_second(sandbox)), *_identified(begun, cases)),
            note=f"{SHARDS} shards in {SLOTS} slots, connected {took:.1f} s after a start from "
            f"nothing; {diaries.figures()}; {begun.total()} IDENTIFYs; "
            f"{told('after a kill all served again after', served_again)}",
        )


async def _all_log(diaries: Diaries, people: Sequence[Person]) -> None:
    """Have somebody in a server of each shard log, all at once."""
    made = [
        diaries.log(person, guild) for person, guild in zip(people, diaries.guilds, strict=True)
    ]
    async with asyncio.timeout(ANSWERED):
        for one in made:
            while one.original is None or one.loading:
                one.changed.clear()
                await one.changed.wait()


async def _kill_one(bots: list[Bot], sandbox: Sandbox, rng: random.Random) -> None:
    """Kill a process with a slot; it is started again, and stands by."""
    victim = rng.choice([one for one in bots if one.serves])
    before = len(sandbox.gateway.connected)
    victim.kill()
    async with asyncio.timeout(ANSWERED):
        while len(sandbox.gateway.connected) == before:
            sandbox.gateway.changed.clear()
            await sandbox.gateway.changed.wait()
    victim.start()


def _identified(begun: Counter[int], kills: int) -> list[str]:
    """Say so where a shard began more sessions than it had processes."""
    allowed = SHARDS + kills * SHARDS // SLOTS
    return [f"{begun.total()} sessions begun, not {allowed}"] if begun.total() > allowed else []


MANY_SHARDS = Check(
    goal="G21", name="64 shards in eight slots, processes killed", run=killed, full=4, cut=0
)
