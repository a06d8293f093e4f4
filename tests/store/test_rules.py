"""Own recurring reminders: one occurrence to come, none twice, none lost by a change."""

from datetime import date, time, timedelta

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.occurrences import NewOccurrence, PlannedRule, Settlement
from bot.domain.facts.reminders import OPEN_END, State
from bot.domain.facts.settings import Consent, Kind, ReminderSettings, Rule, Where
from bot.domain.timing.recurring import GRACE

ANN = 180_000_000_000_000_001
BEN = 180_000_000_000_000_002
LEASE = timedelta(minutes=2)


@pytest.fixture
def rule_of():
    def build(rule_id=1, member_id=ANN, **values):
        given = {"kind": Kind.WALK, "at": time(19), "zone": "UTC"}
        return Rule(rule_id=rule_id, member_id=member_id, **{**given, **values})

    return build


@pytest.fixture
def coming(now):
    """Return the occurrence of a day of November, an hour from now and so on."""

    def build(day=22, rule_id=1):
        due_at = now + timedelta(hours=1, days=day - 22)
        return NewOccurrence(
            of=rule_id,
            nominal_date=date(2026, 11, day),
            nominal_time=time(19),
            due_at=due_at,
            stale_at=due_at + GRACE,
        )

    return build


@pytest.fixture
async def keep(change, now):
    """Return a function that keeps rules as a command does."""

    async def keep(rule, *ahead, **values):
        planned = PlannedRule(rule=rule, ahead=ahead)
        consent = Consent(version=1, given_at=now)
        await change(rule.member_id, rules=(planned,), consent=consent, **values)

    return keep


@pytest.fixture
def listed(store):
    """Return a function that tells a member's occurrences: their day, state and reason."""

    async def read(member_id=ANN):
        found = await store.reminders.upcoming(member_id)
        return [(row.due_at.day, str(row.state), row.reason) for row in found]

    return read


@pytest.fixture
def close(store, now):
    """Return a function that claims what is due on a day and closes it."""

    async def close(day=22, **values):
        at = now + timedelta(days=day - 22, hours=1)
        claims = await store.reminders.claim(at, lease=LEASE, limit=9)
        outcomes = [
            Settlement(
                reminder_id=one.reminder_id,
                attempt=one.attempt,
                **{"state": State.SENT, "message_id": 1, **values},
            )
            for one in claims
        ]
        await store.reminders.settle(outcomes, at)
        return claims

    return close


async def test_rule_comes_back_with_every_field(store, keep, rule_of):
    whole = rule_of(
        days=frozenset({1, 3}),
        until=date(2027, 1, 31),
        where=Where.CHANNEL,
        guild_id=9,
        paused=True,
        broken="channel_gone",
    )

    await keep(rule_of(2, at=time(6, 5)))
    await keep(whole)

    assert (await store.members.context(ANN, None)).rules == (rule_of(2, at=time(6, 5)), whole)
    assert (await store.members.context(BEN, None)).rules == ()


async def test_claim_has_the_rule_and_its_nominal_date(store, keep, rule_of, coming, close):
    await keep(rule_of(), coming())

    (claim,) = await close()

    assert claim.rule == rule_of()
    assert claim.nominal_date == date(2026, 11, 22)
    assert claim.recipient.member_id == ANN


async def test_next_one_goes_with_whatever_closes_this_one(keep, rule_of, coming, close, listed):
    await keep(rule_of(), coming())

    await close(next=coming(25), missed=(coming(23), coming(24)))

    assert await listed() == [
        (22, "sent", None),
        (23, "skipped", "stale"),
        (24, "skipped", "stale"),
        (25, "open", None),
    ]


async def test_nominal_date_that_was_sent_is_passed_over(keep, rule_of, coming, close, listed):
    await keep(rule_of(), coming())
    await close()

    await keep(rule_of(zone="Asia/Tokyo"), coming(22), coming(23))

    assert await listed() == [(22, "sent", None), (23, "open", None)]


async def test_replanned_occurrence_keeps_its_row(store, keep, rule_of, coming, listed):
    await keep(rule_of(), coming())
    (before,) = await store.reminders.upcoming(ANN)

    await keep(rule_of(paused=True))
    stopped = await listed()
    await keep(rule_of(), coming())
    (after,) = await store.reminders.upcoming(ANN)

    assert stopped == [(22, "cancelled", "replanned")]
    assert (after.reminder_id, after.state) == (before.reminder_id, State.OPEN)


