"""The database's server goes away: members are told that nothing was saved, soon enough."""

import pytest

from tests import postgres
from tests.refusals import refusal
from tests.store.postgresql.cutting import Proxy


@pytest.fixture
async def proxy():
    async with postgres.database() as url, Proxy(url) as running:
        yield running


@pytest.fixture
def database_url(proxy, tmp_path, monkeypatch):
    """Return where a database is that can be cut off."""
    monkeypatch.chdir(tmp_path)
    return proxy.url


async def test_a_log_and_a_question_say_that_nothing_was_saved(gym, ann, proxy):
    await gym.join(ann)
    await proxy.__aexit__()

    logged = await ann.slash("legday log", effort=6)
    asked = await ann.slash("canirun")

    assert [refusal(one) for one in (logged, asked)] == ["store_unavailable"] * 2


async def test_what_waits_for_a_press_is_saved_by_another_once_the_store_is_back(gym, ann, proxy):
    asked = await ann.slash("legday log", effort=6, when="yesterday 18:00")
    await ann.click("keep.locate", on=asked)
    await proxy.__aexit__()
    unlocated = await ann.fill(zone="Berlin")
    await proxy.__aenter__()
    await ann.click("keep.locate", on=asked)
    panel = await ann.fill(zone="Berlin")
    await proxy.__aexit__()
    unsaved = await ann.click("keep.only", on=panel)
    await proxy.__aenter__()
    await ann.click("keep.only", on=panel)

    assert [refusal(one) for one in (unlocated, unsaved)] == ["store_unavailable"] * 2
    assert [one.effort for one in (await gym.store.members.context(ann.id, None)).sessions] == [6]
