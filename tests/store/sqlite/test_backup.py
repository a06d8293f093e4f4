"""Backups are whole, checked and rotated; a restore puts one back and keeps what it replaces."""

import asyncio
import os
import stat
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.settings import Consent, Kind
from bot.store.copies.backup import BackupSettings, inspect
from bot.store.copies.restoring import restore as put_back
from bot.store.engine.errors import StoreError, StoreLocked, StoreTooNew
from bot.store.engine.files import database_path
from bot.store.engine.schema import Migration, shipped_migrations
from bot.store.servers import planners
from bot.store.store import open_store
from tests import stored

ANN, BOB, CAT = (180_000_000_000_000_000 + number for number in (1, 2, 3))
NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)


def decided(change, _member):
    return change, None


def restore(backup, path, now):
    """Put a backup in place, untyped: what it replaces is there, but in a fresh folder."""
    return put_back(backup, path, now)


@pytest.fixture
def path(url):
    return database_path(url)


@pytest.fixture
def deletion_list(path):
    return path.with_name(f"{path.name}.deletions")


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


@pytest.mark.parametrize("keep", [1, 2, 7])
async def test_the_newest_backups_stay(url, clock, tmp_path, keep):
    settings = BackupSettings(folder=tmp_path / "elsewhere", keep=keep)
    async with open_store(url, clock=clock, backups=settings) as store:
        made = []
        for _ in range(10):
            made.append(await store.backups.make())
            clock.advance(hours=1)
            assert store.backups.existing() == made[-keep:]
    assert sorted((tmp_path / "elsewhere").iterdir()) == made[-keep:]


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

    kept = restore(backup, path, NOW)

    async with open_store(url, clock=clock) as store:
        assert await store.meta.get("state") == "before"
    restore(kept, path, NOW)
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

    kept = restore(backup, path, NOW)

    async with open_store(url, clock=clock) as store:
        assert await store.meta.get("state") is None
    async with open_store(f"sqlite:///{kept}", clock=clock) as store:
        assert await store.meta.get("state") == "newest"


async def test_restore_onto_nothing(url, path, clock, tmp_path):
    async with open_store(url, clock=clock) as store:
        backup = await store.backups.make()
    moved = tmp_path / "new" / "legday.db"

    assert restore(backup, moved, NOW) is None

    async with open_store(f"sqlite:///{moved}", clock=clock) as store:
        assert await store.reminders.next_wake() is None


async def test_restore_refuses_while_the_bot_runs(store, path):
    backup = await store.backups.make()

    with pytest.raises(StoreLocked):
        restore(backup, path, NOW)


@pytest.mark.parametrize("content", [None, b"", b"nonsense" * 999])
async def test_restore_refuses_what_is_no_backup(url, path, clock, tmp_path, content):
    async with open_store(url, clock=clock) as store:
        await store.meta.set("state", "kept")
    wrong = tmp_path / "wrong.db"
    if content is not None:
        wrong.write_bytes(content)

    with pytest.raises(StoreError):
        restore(wrong, path, NOW)

    async with open_store(url, clock=clock) as store:
        assert await store.meta.get("state") == "kept"


async def test_restore_refuses_a_newer_versions_backup(url, path, clock, tmp_path):
    newer = Migration(version=99, name="later", sql="CREATE TABLE later (x BIGINT);\n")
    other = f"sqlite:///{tmp_path}/other.db"
    async with open_store(other, clock=clock, migrations=(*shipped_migrations(), newer)) as store:
        backup = await store.backups.make()

    with pytest.raises(StoreTooNew):
        restore(backup, path, NOW)


@pytest.fixture
def people(url, clock, session_of):
    """Return a function that opens the store, lets people log or go, and says who is there."""

    async def visit(*log, delete=(), back_up=False):
        async with open_store(url, clock=clock) as store:
            for member_id in log:
                consent = Consent(version=1, given_at=NOW)
                session = session_of(member_id, int(clock.advance(seconds=1).timestamp()))
                change = Change(session=session, consent=consent)
                await store.members.revise(
                    member_id, None, now=clock.now(), decide=partial(decided, change)
                )
            for member_id in delete:
                await store.members.delete(member_id)
            made = await store.backups.make() if back_up else None
            rows = await store.database.fetch("SELECT member_id FROM members ORDER BY member_id")
            return [row["member_id"] for row in rows], made

    return visit


