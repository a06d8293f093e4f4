"""Messages, DMs, mentions, permissions and targets, as bots find them on the wire."""

import asyncio
import io
from datetime import timedelta
from typing import TypedDict, Unpack

import discord
import pytest

from bot.sandbox import Sandbox, shapes
from bot.sandbox.gateway import MESSAGE_CONTENT
from bot.sandbox.shapes import Json
from tests.sandbox.conftest import Start


class Where(TypedDict, total=False):
    """Which messages of a channel are asked for."""

    limit: int
    after: discord.Message
    before: discord.Message
    around: discord.Message


async def place(
    sandbox: Sandbox, start: Start, channel: Json | None = None
) -> discord.PartialMessageable:
    """Return a started bot's messageable for a channel (default general)."""
    bot = await start()
    return bot.get_partial_messageable(int((channel or sandbox.general)["id"]))


async def test_message_is_sent_edited_read_and_deleted(sandbox, start):
    channel = await place(sandbox, start)
    ann = sandbox.person("ann")

    message = await channel.send("leg day")
    await message.edit(content="leg day!")
    read = await channel.fetch_message(message.id)

    assert (read.content, read.author.name, read.edited_at) == (
        "leg day!",
        "legday",
        sandbox.clock.now(),
    )
    assert [(one.text, one.edited) for one in ann.sees()] == [("leg day!", True)]
    await message.delete()
    assert ann.sees() == []
    with pytest.raises(discord.NotFound) as refused:
        await channel.fetch_message(message.id)
    assert refused.value.code == 10008


@pytest.mark.no_rate_limits("sends more than five messages to a channel at once")
async def test_history_goes_both_ways_and_around(sandbox, start):
    channel = await place(sandbox, start)
    sent = [await channel.send(str(number)) for number in range(5)]

    async def contents(**where: Unpack[Where]) -> list[str]:
        return [one.content async for one in channel.history(**where)]

    assert await contents() == ["4", "3", "2", "1", "0"]
    assert await contents(limit=2) == ["4", "3"]
    assert await contents(after=sent[2]) == ["3", "4"]
    assert await contents(before=sent[2], limit=1) == ["1"]
    assert await contents(around=sent[2], limit=3) == ["3", "2", "1"]


async def test_ids_carry_the_sandbox_time(sandbox, start):
    channel = await place(sandbox, start)
    await sandbox.clock.advance(timedelta(days=2, seconds=5))

    message = await channel.send("later")

    assert message.created_at == sandbox.clock.now()
    assert discord.utils.snowflake_time(message.id) == sandbox.clock.now()


async def test_same_nonce_within_the_window_gives_the_first_message(sandbox, start):
    channel = await place(sandbox, start)

    first = await channel.send("drink", nonce="d1")
    again = await channel.send("drink", nonce="d1")
    await sandbox.clock.advance(timedelta(minutes=5, seconds=1))
    late = await channel.send("drink", nonce="d1")

    assert (first.id == again.id, first.id == late.id) == (True, False)
    assert len(sandbox.person("ann").sees()) == 2


async def test_nonce_of_a_deleted_message_is_refused_as_unknown(sandbox, start):
    channel = await place(sandbox, start)
    await (await channel.send("drink", nonce="d1")).delete()

    with pytest.raises(discord.NotFound) as refused:
        await channel.send("drink", nonce="d1")

    assert refused.value.code == 10008


async def test_file_is_served_again(sandbox, start):
    channel = await place(sandbox, start)
    view = discord.ui.LayoutView()
    view.add_item(discord.ui.MediaGallery(discord.MediaGalleryItem("attachment://chart.png")))

    message = await channel.send(view=view, file=discord.File(__file__, "chart.png"))

    read = await message.attachments[0].read()
    media = sandbox.person("ann").sees()[0].components[0]["items"][0]["media"]
    assert read.startswith(b'"""Messages, DMs')
    assert media["url"] == message.attachments[0].url


