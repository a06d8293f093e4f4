"""An operator's commands where the database is on PostgreSQL, and what may be wrong there."""

from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

import asyncpg  # type: ignore[import-untyped]  # it brings no types
import pytest

from bot.cli import doctor_server
from bot.cli.doctor import examine
from bot.clock import SystemClock
from bot.config import Config
from bot.runtime.dumps import apart
from bot.runtime.maintenance import copy_database
from bot.runtime.metrics import Metrics
from bot.runtime.server_copies import is_copied, warn_unless_copied
from bot.store.cluster.anchor import LEADER, LOCKS, SLOTS
from bot.store.engine import server_facts
from bot.store.engine.errors import StoreError
from bot.store.engine.postgres_pool import POOLED, is_pooled, unopened
from bot.store.store import open_store
from tests import postgres, postgres_server
from tests.postgres_server import free_port
from tests.torture.servers import throwaway

CLOCK = SystemClock()
DEADLOCK = "DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = 'deadlock_detected'; END $$"
SECRET = "not-for-the-log"


@pytest.fixture
async def url():
    async with postgres.database() as lent:
        yield lent


@pytest.fixture
async def connection(url):
    opened = await asyncpg.connect(url)
    yield opened
    await opened.close()


@pytest.fixture
def found(url, tmp_path):
    """Run doctor; what it found by subject: levels, and texts."""

    async def examined(**variables):
        environ = {"DATABASE_URL": url, "BACKUP_DIR": str(tmp_path), **variables}
        return {each.about: (str(each.level), each.text) for each in await examine(environ, CLOCK)}

    return examined


async def test_doctor_looks_at_server_schema_room_copies_and_content(found):
    seen = await found()

    levels = {about: level for about, (level, _) in seen.items()}
    assert levels == {
        "settings": "fail",  # there is no token
        **dict.fromkeys(("database", "schema", "connection", "room", "clocks"), "ok"),
        "backups": "warn",
        "processes": "ok",
        "reminders": "ok",
        "rolls": "ok",
        "commands": "warn",
        "time zones": "ok",
        "languages": "ok",
        "papers": "warn",
    }
    wide = await found(SHARD_COUNT="99", SHARD_SLOTS="99", DATABASE_POOL="100")
    assert wide["room"][0] == "warn"


async def test_doctor_knows_a_server_on_this_machine_from_one_at_an_address(found):
    async with throwaway(free_port()) as server:
        here = await found(DATABASE_URL=server.url)
        facts = await server_facts.look(server.url)

    assert here["connection"][0] == "ok"
    elsewhere = doctor_server.connection(replace(facts, local=False))
    assert (str(elsewhere.level), "sslmode" in elsewhere.text) == ("warn", True)


async def test_doctor_opens_nothing_behind_a_pooler_that_lends_no_sessions(url):
    facts = await server_facts.look(url)
    newest = facts.schema or 0

    lent = replace(facts, pooled=True)

    assert doctor_server.is_readable(facts, newest)
    assert not doctor_server.is_readable(lent, newest)
    assert str(doctor_server.connection(lent).level) == "fail"


async def test_doctor_counts_the_connections_of_the_process_that_stands_by(url):
    facts = await server_facts.look(url)
    config = Config(discord_token="", shard_count=4, shard_slots=4, database_pool=8)

    levels = [
        str(doctor_server.room(config, replace(facts, room=room)).level)
        for room in (5 * 9 + doctor_server.SPARE - 1, 5 * 9 + doctor_server.SPARE)
    ]

    assert levels == ["warn", "ok"]


