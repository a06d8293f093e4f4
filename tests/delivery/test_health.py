"""The figures an operator sees: what came and how late, what did not and why, what was refused."""

from datetime import timedelta

import pytest

from bot.delivery.health import bucket


@pytest.mark.parametrize(
    ("seconds", "name"),
    [(0, "1 s"), (1, "1 s"), (1.1, "5 s"), (60, "1 min"), (299, "5 min"), (301, "more")],
)
def test_lateness_is_counted_by_class(seconds, name):
    assert bucket(timedelta(seconds=seconds)) == name


async def test_health_tells_what_came_what_did_not_and_what_was_refused(gym, ann):
    bea, cy = gym.sandbox.person("bea"), gym.sandbox.person("cy")
    for person in (bea, cy):
        await gym.join(person)
    await gym.plan(ann, gym.reminder(ann, hours=1), gym.reminder(ann, hours=2, ordinal=2))
    await gym.plan(bea, gym.reminder(bea, hours=1))
    await gym.plan(cy, gym.reminder(cy, hours=1, life=0.01))
    gym.sandbox.close_dms(bea)
    gym.start()
    await gym.wait(minutes=59)
    await gym.sandbox.api_down()
    await gym.wait(minutes=3)
    await gym.sandbox.up()
    await gym.wait(hours=2)

    health = gym.delivery.health()
    ended = {state: health.ended[state] for state in ("sent", "skipped", "given_up")}
    assert ended == {"sent": 2, "skipped": 1, "given_up": 1}
    assert health.reasons == {"stale": 1, "dm_closed": 1}
    assert health.lateness == {"5 min": 1, "1 s": 1}
    assert health.refused == {403: 1}
    assert "late by at most: 5 min 1, 1 s 1; refused: 403 1 (" in str(health)


async def test_store_tells_the_queue_and_the_last_day(gym, ann):
    await gym.plan(ann, gym.reminder(ann, hours=1), gym.reminder(ann, hours=2, ordinal=2))
    await gym.wait(hours=2, minutes=30)

    queue = await gym.store.reminders.queue(gym.now)
    assert (queue.waiting, gym.now - queue.oldest) == (2, timedelta(hours=1, minutes=30))
    gym.start()
    await gym.wait(minutes=1)

    day = await gym.store.reminders.last_day(gym.now)
    assert (day.sent, day.late, day.skipped, day.why) == (1, 1, 1, {"stale": 1})
    assert (await gym.store.reminders.queue(gym.now)).waiting == 0
