"""G1: a delivering process killed with SIGKILL at random moments and started again at once.

The moments are drawn from the seed: so long after the birth, after it was at work, or after so many
requests; what the process was doing right then is the machine's own chance.
"""

import asyncio
import random
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

from bot.sandbox import Sandbox
from tests.torture import lives
from tests.torture.check import Check, Outcome
from tests.torture.nursery import Ending, Nursery
from tests.torture.promised import Ahead, Crowd
from tests.torture.scene import FOLDER

LANES = 2  # houses killed in side by side: one's birth costs as much as another's death
DMS, CHANNELS = 10, (3, 3)  # people of a round
ONE_LANE = 200  # kills that are not worth a second one
BIRTH = 0.010  # seconds; until it is at work
AT_WORK = 0.010  # seconds; until it has sent something
A_REQUEST = 0.005  # seconds; and a commit after it
LONGER = 0.5  # of that, a kill: on a busy machine no life would ever come to its commit
REQUESTS = 8  # after which it is killed, at most
EARLY, SILENT = 0.1, 0.2  # of all lives end before they are at work; before they sent anything
PATIENCE = 1.0  # seconds for requests to come
SILENT_LIVES = 12  # in a row without a request: nothing will come any more
NONCE_HOLDS = timedelta(seconds=60)  # the least that "the past few minutes" can mean
DOWN = (61.0, 600.0)  # seconds of downtime that outlast it


@dataclass(frozen=True, slots=True)
class Round:
    """What became of one crowd's reminders."""

    number: int
    kills: int
    lost: int
    doubled: int
    badly_ended: int


async def killed(seed: int, cases: int, *, forgotten: bool) -> Outcome:
    """Kill so often; ``forgotten``: each time for longer than Discord remembers a nonce."""
    numbers, rounds = count(), list[Round]()

    async def lane() -> None:
        async with Nursery(lives.__name__) as nursery:
            while sum(one.kills for one in rounds) < cases:
                number = next(numbers)
                rng = random.Random(f"{seed}/{number}")  # noqa: S311
                rounds.append(await _round(nursery, number, rng, forgotten=forgotten))

    await asyncio.gather(*(lane() for _ in range(LANES if cases > ONE_LANE else 1)))
    return Outcome(
        cases=sum(one.kills for one in rounds),
        lost=sum(one.lost for one in rounds),
        doubled=sum(one.doubled for one in rounds),
        faults=tuple(f"round {one.number} ended badly" for one in rounds if one.badly_ended),
        note=f"{len(rounds)} rounds of {DMS + sum(CHANNELS)} reminders",
    )


async def _round(nursery: Nursery, number: int, rng: random.Random, *, forgotten: bool) -> Round:
    """Kill until every reminder has come, then let one life come to its end."""
    clock, kills = Ahead(), 0
    with tempfile.TemporaryDirectory(prefix="kills-", dir=FOLDER) as folder:
        async with Sandbox(clock=clock, rate_limits=False, nonce_window=NONCE_HOLDS) as sandbox:
            crowd = Crowd(sandbox, f"sqlite:///{Path(folder) / 'legday.db'}")
            await crowd.promise(clock.now(), dms=DMS, channels=CHANNELS)
            life = partial(nursery.life, lives.DELIVER)
            silent = 0
            while not crowd.all_arrived() and silent < SILENT_LIVES:
                asked = len(sandbox.requests)
                told = lives.told(crowd, clock, batch=rng.randint(1, 8))
                await life(told, **_moment(crowd, rng, kills))
                silent = silent + 1 if len(sandbox.requests) == asked else 0
                kills += 1
                clock.seconds += rng.uniform(*DOWN) if forgotten else 0.0
            ended = await life(lives.told(crowd, clock, to_the_end=True))
            return Round(number, kills, *crowd.judged(), ended)


def _moment(crowd: Crowd, rng: random.Random, kills: int) -> Ending:
    """Draw when a life ends that comes after so many kills, as arguments of ``Nursery.life``."""
    drawn = rng.random()
    if drawn < EARLY:
        return {"ended_after": -rng.uniform(0.0, BIRTH)}
    if drawn < EARLY + SILENT:
        return {"ended_after": rng.uniform(0.0, AT_WORK)}
    requests = len(crowd.sandbox.requests) + rng.randint(1, REQUESTS)
    and_then = rng.uniform(0.0, A_REQUEST * (1 + kills * LONGER))
    return {"ended_when": partial(_requested, crowd, requests, and_then)}


async def _requested(crowd: Crowd, requests: int, and_then: float) -> None:
    """Wait for so many requests in all, or until nothing is left to ask for, then some seconds."""
    discord = crowd.sandbox
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while len(discord.requests) < requests and not crowd.all_arrived():
                discord.rest.changed.clear()
                await discord.rest.changed.wait()
    await asyncio.sleep(and_then)


KILLS = (
    Check(
        goal="G1",
        name="killed at random, restarted at once",
        run=partial(killed, forgotten=False),
        full=5_000,
        cut=20,
    ),
    Check(
        goal="G1",
        name="killed at random, down until nonces are forgotten",
        run=partial(killed, forgotten=True),
        full=5_000,
        cut=20,
    ),
)
