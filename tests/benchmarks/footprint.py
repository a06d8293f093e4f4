"""What the bot costs at rest: its start and its memory, against a bare discord.py bot's."""

import asyncio
from pathlib import Path
from statistics import median

from bot.sandbox import Sandbox
from tests.benchmarks.commands import CANIRUN, LOG, Command, Group, people
from tests.benchmarks.filling import Log, fill
from tests.benchmarks.processes import BARE, LEGDAY, local_discord, ready, running
from tests.benchmarks.results import Row, Target

BARE_NOOP = Command("noop", {}, "")
SETTLE = 1.0  # seconds after "ready" until memory is read
GUILDS_A_SHARD = 2_500


async def start(folder: Path, *, quick: bool) -> list[Row]:
    """Measure from the start of the process to its first answer. Commands are registered already.

    The first command is `/legday log`: it needs the store, the model and the plan.
    """
    pairs = []
    async with local_discord() as for_legday, local_discord() as for_bare:
        (ann,) = people(for_legday, 1)
        await fill(folder, [ann.id], Log(12))
        async with ready(LEGDAY, for_legday, folder), ready((*BARE, "--sync"), for_bare, folder):
            pass
        for _ in range(3 if quick else 9):
            bare = await _first_answer(BARE, for_bare, folder, BARE_NOOP)
            pairs.append((await _first_answer(LEGDAY, for_legday, folder, LOG), bare))
    return [
        Row(
            what="process start to first answer / bare discord.py",
            rounds=[legday / bare for legday, bare in pairs],
            unit="x",
            target=Target(value=2.0),
            figures={
                "legday_s": median(legday for legday, _ in pairs),
                "bare_s": median(bare for _, bare in pairs),
            },
        )
    ]


async def memory(folder: Path, *, quick: bool) -> list[Row]:
    """Measure the resident memory of an idle bot, and what a guild adds to it."""
    idle, used, bare = [], [], []
    async with local_discord() as for_legday, local_discord() as for_bare:
        (ann,) = people(for_legday, 1)
        await fill(folder, [ann.id], Log(12))
        for _ in range(1 if quick else 3):
            bare.append(await _resident(BARE, for_bare, folder))
            async with ready(LEGDAY, for_legday, folder) as bot:
                await asyncio.sleep(SETTLE)
                idle.append(bot.memory())
                group = Group(for_legday, [ann])
                for command in (LOG, CANIRUN):
                    await group.send(command, ann)
                used.append(bot.memory())
    rows = [
        Row(
            what="memory of the idle bot over bare discord.py",
            rounds=[ours - floor for ours, floor in zip(idle, bare, strict=True)],
            unit="MB",
            target=Target(value=15),
            figures={"legday_MB": median(idle), "bare_MB": median(bare)},
        ),
        Row(
            what="the same after its first /legday log and /canirun",
            rounds=[ours - floor for ours, floor in zip(used, bare, strict=True)],
            unit="MB",
        ),
    ]
    crowds = (1_000,) if quick else (1_000, 10_000)
    return [*rows, *[await _per_guild(folder, guilds, median(idle)) for guilds in crowds]]


async def _first_answer(
    command: tuple[str, ...], sandbox: Sandbox, folder: Path, first: Command
) -> float:
    (ann,) = people(sandbox, 1)
    async with running(command, sandbox, folder) as bot:
        await sandbox.until_connected(patience=60)
        await Group(sandbox, [ann]).send(first, ann)
        return asyncio.get_running_loop().time() - bot.started_at


async def _resident(command: tuple[str, ...], sandbox: Sandbox, folder: Path) -> float:
    async with ready(command, sandbox, folder, patience=180) as bot:
        await asyncio.sleep(SETTLE)
        return bot.memory()


async def _per_guild(folder: Path, guilds: int, idle: float) -> Row:
    async with local_discord() as sandbox:
        sandbox.gateway.shards = -(-(guilds + 1) // GUILDS_A_SHARD)
        sandbox.announce(guilds)
        resident = await _resident(LEGDAY, sandbox, folder)
    return Row(
        what=f"memory for each of {guilds:,} guilds",
        rounds=[(resident - idle) * 1e6 / 1024 / guilds],
        unit="KiB",
        target=Target(value=40),
        figures={"legday_MB": resident},
    )
