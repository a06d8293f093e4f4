"""Claims and settlements: one claimer at a time, an outcome once, the next occurrence with it."""

import asyncio
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.facts.occurrences import Claim, Recipient, Settlement
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import (
    GuildSettings,
    Kind,
    Profile,
    QuietHours,
    ReminderSettings,
    Where,
)
from tests import stored

ANN = 180_000_000_000_000_001
BEN = 180_000_000_000_000_002
LEASE = timedelta(minutes=2)


@pytest.fixture
def claim(store):
    async def take(at, limit=100):
        return await store.reminders.claim(at, lease=LEASE, limit=limit)

    return take


async def test_claim_tells_all_that_decides_a_plans_sending(
    store, log, change, planned, claim, now
):
    await log(ANN, 1, planned(1, Kind.SLEEP, where=Where.CHANNEL, guild_id=9))
    quiet = QuietHours(start=time(21), end=time(6))
    paused = now + timedelta(days=1)
    await change(
        ANN,
        profile=Profile(zone="Europe/Berlin", quiet=quiet),
        reminders=ReminderSettings(on=True, paused_until=paused),
    )
    guild = GuildSettings(guild_id=9, channel_id=90, zone="Europe/Paris")
    await stored.save_server(store, guild, now=now)
    due_at = now + timedelta(hours=1)

    claims = await claim(due_at + timedelta(seconds=5))

    assert claims == [
        Claim(
            reminder_id=1,
            kind=Kind.SLEEP,
            where=Where.CHANNEL,
            due_at=due_at,
            stale_at=due_at + timedelta(hours=1),
            attempt=1,
            first_attempt_at=due_at + timedelta(seconds=5),
            variant=0,
            ordinal=1,
            recipient=Recipient(
                member_id=ANN,
                zone="Europe/Berlin",
                quiet=quiet,
                reminders_on=True,
                paused_until=paused,
            ),
            guild=guild,
        )
    ]


async def test_claim_tells_all_that_decides_a_posts_sending(store, post_of, occurrence, claim, now):
    post = post_of(7)
    await stored.add_post(store, post, [occurrence(7)])
    due_at = now + timedelta(hours=1)

    (found,) = await claim(due_at)

    assert found == Claim(
        reminder_id=1,
        kind=Kind.HYDRATE,
        where=Where.CHANNEL,
        due_at=due_at,
        stale_at=due_at + timedelta(minutes=30),
        attempt=1,
        first_attempt_at=due_at,
        variant=0,
        post=post,
        nominal_date=date(2026, 11, 22),
    )


async def test_what_is_not_due_is_not_claimed(log, planned, claim, now):
    await log(ANN, 1, planned(1, hours=1))

    assert await claim(now + timedelta(minutes=59)) == []


async def test_the_longest_due_are_claimed_first(log, planned, claim, now):
    for number, (kind, hours) in enumerate(
        [(Kind.HYDRATE, 2), (Kind.SLEEP, 1), (Kind.FOAM_ROLL, 3)]
    ):
        await log(ANN + number, number, planned(number, kind, hours=hours))

    claims = await claim(now + timedelta(hours=4), limit=2)

    assert [found.kind for found in claims] == [Kind.SLEEP, Kind.HYDRATE]


async def test_each_reminder_goes_to_one_of_many_claimers(store, log, planned, claim, now):
    for number in range(40):
        await log(ANN + number, number, planned(number))
    at = now + timedelta(hours=1)

    taken = await asyncio.gather(*(claim(at, limit=7) for _ in range(10)))
    taken.append(await claim(at))  # what one looked at, the others passed over

    ids = [found.reminder_id for claims in taken for found in claims]
    assert sorted(ids) == list(range(1, 41))


async def test_a_claim_is_free_again_only_after_its_lease(store, log, planned, claim, now):
    await log(ANN, 1, planned(1))
    at = now + timedelta(hours=1)
    (first,) = await claim(at)

    assert await claim(at + LEASE - timedelta(seconds=1)) == []
    assert await store.reminders.next_wake() == at + LEASE
    (second,) = await claim(at + LEASE)
    assert second == replace(first, attempt=2, in_doubt=True)


