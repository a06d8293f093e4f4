"""What the sandbox does wrong on request, and its rate limits, as discord.py meets them."""

import asyncio
from datetime import timedelta
from typing import Any

import aiohttp
import discord
import pytest

MESSAGES = "/channels/{channel_id}/messages"


@pytest.fixture
async def channel(sandbox, start):
    bot = await start()
    return bot.get_partial_messageable(int(sandbox.general["id"]))


async def test_failing_route_answers_as_told_so_many_times(sandbox, channel):
    sandbox.faults.fail("POST", MESSAGES, status=403, code=50013, message="No", times=2)

    for _ in range(2):
        with pytest.raises(discord.Forbidden) as refused:
            await channel.send("hi")
        assert (refused.value.code, refused.value.text) == (50013, "No")
    await channel.send("hi")

    assert [one.status for one in sandbox.sent("POST", MESSAGES)] == [403, 403, 200]


async def test_answer_lost_after_the_effect_makes_one_message(sandbox, channel):
    path = f"/channels/{sandbox.general['id']}/*"
    sandbox.faults.fail("POST", path, status=502, after_effect=True)

    await channel.send("hi")

    assert [one.status for one in sandbox.sent("POST", MESSAGES)] == [502, 200]
    assert len(sandbox.person("ann").sees()) == 1


@pytest.mark.parametrize(("after_effect", "made"), [(False, 0), (True, 1)])
async def test_reset_cuts_the_connection(sandbox, channel, after_effect, made):
    sandbox.faults.reset("POST", MESSAGES, after_effect=after_effect)

    with pytest.raises((aiohttp.ClientError, OSError)) as cut:
        await channel.send("hi")

    assert isinstance(cut.value, OSError)
    assert len(sandbox.person("ann").sees()) == made
    assert [one.status for one in sandbox.sent("POST", MESSAGES)] == [0]


async def test_hanging_request_goes_on_when_released(sandbox, channel):
    fault = sandbox.faults.hang("POST", MESSAGES)

    sending = asyncio.create_task(channel.send("hi"))
    await sandbox.until_held_back()
    assert sandbox.person("ann").sees() == []
    fault.release()
    await sending

    assert len(sandbox.person("ann").sees()) == 1


async def test_told_rate_limit_is_waited_out(sandbox, channel):
    sandbox.faults.rate_limit("POST", MESSAGES, retry_after=0.05, scope="shared")

    await channel.send("hi")

    assert [one.status for one in sandbox.sent("POST", MESSAGES)] == [429, 200]


async def test_burst_meets_the_channel_limit_and_recovers(sandbox, channel):
    sandbox.limits.enabled = True
    sandbox.limits.channel = (3, 0.3)

    await asyncio.gather(*(channel.send(str(number)) for number in range(7)))

    statuses = [one.status for one in sandbox.sent("POST", MESSAGES)]
    assert statuses.count(200) == 7
    assert len(sandbox.person("ann").sees()) == 7


async def test_global_limit_answers_429(sandbox, channel):
    sandbox.limits.enabled = True
    sandbox.limits.per_second = 3
    others = [sandbox.world.add_channel(sandbox.guild, str(number)) for number in range(4)]
    places = [
        channel._state._get_client().get_partial_messageable(int(one["id"])) for one in others
    ]

    await asyncio.gather(*(place.send("hi") for place in places))

    statuses = [one.status for one in sandbox.sent("POST", MESSAGES)]
    assert (statuses.count(200), 429 in statuses) == (4, True)


async def test_api_that_is_down_refuses_and_comes_back(sandbox, channel):
    await sandbox.api_down()
    with pytest.raises(OSError, match=r"Cannot connect|reset by peer"):
        await channel.send("hi")
    await sandbox.up()
    await sandbox.api_down(503)
    with pytest.raises(discord.DiscordServerError):
        await channel.send("hi")
    await sandbox.up()

    await channel.send("hi")

    assert len(sandbox.person("ann").sees()) == 1


async def test_unknown_route_is_a_violation(sandbox, channel):
    with pytest.raises(discord.NotFound):
        await channel._state.http.request(discord.http.Route("GET", "/voice/regions"))

    assert sandbox.violations == ["GET /api/v10/voice/regions: no such route in the sandbox"]
    sandbox.violations.clear()


@pytest.mark.no_rate_limits("makes hundreds of commands; fifty a second would take its time")
async def test_commands_keep_their_ids_and_creates_are_counted(sandbox, start, slash):
    async def nothing(interaction: discord.Interaction) -> None:
        pass

    bot = await start(slash("log", nothing), slash("old", nothing))
    before = {one.name: one.id for one in await bot.tree.fetch_commands()}
    bot.tree.remove_command("old")
    bot.tree.add_command(slash("new", nothing))
    after = {one.name: one.id for one in await bot.tree.sync()}

    assert (sorted(after), after["log"]) == (["log", "new"], before["log"])
    assert [(one.commands, one.created) for one in sandbox.commands.syncs] == [(2, 2), (2, 1)]
    for number in range(197):
        await bot.http.upsert_global_command(bot.application_id, body(f"c{number % 50}"))
        await bot.http.bulk_upsert_global_commands(bot.application_id, [])
    with pytest.raises(discord.HTTPException) as refused:
        await bot.http.upsert_global_command(bot.application_id, body("more"))
    assert refused.value.code == 30034
    await sandbox.clock.advance(timedelta(days=1))
    await bot.http.upsert_global_command(bot.application_id, body("more"))


def body(name: str) -> Any:  # discord.py's type of it is only there for type checkers
    return {"name": name, "description": name, "type": 1, "options": []}


async def test_hanging_request_ends_when_its_client_gives_up(sandbox, channel):
    sandbox.faults.hang("POST", MESSAGES)

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(channel.send("hi"), 0.1)
    await sandbox.until_requested("POST", MESSAGES)

    assert [one.status for one in sandbox.sent("POST", MESSAGES)] == [0]
    assert (sandbox.rest.held_back, sandbox.person("ann").sees()) == (0, [])
