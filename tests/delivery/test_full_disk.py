"""A store that cannot be written for a while: the bot waits, shows that it lives, loses nothing."""

import sqlite3

import pytest


class FullDisk:
    """The store's reminders on a disk that takes nothing of what ``refuses`` names."""

    def __init__(self, reminders):
        self._reminders = reminders
        self.refuses = set()
        self.refused = 0

    def __getattr__(self, name):
        if name in self.refuses:
            self.refused += 1
            raise sqlite3.OperationalError("database or disk is full")
        return getattr(self._reminders, name)


@pytest.fixture
def disk(gym):
    gym.store.reminders = FullDisk(gym.store.reminders)
    return gym.store.reminders


@pytest.mark.parametrize("refuses", ["take_over", "next_wake", "claim"])
async def test_full_disk_is_waited_out_with_signs_of_life(gym, ann, disk, refuses):
    await gym.plan(ann, gym.reminder(ann, hours=0, life=2))
    disk.refuses = {refuses}
    gym.start()

    silent = []
    for _ in range(30):
        await gym.wait(minutes=1)
        silent.append(gym.clock.monotonic() - gym.delivery.last_tick)
    disk.refuses.clear()
    await gym.wait(minutes=2)

    assert max(silent) <= 60
    assert len(ann.inbox) == 1


async def test_outcome_that_cannot_be_kept_is_kept_later_and_tried_without_haste(gym, ann, disk):
    await gym.plan(ann, gym.reminder(ann, hours=0, life=2))
    disk.refuses = {"settle"}
    gym.start()

    for _ in range(10):
        await gym.wait(minutes=1)
        gym.delivery.wake()
    tries = disk.refused
    disk.refuses.clear()
    await gym.wait(minutes=2)

    assert tries <= 30
    assert (len(ann.inbox), len(gym.sends())) == (1, 1)
    assert await gym.ends(ann) == [("sent", None)]
