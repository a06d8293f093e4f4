import asyncio
from datetime import timedelta

import discord
import pytest
from discord.gateway import DiscordWebSocket

from bot.sandbox.connection import GatewayConnection


def identified(sandbox, times):
    """Tell whether so many sessions have been started."""
    return lambda: len(sandbox.gateway.starts) >= times


async def test_gateway_comes_from_the_api_base(sandbox, listen):
    async with listen() as (bot, _):
        await bot.until("ready")

        assert str(DiscordWebSocket.DEFAULT_GATEWAY) == sandbox.gateway.url


async def test_opcode_9_leads_back_to_the_same_gateway(sandbox, listen, pass_until):
    async with listen() as (bot, _):
        await bot.until("ready")

        sandbox.gateway.invalidate()
        await pass_until(identified(sandbox, 2))
        await bot.until("shard_ready", 2)

        [session] = sandbox.gateway.connected
        assert (session.shard, session.shards, sandbox.gateway.resumes) == (0, 1, 0)


async def test_identifies_are_five_seconds_apart(sandbox, listen, pass_until):
    async with listen() as (bot, _):
        await bot.until("ready")

        sandbox.gateway.invalidate()
        await pass_until(identified(sandbox, 2))

        first, second = sandbox.gateway.starts
        assert second - first >= timedelta(seconds=5)


async def test_several_shards_are_started_five_seconds_apart(sandbox, listen, clock):
    sandbox.gateway.shards = 3

    async with listen():
        for shards in (1, 2, 3):
            await sandbox.until_connected(shards=shards)  # the clock stands
            await clock.advance(timedelta(seconds=4.9))
            assert len(sandbox.gateway.starts) == shards
            await clock.advance(timedelta(seconds=0.1))

        assert sorted(one.shard for one in sandbox.gateway.connected) == [0, 1, 2]


async def test_shards_of_different_rate_limit_keys_are_started_side_by_side(
    sandbox, listen, pass_until
):
    sandbox.gateway.shards, sandbox.gateway.max_concurrency = 4, 2

    async with listen() as (_, _task):
        await sandbox.until_connected(shards=2)  # the clock stands
        await pass_until(identified(sandbox, 4))

        first, second, third, fourth = sandbox.gateway.starts
        assert second == first
        assert (third - first, fourth - second) >= (timedelta(seconds=5), timedelta(seconds=5))


async def test_dropped_connection_is_resumed_without_identifying(sandbox, listen):
    async with listen() as (bot, _):
        await bot.until("ready")

        sandbox.gateway.drop(4000)
        await bot.until("resumed")

        assert (len(sandbox.gateway.starts), sandbox.gateway.resumes) == (1, 1)


async def test_no_sessions_left_is_waited_out(sandbox, listen, clock, pass_until):
    sandbox.gateway.starts = [clock.now() - timedelta(hours=23)] * 1000

    async with listen():
        took = await pass_until(lambda: bool(sandbox.gateway.connected), step=60)

    assert (took >= 3600, len(sandbox.gateway.starts)) == (True, 1)


async def test_no_sessions_left_is_waited_out_after_opcode_9_too(
    sandbox, listen, clock, pass_until
):
    async with listen() as (bot, _):
        await bot.until("ready")
        sandbox.gateway.starts = [clock.now() - timedelta(hours=23)] * 1000

        sandbox.gateway.invalidate()
        took = await pass_until(lambda: bool(sandbox.gateway.connected), step=60)

    assert (took >= 3600, len(sandbox.gateway.starts)) == (True, 1)


@pytest.mark.parametrize("fault", ["fail", "reset"])
@pytest.mark.parametrize("path", ["/users/@me", "/gateway/bot"])
async def test_api_that_does_not_work_at_start_is_waited_out(
    sandbox, listen, pass_until, fault, path
):
    if fault == "fail":
        sandbox.faults.fail("GET", path, status=503, times=3)
    else:
        sandbox.faults.reset("GET", path, times=3)

    starting = asyncio.create_task(stay(listen))
    await pass_until(lambda: bool(sandbox.gateway.connected))
    starting.cancel()
    await asyncio.gather(starting, return_exceptions=True)

    assert len(sandbox.sent("GET", path)) == 4


