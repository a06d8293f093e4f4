"""What is due to be told is added to the next answer, whatever that is, and once."""

import asyncio

import pytest

from bot.sandbox.limits.components import BUTTON

NOTICE = "own.again"  # the button of the card that says that DMs are closed


@pytest.fixture
async def closed(gym, ann):
    """Ann, whose DMs Discord refused at her last reminder."""
    await gym.join(ann)
    await ann.slash("reminders add", kind="walk", time="18:00")
    gym.sandbox.close_dms(ann)
    await gym.wait(days=1, hours=1)
    return ann


def notices(person):
    """What they were told apart from an answer; `/reminders show` has the same button."""
    told = [seen for seen in person.sees() if seen.text.startswith("### I cannot DM you")]
    assert all(seen.find(NOTICE, frozenset({BUTTON})) is not None for seen in told)
    return told


async def command(ann):
    await ann.slash("help")


async def refusal(ann):
    await ann.slash("run log", distance="blue")


async def press(ann):
    shown = ann.sees()[-1]
    await ann.press_custom_id("learn:sleep", on=shown)


async def forged_press(ann):
    await ann.press_custom_id("gone.and.never.sent", on=ann.sees()[-1])


async def form(ann):
    await ann.slash("run log")
    assert notices(ann) == []  # nothing can follow an open form
    await ann.fill(minutes="30")


@pytest.mark.parametrize("doing", [command, refusal, press, forged_press, form])
async def test_next_answer_tells_of_closed_dms(gym, closed, doing):
    await doing(closed)
    changed = gym.sandbox.rest.changed
    async with asyncio.timeout(10):
        while not notices(closed):
            changed.clear()
            await changed.wait()

    await closed.slash("help")
    await gym.wait(hours=1)

    (told,) = notices(closed)
    assert told.ephemeral
    assert await gym.store.member_notices.take(closed.id) == ()


async def test_answer_that_says_it_itself_gets_no_notice(gym, closed):
    await closed.slash("reminders show")
    while await gym.store.database.fetch("SELECT 1 FROM member_notices"):
        pass  # until the answer's notices have been looked up
    await closed.slash("help")
    await gym.wait(hours=1)

    assert notices(closed) == []


async def test_who_has_dms_tried_again_is_not_told_of_before(gym, closed):
    gym.sandbox.open_dms(closed)

    await closed.slash("reminders resume")
    await gym.restart()  # ends what is still being told

    assert notices(closed) == []
    assert await gym.store.member_notices.take(closed.id) == ()
