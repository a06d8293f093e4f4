"""What every suite shares: a local Discord, and how hard the generated tests look.

``HYPOTHESIS_PROFILE`` is default, nightly or quick:

``default`` tries the same examples at every run, so that a red test is the change's doing;
``nightly`` looks for new ones, and prints what brings a failure back; ``quick`` is for trying out
wrong variants of the code.
"""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from hypothesis import HealthCheck, Phase, settings

from bot.sandbox import Sandbox, openapi

SLOW = (HealthCheck.too_slow,)  # two cores shared with other work say nothing about a strategy

settings.register_profile(
    "default", deadline=None, derandomize=True, print_blob=True, suppress_health_check=SLOW
)
settings.register_profile(
    "nightly", deadline=None, max_examples=1500, print_blob=True, suppress_health_check=SLOW
)
settings.register_profile(
    "quick",
    deadline=None,
    max_examples=20,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=SLOW,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "no_rate_limits(reason): the sandbox's rate limits are off, for this reason."
    )


WITHOUT_RATE_LIMITS = {
    "cogs": "days pass in a moment: what discord.py waits for is real seconds, the clock's are not",
}
"""The suites whose sandbox has no rate limits, and why; elsewhere a test says so by its marker."""

Sandbox.wire = openapi.from_env(os.environ)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slowest: what takes half a minute must not be the last to start."""
    items.sort(key=lambda item: "tests/torture/" not in item.nodeid)


@pytest.fixture
def engine() -> str:
    """The database that a bot's store is on; a module that tries both has a fixture of its own."""
    return os.environ.get("LEGDAY_TEST_ENGINE", "sqlite")


@pytest.fixture
async def database_url(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[str]:
    """Where a fresh database is."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'legday.db'}"
        return
    from tests import postgres  # noqa: PLC0415 (most tests need no driver of it)

    monkeypatch.chdir(tmp_path)  # beside it a bot keeps its heartbeat and its list of deletions
    async with postgres.database() as url:
        yield url


@pytest.fixture
async def sandbox(request: pytest.FixtureRequest) -> AsyncIterator[Sandbox]:
    """A local Discord; where its description is at hand, all is held to it."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    marked = request.node.get_closest_marker("no_rate_limits") is not None
    suite = request.path.relative_to(Path(__file__).parent).parts[0]
    async with Sandbox(rate_limits=not marked and suite not in WITHOUT_RATE_LIMITS) as running:
        yield running
        assert running.violations == []
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway
