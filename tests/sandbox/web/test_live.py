"""What a page is told and may do: the engine's doing, for one person."""

import base64
import json

import aiohttp
import discord
import pytest
from discord import app_commands

from bot.sandbox import Sandbox
from bot.sandbox.errors import ApiError
from bot.sandbox.notices import ClockNotice
from bot.sandbox.zones import zone_named
from tests.sandbox.web.conftest import Open

GYM = "gym"


def channel(sandbox, name=GYM):
    return next(one["id"] for one in sandbox.guild.channels.values() if one["name"] == name)


async def lift(interaction: discord.Interaction, reps: app_commands.Range[int, 1, 10]) -> None:
    await interaction.response.send_message(f"{reps} reps", ephemeral=True)


async def boast(interaction: discord.Interaction) -> None:
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Well done", custom_id="well"))
    await interaction.response.send_message("A record!", view=view)


async def think(interaction: discord.Interaction) -> None:
    await interaction.response.defer(ephemeral=True)
    await interaction.edit_original_response(content="Thought.")


class Note(discord.ui.Modal, title="A note"):
    words: discord.ui.TextInput["Note"] = discord.ui.TextInput(
        label="Words", custom_id="words", max_length=5
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"Noted: {self.words.value}")


async def note(interaction: discord.Interaction) -> None:
    await interaction.response.send_modal(Note())


async def test_hello_says_who_where_and_when(sandbox, opened):
    tab = await opened("bob")

    hello = tab.events[0]
    assert hello["event"] == "hello"
    assert hello["me"]["username"] == "bob"
    assert [(one["username"], one["about"]) for one in hello["people"]] == [
        ("ann", "Gym crew"),
        ("bob", "Gym crew"),
        ("cy", "Gym crew"),
        ("coach", "Gym crew, Coach · may manage the server"),
        ("dee", "Newcomer"),
    ]
    assert [one["name"] for one in hello["guilds"][0]["channels"]] == ["gym", "legday-log"]
    assert hello["dms"][0]["user"]["username"] == "legday"
    assert (hello["now"], hello["zone"]) == ("2026-03-02T12:00:00.000000+00:00", "Europe/Berlin")
    assert hello["bot"]["online"] is False
    assert hello["names"]["users"][hello["me"]["id"]] == "bob"


async def test_answer_only_its_owner_sees_reaches_their_pages_alone(sandbox, start, slash, opened):
    await start(slash("lift", lift))
    mine, again, other = [await opened(name) for name in ("ann", "ann", "bob")]

    said = await mine.ask("command", channel=channel(sandbox), name="lift", options={"reps": 5})

    assert said["ok"] is True
    for tab in (mine, again):
        event = await tab.until("message")
        assert (event["message"]["content"], event["ephemeral"]) == ("5 reps", True)
        assert event["message"]["interaction"]["name"] == "lift"
    assert [one["event"] for one in await other.seen()] == ["hello"]
    kept = await other.ask("history", channel=channel(sandbox))
    assert kept["messages"] == []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"reps": 11}, "Must be 10 or less."),
        ({"reps": "5"}, "Enter a valid integer."),
        ({}, "This option is required. Specify a value."),
    ],
)
async def test_option_the_client_refuses_is_named(sandbox, start, slash, opened, options, words):
    await start(slash("lift", lift))
    tab = await opened()

    said = await tab.ask("command", channel=channel(sandbox), name="lift", options=options)

    assert said["error"] == {"message": f"reps: {words}", "fields": {"reps": words}}
    assert [one["event"] for one in tab.events] == ["hello"]


async def test_option_named_like_a_keyword_does_not_get_past_the_client(
    sandbox, start, slash, opened
):
    await start(slash("lift", lift))
    tab = await opened()

    options = {"unchecked": True, "reps": 99}
    said = await tab.ask("command", channel=channel(sandbox), name="lift", options=options)

    assert said["error"]["message"] == "/lift has no option unchecked."


async def test_button_answers_and_its_message_changes_for_everyone(sandbox, start, slash, opened):
    bot = await start(slash("boast", boast))

    async def on_interaction(interaction: discord.Interaction) -> None:
        if interaction.data and interaction.data.get("custom_id") == "well":
            await interaction.response.edit_message(content="A record! +1")

    bot.event(on_interaction)
    ann, bob = await opened("ann"), await opened("bob")
    await ann.ask("command", channel=channel(sandbox), name="boast", options={})
    message = (await bob.until("message"))["message"]

    said = await bob.ask(
        "press", channel=message["channel_id"], message=message["id"], custom_id="well"
    )

    assert said["ok"] is True
    for tab in (ann, bob):
        assert (await tab.until("update"))["message"]["content"] == "A record! +1"


async def test_deferred_answer_is_thinking_then_filled_in(sandbox, start, slash, opened):
    await start(slash("think", think))
    tab = await opened()

    await tab.ask("command", channel=channel(sandbox), name="think", options={})

    waiting, filled = await tab.until("thinking"), await tab.until("update")
    assert waiting["message"]["id"] == filled["message"]["id"]
    assert (waiting["message"]["content"], filled["message"]["content"]) == ("", "Thought.")


async def test_form_opens_on_every_page_of_its_owner_and_closes_on_all(
    sandbox, start, slash, opened
):
    await start(slash("note", note))
    first, second, other = [await opened(name) for name in ("ann", "ann", "bob")]

    await first.ask("command", channel=channel(sandbox), name="note", options={})
    form = (await second.until("form"))["form"]
    late = await opened("ann")
    refused = await second.ask("submit", values={"words": "too long"})
    taken = await second.ask("submit", values={"words": "fits"})

    assert form["title"] == "A note"
    assert late.events[0]["form"] == form
    assert refused["error"]["fields"] == {"words": "Must be 5 characters or fewer."}
    assert taken["ok"] is True
    await first.until("form_closed")
    assert (await first.until("message"))["message"]["content"] == "Noted: fits"
    assert [one["event"] for one in await other.seen()] == ["hello", "message"]


async def test_bot_that_does_not_answer_failed(sandbox, start, slash, opened):
    async def silent(_interaction: discord.Interaction) -> None: ...

    sandbox.interactions.answer_within = 0.05
    await start(slash("silent", silent))
    tab = await opened()

    said = await tab.ask("command", channel=channel(sandbox), name="silent", options={})

    assert said["error"]["message"] == "The application did not respond"
    failed = await tab.until("failed")
    assert (failed["command"], failed["channel"]) == ("silent", channel(sandbox))


async def test_bot_that_goes_and_comes_back_is_told(sandbox, start, opened):
    tab = await opened()
    bot = await start()
    await tab.until("bot", online=True)

    await bot.close()
    await tab.until("bot", online=False)
    await start()

    assert (await tab.until("bot"))["online"] is True


async def test_clock_moves_for_all_and_one_after_the_other(sandbox, opened):
    ann, bob = await opened("ann"), await opened("bob")

    first = await ann.send("advance", to="tomorrow 8:00")
    second = await bob.send("advance", seconds=3600)

    assert (await ann.answer(first))["now"] == "2026-03-03T07:00:00.000000+00:00"
    assert (await bob.answer(second))["now"] == "2026-03-03T08:00:00.000000+00:00"
    assert (await ann.until("clock"))["now"] == "2026-03-03T07:00:00.000000+00:00"
    assert (await ann.until("clock"))["now"] == "2026-03-03T08:00:00.000000+00:00"


@pytest.mark.parametrize(
    "where",
    [
        {"seconds": -1},
        {"seconds": 0},
        {"seconds": 1e12},
        {"seconds": -1e300},
        {"to": "noon"},
        {"to": "2026-03-01"},
        {"to": "0001-01-01T00:00"},
        {"to": "9999-12-31T23:59:59-12:00"},
        {},
    ],
)
async def test_clock_goes_neither_back_nor_too_far(sandbox, opened, caplog, where):
    tab = await opened()

    assert "error" in await tab.ask("advance", **where)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
    assert sandbox.clock.monotonic() == 0


