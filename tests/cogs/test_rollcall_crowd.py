"""A crowd at a roll call: every press is kept, few edits show them, and the last shows them all."""

import asyncio
import logging
import random
from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest

from bot.domain.group.rolls import Said
from bot.store.groups import memberships, rolls
from tests import stored
from tests.cogs.conftest import NEVER_QUIET
from tests.refusals import refusal

CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
UPDATE = 7
PRESSES = {"roll.in": Said.IN, "roll.done": Said.DONE, "roll.rest": Said.REST}


@pytest.fixture(autouse=True)
async def ready(gym):
    await gym.set_up_server(quiet=NEVER_QUIET)
    gym.sandbox.limits.enabled = True
    gym.sandbox.limits._now = gym.clock.monotonic


@pytest.fixture
async def crowd(gym):
    """A hundred people who take part."""
    people = [gym.sandbox.person(f"lifter{number}") for number in range(100)]
    for person in people:
        await stored.join(gym.store, gym.sandbox.guild.id, person.id)
    return people


@pytest.fixture
async def roll(gym, bob):
    """A roll call; return a function that looks at its message."""
    shown = await bob.slash("group rollcall")
    return lambda: bob.see(shown)


def is_edit(request):
    return request.method == "PATCH" and "/messages/" in request.template


def edits(gym):
    """Return when each edit of a message left."""
    return [
        one.at
        for one in gym.sandbox.requests
        if one.status in {200, 204}
        and (is_edit(one) or (one.template == CALLBACK and one.body["type"] == UPDATE))
    ]


def bodies(gym):
    """Return what each edit said."""
    changed = (one for one in gym.sandbox.requests if is_edit(one))
    updated = (
        one.body["data"]
        for one in gym.sandbox.requests
        if one.template == CALLBACK and one.body["type"] == UPDATE
    )
    shown = [*(one.body for one in changed), *updated]
    return [one for one in shown if "<@" in str(one)]


async def kept(gym):
    row, *_ = await gym.store.database.fetch("SELECT roll_id FROM rolls ORDER BY opened_at")
    return await gym.store.rolls.look(row["roll_id"])


async def until_kept(gym, count):
    """Wait until so many answers are kept: a press is acknowledged before that."""
    async with asyncio.timeout(10):
        while len(await gym.store.database.fetch("SELECT 1 FROM roll_answers")) != count:
            pass


async def until_drawn(gym):
    """Wait until every message shows what is kept, once the channel's pace allows that."""
    async with asyncio.timeout(10):
        while await gym.store.database.fetch("SELECT 1 FROM rolls WHERE stale_since > 0"):
            pass


def held_back(gym, rng, times):
    """Hold so many answers back, each for its own while: they arrive in another order."""
    for _ in range(times):
        gym.sandbox.faults.hang(
            "POST", "/interactions/*/callback", seconds=rng.uniform(0.0, 0.4), times=1
        )


async def pressed(gym, people, shown, rng):
    """Let everybody press at one instant, in random order; return what each said."""
    said = {person.id: rng.choice(list(PRESSES)) for person in people}
    presses = [person.compose_press(said[person.id], on=shown) for person in people]
    rng.shuffle(presses)
    await asyncio.gather(*map(gym.sandbox.inject, presses))
    expected = {who: PRESSES[pressed] for who, pressed in said.items()}
    async with asyncio.timeout(10):
        while {each.member_id: each.said for each in (await kept(gym)).answers} != expected:
            pass  # a press is acknowledged before it is kept
    return expected


@pytest.mark.parametrize("age", [timedelta(0), timedelta(hours=2)])
async def test_hundred_presses_at_once_are_all_kept_and_shown_by_few_edits(
    gym, crowd, roll, caplog, age
):
    rng = random.Random(7)  # noqa: S311 (repeats)
    await gym.clock.advance(age + timedelta(seconds=30))
    before, began = len(edits(gym)), gym.clock.now()
    held_back(gym, rng, 40)

    said = await pressed(gym, crowd, roll(), rng)
    if age:
        await gym.wait(seconds=5)
        said = await pressed(gym, crowd, roll(), rng)
    await gym.wait(seconds=3 if not age else 15)
    await until_drawn(gym)

    sheet = await kept(gym)
    made = edits(gym)[before:]
    assert {each.member_id: each.said for each in sheet.answers} == said
    assert len(made) <= (3 if not age else 2)
    assert not sheet.roll.stale
    pace = timedelta(seconds=10 if age else 2)
    assert all(later - earlier >= pace for earlier, later in pairwise(made))
    assert max(made) - began <= timedelta(seconds=3 if not age else 20)
    counts = Counter(said.values())
    assert all(f"({counts[each]})" in roll().text for each in counts)
    assert [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING] == []
    assert not any(gym.sandbox.pings)
    assert [one for one in bodies(gym) if one["allowed_mentions"]["parse"]] == []
    assert gym.sandbox.violations == []


async def test_edits_of_a_young_message_are_two_seconds_apart(gym, crowd, roll):
    await gym.clock.advance(timedelta(seconds=30))
    before = len(edits(gym))
    for number, person in enumerate(crowd[:3], start=1):
        await person.click("roll.in", on=roll())
        await until_kept(gym, number)
        await gym.wait(seconds=0.5)
    await gym.wait(seconds=5)
    await until_drawn(gym)

    made = edits(gym)[before:]
    assert len(made) >= 2
    assert all(later - earlier >= timedelta(seconds=2) for earlier, later in pairwise(made))


async def test_second_burst_while_an_edit_is_under_way_is_shown_after_it(gym, crowd, roll):
    """An edit that is held back on its way does not come after a newer one."""
    await gym.clock.advance(timedelta(seconds=30))
    before = len(edits(gym))
    hold = gym.sandbox.faults.hang("PATCH", "/webhooks/*", times=1)
    first, *others = crowd[:5]
    await gym.sandbox.inject(first.compose_press("roll.in", on=roll()))
    await gym.sandbox.until_held_back()
    for person in others:
        await gym.sandbox.inject(person.compose_press("roll.done", on=roll()))
    await until_kept(gym, 5)
    await gym.wait(seconds=3)
    under_way = len(edits(gym))
    hold.release()
    await gym.wait(seconds=3)
    await until_drawn(gym)

    assert under_way == before
    assert len(edits(gym)) == before + 2
    assert all(person.mention in roll().text for person in crowd[:5])


async def test_two_hundred_long_names_fit_in_every_limit(gym, roll, bob):
    roll_id = (await kept(gym)).roll.roll_id

    def people():
        for number in range(200):
            member_id = 9_200_000_000_000_000_000 + number
            yield memberships.ADD_MEMBER, (member_id, 0, "kg", "km", None)
            yield rolls.PUT_ANSWER, (roll_id, member_id, list(Said)[number % 3], 0)
        yield rolls.CHANGED, (roll_id, 0, None)

    await gym.store.database.transact(people)
    gym.bot.rolls.look()
    await gym.wait(seconds=10)
    mine = await bob.click("roll.mine", on=roll())
    older = await bob.click("Older")

    assert gym.sandbox.violations == []
    assert roll().text.count("<@") == 120
    assert [one.text.count("<@") for one in (mine, older)] == [100, 100]


@pytest.mark.parametrize(
    ("status", "code", "closed"),
    [(404, 10008, True), (404, 10003, True), (403, 50001, True), (500, 0, False), (429, 0, False)],
)
async def test_edit_that_fails_is_tried_again_unless_its_message_is_gone(
    gym, crowd, roll, status, code, closed
):
    await crowd[0].click("roll.in", on=roll())
    await gym.wait(minutes=20)
    if status == 429:
        gym.sandbox.faults.rate_limit("PATCH", "/channels/*/messages/*", retry_after=7.0)
    else:
        gym.sandbox.faults.fail("PATCH", "/channels/*/messages/*", status=status, code=code)

    await gym.store.memberships.leave(gym.sandbox.guild.id, crowd[0].id)
    gym.bot.rolls.look()
    await gym.wait(minutes=1)

    sheet = await kept(gym)
    assert (sheet.roll.closed_at is not None) == closed
    assert not sheet.roll.stale
    assert (crowd[0].mention in roll().text) == closed


async def test_one_person_in_two_servers_at_once_stands_in_each_as_they_said_there(gym, roll):
    """Pressed twice at once in both; in one of them they leave again. Their name is 32 emoji."""
    other = gym.sandbox.world.add_guild("Home gym")
    gym.sandbox.world.add_channel(other, "legs")
    here, there = (
        gym.sandbox.person("🦵" * 32, guild=guild) for guild in (gym.sandbox.guild, other)
    )
    for person in (here, there):
        await stored.join(gym.store, person.guild.id, person.id)
    second = await there.slash("group rollcall")
    presses = [
        person.compose_press(said, on=shown)
        for person, said, shown in ((here, "roll.done", roll()), (there, "roll.rest", second))
        for _ in range(2)
    ]
    await asyncio.gather(*map(gym.sandbox.inject, presses))
    await until_kept(gym, 2)
    await gym.wait(seconds=15)
    await until_drawn(gym)
    both = [roll().text.count(here.mention), there.see(second).text.count(there.mention)]
    crossed = await there.press_custom_id(f"roll.mine:{(await kept(gym)).roll.roll_id}", on=second)
    await there.slash("group leave")
    await gym.wait(seconds=15)
    await until_drawn(gym)

    assert both == [1, 1]
    assert refusal(crossed) == "roll_gone"
    assert here.mention in roll().text
    assert there.mention not in there.see(second).text
