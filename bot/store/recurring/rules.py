"""Members' own recurring reminders: an active rule has exactly one open occurrence.

Replanned occurrences keep their rows: one that may be out already keeps its id, and so its nonce.
"""

from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from itertools import islice

from bot.domain.decisions.rule_plans import upcoming
from bot.domain.facts.occurrences import NewOccurrence, PlannedRule
from bot.domain.facts.settings import Kind, Rule, Where
from bot.domain.timing.own_rules import ZONE_UNKNOWN
from bot.domain.timing.recurring import AHEAD, GRACE, known_zone
from bot.store.engine import rows
from bot.store.engine.conversions import mask, maybe, minute, moment, seconds, time_of_day, weekdays
from bot.store.engine.database import Database, Row, Steps, Value
from bot.store.engine.paging import pages
from bot.store.recurring.posts import occurrence_values

KEEP_OVER = timedelta(days=8)  # beyond its last date; longer than it is shown, whatever the zone

RULE = """
SELECT member_id, rule_id, kind, at_minute, zone, days, until_date, where_to, guild_id, paused,
    broken
FROM rules
"""
OF_MEMBER = RULE + "WHERE member_id = $1 ORDER BY at_minute, rule_id"
ONE_OF_MEMBER = RULE + "WHERE member_id = $1 AND rule_id = $2"

PUT = """
INSERT INTO rules (
    member_id, rule_id, kind, at_minute, zone, days, until_date, where_to, guild_id, paused, broken
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (member_id, rule_id) DO UPDATE SET
    kind = excluded.kind, at_minute = excluded.at_minute, zone = excluded.zone,
    days = excluded.days, until_date = excluded.until_date, where_to = excluded.where_to,
    guild_id = excluded.guild_id, paused = excluded.paused, broken = excluded.broken
"""

REMOVE = "DELETE FROM rules WHERE member_id = $1 AND rule_id = $2 RETURNING rule_id"

# Snoozes too: they are of what the member does not want any more.
CANCEL_OF_REMOVED = """
UPDATE reminders SET state = 'cancelled', reason = 'rule_removed'
WHERE member_id = $1 AND rule_id = $2 AND state = 'open'
"""

# What is due already is on its way, and what is claimed may be out: they stay.
CANCEL_AHEAD = """
UPDATE reminders SET state = 'cancelled', reason = 'replanned'
WHERE member_id = $1 AND rule_id = $2 AND state = 'open' AND claimed_at IS NULL AND due_at > $3
    AND nominal_date IS NOT NULL
"""

PUT_OCCURRENCE = """
INSERT INTO reminders (
    member_id, guild_id, rule_id, kind, nominal_date, nominal_minute, due_at, stale_at, where_to,
    state, wake_at, attempts
)
SELECT member_id, guild_id, rule_id, kind, $3, $4, $5, $6, where_to, 'open', $5, 0
FROM rules WHERE member_id = $1 AND rule_id = $2 AND paused = 0 AND broken IS NULL
ON CONFLICT (rule_id, nominal_date, nominal_minute)
    WHERE rule_id IS NOT NULL AND nominal_date IS NOT NULL
DO UPDATE SET due_at = excluded.due_at, stale_at = excluded.stale_at, wake_at = excluded.wake_at,
    where_to = excluded.where_to, guild_id = excluded.guild_id, state = 'open', reason = NULL
WHERE reminders.claimed_at IS NULL AND reminders.state IN ('open', 'cancelled', 'skipped')
RETURNING reminder_id
"""

# Not when the rule was changed meanwhile: then what comes next is planned already, or nothing is.
ADD_NEXT = """
INSERT INTO reminders (
    member_id, guild_id, rule_id, kind, nominal_date, nominal_minute, due_at, stale_at, where_to,
    state, wake_at, attempts
)
SELECT rules.member_id, rules.guild_id, rules.rule_id, rules.kind, $3, $4, $5, $6, rules.where_to,
    'open', $5, 0
FROM rules JOIN members ON members.member_id = rules.member_id
WHERE rules.member_id = $1 AND rules.rule_id = $2 AND rules.paused = 0 AND rules.broken IS NULL
    AND (rules.where_to <> 'dm' OR members.dm_closed_at IS NULL OR members.dm_unshared = 1)
    AND NOT EXISTS (
        SELECT 1 FROM reminders WHERE reminders.member_id = $1 AND reminders.rule_id = $2
            AND reminders.state = 'open' AND reminders.nominal_date IS NOT NULL)
ON CONFLICT (rule_id, nominal_date, nominal_minute)
    WHERE rule_id IS NOT NULL AND nominal_date IS NOT NULL DO NOTHING
"""

ADD_MISSED = """
INSERT INTO reminders (
    member_id, guild_id, rule_id, kind, nominal_date, nominal_minute, due_at, stale_at, where_to,
    state, reason, wake_at, attempts
)
SELECT member_id, guild_id, rule_id, kind, $3, $4, $5, $6, where_to, 'skipped', 'stale', $5, 0
FROM rules WHERE member_id = $1 AND rule_id = $2
ON CONFLICT (rule_id, nominal_date, nominal_minute)
    WHERE rule_id IS NOT NULL AND nominal_date IS NOT NULL DO NOTHING
"""

BREAK = "UPDATE rules SET broken = $3 WHERE member_id = $1 AND rule_id = $2"

STOP = "UPDATE rules SET paused = 1 WHERE member_id = $1"

LEAVE = "UPDATE rules SET broken = 'left_server' WHERE guild_id = $1 AND broken IS NULL"

