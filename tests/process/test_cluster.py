"""A process that is one of several: it touches nothing that is another's."""

import asyncio
import contextlib
from datetime import timedelta

import pytest

from bot.cluster.membership import Cluster, Slot
from bot.domain.facts.member import Change
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Consent, GuildSettings, Kind, Profile, ReminderSettings
from bot.domain.facts.training import LegSession
from bot.runtime.process import serve
from bot.runtime.supervision import Watchdog
from tests import stored

LEASE = timedelta(minutes=2)


class OneOfTwo(Cluster):
    """The first of two processes, for a bot of two shards."""

    def __init__(self, config, clock, *, leads):
        super().__init__(config, clock)
        self._leads = leads
        self.left = []
        self._led = asyncio.Event()
        if leads:
            self._led.set()

    @property
    def leads(self):
        return self._leads

    async def seat(self):
        return Slot(number=0, of=2, shard_count=2)

    async def lead(self):
        await self._led.wait()

    async def resign(self):
        self.left.append("lead")

    async def leave(self):
        self.left.append("slot")


@pytest.fixture
def serving(sandbox, config, store, clock):
    """Run the first of two processes for a block; gives what it is among them."""

    @contextlib.asynccontextmanager
    async def run(*, leads):
        stopping = asyncio.Event()
        watchdog = Watchdog(clock.monotonic, lambda: None)
        part = OneOfTwo(config, clock, leads=leads)

        @contextlib.asynccontextmanager
        async def join(*_):
            yield part

        work = asyncio.create_task(serve(config, store, clock, stopping, watchdog, join=join))
        await sandbox.until_connected()
        yield part, stopping
        stopping.set()
        assert await work == 0

    return run


@pytest.fixture
async def claimed(sandbox, store, clock):
    """A reminder that another process is sending just now."""
    ann, now = sandbox.person("ann"), clock.now()
    planned = PlannedReminder(
        session_id=1, kind=Kind.HYDRATE, ordinal=1, due_at=now, stale_at=now + timedelta(hours=3)
    )
    change = Change(
        consent=Consent(version=1, given_at=now),
        profile=Profile(zone="UTC"),
        reminders=ReminderSettings(on=True),
        session=LegSession(session_id=1, ended_at=now),
        plan=(planned,),
    )
    await stored.save_member(store, ann.id, change, now=now - timedelta(seconds=1))
    assert await store.reminders.claim(now, lease=LEASE, limit=9)
    return ann


async def test_only_the_shards_of_ones_own_slot_are_connected(sandbox, serving, clock):
    sandbox.gateway.shards = 5  # recommended; the bot was told how many it has

    async with serving(leads=True):
        await clock.advance(timedelta(minutes=1))

        assert [(one.shard, one.shards) for one in sandbox.gateway.connected] == [(0, 2)]


async def test_servers_of_other_processes_shards_are_left_alone(sandbox, serving, store, clock):
    servers = [sandbox.guild, *(sandbox.world.add_guild(f"Gym {number}") for number in range(5))]
    gone = sandbox.world.add_guild("Gone")
    if (gone.id >> 22) % 2:
        gone = sandbox.world.add_guild("Gone, of our shard")
    sandbox.world.uninstall(gone)
    for one in (*servers, gone):
        await stored.save_server(store, GuildSettings(guild_id=one.id), now=clock.now())
    assert {(one.id >> 22) % 2 for one in servers} == {0, 1}

    async with serving(leads=True):
        while gone.id in await store.guilds.ids():
            await clock.advance(timedelta(minutes=5))
        await clock.advance(timedelta(hours=2))

        assert await store.guilds.ids() == {one.id for one in servers}


async def test_who_does_not_lead_delivers_nothing_and_keeps_no_house(
    sandbox, serving, store, clock, claimed, caplog
):
    caplog.set_level("INFO")
    await store.meta.set("tzdata", "2025.2")

    async with serving(leads=False):
        await clock.advance(timedelta(hours=2))

        assert await store.meta.get("tzdata") == "2025.2"
        assert sandbox.sent("PUT", "/applications/{application_id}/commands") == []
    assert [one for one in caplog.messages if "health:" in one] == []
    assert claimed.inbox == []


async def test_who_leads_frees_the_claims_of_the_one_before(serving, store, claimed, caplog):
    caplog.set_level("INFO")

    async with serving(leads=True), asyncio.timeout(30):
        while "claims of the previous run released: 1" not in caplog.messages:
            await store.guilds.ids()  # no lease ends: the clock stands


async def test_told_to_stop_it_answers_what_is_in_flight_and_leaves_lead_and_slot(
    sandbox, serving, store
):
    asked, let_go = asyncio.Event(), asyncio.Event()
    consult = store.members.consult

    async def slow(*who, **how):
        asked.set()
        await let_go.wait()
        return await consult(*who, **how)

    async with serving(leads=True) as (part, stopping):
        store.members.consult = slow
        answer = asyncio.create_task(sandbox.person("ann").dm_slash("canirun"))
        await asked.wait()
        stopping.set()
        async with asyncio.timeout(10):
            while sandbox.gateway.connected:
                sandbox.gateway.changed.clear()
                await sandbox.gateway.changed.wait()
        let_go.set()

        assert (await answer).text
    assert sorted(part.left) == ["lead", "slot"]
