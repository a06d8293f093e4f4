"""Whoever planned a post that stopped is told with their next answer, of any kind, anywhere."""

import asyncio

import pytest

from bot.domain.decisions import servers
from bot.texts.servers import notices
from tests import stored
from tests.cogs.conftest import NEVER_QUIET

POST = {"kind": "hydrate", "time": "14:00"}
TITLE = notices.planned_by_you([]).title


@pytest.fixture(autouse=True)
async def ready(gym):
    await gym.set_up_server(quiet=NEVER_QUIET)


@pytest.fixture
async def stopped(gym, coach):
    """A post of the coach's that could not be sent."""
    await coach.slash("config post add", **POST)
    gym.sandbox.deny(gym.sandbox.general, "send_messages")
    await gym.wait(days=1)
    (post,) = await stored.posts_of(gym.store, gym.sandbox.guild.id)
    assert post.broken is not None
    return post


def told(person):
    return [seen for seen in person.sees() if TITLE in seen.text]


async def untold(gym):
    return len(await gym.store.database.fetch("SELECT 1 FROM post_planners WHERE untold = 1"))


async def until_over(gym):
    """Wait until the notice was looked up: an answer is followed by it."""
    async with asyncio.timeout(10):
        while await untold(gym):
            pass  # each look is a round trip to the store


async def test_told_once_though_another_admin_saw_it_first(gym, coach, stopped):
    await gym.store.notices.take(gym.sandbox.guild.id, gym.clock.now())  # by another admin

    await coach.slash("help")
    shown = await gym.until_shown(coach, TITLE)
    await coach.slash("help")
    await gym.wait(hours=1)

    assert shown.ephemeral
    assert len(told(coach)) == 1


async def test_admin_who_planned_it_is_told_once_in_all(gym, coach, stopped):
    await coach.slash("help")
    await until_over(gym)
    await gym.wait(hours=1)

    assert told(coach) == []
    assert sum(seen.find("notice.again", frozenset({2})) is not None for seen in coach.sees()) == 1


async def test_who_planned_nothing_is_not_told(gym, ann, stopped):
    await ann.slash("help")
    await gym.wait(hours=1)

    assert told(ann) == []
    assert await untold(gym) == 1


async def test_what_runs_again_is_not_told(gym, coach, stopped):
    now = gym.clock.now()
    await gym.store.servers.revise(
        stopped.guild_id, now=now, decide=lambda server: servers.mend(server, now)
    )

    assert await gym.store.planners.take(coach.id) == ()
    assert await untold(gym) == 0


async def test_told_elsewhere_what_a_failed_answer_gave_back(gym, coach, stopped):
    await gym.store.notices.take(stopped.guild_id, gym.clock.now())
    await gym.store.planners.give_back(await gym.store.planners.take(coach.id))

    await coach.dm_slash("help")

    assert await gym.until_shown(coach.at(coach.dm), TITLE)


async def test_deleted_data_takes_who_planned_it_along(gym, coach, stopped):
    await gym.store.members.delete(coach.id)

    assert await gym.store.database.fetch("SELECT 1 FROM post_planners") == []
    assert (await stored.posts_of(gym.store, gym.sandbox.guild.id)) == (stopped,)
