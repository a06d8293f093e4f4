"""The whole bot in a gym server: the real store in a file, a local Discord, one clock for both."""

import asyncio
import contextlib
import itertools
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

import pytest

from bot.cli.sandbox import UNHURRIED
from bot.client.app import LegdayBot
from bot.client.commands_known import known
from bot.client.file_reader import FileReader
from bot.config import Config
from bot.domain.decisions import preferences
from bot.domain.facts.member import Change, Member
from bot.domain.facts.settings import (
    CONSENT_VERSION,
    Consent,
    GuildSettings,
    QuietHours,
    ReminderSettings,
)
from bot.rendering.charts.renderer import Renderer
from bot.runtime.connection import connected
from bot.sandbox import Person, Sandbox, SandboxClock, Seen
from bot.sandbox.seed import seed
from bot.sandbox.shapes import Json
from bot.store.engine.heard import hear
from bot.store.store import Store, open_store
from tests import stored
from tests.refusals import refusal

USUALLY_QUIET = QuietHours(start=time(22), end=time(8))
NEVER_QUIET = QuietHours(start=time(0), end=time(0))
UNSPOKEN = "sv-SE"
"""Discord's language of the gym's people: they read English, in kilograms and kilometres."""

Rows = dict[str, list[tuple[object, ...]]]
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
NOTED = {"members": "last_command_at"}  # that somebody was there is no change


