"""What is pressed has arrived: whatever its sending came to, it does not come once more."""

import asyncio
from datetime import time, timedelta

import aiohttp
import pytest

from bot.domain.decisions.rules import RuleRequest, add
from bot.domain.facts.arrivals import Arrival, Mark
from bot.domain.facts.member import Change
from bot.domain.facts.settings import Kind, Where
from bot.rendering.components import components
from bot.store.reminders.reminders import Reminders
from bot.texts.reminders import checkin, messages

SEND = ("POST", "/channels/*/messages")
minutes = pytest.mark.parametrize("minutes", [0.5, 10], ids=["nonce known", "nonce forgotten"])


def delivered(person):
    """The messages that came; answers for the presser's eyes only stand in the same place."""
    return [message for message in person.inbox if not message.ephemeral]


@pytest.fixture
def lost(gym, run):
    """Send what is due in an hour; its answer is lost, and from then on Discord answers 503."""

    async def lose():
        gym.start()
        await run()
        gym.sandbox.faults.reset(*SEND, after_effect=True)
        gym.sandbox.faults.fail("*", "/channels/*/messages", status=503, times=None)
        await gym.wait(hours=1, seconds=10)

    return lose


@pytest.fixture
def healed(gym):
    """Let the outage last so many minutes longer, then end it, and let an hour pass."""

    async def heal(minutes):
        await gym.wait(minutes=minutes)
        gym.sandbox.faults.clear()
        await gym.wait(minutes=30)

    return heal


@minutes
async def test_done_in_an_outage_settles_the_reminder(gym, ann, lost, healed, minutes):
    await gym.plan(ann, gym.reminder(ann, life=12))
    await lost()
    assert await gym.ends(ann) == [("open", "status_503")]

    await ann.click("rem.done")
    (row,) = await gym.rows(ann)
    await healed(minutes)

    assert (row.state, row.done_at is not None) == ("sent", True)
    assert len(delivered(ann)) == 1
    assert await gym.ends(ann) == [("sent", None)]


@minutes
async def test_snooze_in_an_outage_brings_it_once_more_not_twice(gym, ann, lost, healed, minutes):
    await gym.plan(ann, gym.reminder(ann, life=12))
    await lost()

    await ann.click("1 hour", on=await ann.click("rem.snooze"))
    await healed(minutes)
    before = len(delivered(ann))
    await gym.wait(hours=1)

    assert (before, len(delivered(ann))) == (1, 2)


@minutes
async def test_stop_in_an_outage_takes_nothing_back_that_came(gym, ann, lost, healed, minutes):
    await gym.plan(ann, gym.reminder(ann, life=12), gym.reminder(ann, hours=5, ordinal=2))
    await lost()

    await ann.click("rem.stop")
    await healed(minutes)

    assert await gym.ends(ann) == [("sent", None), ("cancelled", "stopped")]
    assert len(delivered(ann)) == 1


@minutes
@pytest.mark.parametrize("answered", ["soreness", "danger", "wrong"])
async def test_check_in_answered_in_an_outage_is_settled(gym, ann, lost, healed, minutes, answered):
    await gym.plan(ann, gym.reminder(ann, kind=Kind.CHECKIN, life=12))
    await lost()

    (row,) = await gym.rows(ann)
    if answered == "wrong":
        await ann.click("run.wrong:")
    else:
        await ann.select(checkin.mark(row.reminder_id), "9")
    if answered == "danger":
        menus = (one["custom_id"] for one in delivered(ann)[0].components if "custom_id" in one)
        await ann.select(next(menus), checkin.SOME)
    await healed(minutes)

    assert (await gym.ends(ann))[0] == ("sent", None)  # what it said may have made another plan
    assert len(delivered(ann)) == 1


