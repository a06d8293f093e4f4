"""How long a command takes and how many a second, against a command that does nothing."""

import asyncio
import os
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

from bot.sandbox import Sandbox
from tests.benchmarks.commands import (
    CANIRUN,
    KEEP,
    LOG,
    LOG_EXERCISES,
    NOOP,
    READ,
    WRITE,
    Command,
    Group,
    interleaved,
    no_collection,
    people,
)
from tests.benchmarks.filling import Log, fill
from tests.benchmarks.processes import LEGDAY_WITH_NOOP, Process, local_discord, ready
from tests.benchmarks.results import Row, Target, percentile

MEMBERS = 1_501  # no multiple of the commands in turn, so that everyone gets each of them
SESSIONS = 12  # each has logged: a month of leg days
AT_ONCE = 48
DIARISTS = 301
DIARY = Log(sessions=60, runs=30, reports=40, apart=timedelta(hours=28))  # ten weeks
PAGES_A_LOG = 14  # what one log writes to SQLite's own log
WARM_UP = 100  # commands of each kind
UNDISTURBED = 0.05  # the percentile that tells what it costs where others use the machine too


async def latency(folder: Path, *, quick: bool) -> list[Row]:
    """Measure `/legday log` and `/canirun` one at a time."""
    rounds, samples = (3, 120) if quick else (7, 400)
    measured = {
        "log": LOG,
        "canirun": CANIRUN,
        "log_exercises": LOG_EXERCISES,
        "read": READ,
        "write": WRITE,
        "keep": KEEP,
        "noop": NOOP,
    }
    async with local_discord() as sandbox:
        group = await _gym(sandbox, folder)
        senders = {name: group.sender(command) for name, command in measured.items()}
        async with ready(LEGDAY_WITH_NOOP, sandbox, folder):
            await interleaved(senders, WARM_UP)
            taken, synced = [], []
            for _ in range(rounds):
                with no_collection():
                    taken.append(await interleaved(senders, samples))
                synced.append(disk_sync(folder))

    def against_noop(what: str, name: str, share: float, target: float | None) -> Row:
        at = [{key: percentile(took, share) for key, took in one.items()} for one in taken]
        return Row(
            what=f"{what} / no-op, p{share * 100:.0f}",
            rounds=[one[name] / one["noop"] for one in at],
            unit="x",
            target=None if target is None else Target(value=target),
            figures={f"{key}_ms": median(one[key] for one in at) * 1e3 for key in (name, "noop")},
        )

    middle = [{name: median(took) for name, took in one.items()} for one in taken]
    less_disk = Row(
        what="/legday log less one sync of this disk / no-op, p50",
        rounds=[
            (one["log"] - sync) / one["noop"] for one, sync in zip(middle, synced, strict=True)
        ],
        unit="x",
        figures={"sync_ms": median(synced) * 1e3},
    )
    return [
        against_noop("a command that writes one row and does no more", "write", 0.50, None),
        against_noop("a command that reads the member and does no more", "read", 0.50, None),
        against_noop("a leg day kept with its plan, and nothing decided", "keep", 0.50, None),
        less_disk,
        against_noop("/legday log", "log", UNDISTURBED, None),
        against_noop("/legday log", "log", 0.50, 2.0),
        against_noop("/legday log", "log", 0.99, 2.5),
        against_noop("/legday log with exercises", "log_exercises", 0.50, None),
        against_noop("/canirun", "canirun", UNDISTURBED, None),
        against_noop("/canirun", "canirun", 0.50, 1.7),
        against_noop("/canirun", "canirun", 0.99, 2.0),
    ]


