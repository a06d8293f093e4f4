"""Roll calls: asked, answered under one's name, changed, taken back, closed."""

import asyncio
import threading

import pytest

from bot.client import answering
from bot.sandbox import Seen
from bot.sandbox.faults import CALLBACK
from tests.bracketed import action
from tests.cogs.conftest import NEVER_QUIET
from tests.controls import buttons
from tests.refusals import refusal

FOLLOW_UP = "/webhooks/{webhook_id}/{webhook_token}"  # counts towards a limit of the channel


@pytest.fixture(autouse=True)
async def ready(gym):
    await gym.set_up_server(quiet=NEVER_QUIET)


@pytest.fixture
async def shown(gym, bob):
    """A roll call that bob asked for; return how it looks now."""
    await bob.slash("group rollcall", text="Leg night *at* 19:00")
    return lambda: rolls(gym)[-1]


def rolls(gym):
    """Every roll call in the channel, as bob sees it."""
    seen = gym.people["bob"].sees(gym.sandbox.general)
    return [one for one in seen if not one.ephemeral and "Leg day today" in one.text]


async def taking_part(*people):
    for person in people:
        await person.slash("group join")
        await person.click("group.join")


async def test_first_press_asks_to_join_and_the_answer_then_stands(gym, shown, ann, snapshot):
    asked = await ann.click("roll.in", on=shown())
    before = shown().text
    joined = await ann.click("group.join")
    await gym.wait(seconds=5)

    assert asked.ephemeral
    assert joined.ephemeral
    assert gym.sandbox.sent("POST", FOLLOW_UP) == []
    assert ann.mention not in before
    assert ann.mention in shown().text
    assert (before, asked.text, joined.text, shown().text) == snapshot


async def test_answers_are_changed_listed_and_taken_back(gym, shown, ann, bob, snapshot):
    await taking_part(ann, bob)
    quiet = [await ann.click("roll.rest", on=shown())]
    await gym.wait(seconds=3)
    quiet.append(await bob.click("roll.in", on=shown()))
    await gym.wait(seconds=3)
    await ann.click("roll.in", on=shown())
    mine = await ann.click("roll.mine", on=shown())
    back = await ann.click("roll.back")
    await gym.wait(seconds=3)

    assert not any(one.ephemeral for one in quiet)  # the message itself, and nothing else
    assert [one.ephemeral for one in (mine, back)] == [True, True]
    assert ann.mention not in shown().text
    assert (quiet[-1].text, mine.text, back.text) == snapshot


async def test_quiet_press_is_acknowledged_while_it_is_kept_and_its_edit_shows_it(gym, shown, ann):
    await taking_part(ann)
    await gym.wait(seconds=3)
    before = len(gym.sandbox.requests)
    acknowledging = gym.sandbox.faults.hang("POST", CALLBACK, times=1)

    pressing = asyncio.create_task(ann.click("roll.rest", on=shown()))
    await gym.sandbox.until_held_back()
    async with asyncio.timeout(10):
        while not await gym.store.database.fetch("SELECT 1 FROM roll_answers"):
            pass  # until the store's thread has kept it
    seen_before = ann.mention in shown().text
    acknowledging.release()
    await pressing
    await gym.wait(seconds=30)

    made = gym.sandbox.requests[before:]
    assert not seen_before
    assert ann.mention in shown().text
    assert [(one.method, one.body.get("type")) for one in made] == [("POST", 6), ("PATCH", None)]


async def test_busy_disk_delays_no_acknowledgement_and_nothing_is_shown_before_it_is_kept(
    gym, shown, ann, monkeypatch
):
    monkeypatch.setattr(answering, "DEFER_AFTER", 60.0)  # what would defer any late answer
    await taking_part(ann)
    free = threading.Event()

    def busy():
        free.wait(10)
        yield "SELECT 1", ()

    writing = asyncio.create_task(gym.store.database.transact(busy))
    await gym.sandbox.inject(ann.compose_press("roll.in", on=shown()))
    before = ann.mention in shown().text
    free.set()
    await writing
    await gym.until_shown(ann, ann.mention)

    assert not before


