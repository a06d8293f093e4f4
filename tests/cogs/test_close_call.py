"""Who is in and has a plan is told alone, once a roll call, which run a leg day today spoils."""

import pytest

from tests.cogs.conftest import NEVER_QUIET
from tests.cogs.test_rollcall import rolls, taking_part

FOLLOW_UP = ("POST", "/webhooks/{webhook_id}/{webhook_token}")


@pytest.fixture
async def planners(gym, ann, bob):
    """Ann and bob run intervals tomorrow; ann takes part in the server's group life."""
    for person in (ann, bob):
        await gym.join(person)
        await person.slash("plan add", what="intervals", days="tue", time="18:00")
    await gym.set_up_server(quiet=NEVER_QUIET)
    await taking_part(ann)
    await gym.people["coach"].slash("group rollcall")


def private(person):
    return [one for one in person.sees() if one.ephemeral]


async def told(gym, person, before):
    """Return what the person alone is told after so many follow-ups."""
    await gym.sandbox.until_requested(*FOLLOW_UP, times=before + 1)
    return private(person)[-1]


async def test_it_is_told_once_to_the_planner_alone_and_only_for_being_in(
    gym, planners, ann, bob, snapshot
):
    coach = gym.people["coach"]
    await taking_part(coach)
    shown, before = rolls(gym)[-1], len(gym.sandbox.sent(*FOLLOW_UP))
    for person, said in ((ann, "roll.rest"), (coach, "roll.in")):
        await person.click(said, on=shown)
        await gym.wait(seconds=3)
    unasked = len(gym.sandbox.sent(*FOLLOW_UP))
    await ann.click("roll.in", on=shown)
    warned = await told(gym, ann, before)
    await gym.wait(seconds=3)
    await ann.click("roll.rest", on=shown)
    await gym.wait(seconds=3)
    await ann.click("roll.in", on=shown)
    await ann.slash("plan week")

    assert unasked == before
    assert len(gym.sandbox.sent(*FOLLOW_UP)) == before + 1
    assert ann.mention in rolls(gym)[-1].text
    assert [one for one in bob.sees() + coach.sees() if one.id == warned.id] == []
    assert warned.text == snapshot


async def test_who_joins_by_being_in_is_told_after_it(gym, planners, bob):
    before = len(gym.sandbox.sent(*FOLLOW_UP))

    await bob.click("roll.in", on=rolls(gym)[-1])
    joined = await bob.click("group.join")
    warned = await told(gym, bob, before)

    assert warned.id != joined.id


async def test_answer_is_shown_whatever_becomes_of_the_hint(gym, planners, ann):
    gym.sandbox.faults.fail("POST", "/webhooks/*", status=404, code=10015)

    await gym.sandbox.inject(ann.compose_press("roll.in", on=rolls(gym)[-1]))
    await gym.sandbox.until_requested(*FOLLOW_UP)

    assert await gym.until_shown(ann, ann.mention)
