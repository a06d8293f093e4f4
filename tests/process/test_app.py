"""The bot on an open store, connected to the sandbox on the sandbox's clock."""

import asyncio
import contextlib

import pytest

from bot.client.app import EXTENSIONS, LegdayBot, intents
from bot.config import ConfigError, PlainWords
from bot.domain.facts.settings import GuildSettings
from bot.runtime.connection import connected
from tests import stored

GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES = 1 << 0, 1 << 9, 1 << 12
SYNC = ("PUT", "/applications/{application_id}/commands")


async def test_broken_extension_stops_the_start(sandbox, online, extension):
    broken = extension("broken_extension", "raise RuntimeError('half a bot')")

    with pytest.raises(RuntimeError):
        async with online((*EXTENSIONS, broken)):
            pass

    assert (sandbox.gateway.starts, sandbox.sent(*SYNC)) == ([], [])


@pytest.mark.parametrize(
    ("words", "asked_for"),
    [(PlainWords.ON, GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES),
     (PlainWords.DM, GUILDS | DIRECT_MESSAGES), (PlainWords.OFF, GUILDS)],
)  # fmt: skip
def test_no_intent_is_privileged_and_those_of_messages_can_be_left_out(words, asked_for):
    assert intents(words).value == asked_for


async def test_intents_are_those_and_nothing_is_cached_but_guilds(sandbox, online):
    async with online() as bot:
        [session] = sandbox.gateway.connected

    assert session.intents == intents(PlainWords.ON).value
    assert (bot._connection.max_messages, bot._connection.member_cache_flags.value) == (None, 0)


async def test_refused_token_says_what_to_do(sandbox, online, config, store, clock):
    sandbox.faults.fail("GET", "/users/@me", status=401)

    with pytest.raises(ConfigError, match="Discord refused DISCORD_TOKEN"):
        async with online():
            pass


@pytest.mark.parametrize(
    ("code", "says"),
    [(4004, "refused DISCORD_TOKEN"), (4013, "intents"), (4011, "close code 4011")],
)
async def test_fatal_close_codes_say_what_to_do(sandbox, config, store, clock, code, says):
    async with connected(LegdayBot(config, store, clock)) as connection:
        await sandbox.until_connected()
        sandbox.gateway.drop(code)

        with pytest.raises(ConfigError, match=says):
            async with asyncio.timeout(10):
                await connection


async def test_server_that_removes_the_bot_is_forgotten(sandbox, online, store, clock):
    other = sandbox.world.add_guild("Other")
    async with online():
        await keep(store, clock, sandbox.guild.id, other.id)

        sandbox.world.uninstall(other)
        kept = await settled(store, {sandbox.guild.id})

    assert kept == {sandbox.guild.id}


async def test_server_left_while_away_is_forgotten_at_the_next_start(sandbox, online, store, clock):
    other = sandbox.world.add_guild("Other")
    await keep(store, clock, sandbox.guild.id, other.id)
    sandbox.world.uninstall(other)

    async with online():
        kept = await settled(store, {sandbox.guild.id})

    assert kept == {sandbox.guild.id}


async def test_outage_of_a_server_forgets_nothing(sandbox, online, store, clock):
    away = sandbox.world.add_guild("Away")
    other = sandbox.world.add_guild("Other")
    await keep(store, clock, sandbox.guild.id, away.id, other.id)
    sandbox.world.set_available(away, available=False)

    async with online():
        sandbox.world.set_available(sandbox.guild, available=False)
        sandbox.world.uninstall(other)
        kept = await settled(store, {sandbox.guild.id, away.id})

    assert kept == {sandbox.guild.id, away.id}


async def test_server_left_before_discord_py_announced_it_stays_left(sandbox, online, store, clock):
    other = sandbox.world.add_guild("Other")
    await keep(store, clock, sandbox.guild.id, other.id)

    async with online() as bot:
        sandbox.world.uninstall(other)
        await settled(store, {sandbox.guild.id})
        await bot.wait_until_ready()  # the servers of READY are announced just before

    assert await store.guilds.ids() == {sandbox.guild.id}


async def keep(store, clock, *ids):
    """Keep settings for these servers."""
    for guild_id in ids:
        await stored.save_server(store, GuildSettings(guild_id=guild_id), now=clock.now())


async def settled(store, expected):
    """Return the servers that are kept, once they are the expected ones or time is up."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(5):
            while await store.guilds.ids() != expected:
                pass
    return await store.guilds.ids()