async def test_press_that_cannot_be_kept_says_so_after_its_acknowledgement(gym, shown, ann):
    await taking_part(ann)
    await gym.store.database.execute("ALTER TABLE roll_answers RENAME TO away")
    gym.sandbox.faults.hang("POST", CALLBACK, seconds=0.1, times=1)

    told = await ann.click("roll.in", on=shown())
    await gym.store.database.execute("ALTER TABLE away RENAME TO roll_answers")

    assert told.ephemeral
    assert ann.mention not in shown().text


async def test_press_of_who_has_left_is_asked_to_join_after_its_acknowledgement(gym, shown, ann):
    await taking_part(ann)
    await ann.click("roll.rest", on=shown())
    await gym.wait(seconds=3)
    await gym.store.memberships.leave(gym.sandbox.guild.id, ann.id)  # unnoticed by the client

    asked = await ann.click("roll.in", on=shown())

    assert buttons(asked) == ["group.join", "group.no"]


async def test_it_closes_with_numbers_alone(gym, shown, ann, bob, snapshot):
    await taking_part(ann, bob)
    open_one = shown()
    await ann.click("roll.done", on=open_one)
    await gym.wait(seconds=3)
    await bob.click("roll.rest", on=open_one)
    await gym.wait(hours=14)

    late = await ann.press_custom_id(action(open_one, "roll.in"), on=open_one)

    assert refusal(late) == "roll_closed"
    assert not shown().buttons
    assert "<@" not in shown().text
    assert shown().text == snapshot


async def test_who_leaves_or_is_deleted_stands_in_no_message_of_ours(gym, coach, ann, bob):
    await coach.slash("config post add", kind="roll_call", time="15:00")
    await gym.wait(hours=3)
    posted = rolls(gym)[-1]
    await bob.slash("group rollcall")  # refused: one is open here
    other = next(c for c in gym.sandbox.guild.channels.values() if c["name"] == "legday-log")
    asked = await bob.at(other).slash("group rollcall")
    await taking_part(ann, bob)
    for message in (posted, asked):
        for person in (ann, bob):
            await person.click("roll.in", on=message)
            await gym.wait(seconds=3)
    named = [who.mention in said(gym) for who in (ann, bob)]

    await ann.slash("group leave")
    await gym.wait(seconds=15)
    after_leaving = [who.mention in said(gym) for who in (ann, bob)]
    await bob.slash("mydata delete")
    await bob.click("data.delete")
    await gym.wait(seconds=15)

    assert named == [True, True]
    assert after_leaving == [False, True]
    assert [who.mention in said(gym) for who in (ann, bob)] == [False, False]


def said(gym):
    """Return the words of every message of the bot's that everybody sees."""
    stored = gym.sandbox.messages.by_channel.values()
    public = (one for channel in stored for one in channel.values() if one.only_for is None)
    return "\n".join(Seen(one.data).text for one in public)


async def test_posted_roll_call_pings_its_role_once_and_nobody_ever_again(
    gym, coach, ann, bob, snapshot
):
    crew = next(r for r in gym.sandbox.guild.roles.values() if r["name"] == "Gym crew")
    planned = await coach.slash(
        "config post add", kind="roll_call", time="15:00", days="mon", role=crew, text="Legs? @ann"
    )
    await gym.wait(hours=3)
    posted = rolls(gym)[-1]
    await taking_part(ann, bob)
    for person, said in ((ann, "roll.in"), (bob, "roll.done"), (ann, "roll.rest")):
        await person.click(said, on=posted)
        await gym.wait(seconds=3)
    answered = rolls(gym)[-1]
    await gym.wait(hours=20)

    assert [ping.roles for ping in gym.sandbox.pings if ping] == [(int(crew["id"]),)]
    assert not any(ping.users for ping in gym.sandbox.pings)
    assert (planned.text, posted.text, answered.text, rolls(gym)[-1].text) == snapshot


async def test_roll_call_is_never_merged(gym, coach):
    for kind in ("hydrate", "roll_call", "warm_up"):
        await coach.slash("config post add", kind=kind, time="15:00")
    await gym.wait(hours=3)

    public = [one for one in gym.people["bob"].sees(gym.sandbox.general) if not one.ephemeral]
    assert sorted(len(one.buttons) for one in public) == [1, 4]


async def test_roll_call_still_comes_when_others_would_be_too_late(gym, coach):
    await coach.slash("config post add", kind="roll_call", time="15:00")
    await gym.stop()
    await gym.wait(hours=3)
    await gym.start()
    async with asyncio.timeout(10):
        while not rolls(gym):
            await gym.wait(seconds=0.05)  # until its turn; never so long that it is too late

    assert "Late" in rolls(gym)[0].text


