"""What is done to all members and servers is done in pages, and leaves none out."""

import pytest

from bot.domain.facts.settings import Kind
from bot.store.engine import paging
from bot.store.members import personal
from bot.store.recurring import posts
from tests import stored

ANN = 180_000_000_000_000_001
MANY = 5


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch):
    for module in (paging, personal, posts):
        monkeypatch.setattr(module, "PAGE", 2)


async def test_plans_of_all_members_are_found(store, log, planned, now):
    for number in range(MANY):
        await log(ANN + number, number + 1, planned(number + 1))

    assert await store.reminders.planned(now) == tuple(ANN + number for number in range(MANY))


async def test_all_silent_members_and_all_closed_reminders_go(store, log, planned, clock):
    for number in range(MANY):
        await log(ANN + number, number + 1, planned(number + 1, hours=-1), planned(number + 1))
    for number in range(MANY):
        await store.reminders.stop(ANN + number)
    await log(ANN + MANY, MANY + 1, planned(MANY + 1, Kind.SLEEP))

    await store.members.purge(clock.advance(days=200))
    counts = [await store.members.counts(ANN + number) for number in range(MANY + 1)]
    assert [one["reminders"] for one in counts] == [0] * MANY + [1]

    assert await store.members.purge(clock.advance(days=365 * 2)) == MANY + 1


async def test_posts_of_all_servers_are_found_and_moved(store, post_of, occurrence, now):
    for number in range(1, MANY + 1):
        await stored.add_post(store, post_of(number, guild_id=number), [occurrence(number)])
        await stored.add_post(store, post_of(number + 10, guild_id=number), [])

    waiting = [of for _, of in await store.posts.waiting()]
    stranded = [post.post_id for post in await store.posts.stranded()]
    later = [occurrence(one.of, hours=5) for one in waiting]
    await store.posts.move(later)

    assert sorted(one.of for one in waiting) == list(range(1, MANY + 1))
    assert stranded == [number + 10 for number in range(1, MANY + 1)]
    assert [of for _, of in await store.posts.waiting()] == later
