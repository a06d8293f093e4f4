"""A message that may have come, in a channel where others talk: looked for page by page."""

import pytest

from bot.delivery.discord_transport import PAGE, PAGES
from bot.domain.facts.settings import Where


@pytest.fixture
async def planned(gym, ann):
    """One reminder of Ann's in the channel, due now."""
    await gym.configure()
    here = {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id}
    await gym.plan(ann, gym.reminder(ann, hours=0, life=12, **here))


@pytest.fixture
def talk(gym):
    """Let Bob write so many messages into the channel."""
    bob = gym.sandbox.person("bob")

    def said(times):
        for number in range(times):
            bob.say(f"{number}")

    return said


@pytest.mark.usefixtures("planned")
@pytest.mark.parametrize(
    ("said", "ends"),
    [(PAGE + 50, [("sent", None)]), (PAGE * PAGES, [("given_up", "in_doubt")])],
    ids=["looked through", "more than is looked through"],
)
async def test_what_came_before_others_talked_is_not_sent_again(gym, ann, talk, said, ends):
    await gym.crash_after_send()
    talk(said)
    await gym.wait(hours=6)

    gym.start()
    await gym.wait(minutes=1)

    assert await gym.ends(ann) == ends
    assert len(gym.sends()) == 1


@pytest.mark.usefixtures("planned")
async def test_what_would_stand_after_all_that_is_looked_through_did_not_come(gym, ann, talk):
    talk(PAGE * PAGES)
    await gym.wait(minutes=10)
    await gym.crash_after_claim()
    await gym.wait(hours=6)

    gym.start()
    await gym.wait(minutes=1)

    assert await gym.ends(ann) == [("sent", None)]
    assert len(gym.sends()) == 1
