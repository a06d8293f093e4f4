"""Discord's API in trouble (G13, G5): refused, slow, failing, limiting, for up to half an hour."""

import random
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.sandbox.faults import Scope
from tests.torture.check import Check, Outcome
from tests.torture.scene import Scene, scene

PEOPLE, EACH = 5, 4
SPREAD = timedelta(minutes=90)  # in which all is due
LIFE = timedelta(hours=12)
MOST_INVALID = 1_000  # answers of 401, 403 and 429 in any ten minutes; Discord bans at 10,000
SENDS = ("POST", "/channels/*/messages")
SEVERAL = (SENDS, ("POST", "*"), ("GET", "*"), ("*", "*"))
LONGEST = 30 * 60  # seconds of one trouble
DRAINED_WITHIN = 30  # seconds
PATIENCE = 120  # seconds; what has not come by then waits for its back-off

Trouble = Callable[[Scene, random.Random], Awaitable[None]]


async def run(seed: int, cases: int) -> Outcome:
    """Try so many scripts of faults; each is a seed of its own."""
    lost = doubled = slowest = invalid = 0
    faults: list[str] = []
    for number in range(seed, seed + cases):
        missing, twice, drained, refused = await one(number)
        lost, doubled = lost + missing, doubled + twice
        slowest, invalid = max(slowest, drained), max(invalid, refused)
        if missing or twice:
            faults.append(f"seed {number}: {missing} lost, {twice} doubled")
        if drained > DRAINED_WITHIN:
            faults.append(f"seed {number}: drained {drained} s after Discord's return")
        if refused > MOST_INVALID:
            faults.append(f"seed {number}: {refused} answers of 401, 403 or 429 in ten minutes")
    note = f"drained ≤ {slowest} s after return, ≤ {invalid} invalid answers in 10 min"
    return Outcome(cases=cases, lost=lost, doubled=doubled, faults=tuple(faults), note=note)


async def one(seed: int) -> tuple[int, int, int, int]:
    """Play one script; return lost, doubled, slowest drain (s), most invalid answers in 10 min."""
    async with scene(seed) as stage:
        rng = stage.rng
        for number in range(PEOPLE):
            person = await stage.join(f"member{number}")
            slots = rng.sample(range(3, int(SPREAD.total_seconds() // 60), 3), EACH)
            seconds = rng.randrange(60)
            due = [stage.now + timedelta(minutes=slot, seconds=seconds) for slot in slots]
            await stage.promise(person, due, life=LIFE)
        stage.start()
        slowest = 0
        for number in range(rng.randint(1, 3)):
            await stage.wait(seconds=rng.uniform(1, 1500))
            trouble = rng.choice(TROUBLES) if number else TROUBLES[seed % len(TROUBLES)]
            await trouble(stage, rng)
            drained = await drain(stage)
            if trouble in WHOLE:
                slowest = max(slowest, drained)
            elif drained > DRAINED_WITHIN:
                await stage.wait(minutes=11)  # the longest back-off of a single reminder
        await stage.wait(hours=3)
        return (*stage.judged(), slowest, stage.most_invalid())


async def drain(stage: Scene) -> int:
    """Return the seconds until all that was overdue has come, at most a little over patience."""
    at = stage.now
    for seconds in range(0, PATIENCE + 1, 5):
        if not overdue(stage, at):
            return seconds
        await stage.wait(seconds=5)
    return PATIENCE + 1


def overdue(stage: Scene, at: datetime) -> int:
    """Return how many messages were due by then and have not come."""
    missing = 0
    for person in stage.people:
        deleted = sum(one.channel_id == int(person.dm["id"]) for one in stage.promises.deleted)
        promised = sum(moment <= at for moment in stage.promises.due[person.id])
        missing += max(0, promised - len(person.inbox) - deleted)
    return missing


async def refused(stage: Scene, rng: random.Random) -> None:
    """No connection at all, for up to half an hour."""
    await stage.sandbox.api_down()
    await stage.wait(seconds=rng.uniform(1, LONGEST))
    await stage.sandbox.up()


async def failing(stage: Scene, rng: random.Random) -> None:
    """Every request fails, for up to half an hour."""
    await stage.sandbox.api_down(rng.choice([500, 502, 503, 520]))
    await stage.wait(seconds=rng.uniform(1, LONGEST))
    await stage.sandbox.up()


async def failing_after_effect(stage: Scene, rng: random.Random) -> None:
    """The message is made, and the answer says that it failed."""
    where, status = rng.choice(SEVERAL[:2]), rng.choice([500, 502, 503, 520])
    fault = stage.sandbox.faults.fail(*where, status=status, times=None, after_effect=True)
    await stage.wait(seconds=rng.uniform(1, LONGEST))
    fault.times = 0


async def cut(stage: Scene, rng: random.Random) -> None:
    """Connections are reset, before or after what was asked is done."""
    where, after = rng.choice(SEVERAL), rng.random() < 0.5
    fault = stage.sandbox.faults.reset(*where, times=None, after_effect=after)
    await stage.wait(seconds=rng.uniform(1, LONGEST))
    fault.times = 0


async def hanging(stage: Scene, rng: random.Random) -> None:
    """Messages are made, and no answer comes."""
    fault = stage.sandbox.faults.hang(*SENDS, times=rng.randint(1, 4), after_effect=True)
    await stage.wait(seconds=rng.uniform(30, 200))
    fault.times = 0
    fault.release()


async def limited(stage: Scene, rng: random.Random) -> None:
    """Discord says 429, for a channel, shared, or for the bot as a whole."""
    scope: Scope = rng.choice(["user", "shared", "global"])
    wish = rng.choice([0.3, 2.0, 20.0])
    fault = stage.sandbox.faults.rate_limit(
        *rng.choice(SEVERAL), retry_after=wish, scope=scope, times=None
    )
    await stage.wait(seconds=rng.uniform(1, LONGEST))
    fault.times = 0


async def deleted_at_once(stage: Scene, rng: random.Random) -> None:
    """Answers are lost, and people delete what came: Discord then says 404, code 10008."""
    fault = stage.sandbox.faults.reset(*SENDS, times=None, after_effect=True)
    # Within the minutes for which Discord knows a nonce: later nobody can know that it came.
    for _ in range(rng.randint(1, 6)):
        await stage.wait(seconds=rng.uniform(1, 10))
        for person in stage.people:
            for message in person.inbox[-1:]:
                stage.promises.deleted.append(message)
                stage.sandbox.messages.delete(message.channel_id, message.id)
    fault.times = 0


TROUBLES: tuple[Trouble, ...] = (
    refused,
    failing,
    failing_after_effect,
    cut,
    hanging,
    limited,
    deleted_at_once,
)
WHOLE = frozenset({refused, failing, limited})  # while the others last, some requests pass
API_FAULTS = Check(
    goal="G13", name="scripts of API faults, each up to 30 min", run=run, full=1_000, cut=4
)
