"""SIGKILL: what was acknowledged is there afterwards, what was half done is not."""

import signal

import pytest

from bot.store.store import open_store

WRITER = """
import asyncio, os, sys
from datetime import UTC, datetime
from bot.clock import SystemClock
from bot.domain.facts.member import Change
from bot.domain.facts.training import LegSession
from bot.store.store import open_store

async def main():
    async with open_store(sys.argv[1], clock=SystemClock()) as store:
        for number in range(1, 1_000_000):
            now = datetime.now(UTC)
            session = LegSession(session_id=number, ended_at=now)
            await store.members.revise(
                7, None, now=now, decide=lambda member: (Change(session=session), None)
            )
            print(number, flush=True)

asyncio.run(main())
"""

TRANSACTION = """
import asyncio, os, signal, sys
from bot.clock import SystemClock
from bot.store.store import open_store

def half_a_migration():
    yield "CREATE TABLE shoes (run_id BIGINT)", ()
    yield "INSERT INTO meta (key, value) VALUES ('half', 'done')", ()
    os.kill(os.getpid(), signal.SIGKILL)

async def main():
    async with open_store(sys.argv[1], clock=SystemClock()) as store:
        await store.meta.set("whole", "done")
        await store.database.transact(lambda: half_a_migration())

asyncio.run(main())
"""


@pytest.mark.parametrize("acknowledged", [1, 60])
async def test_killed_after_an_acknowledgement_nothing_acknowledged_is_lost(
    url, clock, start, acknowledged
):
    writer = start(WRITER, url)
    for line in writer.stdout:
        if int(line) >= acknowledged:
            writer.send_signal(signal.SIGKILL)
            break
    told = max([acknowledged, *map(int, writer.stdout.read().split())])

    async with open_store(url, clock=clock) as store:
        kept = {
            session.session_id for session in (await store.members.history(7, limit=10_000)).entries
        }
    assert kept in (set(range(1, told + 1)), set(range(1, told + 2)))


async def test_killed_inside_a_transaction_leaves_the_old_state(url, clock, start):
    ended = start(TRANSACTION, url).wait()

    assert ended == -signal.SIGKILL
    async with open_store(url, clock=clock) as store:
        assert await store.meta.get("whole") == "done"
        assert await store.meta.get("half") is None
        found = await store.database.fetch("SELECT name FROM sqlite_master WHERE name = 'shoes'")
    assert found == []