class Gym:
    """A server with a coach (admin), ann, bob and cy, and the bot in it.

    ``restart`` ends the bot and starts a new one on the same file. ``join`` gives consent to a
    person the way people do: by logging something and pressing a button.
    """

    registered: ClassVar[list[Json]] = []
    """The commands that the bot registered with Discord before these tests."""

    def __init__(
        self,
        sandbox: Sandbox,
        clock: SandboxClock,
        url: str,
        variables: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.sandbox = sandbox
        self.clock = clock
        self.people = seed(sandbox)
        for person in self.people.values():
            person.locale = UNSPOKEN
        if self.registered:
            known = {sandbox.world.ids.next(): {**command} for command in self.registered}
            sandbox.commands._scopes[None] = known
            sandbox.world.integration_types |= {"1": {}}
        self.store: Store
        self.bot: LegdayBot
        self._config = Config.from_env(
            {
                "DISCORD_TOKEN": sandbox.token,
                "DISCORD_API_BASE": sandbox.url,
                "DATABASE_URL": url,
                **variables,
            }
        )
        self._open = contextlib.AsyncExitStack()
        self._numbers = itertools.count(1)

    async def start(self) -> None:
        url = self._config.database_url
        self.store = await self._open.enter_async_context(open_store(url, clock=self.clock))
        self.bot = LegdayBot(self._config, self.store, self.clock, pace=UNHURRIED)
        self.bot.registering._api_base = "a local Discord"  # the next one is at another port
        self.bot.command_ids.take(known(self.registered))  # need not ask for them
        await self._open.enter_async_context(connected(self.bot))
        await self.sandbox.until_connected()

    async def stop(self) -> None:
        await self._open.aclose()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def wait(self, **time: float) -> None:
        """Let time pass; all that is due happens before this returns."""
        await self.clock.advance(timedelta(**time))

    async def until_shown(self, person: Person, words: str) -> Seen:
        """Wait, ten real seconds at most, until a message with these words is there to see."""
        return await self._until(person, lambda message: words in message.text)

    async def until_refused(self, person: Person, key: str) -> Seen:
        """Wait, as long as for words, until a message refuses something for this reason."""
        return await self._until(person, lambda message: refusal(message) == key)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait, ten real seconds at most, until something holds of what is there to see."""
        changed = self.sandbox.rest.changed
        async with asyncio.timeout(10):
            while not holds():
                changed.clear()
                await changed.wait()

    async def until_gone(self, person: Person, message: Seen) -> None:
        """Wait, as long as for words, until a message is deleted."""
        await self.until(lambda: person.see(message) is None)

    async def _until(self, person: Person, wanted: Callable[[Seen], bool]) -> Seen:
        changed = self.sandbox.rest.changed
        async with asyncio.timeout(10):
            while not (found := [message for message in person.sees() if wanted(message)]):
                changed.clear()
                await changed.wait()
        return found[-1]

    async def set_up_server(self, *, quiet: QuietHours = USUALLY_QUIET) -> GuildSettings:
        """Give the server its channel and its zone, as an admin would."""
        settings = GuildSettings(
            guild_id=self.sandbox.guild.id,
            channel_id=int(self.sandbox.general["id"]),
            zone="Europe/Berlin",
            quiet=quiet,
        )
        await stored.save_server(self.store, settings, now=self.clock.now())
        return settings

    async def join(
        self, person: Person, *, zone: str = "Europe/Berlin", every_kind: bool = True
    ) -> None:
        """Keep of a person what ``join_by_hand`` leaves, in their zone by its full name."""
        now = self.clock.now()

        def agree(member: Member) -> tuple[Change, None]:
            consent = Consent(version=CONSENT_VERSION, given_at=now)
            profile = replace(member.profile, zone=zone)
            reminders = ReminderSettings(on=True)
            if every_kind:
                agreed = member._replace(consent=consent, profile=profile, reminders=reminders)
                change, _ = preferences.choose(agreed, preferences.Wish(named=True), now)
                reminders = change.reminders or reminders
            return Change(consent=consent, profile=profile, reminders=reminders), None

        hear(person.id, person.locale)
        await self.store.members.revise(person.id, None, now=now, decide=agree)

    def newcomer(self) -> Person:
        """Return somebody new in the server, of whom nothing is kept."""
        person = self.sandbox.person(f"newcomer {next(self._numbers)}")
        person.locale = UNSPOKEN
        return person

    async def new_member(self) -> Person:
        """Return somebody new in the server who has joined as ``join`` says."""
        person = self.newcomer()
        await self.join(person)
        return person

    async def join_by_hand(
        self, person: Person, *, zone: str = "Europe/Berlin", every_kind: bool = True
    ) -> None:
        """Log a light leg day of two weeks ago, agree to it with reminders, then take it away.

        ``every_kind`` asks for all kinds of reminder, not only for those that come by default.
        """
        await person.slash("legday log", effort=3, when="14 days ago")
        await person.click("keep.dm")
        shown = await person.fill(zone=zone)
        assert isinstance(shown, Seen)
        await person.click("log.undo")
        if every_kind:
            await person.slash("reminders set", kind="all")


@pytest.fixture(scope="session")
def empty_database(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with nobody in it whose bot has registered its commands: that takes longest."""
    path = Path(shutil.copy(empty_database, tmp_path_factory.mktemp("registered")))

    async def start() -> None:
        async with Sandbox() as sandbox:
            assert isinstance(sandbox.clock, SandboxClock)
            gym = Gym(sandbox, sandbox.clock, f"sqlite:///{path}")
            await gym.start()
            await gym.stop()
            assert sandbox.violations == []
            Gym.registered = sandbox.commands.listed(None)

    asyncio.run(start())
    return path


@pytest.fixture
async def gym(sandbox: Sandbox, database_url: str) -> AsyncIterator[Gym]:
    assert isinstance(sandbox.clock, SandboxClock)
    made = Gym(sandbox, sandbox.clock, database_url)
    await made.start()
    try:
        yield made
    finally:
        await made.stop()


@pytest.fixture
def kept(gym: Gym) -> Iterator[Callable[[], Rows]]:
    """Return what reads every row of the database, anew where one was written since."""
    rows: Rows = {}
    version: object = None

    def read() -> Rows:
        nonlocal rows, version
        written = database.execute("PRAGMA data_version").fetchone()
        if written != version:
            version = written
            rows = {name: rows_of(database, name) for (name,) in database.execute(TABLES)}
        return rows

    with contextlib.closing(sqlite3.connect(gym.store.backups.path)) as database:
        yield read


def rows_of(database: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    found = database.execute(f"SELECT * FROM {table} ORDER BY 1, 2")  # noqa: S608 (of the schema)
    columns = [column for column, *_ in found.description]
    return [
        tuple(value for name, value in zip(columns, row, strict=True) if name != NOTED.get(table))
        for row in found
    ]


@pytest.fixture
def clock(gym: Gym) -> SandboxClock:
    return gym.clock


@pytest.fixture
def drawn_at_once(gym: Gym, drawing_at_once: tuple[str, ...]) -> Callable[[], None]:
    """Spare the bot's drawing process to import its library; one that starts anew when called."""

    def spare() -> None:
        gym.bot.pictures.renderer = Renderer(gym.clock, worker=drawing_at_once)

    spare()
    return spare


@pytest.fixture
def read_at_once(gym: Gym, reading_at_once: tuple[str, ...]) -> None:
    """Until the bot starts anew, its process for a file need not import first what it reads by."""
    gym.bot.importer._reader = FileReader(worker=reading_at_once)


@pytest.fixture
def other_channel(gym: Gym) -> Json:
    """A channel beside the server's own."""
    return next(c for c in gym.sandbox.guild.channels.values() if c["name"] == "legday-log")


@pytest.fixture
def bot(gym: Gym) -> LegdayBot:
    return gym.bot


@pytest.fixture
def ann(gym: Gym) -> Person:
    return gym.people["ann"]


@pytest.fixture
def bob(gym: Gym) -> Person:
    return gym.people["bob"]


@pytest.fixture
def coach(gym: Gym) -> Person:
    return gym.people["coach"]