RUNNING = """
SELECT rules.member_id, rules.rule_id, rules.kind, rules.at_minute, rules.zone, rules.days,
    rules.until_date, rules.where_to, rules.guild_id, rules.paused, rules.broken,
    members.quiet_start, members.quiet_end, members.paused_until
FROM rules JOIN members ON members.member_id = rules.member_id
WHERE rules.paused = 0 AND rules.broken IS NULL
    AND (rules.where_to <> 'dm' OR members.dm_closed_at IS NULL OR members.dm_unshared = 1)
    AND (members.paused_until IS NULL OR members.paused_until <= $1)
    AND (rules.until_date IS NULL OR rules.until_date >= $2)
    AND (rules.member_id, rules.rule_id) > ($3, $4)
ORDER BY rules.member_id, rules.rule_id LIMIT $5
"""

HAS_NEXT = """
SELECT 1 AS one FROM reminders
WHERE member_id = $1 AND rule_id = $2 AND state = 'open' AND nominal_date IS NOT NULL LIMIT 1
"""

PURGE_OVER = "DELETE FROM rules WHERE until_date < $1"


class Rules:
    """The repository of rules, apart from their owners' changes (``Members.revise``)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def plan_stranded(self, now: datetime) -> tuple[int, int]:
        """Plan every active rule that has no planned occurrence, as after a repair.

        Returns how many have a plan now, and how many have none: their zone is not known any more.
        """
        helped = lost = 0
        async for page in self._running(now):
            more, fewer = await self._database.transact(partial(plan_stranded, page, now))
            helped, lost = helped + more, lost + fewer
        return helped, lost

    async def plan_anew(self, now: datetime) -> None:
        """Replan every active rule by today's time zone rules; what was sent stays (R15)."""
        async for page in self._running(now):
            await self._database.transact(partial(plan_anew, page, now))

    def _running(self, now: datetime) -> AsyncIterator[list[Row]]:
        over = (now - timedelta(days=1)).date().isoformat()  # in every zone
        key = ("member_id", "rule_id")
        return pages(self._database, RUNNING, seconds(now), over, key=key)


def put(planned: PlannedRule, now: datetime) -> Steps[None]:
    """Insert or update a rule and replace its open occurrence."""
    yield PUT, rule_values(planned.rule)
    yield from put_next(planned.rule, planned.ahead, now)


def put_next(rule: Rule, candidates: Sequence[NewOccurrence], now: datetime) -> Steps[bool]:
    """Replace a rule's open occurrence by the first candidate not sent or claimed before."""
    yield CANCEL_AHEAD, (rule.member_id, rule.rule_id, seconds(now))
    for occurrence in candidates:
        if (yield PUT_OCCURRENCE, (rule.member_id, *occurrence_values(occurrence))):
            return True
    return False


def remove(member_id: int, rule_id: int) -> Steps[None]:
    """Delete a rule and cancel its open occurrences, in flight or not."""
    if (yield REMOVE, (member_id, rule_id)):
        yield CANCEL_OF_REMOVED, (member_id, rule_id)


def go_on(
    member_id: int, following: NewOccurrence | None, missed: Sequence[NewOccurrence]
) -> Steps[None]:
    """Insert the occurrence after a closed one, and the missed ones as skipped (R4, R10)."""
    for occurrence in missed:
        yield ADD_MISSED, (member_id, *occurrence_values(occurrence))
    if following is not None:
        yield ADD_NEXT, (member_id, *occurrence_values(following))


def disable(member_id: int, rule_id: int, reason: str, now: datetime) -> Steps[None]:
    """Disable a rule until it is mended, and cancel its open occurrence."""
    yield BREAK, (member_id, rule_id, reason)
    yield CANCEL_AHEAD, (member_id, rule_id, seconds(now))


def plan_stranded(running: Iterable[Row], now: datetime) -> Steps[tuple[int, int]]:
    """Plan active rules without a planned occurrence; disable those whose zone is unknown."""
    helped, lost = 0, 0
    for row in running:
        if (yield HAS_NEXT, (row["member_id"], row["rule_id"])):
            continue
        if (yield from plan_again(row, after=now, now=now)):
            helped += 1
        elif known_zone(row["zone"]) is None:
            yield from disable(row["member_id"], row["rule_id"], ZONE_UNKNOWN, now)
            lost += 1
    return helped, lost


def plan_anew(running: Iterable[Row], now: datetime) -> Steps[None]:
    """Replan all active rules; one moved into the last half hour is late, not lost."""
    for row in running:
        yield from plan_again(row, after=now - GRACE, now=now)


def plan_again(row: Row, *, after: datetime, now: datetime) -> Steps[bool]:
    """Replace a rule's open occurrence; a rule whose zone is unknown keeps the one it has."""
    one, paused_until = rule(row), maybe(moment, row["paused_until"])
    found = tuple(islice(upcoming(one, rows.quiet(row), paused_until, after=after, now=now), AHEAD))
    return bool(found) and (yield from put_next(one, found, now))


def rule(row: Row) -> Rule:
    """Return the rule of a row."""
    return Rule(
        member_id=row["member_id"],
        rule_id=row["rule_id"],
        kind=Kind(row["kind"]),
        at=time_of_day(row["at_minute"]),
        zone=row["zone"],
        days=weekdays(row["days"]),
        until=maybe(date.fromisoformat, row["until_date"]),
        where=Where(row["where_to"]),
        guild_id=row["guild_id"],
        paused=bool(row["paused"]),
        broken=row["broken"],
    )


def rule_values(rule: Rule) -> tuple[Value, ...]:
    """Return a rule's columns, in the order of the table."""
    return (
        rule.member_id,
        rule.rule_id,
        rule.kind,
        minute(rule.at),
        rule.zone,
        mask(rule.days),
        None if rule.until is None else rule.until.isoformat(),
        rule.where,
        rule.guild_id,
        int(rule.paused),
        rule.broken,
    )