@pytest.mark.parametrize("path", ["/users/@me", "/oauth2/applications/@me", "/gateway/bot"])
async def test_request_without_an_answer_is_told_soon(sandbox, listen, pass_until, caplog, path):
    hanging = sandbox.faults.hang("GET", path)
    starting = asyncio.create_task(stay(listen))
    await sandbox.until_held_back()

    await pass_until(lambda: caplog.text.count("no answer from Discord") >= 3)
    hanging.release()
    await sandbox.until_connected()
    starting.cancel()
    await asyncio.gather(starting, return_exceptions=True)


async def stay(listen):
    """Stay connected until cancelled."""
    async with listen() as (_, connection):
        await connection


async def test_gateway_down_at_start_is_waited_out(sandbox, listen, pass_until):
    await sandbox.gateway_down()

    async with listen() as (_, task):
        await pass_until(lambda: len(sandbox.sent("GET", "/gateway/bot")) >= 3)
        down = task.done() or bool(sandbox.gateway.connected)
        await sandbox.up()
        await pass_until(lambda: bool(sandbox.gateway.connected))

    assert not down


async def test_connections_closed_before_their_hello_are_waited_out(
    sandbox, listen, pass_until, monkeypatch
):
    send, refused = GatewayConnection._send, [True, True, True]

    def close_or_send(connection, frame):
        if "heartbeat_interval" in str(frame) and refused:
            refused.pop()
            connection.close(4000)
        else:
            send(connection, frame)

    async with listen() as (bot, task):
        await bot.until("ready")
        await sandbox.gateway_down()
        await pass_until(lambda: len(sandbox.sent("GET", "/gateway/bot")) >= 2)
        monkeypatch.setattr(GatewayConnection, "_send", close_or_send)
        await sandbox.up()
        await pass_until(lambda: bool(sandbox.gateway.connected) or task.done())

        assert (task.done(), refused) == (False, [])


@pytest.mark.parametrize("code", [4004, 4010, 4013])
async def test_fatal_close_codes_end_the_connection(sandbox, listen, code):
    async with listen() as (bot, task):
        await bot.until("ready")

        sandbox.gateway.drop(code)
        with pytest.raises(discord.ConnectionClosed) as closed:
            async with asyncio.timeout(10):
                await task

    assert closed.value.code == code


async def test_guilds_are_known_at_ready_with_those_in_an_outage(sandbox, listen):
    away = sandbox.world.add_guild("Away")
    sandbox.world.set_available(away, available=False)

    async with listen() as (bot, _):
        [shard_id] = await bot.until("guilds_known")
        known = {guild.id for guild in bot.guilds}

    assert (known, shard_id) == ({sandbox.guild.id, away.id}, 0)


async def test_guild_left_during_a_lost_session_is_removed(sandbox, listen, pass_until):
    left = sandbox.world.add_guild("Left")

    async with listen() as (bot, _):
        await bot.until("ready")
        sandbox.gateway.invalidate()
        sandbox.world.uninstall(left)
        await pass_until(identified(sandbox, 2))
        [guild] = await bot.until("guild_remove")

        assert guild.id == left.id
        assert [one.id for one in bot.guilds] == [sandbox.guild.id]


async def test_guilds_are_kept_without_channels_roles_and_emojis(sandbox, listen):
    sandbox.world.add_role(sandbox.guild, "Crew")

    async with listen() as (bot, _):
        await bot.until("ready")
        sandbox.world.add_channel(sandbox.guild, "later")
        sandbox.world.add_role(sandbox.guild, "Later")
        other = sandbox.world.add_guild("Other")
        await bot.until("guild_join")

        guild = bot.get_guild(sandbox.guild.id)
        assert guild
        assert (guild.name, [*guild.channels], guild.emojis) == ("Iron Temple", [], ())
        assert [*guild.roles] == [guild.default_role]
        assert bot.get_guild(other.id)


@pytest.mark.parametrize("turns", range(10))
async def test_cancelled_at_any_turn_of_identifying_the_connection_ends(listen, turns):
    """Python 3.11's wait_for swallows a cancellation that comes as its work is done."""
    async with listen() as (bot, task):
        loop, identify = asyncio.get_running_loop(), bot.before_identify_hook

        def cancel_in(left):
            loop.call_soon(cancel_in, left - 1) if left else task.cancel()

        async def hook(shard_id, *, initial=False):
            await identify(shard_id, initial=initial)
            cancel_in(turns)

        bot.before_identify_hook = hook
        ended, _ = await asyncio.wait({task}, timeout=10)

        assert ended == {task}
        assert task.cancelled()
