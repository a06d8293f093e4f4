"""A crowd in a local Discord to whom reminders were promised, and the judge of what they got."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import count

from bot.clock import SystemClock
from bot.domain.decisions.rules import RuleRequest, add
from bot.domain.facts.member import Change, Member
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
from bot.domain.timing.posts import following
from bot.sandbox import Person, Sandbox, Seen
from bot.sandbox.guilds import Guild
from bot.store.store import Store, open_store
from tests import stored

NEVER_QUIET = QuietHours(start=time.min, end=time.min)
KEEPS = timedelta(days=1_000)  # no reminder goes stale while it is tried to lose it
KINDS = (Kind.HYDRATE, Kind.CHECKIN, Kind.SLEEP)


class Ahead(SystemClock):
    """The machine's clock moved forward, as if time had passed while nobody lived."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self.seconds)


@dataclass(slots=True)
class Crowd:
    """People of a local Discord and how many reminders each was promised."""

    sandbox: Sandbox
    url: str
    name: str = "person"
    people: list[Person] = field(default_factory=list)  # with a DM, in the order of the promises
    in_channels: list[Person] = field(default_factory=list)  # with a reminder in a channel
    promised: Counter[int] = field(default_factory=Counter)
    _gone: Counter[int] = field(default_factory=Counter)  # DMs that were deleted, by person
    _posts: set[int] = field(default_factory=set)  # the channels of daily posts
    _daily: set[int] = field(default_factory=set)  # people with a daily reminder
    _number: Iterator[int] = field(default_factory=count)

    async def promise(
        self, now: datetime, *, dms: int, channels: Iterable[int] = ()
    ) -> list[Person]:
        """Plan reminders due now: ``dms`` to a person each, and in a server's channel so many."""
        guilds = [self._server(people) for people in channels]
        new = [self._person() for _ in range(dms)]
        async with open_store(self.url, clock=Ahead()) as store:
            plans = [self._plan(store, one, now, None) for one in new]
            for guild, people in guilds:
                await stored.save_server(store, guild, now=now)
                plans += [self._plan(store, one, now, guild.guild_id) for one in people]
            await asyncio.gather(*plans)
        self.people += new
        self.in_channels += (one for _, people in guilds for one in people)
        return new

    async def announce(self, now: datetime) -> None:
        """Set up a server's daily post, due now: one is promised, to its channel."""
        settings, _ = self._server(0)
        assert settings.channel_id is not None
        now = now.astimezone(UTC).replace(second=0, microsecond=0)
        post = Post(
            post_id=settings.guild_id,
            guild_id=settings.guild_id,
            channel_id=settings.channel_id,
            kind=Kind.HYDRATE,
            at=now.time(),
            zone="UTC",
        )
        before = now - timedelta(seconds=1)
        first = following(post, NEVER_QUIET, after=before, now=before)
        assert first is not None
        async with open_store(self.url, clock=Ahead()) as store:
            await stored.save_server(store, settings, now=now)
            assert await stored.add_post(store, post, [first])
        self._posts.add(post.channel_id)
        self.promised[post.channel_id] += 1

    def forget(self, person: Person, message: Seen) -> None:
        """Have somebody's message deleted; it has come all the same, as pings have."""
        self.sandbox.messages.delete(message.channel_id, message.id)
        self._gone[person.id] += message.channel_id == int(person.dm["id"])

    async def repeat(self, now: datetime) -> Person:
        """Let somebody ask for a daily reminder, due now: one is promised."""
        person, now = self._person(), now.astimezone(UTC).replace(second=0, microsecond=0)
        before = now - timedelta(minutes=1)
        ask = RuleRequest(kind=Kind.WALK, at=f"{now:%H:%M}")
        change = Change(
            consent=Consent(version=1, given_at=before),
            profile=Profile(zone="UTC", quiet=NEVER_QUIET),
            reminders=ReminderSettings(on=True),
        )

        def decide(member: Member) -> tuple[Change, object]:
            return add(member, person.id, ask, before)

        async with open_store(self.url, clock=Ahead()) as store:
            await stored.save_member(store, person.id, change, now=before)
            await store.members.revise(person.id, None, now=before, decide=decide)
        self._daily.add(person.id)
        self.promised[person.id] += 1
        return person

    def a_day_later(self) -> int:
        """Another of all that comes daily is promised; return how many."""
        self.promised.update(self._daily | self._posts)
        return len(self._daily | self._posts)

    def received(self) -> Counter[int]:
        """How many came to each person, in DMs and as pings, and to a post's channel."""
        got: Counter[int] = Counter()
        users = self.sandbox.world.users
        for channel in self.sandbox.world.dms.values():
            for message in self.sandbox.messages.by_channel[int(channel["id"])].values():
                to = [one["id"] for one in channel["recipients"]]
                if message.only_for is None:
                    got.update(int(one) for one in to if message.data["author"]["id"] != one)
        for ping in self.sandbox.pings:
            got.update(one for one in ping.users if one in users)
        for channel_id in self._posts:
            got[channel_id] = len(self.sandbox.messages.by_channel[channel_id])
        got.update(self._gone)
        return Counter({one: got[one] for one in self.promised})

    def all_arrived(self) -> bool:
        """Whether everybody has at least what was promised."""
        return not self.promised - self.received()

    def judged(self) -> tuple[int, int]:
        """Return how many reminders are lost, and how many came too often."""
        got = self.received()
        return (self.promised - got).total(), (got - self.promised).total()

    def _person(self, guild: Guild | None = None) -> Person:
        return self.sandbox.person(f"{self.name}{next(self._number)}", guild=guild)

    def _server(self, people: int) -> tuple[GuildSettings, list[Person]]:
        world = self.sandbox.world
        guild = world.add_guild(f"gym{next(self._number)}")
        channel = world.add_channel(guild, "training")
        settings = GuildSettings(
            guild_id=guild.id, channel_id=int(channel["id"]), quiet=NEVER_QUIET
        )
        return settings, [self._person(guild) for _ in range(people)]

    async def _plan(
        self, store: Store, person: Person, now: datetime, guild_id: int | None
    ) -> None:
        due = now.astimezone(UTC).replace(microsecond=0)
        reminder = PlannedReminder(
            session_id=person.id,
            kind=KINDS[person.id % len(KINDS)] if guild_id is None else Kind.HYDRATE,
            ordinal=1,
            due_at=due,
            stale_at=due + KEEPS,
            where=Where.DM if guild_id is None else Where.CHANNEL,
            guild_id=guild_id,
        )
        change = Change(
            consent=Consent(version=1, given_at=due),
            profile=Profile(zone="UTC", quiet=NEVER_QUIET),
            reminders=ReminderSettings(on=True),
            plan=(reminder,),
        )
        before = due - timedelta(seconds=1)  # what is due at the moment of a plan is not added
        await stored.save_member(store, person.id, change, now=before)
        self.promised[person.id] += 1
