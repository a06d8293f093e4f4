"""What an answer lists of reminders is what is kept, whatever became of them before."""

from datetime import time, timedelta

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.occurrences import PlannedRule, Settlement
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import Kind, Rule
from bot.domain.facts.upcoming import ListsReminders

ANN = 180_000_000_000_000_001
BEN = 180_000_000_000_000_002
LEASE = timedelta(minutes=2)
HOUR = timedelta(hours=1)


@pytest.fixture
def decide(store, now):
    """Return a function that keeps a decision an hour from now and returns its result."""

    async def run(**values):
        change = Change(**values)
        result = ListsReminders(plan=change.plan or (), rules=change.rules)
        return await store.members.revise(
            ANN, None, now=now + HOUR, decide=lambda member: (change, result)
        )

    return run


async def leave(store, at):
    """Let nothing happen to what is due."""


async def claim(store, at):
    """Let what is due be on its way."""
    return await store.reminders.claim(at, lease=LEASE, limit=100)


def settle(**values):
    async def run(store, at):
        claims = await claim(store, at)
        outcomes = [
            Settlement(reminder_id=one.reminder_id, attempt=one.attempt, **values) for one in claims
        ]
        await store.reminders.settle(outcomes, at)

    return run


BEFORE = {
    "open": leave,
    "on its way": claim,
    "sent": settle(state=State.SENT, message_id=5),
    "given up": settle(state=State.GIVEN_UP, reason="no_permission"),
    "skipped": settle(state=State.SKIPPED, reason="stale", tried=False),
}


async def to_come(store, now):
    """Return what is open and due more than an hour from now: kind and moment."""
    rows = await store.reminders.upcoming(ANN)
    return [
        (row.kind, row.due_at)
        for row in rows
        if row.state is State.OPEN and row.due_at > now + HOUR
    ]


@pytest.mark.parametrize("before", BEFORE)
async def test_plan_of_an_answer_is_what_will_come(store, log, planned, decide, now, before):
    await log(ANN, 1, planned(1), planned(1, Kind.SLEEP, hours=9))
    await log(BEN, 2, planned(2, hours=5))
    await BEFORE[before](store, now + HOUR)

    result = await decide(plan=(planned(1, hours=3), planned(1, Kind.SLEEP, hours=8)))

    assert [(one.kind, one.due_at) for one in result.plan] == await to_come(store, now)
    assert Kind.SLEEP in {one.kind for one in result.plan}
    assert all(one.session_id == 1 for one in result.plan)


async def test_plan_that_is_left_is_listed_too(store, log, planned, decide, now):
    await log(ANN, 1, planned(1, hours=4))

    result = await decide(plan=None)

    assert [(one.kind, one.due_at) for one in result.plan] == await to_come(store, now)
    assert result.plan == (planned(1, hours=4),)


@pytest.mark.parametrize("before", BEFORE)
async def test_next_of_a_rule_in_an_answer_is_what_will_come(
    store, log, decide, occurrence, now, before
):
    rule = Rule(member_id=ANN, rule_id=7, kind=Kind.WALK, at=time(18), zone="UTC")
    days = [occurrence(7, day, hours=1 + 24 * (day - 22)) for day in (22, 23, 24)]
    await log(ANN, 1)
    await decide(rules=(PlannedRule(rule=rule, ahead=tuple(days)),))
    await BEFORE[before](store, now + HOUR)
    again = [occurrence(7, day, hours=2 + 24 * (day - 22)) for day in (22, 23, 24)]

    result = await decide(rules=(PlannedRule(rule=rule, ahead=tuple(again)),))

    (kept,) = result.rules
    ((_, first),) = await to_come(store, now)
    assert [one.due_at for one in kept.ahead] == [
        one.due_at for one in again if one.due_at >= first
    ]


async def test_rule_that_nothing_comes_of_lists_nothing(log, decide):
    rule = Rule(member_id=ANN, rule_id=7, kind=Kind.WALK, at=time(18), zone="UTC", paused=True)
    await log(ANN, 1)

    result = await decide(rules=(PlannedRule(rule=rule),))

    assert result.rules == (PlannedRule(rule=rule),)


async def test_rule_whose_every_date_was_sent_lists_nothing(store, log, decide, occurrence, now):
    rule = Rule(member_id=ANN, rule_id=7, kind=Kind.WALK, at=time(18), zone="UTC")
    once = PlannedRule(rule=rule, ahead=(occurrence(7, 22),))
    await log(ANN, 1)
    await decide(rules=(once,))
    await BEFORE["sent"](store, now + HOUR)

    (kept,) = (await decide(rules=(once,))).rules

    assert kept.ahead == ()


async def test_what_is_due_and_waits_is_not_listed_as_to_come(log, planned, decide):
    await log(ANN, 1, planned(1, hours=0.5), planned(1, Kind.SLEEP, hours=4))

    result = await decide(plan=None)

    assert [one.kind for one in result.plan] == [Kind.SLEEP]