async def test_doctor_finds_slots_nobody_serves_a_lead_nobody_has_and_an_unfinished_move(
    found, connection
):
    two = {"SHARD_COUNT": "2", "SHARD_SLOTS": "2"}
    levels = []
    for lock in (SLOTS, SLOTS + 1, LEADER):
        await connection.execute("SELECT pg_advisory_lock($1, $2)", LOCKS, lock)
        levels.append((await found(**two))["processes"])
    await connection.execute("INSERT INTO moved (table_name, how_many) VALUES ('members', 5000)")

    assert [level for level, _ in levels] == ["warn", "warn", "ok"]
    assert "slots 1" in levels[0][1]
    assert (await found())["move"][0] == "fail"
    assert (server_facts.LOCKS, server_facts.LEADER, server_facts.SLOTS) == (LOCKS, LEADER, SLOTS)


async def nobody_listens(_):
    return f"postgresql://legday:{SECRET}@127.0.0.1:1/legday"


async def no_such_database(connection):
    return postgres.url_of(postgres.server_url(), "nowhere")


async def no_certificate(_):
    return (
        f"postgresql://legday:{SECRET}@127.0.0.1:1/legday?sslmode=verify-full&sslrootcert=/no.pem"
    )


async def certificate_nowhere_named(_):
    return f"postgresql://legday:{SECRET}@127.0.0.1:1/legday?sslmode=verify-full"


async def no_such_role(connection):
    return as_role(f"nobody:{SECRET}")


async def no_more_connections(connection):
    await connection.execute(
        "DO $$ BEGIN CREATE ROLE legday_full LOGIN CONNECTION LIMIT 0;"
        " EXCEPTION WHEN duplicate_object THEN NULL; END $$"
    )
    return as_role(f"legday_full:{SECRET}")


def as_role(user):
    parts = urlsplit(postgres.server_url())
    return urlunsplit(parts._replace(netloc=f"{user}@{parts.netloc.rpartition('@')[2]}"))


@pytest.mark.parametrize(
    ("named", "says"),
    [
        (nobody_listens, "server runs"),
        (no_such_database, "createdb"),
        (no_such_role, "user and password"),
        (no_certificate, "sslrootcert"),
        (certificate_nowhere_named, "sslrootcert"),
        (no_more_connections, "max_connections"),
    ],
)
async def test_a_server_that_cannot_be_reached_is_one_line_without_the_password(
    connection, found, named, says, monkeypatch, tmp_path
):
    monkeypatch.setenv("HOME", str(tmp_path))  # where a driver looks for certificates, too
    url = await named(connection)

    with pytest.raises(StoreError) as refused:
        async with open_store(url, clock=CLOCK):
            pass

    level, text = (await found(DATABASE_URL=url))["database"]
    for said in (str(refused.value), text):
        assert says in said
        assert "\n" not in said
        assert SECRET not in said
    assert level == "fail"
    await connection.execute("DROP ROLE IF EXISTS legday_full")


async def test_a_server_that_cannot_be_used_is_one_line(found):
    async with postgres.empty_database() as url:
        server = await asyncpg.connect(url)
        name = await server.fetchval("SELECT current_database()")
        await server.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
        assert "replica" in await refusal(url)
        assert (await found(DATABASE_URL=url))["database"][0] == "fail"

        await server.execute(f'ALTER DATABASE "{name}" RESET default_transaction_read_only')
        assert (await found(DATABASE_URL=url))["schema"][0] == "ok"
        async with open_store(url, clock=CLOCK):
            pass

        await server.execute(
            "INSERT INTO schema_migrations (version, name, checksum, applied_at, breaks)"
            " VALUES (999, 'later', '', 0, 0)"
        )
        async with open_store(url, clock=CLOCK):
            pass
        await server.execute("UPDATE schema_migrations SET breaks = version / 999")
        assert "newer" in await refusal(url)
        assert (await found(DATABASE_URL=url))["schema"][0] == "warn"
        await server.close()


async def refusal(url):
    with pytest.raises(StoreError) as refused:
        async with open_store(url, clock=CLOCK):
            pass
    assert "\n" not in str(refused.value)
    return str(refused.value)


async def test_connections_that_are_no_sessions_are_noticed(url, connection):
    other = await asyncpg.connect(url)

    assert not await is_pooled(connection, other)
    assert await is_pooled(connection, connection)  # as a pooler lends one session to two
    await other.close()


