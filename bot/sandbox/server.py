"""The sandbox: starts and stops the servers and holds the parts together."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from aiohttp import web

from bot.sandbox import files, installs
from bot.sandbox.clock import SandboxClock, WorldClock
from bot.sandbox.commands import Commands
from bot.sandbox.connection import GatewayConnection
from bot.sandbox.crowd import Crowd
from bot.sandbox.engine import Engine
from bot.sandbox.faults import Faults
from bot.sandbox.gateway import Gateway
from bot.sandbox.guilds import Guild
from bot.sandbox.interaction import FAILED, Interaction
from bot.sandbox.interactions import ANSWER_WITHIN, Interactions
from bot.sandbox.listener import HOST, Listener
from bot.sandbox.mentions import Ping
from bot.sandbox.messages import NONCE_WINDOW, Messages
from bot.sandbox.notices import ClockNotice
from bot.sandbox.openapi import Wire
from bot.sandbox.person import Person
from bot.sandbox.ratelimits import OLD_EDITS, RateLimits
from bot.sandbox.rest import PREFIX, Rest
from bot.sandbox.routes_application import ROUTES as APPLICATION_ROUTES
from bot.sandbox.routes_channels import ROUTES as CHANNEL_ROUTES
from bot.sandbox.routes_guilds import ROUTES as GUILD_ROUTES
from bot.sandbox.seen import NOT_RESPONDING, NoAnswer
from bot.sandbox.shapes import Json
from bot.sandbox.watched import Watched, until
from bot.sandbox.world import World

START = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday
TOKEN = "c2FuZGJveA.sandbox.local-only"  # noqa: S105 - opens nothing but this sandbox


@dataclass(frozen=True, slots=True)
class FirstStep:
    """Something a newcomer can begin with: in words, and the line to type."""

    words: str
    line: str


class Sandbox(Watched):
    """A local Discord with one guild, one bot token and nobody in it yet.

    Args:
        clock: the time it and the bot live in; a `SandboxClock` unless given.
        rate_limits: whether Discord's rate limits hold, see `RateLimits.enabled`.
        wire: Discord's own description, to hold request bodies against; by default `Sandbox.wire`.
        answer_within: real seconds in which interactions must be answered.
        nonce_window: how long an enforced nonce is remembered, on the clock.
        port: where the API listens; 0 for any free port.
    """

    wire: Wire | None = None
    """The description for every sandbox of the process; the tests set it once for all."""

    def __init__(
        self,
        *,
        clock: WorldClock | None = None,
        rate_limits: bool = True,
        wire: Wire | None = None,
        answer_within: float = ANSWER_WITHIN,
        nonce_window: timedelta = NONCE_WINDOW,
        port: int = 0,
    ) -> None:
        self.token = TOKEN
        self.clock = clock or SandboxClock(START)
        self.world = World(self.clock, "legday")
        self.messages = Messages(self.world, nonce_window)
        self.commands = Commands(self.world)
        self.interactions = Interactions(self.world, self.messages, answer_within)
        self.gateway = Gateway(self.world)
        self.engine = Engine(
            world=self.world,
            messages=self.messages,
            commands=self.commands,
            interactions=self.interactions,
            gateway=self.gateway,
        )
        limits = RateLimits(self.seconds)
        limits.enabled = rate_limits
        self.messages.spend_old_edit = lambda channel_id: self.limits.spend(
            "old edits", OLD_EDITS, channel_id
        )
        routes = (*CHANNEL_ROUTES, *GUILD_ROUTES, *APPLICATION_ROUTES)
        self.rest = Rest(self.engine, routes, self.token, limits, wire or self.wire)
        self.rest.app.router.add_get("/attachments/{channel}/{file}/{name}", self.attachment)
        self._gateway_app = web.Application()
        self._gateway_app.router.add_get("/gateway", self._connect)
        self._gateway_app.router.add_get("/gateway/", self._connect)
        self._api = Listener(self.rest.app, port)
        self._sockets = Listener(self._gateway_app, 0)
        self._people: dict[str, Person] = {}
        self.starts: tuple[FirstStep, ...] = ()
        """What the page and the prompt offer to newcomers; else they name the first commands."""
        if isinstance(self.clock, SandboxClock):
            self.clock.in_flight = lambda: self.rest.in_flight - self.rest.held_back
            self.rest.stir = self.clock.stir
            self.clock.moved = lambda: self.world.notices.tell(ClockNotice())
            self.clock.held_back = lambda: self.rest.held_back
        self.guild = self.world.add_guild("Iron Temple")
        self.general = self.world.add_channel(self.guild, "general")

    async def __aenter__(self) -> Self:
        await self._api.start()
        await self._sockets.start()
        self.messages.files_url = f"http://{HOST}:{self._api.port}/attachments"
        self.gateway.url = f"ws://{HOST}:{self._sockets.port}/gateway"
        return self

    async def __aexit__(self, *_: object) -> None:
        self.faults.clear()
        self.interactions.close()
        self.gateway.drop(1001)
        await self._sockets.stop()
        await self._api.stop()

    @property
    def url(self) -> str:
        """The API base, such as http://127.0.0.1:50123/api/v10."""
        return f"http://{HOST}:{self._api.port}{PREFIX}"

    @property
    def faults(self) -> Faults:
        """The fault injection."""
        return self.rest.faults

    @property
    def violations(self) -> list[str]:
        """What did not match Discord's description, or asked for what the sandbox lacks."""
        return self.rest.violations

    @property
    def pings(self) -> list[Ping]:
        """Whom each message notified, oldest first."""
        return self.messages.pings

    @property
    def limits(self) -> RateLimits:
        """The rate limits, to set or switch off."""
        return self.rest.limits

    def seconds(self) -> float:
        """Return epoch seconds by which limits are counted: real ones, and those skipped."""
        skipped = self.clock.monotonic() if isinstance(self.clock, SandboxClock) else 0.0
        return time.time() + skipped

    @property
    def untouched(self) -> bool:
        """Whether nobody has done anything yet: no message, no form, no step of the clock."""
        said = any(self.messages.by_channel.values())
        moved = isinstance(self.clock, SandboxClock) and self.clock.monotonic() > 0
        return not (said or moved or self.engine.forms)

    async def inject(self, made: Interaction) -> float:
        """Send an interaction; return the real seconds until its first answer arrived.

        For measuring: build many with `Person.compose_slash` first, then send them.

        Raises:
            NoAnswer: it did not come in time.
        """
        self.interactions.open(made)
        await until(lambda: made.answer is not None, made.changed)
        if made.answer == FAILED:
            raise NoAnswer(NOT_RESPONDING)
        return made.answered_at - made.opened_at

    def announce(self, guilds: int, *, channels: int = 40, roles: int = 25) -> None:
        """Announce this many further guilds to bots that identify from now on, for measuring."""
        self.gateway.crowd = Crowd(self.world, guilds, channels, roles)

    def person(
        self, name: str, *, guild: Guild | None = None, roles: Iterable[Json] = ()
    ) -> Person:
        """Return the person of that name, made a member of `guild` (default the first) at first.

        Pass `roles` to give them those; the user who owns new guilds is called "owner".
        """
        where = guild or self.guild
        if name not in self._people:
            user = self.world.owner if name == "owner" else self.world.add_user(name)
            self._people[name] = Person(self.engine, user, where)
        person = self._people[name]
        if person.id not in where.members:
            self.world.add_member(where, person.id, roles)
        elif roles:
            self.world.give_roles(where, person.id, roles)
        return person if person.guild is where else Person(self.engine, person.user, where)

    def add_to_account(self, person: Person) -> None:
        """Let a person add the app to their account, so that it goes with them anywhere.

        Raises:
            ClientRefusal: the app cannot be.
        """
        installs.install_for(self.world, person.id)

    def private(self, *people: Person) -> Json:
        """Create a DM of two people, or a group DM of more; the bot is not in it."""
        return installs.add_private(self.world, *(one.id for one in people))

    def close_dms(self, person: Person) -> None:
        """Let a person close their DMs, so that sending answers 50007."""
        self.world.closed_dms.add(person.id)

    def open_dms(self, person: Person) -> None:
        """Let a person open their DMs again."""
        self.world.closed_dms.discard(person.id)

    def deny(self, channel: Json, *names: str) -> None:
        """Deny the bot permissions in a channel."""
        self.world.overwrite(channel, self.world.bot_id, deny=names)

    def allow(self, channel: Json, *names: str) -> None:
        """Give the bot permissions in a channel, and take back what `deny` did."""
        self.world.overwrite(channel, self.world.bot_id, allow=names)

    async def api_down(self, status: int | None = None) -> None:
        """Take the API down: connections refused, or every request answered with `status`."""
        self.rest.down = "refused" if status is None else str(status)
        if status is None:
            await self._api.stop_listening()

    async def gateway_down(self, *, lose_sessions: bool = False) -> None:
        """Take the gateway down: connections cut, new ones refused."""
        await self._sockets.stop_listening()
        self.gateway.drop(4000, keep_sessions=not lose_sessions)

    async def up(self) -> None:
        """Bring back what is down, on the same ports."""
        self.rest.down = None
        await self._api.listen()
        await self._sockets.listen()

    async def attachment(self, request: web.Request) -> web.StreamResponse:
        """Answer a request for an attached file, on any server's route."""
        return files.serve(self.messages, request, self.world.clock.now())

    async def _connect(self, request: web.Request) -> web.StreamResponse:
        return await GatewayConnection(self.gateway, self.token, request).serve()
