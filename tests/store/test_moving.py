"""A move to the other engine: all of it arrives, whatever cuts it short; else nothing counts."""

from dataclasses import replace

import pytest

from bot.store.engine.deletions import DeletionFile, made
from bot.store.engine.errors import StoreError, StoreLocked, StoreMoved
from bot.store.engine.files import beside, is_server, shown
from bot.store.moving import marks
from bot.store.moving.move import Compared, Side, move
from bot.store.moving.tables import tables
from bot.store.store import open_store
from tests import postgres
from tests.store.telling import ANN, BEN

CAT = 180_000_000_000_000_003
MOST = 500  # transactions of a move
LAST_ID = 90_000  # of a reminder, and of a delivery that was deleted since
# For the tables of which members' changes fill none.
MORE = (
    ("INSERT INTO deliveries (delivery_id, channel_id, made_at) VALUES (7, 90, 1)",),
    ("INSERT INTO deliveries (delivery_id, channel_id, made_at) VALUES ($1, 90, 1)", LAST_ID),
    ("DELETE FROM deliveries WHERE delivery_id = $1", LAST_ID),
    ("SELECT 1 /*postgresql: FROM setval('deliveries_delivery_id_seq', 90000)*/",),
    ("UPDATE reminders SET reminder_id = $1 WHERE member_id = $2", LAST_ID, BEN),
    ("INSERT INTO post_counts (reminder_id, presses, since) VALUES ($1, 1, 1)", LAST_ID),
    ("INSERT INTO post_presses (reminder_id, digest) VALUES ($1, 'y')", LAST_ID),
    ("INSERT INTO notices (guild_id, since) VALUES (9, 1)",),
    (
        "INSERT INTO guilds (guild_id, quiet_start, quiet_end, posts_on, channel_reminders_on,"
        " changed_at) VALUES (9, 0, 0, 1, 1, 1)",
    ),
    ("UPDATE reports SET sleep = 6.1",),
    ("UPDATE leg_sessions SET note = $1", 'Fuß 🦵 "5\\5"'),
)


@pytest.fixture
async def target_url(url, tmp_path, monkeypatch):
    """Return where a database of the other engine is, with nothing in it."""
    if is_server(url):
        yield f"sqlite:///{tmp_path}/target.db"
        return
    monkeypatch.chdir(tmp_path)
    async with postgres.database() as made_there:
        yield made_there


@pytest.fixture
async def source(url, store, told, log, now):
    """Return a database with something in every table."""
    for key in ("a", "B", "_", "é", "Z"):
        await store.meta.set(key, "")
    await log(CAT, 3)
    await store.members.delete(CAT)
    for sql, *values in MORE:
        await store.database.execute(sql, *values)
    return side(store, url)


@pytest.fixture
async def target(target_url, clock):
    async with open_store(target_url, clock=clock, moving=True) as opened:
        yield side(opened, target_url)


def side(store, url):
    async def check_ours():
        assert not store.lost

    database, deleted = store.database, DeletionFile(beside(url))
    return Side(database=database, where=shown(url), deleted=deleted, check_ours=check_ours)


async def held(one):
    """Return all rows of all tables of a side, in no order."""
    found = {}
    for table in tables():
        rows = await one.database.fetch(f"SELECT {', '.join(table.columns)} FROM {table.name}")  # noqa: S608 (the schema's own)
        found[table.name] = sorted((tuple(row) for row in rows), key=repr)
    return found


async def is_refused(one):
    try:
        await marks.refuse_moved(one.database, one.where)
    except StoreMoved:
        return True
    return False


async def test_all_rows_arrive_and_only_the_target_may_be_used(source, target, now):
    moved = await move(source, target, now, page=2)

    assert all(one.agrees and one.source.rows for one in moved)
    assert await held(target) == await held(source)
    assert (await is_refused(source), await is_refused(target)) == (True, False)
    with pytest.raises(StoreMoved, match="nothing is left"):
        await move(source, target, now)


async def test_no_id_is_given_away_again(source, target, now):
    await move(source, target, now)

    added = "INSERT INTO deliveries (channel_id, made_at) VALUES (1, 1)"
    await target.database.execute(added)
    newest = await target.database.fetchrow("SELECT max(delivery_id) AS id FROM deliveries")
    assert newest["id"] > LAST_ID
    copied = "INSERT INTO reminders ({0}) SELECT {0} FROM reminders WHERE reminder_id = $1"
    columns = "member_id, kind, due_at, stale_at, where_to, state, wake_at, attempts"
    await target.database.execute(copied.format(columns), LAST_ID)
    newest = await target.database.fetchrow("SELECT max(reminder_id) AS id FROM reminders")
    assert newest["id"] > LAST_ID


async def test_who_was_deleted_stays_deleted(source, target, target_url, clock, now):
    of_ann = made("member", ANN, now)  # by a bot that ran on the target before
    await target.deleted.add(of_ann)
    await move(source, target, now)

    assert source.deleted.read(now) | {of_ann} <= target.deleted.read(now)
    if is_server(target_url):  # a file is for one process
        async with open_store(target_url, clock=clock) as started:
            assert not any((await started.members.export(ANN)).values())
            assert all((await started.members.export(BEN)).values())


