"""What a store refuses to open, in one line each, and how its schema moves forward."""

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.store.engine.connection import WRITER_PRAGMAS
from bot.store.engine.errors import (
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreTooNew,
    StoreUnwritable,
    StoreUrlError,
)
from bot.store.engine.files import database_path
from bot.store.engine.schema import Migration, shipped_migrations
from bot.store.store import open_store

ANN = 180_000_000_000_000_001
NEXT = shipped_migrations()[-1].version + 1
ADD_SHOES = Migration(
    version=NEXT,
    name="shoes",
    sql="""
CREATE TABLE shoes (run_id BIGINT NOT NULL PRIMARY KEY, kind TEXT NOT NULL) /*sqlite: STRICT*/;
INSERT INTO shoes (run_id, kind) VALUES (1, 'easy; not the end'); -- a remark;
ALTER TABLE members ADD COLUMN heat BIGINT;
""",
)

HOLD = """
import asyncio, sys
from bot.clock import SystemClock
from bot.store.store import open_store

async def main():
    async with open_store(sys.argv[1], clock=SystemClock()):
        print("open", flush=True)
        await asyncio.to_thread(sys.stdin.readline)

asyncio.run(main())
"""


@pytest.fixture
def path(url):
    return database_path(url)


def tables(path):
    with closing(sqlite3.connect(path)) as raw:
        return {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}


async def refusal(url, clock, **settings):
    """Return the error of a store that does not open; its text must be one line."""
    with pytest.raises(StoreError) as caught:
        async with open_store(url, clock=clock, **settings):
            pass
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///data/legday.db", "data/legday.db"),
        ("sqlite:////srv/leg%20day/l.db", "/srv/leg day/l.db"),
    ],
)
def test_url_names_a_file(url, path):
    assert database_path(url) == Path(path)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "legday.db",
        "sqlite://",
        "sqlite:///",
        "sqlite:///data/",
        "sqlite://data/legday.db",
        "sqlite:///legday.db?mode=memory",
        "sqlite:///:memory:",
        "sqlite:///~/legday.db",
        "sqlite:///leg%00day.db",
        "sqlite://[",
    ],
)
async def test_a_bad_url_is_refused(url, clock):
    assert isinstance(await refusal(url, clock), StoreUrlError)


async def test_every_connection_is_as_the_standard_asks(store):
    async def pragma(name):
        rows = await store.database._writer.run(
            lambda raw: raw.execute(f"PRAGMA {name}").fetchone()
        )
        return rows[0]

    names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
    assert [await pragma(name) for name in names] == ["wal", 2, 1, 1, 5_000]
    assert await pragma("wal_autocheckpoint") == 4_000
    assert await pragma("temp_store") == 2  # in memory: no copy of an entry in another file
    assert len(WRITER_PRAGMAS) == 6
    strict = await store.database.fetch("SELECT name, strict FROM pragma_table_list")
    loose = [row["name"] for row in strict if not row["strict"]]
    assert [name for name in loose if not name.startswith("sqlite_")] == []


async def test_the_files_are_their_owners_alone(store, path, log):
    await log(ANN, 1)

    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}

    names = ("legday.db", "legday.db-wal", "legday.db-shm", "legday.db.lock")
    assert modes == dict.fromkeys(names, 0o600)


async def test_a_store_that_is_closed_leaves_one_file_and_can_be_opened_again(url, path, clock):
    for _ in range(2):
        async with open_store(url, clock=clock) as store:
            assert await store.members.context(ANN, None)

        assert {file.name for file in path.parent.iterdir()} == {"legday.db", "legday.db.lock"}


async def test_a_second_process_is_refused_until_the_first_is_gone(url, clock, start):
    other = start(HOLD, url)
    assert other.stdout.readline() == "open\n"

    refused = await refusal(url, clock)
    other.kill()
    other.wait()

    assert isinstance(refused, StoreLocked)
    assert f"pid {other.pid}" in str(refused)
    async with open_store(url, clock=clock) as store:
        assert await store.reminders.next_wake() is None


async def test_a_second_store_in_one_process_is_refused_too(store, url, clock):
    assert isinstance(await refusal(url, clock), StoreLocked)


async def test_a_folder_that_cannot_be_made_is_named(tmp_path, clock):
    (tmp_path / "data").write_text("a file")

    refused = await refusal(f"sqlite:///{tmp_path}/data/legday.db", clock)

    assert isinstance(refused, StoreUnwritable)
    assert f"{tmp_path}/data" in str(refused)


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(url, path, clock):
    path.write_bytes(b"My lifting diary. " * 999)

    assert isinstance(await refusal(url, clock), StoreDamaged)
    assert path.read_bytes() == b"My lifting diary. " * 999


async def test_a_damaged_database_is_refused(url, path, clock, session_of):
    async with open_store(url, clock=clock):
        pass
    content = bytearray(path.read_bytes())
    content[4_096:] = bytes(reversed(content[4_096:]))
    path.write_bytes(content)

    assert isinstance(await refusal(url, clock), StoreDamaged)


async def test_a_migration_keeps_what_there_is_and_is_applied_once(url, path, clock):
    async with open_store(url, clock=clock) as store:
        await store.meta.set("kept", "yes")

    for _ in range(2):
        migrations = (*shipped_migrations(), ADD_SHOES)
        async with open_store(url, clock=clock, migrations=migrations) as store:
            assert await store.meta.get("kept") == "yes"
            (run,) = await store.database.fetch("SELECT run_id, kind FROM shoes")
            assert (run["run_id"], run["kind"]) == (1, "easy; not the end")

    (backup,) = (path.parent / "backups").iterdir()
    assert "shoes" not in tables(backup)


async def test_a_first_start_makes_no_backup(store, path):
    assert not (path.parent / "backups").exists()


async def test_a_newer_schema_that_breaks_older_versions_is_refused(url, path, clock):
    breaking = replace(ADD_SHOES, sql=f"-- breaks\n{ADD_SHOES.sql}")
    async with open_store(url, clock=clock, migrations=(*shipped_migrations(), breaking)):
        pass

    assert isinstance(await refusal(url, clock), StoreTooNew)
    assert "shoes" in tables(path)


async def test_a_newer_schema_that_only_adds_is_used(url, clock):
    async with open_store(url, clock=clock, migrations=(*shipped_migrations(), ADD_SHOES)) as store:
        await store.meta.set("kept", "yes")

    async with open_store(url, clock=clock) as store:
        assert await store.meta.get("kept") == "yes"


async def test_a_migration_changed_after_it_was_applied_is_refused(url, clock):
    async with open_store(url, clock=clock):
        pass

    first, *rest = shipped_migrations()
    changed = (replace(first, sql=f"{first.sql}\n-- better"), *rest)
    assert isinstance(await refusal(url, clock, migrations=changed), StoreDamaged)


async def test_a_migration_that_fails_half_way_leaves_the_old_schema(url, path, clock):
    async with open_store(url, clock=clock) as store:
        await store.meta.set("kept", "yes")
    before = tables(path)
    wrong = replace(ADD_SHOES, sql="\n".join([ADD_SHOES.sql, "DROP TABLE nowhere;", ""]))

    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        async with open_store(url, clock=clock, migrations=(*shipped_migrations(), wrong)):
            pass

    assert tables(path) == before
    async with open_store(url, clock=clock, migrations=(*shipped_migrations(), ADD_SHOES)) as store:
        assert await store.meta.get("kept") == "yes"


def test_shipped_migrations_are_numbered_without_gap():
    versions = [migration.version for migration in shipped_migrations()]

    assert versions == list(range(1, NEXT))
