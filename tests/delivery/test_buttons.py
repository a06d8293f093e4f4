"""Done, Snooze and Stop: after a restart, for the reminder's own member, twice at once."""

import asyncio
from datetime import time

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.settings import QuietHours, ReminderSettings, Where
from tests.controls import buttons
from tests.refusals import refusal


def received(person):
    """How many reminders came; answers for their eyes only stand in the same place."""
    return sum(not message.ephemeral for message in person.inbox)


@pytest.fixture
async def reminded(gym, ann, run):
    """Ann has got a reminder; then engine and bot were restarted."""
    await gym.plan(ann, gym.reminder(ann), gym.reminder(ann, hours=30, ordinal=2))
    gym.start()
    await gym.wait(hours=1, seconds=5)
    await gym.kill()
    gym.start()
    await run()
    return ann


async def test_done_after_a_restart_ends_the_reminder(gym, reminded):
    shown = await reminded.click("rem.done")

    assert shown.text == "### Water\nDone. Nothing more to do here."
    assert buttons(shown) == ["rem.stop"]
    assert (await gym.rows(reminded))[0].done_at == gym.now


async def test_done_pressed_twice_at_once_is_done_once(gym, reminded):
    message = reminded.inbox[0]

    shown = await asyncio.gather(
        reminded.click("rem.done", on=message), reminded.click("rem.done", on=message)
    )

    assert shown[0].text == shown[1].text == "### Water\nDone. Nothing more to do here."
    assert (await gym.rows(reminded))[0].done_at == gym.now


@pytest.mark.parametrize(
    ("choice", "hours"), [("1 hour", 1), ("Tonight", 7), ("Tomorrow", 19)]
)  # 13:00:05 UTC
async def test_snooze_brings_the_reminder_again(gym, reminded, choice, hours):
    offered = await reminded.click("rem.snooze")
    shown = await reminded.click(choice, on=offered)
    assert shown.text.startswith("### Snoozed\nIt comes again <t:")

    await gym.wait(hours=hours, seconds=-10)
    assert received(reminded) == 1
    await gym.wait(seconds=20)

    assert received(reminded) == 2


async def test_snooze_keeps_out_of_quiet_hours(gym, run):
    bea = gym.sandbox.person("bea")
    await gym.join(bea, quiet=QuietHours(start=time(13, 30), end=time(16)))
    await gym.plan(bea, gym.reminder(bea, life=2))
    gym.start()
    await run()
    await gym.wait(hours=1, seconds=5)

    await bea.click("1 hour", on=await bea.click("rem.snooze"))
    await gym.wait(hours=2, minutes=50)
    assert received(bea) == 1
    await gym.wait(minutes=10)

    assert received(bea) == 2


async def test_snooze_pressed_twice_moves_it_and_sends_one(gym, reminded):
    offered = await reminded.click("rem.snooze")

    await reminded.click("1 hour", on=offered)
    await reminded.press_custom_id("rem.snooze_to:1:hour", on=offered)
    await gym.wait(hours=3)

    assert received(reminded) == 2


async def test_snooze_is_refused_while_reminders_are_off(gym, reminded):
    offered = await reminded.click("rem.snooze")
    await gym.save(reminded, Change(reminders=ReminderSettings(on=False)))

    shown = await reminded.click("1 hour", on=offered)

    assert "Your reminders are off" in shown.text
    assert shown.ephemeral


async def test_stop_ends_all_reminders_in_one_tap(gym, reminded):
    shown = await reminded.click("rem.stop")
    await gym.wait(hours=48)

    assert shown.text == (
        "### Stopped\nAll your reminders are off, here and everywhere. 1 planned reminder is "
        "cancelled. **Resume** turns them on again; what you logged is untouched."
    )
    assert await gym.ends(reminded) == [("sent", None), ("cancelled", "stopped")]
    assert received(reminded) == 1


async def test_stop_in_a_dm_works_when_everything_else_is_forgotten(gym, reminded):
    await gym.store.members.delete(reminded.id)

    shown = await reminded.click("rem.stop")

    assert shown.text.startswith("### Stopped\nAll your reminders are off")


@pytest.mark.parametrize("button", ["rem.done", "rem.snooze", "rem.stop"])
async def test_button_of_somebody_elses_reminder_changes_nothing(gym, ann, run, button):
    await gym.configure()
    await gym.plan(
        ann,
        gym.reminder(ann, where=Where.CHANNEL, guild_id=gym.sandbox.guild.id),
        gym.reminder(ann, hours=30, ordinal=2),
    )
    bea = gym.sandbox.person("bea")
    await gym.join(bea)
    await gym.plan(bea, gym.reminder(bea, hours=30))
    gym.start()
    await run()
    await gym.wait(hours=1, seconds=5)
    before = (ann.sees()[0].text, await gym.rows(ann), await gym.rows(bea))

    shown = await bea.click(button)

    assert refusal(shown) == "reminder_gone"
    assert shown.ephemeral
    assert (ann.sees()[0].text, await gym.rows(ann), await gym.rows(bea)) == before


@pytest.mark.parametrize(
    "forged", ["rem.done:x", "rem.snooze_to:1:never", "rem.done:-1", "rem.x:1"]
)
async def test_forged_button_is_refused_kindly(gym, reminded, forged):
    before = await gym.rows(reminded)

    shown = await reminded.press_custom_id(forged, on=reminded.inbox[0])

    assert refusal(shown) == "control_unknown"
    assert await gym.rows(reminded) == before


async def test_done_of_a_deleted_reminder_says_so(gym, reminded):
    await gym.store.members.delete(reminded.id)

    shown = await reminded.click("rem.done")

    assert refusal(shown) == "reminder_gone"


async def test_done_under_a_post_counts_in_its_own_message(gym, run):
    ann = gym.sandbox.person("ann")
    await gym.post(at=time(13))
    gym.start()
    await run()
    await gym.wait(hours=1, seconds=5)

    shown = await ann.click("post.done")

    (post,) = ann.sees()
    assert shown.id == post.id
    assert len(post.buttons) == 1
    assert post.buttons != ["Done"]
