"""Many at once, on PostgreSQL from several processes: limits hold and nobody's change is lost."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.settings import MAX_POSTS
from bot.store.store import open_store
from tests import stored

ANN = 180_000_000_000_000_001


@pytest.fixture
async def stores(url, clock):
    """Open the database as several processes do; a file has one process."""
    async with AsyncExitStack() as opened:
        number = 4 if url.startswith("postgresql") else 1
        yield [
            await opened.enter_async_context(open_store(url, clock=clock)) for _ in range(number)
        ]


async def test_posts_added_at_once_keep_to_the_most_a_server_has(stores, post_of):
    added = await asyncio.gather(
        *(
            stored.add_post(stores[number % len(stores)], post_of(number), [])
            for number in range(1, 41)
        )
    )

    assert sum(added) == MAX_POSTS
    assert len(await stored.posts_of(stores[0], 9)) == MAX_POSTS


async def test_entries_of_one_member_at_once_are_all_kept(stores, session_of, now):
    async def log(number):
        made = session_of(ANN, number)
        store = stores[number % len(stores)]
        await store.members.revise(
            ANN, None, now=now, decide=lambda member: (Change(session=made), None)
        )

    await asyncio.gather(*map(log, range(1, 49)))

    member = await stores[0].members.context(ANN, None)
    assert (member.session_count, member.revision) == (48, 48)
