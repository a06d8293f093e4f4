"""Rolls whose presses one process keeps while another one, the leader, closes and draws them."""

import asyncio
import contextlib

import pytest

from bot.cli.sandbox import UNHURRIED
from bot.client.roll_edits import RollEdits
from bot.cluster.membership import Cluster
from tests.cogs.conftest import NEVER_QUIET
from tests.cogs.test_rollcall import rolls, taking_part

EDITED = "/webhooks/*"
CLOSES_AT = "SELECT closes_at FROM rolls"
CLOSED = "SELECT 1 FROM rolls WHERE closed_at IS NOT NULL"


@pytest.fixture
def leader(gym, monkeypatch):
    """Let another process lead for a block: what it draws goes past ours."""
    monkeypatch.setattr(Cluster, "leads", False)

    @contextlib.asynccontextmanager
    async def leads():
        store, transport = gym.store, gym.bot.transport
        other = RollEdits(
            store,
            transport,
            gym.clock,
            UNHURRIED,
            lambda: True,
            gym.bot.interpreter.of_server,
        )
        running = asyncio.create_task(other.run())
        try:
            yield
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    return leads


async def test_only_who_leads_closes_rolls_and_an_older_view_of_another_does_not_stay(
    gym, leader, ann, bob
):
    await gym.set_up_server(quiet=NEVER_QUIET)
    await bob.slash("group rollcall", text="Leg night")
    await taking_part(ann)
    await ann.click("roll.rest", on=rolls(gym)[-1])
    [row] = await gym.store.database.fetch(CLOSES_AT)
    await gym.wait(seconds=row["closes_at"] - gym.clock.now().timestamp() - 5)
    late = gym.sandbox.faults.hang("PATCH", EDITED)
    await ann.click("roll.in", on=rolls(gym)[-1])
    await gym.sandbox.until_held_back()
    await gym.wait(seconds=10)
    assert not await gym.store.database.fetch(CLOSED)

    async with leader():
        await gym.wait(seconds=5)
        assert await gym.store.database.fetch(CLOSED)
        closed = rolls(gym)[-1].text
        late.release()  # the view from before it was closed comes last
        await gym.until(lambda: rolls(gym)[-1].text != closed)
        await gym.wait(seconds=10)

    assert rolls(gym)[-1].text == closed
