"""A local Discord, and bots that connect to it the way the process does."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import discord
import pytest

from bot.client.app import EXTENSIONS, LegdayBot
from bot.client.gateway import PatientBot, use_api
from bot.config import Config
from bot.runtime.connection import connected
from bot.sandbox import Sandbox, SandboxClock
from bot.store.store import Store, open_store


@pytest.fixture
def clock(sandbox: Sandbox) -> SandboxClock:
    """The clock the sandbox and its bots share."""
    assert isinstance(sandbox.clock, SandboxClock)
    return sandbox.clock


class Listener(PatientBot):
    """The gateway part alone: it has no commands and keeps what it is told."""

    def __init__(self, clock: SandboxClock) -> None:
        super().__init__(clock, intents=discord.Intents(guilds=True), guild_ready_timeout=0)
        self.events: list[tuple[str, tuple[object, ...]]] = []
        self.happened = asyncio.Event()

    def dispatch(self, event_name: str, /, *args: object, **kwargs: object) -> None:
        self.events.append((event_name, args))
        self.happened.set()
        super().dispatch(event_name, *args, **kwargs)

    async def until(self, name: str, times: int = 1) -> tuple[object, ...]:
        """Wait for an event and return its arguments."""
        async with asyncio.timeout(10):
            while len(found := [args for event, args in self.events if event == name]) < times:
                self.happened.clear()
                await self.happened.wait()
        return found[times - 1]


class PassUntil(Protocol):
    """Advance the clock by small steps until something holds; return the seconds it took."""

    async def __call__(self, holds: Callable[[], bool], *, step: int = 1) -> int: ...


Listen = Callable[[], contextlib.AbstractAsyncContextManager[tuple[Listener, asyncio.Task[None]]]]


@pytest.fixture
def listen(sandbox: Sandbox, clock: SandboxClock) -> Listen:
    """Connect a listener to the sandbox; gives it and the task of its connection."""

    @contextlib.asynccontextmanager
    async def connect() -> AsyncIterator[tuple[Listener, asyncio.Task[None]]]:
        use_api(sandbox.url)
        async with Listener(clock) as bot:
            await bot.log_in(sandbox.token)
            task = asyncio.create_task(bot.connect())
            try:
                yield bot, task
            finally:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)

    return connect


@pytest.fixture
def pass_until(clock: SandboxClock) -> PassUntil:
    """Advance the clock by small steps until something holds; return the seconds it took."""

    async def advance(holds: Callable[[], bool], *, step: int = 1) -> int:
        for count in range(20_000):
            if holds():
                return count * step
            await clock.advance(timedelta(seconds=step))
        raise AssertionError("it never held")

    return advance


@pytest.fixture
def config(sandbox: Sandbox, tmp_path: Path) -> Config:
    """The settings of a bot in the sandbox."""
    return Config(
        discord_token=sandbox.token,
        database_url=f"sqlite:///{tmp_path}/legday.db",
        discord_api_base=sandbox.url,
        backup_every_hours=0,
    )


@pytest.fixture
async def store(config: Config, clock: SandboxClock) -> AsyncIterator[Store]:
    """An empty store, open."""
    async with open_store(config.database_url, clock=clock) as opened:
        yield opened


class Online(Protocol):
    """Bring a bot online for a block."""

    def __call__(
        self, extensions: tuple[str, ...] = EXTENSIONS
    ) -> contextlib.AbstractAsyncContextManager[LegdayBot]: ...


@pytest.fixture
def online(sandbox: Sandbox, config: Config, store: Store, clock: SandboxClock) -> Online:
    """Bring a bot online for a block: ``async with online() as bot``."""

    @contextlib.asynccontextmanager
    async def connect(extensions: tuple[str, ...] = EXTENSIONS) -> AsyncIterator[LegdayBot]:
        bot = LegdayBot(config, store, clock, extensions=extensions)
        async with connected(bot) as connection:
            arrived = asyncio.create_task(sandbox.until_connected())
            await asyncio.wait({connection, arrived}, return_when=asyncio.FIRST_COMPLETED)
            arrived.cancel()
            if connection.done():
                await connection
            yield bot

    return connect


@pytest.fixture
def extension(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """Write an extension and give its name."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def write(name: str, source: str) -> str:
        (tmp_path / f"{name}.py").write_text(source)
        return name

    return write