@pytest.mark.parametrize("text", ["x" * 201, ""])
async def test_text_of_a_posted_roll_call_is_short_and_optional(coach, text):
    options = {"text": text} if text else {}

    shown = await coach.slash(
        "config post add", unchecked=True, kind="roll_call", time="15:00", **options
    )

    assert refusal(shown) == ("text_too_long" if text else None)


async def test_admins_turn_it_off_and_on(gym, shown, coach, ann, bob, snapshot):
    await taking_part(ann)
    await ann.click("roll.in", on=shown())
    opened = shown()
    panel = await coach.slash("config group")
    off = await coach.click("config.group:off")
    await gym.wait(seconds=5)

    closed = shown()
    refused = [
        await ann.press_custom_id(action(opened, "roll.done"), on=opened),
        await bob.slash("group join"),
        await bob.slash("group rollcall"),
    ]
    await coach.click("config.group:on")
    await coach.click("config.asking:off")
    asked = await bob.slash("group rollcall")

    assert not closed.buttons
    assert ann.mention not in closed.text
    assert [refusal(one) for one in refused] == ["group_off"] * 3
    assert refusal(asked) == "rolls_by_admins"
    assert refusal(await ann.press_custom_id("config.group:off", on=panel)) == (
        "needs_manage_server"
    )
    assert (panel.text, off.text) == snapshot


async def test_only_who_may_write_there_asks_and_only_where_the_bot_may(gym, bob, other_channel):
    gym.sandbox.world.overwrite(gym.sandbox.general, bob.id, deny=["send_messages"])
    gym.sandbox.deny(other_channel, "view_channel", "send_messages")

    refused = [await who.slash("group rollcall") for who in (bob, bob.at(other_channel))]

    assert [refusal(one) for one in refused] == ["cannot_ask_here", "bot_cannot_ask_here"]
    assert await gym.store.database.fetch("SELECT 1 FROM rolls") == []


async def test_that_nobody_asks_here_comes_before_a_missing_right(gym, bob, coach):
    gym.sandbox.deny(gym.sandbox.general, "send_messages")
    await coach.slash("config group")
    await coach.click("config.asking:off")
    by_admins = await bob.slash("group rollcall")
    await coach.click("config.group:off")
    off = await bob.slash("group rollcall")

    assert [refusal(one) for one in (by_admins, off)] == ["rolls_by_admins", "group_off"]


async def test_press_that_was_made_up_changes_nothing(gym, shown, ann, bob):
    await taking_part(ann)
    roll_call, pressed = shown(), action(shown(), "roll.in")
    private = await ann.click("roll.mine", on=roll_call)
    await bob.slash("legday log", effort=8)
    await bob.click("keep.only")
    await bob.click("log.share")
    other = next(one for one in ann.sees() if "roll.cheer" in buttons(one))
    await gym.store.database.execute("UPDATE rolls SET message_id = NULL")  # not settled yet

    forged = [
        await ann.press_custom_id(pressed, on=private, forged=True),
        await ann.press_custom_id(pressed, on=other, forged=True),
        await ann.press_custom_id("roll.in:1", on=roll_call),
    ]

    assert [refusal(one) for one in forged] == ["control_unknown"] * 2 + ["roll_gone"]
    assert (await gym.store.rolls.look(int(pressed.split(":")[1]))).answers == ()


async def test_done_offers_the_log_to_who_logs(gym, shown, ann):
    await ann.slash("legday log", effort=3, when="14 days ago")
    await ann.click("keep.only")
    await taking_part(ann)

    offered = await ann.click("roll.done", on=shown())
    form = await ann.click("log.open")
    await gym.wait(seconds=5)

    assert offered.ephemeral
    assert form == ann.form
    assert ann.mention in shown().text


async def test_done_offers_the_log_to_who_joins_with_it(gym, shown, ann):
    await ann.slash("legday log", effort=3, when="14 days ago")
    await ann.click("keep.only")

    await ann.click("roll.done", on=shown())
    await ann.click("group.join")
    await gym.until_shown(ann, "Done, nice.")

    assert await ann.click("log.open") == ann.form