async def test_a_new_owner_frees_at_once_what_the_last_one_had_claimed(
    store, log, planned, claim, now
):
    await log(ANN, 1, planned(1), planned(1, Kind.FOAM_ROLL, hours=3))
    await log(BEN, 2, planned(2))
    due_at = now + timedelta(hours=1)
    sent, lost = await claim(due_at)
    outcome = Settlement(reminder_id=sent.reminder_id, attempt=1, state=State.SENT)
    await store.reminders.settle([outcome], due_at)

    freed = await store.reminders.take_over(due_at + timedelta(seconds=3))

    (again,) = await claim(due_at + timedelta(seconds=3))
    assert freed == 1
    assert again == replace(lost, attempt=2, in_doubt=True)
    assert await store.reminders.next_wake() == due_at + timedelta(seconds=3) + LEASE


async def test_an_outcome_of_an_owner_that_was_followed_changes_nothing(
    store, log, planned, claim, now
):
    await log(ANN, 1, planned(1))
    (lost,) = await claim(now + timedelta(hours=1))
    await store.reminders.take_over(now + timedelta(hours=1))

    outcome = Settlement(reminder_id=lost.reminder_id, attempt=1, state=State.SENT)

    assert await store.reminders.settle([outcome], now) == frozenset()
    assert [row.state for row in await store.reminders.upcoming(ANN)] == [State.OPEN]


async def test_an_outcome_of_an_overtaken_attempt_changes_nothing(store, log, planned, claim, now):
    await log(ANN, 1, planned(1))
    at = now + timedelta(hours=1)
    (first,) = await claim(at)
    (second,) = await claim(at + LEASE)
    given_up = Settlement(
        reminder_id=1, attempt=first.attempt, state=State.GIVEN_UP, dm_closed=True
    )

    assert await store.reminders.settle([given_up], at + LEASE) == set()
    assert (await store.members.context(ANN, None)).dm_closed_at is None
    sent = Settlement(reminder_id=1, attempt=second.attempt, state=State.SENT)
    assert await store.reminders.settle([sent], at + LEASE) == {1}


async def test_an_outcome_counts_once(store, log, planned, claim, now):
    await log(ANN, 1, planned(1))
    await claim(now + timedelta(hours=1))
    again = Settlement(reminder_id=1, attempt=1, retry_at=now + timedelta(hours=2))

    counted = [await store.reminders.settle([again], now) for _ in range(2)]

    assert counted == [{1}, set()]


async def test_a_sent_reminder_keeps_where_and_when(store, log, planned, claim, now):
    await log(ANN, 1, planned(1))
    at = now + timedelta(hours=1)
    await claim(at)
    sent = Settlement(
        reminder_id=1, attempt=1, state=State.SENT, message_id=5, channel_id=6, dm_channel_id=6
    )

    await store.reminders.settle([sent], at + timedelta(seconds=1))

    exported = await store.members.export(ANN)
    (row,) = exported["reminders"]
    assert (row["state"], row["message_id"], row["channel_id"]) == ("sent", 5, 6)
    assert row["sent_at"] == (at + timedelta(seconds=1)).isoformat()
    assert exported["members"][0]["dm_channel_id"] == 6
    assert await claim(at + timedelta(days=9)) == []


async def test_a_retry_keeps_its_first_attempt(store, log, planned, claim, now):
    await log(ANN, 1, planned(1))
    at = now + timedelta(hours=1)
    (first,) = await claim(at)
    retry_at = at + timedelta(seconds=4)

    await store.reminders.settle(
        [Settlement(reminder_id=1, attempt=1, reason="http_500", retry_at=retry_at)], at
    )

    assert await claim(retry_at - timedelta(seconds=1)) == []
    assert await claim(retry_at) == [replace(first, attempt=2, in_doubt=True)]


async def test_what_was_not_tried_has_no_first_attempt(store, log, planned, claim, now):
    await log(ANN, 1, planned(1))
    at, later = now + timedelta(hours=1), now + timedelta(hours=2)
    (first,) = await claim(at)

    await store.reminders.settle(
        [Settlement(reminder_id=1, attempt=1, postponed_to=later, tried=False)], at
    )

    assert await store.reminders.next_wake() == later
    assert await claim(later) == [replace(first, attempt=2, due_at=later, first_attempt_at=later)]


async def test_no_text_comes_twice_running(store, log, planned, claim, now):
    variants = []
    for number in range(1, 4):
        await log(ANN, number, planned(number), planned(number, Kind.SLEEP, hours=9))
        (found,) = await claim(now + timedelta(hours=1))
        variants.append(found.variant)
        await store.reminders.settle(
            [Settlement(reminder_id=found.reminder_id, attempt=1, state=State.SENT)], now
        )

    assert variants == [0, 1, 2]


