"""A sandbox with the real discord.py connected to it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any, Protocol, TypedDict, Unpack

import discord
import pytest
import yarl
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.sandbox import Sandbox

Command = app_commands.Command[Any, ..., Any]  # of any cog, options and result
InTree = Command | app_commands.Group


class Pulse(TypedDict, total=False):
    """How long a bot waits for an answer to its heartbeat."""

    heartbeat_timeout: float


class Options(Pulse, total=False):
    """What a bot may be started with."""

    intents: discord.Intents


class Bot(commands.AutoShardedBot):
    """The smallest real bot: guilds only, no waiting for guilds after READY."""

    def __init__(self, *, intents: discord.Intents | None = None, **pulse: Unpack[Pulse]) -> None:
        super().__init__(
            command_prefix=[],
            help_command=None,
            intents=discord.Intents(guilds=True) if intents is None else intents,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            guild_ready_timeout=0,
            **pulse,
        )
        self.events: list[str] = []
        self.errors: list[Exception] = []
        self.happened = asyncio.Event()

        @self.tree.error
        async def on_error(_interaction: discord.Interaction, error: Exception) -> None:
            self.errors.append(error)

    def dispatch(self, event: str, /, *args: object, **kwargs: object) -> None:
        self.events.append(event)
        self.happened.set()
        super().dispatch(event, *args, **kwargs)

    async def until(self, event: str, times: int = 1) -> None:
        """Wait until an event was dispatched so many times since the start."""
        async with asyncio.timeout(10):
            while self.events.count(event) < times:
                self.happened.clear()
                await self.happened.wait()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify at once: the sandbox paces only when told to."""


@pytest.fixture
async def sandbox(request: pytest.FixtureRequest) -> AsyncIterator[Sandbox]:
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    unlimited = request.node.get_closest_marker("no_rate_limits") is not None
    async with Sandbox(rate_limits=not unlimited) as running:
        Route.BASE = running.url
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(running.gateway.url)
        yield running
        assert running.violations == []
    Route.BASE = base
    DiscordWebSocket.DEFAULT_GATEWAY = gateway


class Start(Protocol):
    """Start a bot with commands in its tree."""

    async def __call__(
        self, *tree: InTree, ready: bool = True, **options: Unpack[Options]
    ) -> Bot: ...


@pytest.fixture
async def start(sandbox: Sandbox) -> AsyncIterator[Start]:
    """Start bots: `await start(*commands)` adds them to the tree, syncs and connects."""
    async with contextlib.AsyncExitStack() as stack:

        async def start_bot(*tree: InTree, ready: bool = True, **options: Unpack[Options]) -> Bot:
            bot = Bot(**options)
            await stack.enter_async_context(bot)
            for command in tree:
                bot.tree.add_command(command)
            await bot.login(sandbox.token)
            if tree:
                await bot.tree.sync()
            running = asyncio.create_task(bot.connect())
            stack.push_async_callback(ended, running)
            stack.push_async_callback(bot.close)
            if ready:
                async with asyncio.timeout(10):
                    await bot.wait_until_ready()
            return bot

        yield start_bot


async def ended(task: asyncio.Task[None]) -> None:
    with contextlib.suppress(asyncio.CancelledError, discord.ConnectionClosed):
        await asyncio.wait_for(task, 5)


class Extras(TypedDict, total=False):
    """Where a command is offered."""

    allowed_contexts: app_commands.AppCommandContext
    allowed_installs: app_commands.AppInstallationType


Callback = Callable[..., Coroutine[Any, Any, None]]


class Slash(Protocol):
    """Make a slash command of its callback."""

    def __call__(self, name: str, callback: Callback, **extras: Unpack[Extras]) -> Command: ...


@pytest.fixture
def slash() -> Slash:
    """Make a slash command of its callback: `slash("ping", callback)`."""

    def make(name: str, callback: Callback, **extras: Unpack[Extras]) -> Command:
        return app_commands.Command(name=name, description=name, callback=callback, **extras)

    return make
