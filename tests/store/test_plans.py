"""How a member's plan is replaced: what was sent or may be out is never touched."""

from datetime import timedelta

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.occurrences import Settlement
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import Kind, Where

ANN = 180_000_000_000_000_001
BEN = 180_000_000_000_000_002
LEASE = timedelta(minutes=2)


@pytest.fixture
def states(store):
    """Return a function that tells the state of each of a member's reminders, by kind."""

    async def tell(member_id=ANN):
        exported = await store.members.export(member_id)
        return {row["kind"]: row["state"] for row in exported["reminders"]}

    return tell


@pytest.fixture
def deliver(store, now):
    """Return a function that claims what is due by an hour from now and settles it alike."""

    async def run(hour, state=State.SENT, **values):
        at = now + timedelta(hours=hour)
        claims = await store.reminders.claim(at, lease=LEASE, limit=100)
        await store.reminders.settle(
            [
                Settlement(reminder_id=c.reminder_id, attempt=c.attempt, state=state, **values)
                for c in claims
            ],
            at,
        )
        return claims

    return run


async def test_plan_is_kept_with_every_field(store, log, planned, now):
    await log(ANN, 1, planned(1, Kind.SLEEP, ordinal=2, where=Where.CHANNEL, guild_id=9))

    (row,) = (await store.members.export(ANN))["reminders"]
    kept = {name: row[name] for name in ("session_id", "kind", "ordinal", "where_to", "guild_id")}
    assert kept == {
        "session_id": 1,
        "kind": "sleep",
        "ordinal": 2,
        "where_to": "channel",
        "guild_id": 9,
    }
    assert row["due_at"] == row["wake_at"] == (now + timedelta(hours=1)).isoformat()
    assert row["stale_at"] == (now + timedelta(hours=2)).isoformat()


async def test_what_goes_nowhere_is_not_kept(store, log, planned):
    await log(ANN, 1, planned(1, where=Where.OFF))

    assert await store.reminders.upcoming(ANN) == ()


async def test_a_new_plan_cancels_the_open_one_and_moves_what_is_in_both(
    store, log, planned, change, states, now
):
    await log(ANN, 1, planned(1, Kind.HYDRATE), planned(1, Kind.SLEEP))

    await change(ANN, plan=(planned(1, Kind.SLEEP, hours=5), planned(1, Kind.FOAM_ROLL)))

    assert await states() == {"hydrate": "cancelled", "sleep": "open", "foam_roll": "open"}
    due = {row.kind: row.due_at for row in await store.reminders.upcoming(ANN)}
    assert due[Kind.SLEEP] == now + timedelta(hours=5)
    assert await store.reminders.next_wake() == now + timedelta(hours=1)


async def test_no_plan_leaves_the_open_one(log, planned, change, states):
    await log(ANN, 1, planned(1))

    await change(ANN, plan=None)

    assert await states() == {"hydrate": "open"}


async def test_a_cancelled_reminder_can_come_back(log, planned, change, states):
    await log(ANN, 1, planned(1))
    await change(ANN, plan=())
    assert await states() == {"hydrate": "cancelled"}

    await change(ANN, plan=(planned(1),))

    assert await states() == {"hydrate": "open"}


async def test_what_was_sent_stays_sent(store, log, planned, change, deliver, states):
    await log(ANN, 1, planned(1))
    await deliver(1, message_id=5)

    await change(ANN, plan=(planned(1, hours=3),))

    assert await states() == {"hydrate": "sent"}
    assert await store.reminders.next_wake() is None


async def test_what_is_in_flight_is_left_alone(store, log, planned, change, now):
    await log(ANN, 1, planned(1))
    (claim,) = await store.reminders.claim(now + timedelta(hours=1), lease=LEASE, limit=9)

    await change(ANN, plan=(planned(1, hours=9),))

    (row,) = await store.reminders.upcoming(ANN)
    assert (row.state, row.due_at) == (State.OPEN, claim.due_at)


async def test_what_was_skipped_comes_back_only_for_a_moment_to_come(
    log, planned, change, deliver, states
):
    await log(ANN, 1, planned(1, hours=0))
    await deliver(0, State.SKIPPED, reason="stale")

    await change(ANN, plan=(planned(1, hours=-0.5),))
    assert await states() == {"hydrate": "skipped"}
    await change(ANN, plan=(planned(1, hours=3),))
    assert await states() == {"hydrate": "open"}


