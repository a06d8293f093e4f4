"""What one process tells another: what is due, whom to tell something, who chose a language."""

import asyncio
import contextlib

import pytest

from bot.client.app import LegdayBot
from bot.clock import SystemClock
from bot.cluster.membership import Word
from bot.config import Config
from bot.delivery import Pace
from bot.domain.facts.settings import GuildSettings
from bot.sandbox import RealClock, Sandbox
from bot.store.store import open_store
from bot.texts.languages import ENGLISH, of_locale
from tests import stored
from tests.torture.promised import Crowd

HOURS = Pace(look_every=7_200.0)  # only a word makes it look


@pytest.fixture
async def sandbox():
    async with Sandbox(clock=RealClock()) as running:
        yield running


@pytest.fixture
def bot(join, sandbox, url):
    """Be a bot that is one of several processes, for a block; it is not connected."""

    @contextlib.asynccontextmanager
    async def made():
        config = Config(discord_token=sandbox.token, discord_api_base=sandbox.url, database_url=url)
        clock = SystemClock()
        async with open_store(url, clock=clock, pool=2) as store, join() as process:
            await process.admitted()
            one = LegdayBot(config, store, clock, pace=HOURS, cluster=process)
            try:
                yield one
            finally:
                await one.transport.close()

    return made


async def test_leader_is_told_what_is_due_and_tells_whom_to_say_what_was_stopped(bot, sandbox, url):
    crowd, told = Crowd(sandbox, url), asyncio.Event()
    async with bot() as leader, bot() as other, asyncio.timeout(20):
        await other.store.look_for_notices()
        other.cluster.on(Word.NOTICES, told.set)
        began, delivering = leader.delivery.last_tick, asyncio.create_task(leader.delivery.run())
        while leader.delivery.last_tick == began:  # it has looked: nothing is due
            await leader.store.reminders.queue(SystemClock().now())
        ann, ben = await crowd.promise(SystemClock().now(), dms=2)
        sandbox.close_dms(ben)

        other.ring(SystemClock().now())
        await told.wait()

        assert await other.store.member_notices.take(ben.id) == ("dm_closed",)
        while not crowd.received()[ann.id]:
            sandbox.rest.changed.clear()
            await sandbox.rest.changed.wait()
        assert (leader.cluster.leads, other.cluster.leads) == (True, False)
        await leader.delivery.stop(1.0)
        await delivering


async def test_a_language_chosen_in_one_process_is_spoken_by_the_others(bot):
    told = asyncio.Event()
    async with bot() as one, bot() as other, asyncio.timeout(20):
        await other.interpreter.look()
        other.cluster.on(Word.LANGUAGES, told.set)
        before = await other.interpreter.of_server(9, "sv-SE")

        await stored.save_server(
            one.store, GuildSettings(guild_id=9, locale="ja"), now=SystemClock().now()
        )
        one.interpreter.server_chose(9, "ja")
        await told.wait()
        await other.interpreter._looking

        assert before is ENGLISH
        assert await other.interpreter.of_server(9, "sv-SE") is of_locale("ja")
