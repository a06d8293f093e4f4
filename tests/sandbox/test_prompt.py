"""The prompt, with a tiny real bot behind it: a person's session, line by line."""

import asyncio
import io
import logging
import textwrap
from datetime import UTC, datetime

import discord
import pytest
from discord import app_commands, ui

from bot.sandbox.hints import READS_COMMANDS
from bot.sandbox.prompt import from_stream, run_prompt, speaking
from bot.sandbox.prompt.completion import completions
from bot.sandbox.prompt.lines import HOW_TO_WAIT
from bot.sandbox.prompt.reading import Completer
from bot.sandbox.prompt.session import PromptSession
from bot.sandbox.prompt.typed import identifier
from bot.sandbox.prompt.verbs import WHICH_TARGET
from bot.sandbox.rights import RIGHTS, holds
from bot.sandbox.seed import ZONE, seed
from bot.sandbox.server import FirstStep

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday, 13:00 in Berlin


class Card(ui.LayoutView):
    def __init__(self, text, *buttons):
        super().__init__(timeout=None)
        rows = [ui.ActionRow(*buttons)] if buttons else []
        self.add_item(ui.Container(ui.TextDisplay(text), *rows))


class Undo(ui.Button[Card]):
    def __init__(self):
        super().__init__(label="Undo", custom_id="undo")

    async def callback(self, interaction):
        self.disabled = True
        await interaction.response.edit_message(view=Card("Undone", self))


class Zone(ui.Select[ui.View]):
    def __init__(self):
        names = ("Berlin", "Rome")
        options = [discord.SelectOption(label=name, value=name.lower()) for name in names]
        super().__init__(placeholder="Time zone", custom_id="zone", options=options)

    async def callback(self, interaction):
        await interaction.response.send_message(f"zone {self.values[0]}", ephemeral=True)


class Form(ui.Modal, title="Log leg day"):
    effort: ui.Label[ui.Modal] = ui.Label(
        text="How hard", component=ui.TextInput(custom_id="effort", max_length=2)
    )
    focus: ui.Label[ui.Modal] = ui.Label(
        text="Focus",
        component=ui.Select(
            custom_id="focus",
            required=False,
            options=[discord.SelectOption(label="Quads", value="q")],
        ),
    )

    async def on_submit(self, interaction):
        effort, focus = self.effort.component, self.focus.component
        assert isinstance(effort, ui.TextInput)
        assert isinstance(focus, ui.Select)
        said = f"form {effort.value} {','.join(focus.values)}"
        await interaction.response.send_message(said, ephemeral=True)


@app_commands.command(description="never answers")
async def silent(_interaction: discord.Interaction) -> None:
    return


