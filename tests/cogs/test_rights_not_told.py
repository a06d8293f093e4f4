"""Rights of the bot that an interaction does not carry: asked of Discord, never taken for a no."""

import pytest

from bot.store.servers.servers import Servers
from tests.cogs.conftest import NEVER_QUIET

CHANNELS = "config.channel"
GUILD = ("GET", "/guilds/{guild_id}")
POST = {"kind": "hydrate", "time": "14:00"}


@pytest.fixture
def look(gym):
    """Return the server as it is kept."""
    return lambda: Servers(gym.store.database).look(gym.sandbox.guild.id)


@pytest.fixture(autouse=True)
async def ready(gym):
    """A server with channel and zone; Discord does not tell what the bot may do in channels."""
    await gym.set_up_server(quiet=NEVER_QUIET)
    gym.sandbox.world.tells_app_permissions = False


async def add(coach, channel):
    await coach.slash("config post add", **POST, channel=channel)


async def pick(coach, channel):
    await coach.slash("config setup")
    await coach.select(CHANNELS, channel)


def chosen(server):
    """The channels that a server's settings and posts have."""
    return {server.settings.channel_id, *(one.channel_id for one in server.posts)}


@pytest.mark.parametrize(("choose", "times"), [(add, 1), (pick, 2)])  # again for the panel
async def test_channel_without_told_rights_is_asked_about(
    gym, coach, look, other_channel, choose, times
):
    await choose(coach, other_channel)

    assert int(other_channel["id"]) in chosen(await look())
    assert len(gym.sandbox.sent(*GUILD)) == times


@pytest.mark.parametrize("choose", [add, pick])
async def test_asked_channel_where_the_bot_may_not_write_is_refused(
    gym, coach, look, other_channel, choose
):
    gym.sandbox.deny(other_channel, "send_messages")

    await choose(coach, other_channel)

    assert int(other_channel["id"]) not in chosen(await look())


@pytest.mark.parametrize("choose", [add, pick])
async def test_nothing_is_decided_while_discord_does_not_answer(
    gym, coach, look, other_channel, choose
):
    gym.sandbox.faults.fail(*GUILD, status=403, code=50001, times=None)
    before = await look()

    await choose(coach, other_channel)

    assert await look() == before


async def test_role_is_checked_in_the_channel_that_the_post_goes_to(
    gym, coach, look, other_channel
):
    await add(coach, other_channel)
    [post] = (await look()).posts
    secret = gym.sandbox.world.add_role(gym.sandbox.guild, "Secret team")
    gym.sandbox.deny(other_channel, "mention_everyone")

    await coach.slash("config post edit", entry=str(post.post_id), role=secret)
    refused = (await look()).posts[0].role_id
    gym.sandbox.allow(other_channel, "mention_everyone")
    gym.sandbox.deny(gym.sandbox.general, "mention_everyone")
    await coach.slash("config post edit", entry=str(post.post_id), role=secret)

    assert (refused, (await look()).posts[0].role_id) == (None, int(secret["id"]))


async def test_role_is_checked_in_the_servers_channel_where_none_is_named(
    gym, coach, look, other_channel
):
    secret = gym.sandbox.world.add_role(gym.sandbox.guild, "Secret team")
    gym.sandbox.deny(gym.sandbox.general, "mention_everyone")
    elsewhere = gym.sandbox.person("coach")

    await elsewhere.slash("config post add", **POST, role=secret, channel=other_channel)
    await elsewhere.slash("config post add", kind="warm_up", time="15:00", role=secret)

    assert [one.channel_id for one in (await look()).posts] == [int(other_channel["id"])]
