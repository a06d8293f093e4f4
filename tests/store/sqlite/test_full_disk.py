"""A full disk: nothing half-written, and all works again with room."""

import asyncio
from functools import partial

import pytest

from bot.store.engine.errors import StoreUnavailable

ANN = 180_000_000_000_000_001

PUT = "INSERT INTO meta (key, value) VALUES ($1, $2)"
KEYS = "SELECT key FROM meta ORDER BY key"


async def test_a_full_disk_writes_nothing_and_works_again_with_room(store, log):
    def pages(limit):
        return store.database._writer.run(lambda raw: set_limit(raw, limit))

    def set_limit(raw, limit):
        used = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {used + limit}")

    async def log_until_full():
        for number in range(1_000):
            await log(ANN, number, note="x" * 500)
            kept.append(number)

    kept: list[int] = []
    await pages(2)
    with pytest.raises(StoreUnavailable, match="full"):
        await log_until_full()

    assert not await store.database._writer.run(lambda raw: raw.in_transaction)
    assert {s.session_id for s in (await store.members.history(ANN, limit=99)).entries} == set(kept)
    await pages(1_000)
    await log(ANN, 5_000)
    assert (await store.members.history(ANN, limit=1)).total == len(kept) + 1


async def test_a_full_disk_fails_everyone_who_was_told_nothing(store):
    def limit(raw):
        used = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {used + 1}")

    def put_much(name):
        yield PUT, (name, "x" * 1_500)
        return name

    await store.database._writer.run(limit)
    outcomes = await asyncio.gather(
        *(store.database.transact(partial(put_much, f"{number:02}")) for number in range(40)),
        return_exceptions=True,
    )

    told = [outcome for outcome in outcomes if isinstance(outcome, str)]
    assert [row["key"] for row in await store.database.fetch(KEYS)] == told
    assert len(told) < 40
