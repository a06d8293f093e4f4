"""A sandbox with the real discord.py connected to it."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Awaitable, Callable

import discord
import pytest
import yarl
from discord import app_commands
from discord.ext import commands

from bot.sandbox import Sandbox, openapi


class Bot(commands.AutoShardedBot):
    """The smallest real bot: guilds only, no waiting for guilds after READY."""

    def __init__(self, **options):
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
        self.seen = asyncio.Condition()

        @self.tree.error
        async def on_error(_interaction: discord.Interaction, error: Exception) -> None:
            self.errors.append(error)

    def dispatch(self, event: str, /, *args, **kwargs) -> None:
        self.events.append(event)
        super().dispatch(event, *args, **kwargs)

    async def before_identify_hook(self, shard_id, *, initial=False) -> None:
        """Identify at once: the sandbox paces only when told to."""


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    base, gateway = discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
    async with Sandbox(rate_limits=False, wire=openapi.from_env(os.environ)) as running:
        discord.http.Route.BASE = running.url
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(running.gateway.url)
        yield running
        assert running.violations == []
    discord.http.Route.BASE = base
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway


Start = Callable[..., Awaitable[Bot]]


@pytest.fixture
async def start(sandbox: Sandbox) -> AsyncIterator[Start]:
    """Start bots: `await start(setup)` calls `setup(bot)`, syncs its commands and connects."""
    async with contextlib.AsyncExitStack() as stack:

        async def start_bot(setup=None, *, sync=True, **options) -> Bot:
            bot = Bot(**options)
            await stack.enter_async_context(bot)
            if setup is not None:
                setup(bot)
            await bot.login(sandbox.token)
            if sync and bot.tree.get_commands():
                await bot.tree.sync()
            running = asyncio.create_task(bot.connect())
            stack.push_async_callback(ended, running)
            stack.push_async_callback(bot.close)
            async with asyncio.timeout(10):
                await bot.wait_until_ready()
            return bot

        yield start_bot


async def ended(task: asyncio.Task) -> None:
    with contextlib.suppress(asyncio.CancelledError, discord.ConnectionClosed):
        await asyncio.wait_for(task, 5)


@pytest.fixture
def slash():
    """Make a slash command of a callback: `slash("ping", callback)`."""

    def make(name, callback, **extras):
        return app_commands.Command(name=name, description=name, callback=callback, **extras)

    return make