async def test_what_is_being_sent_stays_and_has_one_next(store, keep, rule_of, coming, now, listed):
    await keep(rule_of(), coming())
    at = now + timedelta(hours=1)
    (claim,) = await store.reminders.claim(at, lease=LEASE, limit=1)

    await keep(rule_of(), coming(23))
    outcome = Settlement(
        reminder_id=claim.reminder_id, attempt=1, state=State.SENT, next=coming(23)
    )
    await store.reminders.settle([outcome], at)

    assert await listed() == [(22, "sent", None), (23, "open", None)]


async def test_removed_rule_takes_its_snooze_and_plans_no_next(
    *, store, keep, rule_of, coming, close, change, now, listed
):
    await keep(rule_of(), coming())
    (claim,) = await close()
    later = now + timedelta(hours=9)
    assert await store.reminders.snooze(ANN, claim.reminder_id, later, now) is not None

    await change(ANN, removed_rules=(1,))
    again = await store.reminders.snooze(ANN, claim.reminder_id, later, now)

    assert await listed() == [(22, "sent", None), (23, "cancelled", "rule_removed")]
    assert again is None


async def test_another_members_rule_cannot_be_removed(store, keep, rule_of, coming, change):
    await keep(rule_of(), coming())

    await change(BEN, removed_rules=(1,), consent=Consent(version=1, given_at=coming().due_at))

    assert (await store.members.context(ANN, None)).rules == (rule_of(),)


async def test_snooze_is_no_reason_to_plan_no_next(
    *, store, keep, rule_of, coming, close, now, listed
):
    await keep(rule_of(), coming())
    (claim,) = await close()
    await store.reminders.snooze(ANN, claim.reminder_id, now + timedelta(days=1), now)

    helped = await store.rules.plan_stranded(now + timedelta(hours=2))

    assert helped == (1, 0)
    assert [state for _, state, _ in await listed()] == ["sent", "open", "open"]


@pytest.mark.parametrize(
    "fields", [{"paused": True}, {"broken": "channel_gone"}, {"until": date(2026, 11, 20)}]
)
async def test_rule_that_does_not_run_is_not_stranded(store, keep, rule_of, now, fields):
    await keep(rule_of(**fields))

    assert await store.rules.plan_stranded(now) == (0, 0)


async def test_paused_members_rule_is_not_stranded(store, keep, rule_of, now):
    await keep(rule_of(), reminders=ReminderSettings(on=True, paused_until=OPEN_END))

    assert await store.rules.plan_stranded(now) == (0, 0)


async def test_stranded_rule_without_a_zone_is_disabled(store, keep, rule_of, now):
    await keep(rule_of(zone="Mars/Olympus"))

    assert await store.rules.plan_stranded(now) == (0, 1)
    assert await store.rules.plan_stranded(now) == (0, 0)
    (rule,) = (await store.members.context(ANN, None)).rules
    assert rule.broken == "zone_unknown"


async def test_new_zone_rules_move_what_is_to_come(store, keep, rule_of, coming, now):
    await keep(rule_of(at=time(21)), coming())  # planned for 19:00

    await store.rules.plan_anew(now)

    rows = [row for row in await store.reminders.upcoming(ANN) if row.state is State.OPEN]
    assert [f"{row.due_at:%d %H:%M}" for row in rows] == ["22 21:00"]


async def test_rules_long_over_are_let_go(store, keep, rule_of, now):
    await keep(rule_of(1, until=date(2026, 11, 13)))
    await keep(rule_of(2, until=date(2026, 11, 15)))

    await store.members.purge(now)

    assert [rule.rule_id for rule in (await store.members.context(ANN, None)).rules] == [2]


async def test_tips_that_went_out_are_known_and_nothing_else(
    *, store, keep, rule_of, coming, close, log, planned, change, now
):
    await log(ANN, 5, planned(5), planned(5, Kind.CHECKIN), planned(5, Kind.SLEEP, hours=9))
    await change(ANN, reminders=ReminderSettings(on=True))
    await keep(rule_of(), coming())
    await close()

    def decide(member):  # a plan is made on the tips that are out
        return Change(plan=()), member.tips

    tips = await store.members.consult(ANN, None, now=now, decide=decide)

    assert [(tip.session_id, tip.due_at) for tip in tips] == [(5, now + timedelta(hours=1))]
