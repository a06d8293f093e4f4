"""The gateway in trouble: cut, closed, silent, in a loop (G14), or away when the bot starts (G15).

Time is virtual but for heartbeats, which discord.py sends from a thread of its own.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from itertools import pairwise

from bot.sandbox import NoAnswer
from tests.torture.check import Check, Outcome
from tests.torture.scene import Scene, scene

CODES = (1001, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009)  # those a bot comes back from
SPACING = timedelta(seconds=5)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MOST_AN_HOUR = 5  # of a gateway that is known to drop sessions
MOST_A_DAY = 100  # IDENTIFYs of a shard; Discord resets the token at 1,000
BACK_WITHIN = timedelta(seconds=60)
PATIENCE = timedelta(minutes=20)  # of IDENTIFYs that are spaced out
LOOK = 5.0  # seconds between two looks, once it takes long
ZOMBIE = 0.6  # real seconds without a word
PATIENT = 30.0  # real seconds for what takes milliseconds on a quiet machine

Trouble = Callable[[Scene, random.Random], Awaitable[None]]


async def disconnects(seed: int, cases: int) -> Outcome:
    """Disconnect one bot so many times; each time a command and a reminder are under way."""
    faults: list[str] = []
    unanswered = 0
    async with scene(seed, answer_within=PATIENT) as stage:
        person = await stage.join("ann")
        await stage.connected()
        starts: Counter[datetime] = Counter()  # those of one moment are several
        for number in range(cases):
            trouble = stage.rng.choices(list(TROUBLES), list(TROUBLES.values()))[0]
            await stage.promise(person, [stage.now + timedelta(minutes=2)], life=timedelta(days=1))
            await trouble(stage, stage.rng)
            # Where the session goes on, what was asked while it was cut is not lost either.
            early = asyncio.create_task(_asks(stage)) if trouble in RESUMED else None
            if unanswered or await until_back(stage, PATIENCE) is None:
                faults.append(f"case {number}: {trouble.__name__}: not back")
                break
            unanswered += not await (early or _asks(stage))
            starts |= Counter(stage.sandbox.gateway.starts)
            await stage.wait(minutes=stage.rng.uniform(3, 20))
        lost, doubled = stage.judged()
        resumes = stage.sandbox.gateway.resumes
    faults += _paced(sorted(starts.elements()))
    if unanswered:
        faults.append(f"{unanswered} commands were not answered")
    note = f"{resumes} resumed, {starts.total()} identified"
    return Outcome(cases=cases, lost=lost, doubled=doubled, faults=tuple(faults), note=note)


async def drop_loop(seed: int, cases: int) -> Outcome:
    """Drop every session soon after it began, for so many hours; reminders go on all the while."""
    cases = max(cases, 2)  # in the last hour the gateway is known to do so
    async with scene(seed) as stage:
        person = await stage.join("ann")
        await stage.connected()
        hours = [stage.now + timedelta(hours=n, minutes=30) for n in range(cases)]
        await stage.promise(person, hours, life=timedelta(minutes=5))
        starts: Counter[datetime] = Counter()  # those of one moment are several
        until = stage.now + timedelta(hours=cases)
        while stage.now < until:
            starts |= Counter(stage.sandbox.gateway.starts)
            if stage.sandbox.gateway.connected:
                stage.sandbox.gateway.drop(stage.rng.choice(CODES), keep_sessions=False)
            await _breathe(stage)
            await stage.wait(seconds=30)
        lost, doubled = stage.judged()
        away = await until_back(stage, DAY)
        starts |= Counter(stage.sandbox.gateway.starts)
    faults = _paced(sorted(starts.elements())) + (
        [] if away is not None else ["not back after the loop"]
    )
    if (latest := sum(one > until - HOUR for one in starts.elements())) > MOST_AN_HOUR:
        faults.append(f"{latest} IDENTIFYs in the last hour")
    note = f"{starts.total()} identified"
    return Outcome(cases=cases, lost=lost, doubled=doubled, faults=tuple(faults), note=note)


async def down_at_start(seed: int, cases: int) -> Outcome:
    """Start while Discord is away for hours; it has to be connected within a minute of return."""
    faults: list[str] = []
    slowest = timedelta()
    for number in range(seed, seed + cases):
        async with scene(number) as stage:
            how = ("refused", "503", "gateway")[number % 3]
            await _down(stage, how)
            connection = await stage.connect()
            until = stage.now + timedelta(hours=stage.rng.choice((1, 24)))
            while stage.now < until and not connection.done():
                await _breathe(stage)
                await stage.wait(seconds=stage.rng.uniform(1, 60))
            if connection.done():
                faults.append(f"seed {number}: {how}: the bot has given up")
                continue
            await stage.sandbox.up()
            away = await until_back(stage, BACK_WITHIN * 10)
            if away is None or away > BACK_WITHIN:
                faults.append(f"seed {number}: {how}: connected after {away}")
            slowest = max(slowest, away or DAY)
    note = f"connected ≤ {slowest.total_seconds():.0f} s after return"
    return Outcome(cases=cases, faults=tuple(faults), note=note)


async def closed(stage: Scene, rng: random.Random) -> None:
    """Close the connection with a code that allows to resume."""
    stage.sandbox.gateway.drop(rng.choice(CODES))


async def asked_to_reconnect(stage: Scene, _: random.Random) -> None:
    """Ask for a new connection (opcode 7)."""
    stage.sandbox.gateway.ask_to_reconnect()


async def resumable(stage: Scene, _: random.Random) -> None:
    """Say that the session is not valid, but may be resumed (opcode 9, true)."""
    stage.sandbox.gateway.invalidate(resumable=True)


async def invalid(stage: Scene, rng: random.Random) -> None:
    """Say that the session is gone (opcode 9, false), and say it of the next one as well."""
    stage.sandbox.gateway.invalidate()
    if rng.random() < 0.5:
        await until_back(stage, PATIENCE)
        stage.sandbox.gateway.invalidate()


async def closed_for_good(stage: Scene, _: random.Random) -> None:
    """Close as if the session had ended (1000)."""
    stage.sandbox.gateway.drop(1000, keep_sessions=False)


async def silent(stage: Scene, _: random.Random) -> None:
    """Acknowledge no heartbeat any more: a zombie, noticed in real time."""
    gateway, state = stage.sandbox.gateway, stage.bot._connection
    usual = gateway.heartbeat_interval, state.heartbeat_timeout
    gateway.heartbeat_interval, state.heartbeat_timeout = ZOMBIE / 6, ZOMBIE
    gateway.ask_to_reconnect()
    await until_back(stage, PATIENCE)
    gateway.heartbeat_interval, state.heartbeat_timeout = usual
    gateway.acknowledges = False
    async with asyncio.timeout(20):
        while gateway.connected:
            gateway.changed.clear()
            await gateway.changed.wait()
    gateway.acknowledges = True


async def away(stage: Scene, rng: random.Random) -> None:
    """Be away for minutes; reminders go on all the while (R2)."""
    await stage.sandbox.gateway_down(lose_sessions=rng.random() < 0.5)
    await stage.wait(minutes=rng.uniform(3, 30))
    lost, _ = stage.judged()
    await stage.sandbox.up()
    if lost:
        message = "reminders waited for the gateway"
        raise AssertionError(message)


RESUMED = frozenset({closed, asked_to_reconnect, resumable, silent})
TROUBLES: dict[Trouble, int] = {
    closed: 40,
    asked_to_reconnect: 20,
    resumable: 10,
    invalid: 25,
    closed_for_good: 10,
    away: 10,
    silent: 1,
}


async def _down(stage: Scene, how: str) -> None:
    if how == "gateway":
        await stage.sandbox.gateway_down()
    else:
        await stage.sandbox.api_down(None if how == "refused" else 503)


async def until_back(stage: Scene, patience: timedelta) -> timedelta | None:
    """Let time pass until the bot has a session again; return how long it took."""
    began = stage.now
    while stage.now - began <= patience:
        await _breathe(stage)
        if stage.sandbox.gateway.connected:
            return stage.now - began
        await stage.wait(seconds=1 if stage.now - began < SPACING * 2 else LOOK)
    return None


async def until_renewed(stage: Scene, trouble: Trouble) -> None:
    """Make trouble, and let time pass until the bot has noticed it and has a session again."""
    gateway = stage.sandbox.gateway
    before = gateway.starts[-1:], gateway.resumes
    await trouble(stage, stage.rng)
    async with asyncio.timeout(PATIENT):
        while (gateway.starts[-1:], gateway.resumes) == before or not gateway.connected:
            await asyncio.sleep(0.002)
            await stage.wait(seconds=1)


async def _breathe(stage: Scene) -> None:
    """Let the bot come as far as it can by itself: to a session, or to a wait on the clock."""
    gateway, clock = stage.sandbox.gateway, stage.true
    async with asyncio.timeout(PATIENT):
        while not (gateway.connected or stage.connection.done()):
            if any(task.get_name() == "pause" for task in clock._asleep):
                return
            await asyncio.sleep(0.002)


async def _asks(stage: Scene) -> bool:
    """Use a command; return whether it was answered."""
    try:
        await stage.sandbox.person("ann").slash("help")
    except NoAnswer:
        return False
    return True


def _paced(starts: list[datetime]) -> list[str]:
    """Return what is wrong with the moments of all IDENTIFYs."""
    faults = []
    if any(later - earlier < SPACING for earlier, later in pairwise(starts)):
        faults.append("two IDENTIFYs within five seconds")
    most = max((sum(one <= other < one + DAY for other in starts) for one in starts), default=0)
    if most > MOST_A_DAY:
        faults.append(f"{most} IDENTIFYs within a day")
    return faults


GATEWAY_FAULTS = Check(
    goal="G14", name="disconnects: opcodes 7 and 9, close codes, away", run=disconnects,
    full=1_000, cut=40,
)  # fmt: skip
DROP_LOOP = Check(
    goal="G14", name="hours of sessions dropped at once", run=drop_loop, full=24, cut=2
)
DOWN_AT_START = Check(
    goal="G15", name="Discord away at start for up to a day", run=down_at_start, full=24, cut=3
)
