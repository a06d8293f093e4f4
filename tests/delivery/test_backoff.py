"""Back-off goes by what Discord answers, not by how often the bot was killed."""

from datetime import time, timedelta
from itertools import pairwise

import pytest

SEND = ("POST", "/channels/*/messages")


async def waited(gym, person):
    """Seconds from a failed try to the next."""
    (row,) = await gym.rows(person)
    failed = [one.at for one in gym.sends() if one.status >= 400]
    return (row.wake_at - failed[-1]).total_seconds()


async def test_kills_make_no_wait_longer(gym, ann):
    await gym.plan(ann, gym.reminder(ann, life=12))
    await gym.wait(hours=1)
    for _ in range(10):
        await gym.crash_after_claim()
        await gym.wait(minutes=2)
    gym.sandbox.faults.fail(*SEND, status=502)
    gym.start()

    await gym.wait(seconds=5)

    assert [one.status for one in gym.sends()] == [502, 200]
    assert gym.sends()[1].at - gym.sends()[0].at <= timedelta(seconds=2)


async def test_what_is_told_counts_what_discord_refused_and_no_kill(gym, ann):
    post = await gym.post(at=time(13))
    await gym.plan(ann, gym.reminder(ann, life=12))
    await gym.wait(hours=1)
    for _ in range(3):
        await gym.crash_after_claim()
        await gym.wait(minutes=2)
    gym.sandbox.faults.fail(*SEND, status=502, times=None)
    gym.start()

    await gym.wait(seconds=5)

    (row,) = await gym.rows(ann)
    (coming, *_), _ = await gym.store.reminders.of_posts(post.guild_id, gym.now)
    to_ann = [one for one in gym.sends() if str(ann.dm["id"]) in one.path]
    assert row.failures == len(to_ann) > 0
    assert coming.failures == len(gym.sends()) - len(to_ann) > 0


async def test_failures_running_make_each_wait_longer_kills_between_them_or_not(gym, ann):
    await gym.plan(ann, gym.reminder(ann, life=12))
    gym.sandbox.faults.fail(*SEND, status=400, code=40062, times=None)
    await gym.wait(hours=1)
    waits = []
    for _ in range(6):
        gym.start()
        (row,) = await gym.rows(ann)
        await gym.wait(seconds=max((row.wake_at - gym.now).total_seconds(), 0) + 0.5)
        waits.append(await waited(gym, ann))
        await gym.kill()

    assert len(gym.sends()) == 6
    assert all(before < after for before, after in pairwise(waits))


@pytest.mark.parametrize("scope", ["user", "shared", "global"])
async def test_limit_that_is_over_holds_nobody_up_however_long_it_was(gym, ann, scope):
    await gym.plan(ann, gym.reminder(ann, life=12))
    limit = gym.sandbox.faults.rate_limit(*SEND, retry_after=0.3, scope=scope, times=None)
    gym.start()
    await gym.wait(hours=1, minutes=20)

    limit.times = 0
    await gym.wait(seconds=20)

    assert [one.status for one in gym.sends()][-2:] == [429, 200]
