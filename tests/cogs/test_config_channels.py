"""Which channel posts come in: the server's, moving along with it, or one of their own."""

from datetime import time

import pytest

from bot.domain.facts.settings import GuildSettings, QuietHours
from bot.store.servers.servers import Servers

POST = {"kind": "hydrate", "time": "14:00"}


@pytest.fixture
def look(gym):
    """Return the server's posts as they are kept."""

    async def look():
        return (await Servers(gym.store.database).look(gym.sandbox.guild.id)).posts

    return look


@pytest.fixture
def other_channel(gym):
    return next(c for c in gym.sandbox.guild.channels.values() if c["name"] == "legday-log")


@pytest.fixture(autouse=True)
async def ready(gym):
    """A server with its channel, its zone and the usual quiet hours set."""
    settings = GuildSettings(
        guild_id=gym.sandbox.guild.id,
        channel_id=int(gym.sandbox.general["id"]),
        zone="Europe/Berlin",
        quiet=QuietHours(start=time(22), end=time(8)),
    )
    await gym.store.guilds.save(settings, now=gym.clock.now())


async def move_server(coach, channel):
    await coach.slash("config setup")
    return await coach.select("The channel for posts and reminders", channel)


def actions(seen):
    return {part["custom_id"] for part in walk(seen.components) if "custom_id" in part}


def posted(person, channel):
    """Return the group posts that somebody sees in a channel."""
    return [seen for seen in person.sees(channel) if "post.done" in str(actions(seen))]


def walk(parts):
    for part in parts:
        yield part
        yield from walk(part.get("components", []))


async def test_post_given_no_channel_comes_where_the_server_moves_to(
    gym, coach, look, other_channel
):
    await coach.slash("config post add", **POST)
    await move_server(coach, other_channel)
    await gym.wait(hours=2)

    assert [post.channel_id for post in await look()] == [int(other_channel["id"])]
    assert len(posted(coach, other_channel)) == 1
    assert posted(coach, gym.sandbox.general) == []


@pytest.mark.parametrize("how", ["added", "edited"])
async def test_post_given_a_channel_stays_until_it_is_moved_by_the_panel(
    gym, coach, look, other_channel, how
):
    general = gym.sandbox.general
    if how == "added":
        await coach.slash("config post add", **POST, channel=general)
    else:
        await coach.slash("config post add", **POST)
        entry = str((await look())[0].post_id)
        await coach.slash("config post edit", entry=entry, channel=general)

    panel = await move_server(coach, other_channel)
    stayed = [post.channel_id for post in await look()]
    moved = await coach.press_custom_id("config.gather", on=panel)
    there = [(post.channel_id, post.follows) for post in await look()]

    assert stayed == [int(general["id"])]
    assert "config.gather" in actions(panel)
    assert there == [(int(other_channel["id"]), True)]
    assert "config.gather" not in actions(moved)


async def test_stopped_post_runs_again_where_the_server_moves_to(gym, coach, look, other_channel):
    await move_server(coach, other_channel)
    await coach.slash("config post add", **POST)
    gym.sandbox.world.delete_channel(other_channel)
    await gym.wait(hours=3)
    stopped = [post.broken for post in await look()]

    await move_server(coach, gym.sandbox.general)
    await gym.wait(days=1)

    assert stopped == ["channel_gone"]
    assert [post.broken for post in await look()] == [None]
    assert len(posted(coach, gym.sandbox.general)) == 1


async def test_deleted_channel_is_never_offered_or_tried_again(gym, coach, look, other_channel):
    await coach.slash("config post add", **POST, channel=other_channel)
    gym.sandbox.world.delete_channel(other_channel)
    await gym.wait(hours=3)
    (post,) = await look()
    entry = str(post.post_id)

    await coach.slash("help")
    notice = await gym.until_shown(coach, "stopped here")
    shown = await coach.slash("config show")
    edited = await coach.slash("config post edit", entry=entry, time="15:00")
    await coach.slash("config post resume", entry=entry)
    await coach.press_custom_id("notice.again", on=notice)
    after = [post.broken for post in await look()]
    await coach.slash("config post edit", entry=entry, channel=gym.sandbox.general)

    offered = actions(notice) | actions(shown) | actions(edited)
    assert not offered & {"notice.again", f"post.resume:{entry}"}
    assert after == ["channel_gone"]
    assert [post.broken for post in await look()] == [None]
