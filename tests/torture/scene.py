"""Where the checks in virtual time play: a store in a file, the engine, a local Discord, one clock.

Promises are written down here as they are made to people; the judge then looks at what the local
Discord made of the bot's requests, and never into the bot's own tables.
"""

import asyncio
import contextlib
import random
import tempfile
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import TypedDict, Unpack

from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.cli.sandbox import UNHURRIED
from bot.client.app import LegdayBot
from bot.config import Config
from bot.delivery import Delivery, DiscordTransport, Pace
from bot.domain.facts.member import Change
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import (
    EVERY_DAY,
    Consent,
    GuildSettings,
    Kind,
    Post,
    Profile,
    QuietHours,
    ReminderSettings,
)
from bot.domain.facts.training import LegSession
from bot.domain.timing.posts import following
from bot.runtime.connection import connected
from bot.sandbox import Person, Sandbox, SandboxClock, Seen
from bot.sandbox.shapes import Json
from bot.store.store import Store, open_store
from tests import stored

NEVER_QUIET = QuietHours(start=time.min, end=time.min)
IN_MEMORY = Path("/dev/shm")  # noqa: S108 (a folder of each scene's own is made there)
FOLDER = str(IN_MEMORY) if IN_MEMORY.is_dir() else None
BAN_WINDOW = timedelta(minutes=10)
INVALID = frozenset({401, 403, 429})


class Wrong:
    """A bot's clock that can be put forward and back; Discord's own goes on as it should."""

    def __init__(self, true: SandboxClock) -> None:
        self._true = true
        self.off = timedelta()

    def now(self) -> datetime:
        """Return what the bot's machine shows."""
        return self._true.now() + self.off

    def monotonic(self) -> float:
        """Return seconds that no setting of the clock touches."""
        return self._true.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait so many seconds."""
        await self._true.sleep(seconds)

    async def wait(self, event: asyncio.Event, timeout: float) -> bool:  # noqa: ASYNC109 (the clock's own)
        """Wait for the event, at most so many seconds; return whether it was set."""
        return await self._true.wait(event, timeout)


@dataclass(slots=True)
class Promises:
    """What was promised to whom: messages due in a person's DM, by their number."""

    due: dict[int, list[datetime]] = field(default_factory=dict)
    deleted: list[Seen] = field(default_factory=list)

    def judged(self, people: Iterable[Person]) -> tuple[int, int]:
        """Return how many did not come and how many came twice or were never promised."""
        lost = doubled = 0
        for person in people:
            seen = [*person.inbox, *(one for one in self.deleted if self._of(one, person))]
            distinct = len({mark(one) for one in seen})
            promised = len(self.due.get(person.id, ()))
            lost += max(0, promised - distinct)
            doubled += len(seen) - distinct + max(0, distinct - promised)
        return lost, doubled

    def _of(self, one: Seen, person: Person) -> bool:
        return one.channel_id == int(person.dm["id"])


