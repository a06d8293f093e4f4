"""The bot's client: intents, extensions, events."""

import functools
import gc
import importlib
import logging
from datetime import datetime
from typing import Any, Final

import discord

from bot.client.after_set_up import Act, AfterSetUp
from bot.client.answer_making import AnswerMaker
from bot.client.command_tree import Tree
from bot.client.gateway import PatientBot
from bot.client.http_trace import traced
from bot.client.importing import Importer
from bot.client.left_members import LeftMembers
from bot.client.left_servers import LeftServers
from bot.client.leg_days import LegDays
from bot.client.pending import PendingChange
from bot.client.pictures import Pictures
from bot.client.registering import Registering
from bot.client.roll_edits import RollEdits
from bot.client.router import Router
from bot.client.saving import Saver
from bot.client.speaking import Interpreter, PreferredLocales
from bot.client.spoken_answers import SpokenAnswers
from bot.client.spoken_limits import SpokenLimits
from bot.client.unreadable import answer_unreadable
from bot.clock import Clock
from bot.cluster.membership import Cluster, Word
from bot.config import Config, PlainWords
from bot.delivery import Delivery, DiscordTransport, Pace
from bot.delivery.rate_limit.limiter import Limiter
from bot.domain.group.rolls import RollPress
from bot.meters import Counted, Meters
from bot.rendering.charts.renderer import Renderer
from bot.rendering.mentions import CommandIds
from bot.store.store import Store
from bot.texts.papers import Papers

log = logging.getLogger(__name__)

EXTENSIONS: tuple[str, ...] = (
    "cogs.legday",
    "cogs.legday_buttons",
    "cogs.canirun",
    "cogs.canirun_buttons",
    "cogs.start",
    "cogs.reminder_buttons",
    "cogs.merged_buttons",
    "cogs.stop_buttons",
    "cogs.roll_buttons",
    "cogs.notices",
    "cogs.reminders",
    "cogs.overview_buttons",
    "cogs.runs",
    "cogs.plan",
    "cogs.checkin",
    "cogs.talk",
    "cogs.profile",
    "cogs.mydata",
    "cogs.learn",
    "cogs.help",
    "cogs.config",
    "cogs.config_start",
    "cogs.config_posts",
    "cogs.config_group",
    "cogs.group",
    "cogs.buddies",
    "cogs.board",
)
"""Discord's face, loaded by name and in this order."""

NO_CACHES: Final[dict[str, Any]] = {
    "member_cache_flags": discord.MemberCacheFlags.none(),
    "max_messages": None,
    "chunk_guilds_at_startup": False,
}
"""Ids, and what an interaction carries, are enough."""

RIGHTS = discord.Permissions(view_channel=True, send_messages=True, read_message_history=True)
"""What the bot needs on a server: to post, and to look whether a message of its own arrived."""


def intents(plain_words: PlainWords = PlainWords.ON) -> discord.Intents:
    """Return the gateway intents: guilds, and the messages that members may write to the bot.

    Commands, presses and forms need no intent, and none of the privileged ones (members, presences,
    message content) is used: in a server the words come of messages that mention the bot only.
    """
    return discord.Intents(
        guilds=True,
        dm_messages=plain_words is not PlainWords.OFF,
        guild_messages=plain_words is PlainWords.ON,
    )


def papers_of(config: Config) -> Papers:
    """Return the operator's documents as they are set."""
    return Papers(
        privacy_url=config.privacy_url,
        health_url=config.health_url,
        terms_url=config.terms_url,
        operator=config.operator,
        contact=config.contact,
    )


@functools.cache
def freeze_loaded() -> None:
    """Take what is loaded out of garbage collection: it takes 0.5 s at 10,000 guilds.

    Once a process: what is there at a later READY would be kept for ever, garbage included.
    """
    gc.freeze()


