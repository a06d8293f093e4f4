"""The real discord.py answers every kind of interaction of the sandbox's people."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import aiohttp
import discord
import pytest
from discord import app_commands
from discord.ui.select import BaseSelect

from bot.sandbox import ClientRefusal, NoAnswer, Seen, SeenForm, Upload
from bot.sandbox.compose import ATTACHMENT_LIMIT

Row = discord.ui.ActionRow[discord.ui.LayoutView]
Menu = BaseSelect[discord.ui.LayoutView]


def words(*lines: str) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView()
    for line in lines:
        view.add_item(discord.ui.TextDisplay(line))
    return view


def button(label: str, custom_id: str) -> Row:
    return discord.ui.ActionRow(discord.ui.Button(label=label, custom_id=custom_id))


async def test_slash_command_is_answered_to_the_person_alone(sandbox, start, slash):
    async def log(interaction: discord.Interaction, effort: int) -> None:
        await interaction.response.send_message(f"effort {effort}", ephemeral=True)

    await start(slash("log", log))
    ann, bob = sandbox.person("ann"), sandbox.person("bob")

    reply = await ann.slash("log", effort=8)

    assert isinstance(reply, Seen)
    assert (reply.text, reply.ephemeral) == ("effort 8", True)
    assert [one.text for one in ann.sees()] == ["effort 8"]
    assert bob.sees() == []


async def test_subcommands_get_the_people_roles_places_and_files_named(sandbox, start):
    group = app_commands.Group(name="legday", description="legday")
    inner = app_commands.Group(name="post", description="post", parent=group)

    @inner.command(name="add", description="add")
    async def add(  # noqa: PLR0917 - one option of each kind
        interaction: discord.Interaction,
        who: discord.Member,
        role: discord.Role,
        place: discord.TextChannel,
        file: discord.Attachment,
        whom: discord.User | discord.Role,
        loud: bool,
        share: float,
    ) -> None:
        read = (await file.read()).decode()
        may = place.permissions_for(place.guild.me).send_messages
        answer = [who.name, role.name, place.name, read, whom.name, loud, share, may]
        await interaction.response.send_message(" ".join(map(str, answer)))

    await start(group)
    ann, bob = sandbox.person("ann"), sandbox.person("bob")
    squad = sandbox.world.add_role(sandbox.guild, "squad")

    reply = await ann.slash(
        "legday post add",
        who=bob,
        role=squad,
        place=sandbox.general,
        file=Upload("a.txt", "text/plain", b"inside"),
        whom=squad,
        loud=True,
        share=0.5,
    )

    assert reply.text == "bob squad general inside squad True 0.5 True"


async def test_address_of_a_given_file_is_signed_and_expires_and_larger_ones_are_refused(
    sandbox, start, slash
):
    addresses = []

    async def bring(interaction: discord.Interaction, file: discord.Attachment) -> None:
        addresses.append(file.url)
        await interaction.response.send_message((await file.read()).decode())

    async def status(address):
        async with aiohttp.ClientSession() as session, session.get(address) as answer:
            return answer.status

    await start(slash("bring", bring))
    ann = sandbox.person("ann")
    reply = await ann.slash("bring", file=Upload("a.txt", "text/plain", b"inside"))
    (address,) = addresses
    forged = address.replace("ex=", "ex=f")
    now = [await status(each) for each in (address, forged, address.partition("?")[0])]
    await sandbox.clock.advance(timedelta(hours=25))

    assert reply.text == "inside"
    assert now == [200, 404, 404]
    assert await status(address) == 404
    with pytest.raises(ClientRefusal):
        await ann.slash("bring", file=Upload("a", "text/plain", bytes(ATTACHMENT_LIMIT + 1)))


@pytest.mark.parametrize(
    ("command", "options", "refusal"),
    [
        ("nothing", {}, "There is no command /nothing."),
        ("log", {}, "effort: This option is required. Specify a value."),
        ("log", {"effort": 11}, "effort: Must be 10 or less."),
        ("log", {"effort": "much"}, "effort: Enter a valid integer."),
        ("log", {"effort": 5, "pain": 1}, "/log has no option pain."),
        ("log leg", {"effort": 5}, "/log has no subcommand leg."),
    ],
)
async def test_client_refuses_before_sending(sandbox, start, slash, command, options, refusal):
    async def log(interaction: discord.Interaction, effort: app_commands.Range[int, 1, 10]) -> None:
        await interaction.response.send_message("logged")

    await start(slash("log", log))

    with pytest.raises(ClientRefusal) as refused:
        await sandbox.person("ann").slash(command, **options)
    assert str(refused.value) == refusal


async def test_unchecked_options_reach_the_bot(sandbox, start, slash):
    async def log(interaction: discord.Interaction, note: app_commands.Range[str, 1, 5]) -> None:
        await interaction.response.send_message(note)

    await start(slash("log", log))

    reply = await sandbox.person("ann").slash("log", note="far too long", unchecked=True)

    assert reply.text == "far too long"


async def test_autocomplete_offers_choices_and_knows_the_other_options(sandbox, start, slash):
    async def edit(interaction: discord.Interaction, day: int, entry: str) -> None:
        await interaction.response.send_message(entry)

    async def entries(
        interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"{current} {interaction.namespace.day}", value="e1")]

    command = slash("edit", edit)
    command.autocomplete("entry")(entries)
    await start(command)
    ann = sandbox.person("ann")

    choices = await ann.complete("edit", option="entry", text="sq", day=3)

    assert choices == [{"name": "sq 3", "value": "e1"}]
    with pytest.raises(ClientRefusal, match="day does not complete"):
        await ann.complete("edit", option="day", text="1")


async def test_button_and_edit_change_what_is_seen(sandbox, start, slash):
    async def log(interaction: discord.Interaction) -> None:
        view = words("Logged").add_item(button("Undo", "undo"))
        await interaction.response.send_message(view=view)

    bot = await start(slash("log", log))

    @bot.listen()
    async def on_interaction(interaction):
        if interaction.data.get("custom_id") == "undo":
            await interaction.response.edit_message(view=words("Undone"))

    ann = sandbox.person("ann")

    logged = await ann.slash("log")
    undone = await ann.click("Undo")

    assert (logged.text, logged.buttons) == ("Logged", ["Undo"])
    assert (undone.text, undone.buttons, undone.id) == ("Undone", [], logged.id)
    assert undone.edited


class Counter(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"count:(?P<n>\d+)"):
    """A button that survives restarts: its state is in its custom id."""

    def __init__(self, count: int) -> None:
        super().__init__(discord.ui.Button(label=f"Seen {count}", custom_id=f"count:{count}"))
        self.count = count

    @classmethod
    async def from_custom_id(cls, interaction, item, match, /):
        return cls(int(match["n"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        view = discord.ui.LayoutView()
        view.add_item(discord.ui.ActionRow(Counter(self.count + 1)))
        await interaction.response.edit_message(view=view)


async def test_dynamic_item_is_rebuilt_from_its_custom_id(sandbox, start):
    bot = await start()
    bot.add_dynamic_items(Counter)
    ann = sandbox.person("ann")
    view = discord.ui.LayoutView().add_item(discord.ui.ActionRow(Counter(1)))
    channel = bot.get_partial_messageable(int(sandbox.general["id"]))
    await channel.send(view=view)

    second = await ann.click("Seen 1")

    assert second.buttons == ["Seen 2"]


async def test_forged_custom_id_reaches_the_bot(sandbox, start, slash):
    async def log(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("logged")

    bot = await start(slash("log", log))

    @bot.listen()
    async def on_interaction(interaction):
        if interaction.type is discord.InteractionType.component:
            data = interaction.data
            await interaction.response.send_message(data["custom_id"])

    ann, bob = sandbox.person("ann"), sandbox.person("bob")

    forged = await bob.press_custom_id("undo:41", on=await ann.slash("log"))

    assert forged.text == "undo:41"


async def test_two_presses_at_once_both_reach_the_bot(sandbox, start, slash):
    pressed = []

    async def log(interaction: discord.Interaction) -> None:
        view = words("Logged").add_item(button("Undo", "undo"))
        await interaction.response.send_message(view=view, ephemeral=True)

    bot = await start(slash("log", log))

    @bot.listen()
    async def on_interaction(interaction):
        if interaction.data.get("custom_id") == "undo":
            pressed.append(interaction.id)
            answer = f"press {len(pressed)}"
            await interaction.response.send_message(answer, ephemeral=True)

    ann = sandbox.person("ann")
    await ann.slash("log")

    replies = await asyncio.gather(ann.click("Undo"), ann.click("Undo"))

    assert [one.text for one in replies] == ["press 1", "press 2"]


async def test_greyed_out_button_cannot_be_pressed(sandbox, start, slash):
    async def log(interaction: discord.Interaction) -> None:
        grey = discord.ui.Button[discord.ui.LayoutView](
            label="Undo", custom_id="undo", disabled=True
        )
        view = discord.ui.LayoutView().add_item(discord.ui.ActionRow(grey))
        await interaction.response.send_message(view=view)

    await start(slash("log", log))
    ann = sandbox.person("ann")
    logged = await ann.slash("log")

    with pytest.raises(ClientRefusal, match="Undo is greyed out"):
        await ann.click("Undo", on=logged)
    with pytest.raises(ClientRefusal, match="They see no Redo"):
        await ann.click("Redo")


async def test_action_names_a_button_or_menu_whatever_its_words(sandbox, start, slash):
    buttons: Iterator[list[tuple[str, str | None]]] = iter(
        [
            [("Undo", "log.undo:1"), ("Link", None)],
            [("Undo", "log.undo:2"), ("Undo", "log.undo:3"), ("log.undo", "other")],
            [("Wrong", "log.undo:4"), ("Undo", "log.undo:5"), ("Off", "log.undo")],
            [("Wrong", "log.undo:6:a"), ("Undo", "log.undo:7:b:c")],
        ]
    )

    async def log(interaction: discord.Interaction) -> None:
        view = words("Logged")
        for named, custom_id in next(buttons):
            link = None if custom_id else "https://example.org"
            pressed = discord.ui.Button[Any](label=named, custom_id=custom_id, url=link)
            view.add_item(discord.ui.ActionRow(pressed))
        options = [discord.SelectOption(label="Monday", value="mon")]
        menu = discord.ui.Select[Any](placeholder="Day", custom_id="log.day:1", options=options)
        await interaction.response.send_message(view=view.add_item(discord.ui.ActionRow(menu)))

    bot = await start(slash("log", log))

    @bot.listen()
    async def on_interaction(interaction):
        if interaction.type is discord.InteractionType.component:
            data = interaction.data
            told = " ".join([data["custom_id"], *data.get("values", ())])
            await interaction.response.send_message(told, ephemeral=True)

    ann = sandbox.person("ann")
    first, second, third, newest = [await ann.slash("log") for _ in range(4)]

    assert (await ann.click("log.undo", on=first)).text == "log.undo:1"
    assert (await ann.click("log.undo", on=second)).text == "other"  # its very label
    assert (await ann.click("log.undo", on=third)).text == "log.undo"  # its very custom id
    assert (await ann.click("log.undo", on=newest)).text == "log.undo:6:a"
    assert (await ann.click("log.undo")).text == "log.undo:6:a"
    assert (await ann.click("log.undo:7")).text == "log.undo:7:b:c"
    assert (await ann.click("log.undo:5")).text == "log.undo:5"  # of an older message
    assert (await ann.click("Undo")).text == "log.undo:7:b:c"
    assert (await ann.click("log.undo:2")).text == "log.undo:2"
    assert (await ann.select("log.day", "mon", on=first)).text == "log.day:1 mon"
    for other in ("log", "log.und", "log.undo:", "log.undo:7:", "log.day", "None"):
        with pytest.raises(ClientRefusal, match="They see no"):
            await ann.click(other)


async def test_every_select_gives_what_was_chosen(sandbox, start, slash):
    def menu(kind: Callable[..., Menu], name: str, **options: object) -> Row:
        made = kind(placeholder=name, custom_id=name, **options)

        async def callback(interaction: discord.Interaction) -> None:
            chosen = [str(getattr(one, "name", one)) for one in made.values]
            await interaction.response.send_message(" ".join(chosen), ephemeral=True)

        made.callback = callback  # type: ignore[method-assign] # looked up on the menu itself
        return discord.ui.ActionRow(made)

    async def choose(interaction: discord.Interaction) -> None:
        days = [discord.SelectOption(label="Monday", value="mon"), discord.SelectOption(label="x")]
        view = discord.ui.LayoutView()
        view.add_item(menu(discord.ui.Select, "day", options=days, max_values=2))
        view.add_item(menu(discord.ui.UserSelect, "who"))
        view.add_item(menu(discord.ui.RoleSelect, "role"))
        view.add_item(menu(discord.ui.ChannelSelect, "place"))
        view.add_item(menu(discord.ui.MentionableSelect, "whom"))
        await interaction.response.send_message(view=view)

    await start(slash("choose", choose))
    ann = sandbox.person("ann")
    squad = sandbox.world.add_role(sandbox.guild, "squad")
    shown = await ann.slash("choose")

    assert [one["placeholder"] for one in shown.selects] == ["day", "who", "role", "place", "whom"]
    assert (await ann.select("day", "Monday", "x")).text == "mon x"
    assert (await ann.select("who", ann)).text == "ann"
    assert (await ann.select("role", squad)).text == "squad"
    assert (await ann.select("place", sandbox.general)).text == "general"
    assert (await ann.select("whom", squad)).text == "squad"
    with pytest.raises(ClientRefusal, match="Choose from the list"):
        await ann.select("day", "sunday")
    with pytest.raises(ClientRefusal, match="Choose between 1 and 1"):
        await ann.select("who", ann, sandbox.person("bob"))


class Note(discord.ui.Modal, title="A note"):
    """A form with fields of several kinds."""

    def __init__(self) -> None:
        super().__init__()
        self.note = discord.ui.TextInput[discord.ui.Modal](max_length=10, default="lunges")
        days = [discord.SelectOption(label=day) for day in ("mon", "tue")]
        self.day = discord.ui.Select[discord.ui.Modal](options=days)
        self.person = discord.ui.UserSelect[discord.ui.Modal](required=False)
        self.add_item(discord.ui.TextDisplay("Say it briefly."))
        self.add_item(discord.ui.Label(text="Note", component=self.note))
        self.add_item(discord.ui.Label(text="Day", component=self.day))
        self.add_item(discord.ui.Label(text="With", component=self.person))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        names = [one.name for one in self.person.values]
        said = [self.note.value, *self.day.values, *names]
        await interaction.response.send_message(" ".join(said), ephemeral=True)


async def test_modal_is_opened_filled_and_answered(sandbox, start, slash):
    async def note(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Note())

    await start(slash("note", note))
    ann = sandbox.person("ann")

    form = await ann.slash("note")

    assert isinstance(form, SeenForm)
    assert (form.title, form.labels) == ("A note", ["Note", "Day", "With"])
    assert form.value("Note") == "lunges"
    with pytest.raises(ClientRefusal, match="Note: Must be 10 characters or fewer"):
        await ann.fill(Note="far too long", Day="mon")
    submitted = await ann.fill(Day="mon", With=ann)
    assert submitted.text == "lunges mon ann"
    opened_by = submitted.raw["interaction_metadata"]["triggering_interaction_metadata"]
    assert (opened_by["id"], opened_by["type"]) == (str(form.interaction_id), 2)
    with pytest.raises(ClientRefusal, match="No form is open"):
        await ann.fill(Day="mon")


async def test_deferred_answer_is_seen_when_filled_in(sandbox, start, slash):
    async def slow(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("first")
        await interaction.followup.send("second", ephemeral=True)
        await interaction.edit_original_response(content="first, edited")
        bot.dispatch("finished")

    bot = await start(slash("slow", slow))
    ann, bob = sandbox.person("ann"), sandbox.person("bob")

    reply = await ann.slash("slow")
    await bot.until("finished")

    assert reply.ephemeral
    assert [one.text for one in ann.sees()] == ["first, edited", "second"]
    assert bob.sees() == []


async def test_follow_ups_are_edited_and_deleted(sandbox, start, slash):
    async def talk(interaction: discord.Interaction) -> None:
        done = await interaction.response.send_message("one")
        two = await interaction.followup.send("two", wait=True)
        three = await interaction.followup.send("three", wait=True)
        await two.edit(content="two, edited")
        await three.delete()
        original = await interaction.original_response()
        assert done.message_id == original.id
        await interaction.delete_original_response()
        bot.dispatch("talked")

    bot = await start(slash("talk", talk))
    ann = sandbox.person("ann")

    await ann.slash("talk")
    await bot.until("talked")

    assert [one.text for one in ann.sees()] == ["two, edited"]


async def test_command_without_an_answer_fails_after_the_time_is_up(sandbox, start, slash):
    async def mute(interaction: discord.Interaction) -> None:
        kept.append(interaction)

    kept: list[discord.Interaction] = []
    await start(slash("mute", mute))
    sandbox.interactions.answer_within = 0.05

    with pytest.raises(NoAnswer, match="The application did not respond"):
        await sandbox.person("ann").slash("mute")
    with pytest.raises(discord.NotFound) as refused:
        await kept[0].response.send_message("late")
    assert refused.value.code == 10062


async def test_second_answer_is_refused(sandbox, start, slash):
    async def twice(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("one")
        kept.append(interaction)

    kept: list[discord.Interaction] = []
    bot = await start(slash("twice", twice))
    await sandbox.person("ann").slash("twice")

    kept[0].response._response_type = None
    with pytest.raises(discord.HTTPException) as refused:
        await kept[0].response.send_message("two")

    assert refused.value.code == 40060
    assert bot.errors == []


async def test_token_dies_after_fifteen_minutes(sandbox, start, slash):
    async def log(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("logged")
        kept.append(interaction)

    kept: list[discord.Interaction] = []
    await start(slash("log", log))
    await sandbox.person("ann").slash("log")

    await sandbox.clock.advance(timedelta(minutes=15))
    await kept[0].edit_original_response(content="in time")
    await sandbox.clock.advance(timedelta(seconds=1))
    with pytest.raises(discord.HTTPException) as refused:
        await kept[0].edit_original_response(content="too late")

    assert (refused.value.status, refused.value.code) == (401, 50027)


async def test_command_in_a_dm_and_where_it_is_not_offered(sandbox, start, slash):
    async def where(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(str(interaction.context.dm_channel))

    everywhere = slash("where", where)
    guild_only = app_commands.guild_only(slash("here", where))
    admins = app_commands.default_permissions(manage_guild=True)(slash("config", where))
    await start(everywhere, guild_only, admins)
    ann, owner = sandbox.person("ann"), sandbox.person("owner")

    assert (await ann.dm_slash("where")).text == "True"
    assert [one.text for one in ann.inbox] == ["True"]
    with pytest.raises(ClientRefusal, match="/here is not available here"):
        await ann.dm_slash("here")
    with pytest.raises(ClientRefusal, match="/config is not available here"):
        await ann.slash("config")
    assert (await ann.slash("config", unchecked=True)).text == "False"
    assert (await owner.slash("config")).text == "False"


async def test_body_discord_would_refuse_is_refused(sandbox, start, slash):
    async def long(interaction: discord.Interaction) -> None:
        try:
            await interaction.response.send_message("x" * 2001)
        except discord.HTTPException as refused:
            await interaction.response.send_message(f"{refused.code} {refused.text}")

    await start(slash("long", long))

    reply = await sandbox.person("ann").slash("long")

    assert reply.text.startswith("50035 Invalid Form Body\nIn data.content: Must be 2000 or fewer")


async def test_app_installed_to_the_user_alone_has_five_follow_ups(sandbox, start, slash):
    async def talk(interaction: discord.Interaction) -> None:
        assert (interaction.is_user_integration(), interaction.is_guild_integration()) == (
            True,
            False,
        )
        await interaction.response.send_message("one")
        for number in range(5):
            await interaction.followup.send(str(number))
        try:
            await interaction.followup.send("too many")
        except discord.HTTPException as refused:
            bot.errors.append(refused)
        bot.dispatch("talked")

    everywhere = app_commands.allowed_installs(guilds=True, users=True)(slash("talk", talk))
    bot = await start(everywhere, slash("log", talk))
    elsewhere = sandbox.world.add_guild("Elsewhere", installed=False)
    ann = sandbox.person("ann", guild=elsewhere)
    sandbox.world.integration_types = {"0": {}, "1": {}}
    sandbox.add_to_account(ann)
    ann = ann.at(sandbox.world.add_channel(elsewhere, "general"))

    await ann.slash("talk")
    await bot.until("talked")

    assert [one.text for one in ann.sees()] == ["one", "0", "1", "2", "3", "4"]
    assert [one.code for one in bot.errors] == [40094]
    with pytest.raises(ClientRefusal, match="/log is not available here"):
        await ann.slash("log")


async def test_menu_commands_get_the_message_or_the_person_they_are_used_on(sandbox, start):
    @app_commands.context_menu(name="Count words")
    async def count(interaction: discord.Interaction, message: discord.Message) -> None:
        said = f"{message.author.name}: {len(message.content.split())} words"
        await interaction.response.send_message(said)

    @app_commands.context_menu(name="Greet")
    async def greet(interaction: discord.Interaction, member: discord.Member) -> None:
        await interaction.response.send_message(f"hello {member.name}", ephemeral=True)

    await start(count, greet)
    ann, bob = sandbox.person("ann"), sandbox.person("bob")
    said = bob.say("leg day done")

    assert (await ann.menu("Count words", said)).text == "bob: 3 words"
    private = await ann.menu("Greet", bob)
    assert (private.text, private.ephemeral) == ("hello bob", True)
    for name, target in (("Count words", private), ("Count words", bob), ("Greet", said)):
        with pytest.raises(ClientRefusal):
            await ann.menu(name, target)
    assert ann.commands == []  # menus are no slash commands
