"""The sandbox as a process of its own, as benchmarks start it."""

import asyncio
import json
import signal
import sys

import discord
import pytest
from discord.http import Route


@pytest.fixture
async def running():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.sandbox", "--guilds", "2", stdout=asyncio.subprocess.PIPE
    )
    base = Route.BASE
    yield process
    Route.BASE = base
    if process.returncode is None:
        process.kill()
    await process.wait()


async def test_process_says_where_it_is_and_ends_when_interrupted(running):
    about = json.loads(await asyncio.wait_for(running.stdout.readline(), 20))
    Route.BASE = about["url"]

    async with discord.Client(intents=discord.Intents.none()) as client:
        await client.login(about["token"])
        shards, gateway, _ = await client.http.get_bot_gateway()
    running.send_signal(signal.SIGINT)

    assert (shards, gateway, str(client.user)) == (1, about["gateway"], "legday#0000")
    assert await asyncio.wait_for(running.wait(), 20) == 0


async def test_injected_interactions_are_timed(sandbox, start, slash):
    async def ping(interaction: discord.Interaction, number: int) -> None:
        await interaction.response.send_message(str(number), ephemeral=True)

    await start(slash("ping", ping))
    ann = sandbox.person("ann")
    made = [ann.compose_slash("ping", number=number) for number in range(20)]

    took = await asyncio.gather(*(sandbox.inject(one) for one in made))

    assert all(0 < one < 3 for one in took)
    assert sorted(int(one.text) for one in ann.sees()) == list(range(20))
