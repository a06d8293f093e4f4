"""What goes to PostgreSQL as a script: values as they were given, none of them read as SQL."""

import random
from functools import partial

import asyncpg  # type: ignore[import-untyped]  # it brings no types
import pytest

from bot.store.engine.database import Many
from bot.store.engine.errors import StoreConflict, StoreUnavailable
from bot.store.engine.postgres import Postgres
from bot.store.engine.postgres_script import MOST_ROWS, one_row

PUT = "INSERT INTO meta (key, value) VALUES ($1, $2)"
PUT_AGAIN = f"{PUT} ON CONFLICT (key) DO UPDATE SET value = excluded.value"
APPEND = "UPDATE meta SET value = value || $2 WHERE key = $1"
ALL = "SELECT key, value FROM meta"
MAKE = "CREATE TEMPORARY TABLE numbers (whole BIGINT, fraction DOUBLE PRECISION) ON COMMIT DROP"
PUT_NUMBERS = "INSERT INTO numbers (whole, fraction) VALUES ($1, $2)"
HOLD = "UPDATE meta SET value = 'held'"
ODD = ("", "'", "''", "\\", "\\'", "$1", "';DROP TABLE meta;--", "a\nb", "%s", "é", "🦵", "\x01")


@pytest.fixture
async def database(url):
    async with Postgres(url) as opened:
        yield opened


def write(*asks):
    for ask in asks:
        assert (yield ask) == []


async def kept(database):
    return {row["key"]: row["value"] for row in await database.fetch(ALL)}


async def test_any_text_is_kept_as_it_is(database):
    rng = random.Random(7)  # noqa: S311
    signs = [*map(chr, range(1, 128)), "'", "\\", "ß", "語", "🏋"]
    texts = [*ODD, *("".join(rng.choices(signs, k=rng.randrange(20))) for _ in range(300))]
    rows = [(str(number), text) for number, text in enumerate(texts)]

    await database.transact(partial(write, *((PUT, row) for row in rows[:20])))
    await database.transact(partial(write, Many(PUT, rows[20:])))

    assert await kept(database) == dict(rows)


async def test_any_number_is_kept_as_it_is(database):
    rows = [(None, None), (-(2**63), -0.1), (2**63 - 1, 1e300), (True, float("inf")), (0, 5e-324)]

    def steps():
        yield MAKE, ()
        yield Many(PUT_NUMBERS, rows)
        yield PUT_NUMBERS, rows[1]
        return (yield "SELECT whole, fraction FROM numbers", ())

    assert [tuple(row) for row in await database.transact(steps)] == [*rows, rows[1]]


async def test_many_rows_are_several_statements(database):
    rows = [(str(number), "") for number in range(2 * MOST_ROWS + 1)]

    await database.transact(partial(write, Many(PUT, rows), Many(APPEND, [("0", "b"), ("0", "c")])))

    assert await kept(database) == {**dict(rows), "0": "bc"}


@pytest.mark.parametrize(
    ("sql", "row"),
    [
        (PUT, "($1, $2)"),
        (PUT_AGAIN, "($1, $2)"),
        ("INSERT INTO meta VALUES ($1, CAST($2 AS TEXT))", "($1, CAST($2 AS TEXT))"),
        (f"{PUT_AGAIN} || $2", None),
        (APPEND, None),
    ],
)
def test_of_which_statements_several_are_one(sql, row):
    assert one_row(sql) == row


async def test_writes_come_in_order_and_before_what_is_asked(database):
    def steps():
        yield PUT, ("a", "1")
        yield APPEND, ("a", "2")
        seen = yield ALL, ()
        yield APPEND, ("a", "3")
        return seen[0]["value"]

    assert await database.transact(steps) == "12"
    assert await kept(database) == {"a": "123"}


async def test_what_failed_is_undone_and_can_be_written_again(database):
    with pytest.raises(StoreConflict):
        await database.transact(partial(write, (PUT, ("a", "1")), (PUT, ("a", "2"))))
    assert await kept(database) == {}

    await database.transact(partial(write, (PUT, ("a", "1"))))
    assert await kept(database) == {"a": "1"}


async def test_what_comes_after_a_failure_is_prepared_when_it_is_written(url):
    async with Postgres(url, size=1) as database:
        with pytest.raises(StoreConflict):
            await database.transact(
                partial(write, (PUT, ("a", "1")), (PUT, ("a", "1")), (APPEND, ("a", "2")))
            )

        await database.transact(partial(write, (PUT, ("a", "1")), (APPEND, ("a", "3"))))
        assert await kept(database) == {"a": "13"}


async def test_writes_that_wait_too_long_are_undone_and_told(url):
    session = await asyncpg.connect(url)
    async with Postgres(url, command_s=0.2) as database:
        await database.transact(partial(write, (PUT, ("a", "1"))))
        async with session.transaction():
            await session.execute(HOLD)
            with pytest.raises(StoreUnavailable):
                await database.transact(partial(write, (APPEND, ("a", "2"))))

        assert await kept(database) == {"a": "held"}
        await database.transact(partial(write, (APPEND, ("a", "3"))))
        assert await kept(database) == {"a": "held3"}
    await session.close()
