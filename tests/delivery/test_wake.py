"""A look at the store comes before what is due, not between its moment and its message."""

from datetime import timedelta

import pytest


class Asked:
    """The store's reminders; notes what delivery asks of them."""

    def __init__(self, reminders):
        self._reminders = reminders
        self.names = []

    def __getattr__(self, name):
        self.names.append(name)
        return getattr(self._reminders, name)


@pytest.fixture
def asked(gym):
    gym.store.reminders = Asked(gym.store.reminders)
    return gym.store.reminders.names


async def test_wake_looks_now_only_for_what_the_next_look_would_miss(gym, asked):
    gym.start(look_every=60)
    await gym.wait(seconds=1)
    asked.clear()

    gym.delivery.wake(gym.clock.now() + timedelta(hours=1))
    await gym.wait(seconds=1)
    for_later = len(asked)
    gym.delivery.wake(gym.clock.now() + timedelta(seconds=30))
    await gym.wait(seconds=1)

    assert (for_later, asked) == (0, ["next_wake"])


async def test_what_was_waited_for_is_claimed_at_its_moment_without_another_look(gym, ann, asked):
    await gym.plan(ann, gym.reminder(ann, hours=0.005))  # 18 s
    gym.start()
    await gym.wait(seconds=1)
    asked.clear()

    await gym.wait(seconds=18)

    assert len(ann.inbox) == 1
    assert asked == ["claim", "next_wake", "settle", "next_wake"]


async def test_what_was_waited_for_and_is_gone_is_followed_by_a_look(gym, ann, asked):
    await gym.plan(ann, gym.reminder(ann, hours=0.005))
    gym.start()
    await gym.wait(seconds=1)
    await gym.plan(ann)  # nobody wakes the engine
    asked.clear()

    await gym.wait(seconds=18)

    assert asked == ["claim", "next_wake"]


async def test_a_wake_that_disturbs_the_rest_leads_to_a_look(gym, ann, asked):
    await gym.plan(ann, gym.reminder(ann, hours=0.005))
    gym.start()
    await gym.wait(seconds=1)
    await gym.plan(ann, gym.reminder(ann, hours=0.0025))  # 9 s
    gym.delivery.wake()
    asked.clear()

    await gym.wait(seconds=10)

    assert len(ann.inbox) == 1
    assert asked[0] == "next_wake"
