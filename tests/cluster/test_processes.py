"""Slots, the lead and the shards of several processes, on PostgreSQL."""

import asyncio

import asyncpg  # type: ignore[import-untyped]  # it brings no types
import pytest

from bot.cluster.membership import Word
from bot.store.cluster.anchor import CLUSTER, anchored
from tests.postgres_server import free_port
from tests.torture.servers import throwaway

HOLDER = """
SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND objid = $1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


async def held(waiting):
    """Tell whether a wait goes on, after the second in which each process looks once."""
    done, _ = await asyncio.wait({waiting}, timeout=1.5)
    return not done


async def end_session(url, lock):
    """End the session that holds a lock, and wait until another has the lock."""
    connection = await asyncpg.connect(url)
    before = now = await connection.fetchval(HOLDER, lock)
    await connection.execute(f"SELECT pg_terminate_backend({before})")
    while now in (before, None):
        now = await connection.fetchval(HOLDER, lock)
    await connection.close()


async def test_each_has_a_slot_of_its_own_and_one_leads(join):
    async with join() as one, asyncio.timeout(20):
        first = await one.seat()
        await one.lead()
        async with join() as other:
            second = await other.seat()

            assert [*first.shard_ids(4), *second.shard_ids(4)] == [0, 1, 2, 3]
            assert (one.leads, other.leads) == (True, False)


async def test_who_finds_no_slot_stands_by_until_one_leaves(join):
    async with join(slots=1) as one, asyncio.timeout(20):
        await one.seat()
        async with join(slots=1) as standby:
            waiting = asyncio.create_task(standby.seat())
            leading = asyncio.create_task(standby.lead())
            assert await held(waiting)

            await one.resign()
            await leading
            assert not waiting.done()
            await one.leave()

            assert (await waiting).number == 0


async def test_session_that_ends_is_renewed_where_nobody_else_came(join, url):
    async with join(slots=1) as one, asyncio.timeout(20):
        slot = await one.seat()
        await one.lead()

        await end_session(url, 2)
        async with join(slots=1) as other:
            waiting = asyncio.create_task(other.seat())
            assert await held(waiting)
            waiting.cancel()

        assert (one.leads, await one.seat(), one._gone.is_set()) == (True, slot, False)


async def test_server_gives_up_on_a_machine_that_does_not_take_its_words():
    async with throwaway(free_port()) as server:
        session = await anchored(server.url, lambda: None)

        assert (await session.ask("SHOW tcp_user_timeout"))[0] == "18000"  # ms
        await session.close()


async def test_silent_process_loses_its_session_and_is_told(join):
    async with join(slots=1) as one, asyncio.timeout(20):
        await one.seat()
        await one.lead()
        keeping = next(task for task in one._tasks if task.get_name() == "cluster")
        keeping.cancel()  # it hangs: its session is open, and says nothing
        async with join(slots=1, patience=1.5) as standby:
            await standby.lead()
            await standby.seat()

            one._start(one._keep(), "cluster")  # it goes on
            await one.lost()
            assert standby.leads


@pytest.mark.parametrize("other", [{"count": 8}, {"slots": 4}])
async def test_process_with_other_totals_waits_and_says_so(join, other, caplog):
    async with asyncio.timeout(30):
        async with join() as one:
            await one.admitted()
            async with join(**other) as stranger:
                waiting = asyncio.create_task(stranger.admitted())
                while not (said := [text for text in caplog.messages if "SHARD_COUNT" in text]):
                    assert await held(waiting)
                assert await held(waiting)
                assert not stranger.leads
                assert "4/2 in the processes that run" in said[0]
                assert sum("SHARD_COUNT" in text for text in caplog.messages) == 1
                waiting.cancel()
        async with join(**other) as later:  # nobody runs any more: it may be changed
            await later.admitted()


async def test_process_that_another_is_ahead_of_at_the_first_start_is_told_no_wrong_totals(
    join, url, caplog
):
    async with asyncio.timeout(20):
        ahead = await anchored(url, lambda: None)
        assert await ahead.take(CLUSTER)  # nobody ran: it is about to say how many shards there are
        async with join() as one:
            waiting = asyncio.create_task(one.admitted())
            done, _ = await asyncio.wait({waiting}, timeout=0.7)
            await ahead.free(CLUSTER)
            await waiting
        await ahead.close()

    assert not done
    assert [text for text in caplog.messages if "SHARD_COUNT" in text] == []


async def test_slot_that_is_named_is_waited_for_though_others_are_free(join):
    async with join(slot=1) as one, asyncio.timeout(20):
        assert (await one.seat()).number == 1
        async with join(slot=1) as other:
            assert await held(asyncio.create_task(other.seat()))


async def test_five_processes_for_four_slots(join):
    async with join(slots=4) as a, join(slots=4) as b, join(slots=4) as c, join(slots=4) as d:
        async with asyncio.timeout(20):
            taken = [await one.seat() for one in (a, b, c, d)]
            async with join(slots=4) as fifth:
                waiting = asyncio.create_task(fifth.seat())
                assert await held(waiting)
                await c.leave()

                assert await waiting == taken[2]

    assert sorted(slot.number for slot in taken) == [0, 1, 2, 3]


async def test_words_reach_the_others_and_not_oneself(join):
    heard_here, heard_there = asyncio.Event(), asyncio.Event()

    async with join() as one, join() as other, asyncio.timeout(20):
        await one.admitted()
        await other.admitted()
        one.on(Word.WAKE, heard_here.set)
        other.on(Word.WAKE, heard_there.set)

        one.tell(Word.WAKE)
        await heard_there.wait()

        assert not heard_here.is_set()
