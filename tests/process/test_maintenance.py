"""What the running process does by itself every day, on the sandbox's clock."""

import asyncio
import contextlib
import logging
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from importlib import metadata
from typing import cast
from zoneinfo import ZoneInfo

import pytest

from bot.config import Config
from bot.domain.decisions import journal
from bot.domain.facts.member import Change, Member
from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.settings import (
    Consent,
    GuildSettings,
    Kind,
    Post,
    Profile,
    QuietHours,
    ReminderSettings,
)
from bot.runtime.maintenance import follow_zones, plan_stranded, tidy
from bot.runtime.process import serve
from bot.runtime.supervision import Watchdog
from bot.store.store import Store, open_store
from tests import stored

ANN, BOB = 180_000_000_000_000_001, 180_000_000_000_000_002
SILENT = timedelta(days=730)
POST = Post(
    post_id=1, guild_id=0, channel_id=0, kind=Kind.HYDRATE, at=time(18), zone="Europe/Berlin"
)
KNOWN = Member(
    member_id=ANN,
    consent=Consent(version=1, given_at=datetime(2026, 3, 1, tzinfo=UTC)),
    profile=Profile(zone="Europe/Berlin"),
    reminders=ReminderSettings(on=True),
)


class Stale:
    """A store whose list of stranded posts is a little old."""

    def __init__(self, store, stranded):
        self.servers = store.servers
        self.rules = store.rules
        self.posts = self
        self._stranded = stranded

    async def stranded(self):
        return self._stranded


@pytest.fixture
def config(sandbox, tmp_path):
    return Config(
        discord_token=sandbox.token,
        database_url=f"sqlite:///{tmp_path}/legday.db",
        discord_api_base=sandbox.url,
        backup_every_hours=0,
    )


@pytest.fixture
async def store(config, clock):
    async with open_store(config.database_url, clock=clock) as opened:
        yield opened


@pytest.fixture
def bites():
    return []


@pytest.fixture
def serving(sandbox, config, store, clock, bites):
    """Run the process for a block; gives its watchdog."""

    @contextlib.asynccontextmanager
    async def run():
        stopping = asyncio.Event()
        watchdog = Watchdog(clock.monotonic, lambda: bites.append(clock.now()))
        work = asyncio.create_task(serve(config, store, clock, stopping, watchdog))
        await sandbox.until_connected()
        yield watchdog
        stopping.set()
        assert await work == 0

    return run


@pytest.fixture
def tidying(store, clock):
    """Run the daily loop alone for a block: a day of the whole process takes many seconds."""

    @contextlib.asynccontextmanager
    async def run():
        loop = asyncio.create_task(tidy(store, clock))
        await clock.until_asleep()
        yield
        loop.cancel()
        await asyncio.gather(loop, return_exceptions=True)

    return run


@pytest.fixture
def post(sandbox):
    """A post of the sandbox's server, every day at 18:00 in Berlin."""
    return replace(POST, guild_id=sandbox.guild.id, channel_id=int(sandbox.general["id"]))


@pytest.fixture
def due(store, sandbox, clock):
    """Return when the server's posts are due within two days."""

    async def due():
        until = clock.now() + timedelta(days=2)
        found, _ = await store.reminders.of_posts(sandbox.guild.id, until)
        return [(one.post.post_id, one.due_at.isoformat()) for one in found]

    return due


@pytest.fixture
def remember(store):
    """Let somebody use a command at a moment."""

    async def remember(member_id, moment):
        change = Change(consent=Consent(version=1, given_at=moment))
        await stored.save_member(store, member_id, change, now=moment)

    return remember


async def test_post_that_lost_its_plan_is_planned_at_the_start(
    sandbox, store, clock, serving, post, due
):
    quiet = QuietHours(start=time(12), end=time(14))
    await stored.save_server(
        store, GuildSettings(guild_id=post.guild_id, quiet=quiet), now=clock.now()
    )
    await stored.add_post(store, replace(post, at=time(13, 30)), [])
    await stored.add_post(store, replace(post, post_id=2, paused=True), [])
    await stored.add_post(store, replace(post, post_id=3, zone="Nowhere/Lost"), [])

    async with serving():
        await clock.advance(timedelta(minutes=59))
        planned = await due()
        early = len(sandbox.person("owner").sees())
        await clock.advance(timedelta(minutes=2))

    assert planned == [(1, "2026-03-02T13:00:00+00:00")]
    assert (early, len(sandbox.person("owner").sees())) == (0, 1)
    assert await due() == [(1, "2026-03-03T13:00:00+00:00")]


async def test_post_that_loses_its_plan_later_has_one_within_a_day(
    store, clock, tidying, post, due
):
    async with tidying():
        await stored.add_post(store, post, [])
        await clock.advance(timedelta(days=1, minutes=2))

        assert await due() == [
            (1, "2026-03-03T17:00:00+00:00"),
        ]


async def test_planning_anew_keeps_what_an_admin_changed_meanwhile(store, clock, post, due):
    await stored.add_post(store, post, [])
    [stranded] = await store.posts.stranded()
    await stored.change_post(store, replace(post, at=time(9)), [])

    assert stranded.at == time(18)
    store_then = cast("Store", Stale(store, (stranded,)))
    await plan_stranded(store_then, clock.now())

    assert await due() == [(1, "2026-03-03T08:00:00+00:00")]


