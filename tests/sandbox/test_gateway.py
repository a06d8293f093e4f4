"""The gateway as the real discord.py meets it: starting, losing and resuming sessions."""

import asyncio

import aiohttp
import discord
import pytest

from bot.sandbox import Sandbox
from bot.sandbox.shapes import Json


async def test_bot_gets_ready_with_its_guilds(sandbox, start):
    bot = await start()

    guild = bot.get_guild(sandbox.guild.id)
    assert (guild.name, guild.owner_id) == ("Iron Temple", int(sandbox.world.owner["id"]))
    assert [one.name for one in guild.text_channels] == ["general"]
    assert guild.me.guild_permissions.send_messages
    assert bot.application_id == sandbox.world.application_id
    assert len(sandbox.gateway.starts) == 1


async def test_shards_get_their_guilds_and_the_first_gets_dms(sandbox, start, slash):
    async def ping(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"shard {interaction.guild_id}")

    for number in range(7):
        sandbox.world.add_guild(f"gym {number}")
    sandbox.gateway.shards = 4
    bot = await start(slash("ping", ping))

    by_shard = [[one.id for one in bot.guilds if one.shard_id == shard] for shard in range(4)]
    assert [len(one) for one in by_shard] == [2, 2, 2, 2]
    assert all((one.id >> 22) % 4 == one.shard_id for one in bot.guilds)
    assert (await sandbox.person("ann").slash("ping")).text == f"shard {sandbox.guild.id}"
    assert (await sandbox.person("ann").dm_slash("ping")).text == "shard None"


async def test_two_sessions_of_one_shard_both_get_a_command_and_the_first_answer_counts(
    sandbox, start, slash
):
    async def hello(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("hello")

    bots = [await start(slash("hello", hello)) for _ in range(2)]

    assert (await sandbox.person("ann").slash("hello")).text == "hello"
    async with asyncio.timeout(10):
        while not (refused := [error for bot in bots for error in bot.errors]):  # noqa: ASYNC110
            await asyncio.sleep(0)
    assert [one.original.code for one in refused] == [40060]
    assert len(sandbox.gateway.connected) == 2


async def test_dropped_connection_is_resumed_and_misses_nothing(sandbox, start):
    bot = await start()

    sandbox.gateway.drop(4000)
    sandbox.world.add_channel(sandbox.guild, "leg-day")
    await bot.until("resumed")

    assert [one.name for one in bot.get_guild(sandbox.guild.id).channels] == ["general", "leg-day"]
    assert (len(sandbox.gateway.starts), sandbox.gateway.resumes) == (1, 1)


async def test_reconnect_request_is_followed_by_a_resume(sandbox, start):
    bot = await start()

    sandbox.gateway.ask_to_reconnect()
    await bot.until("resumed")

    assert (len(sandbox.gateway.starts), sandbox.gateway.resumes) == (1, 1)


async def test_invalid_session_is_started_anew(sandbox, start):
    bot = await start()

    sandbox.gateway.invalidate()
    await bot.until("shard_ready", 2)

    assert (len(sandbox.gateway.starts), sandbox.gateway.resumes) == (2, 0)
    assert len(sandbox.gateway.connected) == 1


async def test_gateway_that_was_down_is_found_again(sandbox, start):
    bot = await start()

    await sandbox.gateway_down()
    await bot.until("shard_disconnect")
    await sandbox.up()
    # discord.py identifies anew after a refused connection, some random seconds later.
    await bot.until("shard_ready", 2)

    assert len(sandbox.gateway.connected) == 1


async def test_bot_invited_and_removed_while_running(sandbox, start):
    bot = await start()
    other = sandbox.world.add_guild("Other Gym")
    channel = sandbox.world.add_channel(other, "general")

    await bot.until("guild_join")
    assert bot.get_guild(other.id).name == "Other Gym"
    sandbox.world.uninstall(other)
    await bot.until("guild_remove")

    assert [one.id for one in bot.guilds] == [sandbox.guild.id]
    with pytest.raises(discord.Forbidden):
        await bot.get_partial_messageable(int(channel["id"])).send("hi")


async def test_outage_of_a_guild_is_no_removal(sandbox, start):
    bot = await start()

    sandbox.world.set_available(sandbox.guild, available=False)
    await bot.until("guild_unavailable")
    assert bot.get_guild(sandbox.guild.id).unavailable
    sandbox.world.set_available(sandbox.guild, available=True)
    await bot.until("guild_available")

    assert not bot.get_guild(sandbox.guild.id).unavailable


async def test_changes_of_channels_and_roles_are_told(sandbox, start):
    bot = await start()
    world, guild = sandbox.world, sandbox.guild

    role = world.add_role(guild, "squad")
    world.update_role(guild, role, name="the squad")
    thread = world.add_thread(sandbox.general, "monday")
    world.update_channel(sandbox.general, name="hall")
    world.delete_channel(thread)
    gone = world.add_channel(guild, "gone")
    world.delete_channel(gone)
    world.delete_role(guild, role)
    await bot.until("guild_role_delete")

    assert [
        one for one in bot.events if one.startswith(("guild_role", "guild_channel", "thread"))
    ] == [
        "guild_role_create",
        "guild_role_update",
        "thread_create",
        "guild_channel_update",
        "thread_delete",
        "guild_channel_create",
        "guild_channel_delete",
        "guild_role_delete",
    ]


async def test_silent_gateway_is_noticed_as_dead(sandbox, start):
    sandbox.gateway.heartbeat_interval = 0.05
    bot = await start(heartbeat_timeout=0.2)

    sandbox.gateway.acknowledges = False
    await bot.until("disconnect")
    sandbox.gateway.acknowledges = True
    await bot.until("resumed")

    assert len(sandbox.gateway.starts) == 1


@pytest.mark.parametrize(
    ("identify", "code"),
    [
        ({"token": "wrong"}, 4004),
        ({"shard": [2, 2]}, 4010),
        ({"intents": 1 << 40}, 4013),
        ({"intents": 1 << 15}, 4014),
    ],
)
async def test_refused_identify_closes_with_its_code(sandbox, identify, code):
    body = {"token": sandbox.token, "intents": 1, "properties": {}, **identify}

    closed = await closing(sandbox, {"op": 2, "d": body})

    assert closed == code
    assert sandbox.gateway.sessions == {}


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ({"op": 99, "d": None}, 4001),
        ({"nonsense": 1}, 4002),
        ({"op": 3, "d": {}}, 4003),
        ({"op": 1, "d": "x" * 5000}, 4002),
        ({"op": 6, "d": {"token": "wrong", "session_id": "1", "seq": 1}}, 4004),
    ],
)
async def test_frame_out_of_place_closes_with_its_code(sandbox, frame, code):
    assert await closing(sandbox, frame) == code