async def test_closed_dms_cancel_the_rest_and_are_told_until_reminders_are_set_again(
    store, log, planned, claim, change, now
):
    await log(
        ANN,
        1,
        planned(1),
        planned(1, Kind.SLEEP, hours=2),
        planned(1, Kind.FOAM_ROLL, hours=3, where=Where.CHANNEL, guild_id=9),
    )
    at = now + timedelta(hours=1)
    await claim(at)
    closed = Settlement(
        reminder_id=1, attempt=1, state=State.GIVEN_UP, reason="dm_closed", dm_closed=True
    )

    await store.reminders.settle([closed], at)

    rows = await store.reminders.upcoming(ANN)
    assert [(row.kind, row.state, row.reason) for row in rows] == [
        (Kind.HYDRATE, State.GIVEN_UP, "dm_closed"),
        (Kind.SLEEP, State.CANCELLED, "dm_closed"),
        (Kind.FOAM_ROLL, State.OPEN, None),
    ]
    assert (await store.members.context(ANN, None)).dm_closed_at == at
    (channel,) = await claim(now + timedelta(hours=3))
    assert channel.recipient.dm_closed
    await change(ANN, reminders=ReminderSettings(on=True))
    assert (await store.members.context(ANN, None)).dm_closed_at is None


async def test_a_posts_next_occurrence_comes_with_the_outcome(
    store, post_of, occurrence, claim, now
):
    await stored.add_post(store, post_of(7), [occurrence(7)])
    await claim(now + timedelta(hours=1))
    sent = Settlement(
        reminder_id=1, attempt=1, state=State.SENT, next=occurrence(7, day=23, hours=25)
    )

    counted = [await store.reminders.settle([sent], now) for _ in range(2)]

    assert counted == [{1}, set()]
    assert [
        found.due_at for found in (await store.reminders.of_posts(9, now + timedelta(days=9)))[0]
    ] == [now + timedelta(hours=25)]
    (following,) = await claim(now + timedelta(hours=25))
    assert (following.nominal_date, following.variant) == (date(2026, 11, 23), 1)


async def test_a_post_changed_while_in_flight_keeps_its_new_plan(
    store, post_of, occurrence, claim, now
):
    await stored.add_post(store, post_of(7), [occurrence(7)])
    await claim(now + timedelta(hours=1))
    await stored.change_post(store, post_of(7, at=time(20)), [occurrence(7, day=24, hours=50)])
    sent = Settlement(
        reminder_id=1, attempt=1, state=State.SENT, next=occurrence(7, day=23, hours=25)
    )

    await store.reminders.settle([sent], now)

    due, _ = await store.reminders.of_posts(9, now + timedelta(days=9))
    assert [found.due_at for found in due] == [now + timedelta(hours=50)]


@pytest.mark.parametrize("ending", ["paused", "removed"])
async def test_a_post_ended_while_in_flight_stays_ended(
    store, post_of, occurrence, claim, now, ending
):
    await stored.add_post(store, post_of(7), [occurrence(7)])
    await claim(now + timedelta(hours=1))
    if ending == "paused":
        await stored.change_post(store, post_of(7, paused=True), [])
    else:
        await stored.remove_post(store, 9, 7)
    sent = Settlement(
        reminder_id=1, attempt=1, state=State.SENT, next=occurrence(7, day=23, hours=25)
    )

    await store.reminders.settle([sent], now)

    assert await store.reminders.next_wake() is None


async def test_a_broken_post_sends_nothing_until_it_is_mended(
    store, post_of, occurrence, claim, now
):
    await stored.add_post(store, post_of(7), [occurrence(7)])
    await claim(now + timedelta(hours=1))
    broken = Settlement(
        reminder_id=1,
        attempt=1,
        state=State.GIVEN_UP,
        reason="10003",
        broken="10003",
        next=occurrence(7, day=23, hours=25),
    )

    await store.reminders.settle([broken], now)

    assert await stored.post_of(store, 9, 7) == post_of(7, broken="10003")
    assert await store.reminders.next_wake() is None
    await stored.change_post(store, post_of(7, channel_id=91), [occurrence(7, day=23, hours=25)])
    assert await store.reminders.next_wake() == now + timedelta(hours=25)


async def test_outcomes_of_a_batch_are_one_transaction(store, log, planned, claim, now):
    await log(ANN, 1, planned(1))
    await log(BEN, 2, planned(2))
    before = store.database.round_trips
    claims = await claim(now + timedelta(hours=1))

    outcomes = [
        Settlement(reminder_id=c.reminder_id, attempt=c.attempt, state=State.SENT) for c in claims
    ]
    counted = await store.reminders.settle(outcomes, now)

    assert counted == {1, 2}
    assert store.database.round_trips - before == 2
