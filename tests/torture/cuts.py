"""Cables of a bot's machines are cut: to the database, to Discord, or all at once with the power.

Reminders are due and people log all the while. A cut cable drops packets silently, so that whoever
is behind it is found out by time-outs alone.
"""

import asyncio
import random
from collections import defaultdict
from collections.abc import Callable, Coroutine
from functools import partial
from statistics import median
from typing import Any

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.clock import SystemClock
from bot.store.cluster.anchor import CHANNEL
from tests.torture.bots import (
    Bot,
    all_changed,
    all_connected,
    busiest_second,
    too_fast,
    until,
    wake,
)
from tests.torture.check import Check, Outcome
from tests.torture.gym import MACHINES, SHARDS, Gym, with_bots
from tests.torture.machines import no_machines

LOGS = 120  # that people try in a case at most
A_LOG_EVERY = 0.5  # seconds
CUT_FOR = (28.0, 35.0)  # seconds
SOON = (0.0, 0.4)  # seconds from promises to the cut
LEADS_WITHIN = 25.0  # seconds: the server's patience with a silent machine, and a busy one's own
ENDS_WITHIN = 25.0  # seconds: as long as the one cut off believes that it leads
LONGEST_SILENCE = 150.0  # seconds: a heartbeat is awaited for 60, and looked for each 41
STAYS_CUT = (5.0, 20.0)  # seconds from then on
STARTS_OVER = "starting over"


Figures = dict[str, list[float]]
Case = Callable[[Gym, Figures, int], Coroutine[Any, Any, None]]


async def cut_from_database(gym: Gym, figures: Figures, number: int) -> None:
    """Cut the leader from the database for half a minute."""
    session = await gym.leader()
    at = gym.at(session)
    ended, began = gym.bots[at].said(STARTS_OVER), SystemClock().monotonic()
    gym.machines[at].cut("db")
    over = asyncio.create_task(_ended(gym.bots[at], ended))
    took = await _led_by_another(gym, session, number)
    figures["another leads after"].append(took)
    figures["the one cut off ends its term after"].append(await over)
    await gym.promise()
    left = gym.rng.uniform(*CUT_FOR) - (SystemClock().monotonic() - began)
    await asyncio.sleep(max(0.0, left))
    gym.machines[at].mend("db")
    figures["and is there again after"].append(await gym.until_ready(at))


async def vanished(gym: Gym, figures: Figures, number: int) -> None:
    """Have the leader's machine vanish: no packet of its end reaches anybody."""
    session = await gym.leader()
    at = gym.at(session)
    gym.machines[at].cut("db")
    gym.machines[at].cut("net")
    gym.bots[at].kill()
    for one in gym.sandbox.gateway.connected:  # Discord finds out in time
        if one.close is not None and session["name"].endswith(f" slot {one.shard}"):
            one.close(1006)
    began = SystemClock().monotonic()
    figures["another leads after"].append(await _led_by_another(gym, session, number))
    await all_connected(gym.sandbox, SHARDS)
    figures["all servers are served after"].append(SystemClock().monotonic() - began)
    gym.machines[at].mend("db")
    gym.machines[at].mend("net")
    await gym.start(at)
    await gym.until_ready(at)


async def cut_from_discord(gym: Gym, figures: Figures, number: int) -> None:
    """Cut a process with a slot from Discord alone: the leader, or in every other case another."""
    leads = gym.at(await gym.leader())
    served = [one for one in range(MACHINES) if await _connected(gym, one)]
    at = leads if leads in served and number % 2 == 0 else next(o for o in served if o != leads)
    began = SystemClock().monotonic()
    gym.machines[at].cut("net")
    await gym.promise()
    await until(lambda: _says_so(gym, at), LONGEST_SILENCE)
    which = "the leader" if at == leads else "another"
    figures[f"{which} finds out after"].append(SystemClock().monotonic() - began)
    await asyncio.sleep(gym.rng.uniform(*STAYS_CUT))
    gym.machines[at].mend("net")
    figures[f"{which} is ready again after"].append(await gym.until_ready(at))


async def _connected(gym: Gym, number: int) -> bool:
    return (await gym.machines[number].page("ready"))[1] == "1 of 1 shards connected"


async def _says_so(gym: Gym, number: int) -> bool:
    return await gym.machines[number].page("ready") == (503, "0 of 1 shards connected")


async def _led_by_another(gym: Gym, session: asyncpg.Record, number: int) -> float:
    """Wait until another session leads; return the seconds. In every other case a word is said.

    The server then waits for an answer to that word, not for a sign of life.
    """
    began = SystemClock().monotonic()
    if number % 2:
        await gym.connection.execute(f"NOTIFY {CHANNEL}, 'wake'")
    await gym.promise()
    await gym.leader(other_than=session["pid"])
    return SystemClock().monotonic() - began


async def _ended(bot: Bot, before: int) -> float:
    async def said() -> bool:
        return bot.said(STARTS_OVER) > before

    return await until(said)


async def troubled(seed: int, cases: int, *, case: Case) -> Outcome:
    """Make so many cases of one kind of trouble."""
    rng, figures = random.Random(seed), defaultdict[str, list[float]](list)  # noqa: S311
    async with with_bots(rng, LOGS * cases) as made:
        logging = asyncio.create_task(made.diaries.go_on(A_LOG_EVERY))
        for number in range(cases):
            await made.promise()
            await asyncio.sleep(rng.uniform(*SOON))
            await case(made, figures, number)
            await all_connected(made.sandbox, SHARDS)
        made.diaries.is_over = True
        await logging
        await wake(made.crowd.url)
        await all_changed(made.sandbox, made.crowd.all_arrived)
        lost, doubled = made.crowd.judged()
        logs_lost, logs_doubled, faults = await made.diaries.judged()
        busiest = busiest_second(made.sandbox)
        return Outcome(
            cases=cases,
            lost=lost + logs_lost,
            doubled=doubled + logs_doubled,
            faults=(*faults, *_late(figures), *too_fast(busiest)),
            note=f"{made.crowd.promised.total()} reminders; {made.diaries.figures()}; "
            f"busiest second {busiest}; "
            + "; ".join(told(what, seconds) for what, seconds in figures.items()),
        )


def told(what: str, seconds: list[float]) -> str:
    """Return seconds in words: the middle, and how far they lay apart."""
    return f"{what} {median(seconds):.1f} s ({min(seconds):.1f}-{max(seconds):.1f})"


def _late(figures: Figures) -> list[str]:
    allowed = {
        "another leads after": LEADS_WITHIN,
        "the one cut off ends its term after": ENDS_WITHIN,
    }
    return [
        f"{what} {max(figures[what]):.1f} s"
        for what, most in allowed.items()
        if max(figures.get(what, [0.0])) > most
    ]


CUT_FROM_DATABASE = Check(
    goal="G21",
    name="leader's packets to PostgreSQL dropped for 30 s",
    run=partial(troubled, case=cut_from_database),
    full=8,
    cut=0,
    needs=no_machines,
)
CUT_FROM_DISCORD = Check(
    goal="G21",
    name="a process is cut off from Discord only",
    run=partial(troubled, case=cut_from_discord),
    full=4,
    cut=0,
    needs=no_machines,
)
VANISHED = Check(
    goal="G21",
    name="leader's machine vanishes",
    run=partial(troubled, case=vanished),
    full=8,
    cut=0,
    needs=no_machines,
)
