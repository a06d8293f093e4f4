"""The board: who wants to be on it, by a band that only rises."""

import pytest

from tests import stored
from tests.cogs.conftest import NEVER_QUIET
from tests.controls import buttons
from tests.refusals import refusal

ASKED = ("GET", "/guilds/{guild_id}/members/{user_id}")
WEEK = "INSERT INTO plan_weeks (member_id, monday, planned, met, rested, state) VALUES ($1, $2, 1, 1, 0, $3)"  # noqa: E501


@pytest.fixture
async def keeper(gym, ann):
    """Ann, who takes part here and plans a leg day a week; return what ends a week of hers."""
    await gym.set_up_server(quiet=NEVER_QUIET)
    await ann.slash("plan add", what="legs", days="tue", time="18:00")
    await ann.click("keep.only")
    await stored.join(gym.store, gym.sandbox.guild.id, ann.id)

    async def week(day, state):
        await gym.store.database.execute(WEEK, ann.id, f"2025-{day}", state)

    return week


async def join(person):
    await person.slash("group board")
    return await person.click("board.join")


async def test_a_line_rises_and_never_falls(gym, keeper, ann, bob, snapshot):
    for day in ("01-06", "01-13", "01-20", "01-27"):
        await keeper(day, "kept")
    joined = await join(ann)
    for day in ("02-03", "02-10", "02-17"):
        await keeper(day, "missed")
    seen = await bob.slash("group board")
    left = await ann.slash("group board")
    left = await ann.click("board.leave")

    assert joined.ephemeral
    assert seen.text == joined.text
    assert ann.mention not in left.text
    assert joined.text == snapshot


async def test_minors_are_not_put_on_it(gym, keeper, ann):
    await ann.slash("profile")
    await ann.select("profile.choose:age", "under_18")
    offered = await ann.slash("group board")
    forged = await ann.press_custom_id("board.join", on=offered)

    assert refusal(forged) == "buddies_adults"
    assert offered.buttons == []


async def test_who_takes_no_part_is_asked_and_is_on_it_with_one_press(gym, ann, snapshot):
    asked = await join(ann)
    before = await gym.store.memberships.has(gym.sandbox.guild.id, ann.id)
    joined = await ann.click("group.join")

    assert not before
    assert joined.id == asked.id
    assert joined.buttons == ["Leave the board"]
    assert await gym.store.memberships.has(gym.sandbox.guild.id, ann.id)
    assert asked.text == snapshot
    assert joined.text == snapshot


async def test_who_does_not_want_to_take_part_is_not_on_it(gym, ann):
    await join(ann)
    await ann.click("group.no")
    seen = await ann.slash("group board")

    assert seen.buttons == ["Join the board"]
    assert not await gym.store.memberships.has(gym.sandbox.guild.id, ann.id)


async def test_board_of_a_server_without_group_life_says_that_it_is_off(gym, coach, ann):
    await coach.slash("config group")
    await coach.click("config.group:off")
    refused = [await join(ann), await join(coach)]
    await coach.click("config.group:on", on=refused[1])
    on = await join(ann)

    assert [refusal(one) for one in refused] == ["group_off"] * 2
    assert [one.buttons != [] for one in refused] == [False, True]
    assert "group.join" in buttons(on)


async def test_who_left_the_server_is_asked_after_and_goes(gym, keeper, ann, bob, coach):
    for day in ("01-06", "01-13"):
        await keeper(day, "kept")
    await join(ann)
    soon = await bob.slash("group board")
    asked = len(gym.sandbox.sent(*ASKED))
    gym.sandbox.world.remove_member(gym.sandbox.guild, ann.id)
    await gym.wait(days=8)
    later = await bob.slash("group board")

    assert asked == 0
    assert ann.mention in soon.text
    assert ann.mention not in later.text
    assert not await gym.store.memberships.has(gym.sandbox.guild.id, ann.id)


async def test_names_that_are_drawn_are_asked_after_once_a_week_and_no_others(
    gym, keeper, ann, bob, coach
):
    for day in ("01-06", "01-13"):
        await keeper(day, "kept")
    await stored.join(gym.store, gym.sandbox.guild.id, coach.id)
    for person in (ann, coach):  # the coach has reached no band
        await join(person)
    asked = []
    for days in (8, 0, 8):
        await gym.wait(days=days)
        await bob.slash("group board")
        asked.append([one.path for one in gym.sandbox.sent(*ASKED)])

    of_ann = f"/guilds/{gym.sandbox.guild.id}/members/{ann.id}"
    assert asked == [[of_ann], [of_ann], [of_ann] * 2]
