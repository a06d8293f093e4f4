"""The gateway connection: retries without end, within Discord's session limits, few caches.

discord.py 2.7.1's ``AutoShardedClient`` (https://github.com/Rapptz/discord.py/blob/v2.7.1/discord/shard.py)
does six things that a bot which must wait out an outage cannot live with:

- ``launch_shards`` gives up when the gateway's address cannot be had, while ``launch_shard`` tries
  again every 5 s for ever, one stack frame deeper each time.
- Nothing looks at ``session_start_limit``: after 1,000 IDENTIFYs in a day Discord resets the token
  (https://discord.com/developers/docs/events/gateway#session-start-limit-object).
- After opcode 9 and after a failed resume it connects to ``DiscordWebSocket.DEFAULT_GATEWAY``:
  Discord's own address, whatever the API base is.
- A guild the bot left while it was away stays in the cache.
- An event that its parser cannot read ends the client (see also ``bot.client.frames``).
- So does a new connection, after one that failed, that is closed before its HELLO.
"""

import asyncio
import logging
import math
from datetime import timedelta
from typing import Any

import discord
import yarl
from discord.backoff import ExponentialBackoff
from discord.ext import commands
from discord.gateway import DiscordWebSocket, ReconnectWebSocket
from discord.http import Route
from discord.shard import Shard

from bot.client.frames import PatientSocket, fault_of
from bot.client.identifying import IDENTIFY_SPACING, IdentifyLimit
from bot.client.kept_events import KEPT_EVENTS, Parser, lightly
from bot.client.retry import NotDiscord, patiently, pause, told_when_slow, understood
from bot.client.spoken import spoken_to
from bot.clock import Clock
from bot.cluster.membership import Slot
from bot.delivery.rate_limit.turns import OwnTurns, Turns
from bot.domain.timing.backoff import Backoff

log = logging.getLogger(__name__)


LOGIN_WITHIN = 120.0  # seconds for three requests, each tried for up to 25 s by discord.py
RECONNECTS = Backoff(first=timedelta(seconds=1), longest=timedelta(seconds=30))
CALM = 60.0  # seconds without a try after which the next one is made at once
CONNECT_WITHIN = 60.0  # seconds for a socket and its HELLO


def use_api(base: str) -> None:
    """Set the base URL of discord.py's requests; the gateway's address comes from there."""
    Route.BASE = base


