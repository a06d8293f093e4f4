"""Being woken costs a look at the store: only for what comes before the next look."""

from datetime import timedelta


class Looks:
    """The store's reminders; counts how often delivery asks what is next."""

    def __init__(self, reminders):
        self._reminders = reminders
        self.count = 0

    def __getattr__(self, name):
        self.count += name == "next_wake"
        return getattr(self._reminders, name)


async def test_wake_looks_now_only_for_what_the_next_look_would_miss(gym):
    gym.store.reminders = looks = Looks(gym.store.reminders)
    gym.start(look_every=60)
    await gym.wait(seconds=1)
    before = looks.count

    gym.delivery.wake(gym.clock.now() + timedelta(hours=1))
    await gym.wait(seconds=1)
    for_later = looks.count - before
    gym.delivery.wake(gym.clock.now() + timedelta(seconds=30))
    await gym.wait(seconds=1)

    assert (for_later, looks.count - before) == (0, 1)
