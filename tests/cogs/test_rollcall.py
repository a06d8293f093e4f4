"""Roll calls: asked, answered under one's name, changed, taken back, closed."""

import pytest

from tests.cogs.conftest import NEVER_QUIET


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
        await person.click("Join")


async def test_first_press_asks_to_join_and_the_answer_then_stands(gym, shown, ann, snapshot):
    asked = await ann.click("I'm in", on=shown())
    before = shown().text
    joined = await ann.click("Join and say: I'm in")
    await gym.wait(seconds=5)

    assert asked.ephemeral
    assert joined.ephemeral
    assert ann.mention not in before
    assert ann.mention in shown().text
    assert (before, asked.text, joined.text, shown().text) == snapshot
