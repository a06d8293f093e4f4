"""The members of a server: listed, searched by name, and asked for over the gateway."""

import asyncio

import discord
import pytest

from bot.sandbox import members
from bot.sandbox.gateway import GUILD_MEMBERS

WITH_MEMBERS = discord.Intents(guilds=True, members=True)


@pytest.fixture
def crew(sandbox):
    """Ann, Annika and Bob in the server, Ann with a role."""
    role = sandbox.world.add_role(sandbox.guild, "crew")
    people = [sandbox.person(name) for name in ("ann", "Annika", "bob")]
    sandbox.world.give_roles(sandbox.guild, people[0].id, [role])
    return people


async def test_list_is_for_applications_with_the_members_intent(sandbox, start, crew):
    bot = await start()
    guild = bot.get_guild(sandbox.guild.id)

    with pytest.raises(discord.Forbidden) as refused:
        await bot.http.get_members(guild.id, 1000, None)
    sandbox.gateway.privileged = GUILD_MEMBERS
    everybody = await bot.http.get_members(guild.id, 1000, None)
    after = await bot.http.get_members(guild.id, 1, crew[0].id)

    assert refused.value.code == 50001
    assert [int(one["user"]["id"]) for one in everybody] == sorted(sandbox.guild.members)
    assert [one["user"]["username"] for one in after] == ["Annika"]
    with pytest.raises(discord.HTTPException) as too_many:
        await bot.http.get_members(guild.id, 1001, None)
    assert too_many.value.code == 50035


async def test_search_finds_names_and_nicknames_by_their_beginning(sandbox, start, crew):
    bot = await start()
    sandbox.guild.members[crew[2].id]["nick"] = "Anchor"
    search = bot.http.request
    route = discord.http.Route(
        "GET", "/guilds/{guild_id}/members/search", guild_id=sandbox.guild.id
    )

    found = await search(route, params={"query": "aN", "limit": 10})
    first = await search(route, params={"query": "ann"})

    assert [one["user"]["username"] for one in found] == ["ann", "Annika", "bob"]
    assert [one["user"]["username"] for one in first] == ["ann"]
    with pytest.raises(discord.HTTPException) as empty:
        await search(route, params={"query": ""})
    assert empty.value.code == 50035


async def test_gateway_finds_members_by_name_and_id_without_the_intent(sandbox, start, crew):
    guild = (await start()).get_guild(sandbox.guild.id)
    sandbox.world.remove_member(sandbox.guild, crew[2].id)

    by_name = await guild.query_members("ann", limit=5)
    by_id = await guild.query_members(user_ids=[one.id for one in crew], limit=5)

    assert {one.name for one in by_name} == {"ann", "Annika"}
    assert {one.name for one in by_id} == {"ann", "Annika"}
    assert [role.name for role in guild.get_member(crew[0].id).roles] == ["@everyone", "crew"]


async def test_gateway_sends_the_entire_list_only_with_the_intent(sandbox, start, crew):
    asked = {"guild_id": str(sandbox.guild.id), "query": "", "limit": 0}
    sandbox.gateway.privileged = GUILD_MEMBERS
    without = await start()
    seen = sandbox.gateway.connected[0].sequence
    assert sandbox.gateway.tell_members(sandbox.gateway.connected[0], asked)
    assert sandbox.gateway.connected[0].sequence == seen

    bot = await start(intents=WITH_MEMBERS)
    async with asyncio.timeout(10):
        listed = await bot.get_guild(sandbox.guild.id).chunk()

    assert {one.name for one in listed} == {"owner", "legday", "ann", "Annika", "bob"}
    assert without.get_guild(sandbox.guild.id).get_member(crew[0].id) is None


def test_chunks_hold_a_thousand_and_tell_who_was_not_found(sandbox):
    world, guild = sandbox.world, sandbox.guild
    for number in range(1_500):
        world.add_member(guild, int(world.add_user(f"m{number}")["id"]))
    whole = {"query": "", "limit": 0, "nonce": "n"}
    absent = {"user_ids": ["1", str(guild.owner_id)], "nonce": "n" * 33}

    parts = list(members.chunks(world, guild, whole))
    (missed,) = members.chunks(world, guild, absent)
    (by_name,) = members.chunks(world, guild, {"query": "m", "limit": 0})

    assert [len(one["members"]) for one in parts] == [1_000, 502]
    assert [(one["chunk_index"], one["chunk_count"]) for one in parts] == [(0, 2), (1, 2)]
    assert {one["nonce"] for one in parts} == {"n"}
    assert (missed["not_found"], len(missed["members"])) == (["1"], 1)
    assert "nonce" not in missed
    assert len(by_name["members"]) == 100


@pytest.mark.parametrize(
    "asked",
    [None, {}, {"guild_id": "x", "query": "", "limit": 0}, {"guild_id": "1", "query": "a"}],
)
def test_malformed_requests_are_told_from_others(asked):
    assert not members.well_formed(asked)
