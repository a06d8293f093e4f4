"""What is SQLite's own: its file, its log, its copies, its query plans."""

import pytest


@pytest.fixture
def url(tmp_path):
    """Return where a fresh database is."""
    return f"sqlite:///{tmp_path}/legday.db"
