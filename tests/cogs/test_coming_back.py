"""A server the bot was removed from: kept for 30 days, and as before with one press."""

import asyncio
from datetime import time, timedelta

import pytest

from bot.domain.facts.settings import GuildSettings, QuietHours
from tests import stored


@pytest.fixture(autouse=True)
async def before(gym, coach):
    """A server with two posts, one of them paused, that the bot is removed from."""
    settings = GuildSettings(
        guild_id=gym.sandbox.guild.id,
        channel_id=int(gym.sandbox.general["id"]),
        zone="Europe/Berlin",
        quiet=QuietHours(start=time(22), end=time(8)),
    )
    await stored.save_server(gym.store, settings, now=gym.clock.now())
    await coach.slash("config post add", kind="hydrate", time="18:30")
    await coach.slash("config post add", kind="warm_up", time="19:30")
    paused = (await stored.posts_of(gym.store, gym.sandbox.guild.id))[1]
    await coach.slash("config post pause", entry=str(paused.post_id))
    server = await gym.store.servers.look(gym.sandbox.guild.id)
    gym.sandbox.world.uninstall(gym.sandbox.guild)
    async with asyncio.timeout(5):
        while await gym.store.guilds.ids():
            pass
    return server


async def come_back(gym, *, away=False):
    """Invite the bot again, while it runs or ``away``, and wait until it has noticed."""
    if away:
        await gym.stop()
    gym.sandbox.world.install(gym.sandbox.guild)
    if away:
        await gym.start()
    async with asyncio.timeout(5):
        while await gym.store.guilds.left():
            pass
    gym.store.notices.waiting.expect()  # the bot does so just after the row is there


def offers(person, action):
    return [seen for seen in person.sees() if seen.find(action, frozenset({2}))]


async def offer(gym, coach):
    """Return what an admin is asked with the next command."""
    await coach.slash("help")
    return await gym.until_shown(coach, "Nothing comes until you choose")


@pytest.mark.parametrize("away", [False, True])
async def test_one_press_brings_back_all_as_it_was(gym, coach, before, away):
    await gym.wait(days=29)
    await come_back(gym, away=away)

    await coach.click("notice.again", on=await offer(gym, coach))
    after = await gym.store.servers.look(gym.sandbox.guild.id)
    due, _ = await gym.store.reminders.of_posts(
        gym.sandbox.guild.id, gym.clock.now() + timedelta(days=1)
    )

    assert after == before
    assert [one.post.post_id for one in due] == [before.posts[0].post_id]


async def test_nothing_comes_until_an_admin_has_chosen_and_members_are_not_asked(gym, ann):
    await come_back(gym)

    await ann.slash("help")
    await gym.wait(days=2)

    assert offers(ann, "notice.again") == []
    assert await gym.store.reminders.next_wake() is None


async def test_start_anew_deletes_what_was_kept(gym, coach):
    await come_back(gym)

    await coach.click("config.reset", on=await offer(gym, coach))

    server = await gym.store.servers.look(gym.sandbox.guild.id)
    assert (server.settings, server.posts) == (GuildSettings(guild_id=gym.sandbox.guild.id), ())


async def test_server_that_is_joined_again_is_not_purged(gym):
    await come_back(gym)
    await gym.wait(days=40)

    assert await gym.store.guilds.purge() == 0
    assert len(await stored.posts_of(gym.store, gym.sandbox.guild.id)) == 2