@minutes
@pytest.mark.parametrize("button", ["all.done", "all.snooze", "all.stop"])
async def test_merged_message_pressed_in_an_outage_is_settled_whole(
    gym, ann, lost, healed, minutes, button
):
    await gym.plan(
        ann,
        gym.reminder(ann, life=12),
        gym.reminder(ann, kind=Kind.SLEEP, life=12),
    )
    await lost()

    await ann.click(button)
    assert await gym.ends(ann) == [("sent", None)] * 2
    await healed(minutes)

    assert len(delivered(ann)) == 1
    assert await gym.ends(ann) == [("sent", None)] * 2


@minutes
@pytest.mark.parametrize("moved", [{}, {"hours": 2}, {"where": Where.CHANNEL}], ids=str)
@pytest.mark.parametrize("kinds", [[Kind.HYDRATE], [Kind.HYDRATE, Kind.SLEEP]], ids=len)
async def test_new_plan_does_not_repeat_what_may_have_come(  # noqa: PLR0917
    gym, ann, lost, healed, minutes, moved, kinds
):
    await gym.configure()
    await gym.plan(ann, *(gym.reminder(ann, kind=kind, life=12) for kind in kinds))
    await lost()
    guild_id = gym.sandbox.guild.id if "where" in moved else None
    again = {"hours": 0.1, "life": 12, "guild_id": guild_id, **moved}

    await gym.plan(ann, *(gym.reminder(ann, kind=kind, **again) for kind in kinds))
    await healed(minutes)
    await gym.wait(hours=4)

    assert len(delivered(ann)) == 1
    assert sum(not one.ephemeral for one in ann.sees(gym.sandbox.general)) == 0
    assert await gym.ends(ann) == [("sent", None)] * len(kinds)


async def test_new_plan_keeps_the_nonce_of_what_may_have_come_where_no_history_is_told(
    gym, ann, lost, healed
):
    await gym.configure()
    gym.sandbox.deny(gym.sandbox.general, "read_message_history")
    there = {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id, "life": 12}
    kinds = (Kind.HYDRATE, Kind.SLEEP)
    await gym.plan(ann, *(gym.reminder(ann, kind=kind, **there) for kind in kinds))
    await lost()
    assert len(ann.sees()) == 1
    assert await gym.ends(ann) == [("open", "status_503")] * 2  # nobody knows that it came

    await gym.plan(ann, *(gym.reminder(ann, kind=kind, hours=0.1, **there) for kind in kinds))
    await healed(0.5)

    assert len(ann.sees()) == 1
    assert await gym.ends(ann) == [("sent", None)] * 2


@minutes
@pytest.mark.parametrize("who", ["own", "other"])
async def test_channel_reminder_that_anybody_pressed_is_settled(
    gym, ann, lost, healed, minutes, who
):
    await gym.configure()
    there = {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id}
    await gym.plan(ann, gym.reminder(ann, life=12, **there))
    presser = ann if who == "own" else gym.sandbox.person("bea")
    await lost()

    await presser.click("rem.done")
    await healed(minutes)

    assert await gym.ends(ann) == [("sent", None)]
    assert sum(not one.ephemeral for one in ann.sees()) == 1


@minutes
async def test_post_that_was_pressed_is_settled_and_goes_on(gym, lost, healed, minutes):
    ann = gym.sandbox.person("ann")
    await gym.post(at=time(13))
    await lost()

    await ann.click("post.done")
    ends, _ = await gym.store.reminders.of_posts(gym.sandbox.guild.id, gym.now + timedelta(days=2))
    await healed(minutes)
    before = sum(not one.ephemeral for one in ann.sees())
    await gym.wait(days=1)

    assert [one.nominal_date for one in ends] == [(gym.now - timedelta(hours=1)).date()]
    assert (before, sum(not one.ephemeral for one in ann.sees())) == (1, 2)


@minutes
async def test_own_rule_that_was_pressed_is_settled_and_goes_on(gym, ann, lost, healed, minutes):
    member = await gym.store.members.context(ann.id, None)
    change, _ = add(member, 77, RuleRequest(kind=Kind.WALK, at="13:00"), gym.now)
    await gym.save(ann, Change(rules=change.rules))
    await lost()

    await ann.click("rem.done")
    ends = await gym.ends(ann)
    await healed(minutes)
    before = len(delivered(ann))
    await gym.wait(days=1)

    assert ends == [("sent", None), ("open", None)]
    assert (before, len(delivered(ann))) == (1, 2)


