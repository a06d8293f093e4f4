"""A transaction is wholly done or not at all: on errors, when cancelled, on a full disk."""

import asyncio
from functools import partial

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.settings import Kind
from bot.store.engine.database import think
from bot.store.engine.errors import StoreConflict
from bot.store.engine.postgres import Postgres

ANN = 180_000_000_000_000_001

PUT = "INSERT INTO meta (key, value) VALUES ($1, $2)"
KEYS = "SELECT key FROM meta ORDER BY key"
OPEN = """
SELECT pid FROM pg_stat_activity
WHERE datname = current_database() AND state LIKE 'idle in transaction%'
"""


@pytest.fixture
def keys(store):
    async def read():
        return [row["key"] for row in await store.database.fetch(KEYS)]

    return read


@pytest.fixture
def in_transaction(store):
    """Return a function that tells whether a connection was left inside a transaction."""

    async def look():
        if isinstance(store.database, Postgres):
            return await left_open(store.database)
        writer, reader = store.database._writer, store.database._reader
        open_ = [await one.run(lambda raw: raw.in_transaction) for one in (writer, reader)]
        return any(open_)

    return look


async def left_open(database):
    """Wait for what runs; tell whether a session of the server is inside a transaction."""
    if database._running:
        await asyncio.wait(set(database._running))
    return bool(await database.fetch(OPEN))


def put(*names):
    for name in names:
        yield PUT, (name, "")
    return len(names)


def put_then_fail(error, *names):
    yield from put(*names)
    yield KEYS, ()  # PostgreSQL gets writes at the latest with what is asked
    raise error


async def cancelled_at(coroutine, nth):
    """Run a coroutine to its nth await and cancel it there; tell whether it got that far."""
    try:
        for _ in range(nth):
            future = coroutine.send(None)
            future._asyncio_future_blocking = False
            await asyncio.wait({future})
        coroutine.send(None)
        coroutine.throw(asyncio.CancelledError)
    except StopIteration:
        return False
    except asyncio.CancelledError:
        return True
    raise AssertionError("the cancellation was swallowed")


async def test_steps_return_their_result_and_execute_counts_rows(store, keys):
    assert await store.database.transact(lambda: put("a", "b")) == 2
    assert await store.database.execute("UPDATE meta SET value = $1", "x") == 2
    assert await store.database.execute("UPDATE meta SET value = $1 WHERE key = $2", "", "?") == 0
    assert (await store.database.fetchrow(KEYS))["key"] == "a"
    assert await store.database.fetchrow("SELECT key FROM meta WHERE key = $1", "?") is None


async def test_an_error_of_the_database_undoes_the_whole(store, keys, in_transaction):
    await store.database.transact(lambda: put("a"))

    with pytest.raises(StoreConflict):
        await store.database.transact(lambda: put("b", "a"))

    assert await keys() == ["a"]
    assert not await in_transaction()


async def test_an_error_between_the_statements_undoes_the_whole(store, keys, in_transaction):
    with pytest.raises(ZeroDivisionError):
        await store.database.transact(lambda: put_then_fail(ZeroDivisionError(), "a"))

    assert await keys() == []
    assert not await in_transaction()


async def test_one_that_fails_leaves_those_committed_with_it(store, keys):
    await store.database.transact(partial(put, "00"))
    outcomes = await asyncio.gather(
        *(store.database.transact(partial(put, f"{number:02}")) for number in range(1, 10)),
        store.database.transact(lambda: put_then_fail(ZeroDivisionError(), "x")),
        store.database.transact(lambda: put("y", "00")),
        *(store.database.transact(partial(put, f"{number:02}")) for number in range(10, 20)),
        return_exceptions=True,
    )

    failures = [type(outcome) for outcome in outcomes if outcome != 1]
    assert failures == [ZeroDivisionError, StoreConflict]
    assert await keys() == [f"{number:02}" for number in range(20)]


async def test_readers_see_only_what_is_committed(store):
    seen: list[list[object]] = []

    def write_slowly():
        yield PUT, ("a", "")
        yield KEYS, ()
        reading = asyncio.run_coroutine_threadsafe(store.database.fetch(KEYS), loop)
        seen[:] = [(yield from think(partial(reading.result, 9)))]
        yield PUT, ("b", "")

    loop = asyncio.get_running_loop()
    await store.database.transact(write_slowly)

    assert seen == [[]]


async def test_reads_cannot_write(store, keys):
    with pytest.raises(Exception, match=r"read-?only"):
        await store.database.read(lambda: put("a"))

    assert await keys() == []


@pytest.mark.parametrize("nth", range(2))
async def test_cancelled_at_any_await_a_change_is_whole(
    store, session_of, planned, in_transaction, nth
):
    plan = (planned(1), planned(1, Kind.SLEEP))
    change = Change(session=session_of(ANN, 1), plan=plan)
    revising = store.members.revise(
        ANN, None, now=session_of(ANN, 1).ended_at, decide=lambda member: (change, None)
    )

    reached = await cancelled_at(revising, nth)

    assert reached == (nth < 1)  # one round trip, one await: read, decided and kept at once
    assert not await in_transaction()
    exported = await store.members.export(ANN)
    counts = {table: len(exported[table]) for table in ("members", "leg_sessions", "reminders")}
    assert counts == {"members": 1, "leg_sessions": 1, "reminders": 2}


@pytest.mark.parametrize("nth", range(3))
async def test_cancelled_at_any_await_a_delete_is_whole(store, log, in_transaction, nth):
    await log(ANN, 1)

    await cancelled_at(store.members.delete(ANN), nth)

    assert not await in_transaction()
    assert not any((await store.members.export(ANN)).values())
    await log(ANN, 2)
    assert len((await store.members.history(ANN, limit=25)).entries) == 1
