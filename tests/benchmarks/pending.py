"""Stores in which reminders wait: members' own by DM, and servers' posts."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bot.clock import SystemClock
from bot.domain.facts.member import Change, Member
from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.settings import (
    CONSENT_VERSION,
    Consent,
    GuildSettings,
    Kind,
    Post,
    QuietHours,
    ReminderSettings,
    Where,
)
from bot.sandbox import Sandbox
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Statement, Steps
from bot.store.members.changes import ADD_MEMBER, member_values
from bot.store.recurring import posts
from bot.store.reminders.claims import KEEP_DM_CHANNEL
from bot.store.reminders.plan import PUT_PLANNED
from bot.store.servers import guilds
from tests.benchmarks.filling import opened, write

KEEPS = timedelta(hours=12)  # how long what is due may still be sent
MESSAGES = "/channels/{channel_id}/messages"  # where a message is sent to
NO_QUIET = QuietHours(start=time.min, end=time.min)  # whatever hour the benchmark runs at
A_TRANSACTION = 500  # servers


class Waiting(NamedTuple):
    """Somebody with DMs that are open, and when their reminders are due."""

    member_id: int
    dm_channel_id: int
    due: tuple[datetime, ...]


class Place(NamedTuple):
    """A server's channel."""

    guild_id: int
    channel_id: int


def places(sandbox: Sandbox, count: int) -> list[Place]:
    """Let the bot be in so many servers with a channel each."""
    made = []
    for number in range(count):
        guild = sandbox.world.add_guild(f"Gym {number}")
        channel = sandbox.world.add_channel(guild, "legs")
        made.append(Place(guild.id, int(channel["id"])))
    return made


async def fill_reminders(folder: Path, waiting: Iterable[Waiting]) -> None:
    """Make a store in `folder` in which these reminders are pending."""
    await write(folder, _reminders(waiting, SystemClock().now()))


async def fill_posts(folder: Path, places: Sequence[Place], due_at: datetime) -> None:
    """Give each place a post that is due at one moment; a place named again gets another."""
    numbered = list(enumerate(places, start=1))
    async with opened(folder) as store:
        for first in range(0, len(numbered), A_TRANSACTION):
            some = numbered[first : first + A_TRANSACTION]
            await store.database.transact(partial(_posts, some, due_at))


def _reminders(waiting: Iterable[Waiting], now: datetime) -> Iterator[Statement]:
    agreed = Change(
        consent=Consent(version=CONSENT_VERSION, given_at=now),
        reminders=ReminderSettings(on=True),
    )
    for one in waiting:
        member_id = one.member_id
        yield ADD_MEMBER, member_values(Member(member_id=member_id), agreed, now)
        yield KEEP_DM_CHANNEL, (member_id, one.dm_channel_id)
        for ordinal, due in enumerate(one.due, start=1):
            at, stale = seconds(due), seconds(due + KEEPS)
            # A session's id is any number that is nobody else's: the member's own will do.
            yield (
                PUT_PLANNED,
                (member_id, member_id, Kind.HYDRATE, ordinal, at, stale, Where.DM, None),
            )


def _posts(places: Sequence[tuple[int, Place]], due_at: datetime) -> Steps[None]:
    at = due_at.timetz().replace(second=0, microsecond=0, tzinfo=None)
    for post_id, (guild_id, channel_id) in places:
        settings = GuildSettings(guild_id=guild_id, channel_id=channel_id, quiet=NO_QUIET)
        yield from guilds.save(settings, due_at)
        post = Post(
            post_id=post_id,
            guild_id=guild_id,
            channel_id=channel_id,
            kind=Kind.HYDRATE,
            at=at,
            zone="UTC",
        )
        first = NewOccurrence(
            of=post_id,
            nominal_date=due_at.date(),
            nominal_time=at,
            due_at=due_at,
            stale_at=due_at + KEEPS,
        )
        yield from posts.add(post, (first,), due_at)