class Dead(Exception):
    """The process is gone."""


class Dying:
    """A database of a process that dies instead of its last transaction."""

    def __init__(self, database, left):
        self._database, self._left = database, left

    def __getattr__(self, name):
        return getattr(self._database, name)

    async def transact(self, make, **given):
        if not self._left:
            raise Dead
        self._left.pop()
        return await self._database.transact(make, **given)


def dying(one, left):
    return replace(one, database=Dying(one.database, left))


async def test_cut_short_at_every_transaction_it_goes_on_where_it_was(source, target, now):
    cut_short = 0
    moved: list[Compared] = []
    while not moved and cut_short < MOST:
        left = [1]
        try:
            moved = await move(dying(source, left), dying(target, left), now, page=2)
        except Dead:
            cut_short += 1
            assert await is_refused(target)

    assert cut_short > len(tables())
    assert moved is not None
    assert cut_short < MOST
    assert all(one.agrees for one in moved)
    assert await held(target) == await held(source)
    assert (await is_refused(source), await is_refused(target)) == (True, False)


async def begun(source, target, now, transactions=9):
    """Cut a move short after so many transactions."""
    with pytest.raises(Dead):
        await move(source, dying(target, [1] * transactions), now, page=2)


async def test_a_source_that_changed_meanwhile_is_refused(source, target, store, now):
    await begun(source, target, now)
    before = await held(target)
    await store.meta.set("a", "changed")

    with pytest.raises(StoreMoved, match="changed"):
        await move(source, target, now)

    assert await held(target) == before
    assert (await is_refused(source), await is_refused(target)) == (False, True)


async def test_a_move_that_another_one_overtook_brings_nothing_twice(source, target, now):
    class Overtaken(Dying):
        async def transact(self, make, **given):
            await self._database.transact(make, **given)
            return await self._database.transact(make, **given)

    overtaken = replace(target, database=Overtaken(target.database, []))
    await begun(source, target, now)

    with pytest.raises(StoreLocked):
        await move(source, overtaken, now, page=2)


@pytest.mark.parametrize(
    ("table", "spoiling"),
    [
        ("leg_sessions", "UPDATE leg_sessions SET note = 'Fuss' WHERE session_id = 1"),
        ("reports", "UPDATE reports SET sleep = 6.10001"),
        ("notices", "UPDATE notices SET told_at = 0"),
        ("post_presses", "DELETE FROM post_presses"),
        ("meta", "INSERT INTO meta (key, value) VALUES ('another', '')"),
    ],
)
async def test_what_differs_is_found_and_neither_counts_as_moved(
    source, target, now, table, spoiling
):
    with pytest.raises(Dead):  # all is there; the source is not marked
        await move(dying(source, []), target, now)
    await target.database.execute(spoiling)

    moved = await move(source, target, now)

    assert [one.table for one in moved if not one.agrees] == [table]
    assert (await is_refused(source), await is_refused(target)) == (False, True)


async def test_a_target_with_data_is_refused(source, target, now):
    await target.database.execute("INSERT INTO meta (key, value) VALUES ('mine', '')")
    before = await held(target)

    with pytest.raises(StoreMoved, match="holds data already"):
        await move(source, target, now)

    assert await held(target) == before
    assert await is_refused(target) is False


async def test_a_row_the_target_does_not_take_is_one_line(source, target, now):
    await begun(source, target, now, transactions=2)
    await target.database.execute("INSERT INTO notices (guild_id, since) VALUES (9, 1)")

    with pytest.raises(StoreError, match="does not take a row of notices") as refused:
        await move(source, target, now, page=2)

    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_nul_characters_are_replaced_and_counted(source, target, now):
    await source.database.execute("UPDATE leg_sessions SET note = 'a' || char(0) || 'b' || char(0)")

    moved = {one.table: one for one in await move(source, target, now)}

    assert all(one.agrees for one in moved.values())
    assert {name: one.source.replaced for name, one in moved.items() if one.source.replaced} == {
        "leg_sessions": 4
    }
    notes = await target.database.fetch("SELECT DISTINCT note FROM leg_sessions")
    assert [row["note"] for row in notes] == ["a\ufffdb\ufffd"]


def test_text_keys_are_in_the_same_order_whatever_the_database_s_language():
    for table in tables():
        statement, _ = table.page((1,), 1)
        for key in table.key:
            assert statement.count(f'{key} /*postgresql: COLLATE "C"*/') == 2 * (key in table.texts)


def test_no_table_comes_before_one_it_refers_to():
    order = [table.name for table in tables()]

    assert order.index("members") < order.index("reminders") < order.index("post_counts")
    assert order.index("post_counts") < order.index("post_presses")
    assert order.index("posts") < order.index("post_planners")
    assert {"moved", "turns", "schema_migrations"}.isdisjoint(order)