async def test_history_is_paged_from_the_newest(sandbox, opened):
    person = sandbox.person("bob")
    for number in range(120):
        person.say(f"set {number}")
    tab = await opened()

    newest = await tab.ask("history", channel=channel(sandbox), limit=100)
    before = newest["messages"][0]["id"]
    older = await tab.ask("history", channel=channel(sandbox), before=before, limit=100)

    assert tab.events[0]["unread"][channel(sandbox)] == 120
    words = [one["content"] for one in older["messages"] + newest["messages"]]
    assert words == [f"set {number}" for number in range(120)]
    assert (newest["more"], older["more"]) == (True, False)
    assert (await opened()).events[0]["unread"][channel(sandbox)] == 0


async def test_what_came_before_ones_eyes_stays_read_though_an_older_message_changes(
    sandbox, opened
):
    tab = await opened()
    await tab.ask("history", channel=channel(sandbox))
    bob = sandbox.person("bob")

    older = bob.say("first set")
    bob.say("second set")
    stored = sandbox.messages.find(older.channel_id, older.id)
    sandbox.messages.edit(stored, {"content": "first set, done"})

    assert (await opened()).events[0]["unread"][channel(sandbox)] == 0


async def test_message_for_oneself_can_be_hidden_and_no_other(sandbox, start, slash, opened):
    await start(slash("lift", lift))
    tab, other = await opened(), await opened("bob")
    await tab.ask("command", channel=channel(sandbox), name="lift", options={"reps": 5})
    await tab.ask("say", channel=channel(sandbox), content="Hello")
    mine, shown = await tab.until("message"), await tab.until("message")

    hidden = await tab.ask("hide", message=mine["message"]["id"])
    refused = await tab.ask("hide", message=shown["message"]["id"])

    assert hidden["ok"] is True
    assert (await tab.until("delete"))["id"] == mine["message"]["id"]
    assert "error" in refused
    kept = await tab.ask("history", channel=channel(sandbox))
    assert [one["content"] for one in kept["messages"]] == ["Hello"]
    assert [one["event"] for one in await other.seen()] == ["hello", "message"]


async def test_dm_of_another_is_neither_shown_nor_open(sandbox, start, opened):
    bot = await start()
    bob = await opened("bob")
    ann = sandbox.person("ann")
    user = await bot.fetch_user(ann.id)

    await user.send("for ann")

    assert "message" not in [one["event"] for one in await bob.seen()]
    said = await bob.ask("history", channel=ann.dm["id"])
    assert said["error"]["message"] == "You do not see this channel."


async def test_attached_file_arrives_and_one_too_large_is_refused(sandbox, start, slash, opened):
    got: list[bytes] = []

    async def keep(interaction: discord.Interaction, file: discord.Attachment) -> None:
        got.append(await file.read())
        await interaction.response.send_message(f"{file.filename} {file.content_type}")

    await start(slash("keep", keep))
    tab = await opened()
    sent = {"name": "my log?.csv", "type": "text/csv", "data": base64.b64encode(b"1,2").decode()}
    large = {**sent, "data": base64.b64encode(bytes(10 * 1024 * 1024 + 1)).decode()}
    where = {"channel": channel(sandbox), "name": "keep"}

    await tab.ask("command", **where, options={"file": sent})
    refused = await tab.ask("command", **where, options={"file": large})

    assert got == [b"1,2"]
    assert (await tab.until("message"))["message"]["content"] == "my_log_.csv text/csv"
    assert refused["error"]["message"] == "Your files are too powerful. Max file size: 10 MB."