async def test_components_get_ids_of_their_own(sandbox, start):
    channel = await place(sandbox, start)
    view = discord.ui.LayoutView()
    row = discord.ui.ActionRow[discord.ui.LayoutView](
        discord.ui.Button(label="Done", custom_id="done")
    )
    view.add_item(discord.ui.Container(discord.ui.TextDisplay("Drink", id=2), row))

    await channel.send(view=view)

    seen = sandbox.person("ann").sees()[0]
    assert [(one["type"], one["id"]) for one in seen.components] == [
        (17, 1),
        (10, 2),
        (1, 3),
        (2, 4),
    ]
    assert seen.raw["flags"] & shapes.COMPONENTS_V2


async def test_dm_reaches_its_person_until_they_close_it(sandbox, start):
    bot = await start()
    ann = sandbox.person("ann")
    dm = await bot.create_dm(discord.Object(ann.id))

    await dm.send("drink")
    sandbox.close_dms(ann)
    with pytest.raises(discord.Forbidden) as closed:
        await dm.send("sleep")
    sandbox.open_dms(ann)
    await dm.send("roll")
    sandbox.world.remove_member(sandbox.guild, ann.id)
    with pytest.raises(discord.Forbidden) as stranger:
        await dm.send("next")

    assert [one.text for one in ann.inbox] == ["drink", "roll"]
    assert (closed.value.code, stranger.value.code) == (50007, 50278)
    assert dm.id == int(ann.dm["id"])


@pytest.mark.parametrize("granted", [False, True])
async def test_words_of_others_come_with_the_intent_or_to_whom_they_concern(
    sandbox, start, granted
):
    intents = discord.Intents(guilds=True, messages=True, message_content=granted)
    sandbox.gateway.privileged = MESSAGE_CONTENT if granted else 0
    bot = await start(intents=intents)
    came: asyncio.Queue[str] = asyncio.Queue()

    async def on_message(message: discord.Message) -> None:
        came.put_nowait(message.content)

    bot.add_listener(on_message)

    ann, channel = sandbox.person("ann"), bot.get_partial_messageable(sandbox.general["id"])
    mention = f"<@{sandbox.world.bot_id}> hi"

    ann.say("leg day?")
    ann.say(mention)
    ann.at(ann.dm).say("between us")
    await channel.send("of the bot's own")

    hidden = "leg day?" if granted else ""
    async with asyncio.timeout(10):
        told = [await came.get() for _ in range(4)]
    assert told == [hidden, mention, "between us", "of the bot's own"]
    history = [one.content async for one in channel.history(oldest_first=True)]
    assert history == [hidden, mention, "of the bot's own"]
    assert sandbox.person("bob").sees()[0].text == "leg day?"


async def test_reply_brings_what_it_replies_to_and_pings_its_author_unless_that_is_off(
    sandbox, start
):
    bot = await start(intents=discord.Intents(guilds=True, messages=True))
    came: asyncio.Queue[discord.Message] = asyncio.Queue()

    async def on_message(message: discord.Message) -> None:
        if message.type is discord.MessageType.reply:
            came.put_nowait(message)

    bot.add_listener(on_message)
    channel = bot.get_partial_messageable(sandbox.general["id"])
    await channel.send("drink")
    ann = sandbox.person("ann")
    (drink,) = ann.sees()

    ann.say("done", reply_to=drink)
    ann.say("quietly", reply_to=drink, ping=False)
    await channel.send("well done", reference=channel.get_partial_message(drink.id))

    async with asyncio.timeout(10):
        told = [await came.get() for _ in range(3)]
    assert [one.content for one in told] == ["done", "", "well done"]
    assert {one.reference and one.reference.message_id for one in told} == {drink.id}
    assert [one.mentions == [] for one in told][:2] == [False, True]


@pytest.mark.parametrize(("denied", "code"), [("view_channel", 50001), ("send_messages", 50013)])
async def test_lost_permission_stops_sending_until_given_back(sandbox, start, denied, code):
    channel = await place(sandbox, start)

    sandbox.deny(sandbox.general, denied)
    with pytest.raises(discord.Forbidden) as refused:
        await channel.send("hi")
    sandbox.allow(sandbox.general, denied)
    await channel.send("hi again")

    assert refused.value.code == code
    assert [one.text for one in sandbox.person("ann").sees()] == ["hi again"]


