"""Delivery at work: the real store in a file, the real engine, a local Discord, one clock."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest

from bot.delivery import Delivery, DiscordTransport, Pace
from bot.domain.facts.member import Change
from bot.domain.facts.occurrences import ReminderRow
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import (
    Consent,
    GuildSettings,
    Kind,
    Post,
    Profile,
    QuietHours,
    ReminderSettings,
    Where,
)
from bot.domain.facts.training import LegSession
from bot.domain.timing.posts import following
from bot.sandbox import Person, Sandbox, SandboxClock
from bot.sandbox.rest import Recorded
from bot.store.store import Store, open_store
from tests import stored
from tests.delivery.buttonbot import Run, buttons

MESSAGES = "/channels/{channel_id}/messages"
NEVER_QUIET = QuietHours(start=datetime.min.time(), end=datetime.min.time())


class Gym:
    """A bot's delivery in a local Discord; `kill` it, `start` it again, let time pass."""

    def __init__(self, sandbox: Sandbox, clock: SandboxClock, url: str) -> None:
        self.sandbox = sandbox
        self.clock = clock
        self.store: Store
        self.delivery: Delivery
        self.running: list[tuple[asyncio.Task[None], DiscordTransport]] = []
        self._url = url
        self._ids = count(1000)
        self._open = contextlib.AsyncExitStack()

    @property
    def now(self) -> datetime:
        return self.clock.now()

    async def open(self) -> None:
        self.store = await self._open.enter_async_context(open_store(self._url, clock=self.clock))

    def start(
        self, *, base: str | None = None, batch: int = 100, look_every: float = 3600.0
    ) -> Delivery:
        """Start an engine; what is due is looked at with the next step of the clock.

        It looks once an hour only: each look costs the tests some real milliseconds.
        """
        where = base or self.sandbox.url
        transport = DiscordTransport(where, self.sandbox.token, self.clock)
        self.delivery = Delivery(
            self.store.reminders,
            transport,
            self.clock,
            pace=Pace(batch=batch, look_every=look_every),
            rng=random.Random(1),  # noqa: S311 (spreads retries)
        )
        task = asyncio.create_task(self._first_asleep(self.delivery), name="engine")
        self.running.append((task, transport))
        return self.delivery

    async def _first_asleep(self, delivery: Delivery) -> None:
        await self.clock.sleep(1e-6)  # the clock counts on tasks that have slept on it
        await delivery.run()

    async def kill(self) -> None:
        """End the process as a crash would: nothing is settled; the store is opened afresh."""
        await self.end_engines()
        await self._open.aclose()
        await self.open()

    async def crash_after_claim(self) -> None:
        """Claim what is due, and end before any request."""
        claims = await self.store.reminders.claim(self.now, lease=timedelta(minutes=2), limit=100)
        assert claims
        await self.kill()

    async def crash_after_send(self, **step: float) -> None:
        """Run up to a send that arrives, and end before its answer does."""
        self.start()
        answer = self.sandbox.faults.hang("POST", "/channels/*/messages", after_effect=True)
        await self.wait(**step)
        await self.wait(seconds=5)
        await self.kill()
        answer.release()

    async def end_engines(self) -> None:
        for task, transport in self.running:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            await transport.close()
        self.running.clear()

    async def close(self) -> None:
        await self.end_engines()
        await self._open.aclose()

    async def wait(self, **step: float) -> None:
        await self.clock.advance(timedelta(**step))

    async def join(
        self, person: Person, *, zone: str = "UTC", quiet: QuietHours = NEVER_QUIET
    ) -> None:
        """Let somebody opt in, with a leg session to be reminded of."""
        await self.save(
            person,
            Change(
                consent=Consent(version=1, given_at=self.now),
                profile=Profile(zone=zone, quiet=quiet),
                reminders=ReminderSettings(on=True),
                session=LegSession(session_id=person.id, ended_at=self.now),
            ),
        )

    async def save(self, person: Person, change: Change, *, ago: timedelta = timedelta(0)) -> None:
        await stored.save_member(self.store, person.id, change, now=self.now - ago)

    async def plan(self, person: Person, *reminders: PlannedReminder) -> None:
        """Plan as of a second ago: what is due at this very moment is then added, too."""
        await self.save(person, Change(plan=reminders), ago=timedelta(seconds=1))

    def reminder(
        self,
        person: Person,
        *,
        hours: float = 1,
        life: float = 1,
        kind: Kind = Kind.HYDRATE,
        ordinal: int = 1,
        where: Where = Where.DM,
        guild_id: int | None = None,
    ) -> PlannedReminder:
        """A reminder due in `hours` that keeps for `life` hours."""
        due = self.now + timedelta(hours=hours)
        return PlannedReminder(
            session_id=person.id,
            kind=kind,
            ordinal=ordinal,
            due_at=due,
            stale_at=due + timedelta(hours=life),
            where=where,
            guild_id=guild_id,
        )

    async def rows(self, person: Person) -> tuple[ReminderRow, ...]:
        return await self.store.reminders.upcoming(person.id)

    async def ends(self, person: Person) -> list[tuple[str, str | None]]:
        """What became of somebody's reminders: state and reason."""
        return [(str(row.state), row.reason) for row in await self.rows(person)]

    async def configure(self, **settings: Any) -> GuildSettings:
        guild = GuildSettings(
            guild_id=self.sandbox.guild.id,
            **{"channel_id": int(self.sandbox.general["id"]), "quiet": NEVER_QUIET, **settings},
        )
        await stored.save_server(self.store, guild, now=self.now)
        return guild

    async def post(self, **fields: Any) -> Post:
        """Add a scheduled post, planned as from now."""
        quiet = (await self.store.guilds.get(self.sandbox.guild.id)).quiet
        post = Post(
            **{
                "post_id": next(self._ids),
                "guild_id": self.sandbox.guild.id,
                "channel_id": int(self.sandbox.general["id"]),
                "kind": Kind.HYDRATE,
                "zone": "UTC",
                **fields,
            }
        )
        first = following(post, quiet, after=self.now, now=self.now)
        assert first is not None
        assert await stored.add_post(self.store, post, [first])
        return post

    def sends(self) -> list[Recorded]:
        """Every request to send a message, as the local Discord saw it."""
        return self.sandbox.sent("POST", MESSAGES)


@pytest.fixture
async def gym(sandbox: Sandbox, database_url: str) -> AsyncIterator[Gym]:
    assert isinstance(sandbox.clock, SandboxClock)
    made = Gym(sandbox, sandbox.clock, database_url)
    await made.open()
    try:
        yield made
    finally:
        await made.close()


@pytest.fixture
async def ann(gym: Gym) -> Person:
    """A member who opted in."""
    person = gym.sandbox.person("ann")
    await gym.join(person)
    return person


@pytest.fixture
async def run(gym: Gym) -> AsyncIterator[Run]:
    """Start a bot with the buttons of delivered messages, new each time."""
    async with buttons(gym) as start:
        yield start