async def test_no_order_of_restores_loses_an_entry_or_brings_a_deleted_member_back(path, people):
    _, first = await people(ANN, back_up=True)
    _, second = await people(BOB, back_up=True)
    await people(CAT, delete=[ANN])

    with_cat = restore(first, path, NOW)
    assert (await people())[0] == []
    restore(second, path, NOW)
    assert (await people())[0] == [BOB]
    restore(with_cat, path, NOW)
    assert (await people())[0] == [BOB, CAT]
    assert first.exists()
    assert second.exists()
    assert with_cat.exists()


async def test_who_came_back_after_a_deletion_is_in_the_copies_made_since(path, people):
    _, before = await people(ANN, back_up=True)
    await people(delete=[ANN])
    _, since = await people(ANN, back_up=True)

    restore(before, path, NOW)
    assert (await people())[0] == []
    restore(since, path, NOW)
    assert (await people())[0] == [ANN]


def current_file_damaged(path):
    path.write_bytes(b"nonsense" * 999)


def current_file_gone(path):
    path.unlink()


def nothing_amiss(_path):
    pass


@pytest.mark.parametrize("amiss", [nothing_amiss, current_file_damaged, current_file_gone])
async def test_a_deletion_outlives_the_database_it_was_made_in(path, people, amiss):
    _, backup = await people(ANN, BOB, back_up=True)
    await people(delete=[ANN])
    amiss(path)

    restore(backup, path, NOW)

    assert (await people())[0] == [BOB]


async def test_who_was_deleted_stays_so_in_an_older_file_copied_into_place_by_hand(path, people):
    _, backup = await people(ANN, BOB, back_up=True)
    await people(delete=[ANN])
    path.write_bytes(backup.read_bytes())

    assert (await people())[0] == [BOB]
    assert (await people(ANN))[0] == [ANN, BOB]
    assert (await people())[0] == [ANN, BOB]


async def test_a_restore_asks_every_copy_for_the_deletions_it_knows(path, people, deletion_list):
    _, first = await people(ANN, BOB, back_up=True)
    await people(delete=[ANN], back_up=True)
    path.unlink()
    deletion_list.unlink()

    restore(first, path, NOW)

    assert (await people())[0] == [BOB]


async def test_a_lost_list_is_written_anew_from_the_database(path, people, deletion_list):
    _, backup = await people(ANN, BOB, back_up=True)
    await people(delete=[ANN])
    deletion_list.unlink()
    await people()
    path.unlink()

    restore(backup, path, NOW)

    assert (await people())[0] == [BOB]


async def test_a_line_that_a_kill_cut_short_spoils_no_other(path, people, deletion_list):
    _, backup = await people(ANN, BOB, CAT, back_up=True)
    await people(delete=[ANN])
    with deletion_list.open("a") as file:
        file.write("\n1795370400 member 0123456789abc")
    await people(delete=[BOB])
    path.write_bytes(backup.read_bytes())

    assert (await people())[0] == [CAT]


async def test_a_deletion_is_not_confirmed_before_it_is_on_the_list(
    url, clock, log, store, deletion_list
):
    await log(ANN, 1)
    deletion_list.mkdir()

    with pytest.raises(StoreError):
        await store.members.delete(ANN)

    deletion_list.rmdir()
    await store.members.delete(ANN)
    assert deletion_list.read_text().count("member") == 1


async def test_the_list_of_deletions_is_private_and_forgets_in_time(
    url, clock, people, deletion_list
):
    await people(ANN, delete=[ANN])
    assert stat.S_IMODE(deletion_list.stat().st_mode) == 0o600
    assert str(ANN) not in deletion_list.read_text()

    clock.advance(days=401)
    await people()

    assert deletion_list.read_text().strip() == ""


async def test_the_list_of_deletions_names_nobody(store, log, path):
    await log(ANN, 1)
    await store.members.delete(ANN)

    [row] = await store.database.fetch("SELECT * FROM deletions")
    assert str(ANN) not in str(tuple(row))


async def test_a_server_that_was_left_stays_forgotten(url, path, clock, post_of):
    async with open_store(url, clock=clock) as store:
        await stored.add_post(store, post_of(1, 9), [])
        await stored.add_post(store, post_of(2, 8), [])
        backup = await store.backups.make()
        await store.guilds.forget(9)

    restore(backup, path, NOW)

    async with open_store(url, clock=clock) as store:
        assert await store.guilds.ids() == {8}


