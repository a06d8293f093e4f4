"""Whatever points at a dead channel or a closed DM, it is knocked at twice at most."""

from datetime import time

import pytest

from bot.domain.facts.settings import Kind, Where
from tests import stored

CODES = {"no_access": 50001, "no_permission": 50013, "thread_archived": 50083}


@pytest.fixture
async def many(gym):
    """Twenty posts too long to be merged and forty members' reminders, all for one channel."""
    await gym.configure()
    for _ in range(20):
        await gym.post(at=time(13), kind=Kind.TEXT, text="=" * 1000)
    people = [gym.sandbox.person(f"member{n}") for n in range(40)]
    for person in people:
        await gym.join(person)
        there = {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id}
        await gym.plan(
            person,
            gym.reminder(person, **there),
            gym.reminder(person, hours=5, ordinal=2, **there),
        )
    return people


@pytest.mark.parametrize("reason", CODES)
async def test_channel_is_knocked_at_once_and_everything_to_it_ends_with_the_reason(
    gym, many, reason
):
    gym.sandbox.faults.fail(
        "POST", "/channels/*/messages", status=403, code=CODES[reason], times=None
    )
    gym.start()

    await gym.wait(hours=8)

    assert len(gym.sends()) == 1
    ends = [end for person in many for end in await gym.ends(person)]
    assert {why for _, why in ends} == {reason}
    assert {state for state, _ in ends} <= {"given_up", "skipped"}
    posts = await stored.posts_of(gym.store, gym.sandbox.guild.id)
    assert {post.broken for post in posts} == {reason}
    notices = await gym.store.database.fetch("SELECT guild_id, told_at FROM notices")
    assert [tuple(row) for row in notices] == [(gym.sandbox.guild.id, None)]


async def test_channel_chosen_anew_takes_members_reminders_again(gym, many):
    gym.sandbox.deny(gym.sandbox.general, "send_messages")
    gym.start()
    await gym.wait(hours=2)

    gym.sandbox.allow(gym.sandbox.general, "send_messages")
    await gym.configure()
    await gym.wait(hours=5)

    assert [end[0] for end in await gym.ends(many[0])] == ["skipped", "sent"] or [
        end[0] for end in await gym.ends(many[0])
    ] == ["given_up", "sent"]


async def test_closed_dm_with_many_due_is_knocked_at_once(gym, ann):
    await gym.plan(ann, *(gym.reminder(ann, ordinal=n) for n in range(1, 9)))
    gym.sandbox.close_dms(ann)
    gym.start()

    await gym.wait(hours=3)

    assert len(gym.sends()) == 1
    assert {why for _, why in await gym.ends(ann)} == {"dm_closed"}
