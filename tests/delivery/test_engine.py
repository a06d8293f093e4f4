"""A reminder comes once and on time, whatever happens to the process that delivers it."""

import asyncio

import pytest

from bot.domain.facts.settings import Kind, Where
from bot.store.reminders.reminders import Reminders
from tests.controls import buttons


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request):
    """Return each engine a bot's store may be on."""
    return request.param


async def test_reminder_arrives_once_at_its_time(gym, ann):
    await gym.plan(ann, gym.reminder(ann, hours=1))
    gym.start()

    await gym.wait(minutes=59, seconds=59)
    assert ann.inbox == []
    await gym.wait(seconds=2)
    await gym.wait(hours=5)

    assert [message.raw["timestamp"][:19] for message in ann.inbox] == ["2026-03-02T13:00:00"]
    assert ann.inbox[0].text.startswith("### Water\nDrink to thirst")
    assert buttons(ann.inbox[0]) == ["rem.done", "rem.snooze", "rem.stop"]
    assert await gym.ends(ann) == [("sent", None)]


async def test_reminder_planned_later_but_due_earlier_wakes_the_engine(gym, ann):
    gym.start()
    await gym.wait(seconds=5)
    await gym.plan(ann, gym.reminder(ann, hours=0.005))  # 18 s
    gym.delivery.wake()

    await gym.wait(seconds=19)

    assert len(ann.inbox) == 1


async def test_reminder_written_by_another_process_is_found_within_a_minute(gym, ann):
    gym.start(look_every=60)
    await gym.wait(seconds=5)
    await gym.plan(ann, gym.reminder(ann, hours=0))

    await gym.wait(seconds=61)

    assert len(ann.inbox) == 1


async def test_crash_between_claim_and_send_sends_once_at_the_next_start(gym, ann):
    await gym.plan(ann, gym.reminder(ann, hours=0))
    await gym.crash_after_claim()

    gym.start()
    await gym.wait(seconds=5)
    assert len(ann.inbox) == 1
    await gym.wait(minutes=10)

    assert len(ann.inbox) == 1
    assert await gym.ends(ann) == [("sent", None)]


async def test_crash_between_send_and_settle_does_not_send_again(gym, ann):
    await gym.plan(ann, gym.reminder(ann))
    await gym.crash_after_send(hours=1)
    assert len(ann.inbox) == 1

    gym.start()
    await gym.wait(minutes=3)

    assert len(ann.inbox) == 1
    assert await gym.ends(ann) == [("sent", None)]
    assert (await gym.rows(ann))[0].sent_at is not None


@pytest.mark.parametrize("kind", [Kind.HYDRATE, Kind.CHECKIN])
async def test_crash_is_reconciled_from_history_once_the_nonce_is_forgotten(gym, ann, kind):
    await gym.plan(ann, gym.reminder(ann, life=12, kind=kind))
    await gym.crash_after_send(hours=1)

    await gym.wait(hours=6)
    gym.start()
    await gym.wait(minutes=1)

    assert len(ann.inbox) == 1
    assert await gym.ends(ann) == [("sent", None)]


async def test_crash_in_a_channel_of_hidden_history_is_not_sent_twice(gym, ann):
    await gym.configure()
    await gym.plan(
        ann, gym.reminder(ann, life=12, where=Where.CHANNEL, guild_id=gym.sandbox.guild.id)
    )
    await gym.crash_after_send(hours=1)

    gym.sandbox.deny(gym.sandbox.general, "read_message_history")
    await gym.wait(hours=6)
    gym.start()
    await gym.wait(minutes=1)

    assert len(ann.sees()) == 1
    assert await gym.ends(ann) == [("given_up", "in_doubt")]


async def test_crash_before_send_in_a_silent_channel_of_hidden_history_is_sent(gym, ann):
    await gym.configure()
    await gym.plan(
        ann, gym.reminder(ann, hours=0, life=12, where=Where.CHANNEL, guild_id=gym.sandbox.guild.id)
    )
    await gym.crash_after_claim()

    gym.sandbox.deny(gym.sandbox.general, "read_message_history")
    await gym.wait(hours=6)
    gym.start()
    await gym.wait(minutes=1)

    assert len(ann.sees()) == 1
    assert await gym.ends(ann) == [("sent", None)]


