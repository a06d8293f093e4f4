"""DMs refused because no server is shared: they heal by themselves, closed ones do not."""

from datetime import timedelta

import pytest

LEGS = {"effort": 8, "when": "an hour ago"}
RULE = {"kind": "hydrate", "time": "21:00"}


@pytest.fixture
async def left(gym, ann):
    """A member with a daily reminder by DM who left the server, and was not reached since."""
    await gym.join(ann)
    await ann.slash("reminders add", **RULE)
    gym.sandbox.world.remove_member(gym.sandbox.guild, ann.id)
    await gym.wait(days=2)
    return ann


async def state(gym, person):
    member = await gym.store.members.context(person.id, None)
    return member.dm_closed_at is not None, member.dm_unshared


async def ends(gym, person):
    found = await gym.store.reminders.upcoming(person.id)
    return [(str(row.state), row.reason) for row in found]


def come_back(gym, person):
    gym.sandbox.world.add_member(gym.sandbox.guild, person.id)


async def test_member_who_left_is_knocked_at_once_and_nothing_planned_is_lost(gym, left):
    assert await state(gym, left) == (True, True)
    assert await ends(gym, left) == [
        ("given_up", "no_shared_server"),
        ("skipped", "no_shared_server"),
        ("open", None),
    ]


@pytest.mark.parametrize("command", ["profile", "canirun", "reminders show"])
async def test_next_command_in_a_server_brings_dms_back(gym, left, command):
    come_back(gym, left)
    before = len(left.inbox)

    await left.slash(command)
    opened = await state(gym, left)
    await gym.wait(days=1)

    assert opened == (False, False)
    assert len(left.inbox) == before + 1


async def test_change_in_a_server_brings_dms_back_for_what_it_plans(gym, left):
    come_back(gym, left)

    await left.slash("legday log", **LEGS)
    before = len(left.inbox)
    await gym.wait(days=1)

    assert await state(gym, left) == (False, False)
    assert len(left.inbox) > before + 1


async def test_closed_dms_stay_closed_whatever_is_done_in_a_server(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders add", **RULE)
    gym.sandbox.close_dms(ann)
    await gym.clock.advance(timedelta(days=1))
    gym.sandbox.open_dms(ann)

    await ann.slash("reminders show")

    assert await state(gym, ann) == (True, False)


async def test_trying_dms_without_a_shared_server_is_no_closed_dm_either(gym, left):
    come_back(gym, left)
    await left.slash("reminders stop")
    gym.sandbox.world.remove_member(gym.sandbox.guild, left.id)

    await left.dm_slash("reminders resume")
    await gym.until_shown(left.at(left.dm), "We share no server")
    tried = await state(gym, left)
    come_back(gym, left)
    await left.slash("reminders show")

    assert (tried, await state(gym, left)) == ((True, True), (False, False))