@pytest.fixture
def change_at(store, now):
    """Return a function that keeps a new plan some hours from now."""

    async def keep(hours, *plan):
        made = Change(plan=plan)
        await store.members.revise(
            ANN, None, now=now + timedelta(hours=hours), decide=lambda member: (made, None)
        )

    return keep


async def test_what_is_due_and_waits_stays_where_the_plan_still_holds_it(
    store, log, planned, change_at, states, now
):
    both = planned(1, Kind.HYDRATE), planned(1, Kind.SLEEP)
    await log(ANN, 1, *both, planned(1, Kind.FOAM_ROLL, hours=5))

    await change_at(1.5, both[1], planned(1, Kind.FOAM_ROLL, hours=6))

    assert await states() == {"hydrate": "cancelled", "sleep": "open", "foam_roll": "open"}
    due = {row.kind: row.due_at for row in await store.reminders.upcoming(ANN)}
    assert (due[Kind.SLEEP], due[Kind.FOAM_ROLL]) == (both[1].due_at, now + timedelta(hours=6))


async def test_what_is_tried_again_stays_with_its_reason_and_its_next_try(
    store, log, planned, change_at, deliver, now
):
    await log(ANN, 1, planned(1))
    retry_at = now + timedelta(hours=1.4)
    await deliver(1, None, reason="outage", retry_at=retry_at)
    (before,) = await store.reminders.upcoming(ANN)

    await change_at(1.2, planned(1))

    assert await store.reminders.upcoming(ANN) == (before,)
    assert await store.reminders.next_wake() == retry_at


async def test_what_was_put_off_to_the_morning_stays(store, log, planned, change_at, deliver, now):
    await log(ANN, 1, planned(1))
    morning = now + timedelta(hours=1.9)
    await deliver(1, None, postponed_to=morning, tried=False)

    await change_at(1.2, planned(1))

    (row,) = await store.reminders.upcoming(ANN)
    assert (row.state, row.due_at) == (State.OPEN, morning)


async def test_what_is_due_is_never_added(store, log, planned, change_at):
    await log(ANN, 1)

    await change_at(1.5, planned(1))

    assert await store.reminders.upcoming(ANN) == ()


async def test_what_was_moved_to_a_moment_gone_by_does_not_come_at_its_old_one(
    log, planned, change_at, states
):
    await log(ANN, 1, planned(1, hours=3))

    await change_at(1.5, planned(1, hours=1))

    assert await states() == {"hydrate": "cancelled"}


async def test_what_is_due_does_not_stay_where_it_was_told_to_go_elsewhere(
    log, planned, change_at, states
):
    await log(ANN, 1, planned(1))

    await change_at(1.5, planned(1, where=Where.CHANNEL, guild_id=9))

    assert await states() == {"hydrate": "cancelled"}


async def test_another_members_plan_is_out_of_reach(log, planned, change, states):
    await log(ANN, 1, planned(1))

    await change(BEN, plan=(planned(1, hours=7),))

    assert await states(ANN) == {"hydrate": "open"}
    assert await states(BEN) == {}


async def test_removing_a_session_keeps_only_what_was_sent(log, planned, change, deliver, states):
    await log(ANN, 1, planned(1, Kind.HYDRATE), planned(1, Kind.SLEEP, hours=3))
    await deliver(1)
    await log(ANN, 2, planned(1, Kind.SLEEP, hours=3), planned(2, Kind.FOAM_ROLL, hours=9))

    await change(ANN, removed_session=1)

    assert await states() == {"hydrate": "sent", "foam_roll": "open"}


async def test_removing_a_session_cancels_what_is_in_flight_and_its_sending_still_counts(
    store, log, planned, change, states, now
):
    await log(ANN, 1, planned(1))
    (claim,) = await store.reminders.claim(now + timedelta(hours=1), lease=LEASE, limit=9)

    await change(ANN, removed_session=1)

    assert await states() == {"hydrate": "cancelled"}
    sent = Settlement(reminder_id=claim.reminder_id, attempt=1, state=State.SENT, message_id=5)
    assert await store.reminders.settle([sent], now) == {claim.reminder_id}
    assert await states() == {"hydrate": "sent"}


async def test_removing_a_session_stops_its_snooze(store, log, planned, change, deliver, now):
    await log(ANN, 1, planned(1))
    (claim,) = await deliver(1)
    await store.reminders.snooze(ANN, claim.reminder_id, now + timedelta(hours=5), now)

    await change(ANN, removed_session=1)

    assert await store.reminders.next_wake() is None
    assert await store.reminders.snooze(ANN, claim.reminder_id, now, now) is None