async def test_wire_is_shown_to_who_wants_it_without_its_tokens(sandbox, start, slash, opened):
    await start(slash("lift", lift))
    tab, other = await opened(), await opened("bob")
    await tab.ask("wire", on=True)

    await tab.ask("command", channel=channel(sandbox), name="lift", options={"reps": 5})
    event, request, response = [await tab.until("wire") for _ in range(3)]

    assert (event["kind"], event["name"]) == ("gateway", "INTERACTION_CREATE")
    assert event["body"]["data"]["name"] == "lift"
    assert (request["kind"], request["method"]) == ("request", "POST")
    assert request["body"]["data"]["content"] == "5 reps"
    assert (response["kind"], response["status"]) == ("response", 200)
    token = sandbox.requests[-1].path.split("/")[3]
    assert len(token) > 20
    assert token not in json.dumps([event, request, response])
    assert all(one["event"] != "wire" for one in await other.seen())
    await tab.ask("wire", on=False)
    assert sandbox.world.notices.taps == 0


async def test_page_that_is_closed_leaves_nothing_behind(sandbox, opened):
    leaving, staying = await opened(), await opened("bob")
    await leaving.ask("wire", on=True)

    await leaving.socket.close()
    await staying.ask("wire", on=True)

    assert sandbox.world.notices.taps == 1
    await staying.ask("wire", on=False)


async def test_page_that_asks_too_much_at_once_is_told_to_wait(sandbox, start, slash, opened):
    async def silent(_interaction: discord.Interaction) -> None: ...

    sandbox.interactions.answer_within = 0.5
    await start(slash("silent", silent))
    tab = await opened()

    where = {"channel": channel(sandbox), "name": "silent", "options": {}}
    asked = [await tab.send("command", **where) for _ in range(40)]
    answers = [(await tab.answer(number))["error"]["message"] for number in asked]

    assert answers[:32] == ["The application did not respond"] * 32
    assert answers[32:] == ["You are doing too much at once. Wait a moment."] * 8


async def test_page_that_takes_nothing_is_closed_to_begin_anew(sandbox, opened):
    tab = await opened()

    for _ in range(20_001):  # in one go: nothing is sent in between
        sandbox.world.notices.tell(ClockNotice())

    message = await tab.socket.receive(timeout=10)
    assert (message.type, message.data) == (aiohttp.WSMsgType.CLOSE, 1013)


async def test_number_that_is_none_never_reaches_the_bot(sandbox, start, slash, opened):
    async def weigh(interaction: discord.Interaction, kilos: float) -> None:
        await interaction.response.send_message(str(kilos))

    await start(slash("weigh", weigh))
    tab = await opened()

    where = f'"n": 1, "do": "command", "channel": "{channel(sandbox)}", "name": "weigh"'
    await tab.socket.send_str(f'{{{where}, "options": {{"kilos": NaN}}}}')

    assert (await tab.socket.receive_json(timeout=10))["error"]["message"] == "This is not JSON."


@pytest.mark.parametrize(
    "text",
    [
        "", "nonsense", "[]", "7", '{"n": 1}', '{"n": 1, "do": "fly"}', '{"n": 1, "do": 5}',
        '{"n": 1, "do": "history", "channel": 5}', '{"n": 1, "do": "history", "channel": "²"}',
        '{"n": 1, "do": "command", "channel": "%s", "name": "x", "options": []}',
        '{"n": 1, "do": "command", "channel": "%s", "name": "", "options": {}}',
        '{"n": 1, "do": "say", "channel": "%s", "content": ""}',
        '{"n": 1, "do": "history", "channel": "%s", "limit": NaN}',
        '{"n": 1, "do": "hint", "channel": "%s"}', '{"n": 1, "do": "hint", "text": "/"}',
        '{"n": 1, "do": "press", "channel": "%s", "message": "1", "custom_id": "x"}',
        '{"n": 1, "do": "submit", "values": {"x": {}}}',
        "[" * 5000,
    ],
)  # fmt: skip
async def test_nonsense_is_refused_and_the_page_goes_on(
    sandbox: Sandbox, opened: Open, text: str
) -> None:
    tab = await opened()
    text = text.replace("%s", channel(sandbox))

    await tab.socket.send_str(text)
    frame = await tab.socket.receive_json(timeout=10)

    assert frame["error"]["message"]
    assert "itself failed" not in frame["error"]["message"]
    assert (await tab.ask("people"))["ok"] is True


