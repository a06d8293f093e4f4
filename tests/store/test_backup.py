"""Backups are whole, checked and rotated; a restore puts one back and keeps what it replaces."""

import asyncio
import os
import stat
from datetime import timedelta

import pytest

from bot.store.backup import BackupSettings, inspect, restore
from bot.store.errors import StoreDamaged, StoreError, StoreLocked, StoreTooNew
from bot.store.files import database_path
from bot.store.schema import Migration, shipped_migrations
from bot.store.store import open_store

ANN = 180_000_000_000_000_001


@pytest.fixture
def path(url):
    return database_path(url)


async def test_a_backup_made_while_the_bot_writes_is_whole(store, log, clock):
    async def keep_logging():
        for number in range(30):
            await log(ANN, number)

    writing = asyncio.create_task(keep_logging())
    made = await store.backups.make()
    await writing

    assert set(inspect(made)) == {migration.version for migration in shipped_migrations()}
    assert made.name == "legday-20261122T180000Z.db"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


async def test_the_newest_backups_stay(url, clock, tmp_path):
    settings = BackupSettings(folder=tmp_path / "elsewhere", keep=2)
    async with open_store(url, clock=clock, backups=settings) as store:
        made = []
        for _ in range(4):
            made.append(await store.backups.make())
            clock.advance(hours=1)

        assert store.backups.existing() == made[2:]
    assert sorted((tmp_path / "elsewhere").iterdir()) == made[2:]


async def test_a_backup_is_made_when_the_last_is_old_enough(url, clock):
    settings = BackupSettings(every=timedelta(hours=6))
    async with open_store(url, clock=clock, backups=settings) as store:
        first = await store.backups.make_when_due()
        clock.advance(hours=5, minutes=59)
        assert await store.backups.make_when_due() is None
        clock.advance(minutes=1)
        second = await store.backups.make_when_due()

    assert store.backups.existing() == [first, second]


async def test_a_backup_that_cannot_be_made_leaves_nothing(url, clock, tmp_path):
    (tmp_path / "full").write_text("a file where a folder should be")
    settings = BackupSettings(folder=tmp_path / "full")
    async with open_store(url, clock=clock, backups=settings) as store:
        with pytest.raises(StoreError, match="no backup could be made"):
            await store.backups.make()
        assert await store.meta.get("still") is None

    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "full",
        "legday.db",
        "legday.db.lock",
    ]


async def test_restore_drill(url, path, clock, session_of, planned):
    async with open_store(url, clock=clock) as store:
        await store.meta.set("state", "before")
        backup = await store.backups.make()
        await store.meta.set("state", "after")

    kept = path.with_name("legday.db.before-restore")
    assert restore(backup, path) == kept

    async with open_store(url, clock=clock) as store:
        assert await store.meta.get("state") == "before"
    restore(kept, path)
    async with open_store(url, clock=clock) as store:
        assert await store.meta.get("state") == "after"


async def test_the_replaced_file_keeps_its_log(url, path, clock, tmp_path):
    """After a crash the newest entries are in the log alone."""
    async with open_store(url, clock=clock) as store:
        backup = await store.backups.make()
        await store.meta.set("state", "newest")
        for suffix in ("", "-wal"):
            os.link(f"{path}{suffix}", f"{tmp_path}/crashed.db{suffix}")
        crashed = tmp_path / "crashed.db"
        log_copy = (tmp_path / "crashed.db-wal").read_bytes()
        content = crashed.read_bytes()
    (tmp_path / "crashed.db-wal").unlink()
    crashed.unlink()
    path.write_bytes(content)
    (tmp_path / "legday.db-wal").write_bytes(log_copy)

    kept = restore(backup, path)

    async with open_store(url, clock=clock) as store:
        assert await store.meta.get("state") is None
    async with open_store(f"sqlite:///{kept}", clock=clock) as store:
        assert await store.meta.get("state") == "newest"


async def test_restore_onto_nothing(url, path, clock, tmp_path):
    async with open_store(url, clock=clock) as store:
        backup = await store.backups.make()
    moved = tmp_path / "new" / "legday.db"

    assert restore(backup, moved) is None

    async with open_store(f"sqlite:///{moved}", clock=clock) as store:
        assert await store.reminders.next_wake() is None


async def test_restore_refuses_while_the_bot_runs(store, path):
    backup = await store.backups.make()

    with pytest.raises(StoreLocked):
        restore(backup, path)


@pytest.mark.parametrize("content", [None, b"", b"nonsense" * 999])
async def test_restore_refuses_what_is_no_backup(url, path, clock, tmp_path, content):
    async with open_store(url, clock=clock) as store:
        await store.meta.set("state", "kept")
    wrong = tmp_path / "wrong.db"
    if content is not None:
        wrong.write_bytes(content)

    with pytest.raises(StoreDamaged):
        restore(wrong, path)

    async with open_store(url, clock=clock) as store:
        assert await store.meta.get("state") == "kept"


async def test_restore_refuses_a_newer_versions_backup(url, path, clock, tmp_path):
    newer = Migration(version=99, name="later", sql="CREATE TABLE later (x BIGINT);\n")
    other = f"sqlite:///{tmp_path}/other.db"
    async with open_store(other, clock=clock, migrations=(*shipped_migrations(), newer)) as store:
        backup = await store.backups.make()

    with pytest.raises(StoreTooNew):
        restore(backup, path)