@pytest.fixture
async def planned_and_pressed(url, path, clock, post_of, occurrence):
    """A backup of a post that ANN planned and whose Done she and BOB pressed."""
    async with open_store(url, clock=clock) as store:
        await stored.add_post(store, post_of(1, 9), [occurrence(1)])
        await store.database.transact(lambda: planners.put(ANN, 1))
        await store.database.execute("UPDATE reminders SET message_id = 7 WHERE post_id = 1")
        [row] = await store.database.fetch("SELECT reminder_id FROM reminders")
        for presser in (ANN, BOB):
            await store.post_counts.press(row["reminder_id"], 7, presser)
        return await store.backups.make(), row["reminder_id"]


async def test_who_planned_a_post_or_pressed_done_stays_forgotten_and_the_number_stays(
    url, path, clock, planned_and_pressed
):
    backup, reminder_id = planned_and_pressed
    async with open_store(url, clock=clock) as store:
        await store.members.delete(ANN)

    restore(backup, path, NOW)

    async with open_store(url, clock=clock) as store:
        count = partial(store.post_counts.press, reminder_id, 7)
        assert await store.database.fetch("SELECT 1 FROM post_planners") == []
        assert len(await store.database.fetch("SELECT 1 FROM post_presses")) == 1
        assert [await count(BOB), await count(CAT)] == [2, 3]


async def test_what_was_changed_since_the_backup_is_as_it_was_in_it(
    url, path, clock, planned_and_pressed
):
    backup, reminder_id = planned_and_pressed
    async with open_store(url, clock=clock) as store:
        await store.post_counts.press(reminder_id, 7, CAT)
        await stored.remove_post(store, 9, 1)

    restore(backup, path, NOW)

    async with open_store(url, clock=clock) as store:
        [planner] = await store.database.fetch("SELECT member_id, post_id FROM post_planners")
        assert tuple(planner) == (ANN, 1)
        count = partial(store.post_counts.press, reminder_id, 7)
        assert [await count(one) for one in (ANN, BOB, CAT)] == [2, 2, 3]


async def test_a_kept_copy_is_not_written_over(path, people):
    _, backup = await people(ANN, back_up=True)

    kept = [restore(backup, path, NOW) for _ in range(3)]

    assert len(set(kept)) == 3
    assert all(one.exists() for one in kept)


async def test_what_is_overdue_after_a_restore_is_in_doubt(url, path, clock, session_of, planned):
    async with open_store(url, clock=clock) as store:
        change = Change(
            session=session_of(ANN, 1),
            plan=(planned(1, hours=1), planned(1, Kind.SLEEP, hours=3, ordinal=2)),
            consent=Consent(version=1, given_at=NOW),
        )
        await store.members.revise(ANN, None, now=NOW, decide=lambda _: (change, None))
        backup = await store.backups.make()

    restore(backup, path, clock.advance(hours=2))

    async with open_store(url, clock=clock) as store:
        rows = await store.database.fetch(
            "SELECT first_attempt_at IS NOT NULL AS tried FROM reminders ORDER BY due_at"
        )
        assert [row["tried"] for row in rows] == [1, 0]


async def test_copies_go_when_members_are_told_they_do(url, path, clock, people):
    _, backup = await people(ANN, back_up=True)
    kept = restore(backup, path, NOW)
    os.utime(kept, (NOW.timestamp(), NOW.timestamp()))
    async with open_store(url, clock=clock) as store:
        clock.advance(days=6)
        assert store.backups.forget_old() == []
        clock.advance(days=2)
        newest = await store.backups.make()
        assert set(store.backups.forget_old()) == {backup, kept}
        assert store.backups.existing() == [newest]


async def test_the_database_itself_is_no_backup_of_it(path, people):
    await people(ANN)

    with pytest.raises(StoreError, match="the database itself"):
        restore(path, path, NOW)

    assert (await people())[0] == [ANN]


async def test_a_damaged_database_is_kept_as_it_is_and_replaced(path, people):
    _, backup = await people(ANN, back_up=True)
    path.write_bytes(b"nonsense" * 999)

    kept = restore(backup, path, NOW)

    assert kept.read_bytes() == b"nonsense" * 999
    assert (await people())[0] == [ANN]
