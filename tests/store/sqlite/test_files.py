"""The open database's files: deleted entries leave the log, a lost file is noticed."""

import asyncio
import sqlite3
import stat
from contextlib import closing
from threading import Event
from time import monotonic

import pytest

from bot.store.copies.backup import inspect
from bot.store.engine import sqlite
from bot.store.engine.connection import unusable
from bot.store.engine.errors import StoreDamaged, StoreError, StoreLocked, StoreLost
from bot.store.engine.files import database_path
from bot.store.engine.log_file import existing
from bot.store.store import open_store

ANN, BOB = 180_000_000_000_000_001, 180_000_000_000_000_002
PATIENCE = 30.0  # seconds
MEGABYTE = 2**20
SALTS = slice(16, 24)  # in the log's header: others each time it is begun anew
AT_ONCE = 2.5  # seconds; a write used to wait five behind a reader


@pytest.fixture
def path(url):
    return database_path(url)


@pytest.fixture
def wal(path):
    return path.with_name(f"{path.name}-wal")


async def test_a_deletion_waits_for_no_reader_and_is_erased_when_it_has_ended(
    store, log, path, wal
):
    await log(ANN, 1)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM members").fetchall()
        begun = monotonic()
        await store.members.delete(ANN)
        await log(BOB, 2)
        assert await store.look_after_files()
        assert monotonic() - begun < AT_ONCE
        assert wal.stat().st_size

    assert await store.look_after_files()
    assert wal.stat().st_size == 0


@pytest.fixture
def held_back(monkeypatch):
    """Hold back the checkpoint beside the writer: whether it has begun, and how it may go on."""
    begun, go_on = Event(), Event()

    def hold(statement):
        if "wal_checkpoint" in statement:
            begun.set()
            go_on.wait(PATIENCE)

    def opened(path):
        raw = existing(path)
        raw.set_trace_callback(hold)
        return raw

    monkeypatch.setattr(sqlite, "existing", opened)
    yield begun, go_on
    go_on.set()


async def test_writes_go_on_while_the_log_of_a_deletion_is_written_back(store, log, wal, held_back):
    begun, go_on = held_back
    await log(ANN, 1)
    await store.members.delete(ANN)

    erasing = asyncio.create_task(store.look_after_files())
    assert await asyncio.to_thread(begun.wait, PATIENCE)
    await log(BOB, 2)
    assert not erasing.done()
    go_on.set()

    assert await erasing
    assert wal.stat().st_size == 0
    assert (await store.members.context(BOB, None)).sessions


async def test_no_write_begins_the_log_anew_while_it_is_written_back(
    store, log, path, wal, held_back
):
    begun, go_on = held_back
    await log(ANN, 1)
    await store.members.delete(ANN)
    with closing(existing(path)) as other:
        other.execute("PRAGMA wal_checkpoint(PASSIVE)")

    erasing = asyncio.create_task(store.look_after_files())
    assert await asyncio.to_thread(begun.wait, PATIENCE)
    generation = wal.read_bytes()[SALTS]
    with closing(existing(path)) as other:
        other.execute("PRAGMA wal_checkpoint(PASSIVE)")
    await log(BOB, 2)
    assert wal.read_bytes()[SALTS] == generation
    go_on.set()

    assert await erasing


async def test_the_log_stays_short_after_a_deletion(store, wal):
    await store.members.delete(ANN)
    assert await store.look_after_files()

    for number in range(10):
        await store.meta.set("key", str(number) * 4 * MEGABYTE)

    assert wal.stat().st_size < 25 * MEGABYTE


@pytest.mark.parametrize("lost", ["", "-wal", "-shm"])
@pytest.mark.parametrize("replaced", [False, True])
async def test_nothing_is_called_kept_when_a_file_was_lost(store, log, path, replaced, lost):
    await log(ANN, 1)
    gone = path.with_name(path.name + lost)
    gone.unlink()
    if replaced:
        gone.write_bytes(b"")

    assert not await store.look_after_files()

    with pytest.raises(StoreLost):
        await log(BOB, 2)
    [copy] = store.backups.existing()
    assert inspect(copy)
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT member_id FROM members").fetchall() == [(ANN,)]
    assert not await store.look_after_files()
    assert store.backups.existing() == [copy]


async def test_a_rescue_that_failed_is_tried_again(store, log, path):
    await log(ANN, 1)
    path.unlink()
    store.backups.folder.write_text("a file where a folder should be")

    assert not await store.look_after_files()
    store.backups.folder.unlink()
    assert not await store.look_after_files()

    [copy] = store.backups.existing()
    assert inspect(copy)


async def test_a_file_in_its_place_is_left_alone(store, log):
    assert await store.look_after_files()
    await log(ANN, 1)
    assert store.backups.existing() == []


async def test_a_refused_file_gets_no_lock_file_for_company(url, clock, path):
    path.write_bytes(b"notes of mine, no database" * 99)

    with pytest.raises(StoreError):
        async with open_store(url, clock=clock):
            pass

    assert list(path.parent.iterdir()) == [path]


async def test_a_refusal_leaves_the_lock_of_another_process(store, url, clock, path):
    with pytest.raises(StoreLocked):
        async with open_store(url, clock=clock):
            pass
    with pytest.raises(StoreLocked):
        async with open_store(url, clock=clock):
            pass


async def test_files_that_others_may_read_are_made_private(url, clock, path):
    async with open_store(url, clock=clock):
        pass
    replaced = path.with_name(f"{path.name}.before-restore")
    replaced.write_bytes(b"")
    for file in (path, replaced):
        file.chmod(0o644)

    async with open_store(url, clock=clock):
        modes = {stat.S_IMODE(one.stat().st_mode) for one in path.parent.glob(f"{path.name}*")}

    assert modes == {0o600}


@pytest.mark.parametrize("name", ["READONLY", "CANTOPEN", "BUSY", "IOERR", "FULL", "LOCKED"])
def test_trouble_that_is_no_damage_advises_no_restore(path, name):
    error = sqlite3.OperationalError("trouble")
    error.sqlite_errorcode = getattr(sqlite3, f"SQLITE_{name}") | 0x100

    told = unusable(path, error)

    assert not isinstance(told, StoreDamaged)
    assert "restore" not in str(told)


@pytest.mark.parametrize("name", ["CORRUPT", "NOTADB"])
def test_damage_advises_a_restore(path, name):
    error = sqlite3.DatabaseError("trouble")
    error.sqlite_errorcode = getattr(sqlite3, f"SQLITE_{name}")

    assert isinstance(unusable(path, error), StoreDamaged)
