"""Notices to members: each told once, without a trip to the database for others."""

import asyncio

import pytest

ANN = 180_000_000_000_000_001
BEN = 180_000_000_000_000_002


@pytest.fixture
def notices(store):
    return store.member_notices


async def test_notice_is_given_to_the_first_who_asks(notices, log):
    await log(ANN, 1)
    await notices.give_back(ANN, ["channel_hidden", "not_a_member", "not_a_member"])

    taken = await asyncio.gather(notices.take(ANN), notices.take(ANN))

    assert sorted(taken) == [(), ("channel_hidden", "not_a_member")]
    assert await notices.take(BEN) == ()


async def test_who_deleted_their_data_is_not_kept_for_a_notice(store, notices, log):
    await log(ANN, 1)
    await store.members.delete(ANN)

    await notices.give_back(ANN, ["not_a_member"])

    assert await notices.take(ANN) == ()


async def test_whom_nothing_waits_for_costs_no_trip(store, notices, log):
    await log(ANN, 1)
    await notices.give_back(ANN, ["not_a_member"])
    await notices.waiting.look()
    before = store.database.round_trips

    assert await notices.take(BEN) == ()

    assert store.database.round_trips == before


async def test_notice_announced_while_they_are_read_is_not_missed(notices, log):
    await log(ANN, 1)
    reading = asyncio.create_task(notices.waiting.look())
    await asyncio.sleep(0)
    await notices.give_back(ANN, ["not_a_member"])
    await reading

    assert await notices.take(ANN) == ("not_a_member",)
