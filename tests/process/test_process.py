"""The loops of the running process, on the sandbox's clock."""

import asyncio
import contextlib
import sqlite3
from datetime import timedelta

import pytest

from bot.config import Config
from bot.runtime import heartbeat
from bot.runtime.maintenance import back_up, opened
from bot.runtime.process import serve
from bot.runtime.supervision import Watchdog
from bot.store.copies.backup import inspect
from bot.texts import errors


@pytest.fixture
def config(sandbox, tmp_path):
    return Config(
        discord_token=sandbox.token,
        database_url=f"sqlite:///{tmp_path}/legday.db",
        discord_api_base=sandbox.url,
        backup_dir=tmp_path / "backups",
        backup_keep=2,
        backup_every_hours=24,
    )


@pytest.fixture
def bites():
    return []


@pytest.fixture
async def serving(sandbox, config, clock, bites):
    """A process at work: the store it works on, and how to stop it."""
    stopping = asyncio.Event()
    watchdog = Watchdog(clock.monotonic, lambda: bites.append(clock.monotonic()))
    async with opened(config, clock) as store:
        work = asyncio.create_task(serve(config, store, clock, stopping, watchdog))
        await sandbox.until_connected()
        yield store, watchdog
        stopping.set()
        assert await work == 0


async def test_heart_beats_while_all_is_well(serving, clock, tmp_path):
    file = heartbeat.file_of(tmp_path / "legday.db")
    for _ in range(3):
        await clock.advance(timedelta(minutes=5))
        assert heartbeat.trouble(file, clock.now()) is None


async def test_heart_stops_where_nothing_is_kept_any_more(serving, clock, tmp_path):
    (tmp_path / "legday.db").unlink()

    await clock.advance(timedelta(minutes=5))

    assert heartbeat.trouble(heartbeat.file_of(tmp_path / "legday.db"), clock.now()) is not None


@pytest.mark.parametrize("lost", ["legday.db", "legday.db-wal", "legday.db-shm"])
async def test_a_lost_database_is_told_rescued_and_unhealthy(
    serving, sandbox, tmp_path, caplog, bites, lost
):
    store, _ = serving
    bea = sandbox.person("bea")
    shown = await bea.slash("mydata delete")
    (tmp_path / lost).unlink()

    await sandbox.clock.advance(timedelta(minutes=1))
    told = await bea.press_custom_id("data.delete", on=shown)
    await sandbox.clock.advance(timedelta(hours=1))

    assert errors.WORDS["store_lost"] in told.text
    [copy] = (tmp_path / "backups").glob("*.db")
    assert inspect(copy)
    unhealthy = {one.name for one in caplog.records if "unhealthy" in one.getMessage()}
    assert unhealthy == {"bot.runtime.maintenance", "bot.runtime.process"}
    assert (store.lost, bites) == (True, [])


async def test_backups_are_made_daily_and_rotated(config, clock, tmp_path):
    counts = []

    async with opened(config, clock) as store:
        looking = asyncio.create_task(back_up(store, clock))
        for _ in range(4):
            await clock.advance(timedelta(minutes=12))
            counts.append(len([*(tmp_path / "backups").glob("*.db")]))
            await clock.advance(timedelta(days=1))
        looking.cancel()
        await asyncio.gather(looking, return_exceptions=True)

    assert counts == [1, 2, 2, 2]
    for copy in (tmp_path / "backups").glob("*.db"):
        with contextlib.closing(sqlite3.connect(copy)) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


async def test_watchdog_is_content_while_delivery_ticks(serving, clock, bites):
    _, watchdog = serving

    for _ in range(20):
        await clock.advance(timedelta(minutes=1))
        watchdog.check()

    assert bites == []


async def test_watchdog_bites_when_delivery_hangs(serving, clock, bites):
    store, watchdog = serving
    await clock.advance(timedelta(minutes=1))

    released = asyncio.Event()

    async def hang():
        await clock.wait(released, 3600)

    store.reminders.next_wake = hang
    for _ in range(5):
        await clock.advance(timedelta(minutes=1))
        watchdog.check()
    released.set()

    assert bites
    assert bites[0] <= timedelta(minutes=5).total_seconds()
