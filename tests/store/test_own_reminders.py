"""What members see of their reminders, and Done, Snooze and Stop."""

from datetime import timedelta

import pytest

from bot.domain.facts.occurrences import ReminderRow, Settlement
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import Kind, ReminderSettings, Where

ANN = 180_000_000_000_000_001
BEN = 180_000_000_000_000_002
LEASE = timedelta(minutes=2)


@pytest.fixture
async def sent(store, log, planned, now):
    """Return the id of a reminder that was sent to Ann an hour from now."""
    await log(ANN, 1, planned(1))
    at = now + timedelta(hours=1)
    await store.reminders.claim(at, lease=LEASE, limit=1)
    outcome = Settlement(reminder_id=1, attempt=1, state=State.SENT, message_id=5)
    await store.reminders.settle([outcome], at)
    return 1


async def test_upcoming_shows_seven_days_back_and_all_to_come(
    store, log, planned, sent, clock, now
):
    await log(ANN, 2, planned(2, Kind.SLEEP, hours=200))

    shown = await store.reminders.upcoming(ANN)

    due_at = now + timedelta(hours=1)
    hydrate = ReminderRow(
        reminder_id=sent,
        kind=Kind.HYDRATE,
        where=Where.DM,
        state=State.SENT,
        due_at=due_at,
        sent_at=due_at,
        session_id=1,
        first_attempt_at=due_at,
        wake_at=due_at + LEASE,
    )
    sleep = ReminderRow(
        reminder_id=2,
        kind=Kind.SLEEP,
        where=Where.DM,
        state=State.OPEN,
        due_at=now + timedelta(hours=200),
        session_id=2,
        wake_at=now + timedelta(hours=200),
    )
    assert shown == (hydrate, sleep)
    clock.advance(days=7, hours=2)
    assert await store.reminders.upcoming(ANN) == (sleep,)
    assert await store.reminders.upcoming(BEN) == ()


async def test_a_reminder_is_its_owners_alone(store, sent, now):
    assert (await store.reminders.get(ANN, sent)).state is State.SENT
    assert await store.reminders.get(BEN, sent) is None
    assert not await store.reminders.mark_done(BEN, sent)
    assert await store.reminders.snooze(BEN, sent, now + timedelta(hours=3), now) is None
    assert (await store.reminders.stop(BEN)).cancelled == 0
    assert (await store.reminders.get(ANN, sent)).done_at is None


async def test_done_keeps_the_first_press_and_ends_the_snooze(store, sent, clock, now):
    await store.reminders.snooze(ANN, sent, now + timedelta(hours=5), now)

    assert await store.reminders.mark_done(ANN, sent)
    clock.advance(hours=1)
    assert await store.reminders.mark_done(ANN, sent)

    assert (await store.reminders.get(ANN, sent)).done_at == now
    assert await store.reminders.next_wake() is None


async def test_snooze_is_a_reminder_of_its_own_with_a_window_as_long(store, sent, now):
    until = now + timedelta(hours=4)

    snoozed = await store.reminders.snooze(ANN, sent, until, now)

    assert snoozed not in (None, sent)
    (claim,) = await store.reminders.claim(until, lease=LEASE, limit=9)
    assert (claim.reminder_id, claim.ordinal) == (snoozed, None)
    assert (claim.due_at, claim.stale_at) == (until, until + timedelta(hours=1))
    assert claim.variant == 1


async def test_pressing_snooze_twice_moves_the_one_there_is(store, sent, now):
    first = await store.reminders.snooze(ANN, sent, now + timedelta(hours=4), now)
    second = await store.reminders.snooze(ANN, sent, now + timedelta(hours=8), now)

    assert first == second
    assert len(await store.reminders.upcoming(ANN)) == 2
    assert await store.reminders.next_wake() == now + timedelta(hours=8)


async def test_a_snooze_that_is_out_is_not_planned_again(store, sent, now):
    at = now + timedelta(hours=4)
    snoozed = await store.reminders.snooze(ANN, sent, at, now)
    await store.reminders.claim(at, lease=LEASE, limit=1)
    await store.reminders.settle([Settlement(reminder_id=snoozed, attempt=1, state=State.SENT)], at)

    assert await store.reminders.snooze(ANN, sent, at + timedelta(hours=4), at) is None
    again = await store.reminders.snooze(ANN, snoozed, at + timedelta(hours=4), at)
    assert again not in (None, sent, snoozed)


async def test_a_new_plan_leaves_snoozes(store, sent, change, now):
    await store.reminders.snooze(ANN, sent, now + timedelta(hours=4), now)

    await change(ANN, plan=())

    assert await store.reminders.next_wake() == now + timedelta(hours=4)


async def test_stop_ends_everything_and_a_change_decided_before_it_is_not_kept(
    store, log, planned, change, sent, now
):
    await change(ANN, reminders=ReminderSettings(on=True))
    await log(ANN, 2, planned(2, Kind.SLEEP, hours=9))
    await store.reminders.snooze(ANN, sent, now + timedelta(hours=4), now)
    before = await store.members.context(ANN, None)

    assert (await store.reminders.stop(ANN)).cancelled == 2

    after = await store.members.context(ANN, None)
    assert (after.reminders.on, after.revision) == (False, before.revision + 1)
    assert await store.reminders.next_wake() is None
    states = [row.state for row in await store.reminders.upcoming(ANN)]
    assert states == [State.SENT, State.CANCELLED, State.CANCELLED]
