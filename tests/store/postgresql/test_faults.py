"""Connections cut at COMMIT, deadlocks, sessions ended: each transaction once, or not at all."""

import asyncio
from functools import partial

import asyncpg  # type: ignore[import-untyped]  # it brings no types
import pytest

from bot.clock import SystemClock
from bot.domain.facts.member import Change
from bot.domain.facts.settings import Consent, Kind
from bot.store.cluster.anchor import anchored
from bot.store.engine.database import think, together
from bot.store.engine.errors import StoreError, StoreUnavailable, StoreUncertain
from bot.store.engine.postgres import Postgres
from bot.store.engine.postgres_pool import is_lost
from bot.store.store import open_store
from tests.store.postgresql.cutting import Proxy
from tests.torture.servers import throwaway

MOST_TRIPS = 3  # between machines each is half a millisecond
PUT = "INSERT INTO meta (key, value) VALUES ($1, '')"
SET = "UPDATE meta SET value = $2 WHERE key = $1"
SET_NOW = f"{SET} RETURNING key"  # what is asked for is done at once
KEYS = "SELECT key FROM meta ORDER BY key"
END_OTHERS = """
SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


FULL = """
DO $$ BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$
"""


def put(key):
    yield PUT, (key,)
    return key


async def make_table(url):
    session = await asyncpg.connect(url)
    await session.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT)")
    await session.close()


@pytest.fixture
async def proxy(url):
    async with Proxy(url) as running:
        yield running


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_connection_cut_at_commit_neither_loses_nor_doubles(url, proxy, when):
    names = [f"{number:02}" for number in range(10)]
    async with Postgres(proxy.url) as database:
        for name in names:
            proxy.cut = when
            assert await database.transact(partial(put, name)) == name
        proxy.cut = when
        assert await database.execute(SET, "00", "once") == 1

        assert proxy.cuts == len(names) + 1
        assert database.repeats == (proxy.cuts if when == "before" else 0)
        assert [row["key"] for row in await database.fetch(KEYS)] == names


class Patient(SystemClock):
    """A clock by which a server restarts in no time, however busy its machine is."""

    def monotonic(self):
        return super().monotonic() / 100


async def test_after_a_crash_of_the_server_a_commit_is_not_taken_for_ours():
    async with (
        throwaway() as server,
        Proxy(server.url) as proxy,
        Postgres(proxy.url, clock=Patient()) as database,
    ):
        await make_table(server.url)
        proxy.cut, proxy.meanwhile = "after", partial(asyncio.to_thread, server.restart)

        # Another transaction may have got the number of one that the crash took along.
        with pytest.raises(StoreUncertain):
            await database.transact(partial(put, "a"))


async def test_two_that_block_each_other_are_both_done(url):
    begun: set[str] = set()

    def cross(first, second):
        yield SET_NOW, (first, first)
        begun.add(first)
        while len(begun) < len("ab"):
            yield KEYS, ()
        yield SET, (second, first)

    async with Postgres(url) as database:
        await asyncio.gather(*(database.transact(partial(put, key)) for key in "ab"))
        await asyncio.gather(
            database.transact(partial(cross, "a", "b")), database.transact(partial(cross, "b", "a"))
        )

        assert database.repeats >= 1
        values = {row["value"] for row in await database.fetch("SELECT value FROM meta")}
        assert len(values) == 1  # whoever came last wrote both


async def test_sessions_ended_by_the_server_are_replaced(url):
    async with Postgres(url) as database:
        for name in "abc":
            other = await asyncpg.connect(url)
            await other.execute(END_OTHERS)
            await other.close()
            await database.transact(partial(put, name))

        assert [row["key"] for row in await database.fetch(KEYS)] == ["a", "b", "c"]


async def test_a_session_that_ends_before_its_writes_are_sent_is_replaced(url):
    async def end_others():
        other = await asyncpg.connect(url)
        await other.execute(END_OTHERS)
        await other.close()

    def put_late():
        seen = yield from together(keys=(KEYS, ()))
        if len(attempts) == 1:
            yield from think(lambda: asyncio.run(end_others()))
        yield PUT, ("a",)
        return seen

    def attempt():
        attempts.append(1)
        return put_late()

    attempts: list[int] = []
    async with Postgres(url) as database:
        assert await database.transact(attempt) == {"keys": []}

        assert len(attempts) > 1
        assert [row["key"] for row in await database.fetch(KEYS)] == ["a"]


def test_a_session_that_ends_while_it_is_opened_is_lost():
    assert is_lost(asyncpg.InternalClientError("another operation is in progress"), None)
    assert not is_lost(asyncpg.InterfaceError("pool is closing"), None)


async def test_sessions_ended_as_soon_as_they_have_begun_are_replaced(url, proxy):
    async with Postgres(proxy.url, size=2) as database:
        proxy.endings = 2  # of those that the pool begins by itself, too
        other = await asyncpg.connect(url)
        await other.execute(END_OTHERS)
        await other.close()
        await database.transact(partial(put, "a"))

        assert proxy.endings == 0
        assert [row["key"] for row in await database.fetch(KEYS)] == ["a"]


@pytest.mark.parametrize("endings", [1, 2, 3])
async def test_a_server_that_ends_sessions_at_the_start_is_told_in_a_line(proxy, endings):
    proxy.endings = endings
    with pytest.raises(StoreError, match="check that the server runs"):
        async with Postgres(proxy.url, size=1 if endings == 1 else 3):
            pass


async def test_a_server_that_is_gone_is_told_within_three_seconds(url, proxy):
    async with Postgres(proxy.url) as database:
        await proxy.__aexit__()

        async with asyncio.timeout(3):
            with pytest.raises(StoreUnavailable):
                await database.transact(partial(put, "a"))
            with pytest.raises(StoreUnavailable):
                await database.fetch(KEYS)


async def test_a_full_disk_is_told_and_nothing_is_kept(url):
    def fill(key):
        yield from put(key)
        yield FULL, ()

    session = await anchored(url, lambda: None)
    async with Postgres(url) as database:
        with pytest.raises(StoreUnavailable, match="No space left"):
            await database.transact(partial(fill, "a"))
        with pytest.raises(StoreUnavailable):
            await database.execute(FULL)
        with pytest.raises(StoreUnavailable):
            await session.ask(FULL)

        assert await database.fetch(KEYS) == []
        assert await database.transact(partial(put, "b")) == "b"
        assert await session.ask("SELECT 1")
    await session.close()


async def test_a_replica_is_refused(url):
    session = await asyncpg.connect(url)
    name = await session.fetchval("SELECT current_database()")
    await session.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    await session.close()
    try:
        with pytest.raises(StoreError, match="primary"):
            async with Postgres(url):
                pass
    finally:
        session = await asyncpg.connect(url)
        await session.execute("SET default_transaction_read_only = off")
        await session.execute(f"ALTER DATABASE {name} RESET default_transaction_read_only")
        await session.close()


async def test_a_server_that_does_not_answer_is_told_without_the_password(clock, tmp_path):
    url = f"postgresql://ann:se-cret@/legday?host={tmp_path}"

    with pytest.raises(StoreError) as refused:
        async with open_store(url, clock=clock):
            pass

    assert "se-cret" not in str(refused.value)
    assert "\n" not in str(refused.value)


async def test_a_log_costs_few_trips(proxy, clock, session_of, planned, now):
    async def log(number):
        kinds = (Kind.HYDRATE, Kind.SLEEP, Kind.FOAM_ROLL, Kind.CHECKIN, Kind.WALK)
        change = Change(
            session=session_of(1, number),
            plan=tuple(planned(number, kind) for kind in kinds),
            consent=Consent(version=1, given_at=now) if number == 1 else None,
        )
        await store.members.revise(1, None, now=now, decide=lambda member: (change, None))

    async with open_store(proxy.url, clock=clock, pool=1) as store:
        await log(1)
        await log(2)  # its statements are prepared now
        proxy.sent.clear()
        await log(3)

        assert len(proxy.sent) <= MOST_TRIPS


async def test_the_room_of_what_was_deleted_is_free_again(url):
    async with Postgres(url) as database:
        for name in "abc":
            await database.transact(partial(put, name))
        await database.execute("DELETE FROM meta")

        await database.make_room()

        [size] = await database.fetch("SELECT pg_relation_size('meta') AS bytes")
        assert size["bytes"] == 0
