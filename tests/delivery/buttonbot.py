"""The real buttons on a real client in the local Discord, as the process puts them together."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any, Protocol, cast

import discord
import yarl
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.client.command_tree import Tree
from bot.client.pictures import Pictures
from bot.client.saving import Saver
from bot.client.speaking import Interpreter
from bot.clock import Clock
from bot.delivery import Delivery
from bot.rendering.charts.renderer import Renderer
from bot.rendering.mentions import CommandIds
from bot.sandbox import Sandbox
from bot.store.store import Store
from cogs.checkin import CheckIn
from cogs.merged_buttons import MergedButtons
from cogs.reminder_buttons import ReminderButtons

if TYPE_CHECKING:
    from bot.client.app import LegdayBot

Run = Callable[[], Awaitable[None]]


class House(Protocol):
    """What the buttons work on."""

    sandbox: Sandbox
    store: Store
    delivery: Delivery

    @property
    def clock(self) -> Clock:
        """What tells the time."""


class ButtonBot(commands.AutoShardedBot):
    """A client with the buttons of delivered messages and nothing else."""

    tree: Tree

    def __init__(self, gym: House) -> None:
        super().__init__(
            command_prefix=[],
            help_command=None,
            intents=discord.Intents(guilds=True),
            tree_cls=Tree,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            guild_ready_timeout=0,
        )
        self.clock = gym.clock
        self.pictures = Pictures(Renderer(gym.clock))
        self.command_ids = CommandIds()
        self.interpreter = Interpreter(gym.store.languages)
        self.store, self.router, self.ring = gym.store, self.tree.router, gym.delivery.wake
        self.saver = Saver(gym.store.members, gym.clock, self.router, gym.delivery.wake)

    async def setup_hook(self) -> None:
        bot = cast("LegdayBot", self)  # it has all that these need of it
        for cog in (ReminderButtons(bot), MergedButtons(bot), CheckIn(bot)):
            await self.add_cog(cog)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        await self.router.dispatch(interaction)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify at once."""


@contextlib.asynccontextmanager
async def buttons(gym: House) -> AsyncIterator[Run]:
    """Give what starts a bot, new each time; the one before ends."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE = gym.sandbox.url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gym.sandbox.gateway.url)
    stack = contextlib.AsyncExitStack()

    async def start() -> None:
        await stack.aclose()
        bot = await stack.enter_async_context(ButtonBot(gym))
        await bot.login(gym.sandbox.token)
        running = asyncio.create_task(bot.connect())
        stack.push_async_callback(_ended, running)
        stack.push_async_callback(bot.close)
        await gym.sandbox.until_connected()

    try:
        yield start
    finally:
        await stack.aclose()
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway


async def _ended(task: asyncio.Task[None]) -> None:
    with contextlib.suppress(asyncio.CancelledError, discord.ConnectionClosed):
        await asyncio.wait_for(task, 5)
