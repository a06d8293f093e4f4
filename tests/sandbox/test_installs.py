"""Apps installed by guilds and by users: where commands are offered, what an interaction tells."""

import discord
import pytest
from discord import app_commands

from bot.sandbox import ClientRefusal

GUILDS, USERS, BOTH = (
    app_commands.AppInstallationType(guild=guild, user=user)
    for guild, user in ((True, False), (False, True), (True, True))
)
EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)


@pytest.fixture
def places(sandbox):
    """Ann's places by name; the app can be added to accounts, and ann did."""
    sandbox.world.integration_types = {"0": {}, "1": {}}
    ann, bob, cy = (sandbox.person(name) for name in ("ann", "bob", "cy"))
    sandbox.add_to_account(ann)
    elsewhere = sandbox.world.add_guild("Elsewhere", installed=False)
    for name in ("ann", "bob"):
        sandbox.person(name, guild=elsewhere)
    return {
        "home": ann.at(sandbox.general),
        "elsewhere": ann.at(sandbox.world.add_channel(elsewhere, "general")),
        "bot": ann.at(ann.dm),
        "dm": ann.at(sandbox.private(ann, bob)),
        "group": ann.at(sandbox.private(ann, bob, cy)),
    }


def told(interaction):
    return (
        interaction.context.to_array(),
        {str(key): str(owner) for key, owner in interaction._integration_owners.items()},
        interaction.guild_id is None,
    )


async def test_interaction_tells_its_context_and_whose_installations_allow_it(
    sandbox, start, slash, places
):
    asked = []

    async def say(interaction: discord.Interaction) -> None:
        asked.append(told(interaction))
        await interaction.response.send_message("hi")

    await start(
        *(
            slash(name, say, allowed_contexts=EVERYWHERE, allowed_installs=installs)
            for name, installs in (("guilds", GUILDS), ("users", USERS), ("both", BOTH))
        )
    )
    ann = str(places["home"].id)
    home = str(sandbox.guild.id)

    found = {}
    for name in ("guilds", "users", "both"):
        for where, person in places.items():
            try:
                await person.slash(name)
            except ClientRefusal:
                continue
            found[name, where] = asked.pop()

    assert {key: (owners, no_guild) for key, (_, owners, no_guild) in found.items()} == {
        ("guilds", "home"): ({"0": home}, False),
        ("guilds", "bot"): ({"0": "0"}, True),
        ("users", "home"): ({"1": ann}, False),
        ("users", "elsewhere"): ({"1": ann}, False),
        ("users", "bot"): ({"1": ann}, True),
        ("users", "dm"): ({"1": ann}, True),
        ("users", "group"): ({"1": ann}, True),
        ("both", "home"): ({"0": home, "1": ann}, False),
        ("both", "elsewhere"): ({"1": ann}, False),
        ("both", "bot"): ({"0": "0", "1": ann}, True),
        ("both", "dm"): ({"1": ann}, True),
        ("both", "group"): ({"1": ann}, True),
    }
    contexts = {where: context for (_, where), (context, _, _) in found.items()}
    assert contexts == {"home": [0], "elsewhere": [0], "bot": [1], "dm": [2], "group": [2]}


async def test_press_counts_on_the_installations_of_what_its_message_answers(
    sandbox, start, slash, places
):
    pressed = []

    async def say(interaction: discord.Interaction) -> None:
        view = discord.ui.View()
        view.add_item(discord.ui.Button(label="Press", custom_id="press"))
        await interaction.response.send_message("hi", view=view)

    bot = await start(slash("say", say, allowed_contexts=EVERYWHERE, allowed_installs=BOTH))

    @bot.listen()
    async def on_interaction(interaction):
        if interaction.type is discord.InteractionType.component:
            pressed.append(told(interaction)[1])
            await interaction.response.defer()

    ann, bob = places["elsewhere"], sandbox.person("bob")
    shown = await ann.slash("say")
    await bob.at(ann.channel).click("Press", on=shown)

    assert pressed == [{"1": str(ann.id)}]


async def test_bot_reaches_no_channel_where_it_is_no_member(start, places):
    bot = await start()

    for where in ("elsewhere", "dm", "group"):
        channel = bot.get_partial_messageable(int(places[where].channel["id"]))
        with pytest.raises(discord.Forbidden) as refused:
            await channel.send("hi")
        assert refused.value.code == 50001


@pytest.mark.parametrize("may", [True, False])
async def test_answer_of_a_users_app_is_for_all_only_with_use_external_apps(
    sandbox, start, slash, places, may
):
    async def say(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("hi")

    await start(slash("say", say, allowed_contexts=EVERYWHERE, allowed_installs=BOTH))
    ann, channel = places["elsewhere"], places["elsewhere"].channel
    if not may:
        everyone = int(channel["guild_id"])
        sandbox.world.overwrite(channel, everyone, deny=["use_external_apps"])

    answered = [await one.slash("say") for one in (ann, places["home"], places["group"])]

    assert [one.ephemeral for one in answered] == [not may, False, False]
    assert len(sandbox.person("bob").sees(channel)) == int(may)


async def test_app_that_is_not_for_accounts_cannot_be_added_to_one(sandbox):
    with pytest.raises(ClientRefusal):
        sandbox.add_to_account(sandbox.person("ann"))