@pytest.mark.parametrize(
    "text", ["", "/", "/ ", " ", "hi", "/nonsense", "@legday ²\0", "/" * 5_000]
)
async def test_hint_has_a_sentence_and_lines_that_can_be_typed(start, slash, sandbox, opened, text):
    await start(slash("lift", lift))
    tab = await opened()

    answer = await tab.ask("hint", channel=channel(sandbox), text=text)

    assert (answer["text"] != "", answer["lines"], answer["be"]) == (True, ["/lift"], None)


async def test_hint_names_who_sees_a_command_for_admins(start, slash, sandbox, opened):
    command = slash("setup", note)
    command.default_permissions = discord.Permissions(manage_guild=True)
    await start(command)
    tab = await opened("dee")

    answer = await tab.ask("hint", channel=channel(sandbox), text="/setup now")

    assert answer["be"] == {"id": str(sandbox.person("coach").id), "name": "coach"}
    assert answer["lines"] == []


async def test_moments_are_in_the_zone_of_the_browser_until_ones_own_is_known(sandbox, opened):
    at_home, away = await opened("ann", zone="Asia/Tokyo"), await opened("ann", zone="Europe/Rome")
    lima = zone_named("America/Lima")

    sandbox.world.set_zone(sandbox.person("ann").id, lima)
    sandbox.world.set_zone(sandbox.person("bob").id, zone_named("Asia/Tokyo"))

    assert [tab.events.pop(0)["zone"] for tab in (at_home, away)] == ["Asia/Tokyo", "Europe/Rome"]
    for tab in (at_home, away):
        told = [one for one in await tab.seen() if one["event"] == "zone"]
        assert told == [{"event": "zone", "zone": "America/Lima"}]
    # "Tonight" is where ann lives: 21:00 in Lima, 14 h on from 7:00 there.
    assert (await at_home.ask("advance", to="tonight"))["now"].startswith("2026-03-03T02:00")


@pytest.mark.parametrize(
    "name", ["", "Mars/Olympus", "../../etc/passwd", "Europe", "\0", "x" * 900]
)
async def test_zone_that_is_none_leaves_the_usual_one(opened, name):
    tab = await opened("ann", zone=name)

    assert tab.events[0]["zone"] == "Europe/Berlin"


async def test_right_of_the_bot_is_taken_away_and_given_back(sandbox, start, opened):
    await start()
    tab, gym = await opened(), channel(sandbox)

    before = (await tab.ask("rights", channel=gym))["rights"]
    taken = (await tab.ask("right", channel=gym, name="send", on=False))["rights"]
    with pytest.raises(ApiError, match="Missing Permissions"):
        sandbox.world.require(sandbox.world.channels[int(gym)], "send_messages")
    back = (await tab.ask("right", channel=gym, name="send", on=True))["rights"]

    assert [one["name"] for one in before if not one["on"]] == []
    assert [one["name"] for one in taken if not one["on"]] == ["send"]
    assert back == before
    sandbox.world.require(sandbox.world.channels[int(gym)], "send_messages")


async def test_right_that_is_none_is_refused_and_nothing_changes(sandbox, opened):
    tab, gym = await opened(), channel(sandbox)
    before = await tab.ask("rights", channel=gym)
    for wanted in ({"name": "fly", "on": True}, {"name": "send", "on": "no"}, {"name": "send"}):
        assert "error" in await tab.ask("right", channel=gym, **wanted)
    dm = str(sandbox.person("ann").dm["id"])

    assert "error" in await tab.ask("right", channel=dm, name="send", on=False)
    assert (await tab.ask("rights", channel=gym))["rights"] == before["rights"]


async def test_half_a_character_is_replaced_before_it_reaches_the_bot(sandbox, opened):
    tab = await opened()

    await tab.ask("say", channel=channel(sandbox), content="half \ud83d and whole \U0001f3cb")

    said = (await tab.until("message"))["message"]["content"]
    assert said == "half ? and whole \U0001f3cb"