async def test_hidden_history_matters_not_while_the_nonce_holds(gym, ann):
    await gym.configure()
    gym.sandbox.deny(gym.sandbox.general, "read_message_history")
    await gym.plan(ann, gym.reminder(ann, where=Where.CHANNEL, guild_id=gym.sandbox.guild.id))
    gym.sandbox.faults.reset("POST", "/channels/*/messages", after_effect=True)
    gym.start()

    await gym.wait(hours=1, minutes=5)

    assert len(ann.sees()) == 1
    assert await gym.ends(ann) == [("sent", None)]


async def test_two_engines_on_one_store_deliver_once(gym):
    people = [gym.sandbox.person(f"member{n}") for n in range(20)]
    for person in people:
        await gym.join(person)
        await gym.plan(person, gym.reminder(person))
    gym.start()
    gym.start()

    await gym.wait(hours=1, minutes=5)

    assert [len(person.inbox) for person in people] == [1] * 20
    assert len(gym.sends()) == 20


async def test_kinds_are_worded_differently_each_time(gym, ann):
    gym.start()
    texts = []
    for n in range(1, 5):
        await gym.plan(ann, gym.reminder(ann, ordinal=n))
        await gym.wait(hours=2)
        texts.append(ann.inbox[-1].text)

    assert len(set(texts[:3])) == 3
    assert texts[3] == texts[0]


async def test_stop_lets_what_is_under_way_end_and_claims_no_more(gym, ann):
    bea = gym.sandbox.person("bea")
    await gym.join(bea)
    await gym.plan(ann, gym.reminder(ann))
    await gym.plan(bea, gym.reminder(bea, hours=1.01))
    gym.start()
    slow = gym.sandbox.faults.hang("POST", "/channels/*/messages")
    await gym.wait(hours=1, seconds=2)

    stopping = asyncio.create_task(gym.delivery.stop(8))
    await gym.wait(seconds=1)
    slow.release()
    await stopping
    await gym.wait(minutes=5)

    assert await gym.ends(ann) == [("sent", None)]
    assert await gym.ends(bea) == [("open", None)]


async def test_stop_gives_back_what_does_not_end_in_time(gym, ann):
    await gym.plan(ann, gym.reminder(ann))
    gym.start()
    answer = gym.sandbox.faults.hang("POST", "/channels/*/messages", after_effect=True)
    await gym.wait(hours=1, seconds=2)

    stopping = asyncio.create_task(gym.delivery.stop(8))
    await gym.wait(seconds=9)
    await stopping
    await gym.kill()
    answer.release()
    gym.start()
    await gym.wait(seconds=5)

    assert len(ann.inbox) == 1
    assert await gym.ends(ann) == [("sent", None)]


class Troubled:
    """The store's reminders, out of order for the first calls of one method."""

    def __init__(self, reminders: Reminders, method: str) -> None:
        self.calls = 0
        self._reminders = reminders
        self._method = method

    def __getattr__(self, name: str) -> object:
        if name == self._method:
            self.calls += 1
            if self.calls <= 3:
                raise OSError("disk on fire")
        return getattr(self._reminders, name)


@pytest.mark.parametrize("method", ["next_wake", "claim", "settle"])
async def test_engine_outlives_a_store_in_trouble(gym, ann, caplog, method):
    await gym.plan(ann, gym.reminder(ann, hours=0.01))
    kept = gym.store.reminders
    gym.store.reminders = Troubled(kept, method)
    gym.start()

    await gym.wait(minutes=1)

    gym.store.reminders = kept
    assert len(ann.inbox) == 1
    assert await gym.ends(ann) == [("sent", None)]
    assert "the store failed 3 times in a row" in caplog.text
    assert "4 times" not in caplog.text


async def test_batch_larger_than_the_room_is_worked_off(gym):
    people = [gym.sandbox.person(f"member{n}") for n in range(12)]
    for person in people:
        await gym.join(person)
        await gym.plan(person, gym.reminder(person))
    gym.start(batch=5)

    await gym.wait(hours=1, seconds=30)

    assert [len(person.inbox) for person in people] == [1] * 12
    assert gym.delivery.health().ended == {"sent": 12}


async def test_last_tick_keeps_up_while_nothing_is_due(gym):
    gym.start(look_every=60)
    await gym.wait(minutes=10)

    assert gym.clock.monotonic() - gym.delivery.last_tick <= 60
