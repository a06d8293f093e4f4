"""A sandbox with the real discord.py connected to it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import discord
import pytest
import yarl
from discord import app_commands
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.sandbox import Sandbox

Command = app_commands.Command[Any, ..., Any]


class Bot(commands.AutoShardedBot):
    """The smallest real bot: guilds only, no waiting for guilds after READY."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            command_prefix=[],
            help_command=None,
            intents=options.pop("intents", discord.Intents(guilds=True)),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            guild_ready_timeout=0,
            **options,
        )
        self.events: list[str] = []
        self.errors: list[Exception] = []
        self.happened = asyncio.Event()

        @self.tree.error
        async def on_error(_interaction: discord.Interaction, error: Exception) -> None:
            self.errors.append(error)

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
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


Start = Callable[..., Awaitable[Bot]]


@pytest.fixture
async def start(sandbox: Sandbox) -> AsyncIterator[Start]:
    """Start bots: `await start(*commands)` adds them to the tree, syncs and connects."""
    async with contextlib.AsyncExitStack() as stack:

        async def start_bot(*tree: Command, ready: bool = True, **options: Any) -> Bot:
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


@pytest.fixture
def slash() -> Callable[..., Command]:
    """Make a slash command of its callback: `slash("ping", callback)`."""

    def make(name: str, callback: Callable[..., Any], **extras: Any) -> Command:
        return app_commands.Command(name=name, description=name, callback=callback, **extras)

    return make
