"""What happens at once or in the other order: simultaneous presses, answers held back, leaving."""

import asyncio
from datetime import timedelta

import discord
import pytest

from bot.sandbox import ClientRefusal, NoAnswer
from bot.sandbox.ratelimits import OLD_EDITS, RateLimits


class RollCall(discord.ui.View):
    """A message with one button that counts who pressed it."""

    def __init__(self):
        super().__init__(timeout=None)
        self.coming = []
        self.codes = []

    @discord.ui.button(label="Yes", custom_id="yes")
    async def yes(self, interaction, _button):
        self.coming.append(interaction.user.name)
        try:
            await interaction.response.edit_message(content=" ".join(self.coming))
        except discord.HTTPException as refused:
            self.codes.append(refused.code)


@pytest.fixture
async def roll_call(sandbox, start):
    """A roll call in #general: its view, and the message as it was sent."""
    bot, view = await start(), RollCall()
    bot.add_view(view)
    channel = bot.get_channel(int(sandbox.general["id"]))
    await channel.send("Who comes?", view=view)
    return view, sandbox.person("ann").sees()[-1]


async def test_all_press_before_the_bot_reads_the_first_press(sandbox, roll_call):
    view, card = roll_call
    people = [sandbox.person(name) for name in ("ann", "bob", "cy", "dee")]
    # Held back, no answer can show whether a later press came before it.
    held = sandbox.faults.hold_answer(times=None)

    pressing = asyncio.gather(*(person.click("Yes", on=card) for person in people))
    await sandbox.until_held_back(len(people))
    held.release()
    shown = await pressing

    assert sorted(view.coming) == ["ann", "bob", "cy", "dee"]
    assert {getattr(one, "id", None) for one in shown} == {card.id}


async def test_answer_held_back_arrives_after_a_later_one(sandbox, roll_call):
    _, card = roll_call
    ann, bob = sandbox.person("ann"), sandbox.person("bob")
    held = sandbox.faults.hold_answer()

    pressing = asyncio.create_task(ann.click("Yes", on=card))
    await sandbox.until_held_back()
    bobs = await bob.click("Yes", on=card)
    held.release()
    await pressing

    assert bobs.text == "ann bob"
    assert ann.see(card).text == "ann"


async def test_old_messages_are_edited_seldom_by_whichever_route(sandbox, roll_call):
    _, card = roll_call
    sandbox.rest.limits = RateLimits(lambda: 1000.0)
    channel = sandbox.general["id"]
    await sandbox.clock.advance(timedelta(hours=1, seconds=1))

    for _ in range(OLD_EDITS[0]):
        await sandbox.person("ann").click("Yes", on=card)
    over = asyncio.create_task(sandbox.person("bob").click("Yes", on=card))
    refused = await sandbox.until_requested(
        "POST", "/interactions/{interaction_id}/{interaction_token}/callback", OLD_EDITS[0] + 1
    )
    over.cancel()

    assert [one.code for one in refused] == [0] * OLD_EDITS[0] + [30046]
    assert sandbox.limits.spend("old edits", OLD_EDITS, channel) is not None
    assert sandbox.person("ann").see(card).text == "ann ann ann"


async def test_who_left_is_no_member_and_loses_their_roles(sandbox, start):
    bot, world = await start(), sandbox.world
    crew = world.add_role(sandbox.guild, "crew")
    ann = sandbox.person("ann", roles=[crew])
    guild = bot.get_guild(sandbox.guild.id)
    before = [role.name for role in (await guild.fetch_member(ann.id)).roles]

    world.remove_member(sandbox.guild, ann.id)
    with pytest.raises(discord.NotFound) as gone:
        await guild.fetch_member(ann.id)
    with pytest.raises(ClientRefusal):
        ann.say("still here?")
    sandbox.person("ann")
    after = [role.name for role in (await guild.fetch_member(ann.id)).roles]

    assert gone.value.code == 10007
    assert (before, after) == (["@everyone", "crew"], ["@everyone"])


class Days(discord.ui.View):
    """A menu whose message changes only for Tuesday; Friday is not answered."""

    def __init__(self):
        super().__init__(timeout=None)

    @discord.ui.select(
        custom_id="day",
        options=[discord.SelectOption(label=day) for day in ("Monday", "Tuesday", "Friday")],
    )
    async def day(self, interaction, select):
        if select.values == ["Tuesday"]:
            await interaction.response.edit_message(content="changed")
        elif select.values == ["Monday"]:
            await interaction.response.send_message("noted", ephemeral=True)


async def test_choice_is_made_again_only_after_another_or_a_change(sandbox, start):
    bot, view = await start(), Days()
    await bot.get_channel(int(sandbox.general["id"])).send("When?", view=view)
    ann, bob = sandbox.person("ann"), sandbox.person("bob")

    await ann.select("day", "Monday")
    with pytest.raises(ClientRefusal):
        await ann.select("day", "Monday")
    await bob.select("day", "Monday")
    await ann.select("day", "Tuesday")
    await ann.select("day", "Monday")
    await ann.select("day", "Tuesday")
    await ann.select("day", "Tuesday")
    sandbox.interactions.answer_within = 0.2
    for _ in range(2):
        with pytest.raises(NoAnswer):
            await ann.select("day", "Friday")
