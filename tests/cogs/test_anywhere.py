"""The bot where a member brought it: other servers, groups, DMs; none of those is one of ours."""

import pytest

from bot.sandbox import ClientRefusal
from bot.sandbox.shapes import Json
from bot.texts.group import shared
from tests.cogs.conftest import Gym
from tests.refusals import refusal

LEGS = {"effort": 8, "minutes": 60}
SERVERS = ("config", "group")  # commands that need a server which installed the bot


@pytest.fixture
def foreign(gym: Gym) -> Json:
    """A channel of a server that did not install the bot, with ann and bob in it."""
    elsewhere = gym.sandbox.world.add_guild("Elsewhere", installed=False)
    for name in ("ann", "bob", "coach"):
        gym.sandbox.person(name, guild=elsewhere)
    return gym.sandbox.world.add_channel(elsewhere, "general")


@pytest.fixture
def group(gym: Gym) -> Json:
    """A group DM of ann, bob and cy."""
    return gym.sandbox.private(*(gym.people[name] for name in ("ann", "bob", "cy")))


@pytest.fixture
def brought(gym, ann):
    """Ann, who added the bot to her account."""
    gym.sandbox.add_to_account(ann)
    return ann


def seen_by(person, channel):
    return [one for one in person.sees(channel) if not one.ephemeral]


async def test_commands_say_where_they_are_used(gym):
    registered = gym.sandbox.commands.listed(None)

    for command in registered:
        narrow = command["name"] in SERVERS
        assert command["integration_types"] == ([0] if narrow else [0, 1]), command["name"]
        assert command["contexts"] == ([0] if narrow else [0, 1, 2]), command["name"]
    assert gym.sandbox.world.integration_types.keys() == {"0", "1"}
    assert gym.sandbox.violations == []


async def test_commands_are_offered_where_an_install_reaches(gym, foreign, group, brought, bob):
    def offered(person, channel):
        names = {one["name"] for one in person.at(channel).commands}
        return "canirun" in names, names >= {"group"}

    home = gym.sandbox.general
    places = [home, foreign, group]
    both = gym.sandbox.private(brought, bob)

    assert [offered(brought, one) for one in (*places, both, brought.dm)] == [
        (True, True), (True, False), (True, False), (True, False), (True, False),
    ]  # fmt: skip
    assert [offered(bob, one) for one in (*places, both, bob.dm)] == [
        (True, True), (False, False), (False, False), (False, False), (True, False),
    ]  # fmt: skip
    with pytest.raises(ClientRefusal):
        await bob.at(foreign).slash("canirun")


@pytest.mark.parametrize("where", ["foreign", "group"])
async def test_entry_is_kept_and_shown_to_its_owner_alone(gym, brought, bob, where, request):
    channel = request.getfixturevalue(where)
    there = brought.at(channel)

    await there.slash("legday log", **LEGS)
    shown = await there.click("keep.only")

    assert shown.ephemeral
    assert bob.sees(channel) == []
    assert (await gym.store.members.history(brought.id, limit=5)).total == 1


async def test_zone_of_a_server_counts_only_where_the_server_is_ours(
    gym, foreign, group, brought, coach
):
    await coach.slash("config setup")
    await coach.click("config.zone")
    await coach.fill(zone="Europe/Berlin")
    at = {"kind": "walk", "time": "12:00"}

    asked = [
        refusal(await brought.at(one).slash("reminders add", **at)) for one in (foreign, group)
    ]
    at_home = await brought.slash("reminders add", **at)

    assert asked == ["rule_needs_zone", "rule_needs_zone"]
    assert refusal(at_home) is None


async def test_server_that_removed_the_bot_is_not_ours_any_more(gym, brought, coach):
    await coach.slash("config setup")
    await coach.click("config.zone")
    await coach.fill(zone="Europe/Berlin")
    gym.sandbox.add_to_account(coach)
    gym.sandbox.world.uninstall(gym.sandbox.guild)

    zoneless = await brought.slash("reminders add", kind="walk", time="12:00")
    forced = await coach.slash("config show", unchecked=True)
    panel = await coach.slash("help")
    pressed = await coach.press_custom_id("config.posts:off", on=panel)
    in_group = await coach.press_custom_id("board.join", on=panel)

    assert refusal(zoneless) == "rule_needs_zone"
    assert [refusal(one) for one in (forced, pressed, in_group)] == ["server_not_ours"] * 3
    assert (await gym.store.guilds.get(gym.sandbox.guild.id)).posts_on


@pytest.mark.parametrize("where", ["foreign", "group"])
async def test_share_is_for_all_there_and_nothing_of_it_is_kept(gym, brought, bob, where, request):
    channel = request.getfixturevalue(where)
    there = brought.at(channel)
    await there.slash("canirun", soreness=2)

    await there.click("run.share")
    await gym.until_shown(bob.at(channel), brought.mention)

    [card] = seen_by(bob, channel)
    assert card.buttons == []
    assert (await gym.store.members.export(brought.id))["rolls"] == []
    assert gym.sandbox.violations == []


async def test_share_that_discord_shows_to_its_owner_alone_says_so(gym, foreign, brought, bob):
    world = gym.sandbox.world
    everyone = world.guild_of(foreign).id
    world.overwrite(foreign, everyone, deny=["use_external_apps"])
    there = brought.at(foreign)
    await there.slash("canirun", soreness=2)

    await there.click("run.share")
    await gym.until_shown(there, shared.only_you().title)

    assert bob.sees(foreign) == []


async def test_stranger_who_presses_what_was_shared_has_no_server_either(
    gym, foreign, brought, bob
):
    there = brought.at(foreign)
    await there.slash("canirun", soreness=2)
    await there.click("run.share")
    await gym.until_shown(bob.at(foreign), brought.mention)
    [card] = seen_by(bob, foreign)

    pressed = await bob.at(foreign).press_custom_id("board.join", on=card)
    cheered = await bob.at(foreign).press_custom_id(f"roll.cheer:{card.id}", on=card)

    assert [refusal(one) for one in (pressed, cheered)] == ["control_unknown", "server_not_ours"]


async def test_dms_without_a_shared_server_are_told_at_the_next_command_anywhere(
    gym, foreign, brought
):
    await gym.join(brought)
    await brought.slash("reminders add", kind="hydrate", time="21:00")
    gym.sandbox.world.remove_member(gym.sandbox.guild, brought.id)
    await gym.wait(days=1)

    there = brought.at(foreign)
    await there.slash("learn", topic="sleep")
    told = await gym.until_shown(there, "We share no server")
    state = await gym.store.members.context(brought.id, None)
    await there.slash("learn", topic="sleep")

    assert told.ephemeral
    assert (state.dm_closed_at is not None, state.dm_unshared) == (True, True)
    assert sum("We share no server" in one.text for one in there.sees()) == 1


async def test_dm_that_discord_says_it_cannot_reach_is_tried_again(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders add", kind="hydrate", time="21:00")
    before = len(ann.inbox)
    gym.sandbox.faults.fail("POST", "/channels/*/messages", status=403, code=50001, times=2)

    await gym.wait(days=1)

    assert len(ann.inbox) == before + 1
    assert "no_access" not in {row.reason for row in await gym.store.reminders.upcoming(ann.id)}