class Legday(app_commands.Group):
    """Logs, and reminds by DM eight hours later on the sandbox's clock."""

    def __init__(self, clock):
        super().__init__(name="legday", description="leg day")
        self.clock = clock
        self.reminders: list[asyncio.Task[None]] = []

    @app_commands.command(description="log")
    async def log(
        self,
        interaction: discord.Interaction,
        effort: app_commands.Range[int, 1, 10] | None = None,
        note: str = "no note",
    ) -> None:
        if effort is None:
            await interaction.response.send_modal(Form())
            return
        moment = f"<t:{int(self.clock.now().timestamp())}:t>"
        card = Card(f"## Logged {effort}\n{note} at {moment}", Undo())
        await interaction.response.send_message(view=card, ephemeral=True)
        self.reminders.append(asyncio.create_task(self.remind(interaction.user)))

    async def remind(self, user):
        await self.clock.sleep(8 * 3600)
        await user.send(f"{user.mention} drink, <t:{int(NOW.timestamp())}:R>")

    @app_commands.command(description="edit")
    async def edit(self, interaction: discord.Interaction, entry: str, share: bool = False) -> None:
        await interaction.response.send_message(f"edited {entry} {share}", ephemeral=True)

    @edit.autocomplete("entry")
    async def entries(
        self, _interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        found = [one for one in ("squat day", "hip day") if one.startswith(current)]
        return [app_commands.Choice(name=one, value=one[:3]) for one in found]


@app_commands.command(description="zone")
async def profile(interaction: discord.Interaction) -> None:
    view = ui.View(timeout=None)
    view.add_item(Zone())
    await interaction.response.send_message("your zone", view=view, ephemeral=True)


@app_commands.command(description="post")
@app_commands.choices(kind=[app_commands.Choice(name="Foam roll", value="roll")])
async def post(interaction: discord.Interaction, kind: str, who: discord.Role) -> None:
    roles = discord.AllowedMentions(roles=True)
    await interaction.response.send_message(f"{kind} {who.mention}", allowed_mentions=roles)


@app_commands.command(description="settings")
@app_commands.default_permissions(manage_guild=True)
async def config(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("settings", ephemeral=True)


@app_commands.command(description="break")
async def crash(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("sorry", ephemeral=True)
    logging.getLogger("gym").error("reference 12")


@app_commands.context_menu(name="Count words")
async def count(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"{len(message.content.split())} words")


@app_commands.context_menu(name="Greet")
async def greet(interaction: discord.Interaction, user: discord.User) -> None:
    await interaction.response.send_message(f"hello {user.name}")


@pytest.fixture
async def gym(sandbox, start):
    """Return the sandbox, seeded, with the bot in it."""
    seed(sandbox)
    legday = Legday(sandbox.clock)
    await start(legday, profile, post, crash, silent, config, count, greet)
    yield sandbox
    for task in legday.reminders:
        task.cancel()


async def transcript(gym, script):
    """Run a script and return what was printed, and the exit code."""
    out = io.StringIO()
    lines = from_stream(io.StringIO(textwrap.dedent(script)))
    code = await run_prompt(gym, lines, out, interactive=False)
    return out.getvalue().rstrip("\n").split("\n"), code


async def test_logging_waiting_and_undoing_reads_as_a_transcript(gym):
    printed, code = await transcript(
        gym,
        """\
        # a day at the gym
        /legday log effort:8 note:"two words"
        wait 8h
        press undo
        """,
    )

    assert printed == [
        "# a day at the gym",
        'ann in #gym> /legday log effort:8 note:"two words"',
        "   1  legday · #gym · only ann · Mon 2 Mar 13:00",
        "      │ Logged 8",
        "      │ two words at 13:00",
        "      │ [Undo]",
        "      (only you can see this)",
        "ann in #gym> wait 8h",
        "   2  legday · DM to ann · Mon 2 Mar 21:00",
        "      @ann drink, 8 hours ago",
        "      It is Mon 2 Mar 21:00.",
        "ann in #gym> press undo",
        "   1  legday · #gym · only ann · changed Mon 2 Mar 21:00",
        "      │ Undone",
        "      │ (Undo)",
        "      (edited, only you can see this)",
    ]
    assert code == 0


async def test_form_is_shown_then_filled_by_name_or_label(gym):
    printed, code = await transcript(
        gym,
        """\
        /legday log
        fill
        fill how hard:8 focus:quads
        !submit
        """,
    )

    form = [
        "      ╭ Log leg day",
        "      │ How hard* (effort):",
        "      │ Focus (focus):",
        "      │     Quads (q)",
    ]
    assert printed == [
        "ann in #gym> /legday log",
        *form,
        "ann in #gym> fill",
        *form,
        "ann in #gym> fill how hard:8 focus:quads",
        "   1  legday · #gym · only ann · Mon 2 Mar 13:00",
        "      form 8 q",
        "      (only you can see this)",
        "ann in #gym> !submit",
        "      ✗ No form is open.",
    ]
    assert code == 0


async def test_options_complete_and_take_words_for_truth_and_menus_labels(gym):
    printed, code = await transcript(
        gym,
        """\
        complete /legday edit share:yes entry:sq
        complete /legday edit entry:zz
        /legday edit entry:squ share:yes
        /profile
        choose "time zone" rome
        """,
    )

    assert [line for line in printed if not line.endswith("(only you can see this)")] == [
        "ann in #gym> complete /legday edit share:yes entry:sq",
        "      squat day  (squ)",
        "ann in #gym> complete /legday edit entry:zz",
        "      (nothing offered)",
        "ann in #gym> /legday edit entry:squ share:yes",
        "   1  legday · #gym · only ann · Mon 2 Mar 13:00",
        "      edited squ True",
        "ann in #gym> /profile",
        "   2  legday · #gym · only ann · Mon 2 Mar 13:00",
        "      your zone",
        "      ⟨Time zone ▾⟩ Berlin | Rome",
        'ann in #gym> choose "time zone" rome',
        "   3  legday · #gym · only ann · Mon 2 Mar 13:00",
        "      zone rome",
    ]
    assert code == 0


async def test_each_person_is_where_they_were_and_sees_what_is_theirs(gym):
    printed, _ = await transcript(
        gym,
        """\
        in #legday-log
        as coach
        /post kind:"foam roll" who:@Gym crew
        as bob
        dm
        as ann
        see
        in gym
        see
        """,
    )

    assert printed == [
        "ann in #gym> in #legday-log",
        "ann in #legday-log> as coach",
        'coach in #gym> /post kind:"foam roll" who:@Gym crew',
        "   1  legday · #gym · pings @Gym crew · Mon 2 Mar 13:00",
        "      roll @Gym crew",
        "coach in #gym> as bob",
        "bob in #gym> dm",
        "      (nothing here)",
        "bob in DM> as ann",
        "ann in #legday-log> see",
        "      (nothing here)",
        "ann in #legday-log> in gym",
        "ann in #gym> see",
        "   1  legday · #gym · pings @Gym crew · Mon 2 Mar 13:00",
        "      roll @Gym crew",
    ]


async def test_role_called_like_a_person_is_meant_where_a_role_is_asked_for(gym):
    gym.world.add_role(gym.guild, "Ann")

    printed, code = await transcript(gym, "/post kind:roll who:@ann")

    assert code == 0
    assert "roll @Ann" in printed[-1]


async def test_word_that_one_choice_alone_has_chooses_it(gym):
    lines = '/profile\nchoose "time zone" {}'
    printed, code = await transcript(gym, lines.format("om"))
    neither, failed = await transcript(gym, lines.format("r"))  # in both Berlin and Rome

    assert (code, failed) == (0, 1)
    assert "zone rome" in printed[-2]
    assert "Choose from the list." in neither[-1]


async def test_messages_are_told_apart_by_their_numbers(gym):
    printed, code = await transcript(
        gym,
        """\
        /legday log effort:1
        /legday log effort:2
        press 1 Undo
        !press 1 Undo
        !press 7 Undo
        press Undo
        """,
    )

    heads = [line for line in printed if "legday ·" in line or "✗" in line]
    assert heads == [
        "   1  legday · #gym · only ann · Mon 2 Mar 13:00",
        "   2  legday · #gym · only ann · Mon 2 Mar 13:00",
        "   1  legday · #gym · only ann · changed Mon 2 Mar 13:00",
        "      ✗ Undo is greyed out.",
        "      ✗ ann sees no message 7.",
        "   2  legday · #gym · only ann · changed Mon 2 Mar 13:00",
    ]
    assert code == 0


FAILING = [
    ("dance", f"{READS_COMMANDS} Try /legday log · /legday edit · /profile · help"),
    ("I need a profile!", f"{READS_COMMANDS} Try /profile · help"),
    ("@ledgay can I edit it?", f"{READS_COMMANDS} Try /legday edit · help"),
    ("@ everyone", f"{READS_COMMANDS} Try /legday log · /legday edit · /profile · help"),
    ("pres Undo", "Did you mean press Undo, press 2 Undo? help tells what there is."),
    ("/config", "Only admins see /config: be coach. (as coach)"),
    ("/dance", "There is no command /dance."),
    ("/legday", "Choose a subcommand of /legday."),
    ("/legday log effort:11", "effort: Must be 10 or less."),
    ("/legday log effort:hard", "effort: Enter a valid integer."),
    ("/legday log effort:8 rpe:8", "There is no option rpe. (A value with a colon needs quotes.)"),
    ("/legday log 8", "Which option is 8? Write it as name:value."),
    ('/legday log note:"open', "A quote is not closed."),
    ("/legday edit", "entry: This option is required. Specify a value."),
    ("/legday edit entry:a share:maybe", "share: Choose True or False."),
    ("/post kind:stretch who:@Gym crew", "kind: This is not one of the choices."),
    ("/post kind:roll who:@nobody", "Choose from the list."),
    ("menu Count", WHICH_TARGET),
    ("menu Count on 7", "ann sees no message 7."),
    ("menu Count on @nobody", "ann sees no @nobody."),
    ("menu Tally on @bob", "There is no Tally in the Apps menu here."),
    ("leave ann", "You cannot leave while you type: be somebody else first."),
    ("leave dan", "There is no dan; there are ann, bob, cy, coach, dee."),
    ("join bob", "bob is here already."),
    ("join", "Who joins? Such as: join bob"),
    ("press", "Press which button? Such as: press Undo"),
    ("choose", 'Choose in which menu? Such as: choose "Time zone" Rome'),
    ("as", "There is no such person; there are ann, bob, cy, coach, dee."),
    ("zone Atlantis", "Which zone? Such as: zone Asia/Tokyo, zone new york"),
    ("deny #gym", f"Which right? There are {', '.join(RIGHTS)}. Such as: deny send #gym"),
    ("allow fly", f"Which right? There are {', '.join(RIGHTS)}. Such as: deny send #gym"),
    ("press Share", "ann sees no button Share."),
    ("choose Colour red", "ann sees no menu Colour."),
    ("submit", "No form is open."),
    ("as dan", "There is no dan; there are ann, bob, cy, coach, dee."),
    ("in #spa", "There is no #spa; there are #gym, #legday-log."),
    ("wait", HOW_TO_WAIT),
    ("wait 2000d", "That is not between a moment and 400 days."),
    ("complete /legday edit", "Complete which option? Such as: complete /legday edit entry:sq"),
    ("complete /legday log effort:8", "effort does not complete."),
]


async def test_bot_goes_along_to_a_group_once_it_is_added_to_the_account(gym):
    world = gym.world
    refused, failed = await transcript(gym, "! install")
    world.integration_types = {"0": {}, "1": {}}

    printed, code = await transcript(
        gym,
        """\
        ! with @nobody
        install
        with @bob @cy
        ! /log
        say squats today
        reply 1 nice
        who
        """,
    )

    assert (failed, code) == (0, 0)
    assert any(line.startswith("ann in DM of ann, bob, cy> ") for line in printed)
    assert len(refused) < len(printed)


async def test_menus_of_messages_and_people_are_used_by_name(gym):
    printed, code = await transcript(
        gym,
        """\
        /post kind:"foam roll" who:@Gym crew
        menu count words on 1
        menu "Greet" on @bob
        """,
    )

    assert [line.strip() for line in printed if line.endswith(("words", "hello bob"))] == [
        "2 words",
        "hello bob",
    ]
    assert code == 0


async def test_what_people_write_stands_in_the_channel_or_says_what_is_missing(gym, monkeypatch):
    monkeypatch.setattr(speaking, "ANSWERED_WITHIN", 0.1)  # this bot answers no messages
    printed, code = await transcript(
        gym,
        """\
        say hello @legday
        reply 1 again
        @Bob, look
        ! say
        ! reply 1
        ! reply 9 what
        """,
    )

    written = [seen.raw for seen in gym.person("ann").sees()]
    assert code == 0
    bot, bob = gym.world.bot_id, gym.person("bob").id
    assert [one["content"] for one in written] == [
        *(f"hello <@{bot}>", "again", f"<@{bob}>, look"),
    ]
    assert written[1]["message_reference"]["message_id"] == written[0]["id"]
    assert sum("Such as:" in line for line in printed) == 2


async def test_what_discord_takes_from_nobody_fails_its_line_and_the_prompt_goes_on(gym):
    printed, code = await transcript(
        gym, f"say hello\n! say {'x' * 2001}\ndm\n! reply 1 from elsewhere\nin #gym\nsay on"
    )

    assert sum("✗" in line for line in printed) == 2
    assert gym.person("ann").sees()[-1].raw["content"] == "on"
    assert code == 0


async def test_who_left_is_neither_offered_nor_named_until_they_join_again(gym):
    session = PromptSession(gym, io.StringIO(), ZONE)
    bob = gym.person("bob").id
    assert identifier("@bob", gym) == str(bob)

    _, code = await transcript(gym, "leave bob\n!as bob\n!leave bob")

    assert (session.people(), identifier("@bob", gym)) == (["ann", "cy", "coach", "dee"], "@bob")
    assert code == 0

    _, code = await transcript(gym, "join bob\nas bob")

    assert (sorted(session.people())[1], identifier("@bob", gym), code) == ("bob", str(bob), 0)

    _, code = await transcript(gym, "join eve\nas eve")

    assert ("eve" in session.people(), code) == (True, 0)


async def test_what_is_refused_says_why_and_fails_the_script(gym):
    for line, said in FAILING:
        printed, code = await transcript(gym, line)

        assert (printed, code) == ([f"ann in #gym> {line}", f"      ✗ {said}"], 1)


async def test_fault_of_the_bot_fails_the_script(gym):
    printed, code = await transcript(gym, "/crash")

    assert printed[-1] == "      ✗ The bot reported: reference 12"
    assert code == 1


async def test_line_meant_to_fail_must_fail(gym):
    printed, code = await transcript(gym, "!/legday edit entry:a\nquit\nsee")

    assert printed[-2:] == ["      ✗ This was meant to fail.", "ann in #gym> quit"]
    assert code == 1


async def test_bot_that_does_not_answer_fails_the_script(gym):
    gym.interactions.answer_within = 0.05

    printed, code = await transcript(gym, "/silent")

    assert printed == ["ann in #gym> /silent", "      ✗ The application did not respond"]
    assert code == 1


async def test_each_persons_messages_are_shown_in_their_own_zone(gym):
    printed, code = await transcript(
        gym,
        """\
        zone los angeles
        /legday log effort:8
        as bob
        wait 8h
        zone
        wait until 06:00
        """,
    )

    assert [line for line in printed if " · " in line or "clock" in line or "It is" in line] == [
        "      ann's clock is in America/Los_Angeles. It is Mon 2 Mar 04:00.",
        "   1  legday · #gym · only ann · Mon 2 Mar 04:00",
        "   2  legday · DM to ann · Mon 2 Mar 12:00 in Los Angeles",
        "      It is Mon 2 Mar 21:00.",
        "      bob's clock is in Europe/Berlin. It is Mon 2 Mar 21:00.",
        "      It is Tue 3 Mar 06:00.",
    ]
    assert "      │ no note at 04:00" in printed
    assert code == 0


async def test_right_is_taken_from_the_bot_and_given_back(gym):
    printed, code = await transcript(
        gym,
        """\
        deny send embed #legday-log
        deny send
        allow send #legday-log
        """,
    )

    held = {one["name"]: holds(gym.world, one) for one in gym.guild.channels.values()}
    assert [word for word, has in held["gym"].items() if not has] == ["send"]
    assert [word for word, has in held["legday-log"].items() if not has] == ["embed"]
    assert printed[1:3] == [
        "      In #legday-log, legday may not send messages.",
        "      In #legday-log, legday may not embed links.",
    ]
    assert code == 0


async def test_what_one_can_start_with_is_offered_for_words_that_mean_nothing(gym):
    gym.starts = (FirstStep("Log", "/legday log effort:8"), FirstStep("Your zone", "/profile"))

    printed, _ = await transcript(gym, "hi")

    assert printed[-1] == f"      ✗ {READS_COMMANDS} Try /legday log effort:8 · /profile · help"


async def test_words_typed_in_a_dm_are_said_to_be_written_by_say(gym):
    printed, _ = await transcript(gym, "dm\nwas kannst du?")

    assert printed[-1].endswith("say was kannst du? · help tells what there is.")


async def test_who_and_help_tell_what_there_is(gym):
    printed, code = await transcript(gym, "who\nhelp")

    assert printed[1:7] == [
        "      ann     Gym crew  (you)",
        "      bob     Gym crew",
        "      cy      Gym crew",
        "      coach   Gym crew, Coach  (may manage the server)",
        "      dee     Newcomer",
        "      Iron Temple: #gym #legday-log. It is Mon 2 Mar 13:00.",
    ]
    assert f"      {'press Undo, press 2 Undo':<34}press a button (of message 2)" in printed
    assert code == 0


async def test_tab_offers_what_can_come_next(gym):
    session = PromptSession(gym, io.StringIO(), ZONE)
    asked = []

    def ask(command):
        asked.append((command.path, command.options, command.last))
        return [{"name": "squat day", "value": "squ"}]

    def offered(line):
        return completions(session, line, ask)

    assert offered("wa") == ["wait "]
    assert offered("/l") == ["/legday "]
    assert offered("/legday ") == ["edit ", "log "]
    assert offered("/legday log ") == ["effort:", "note:"]
    assert offered("/legday log effort:8 n") == ["note:"]
    assert offered("/post kind:") == ['kind:"Foam roll" ']
    assert offered("/legday edit share:") == ["share:no ", "share:yes "]
    assert offered("complete /legday edit entry:s") == ["entry:squ "]
    assert asked == [("legday edit", {"entry": "s"}, "entry")]
    assert offered("as c") == ["coach", "cy"]
    assert offered("in #l") == ["#legday-log"]
    assert offered("nonsense ") == []

    await session.me.slash("profile")
    await session.me.slash("legday log", effort=8)
    await session.me.slash("legday log")

    assert offered("press ") == ["Undo"]
    assert offered('choose "') == ['"Time zone"']
    assert offered("fill ") == ["effort:", "focus:"]


async def test_tab_asks_the_bot_from_the_keyboards_thread(gym):
    session = PromptSession(gym, io.StringIO(), ZONE)
    loop = asyncio.get_running_loop()
    completer = Completer(session, loop, lambda: "/legday edit entry:")

    found = [await asyncio.to_thread(completer, "", state) for state in range(3)]

    assert found == ["entry:hip ", "entry:squ ", None]
