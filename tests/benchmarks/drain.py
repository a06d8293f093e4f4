"""A minute in which thousands of servers' posts are due, and commands beside it."""

import asyncio
import gc
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.sandbox import Sandbox
from bot.sandbox.rest import Recorded
from tests.benchmarks.commands import CANIRUN, Group, people
from tests.benchmarks.filling import Log, fill
from tests.benchmarks.footprint import GUILDS_A_SHARD
from tests.benchmarks.pending import MESSAGES, fill_posts, places
from tests.benchmarks.processes import LEGDAY_WITH_NOOP, local_discord, ready
from tests.benchmarks.results import Row, Target, percentile

GUILDS = 2_500
GLOBAL = 50  # requests a second that Discord allows a bot
MEMBERS = 50
BREATH = 0.2  # seconds between two commands
TO_SETTLE = 20  # seconds for filling the store, and for the commands before
WARM_FOR = 10  # seconds before the minute in which commands are measured
GUILDS_A_SECOND = 150  # that a starting bot gets through, at the very least
TOO_MANY = 429


async def drain(folder: Path, *, quick: bool, guilds: int = GUILDS) -> list[Row]:
    """Let every server's post be due at once; Discord's limits hold."""
    if quick:
        guilds = min(guilds, 250)
    async with local_discord(watched=True) as sandbox:
        shards = -(-(guilds + 1) // GUILDS_A_SHARD)
        sandbox.gateway.shards = sandbox.gateway.max_concurrency = shards
        everywhere = places(sandbox, guilds)
        members = people(sandbox, MEMBERS)
        await fill(folder, [member.id for member in members], Log(12))
        starts_in = TO_SETTLE + guilds / GUILDS_A_SECOND
        due_at = (datetime.now(UTC) + timedelta(seconds=starts_in)).replace(microsecond=0)
        await fill_posts(folder, everywhere, due_at)
        gc.collect()
        gc.freeze()  # this process's long collections would bunch up what the bot sends evenly
        async with ready(LEGDAY_WITH_NOOP, sandbox, folder, patience=starts_in):
            group = Group(sandbox, members)
            await _commands(group, lambda: datetime.now(UTC) < due_at - timedelta(seconds=WARM_FOR))
            before = await _commands(group, lambda: datetime.now(UTC) < due_at)
            await _stall(sandbox)
            latest = due_at + timedelta(seconds=60 + 2 * guilds / GLOBAL)

            def under_way() -> bool:
                return len(_sent(sandbox)) < guilds and datetime.now(UTC) < latest

            meanwhile = await _commands(group, under_way)
            stalled = await _stall(sandbox)
            await asyncio.sleep(1.0)  # for what may come twice
        return [
            *_delivered(sandbox, guilds, due_at),
            *_beside(before, meanwhile, stalled),
        ]


def _delivered(sandbox: Sandbox, guilds: int, due_at: datetime) -> list[Row]:
    sent, tried = _sent(sandbox), sandbox.sent("POST", MESSAGES)
    took = (max(one.at for one in sent) - due_at).total_seconds()
    times = Counter(one.path for one in sent)
    wrong = guilds - len(times) + sum(count - 1 for count in times.values())
    limited = sum(one.status == TOO_MANY for one in tried)
    named = f"posts of {guilds:,} servers due at once"
    return [
        Row(
            what=f"{named}: share of the {GLOBAL} a second that Discord allows",
            rounds=[100 * guilds / GLOBAL / took],
            unit="%",
            target=Target(value=95, at_least=True),
            figures={"took_s": took, "bound_s": guilds / GLOBAL},
        ),
        Row(
            what=f"{named}: missing or doubled",
            rounds=[wrong],
            unit="posts",
            target=Target(value=0),
        ),
        Row(
            what=f"{named}: requests answered 429",
            rounds=[100 * limited / len(tried)],
            unit="%",
            target=Target(value=0.5),
        ),
    ]


def _beside(before: Sequence[float], meanwhile: Sequence[float], stalled: float) -> list[Row]:
    p99 = [percentile(one, 0.99) for one in (meanwhile, before)]
    return [
        Row(
            what="/canirun meanwhile, the slowest",
            rounds=[max(meanwhile)],
            unit="s",
            target=Target(value=2.5),
            figures={"commands": len(meanwhile)},
        ),
        Row(
            what="/canirun meanwhile / before, p99",
            rounds=[p99[0] / p99[1]],
            unit="x",
            figures={"meanwhile_ms": p99[0] * 1e3, "before_ms": p99[1] * 1e3},
        ),
        Row(
            what="longest stall of the bot's event loop meanwhile",
            rounds=[stalled],
            unit="ms",
            target=Target(value=100),
        ),
    ]


def _sent(sandbox: Sandbox) -> list[Recorded]:
    return [one for one in sandbox.sent("POST", MESSAGES) if one.status < 300]


async def _commands(group: Group, going_on: Callable[[], bool]) -> list[float]:
    """Use commands while something goes on, one after another; return the seconds of each."""
    send, took = group.sender(CANIRUN), []
    while going_on():
        took.append(await send())
        await asyncio.sleep(BREATH)
    return took


async def _stall(sandbox: Sandbox) -> float:
    """Return the longest stall of the bot's event loop since the last look, in ms."""
    made = sandbox.person("owner").compose_slash("bench stall")
    await sandbox.inject(made)
    assert made.original is not None
    (found,) = re.findall(r"([0-9.]+) ms", str(made.original.data["components"]))
    return float(found)
