"""The board: who wants to be on it, by a band that only rises."""

import pytest

from tests.cogs.conftest import NEVER_QUIET
from tests.refusals import refusal

WEEK = "INSERT INTO plan_weeks (member_id, monday, planned, met, rested, state) VALUES ($1, $2, 1, 1, 0, $3)"  # noqa: E501


@pytest.fixture
async def keeper(gym, ann):
    """Ann, who takes part here and plans a leg day a week; return what ends a week of hers."""
    await gym.set_up_server(quiet=NEVER_QUIET)
    await ann.slash("plan add", what="legs", days="tue", time="18:00")
    await ann.click("Save only")
    await gym.store.memberships.join(gym.sandbox.guild.id, ann.id)

    async def week(day, state):
        await gym.store.database.execute(WEEK, ann.id, f"2025-{day}", state)

    return week


async def join(person):
    await person.slash("group board")
    return await person.click("Join the board")


async def test_a_line_rises_and_never_falls(gym, keeper, ann, bob, snapshot):
    for day in ("01-06", "01-13", "01-20", "01-27"):
        await keeper(day, "kept")
    joined = await join(ann)
    for day in ("02-03", "02-10", "02-17"):
        await keeper(day, "missed")
    seen = await bob.slash("group board")
    left = await ann.slash("group board")
    left = await ann.click("Leave the board")

    assert joined.ephemeral
    assert seen.text == joined.text
    assert ann.mention not in left.text
    assert joined.text == snapshot


async def test_minors_and_who_takes_no_part_are_not_put_on_it(gym, keeper, ann, bob):
    shown = await join(bob)
    await ann.slash("profile")
    await ann.select("profile.choose:age", "under_18")
    offered = await ann.slash("group board")
    forged = await ann.press_custom_id("board.join", on=offered)

    assert [refusal(shown), refusal(forged)] == ["join_first", "buddies_adults"]
    assert offered.buttons == []
