"""Which channel posts come in: the server's, moving along with it, or one of their own."""

import pytest

from bot.store.servers.servers import Servers
from tests import stored
from tests.refusals import refusal

POST = {"kind": "hydrate", "time": "14:00"}


@pytest.fixture
def look(gym):
    """Return the server's posts as they are kept."""

    async def look():
        return (await Servers(gym.store.database).look(gym.sandbox.guild.id)).posts

    return look


@pytest.fixture(autouse=True)
async def ready(gym):
    """A server with its channel, its zone and the usual quiet hours set."""
    await gym.set_up_server()


async def move_server(coach, channel):
    await coach.slash("config setup")
    return await coach.select("config.channel", channel)


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


async def test_panel_of_a_deleted_channel_is_not_ready_and_moves_nothing_there(
    gym, coach, look, other_channel
):
    await move_server(coach, other_channel)
    await coach.slash("config post add", **POST)
    await coach.slash("config post add", **POST, channel=gym.sandbox.general)
    gym.sandbox.world.delete_channel(other_channel)
    await gym.wait(hours=3)

    shown = await coach.slash("config setup")
    moved = await coach.select("config.channel", gym.sandbox.general)

    assert not actions(shown) & {"config.gather", "config.send", "config.welcome"}
    assert "deleted" in shown.text
    assert "deleted" not in moved.text
    assert {"config.send", "config.welcome"} <= actions(moved)


async def test_paused_post_that_moves_along_is_told_to_be_paused(gym, coach, look, other_channel):
    await coach.slash("config post add", **POST)
    (post,) = await look()
    await coach.slash("config post pause", entry=str(post.post_id))

    moved = await move_server(coach, other_channel)

    (line,) = [line for line in moved.text.split("\n") if "14:00" in line]
    assert line.endswith("paused")


@pytest.fixture(params=["command", "panel"])
def choose(request, coach):
    """Choose a channel in either of the two ways, also one that Discord would not offer."""

    async def choose(channel):
        if request.param == "command":
            return await coach.slash("config post add", unchecked=True, **POST, channel=channel)
        panel = await coach.slash("config setup")
        return await coach.select("config.channel", channel, on=panel, unchecked=True)

    return choose


async def places(gym):
    """Return the channels that anything of the server goes to."""
    server = await gym.store.servers.look(gym.sandbox.guild.id)
    return {server.settings.channel_id, *(post.channel_id for post in server.posts)}


TAKING_NO_POSTS = [2, 4, 13, 15, 16]


async def test_channel_of_a_kind_that_takes_no_posts_is_refused(gym, choose, subtests):
    for kind in TAKING_NO_POSTS:
        with subtests.test(kind=kind):
            channel = gym.sandbox.world.add_channel(gym.sandbox.guild, "loud", kind)

            await choose(channel)

            assert int(channel["id"]) not in await places(gym)


async def test_thread_takes_posts_and_is_not_called_deleted(gym, coach, choose):
    thread = gym.sandbox.world.add_thread(gym.sandbox.general, "leg day crew")
    await choose(thread)
    if not await stored.posts_of(gym.store, gym.sandbox.guild.id):
        await coach.slash("config post add", **POST)

    overview = await coach.slash("config show")
    await gym.wait(hours=2)

    assert int(thread["id"]) in await places(gym)
    assert "\u26a0" not in overview.text
    assert len(posted(coach, thread)) == 1


async def test_thread_without_its_own_right_is_refused(gym, choose):
    thread = gym.sandbox.world.add_thread(gym.sandbox.general, "leg day crew")
    gym.sandbox.deny(gym.sandbox.general, "send_messages_in_threads")

    await choose(thread)

    assert int(thread["id"]) not in await places(gym)


async def test_thread_needs_no_right_to_send_in_its_channel(gym, choose):
    thread = gym.sandbox.world.add_thread(gym.sandbox.general, "leg day crew")
    gym.sandbox.deny(gym.sandbox.general, "send_messages")

    await choose(thread)

    assert int(thread["id"]) in await places(gym)


async def test_post_that_is_there_already_is_refused(gym, coach, look, other_channel):
    await coach.slash("config post add", **POST)
    await coach.slash("config post add", **POST)
    await coach.slash("config post add", **POST, channel=gym.sandbox.general)
    once = len(await look())
    for other in ({"channel": other_channel}, {"kind": "warm_up"}):
        await coach.slash("config post add", **{**POST, **other})

    assert once == 1
    assert len(await look()) == 3


async def test_post_that_is_there_on_some_of_its_days_is_refused(coach, look):
    await coach.slash("config post add", **POST, days="mon wed")
    twice = await coach.slash("config post add", **POST, days="wed fri")
    once = len(await look())
    other_days = await coach.slash("config post add", **POST, days="tue thu")

    assert (once, refusal(twice)) == (1, "post_is_there")
    assert (len(await look()), refusal(other_days)) == (2, None)


async def test_post_is_not_edited_into_one_that_is_there(coach, look):
    await coach.slash("config post add", **POST)
    await coach.slash("config post add", kind="hydrate", time="15:00")
    before = await look()

    await coach.slash("config post edit", entry=str(before[1].post_id), time="14:00")

    assert await look() == before