@pytest.mark.parametrize("statement", ["DEALLOCATE one", "PREPARE one AS SELECT 1"])
async def test_statement_of_another_session_is_told_as_a_poolers_doing(url, connection, statement):
    await connection.execute("PREPARE one AS SELECT 1")
    if statement.startswith("DEALLOCATE"):
        await connection.execute(statement)

    with pytest.raises(asyncpg.PostgresError) as refused:
        await connection.execute(statement)

    assert POOLED in str(unopened(url, refused.value))


async def test_metrics_tell_of_the_pool_and_of_what_is_run_again(url):
    attempts = iter([DEADLOCK])

    def steps():
        yield next(attempts, "SELECT 1"), ()

    async with open_store(url, clock=CLOCK) as store:
        store.database.meters = metrics = Metrics()
        await store.database.transact(steps)
        page = metrics.page({}, store.database.connections, 1).decode()

    assert 'legday_store_retries_total{why="contended"} 1.0' in page
    assert 'legday_store_seconds_count{kind="write"} 1.0' in page
    assert 'legday_store_connections{state="busy"} 0.0' in page


@pytest.fixture
def config(url, tmp_path):
    return Config(
        discord_token="", database_url=url, backup_dir=tmp_path / "backups", backup_keep=2
    )


async def test_backup_is_the_server_s_own_checked_and_rotated(
    config, found, tmp_path, monkeypatch, caplog
):
    monkeypatch.setenv("PATH", f"{postgres_server.programs()}/bin")
    config.backup_dir.mkdir()
    old = [config.backup_dir / f"legday-2026010{day}T000000Z.dump" for day in (1, 2)]
    for one in old:
        one.touch()

    facts = await server_facts.look(config.database_url)
    assert is_copied(config, replace(facts, archives=True), CLOCK.now())
    await warn_unless_copied(config, CLOCK)
    assert [one.name for one in caplog.records] == ["bot.runtime.server_copies"]
    made = await copy_database(config, CLOCK, None)
    await warn_unless_copied(config, CLOCK)
    assert len(caplog.records) == 1
    named = await copy_database(config, CLOCK, tmp_path / "by-hand.dump")

    assert sorted(config.backup_dir.iterdir()) == [old[1], made]
    assert made.read_bytes()[:5] == named.read_bytes()[:5] == b"PGDMP"
    assert made.stat().st_mode & 0o077 == 0
    assert (await found(BACKUP_DIR=str(config.backup_dir)))["backups"][0] == "ok"
    with pytest.raises(StoreError, match="exists already"):
        await copy_database(config, CLOCK, named)


async def test_backup_without_the_server_s_programs_says_what_to_run(config, monkeypatch, tmp_path):
    url = f"postgresql://legday:{SECRET}@db/legday"
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(StoreError, match=r"pg_dump --format=custom .*legday@db/legday") as refused:
        await copy_database(replace(config, database_url=url), CLOCK, None)

    assert SECRET not in str(refused.value)


async def test_backup_that_fails_leaves_nothing_behind(config, monkeypatch):
    monkeypatch.setenv("PATH", f"{postgres_server.programs()}/bin")
    elsewhere = postgres.url_of(config.database_url, "nowhere")

    with pytest.raises(StoreError, match=r"pg_dump failed: .*nowhere"):
        await copy_database(replace(config, database_url=elsewhere), CLOCK, None)

    assert [*config.backup_dir.iterdir()] == []


@pytest.mark.parametrize(
    ("url", "bare", "password"),
    [
        ("postgresql://a:p%40w@db/x?sslmode=require", "postgresql://a@db/x?sslmode=require", "p@w"),
        ("postgresql://a@db/x?password=p%40w", "postgresql://a@db/x", "p@w"),
        ("postgresql://db/x", "postgresql://db/x", ""),
    ],
)
def test_no_password_is_on_a_command_line(url, bare, password):
    assert apart(url) == (bare, password)
