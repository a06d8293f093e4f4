"""Stop under a message ends everything, and its answer leads back to all, or to all but that."""

import pytest

from bot.domain.facts.kinds import PLAN_KINDS
from bot.domain.facts.settings import Kind, Where
from tests.refusals import refusal

LEGS = {"effort": 8, "minutes": 60}


async def told(gym, person):
    return await gym.store.members.context(person.id, None)


async def off(gym, person):
    settings = (await told(gym, person)).reminders
    return {kind for kind in PLAN_KINDS if settings.preference(kind).where is Where.OFF}


async def planned(gym, person):
    rows = await gym.store.reminders.upcoming(person.id)
    return {row.kind for row in rows if row.state == "open"}


def action(shown, name):
    """Return the one action of a message that begins so."""
    actions = (part.get("custom_id") or "" for part in shown.components)
    (found,) = [each for each in actions if each.startswith(name)]
    return found


def has(shown, name):
    return any((part.get("custom_id") or "").startswith(name) for part in shown.components)


@pytest.fixture
async def water(gym, ann):
    """Ann's direct message of the kind water, an hour after leg day."""
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    await gym.wait(hours=1, minutes=1)
    return ann.inbox[-1]


async def test_stop_of_one_kind_alone_brings_the_others_back(gym, ann, water, snapshot):
    before = await planned(gym, ann)
    stopped = await ann.click("rem.stop", on=water)
    silent = await planned(gym, ann)

    only = await ann.click(action(stopped, "rem.only"), on=stopped)

    assert stopped.text == snapshot
    assert only.text == snapshot
    assert silent == set()
    assert await off(gym, ann) == {Kind.HYDRATE}
    assert await planned(gym, ann) == before - {Kind.HYDRATE}
    assert (await told(gym, ann)).reminders.on


async def test_resume_after_a_stop_brings_all_back(gym, ann, water):
    before = await planned(gym, ann)
    stopped = await ann.click("rem.stop", on=water)

    await ann.click(action(stopped, "own.resume"), on=stopped)

    assert await planned(gym, ann) == before
    assert await off(gym, ann) == set()


async def test_second_stop_offers_nothing_less(gym, ann, water):
    await ann.click("rem.stop", on=water)

    again = await ann.click("rem.stop", on=water)

    assert not has(again, "rem.only")
    assert has(again, "own.resume")


async def test_pressed_twice_and_after_a_restart_it_stays_so(gym, ann, water):
    stopped = await ann.click("rem.stop", on=water)
    await ann.click(action(stopped, "rem.only"), on=stopped)
    first = await planned(gym, ann)

    await gym.restart()
    await ann.press_custom_id(action(stopped, "rem.only"), on=stopped)

    assert await planned(gym, ann) == first
    assert await off(gym, ann) == {Kind.HYDRATE}


async def test_own_reminder_alone_is_removed_and_the_rest_runs(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders add", kind="walk", time="14:00")
    await ann.slash("reminders add", kind="stretch", time="18:00")
    await gym.wait(hours=1, minutes=1)

    stopped = await ann.click("rem.stop", on=ann.inbox[-1])
    await ann.click(action(stopped, "rem.only"), on=stopped)

    member = await told(gym, ann)
    assert [(rule.kind, rule.paused) for rule in member.rules] == [(Kind.STRETCH, False)]
    assert member.reminders.on
    assert await off(gym, ann) == set()


async def test_stop_of_one_own_reminder_opts_in_to_nothing(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders stop")
    await ann.slash("reminders add", kind="walk", time="14:00")
    await ann.slash("reminders add", kind="stretch", time="18:00")
    await gym.wait(hours=1, minutes=1)

    stopped = await ann.click("rem.stop", on=ann.inbox[-1])
    await ann.click(action(stopped, "rem.only"), on=stopped)

    member = await told(gym, ann)
    assert [(rule.kind, rule.paused) for rule in member.rules] == [(Kind.STRETCH, False)]
    assert not member.reminders.on


async def test_stop_of_a_merged_message_alone_ends_what_it_brought(gym, ann):
    await gym.join(ann)
    await gym.wait(hours=7)
    await ann.slash("legday log", **LEGS)  # at 20:00: water waits for the wind-down at 21:45
    await gym.wait(hours=1, minutes=46)
    merged = ann.inbox[-1]

    stopped = await ann.click("all.stop", on=merged)
    await ann.click(action(stopped, "all.only"), on=stopped)

    assert has(merged, "all.stop")
    assert await off(gym, ann) == {Kind.HYDRATE, Kind.SLEEP}
    assert Kind.CHECKIN in await planned(gym, ann)


async def test_stop_of_merged_own_reminders_alone_removes_them(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders add", kind="walk", time="14:00")
    await ann.slash("reminders add", kind="warm_up", time="14:00")
    await ann.slash("reminders add", kind="stretch", time="18:00")
    await gym.wait(hours=1, minutes=1)

    stopped = await ann.click("all.stop", on=ann.inbox[-1])
    await ann.click(action(stopped, "all.only"), on=stopped)

    member = await told(gym, ann)
    assert [(rule.kind, rule.paused) for rule in member.rules] == [(Kind.STRETCH, False)]
    assert member.reminders.on


async def test_nobody_elses_press_works(gym, ann, bob, water):
    await gym.join(bob)
    number = action(water, "rem.stop").split(":")[1]
    shown = await bob.slash("reminders show")

    refused = await bob.press_custom_id(f"rem.only:{number}:on", on=shown)

    assert refusal(refused) == "reminder_gone"
    assert await off(gym, bob) == set()
    assert await off(gym, ann) == set()


async def test_refusals_that_say_off_offer_resume(gym, ann, water):
    await ann.click("rem.stop", on=water)

    asked = await ann.click("rem.snooze", on=water)
    snooze = await ann.click("1 hour", on=asked)
    pause = await ann.slash("reminders pause")
    logged = await ann.slash("legday log", **LEGS, when="6 hours ago")

    assert refusal(snooze) == "reminders_off"
    assert refusal(pause) == "nothing_to_pause"
    assert [has(one, "own.resume") for one in (snooze, pause, logged)] == [True] * 3