class Scene:
    """A bot's delivery that can be killed and started again while time passes."""

    def __init__(self, sandbox: Sandbox, folder: Path, seed: int) -> None:
        assert isinstance(sandbox.clock, SandboxClock)
        self.sandbox = sandbox
        self.true = sandbox.clock
        self.clock = Wrong(self.true)
        self.rng = random.Random(seed)  # noqa: S311 (a test's dice)
        self.promises = Promises()
        self.people: list[Person] = []
        self.store: Store
        self.delivery: Delivery
        self.bot: LegdayBot
        self.connection: asyncio.Task[None]
        self._url = f"sqlite:///{folder / 'legday.db'}"
        self._engines: list[tuple[asyncio.Task[None], DiscordTransport]] = []
        self._delivering: list[Delivery] = []
        self._open = contextlib.AsyncExitStack()
        self._ids = count(1000)

    @property
    def now(self) -> datetime:
        """Discord's time, and everybody's but the bot's machine's where that is wrong."""
        return self.true.now()

    async def open(self) -> None:
        """Open the store."""
        self.store = await self._open.enter_async_context(open_store(self._url, clock=self.clock))

    def start(self, look_every: float = 3600.0) -> None:
        """Start an engine; what is due is looked at with the next step of the clock."""
        transport = DiscordTransport(self.sandbox.url, self.sandbox.token, self.clock)
        self.delivery = Delivery(
            self.store.reminders,
            transport,
            self.clock,
            pace=Pace(look_every=look_every),
            rng=random.Random(self.rng.random()),  # noqa: S311 (spreads retries)
        )
        task = asyncio.create_task(self._first_asleep(self.delivery), name="engine")
        self._engines.append((task, transport))
        self._delivering.append(self.delivery)

    async def connect(self) -> asyncio.Task[None]:
        """Start the whole bot instead, and return its connection; it may still be on its way."""
        config = Config.from_env(
            {
                "DISCORD_TOKEN": self.sandbox.token,
                "DISCORD_API_BASE": self.sandbox.url,
                "DATABASE_URL": self._url,
            }
        )
        self.bot = LegdayBot(config, self.store, self.clock, pace=UNHURRIED)
        self._delivering.append(self.bot.delivery)
        self.connection = await self._open.enter_async_context(connected(self.bot))
        return self.connection

    async def connected(self) -> None:
        """Start the whole bot, and wait until it is there and delivers."""
        await self.connect()
        await self.sandbox.until_connected()
        # The clock counts on tasks that have slept on it: until delivery has, it goes on by itself.
        async with asyncio.timeout(30):
            while not any(task.get_name() == "delivery" for task in self.true._asleep):
                await asyncio.sleep(0.002)
                await self.wait(seconds=0.02)

    def wake(self) -> None:
        """Have whatever delivers look, as a command does that planned something."""
        for delivery in self._delivering:
            delivery.wake()

    async def end(self) -> None:
        """End the engine as a crash does, what is not committed is gone; the bot as it stops."""
        for task, transport in self._engines:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            await transport.close()
        self._engines.clear()
        self._delivering.clear()
        closing = asyncio.create_task(self._open.aclose(), name="closing")
        while not (await asyncio.wait({closing}, timeout=0.2))[0]:
            await self.wait(seconds=1)  # what is under way may be waiting for its turn
        await closing

    async def wait(self, **step: float) -> None:
        """Let time pass; all that is due happens before this returns."""
        await self.true.advance(timedelta(**step))

    async def join(
        self, name: str, *, zone: str | None = "UTC", quiet: QuietHours = NEVER_QUIET
    ) -> Person:
        """Let somebody opt in, with a leg session to be reminded of."""
        person = self.sandbox.person(name)
        session = LegSession(session_id=person.id, ended_at=self.clock.now())
        change = Change(
            consent=Consent(version=1, given_at=self.clock.now()),
            profile=Profile(zone=zone, quiet=quiet),
            reminders=ReminderSettings(on=True),
            session=session,
        )
        await self.save(person, change)
        self.people.append(person)
        return person

    async def promise(self, person: Person, due: Iterable[datetime], *, life: timedelta) -> None:
        """Promise somebody a DM at each of these moments, each of use for ``life``."""
        await self.plan(person, dict.fromkeys(due, life))

    async def plan(self, person: Person, tips: Mapping[datetime, timedelta]) -> None:
        """Promise somebody a DM at each moment, and say for how long it is of use.

        What was promised before and has not come is called off, as by a change of plan.
        """
        known = self.promises.due.setdefault(person.id, [])
        plan = tuple(
            PlannedReminder(
                session_id=person.id,
                kind=Kind.HYDRATE,
                ordinal=ordinal,
                due_at=moment,
                stale_at=moment + tips[moment],
            )
            for ordinal, moment in enumerate(sorted(tips), start=len(known) + 1)
        )
        known += tips
        await self.save(person, Change(plan=plan))
        self.wake()

    async def save(self, person: Person, change: Change) -> None:
        """Keep a member's change, as a command would."""
        await stored.save_member(self.store, person.id, change, now=self.clock.now())

    async def post(
        self,
        channel: Json | None = None,
        *,
        at: time,
        days: frozenset[int] = EVERY_DAY,
        zone: str = "UTC",
    ) -> Post:
        """Let an admin set up a scheduled post that says which one it is."""
        number = next(self._ids)
        where = channel or self.sandbox.general
        guild_id = int(where["guild_id"])
        post = Post(
            post_id=number,
            guild_id=guild_id,
            channel_id=int(where["id"]),
            kind=Kind.TEXT,
            text=f"post{number}",
            at=at,
            days=days,
            zone=zone,
        )
        quiet = (await self.store.guilds.get(guild_id)).quiet
        first = following(post, quiet, after=self.clock.now(), now=self.clock.now())
        assert first is not None
        assert await stored.add_post(self.store, post, [first])
        return post

    async def configure(self, channel: Json | None = None) -> None:
        """Keep the settings of a channel's server, without quiet hours."""
        where = channel or self.sandbox.general
        guild = GuildSettings(
            guild_id=int(where["guild_id"]), channel_id=int(where["id"]), quiet=NEVER_QUIET
        )
        await stored.save_server(self.store, guild, now=self.clock.now())

    def judged(self) -> tuple[int, int]:
        """Return how many promised DMs did not come, and how many came twice."""
        return self.promises.judged(self.people)

    def most_invalid(self) -> int:
        """Return the most answers of 401, 403 and 429 that fell within ten minutes (G5)."""
        moments = [one.at for one in self.sandbox.requests if one.status in INVALID]
        first = most = 0
        for last, moment in enumerate(moments):
            while moment - moments[first] > BAN_WINDOW:
                first += 1
            most = max(most, last - first + 1)
        return most

    async def _first_asleep(self, delivery: Delivery) -> None:
        await self.true.sleep(1e-6)  # the clock counts on tasks that have slept on it
        await delivery.run()


class Options(TypedDict, total=False):
    """Of a ``Sandbox``, what a scene may have otherwise."""

    answer_within: float
    nonce_window: timedelta


@contextlib.asynccontextmanager
async def scene(
    seed: int, *, start: datetime | None = None, **options: Unpack[Options]
) -> AsyncIterator[Scene]:
    """Give a scene with an open store and nobody in it yet; ``options`` are the sandbox's."""
    clock = None if start is None else SandboxClock(start)
    addresses = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    with tempfile.TemporaryDirectory(prefix="torture-", dir=FOLDER) as folder:
        async with Sandbox(clock=clock, rate_limits=False, **options) as sandbox:
            made = Scene(sandbox, Path(folder), seed)
            await made.open()
            try:
                yield made
                assert sandbox.violations == []
            finally:
                await made.end()
                Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = addresses


def mark(message: Seen) -> str:
    """Return what tells one delivery from all others: the action of its first button."""
    return next((one["custom_id"] for one in message.components if "custom_id" in one), "")