async def test_members_silent_for_24_months_are_deleted_daily(store, clock, tidying, remember):
    await remember(ANN, clock.now() - SILENT - timedelta(minutes=1))
    await remember(BOB, clock.now() - SILENT + timedelta(hours=12))
    kept = []

    async with tidying():
        for _ in range(2):
            await clock.advance(timedelta(minutes=2))
            kept.append(
                [bool((await store.members.context(one, None)).revision) for one in (ANN, BOB)]
            )
            await clock.advance(timedelta(days=1))

    assert kept == [[False, True], [False, False]]


async def test_watchdog_lets_a_process_live_that_waits_for_room_on_the_disk(
    store, clock, serving, bites
):
    async def full():
        raise OSError("no space left on device")

    async with serving() as watchdog:
        store.reminders.next_wake = full
        for _ in range(30):
            await clock.advance(timedelta(minutes=1))
            watchdog.check()

    assert bites == []


async def test_settings_that_come_back_after_leaving_are_forgotten_within_the_hour(
    sandbox, store, clock, serving, caplog
):
    caplog.set_level(logging.INFO)
    left = sandbox.world.add_guild("Left")
    away = sandbox.world.add_guild("Away")
    sandbox.world.set_available(away, available=False)

    async with logged("ready; servers") as ready, serving():
        await ready.wait()  # discord.py takes two real seconds to be sure of its servers
        sandbox.world.uninstall(left)
        for guild_id in (sandbox.guild.id, left.id, away.id):
            await stored.save_server(store, GuildSettings(guild_id=guild_id), now=clock.now())
        await clock.advance(timedelta(hours=1, minutes=1))

        assert await store.guilds.ids() == {sandbox.guild.id, away.id}


@contextlib.asynccontextmanager
async def logged(words):
    """Give an event that is set when words are logged."""
    told = asyncio.Event()

    class Handler(logging.Handler):
        def emit(self, record):
            if words in record.getMessage():
                told.set()

    handler = Handler()
    logging.getLogger().addHandler(handler)
    try:
        yield told
    finally:
        logging.getLogger().removeHandler(handler)


async def planned_by(version, store, post, due_at, now):
    """Let a post wait for a moment that another time zone database gave."""
    await follow_zones(store, version, now)
    (local,) = {due_at.astimezone(ZoneInfo("Europe/Berlin")).date()}
    occurrence = NewOccurrence(
        of=post.post_id,
        nominal_date=local,
        nominal_time=post.at,
        due_at=due_at,
        stale_at=due_at + timedelta(minutes=30),
    )
    await stored.add_post(store, post, [occurrence])


async def test_new_time_zone_rules_move_what_is_to_come(store, clock, post, due):
    an_hour_off = datetime(2026, 3, 2, 18, tzinfo=UTC)
    await planned_by("2025.2", store, post, an_hour_off, clock.now())

    await follow_zones(store, "2026.6", clock.now())

    assert await due() == [(1, "2026-03-02T17:00:00+00:00")]


async def test_same_time_zone_rules_move_nothing(store, clock, post, due):
    an_hour_off = datetime(2026, 3, 2, 18, tzinfo=UTC)
    await planned_by("2026.6", store, post, an_hour_off, clock.now())

    await follow_zones(store, "2026.6", clock.now())

    assert await due() == [(1, "2026-03-02T18:00:00+00:00")]


async def test_new_time_zone_rules_send_nothing_twice(sandbox, store, clock, serving, post, due):
    early = datetime(2026, 3, 2, 16, tzinfo=UTC)
    await planned_by(metadata.version("tzdata"), store, post, early, clock.now())
    async with serving():
        await clock.advance(early - clock.now() + timedelta(minutes=1))
    assert len(sandbox.person("owner").sees()) == 1

    await follow_zones(store, "2026.6", clock.now())
    async with serving():
        await clock.advance(timedelta(hours=2))

    assert len(sandbox.person("owner").sees()) == 1
    assert await due() == [(1, "2026-03-03T17:00:00+00:00")]


async def test_new_time_zone_rules_plan_recovery_anew(store, clock):
    now = clock.now()
    change, _ = journal.log(KNOWN, 1, journal.LegEntry(effort=8, minutes=60), now)
    off = tuple(
        one._replace(due_at=one.due_at + timedelta(hours=1), stale_at=one.stale_at)
        for one in change.plan or ()
    )
    first = Change(
        consent=Consent(version=1, given_at=now),
        profile=KNOWN.profile,
        reminders=KNOWN.reminders,
        session=change.session,
        plan=off,
    )
    await stored.save_member(store, KNOWN.member_id, first, now=now)
    await follow_zones(store, "2025.2", now)

    await follow_zones(store, "2026.6", now)

    rows = await store.reminders.upcoming(KNOWN.member_id)
    moments = [(row.kind, row.due_at) for row in rows if row.state == "open"]
    assert moments == [(one.kind, one.due_at) for one in change.plan or ()]
    assert moments


async def test_servers_left_30_days_ago_are_deleted_daily(store, clock, tidying, post):
    settings = GuildSettings(guild_id=post.guild_id, zone="UTC")
    await stored.save_server(store, settings, now=clock.now())
    await stored.add_post(store, post, [])
    await store.guilds.leave(post.guild_id)

    async with tidying():
        await clock.advance(timedelta(days=29))
        kept = await stored.posts_of(store, post.guild_id)
        await clock.advance(timedelta(days=2))
        gone = await stored.posts_of(store, post.guild_id)

    assert ([one.broken for one in kept], gone) == (["left_server"], ())
    assert await store.guilds.left() == frozenset()
