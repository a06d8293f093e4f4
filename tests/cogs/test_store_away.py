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
