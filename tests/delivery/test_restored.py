"""A restored database does not know what was sent since its backup: it is looked for first."""

import shutil
from datetime import time

import pytest

from bot.domain.facts.settings import Kind, Where
from bot.store.copies.restoring import mark_in_doubt


@pytest.fixture
def engine():
    """Return the engine whose copies are ours."""
    return "sqlite"


@pytest.fixture
def restored(gym):
    """Make a backup, let hours pass, and put the backup in the database's place."""

    async def restore(hours):
        gym.start()
        backup = await gym.store.backups.make()
        await gym.wait(hours=hours)
        await gym.end_engines()
        await gym._open.aclose()
        for old in gym.store.backups.path.parent.glob("legday.db*"):
            old.unlink()
        shutil.copyfile(backup, gym.store.backups.path)
        await gym.open()
        marked = await gym.store.database.transact(lambda: mark_in_doubt(gym.now))
        gym.start()
        await gym.wait(minutes=30)
        return marked

    return restore


async def test_what_was_sent_since_the_backup_does_not_come_again(gym, ann, restored):
    later = gym.reminder(ann, hours=9, ordinal=2)
    await gym.plan(ann, gym.reminder(ann, life=12), later)

    assert await restored(2) == 1

    assert len(ann.inbox) == 1
    assert await gym.ends(ann) == [("sent", None), ("open", None)]
    await gym.wait(hours=9)
    assert len(ann.inbox) == 2


async def test_what_was_not_sent_before_the_restore_comes(gym, ann, restored):
    await gym.plan(ann, gym.reminder(ann, life=12))
    gym.sandbox.faults.fail("POST", "/channels/*/messages", status=503, times=None)

    marked = await restored(1.1)
    gym.sandbox.faults.clear()
    await gym.wait(minutes=11)

    assert marked == 1
    assert await gym.ends(ann) == [("sent", None)]
    assert len(ann.inbox) == 1


async def test_post_that_was_sent_since_the_backup_does_not_come_again(gym, restored):
    ann = gym.sandbox.person("ann")
    await gym.post(at=time(13))

    await restored(1.2)

    assert len(ann.sees()) == 1
    await gym.wait(days=1)
    assert len(ann.sees()) == 2


async def test_channel_reminder_that_was_sent_since_the_backup_does_not_come_again(
    gym, ann, restored
):
    await gym.configure()
    there = {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id}
    await gym.plan(ann, gym.reminder(ann, life=12, **there))

    await restored(2)

    assert len(ann.sees()) == 1


async def test_new_reminder_is_not_taken_for_one_that_was_sent_since_the_backup(gym, ann, restored):
    backup_has_nothing = await restored(0.1)
    await gym.plan(ann, gym.reminder(ann, kind=Kind.SLEEP, hours=1, life=12))
    (row,) = await gym.rows(ann)
    await gym.wait(hours=2)

    assert backup_has_nothing == 0
    assert row.reminder_id > gym.now.timestamp()
    assert len(ann.inbox) == 1


async def test_merged_message_that_was_sent_since_the_backup_does_not_come_again(
    gym, ann, restored
):
    kinds = (Kind.HYDRATE, Kind.SLEEP, Kind.FOAM_ROLL)
    await gym.plan(ann, *(gym.reminder(ann, kind=kind, life=12) for kind in kinds))

    assert await restored(2) == 3

    assert len(ann.inbox) == 1
    assert await gym.ends(ann) == [("sent", None)] * 3


@pytest.fixture
def far_apart(gym):
    """Have the next reminder's id far from those before it, as after a busy hour of others."""

    async def pass_ids():
        await gym.store.database.execute(
            "UPDATE sqlite_sequence SET seq = seq + 40000 WHERE name = 'reminders'"
        )

    return pass_ids


async def test_members_of_a_channel_who_were_reminded_are_not_reminded_again(
    gym, far_apart, restored
):
    await gym.configure()
    people = [gym.sandbox.person(f"p{number}") for number in range(70)]
    there = {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id}
    for person in people:
        await gym.join(person)
        await gym.plan(person, gym.reminder(person, life=12, **there))
        await far_apart()

    assert await restored(2) == 70

    pinged = [user for ping in gym.sandbox.pings for user in ping.users]
    assert sorted(pinged) == sorted(person.id for person in people)
    assert len(people[0].sees()) == 2


async def test_posts_of_a_channel_that_were_sent_since_the_backup_do_not_come_again(
    gym, far_apart, restored
):
    ann = gym.sandbox.person("ann")
    for number in range(20):
        await gym.post(at=time(13), kind=Kind.TEXT, text=f"hall {number:02}")
        await far_apart()

    assert await restored(1.2) == 20

    said = [message.text for message in ann.sees()]
    assert [sum(f"hall {number:02}" in text for text in said) for number in range(20)] == [1] * 20
    assert len(said) == 2
