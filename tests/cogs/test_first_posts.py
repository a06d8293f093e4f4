"""Set-up ends in something to see: the usual posts, and one sent at once."""

import asyncio
from dataclasses import replace
from datetime import time

import pytest

from bot.domain.facts.settings import GuildSettings, QuietHours
from bot.store.servers.servers import Servers
from tests import stored
from tests.refusals import refusal


@pytest.fixture
async def ready(gym):
    """A server with its channel and zone set, and the quiet hours of the night."""
    settings = GuildSettings(
        guild_id=gym.sandbox.guild.id,
        channel_id=int(gym.sandbox.general["id"]),
        zone="Europe/Berlin",
    )
    await stored.save_server(gym.store, settings, now=gym.clock.now())
    return settings


@pytest.fixture
def posts(gym):
    """Return the server's posts as they are kept."""

    async def look():
        return (await Servers(gym.store.database).look(gym.sandbox.guild.id)).posts

    return look


def public(gym, person):
    """Return what the bot posted for everybody to see."""
    bot = str(gym.bot.user.id)
    seen = person.sees(gym.sandbox.general)
    return [one for one in seen if one.raw["author"]["id"] == bot and not one.ephemeral]


def notice(panel):
    """Return what a panel says of the last press."""
    return panel.text.split("\n")[1]


def has(shown, action):
    return action in {part.get("custom_id") for part in shown.components}


async def test_set_up_ends_with_the_usual_posts_and_one_to_look_at(
    gym, coach, bob, ready, posts, snapshot
):
    panel = await coach.slash("config setup")
    added = await coach.click("config.usual", on=panel)
    kept = await posts()
    sent = await coach.click("config.send", on=added)
    await gym.wait(seconds=1)

    assert panel.text == snapshot
    assert added.text == snapshot
    assert sent.text == snapshot
    assert len(kept) == 3
    assert not any(post.role_id for post in kept)
    assert (has(panel, "config.usual"), has(panel, "config.send")) == (True, False)
    assert (has(added, "config.usual"), has(added, "config.send")) == (False, True)
    (shown,) = public(gym, bob)
    assert shown.text == snapshot
    await gym.wait(hours=7)  # Monday: the warm-up at 17:30 and the water at 19:30 come as well
    assert len(public(gym, bob)) == 3


async def test_server_that_is_not_ready_offers_neither(gym, coach):
    panel = await coach.slash("config setup")

    assert not has(panel, "config.usual")
    assert not has(panel, "config.send")


async def test_of_two_admins_at_once_one_adds_the_posts_and_one_is_told(gym, coach, ready, posts):
    first, second = await coach.slash("config setup"), await coach.slash("config setup")

    answers = await asyncio.gather(
        coach.press_custom_id("config.usual", on=first),
        coach.press_custom_id("config.usual", on=second),
    )

    assert sorted(str(refusal(one)) for one in answers) == ["None", "posts_there_already"]
    assert len(await posts()) == 3


async def test_of_two_admins_at_once_one_sends_and_one_is_told(gym, coach, bob, ready, snapshot):
    added = await coach.click("config.usual", on=await coach.slash("config setup"))
    other = await coach.slash("config setup")

    answers = await asyncio.gather(
        coach.press_custom_id("config.send", on=added),
        coach.press_custom_id("config.send", on=other),
    )
    await gym.wait(minutes=2)
    again = await coach.press_custom_id("config.send", on=other)
    await gym.wait(minutes=1)
    early = len(public(gym, bob))
    await gym.wait(minutes=5)
    await coach.press_custom_id("config.send", on=other)
    await gym.wait(minutes=1)

    said = [notice(one) for one in answers]
    assert len(set(said)) == 2
    assert notice(again) in said
    assert early == 1
    assert len(public(gym, bob)) == 2


async def test_what_is_missing_is_said_and_nothing_is_sent(gym, coach, bob, ready, snapshot):
    added = await coach.click("config.usual", on=await coach.slash("config setup"))
    gym.sandbox.deny(gym.sandbox.general, "send_messages")

    refused = await coach.click("config.send", on=added)
    await gym.wait(minutes=1)
    gym.sandbox.allow(gym.sandbox.general, "send_messages")
    await coach.click("config.send", on=refused)
    await gym.wait(seconds=1)

    assert notice(refused) == snapshot
    assert len(public(gym, bob)) == 1


async def test_nothing_is_sent_in_quiet_hours_off_or_paused(gym, coach, bob, ready, posts):
    added = await coach.click("config.usual", on=await coach.slash("config setup"))
    noon = replace(ready, quiet=QuietHours(start=time(12), end=time(15)))
    await stored.save_server(gym.store, noon, now=gym.clock.now())
    quiet = await coach.press_custom_id("config.send", on=added)
    await stored.save_server(gym.store, ready, now=gym.clock.now())
    panel = await coach.slash("config setup")
    await coach.click("config.posts:off", on=panel)
    off = await coach.press_custom_id("config.send", on=added)
    for post in await posts():
        await coach.slash("config post remove", entry=str(post.post_id))
    none = await coach.press_custom_id("config.send", on=added)
    await gym.wait(minutes=5)

    assert [refusal(one) for one in (quiet, off, none)] == [
        "posts_quiet_now",
        "posts_are_off",
        "no_post_runs",
    ]
    assert public(gym, bob) == []


async def test_usual_posts_leave_out_what_lies_in_quiet_hours(gym, coach, ready, posts):
    evening = replace(ready, quiet=QuietHours(start=time(18), end=time(8)))
    await stored.save_server(gym.store, evening, now=gym.clock.now())

    await coach.click("config.usual", on=await coach.slash("config setup"))

    assert [post.at for post in await posts()] == [time(17, 30)]


@pytest.mark.parametrize("action", ["config.usual", "config.send"])
async def test_only_who_manages_the_server_may(gym, coach, ann, ready, posts, action):
    shown = await ann.slash("help")

    refused = await ann.press_custom_id(action, on=shown)

    assert refusal(refused) == "needs_manage_server"
    assert await posts() == ()
