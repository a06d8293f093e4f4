"""Posts whose role can no longer be pinged: they come, and admins are told once."""

import pytest

from tests import stored
from tests.cogs.conftest import NEVER_QUIET

POST = {"kind": "hydrate", "time": "14:00"}


@pytest.fixture(autouse=True)
async def ready(gym):
    await gym.set_up_server(quiet=NEVER_QUIET)


@pytest.fixture
async def crew(gym, coach):
    """A role that a post pings."""
    made = gym.sandbox.world.add_role(gym.sandbox.guild, "Squatters", mentionable=True)
    await coach.slash("config post add", **POST, role=made)
    return made


def delete(gym, role):
    gym.sandbox.world.delete_role(gym.sandbox.guild, role)


def make_unmentionable(gym, role):
    gym.sandbox.deny(gym.sandbox.general, "mention_everyone")
    gym.sandbox.world.update_role(gym.sandbox.guild, role, mentionable=False)


def pinged(gym):
    return [role for ping in gym.sandbox.pings for role in ping.roles]


async def posts(gym):
    return await stored.posts_of(gym.store, gym.sandbox.guild.id)


async def waits(gym):
    """Whether admins have a notice that nobody has seen."""
    found = await gym.store.database.fetch("SELECT guild_id FROM notices WHERE told_at IS NULL")
    return bool(found)


def told(person, role):
    """How often somebody was shown, by itself, what became of a role's ping."""
    return sum(f"<@&{role['id']}>" in seen.text for seen in person.sees() if seen.ephemeral)


@pytest.mark.parametrize("lose", [delete, make_unmentionable])
async def test_lost_ping_is_told_once_and_the_post_goes_on(gym, coach, crew, lose):
    lose(gym, crew)
    before = told(coach, crew)
    await gym.wait(days=2)
    came = [seen for seen in coach.sees(gym.sandbox.general) if not seen.ephemeral]
    await coach.slash("help")
    await gym.until_shown(coach, "A post pings nobody")
    await gym.wait(days=1)

    (post,) = await posts(gym)
    assert (len(came), pinged(gym)) == (2, [])
    assert (post.unpinged, post.broken) == (True, None)
    assert told(coach, crew) == before + 1
    assert not await waits(gym)


async def test_ping_that_arrives_again_is_no_trouble_and_may_be_lost_again(gym, crew):
    make_unmentionable(gym, crew)
    await gym.wait(days=1)
    lost = (await posts(gym))[0].unpinged
    gym.sandbox.world.update_role(gym.sandbox.guild, crew, mentionable=True)
    await gym.wait(days=1)
    found = (await posts(gym))[0].unpinged
    await gym.store.notices.take(gym.sandbox.guild.id, gym.clock.now())
    make_unmentionable(gym, crew)
    await gym.wait(days=1)

    assert (lost, found, await waits(gym)) == (True, False, True)


async def test_another_role_mends_it(gym, coach, crew):
    delete(gym, crew)
    await gym.wait(days=1)
    other = gym.sandbox.world.add_role(gym.sandbox.guild, "Runners", mentionable=True)
    (post,) = await posts(gym)
    await coach.slash("config post edit", entry=str(post.post_id), role=other)
    mended = (await posts(gym))[0].unpinged
    await gym.wait(days=1)

    assert (post.unpinged, mended, pinged(gym)) == (True, False, [int(other["id"])])


async def test_ping_that_arrives_is_no_trouble(gym, crew):
    await gym.wait(days=1)

    (post,) = await posts(gym)
    assert (pinged(gym), post.unpinged, await waits(gym)) == ([int(crew["id"])], False, False)
