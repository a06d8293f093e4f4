"""Within Discord's limits without being told, and no channel's trouble is another's."""

from datetime import time

import pytest

from bot.domain.facts.settings import Kind
from bot.sandbox.ratelimits import RateLimits


@pytest.fixture
def limited(gym):
    """Discord's limits, in the clock's time."""

    def now():
        return gym.clock.now().timestamp()

    gym.sandbox.rest.limits = RateLimits(now)


@pytest.mark.usefixtures("limited")
async def test_burst_of_first_dms_meets_no_rate_limit(gym):
    people = [gym.sandbox.person(f"member{n}") for n in range(30)]
    for person in people:
        await gym.join(person)
        await gym.plan(person, gym.reminder(person))
    gym.start()

    await gym.wait(hours=1, seconds=4)

    assert [len(person.inbox) for person in people] == [1] * 30
    assert [one for one in gym.sandbox.requests if one.status != 200] == []


@pytest.mark.usefixtures("limited")
async def test_busy_channel_is_filled_as_fast_as_discord_lets(gym):
    for _ in range(19):
        await gym.post(at=time(13), kind=Kind.TEXT, text="=" * 1000)
    gym.start()
    ann = gym.sandbox.person("ann")

    await gym.wait(hours=1, seconds=4)
    assert 4 <= len(ann.sees()) <= 5
    await gym.wait(seconds=8)

    assert sum(message.text.count("=" * 1000) for message in ann.sees()) == 19
    assert len(ann.sees()) == 7  # three to a message
    assert [one.status for one in gym.sends()] == [200] * 7


async def test_channel_gets_one_at_a_time_and_others_do_not_wait_for_it(gym):
    other = gym.sandbox.world.add_channel(gym.sandbox.guild, "lounge")
    for _ in range(15):
        await gym.post(at=time(13), kind=Kind.TEXT, text="=" * 1000)
    await gym.post(at=time(13), kind=Kind.WARM_UP, channel_id=int(other["id"]))
    gym.start(batch=3)
    answer = gym.sandbox.faults.hang("POST", f"/channels/{gym.sandbox.general['id']}/messages")
    ann = gym.sandbox.person("ann")

    await gym.wait(hours=1, seconds=5)
    assert (len(ann.sees()), len(ann.sees(other))) == (0, 1)
    answer.release()
    await gym.wait(seconds=20)

    assert sum(message.text.count("=" * 1000) for message in ann.sees()) == 15