async def diary(folder: Path, *, quick: bool) -> list[Row]:
    """Measure `/canirun` of members who log everything: ten weeks full of entries."""
    rounds, samples = (3, 120) if quick else (7, 400)
    async with local_discord() as sandbox:
        members = people(sandbox, DIARISTS)
        await fill(folder, [member.id for member in members], DIARY)
        group = Group(sandbox, members)
        senders = {"canirun": group.sender(CANIRUN), "noop": group.sender(NOOP)}
        async with ready(LEGDAY_WITH_NOOP, sandbox, folder):
            await interleaved(senders, WARM_UP)
            taken = []
            for _ in range(rounds):
                with no_collection():
                    taken.append(await interleaved(senders, samples))
    rows = []
    for share in (0.50, 0.99):
        at = [{key: percentile(took, share) for key, took in one.items()} for one in taken]
        rows.append(
            Row(
                what=f"/canirun of a full ten-week diary / no-op, p{share * 100:.0f}",
                rounds=[one["canirun"] / one["noop"] for one in at],
                unit="x",
                figures={f"{key}_ms": median(one[key] for one in at) * 1e3 for key in senders},
            )
        )
    return rows


async def throughput(folder: Path, *, quick: bool) -> list[Row]:
    """Measure durable `/legday log` a second, many at once."""
    rounds, count = (3, 500) if quick else (7, 1_200)
    async with local_discord() as sandbox:
        group = await _gym(sandbox, folder)
        async with ready(LEGDAY_WITH_NOOP, sandbox, folder) as bot:
            await group.flood(NOOP, count, AT_ONCE)
            await group.flood(LOG, count, AT_ONCE)
            pairs, floors = [], []
            for _ in range(rounds):
                with no_collection():
                    noop = await _rate(group, bot, NOOP, count)
                    log = await _rate(group, bot, LOG, count)
                    write = await _rate(group, bot, WRITE, count)
                    keep = await _rate(group, bot, KEEP, count)
                pairs.append((log, noop))
                floors.append((100 * write[0] / noop[0], 100 * keep[0] / noop[0]))
    log_rate, log_cpu, noop_rate, noop_cpu = (
        median(pair[of][which] for pair in pairs) for of in (0, 1) for which in (0, 1)
    )
    return [
        Row(
            what=f"commands that write one row a second / no-ops a second, {AT_ONCE} at once",
            rounds=[write for write, _ in floors],
            unit="%",
        ),
        Row(
            what=f"leg days kept, and nothing decided, a second / no-ops, {AT_ONCE} at once",
            rounds=[keep for _, keep in floors],
            unit="%",
        ),
        Row(
            what=f"/legday log a second / no-ops a second, {AT_ONCE} at once",
            rounds=[100 * log[0] / noop[0] for log, noop in pairs],
            unit="%",
            target=Target(value=30, at_least=True),
            figures={"log_per_s": log_rate, "noop_per_s": noop_rate},
        ),
        Row(
            what="CPU of the bot for one /legday log / for one no-op, at that pace",
            rounds=[log[1] / noop[1] for log, noop in pairs],
            unit="x",
            figures={"log_cpu_ms": log_cpu * 1e3, "noop_cpu_ms": noop_cpu * 1e3},
        ),
    ]


def disk_sync(folder: Path) -> float:
    """Return the seconds the disk takes to make a commit's worth of bytes durable, the median."""
    took = []
    with (folder / "sync").open("wb", buffering=0) as file:
        for _ in range(60):
            began = time.perf_counter()
            file.write(bytes(PAGES_A_LOG * 4_096))
            os.fsync(file.fileno())
            took.append(time.perf_counter() - began)
    return median(took)


async def _rate(group: Group, bot: Process, command: Command, count: int) -> tuple[float, float]:
    """Return commands a second, and the bot's CPU seconds for one."""
    before = bot.cpu()
    took = await group.flood(command, count, AT_ONCE)
    await asyncio.sleep(0.1)  # what the bot does after its last answer is its cost too
    return count / took, (bot.cpu() - before) / count


async def _gym(sandbox: Sandbox, folder: Path) -> Group:
    members = people(sandbox, MEMBERS)
    await fill(folder, [member.id for member in members], Log(SESSIONS))
    return Group(sandbox, members)