class PatientBot(commands.AutoShardedBot):
    """An ``AutoShardedBot`` that retries without end and respects the session start limit.

    It dispatches two events of its own. ``guilds_known(shard_id)`` after READY: of this shard the
    cache then holds exactly the guilds the bot is in, those in an outage included.
    ``spoken_to(message)`` for messages addressed to the bot, in the place of discord.py's own.
    Its ``turns`` of IDENTIFYs are shared with other processes of the bot.
    """

    def __init__(self, clock: Clock, *, turns: Turns | None = None, **options: Any) -> None:  # noqa: ANN401 (discord.py's own options)
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # no voice is wanted
        # A shard makes its later sockets of the class that this name has there.
        discord.shard.DiscordWebSocket = PatientSocket  # type: ignore[misc]
        super().__init__(command_prefix=commands.when_mentioned, help_command=None, **options)
        self.clock = clock
        self.token_accepted = asyncio.Event()
        self.slot: Slot | None = None
        """Which shards are connected; ``None`` until it is known. All, where nobody says."""
        self.known_shards: set[int] = set()
        """The shards that had a READY: of these the cache holds exactly the bot's guilds."""
        self._identifying = IdentifyLimit(clock, turns or OwnTurns(clock))
        self._asked = False
        self._unreadable: set[tuple[str, str]] = set()  # event and fault, once logged
        self._listen_lightly()

    async def log_in(self, token: str) -> None:
        """Log in and set up, retrying for as long as Discord is down.

        Raises:
            discord.LoginFailure: the token is refused.
            NotDiscord: the very first path is unknown where the requests go.
        """

        async def attempt() -> None:
            try:
                async with (
                    told_when_slow(self.clock, "logging in"),
                    asyncio.timeout(LOGIN_WITHIN),
                ):
                    await self.login(token)
            except BaseException as error:
                # discord.py would leave this session open; its connector is no use without it.
                await self.http.close()
                self.http.connector = discord.utils.MISSING
                if isinstance(error, discord.NotFound) and not self.token_accepted.is_set():
                    raise NotDiscord from error
                raise

        await patiently(self.clock, "logging in", attempt)

    async def application_info(self) -> discord.AppInfo:
        """Fetch the application; ``login`` does so right after the token was accepted."""
        self.token_accepted.set()
        with understood():
            return await super().application_info()

    async def launch_shards(self) -> None:
        """Connect every shard of our slot, once the gateway's address and sessions are known."""
        recommended = await self._ask_gateway()
        slot = self.slot or Slot()
        self.shard_count = slot.shard_count or recommended
        self.shard_ids = list(slot.shard_ids(self.shard_count))
        await super().launch_shards()

    async def launch_shard(
        self, gateway: yarl.URL, shard_id: int, *, initial: bool = False
    ) -> None:
        """Connect one shard, with backoff after each failure."""

        async def connect() -> DiscordWebSocket:
            await self.may_identify(shard_id)
            # Not wait_for: up to Python 3.11 it swallows a cancellation that comes as its work is
            # done, and a bot that was told to stop then never did (bugs.python.org/issue37658).
            slow = told_when_slow(self.clock, f"connecting shard {shard_id}")
            async with slow, asyncio.timeout(CONNECT_WITHIN):
                return await PatientSocket.from_client(self, initial=initial, shard_id=shard_id)

        socket = await patiently(self.clock, f"connecting shard {shard_id}", connect)
        # The names are mangled: discord.py offers no other way to add a shard.
        queue = self._AutoShardedClient__queue  # type: ignore[attr-defined] # see above
        shard = _PatientShard(socket, self, queue.put_nowait)
        self._AutoShardedClient__shards[shard_id] = shard  # type: ignore[attr-defined] # see above
        shard.launch()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Record the time. ``may_identify`` has waited before the socket was opened."""
        self._identifying.note(shard_id or 0)

    async def may_identify(self, shard_id: int) -> None:
        """Wait until another IDENTIFY is allowed; fetch the gateway's address anew.

        A gateway that accepts a session and drops it at once would else use up the day's thousand.
        """
        if not self._asked:
            await self._ask_gateway()
        self._asked = False
        await self._identifying.wait(shard_id)

    async def _ask_gateway(self) -> int:
        """Return the recommended number of shards, once a session may be started."""
        what = "asking for the gateway"

        async def ask() -> tuple[int, yarl.URL, int, int, float]:
            async with told_when_slow(self.clock, what):
                with understood():
                    shards, url, limit = await self.http.get_bot_gateway()
                    side_by_side = max(1, int(limit["max_concurrency"]))
                    wait = limit["reset_after"] / 1000
                    return int(shards), yarl.URL(url), side_by_side, int(limit["remaining"]), wait

        while True:
            shards, url, side_by_side, left, wait = await patiently(self.clock, what, ask)
            DiscordWebSocket.DEFAULT_GATEWAY = url
            self._identifying.max_concurrency = side_by_side
            if left > 0:
                self._asked = True
                return shards
            log.warning("no gateway sessions left today; waiting %d s for new ones", wait)
            await pause(self.clock, max(wait, IDENTIFY_SPACING))

    def _listen_lightly(self) -> None:
        parsers = self._connection.parsers
        for event in set(parsers) - KEPT_EVENTS:
            del parsers[event]
        ready = parsers["READY"]

        def on_ready(data: dict[str, Any]) -> None:
            # Discord leaves this field out for a bot that did not say it has shards.
            shard_id = data.setdefault("shard", [0, 1])[0]
            ids = frozenset(int(guild["id"]) for guild in data["guilds"])
            ready(data)
            for guild in self.guilds:
                if guild.shard_id == shard_id and guild.id not in ids:
                    parsers["GUILD_DELETE"]({"id": str(guild.id)})
            self.known_shards.add(shard_id)
            self.dispatch("guilds_known", shard_id)

        def on_message_create(data: dict[str, Any]) -> None:
            if self.user is not None and (spoken := spoken_to(data, self.user.id)) is not None:
                self.dispatch("spoken_to", spoken)

        parsers.update(
            READY=on_ready,
            GUILD_CREATE=lightly(parsers["GUILD_CREATE"]),
            GUILD_UPDATE=lightly(parsers["GUILD_UPDATE"]),
            MESSAGE_CREATE=on_message_create,
        )
        for event in KEPT_EVENTS - {"READY"}:
            parsers[event] = self._forgiving(event, parsers[event])

    def _forgiving(self, event: str, parse: Parser) -> Parser:
        """Return a parser that skips events ``parse`` cannot read, where discord.py would end."""

        def parse_or_pass_over(data: dict[str, Any]) -> None:
            try:
                parse(data)
            except Exception as error:  # noqa: BLE001 (one event must not end the connection)
                self._tell_unreadable(event, error)
                self.dispatch("unreadable", event, data)

        return parse_or_pass_over

    async def on_unreadable_frame(self, error: Exception) -> None:
        """Log a frame that failed outside the parsers above."""
        self._tell_unreadable("gateway frame", error)

    def _tell_unreadable(self, what: str, error: Exception) -> None:
        """Log each kind of fault once."""
        fault = fault_of(error)
        if (what, fault) not in self._unreadable:
            self._unreadable.add((what, fault))
            log.error("a %s could not be read and is passed over (%s)", what, fault)


class _PatientShard(Shard):
    """A shard that waits before each IDENTIFY, on the bot's own clock."""

    def __init__(self, ws: DiscordWebSocket, client: PatientBot, queue_put: Any) -> None:  # noqa: ANN401 (discord.py's own callback)
        super().__init__(ws, client, queue_put)
        self._bot = client
        self._backoff = ExponentialBackoff(base=0)  # no waiting there: up to 17 minutes, unseen
        self._tried_at = -math.inf
        self._tries = 0

    async def reidentify(self, exc: ReconnectWebSocket) -> None:
        if exc.resume:
            await self._hold_back()
        else:
            await self._bot.may_identify(self.id)
        await super().reidentify(exc)

    async def reconnect(self) -> None:
        await self._hold_back()
        await self._bot.may_identify(self.id)
        # Not discord.py's ``reconnect``: it ends the client if this socket, too, is closed at once.
        await super().reidentify(ReconnectWebSocket(self.id, resume=False))

    async def _hold_back(self) -> None:
        """Wait before a reconnect: not at all after a quiet time, else with backoff."""
        clock = self._bot.clock
        if clock.monotonic() - self._tried_at > CALM:
            self._tries = 0
        else:
            self._tries += 1
            await pause(clock, RECONNECTS.wait(self._tries).total_seconds())
        self._tried_at = clock.monotonic()