async def test_identify_faster_than_allowed_invalidates(sandbox):
    sandbox.gateway.pacing = 60.0
    body = {"token": sandbox.token, "intents": 1, "properties": {}}

    first = await answer(sandbox, {"op": 2, "d": body})
    second = await answer(sandbox, {"op": 2, "d": body})

    assert (first["t"], second) == ("READY", {"op": 9, "d": False})


async def test_thousand_starts_use_up_the_day(sandbox):
    for _ in range(1000):
        assert sandbox.gateway.count_start()

    body = {"token": sandbox.token, "intents": 1, "properties": {}}

    assert sandbox.gateway.start_limit()["remaining"] == 0
    assert await closing(sandbox, {"op": 2, "d": body}) == 4004


async def test_unknown_session_must_identify(sandbox):
    body = {"token": sandbox.token, "session_id": "gone", "seq": 3}

    assert await answer(sandbox, {"op": 6, "d": body}) == {"op": 9, "d": False}


async def answer(sandbox: Sandbox, frame: object) -> Json:
    """Send one frame after HELLO and return the first frame that comes back."""
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(sandbox.gateway.url + "?v=10") as ws,
    ):
        assert (await ws.receive_json())["op"] == 10
        await ws.send_json(frame)
        returned: Json = await asyncio.wait_for(ws.receive_json(), 5)
        return returned


async def closing(sandbox: Sandbox, frame: object) -> int | None:
    """Send one frame after HELLO and return the code the connection is closed with."""
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(sandbox.gateway.url + "?v=10") as ws,
    ):
        assert (await ws.receive_json())["op"] == 10
        await ws.send_json(frame)
        message = await asyncio.wait_for(ws.receive(), 5)
        assert message.type is aiohttp.WSMsgType.CLOSE
        code: int | None = message.data
        return code


async def test_announced_guilds_are_cached_by_the_bot(sandbox, start):
    sandbox.announce(30, channels=3, roles=2)

    bot = await start()
    await bot.until("guild_available", 0)

    async with asyncio.timeout(10):
        while sum(not one.unavailable for one in bot.guilds) < 31:
            bot.happened.clear()
            await bot.happened.wait()
    announced = bot.get_guild(sandbox.gateway.crowd.ids[-1])
    assert (len(announced.channels), len(announced.roles), announced.me.id) == (3, 3, bot.user.id)


async def test_too_many_guilds_for_one_shard_are_refused(sandbox):
    sandbox.announce(2501, channels=0, roles=0)
    body = {"token": sandbox.token, "intents": 1, "properties": {}}

    assert await closing(sandbox, {"op": 2, "d": body}) == 4011
