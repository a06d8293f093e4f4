"""What every suite shares: a local Discord, and how hard the generated tests look.

``HYPOTHESIS_PROFILE`` is default, fast, nightly or quick:

``default`` tries the same examples at every run, so that a red test is the change's doing;
``fast`` a third of them, while one works (``make test-fast``);
``nightly`` looks for new ones, and prints what brings a failure back; ``quick`` is for trying out
wrong variants of the code.
"""

import asyncio
import gc
import os
import shutil
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from hypothesis import HealthCheck, Phase, settings

from bot.clock import SystemClock
from bot.sandbox import Sandbox, openapi
from bot.store.store import open_store
from contrib import catalogues
from tests import compiling, forked_workers

gc.disable()  # what is imported and collected stays anyway

MEMORY = Path("/dev/shm")  # noqa: S108 (a folder of pytest's own in it)
"""Where tests keep files, if there is room: on a disk a database waits 2 ms at each commit."""
ROOM = 2 << 30  # bytes

SLOW = (HealthCheck.too_slow,)  # two cores shared with other work say nothing about a strategy

settings.register_profile(
    "default", deadline=None, derandomize=True, print_blob=True, suppress_health_check=SLOW
)
settings.register_profile(
    "fast",
    deadline=None,
    max_examples=33,
    derandomize=True,
    print_blob=True,
    suppress_health_check=SLOW,
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
    if not hasattr(config, "workerinput"):  # the one process that starts the others
        catalogues.compile_all()
        if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_xdist_setupnodes(config: pytest.Config) -> None:
    gc.enable()  # this process collects no tests
    compiling.compile_all(config)


Sandbox.wire = openapi.from_env(os.environ)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slowest: what takes half a minute must not be the last to start."""
    items.sort(key=lambda item: "tests/torture/" not in item.nodeid)


def pytest_collection_finish() -> None:
    """Keep the tests themselves, thousands, out of garbage collections, and those few."""
    gc.freeze()
    gc.set_threshold(50_000, 20)  # new objects; by default 700
    gc.enable()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of today's schema with nobody in it, to be copied: migrating one takes longer."""
    path = tmp_path_factory.mktemp("empty") / "legday.db"

    async def make() -> None:
        async with open_store(f"sqlite:///{path}", clock=SystemClock()):
            pass

    asyncio.run(make())
    return path


@pytest.fixture(scope="session")
def drawing_at_once() -> tuple[str, ...]:
    """The command of a drawing process that need not import its library first."""
    return forked_workers.ready(forked_workers.DRAWING)


@pytest.fixture
def draws_at_once(drawing_at_once: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the bots that are started from now on draw so."""
    from bot.client import app  # noqa: PLC0415 (most tests need no bot)
    from bot.rendering.charts.renderer import Renderer  # noqa: PLC0415

    monkeypatch.setattr(app, "Renderer", partial(Renderer, worker=drawing_at_once))


@pytest.fixture(scope="session")
def reading_at_once() -> tuple[str, ...]:
    """The command of a process that reads a file and need not import first what it does so with."""
    return forked_workers.ready(forked_workers.READING)


@pytest.fixture
def engine() -> str:
    """The database that a bot's store is on; a module that tries both has a fixture of its own."""
    return os.environ.get("LEGDAY_TEST_ENGINE", "sqlite")


@pytest.fixture
async def database_url(
    engine: str, tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[str]:
    """Where a fresh database is."""
    if engine == "sqlite":
        yield f"sqlite:///{shutil.copy(empty_database, tmp_path)}"
        return
    from tests import postgres  # noqa: PLC0415 (most tests need no driver of it)

    monkeypatch.chdir(tmp_path)  # beside it a bot keeps its heartbeat and its list of deletions
    async with postgres.database() as url:
        yield url


@pytest.fixture
async def sandbox(request: pytest.FixtureRequest) -> AsyncIterator[Sandbox]:
    """A local Discord; where its description is at hand, all is held to it."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    unlimited = request.node.get_closest_marker("no_rate_limits") is not None
    async with Sandbox(rate_limits=not unlimited) as running:
        yield running
        assert running.violations == []
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway
