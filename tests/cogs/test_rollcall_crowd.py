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
from tests.cogs.conftest import NEVER_QUIET

CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
UPDATE = 7
LABELS = {"I'm in": Said.IN, "Done": Said.DONE, "Resting": Said.REST}


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
        await gym.store.memberships.join(gym.sandbox.guild.id, person.id)
    return people


@pytest.fixture
async def roll(gym, bob):
    """A roll call; return a function that looks at its message."""
    shown = await bob.slash("group rollcall")
    return lambda: bob.see(shown)


def edits(gym):
    """Return when each edit of a message left."""
    return [
        one.at
        for one in gym.sandbox.requests
        if one.status in {200, 204}
        and (one.method == "PATCH" or (one.template == CALLBACK and one.body["type"] == UPDATE))
    ]


def bodies(gym):
    """Return what each edit said."""
    changed = (one for one in gym.sandbox.requests if one.method == "PATCH")
    updated = (
        one.body["data"]
        for one in gym.sandbox.requests
        if one.template == CALLBACK and one.body["type"] == UPDATE
    )
    shown = [*(one.body for one in changed), *updated]
    return [one for one in shown if "<@" in str(one)]


async def kept(gym):
    (row,) = await gym.store.database.fetch("SELECT roll_id FROM rolls")
    return await gym.store.rolls.look(row["roll_id"])


def held_back(gym, rng, times):
    """Hold so many answers back, each for its own while: they arrive in another order."""
    for _ in range(times):
        gym.sandbox.faults.hang(
            "POST", "/interactions/*/callback", seconds=rng.uniform(0.0, 0.4), times=1
        )


async def pressed(gym, people, shown, rng):
    """Let everybody press at one instant, in random order; return what each said."""
    said = {person.id: rng.choice(list(LABELS)) for person in people}
    presses = [person.compose_press(said[person.id], on=shown) for person in people]
    rng.shuffle(presses)
    await asyncio.gather(*map(gym.sandbox.inject, presses))
    return {who: LABELS[words] for who, words in said.items()}


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


async def test_second_burst_while_an_edit_is_under_way_is_shown_after_it(gym, crowd, roll):
    """An answer that is held back on its way does not come after a newer one."""
    await gym.clock.advance(timedelta(seconds=30))
    before = len(edits(gym))
    hold = gym.sandbox.faults.hang("POST", "/interactions/*/callback", times=1)
    first, *others = crowd[:5]
    slow = asyncio.create_task(gym.sandbox.inject(first.compose_press("I'm in", on=roll())))
    await gym.sandbox.until_held_back()
    for person in others:
        await gym.sandbox.inject(person.compose_press("Done", on=roll()))
    under_way = len(
        gym.sandbox.sent("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}")
    )
    hold.release()
    await slow
    await gym.wait(seconds=3)

    assert under_way == before
    assert all(person.mention in roll().text for person in crowd[:5])


async def test_two_hundred_long_names_fit_in_every_limit(gym, roll, bob):
    roll_id = (await kept(gym)).roll.roll_id

    def people():
        for number in range(200):
            member_id = 9_200_000_000_000_000_000 + number
            yield memberships.ADD_MEMBER, (member_id, 0)
            yield rolls.PUT_ANSWER, (roll_id, member_id, list(Said)[number % 3], 0)
        yield rolls.CHANGED, (roll_id, 0, None)

    await gym.store.database.transact(people)
    gym.bot.rolls.look()
    await gym.wait(seconds=10)
    mine = await bob.click("Mine & who", on=roll())
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
    await gym.sandbox.inject(crowd[0].compose_press("I'm in", on=roll()))
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
