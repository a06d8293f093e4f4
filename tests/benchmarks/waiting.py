"""What reminders cost while they wait, and what a restart makes of those that are overdue."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.commands import people
from tests.benchmarks.filling import opened
from tests.benchmarks.pending import MESSAGES, Waiting, fill_reminders
from tests.benchmarks.processes import LEGDAY, local_discord, ready, running
from tests.benchmarks.results import Row, Target

EACH = 20  # reminders a member
FEW = 1_000
SETTLE = 3.0  # seconds after "ready" until the bot is called idle
IDLE_FOR = 10.0  # seconds
LOOKS = 300
OVERDUE = 100
OVERDUE_BY = timedelta(minutes=2)


async def waiting(folder: Path, *, quick: bool) -> list[Row]:
    """Measure a store with many pending reminders against one with few."""
    many = 100_000 if quick else 1_000_000
    folders = {count: folder / str(count) for count in (FEW, many)}
    for count, where in folders.items():
        where.mkdir()
        await fill_reminders(where, far_ahead(count))
    return [
        await _finding(folders[FEW], folders[many], many),
        await _idling(folders[FEW], folders[many], many),
    ]


async def restart(folder: Path, *, quick: bool) -> list[Row]:
    """Measure from the bot's IDENTIFY to its first message, when reminders are overdue."""
    after = []
    for number in range(1 if quick else 5):
        where = folder / str(number)
        where.mkdir()
        after.append(await _first_message(where))
    return [
        Row(
            what=f"{OVERDUE} reminders overdue at a start: the first leaves after IDENTIFY",
            rounds=after,
            unit="s",
            target=Target(value=1.0),
        )
    ]


def far_ahead(count: int, first_id: int = 1) -> Iterator[Waiting]:
    """Return so many reminders that are due in a month and later."""
    month = datetime.now(UTC) + timedelta(days=30)
    for number in range(count // EACH):
        due = tuple(month + timedelta(minutes=number % 40_000 + place) for place in range(EACH))
        yield Waiting(first_id + number, first_id + number, due)


async def _finding(few: Path, many: Path, count: int) -> Row:
    """Find the next due one, in turn here and there."""
    async with opened(few) as small, opened(many) as large:
        rounds, took = [], []
        for _ in range(7):
            small_s, large_s = [], []
            for _ in range(LOOKS):
                small_s.append(await _timed(small.reminders.next_wake))
                large_s.append(await _timed(large.reminders.next_wake))
            took.append((median(small_s), median(large_s)))
            rounds.append(took[-1][1] / took[-1][0])
    return Row(
        what=f"finding the next due reminder, {count:,} / {FEW:,} pending, p50",
        rounds=rounds,
        unit="x",
        target=Target(value=1.2),
        figures={
            "few_us": median(one for one, _ in took) * 1e6,
            "many_us": median(one for _, one in took) * 1e6,
        },
    )


async def _idling(few: Path, many: Path, count: int) -> Row:
    used = {}
    for name, folder in (("few", few), ("many", many)):
        async with local_discord() as sandbox, ready(LEGDAY, sandbox, folder) as bot:
            await asyncio.sleep(SETTLE)
            before = bot.cpu()
            await asyncio.sleep(IDLE_FOR)
            used[name] = 100 * (bot.cpu() - before) / IDLE_FOR
    return Row(
        what=f"CPU of the idle bot with {count:,} reminders pending",
        rounds=[used["many"]],
        unit="%",
        target=Target(value=0.5),
        figures={f"with_{FEW}_%": used["few"]},
    )


async def _first_message(folder: Path) -> float:
    async with local_discord(watched=True) as sandbox:
        members = people(sandbox, OVERDUE)
        due = (datetime.now(UTC) - OVERDUE_BY,)
        await fill_reminders(folder, [Waiting(one.id, int(one.dm["id"]), due) for one in members])
        async with running(LEGDAY, sandbox, folder):
            (first, *_) = await sandbox.until_requested("POST", MESSAGES, patience=60)
            await sandbox.until_connected(patience=60)
            return (first.at - sandbox.gateway.starts[0]).total_seconds()


async def _timed(look: Callable[[], Awaitable[object]]) -> float:
    began = perf_counter()
    await look()
    return perf_counter() - began