class LegdayBot(PatientBot):
    """The Discord client with the bot's parts: store, router, delivery, pictures.

    ``extensions`` are what is loaded: tests load less, or something broken. ``cluster`` are the
    other processes of the bot; by default there are none.
    """

    tree: Tree

    def __init__(
        self,
        config: Config,
        store: Store,
        clock: Clock,
        *,
        extensions: tuple[str, ...] = EXTENSIONS,
        pace: Pace = Pace(),
        cluster: Cluster | None = None,
    ) -> None:
        cluster = cluster or Cluster(config, clock)
        limiter = Limiter(clock, cluster.turns)
        super().__init__(
            clock,
            turns=cluster.turns,
            intents=intents(config.plain_words),
            http_trace=traced(limiter, config.discord_api_base),
            tree_cls=Tree,
            allowed_mentions=discord.AllowedMentions.none(),
            **NO_CACHES,
        )
        self.config, self.store, self.cluster = config, store, cluster
        self.meters = Meters()
        self.left_servers = LeftServers(self, store)
        self.command_ids = CommandIds()
        self.registering = Registering(self, store.meta, self.command_ids, config.discord_api_base)
        self.transport = DiscordTransport(
            config.discord_api_base, config.discord_token, clock, limiter, self.command_ids
        )
        self.left_members = LeftMembers(store.boards, store.memberships, self.transport, clock)
        preferred = PreferredLocales(self.get_guild, self.transport, clock)
        self.interpreter = Interpreter(
            store.languages, preferred.of, lambda: cluster.tell(Word.LANGUAGES)
        )
        self.delivery = Delivery(
            store.reminders,
            self.transport,
            clock,
            pace=pace,
            complete=store.boards.completed,
            preferred=preferred.of,
        )
        of_server = self.interpreter.of_server
        self.rolls = RollEdits(store, self.transport, clock, pace, lambda: cluster.leads, of_server)
        self.joining: PendingChange[RollPress | Act | None] = PendingChange(clock)
        self.pictures = Pictures(Renderer(clock))
        self.papers = papers_of(config)
        self.answer_maker = AnswerMaker(clock)
        self.spoken_limits = SpokenLimits(clock)
        self.speaking = SpokenAnswers(
            self.http, clock, self.spoken_limits, self.command_ids, self.interpreter
        )
        self.saver = Saver(store.members, clock, self.router, self.ring, papers=self.papers)
        self.after_set_up = AfterSetUp(self.saver.waiting())
        self.leg_days = LegDays(store.members, clock, self.saver)
        self.importer = Importer(self.http, store.members, clock, self.saver, self.router)
        self._to_load = extensions
        self._loaded: list[str] = []
        self._heed(cluster)

    def _heed(self, cluster: Cluster) -> None:
        """Do what the bot's other processes ask for, and tell them what they have to know."""
        cluster.on(Word.WAKE, self.delivery.wake)
        cluster.on(Word.NOTICES, self.store.expect_notices)
        cluster.on(Word.LANGUAGES, self.interpreter.expect)
        self.store.announce = lambda: cluster.tell(Word.NOTICES)

    @property
    def slot_number(self) -> int | None:
        """Which part of the bot's shards this process serves, if it has one by now."""
        return None if self.slot is None else self.slot.number

    def measure(self, meters: Meters) -> None:
        """Have the bot's parts count and time what they do."""
        self.meters = self.router.meters = self.delivery.meters = meters
        self.transport.limiter.meters = self.store.database.meters = meters

    def ring(self, due_at: datetime | None = None) -> None:
        """Have due reminders looked for, by the process that delivers: something was planned."""
        self.delivery.wake(due_at)
        if not self.cluster.leads and self.delivery.is_soon(due_at):
            self.cluster.tell(Word.WAKE)

    @property
    def router(self) -> Router:
        """The router of presses and forms."""
        return self.tree.router

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Count the sessions that are begun."""
        self.meters.count(Counted.IDENTIFIES)
        await super().before_identify_hook(shard_id, initial=initial)

    async def setup_hook(self) -> None:
        """Load the extensions; safe to repeat after a failure."""
        await self.load_extensions()
        await self.store.look_for_notices()
        await self.interpreter.look()

    async def load_extensions(self) -> None:
        """Set up the extensions that are not set up yet.

        They are imported like any module: discord.py's own loading executes a module anew for
        every bot of the process, so that its parts can be exchanged while it runs. Nothing here is.

        Raises:
            Exception: of a broken extension; half a bot is worse than none.
        """
        for name in self._to_load[len(self._loaded) :]:
            await importlib.import_module(name).setup(self)
            self._loaded.append(name)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Dispatch presses and forms to the router; the command tree takes commands."""
        await self.router.dispatch(interaction)

    async def on_app_command_completion(
        self, interaction: discord.Interaction[Any], _command: object
    ) -> None:
        """Add the notices that are due to a command's answer."""
        self.router.handled_here()
        await self.router.ended(interaction)

    async def on_unreadable(self, event: str, data: Any) -> None:  # noqa: ANN401 (not what it should be)
        """Answer somebody whose command, press or form discord.py could not read, if possible."""
        if event == "INTERACTION_CREATE" and isinstance(data, dict):
            await answer_unreadable(self.http, data)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Stop what goes to a server the bot has left. discord.py keeps outages apart from this."""
        await self.left_servers.leave(guild.id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Let the admins of a server that is joined again have all as before."""
        await self.left_servers.come_back(guild.id)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Take a server joined just after READY as joined: discord.py calls it available."""
        await self.left_servers.come_back(guild.id)

    async def on_guilds_known(self, shard_id: int) -> None:
        """Notice the servers that were left or joined again while the bot was away."""
        await self.left_servers.look(shard_id)

    async def on_ready(self) -> None:
        """Take the guilds out of garbage collection, and log that commands are taken."""
        freeze_loaded()
        log.info("ready; servers: %d", len(self.guilds))

    def invite_link(self) -> str:
        """Return the address at which an admin adds the bot to a server, with least rights."""
        return discord.utils.oauth_url(
            self.application_id or 0, permissions=RIGHTS, scopes=("bot", "applications.commands")
        )

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """Log an exception of an event handler."""
        log.exception("%s failed", event_method)