@pytest.mark.parametrize(("kind", "code"), [(shapes.FORUM, 40058), (shapes.CATEGORY, 50008)])
async def test_channel_that_holds_no_messages_refuses_them(sandbox, start, kind, code):
    channel = await place(sandbox, start, sandbox.world.add_channel(sandbox.guild, "f", kind))

    with pytest.raises(discord.HTTPException) as refused:
        await channel.send("hi")

    assert refused.value.code == code


def close(sandbox: Sandbox, thread: Json, *states: str) -> None:
    """Archive or lock a thread."""
    closed = thread["thread_metadata"] | dict.fromkeys(states, True)
    sandbox.world.update_channel(thread, thread_metadata=closed)


async def test_message_opens_an_archived_thread_and_an_edit_does_not(sandbox, start):
    thread = sandbox.world.add_thread(sandbox.general, "monday")
    channel = await place(sandbox, start, thread)
    message = await channel.send("open")
    close(sandbox, thread, "archived")

    with pytest.raises(discord.HTTPException) as refused:
        await message.edit(content="closed")
    await channel.send("open again")

    assert refused.value.code == 50083
    assert not thread["thread_metadata"]["archived"]
    await message.edit(content="open")


async def test_locked_thread_refuses_messages(sandbox, start):
    thread = sandbox.world.add_thread(sandbox.general, "monday")
    channel = await place(sandbox, start, thread)
    close(sandbox, thread, "archived", "locked")

    with pytest.raises(discord.HTTPException) as refused:
        await channel.send("closed")

    assert refused.value.code == 160005


async def test_file_larger_than_the_limit_is_refused(sandbox, start):
    channel = await place(sandbox, start)
    limit = 10 * 1024 * 1024

    await channel.send(file=discord.File(io.BytesIO(bytes(limit)), "fits.bin"))
    with pytest.raises(discord.HTTPException) as refused:
        await channel.send(file=discord.File(io.BytesIO(bytes(limit + 1)), "large.bin"))

    assert (refused.value.status, refused.value.code) == (413, 40005)
    assert len(sandbox.person("ann").sees()) == 1


async def test_deleted_channel_is_unknown(sandbox, start):
    channel = await place(sandbox, start)
    sandbox.world.delete_channel(sandbox.general)

    with pytest.raises(discord.NotFound) as refused:
        await channel.send("hi")

    assert refused.value.code == 10003


async def test_pings_are_those_allowed_and_permitted(sandbox, start):
    channel = await place(sandbox, start)
    ann, world = sandbox.person("ann"), sandbox.world
    quiet = world.add_role(sandbox.guild, "quiet")
    loud = world.add_role(sandbox.guild, "loud", mentionable=True)
    text = f"@everyone {ann.mention} <@&{quiet['id']}> <@&{loud['id']}>"

    await channel.send(text, allowed_mentions=discord.AllowedMentions.none())
    await channel.send(
        text, allowed_mentions=discord.AllowedMentions(users=[discord.Object(ann.id)])
    )
    sandbox.deny(sandbox.general, "mention_everyone")
    await channel.send(text)

    pinged = [(one.users, one.roles, one.everyone) for one in sandbox.pings]
    assert pinged == [
        ((ann.id,), (int(quiet["id"]), int(loud["id"])), True),
        ((ann.id,), (int(loud["id"]),), False),
    ]


async def test_text_displays_ping_and_interactions_ping_users_only(sandbox, start, slash):
    async def shout(interaction: discord.Interaction) -> None:
        text = f"@everyone {interaction.user.mention}"
        view = discord.ui.LayoutView().add_item(discord.ui.TextDisplay(text))
        await interaction.response.send_message(view=view)

    await start(slash("shout", shout))
    ann = sandbox.person("ann")

    reply = await ann.slash("shout")

    assert [(one.users, one.everyone) for one in sandbox.pings] == [((ann.id,), False)]
    assert (len(reply.raw["mentions"]), reply.raw["mention_everyone"]) == (1, False)


async def test_wrong_token_is_refused(sandbox):
    async with discord.Client(intents=discord.Intents.none()) as client:
        with pytest.raises(discord.LoginFailure):
            await client.login("nonsense")

    assert [(one.path, one.status) for one in sandbox.requests] == [("/users/@me", 401)]
