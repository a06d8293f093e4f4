"""What is PostgreSQL's own: sessions that end, locks, types, connections cut at COMMIT."""

import pytest

from tests import postgres


@pytest.fixture
async def url(tmp_path, monkeypatch):
    """Return where a fresh database is."""
    monkeypatch.chdir(tmp_path)
    async with postgres.database() as made:
        yield made