async def test_press_that_ends_a_rule_without_a_zone_is_announced_as_any_stop(gym, ann, lost):
    member = await gym.store.members.context(ann.id, None)
    change, _ = add(member, 77, RuleRequest(kind=Kind.WALK, at="13:00"), gym.now)
    await gym.save(ann, Change(rules=change.rules))
    await gym.store.database.execute("UPDATE rules SET zone = 'Mars/Olympus'")
    await lost()
    (row,), (message,) = await gym.rows(ann), delivered(ann)
    announced = []

    reminders = Reminders(gym.store.database, gym.clock, lambda: announced.append(row.rule_id))
    arrival = Arrival(
        marks=frozenset({Mark(id=row.reminder_id)}),
        channel_id=message.channel_id,
        message_id=message.id,
        at=gym.now,
    )
    assert await reminders.arrived(arrival)
    assert not await reminders.arrived(arrival)

    assert announced == [77]
    assert await gym.ends(ann) == [("sent", None)]
    (rule,) = (await gym.store.members.context(ann.id, None)).rules
    assert rule.broken == "zone_unknown"


@pytest.mark.parametrize("later", [1, 600], ids=["nonce known", "nonce forgotten"])
async def test_press_between_a_crash_and_the_next_start_settles(gym, ann, run, later):
    await gym.plan(ann, gym.reminder(ann, life=12))
    await gym.crash_after_send(hours=1)
    await run()

    await ann.click("rem.done")
    await gym.wait(seconds=later)
    gym.start()
    await gym.wait(minutes=30)

    assert await gym.ends(ann) == [("sent", None)]
    assert len(delivered(ann)) == 1


@pytest.mark.parametrize("button", ["rem.done", "rem.stop"])
async def test_answer_that_comes_after_the_press_changes_nothing(gym, ann, run, button):
    await gym.plan(ann, gym.reminder(ann, life=12))
    gym.start()
    await run()
    answer = gym.sandbox.faults.hang(*SEND, after_effect=True)
    await gym.wait(hours=1, seconds=5)
    await ann.click(button)
    before = await gym.rows(ann)

    answer.release()
    await gym.wait(minutes=30)

    assert before == await gym.rows(ann)
    assert await gym.ends(ann) == [("sent", None)]
    assert len(delivered(ann)) == 1


async def test_stop_while_a_message_is_looked_for_lets_nothing_leave(gym, ann, run):
    await gym.plan(ann, gym.reminder(ann, life=12))
    await gym.wait(hours=1)
    await gym.crash_after_claim()
    gym.start()
    await run()
    look = gym.sandbox.faults.hang("GET", "/channels/*/messages")
    looked = asyncio.create_task(gym.wait(seconds=5))
    await gym.sandbox.until_held_back()
    await gym.store.reminders.stop(ann.id)

    look.release()
    await looked
    await gym.wait(minutes=30)

    assert await gym.ends(ann) == [("cancelled", "stopped")]
    assert delivered(ann) == []


async def test_message_that_was_edited_is_known_by_whatever_control_is_left(gym, ann, lost, healed):
    await gym.plan(ann, gym.reminder(ann, life=12))
    await lost()
    (row,), (message,) = await gym.rows(ann), ann.inbox
    gym.sandbox.faults.clear()
    gym.sandbox.faults.fail(*SEND, status=503, times=None)
    async with aiohttp.ClientSession(headers={"Authorization": f"Bot {gym.sandbox.token}"}) as bot:
        address = f"{gym.sandbox.url}/channels/{message.channel_id}/messages/{message.id}"
        left = {"components": components(messages.done(row, ann.id))}
        async with bot.patch(address, json=left) as answer:
            assert answer.status == 200

    await healed(10)

    assert await gym.ends(ann) == [("sent", None)]
    assert len(delivered(ann)) == 1
