"""The repository of reminders: delivery's claims and outcomes, members' lists and actions."""

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, timedelta
from functools import partial

from bot.clock import Clock
from bot.domain.facts.arrivals import Arrival
from bot.domain.facts.occurrences import (
    Claim,
    Ended,
    PostOccurrence,
    ReminderRow,
    Settlement,
    Stopped,
    concerns_admins,
)
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import Kind, Where
from bot.store.engine import rows
from bot.store.engine.database import Database, Row, Steps
from bot.store.engine.paging import pages
from bot.store.engine.rows import maybe, moment, seconds, time_of_day
from bot.store.recurring import rules
from bot.store.reminders import arrivals, claims, health
from bot.store.reminders.health import LastDay, Queue
from bot.store.reminders.plan import stop_open

SHOWN_BACK = timedelta(days=7)

OF_MEMBER = """
SELECT reminder_id, kind, where_to, state, due_at, sent_at, done_at, reason, session_id, rule_id,
    snoozed_from, failures, first_attempt_at, wake_at
FROM reminders WHERE member_id = $1 AND (due_at >= $2 OR state = 'open')
ORDER BY due_at, reminder_id
"""

ONE_OF_MEMBER = """
SELECT reminder_id, kind, where_to, state, due_at, sent_at, done_at, reason, session_id, rule_id,
    snoozed_from, failures, first_attempt_at, wake_at
FROM reminders WHERE member_id = $1 AND reminder_id = $2
"""

OF_DELIVERY = """
SELECT reminder_id, kind, where_to, state, due_at, sent_at, done_at, reason, session_id, rule_id,
    snoozed_from, failures, first_attempt_at, wake_at
FROM reminders WHERE delivery_id = $2 AND member_id = $1 ORDER BY due_at, reminder_id
"""

DUE_POSTS = """
SELECT posts.guild_id, posts.post_id, posts.channel_id, posts.kind, posts.at_minute, posts.zone,
    posts.days, posts.text, posts.role_id, posts.paused, posts.broken, posts.spread,
    posts.follows, posts.unpinged,
    reminders.due_at, reminders.nominal_date, reminders.nominal_minute, reminders.failures,
    reminders.reason
FROM posts JOIN reminders ON reminders.post_id = posts.post_id
WHERE posts.guild_id = $1 AND reminders.state = 'open' AND reminders.due_at <= $2
ORDER BY reminders.due_at, posts.post_id
"""

DUE_BETWEEN = """
SELECT count(*) AS due FROM reminders WHERE state = 'open' AND wake_at >= $1 AND wake_at < $2
"""

PLANNED = """
SELECT member_id FROM reminders
WHERE state = 'open' AND ordinal IS NOT NULL AND member_id > $2
GROUP BY member_id HAVING min(wake_at) > $1 ORDER BY member_id LIMIT $3
"""

ENDED_POSTS = """
SELECT reminders.state, reminders.reason, count(*) AS times
FROM posts JOIN reminders ON reminders.post_id = posts.post_id
WHERE posts.guild_id = $1 AND reminders.due_at >= $2
    AND reminders.state IN ('sent', 'skipped', 'given_up')
GROUP BY reminders.state, reminders.reason ORDER BY times DESC, reminders.state, reminders.reason
"""

DONE = """
UPDATE reminders SET done_at = coalesce(done_at, $3) WHERE member_id = $1 AND reminder_id = $2
RETURNING reminder_id
"""

CANCEL_SNOOZE = """
UPDATE reminders SET state = 'cancelled', reason = 'done'
WHERE member_id = $1 AND snoozed_from = $2 AND state = 'open' AND claimed_at IS NULL
"""

# Pressed again, it moves; once it is out, its own message has the button. Its window is as long as
# that of the reminder it comes from, and it needs the session or the rule to be still there.
SNOOZE = """
INSERT INTO reminders (
    member_id, guild_id, session_id, rule_id, kind, snoozed_from, due_at, stale_at, where_to, state,
    wake_at, attempts
)
SELECT member_id, guild_id, session_id, rule_id, kind, reminder_id, $3, $3 + stale_at - due_at,
    where_to, 'open', $3, 0
FROM reminders WHERE member_id = $1 AND reminder_id = $2 AND (session_id IS NULL OR EXISTS (
    SELECT 1 FROM leg_sessions WHERE leg_sessions.member_id = reminders.member_id
        AND leg_sessions.session_id = reminders.session_id))
    AND (rule_id IS NULL OR EXISTS (
        SELECT 1 FROM rules WHERE rules.member_id = reminders.member_id
            AND rules.rule_id = reminders.rule_id))
ON CONFLICT (snoozed_from) WHERE snoozed_from IS NOT NULL DO UPDATE SET
    due_at = excluded.due_at, stale_at = excluded.stale_at, wake_at = excluded.wake_at,
    state = 'open', reason = NULL
WHERE reminders.claimed_at IS NULL AND reminders.state IN ('open', 'cancelled')
RETURNING reminder_id
"""

# The rest of the row stays, attempt and first attempt above all: a message may be out (R7).
RELEASE_CLAIMED = """
UPDATE reminders SET wake_at = $1, claimed_at = NULL WHERE claimed_at IS NOT NULL
RETURNING reminder_id
"""

RUNNING = """
SELECT reminders_on, EXISTS (SELECT 1 FROM rules WHERE member_id = $1 AND paused = 0) AS own
FROM members WHERE member_id = $1
"""

SWITCH_OFF = """
UPDATE members SET reminders_on = 0, revision = revision + 1 WHERE member_id = $1
"""


class Reminders:
    """Reminders of members and occurrences of posts; each is in exactly one state.

    ``stopped`` is called when something was disabled that somebody is to be told of.
    """

    def __init__(
        self, database: Database, clock: Clock, stopped: Callable[[], None] = lambda: None
    ) -> None:
        self._database = database
        self._clock = clock
        self._stopped = stopped

    async def next_wake(self) -> datetime | None:
        """Return when delivery has to look again: something is due, or a lease or wait ends."""
        row = await self._database.fetchrow(claims.NEXT_WAKE)
        return None if row is None else maybe(moment, row["wake_at"])

    async def claim(
        self, now: datetime, *, lease: timedelta, limit: int, busy: Collection[int] = ()
    ) -> list[Claim]:
        """Claim the reminders of up to ``limit`` messages exclusively for ``lease`` (R5).

        ``busy`` are the channels and members something is under way to: they wait.
        """
        return await self._database.transact(partial(claims.claim, now, lease, limit, busy))

    async def take_over(self, now: datetime) -> int:
        """Release all claims, those of a process that ended; return how many.

        Only the store's one owner may ask, while it holds no claims of its own.
        """
        return await self._database.execute(RELEASE_CLAIMED, seconds(now))

    async def standing(self, claimed: Sequence[Claim]) -> frozenset[int]:
        """Return the ids of the claims that are still open: not closed or cancelled meanwhile."""
        return await self._database.read(partial(claims.standing, claimed))

    async def settle(self, outcomes: Sequence[Settlement], now: datetime) -> frozenset[int]:
        """Write the outcomes of claims and what follows from them, in one transaction (R4).

        Returns:
            The ids that counted; an outcome of an attempt that is no longer the latest does not.
        """
        counted = await self._database.transact(partial(claims.settle, outcomes, now))
        if any(one.absence or one.dm_closed or concerns_admins(one) for one in outcomes):
            self._stopped()
        return counted

    async def queue(self, now: datetime) -> Queue:
        """Count overdue reminders."""
        return await self._database.read(partial(health.queue, now))

    async def last_day(self, now: datetime) -> LastDay:
        """Count the outcomes of the last 24 hours."""
        return await self._database.read(partial(health.last_day, now))

    async def get(self, member_id: int, reminder_id: int) -> ReminderRow | None:
        """Return one of the member's own reminders."""
        row = await self._database.fetchrow(ONE_OF_MEMBER, member_id, reminder_id)
        return maybe(reminder_row, row)

    async def of_delivery(self, member_id: int, delivery_id: int) -> tuple[ReminderRow, ...]:
        """Return the member's own reminders of a merged message."""
        found = await self._database.fetch(OF_DELIVERY, member_id, delivery_id)
        return tuple(map(reminder_row, found))

    async def upcoming(self, member_id: int) -> tuple[ReminderRow, ...]:
        """Return a member's open reminders, and the outcomes of the last seven days."""
        since = seconds(self._clock.now() - SHOWN_BACK)
        found = await self._database.fetch(OF_MEMBER, member_id, since)
        return tuple(map(reminder_row, found))

    async def of_posts(
        self, guild_id: int, until: datetime
    ) -> tuple[tuple[PostOccurrence, ...], tuple[Ended, ...]]:
        """Return a server's next posts up to a moment, and counts of recent outcomes.

        The second part counts those of the last seven days, commonest first. One round trip.
        """
        since = self._clock.now() - SHOWN_BACK
        return await self._database.read(partial(of_posts, guild_id, until, since))

    async def due_together(self, moment: datetime) -> int:
        """Return how many messages of all servers and members are due in a minute.

        Args:
            moment: anywhere in that minute.
        """
        start = seconds(moment.replace(second=0, microsecond=0))
        found = await self._database.fetch(DUE_BETWEEN, start, start + 60)
        return int(found[0]["due"])

    async def planned(self, now: datetime) -> tuple[int, ...]:
        """Return the members with a recovery plan of which nothing has been due yet."""
        found = pages(self._database, PLANNED, seconds(now), key=("member_id",))
        return tuple([row["member_id"] async for page in found for row in page])

    async def mark_done(self, member_id: int, reminder_id: int) -> bool:
        """Mark a reminder as done, which cancels its snooze; ``False`` if it is not theirs."""
        done = partial(mark_done, member_id, reminder_id, self._clock.now())
        return await self._database.transact(done, alone=member_id)

    async def arrived(self, arrival: Arrival) -> bool:
        """Record a pressed message's reminders as sent; return whether any was open.

        A message that is settled, as nearly all are, costs a read.
        """
        if not await self._database.read(partial(arrivals.unsettled, arrival)):
            return False
        now = self._clock.now()
        outcomes = await self._database.transact(partial(arrivals.arrived, arrival, now))
        if any(map(concerns_admins, outcomes)):
            self._stopped()
        return bool(outcomes)

    async def snooze(
        self, member_id: int, reminder_id: int, until: datetime, now: datetime
    ) -> int | None:
        """Insert the member's reminder once more, later; return the new id.

        Returns:
            ``None`` when it is not theirs, its session is gone, or its snooze is out already.
        """
        due_at = max(until, now)
        return await self._database.transact(
            partial(snooze, member_id, reminder_id, due_at), alone=member_id
        )

    async def stop(self, member_id: int) -> Stopped:
        """Disable a member's reminders and cancel all open ones."""
        return await self._database.transact(partial(stop, member_id), alone=member_id)


def reminder_row(row: Row) -> ReminderRow:
    """Return a reminder for its owner's list."""
    return ReminderRow(
        reminder_id=row["reminder_id"],
        kind=Kind(row["kind"]),
        where=Where(row["where_to"]),
        state=State(row["state"]),
        due_at=moment(row["due_at"]),
        sent_at=maybe(moment, row["sent_at"]),
        done_at=maybe(moment, row["done_at"]),
        reason=row["reason"],
        session_id=row["session_id"],
        snoozed=row["snoozed_from"] is not None,
        rule_id=row["rule_id"],
        failures=row["failures"],
        first_attempt_at=maybe(moment, row["first_attempt_at"]),
        wake_at=moment(row["wake_at"]),
    )


def post_occurrence(row: Row) -> PostOccurrence:
    """Return a due post for its admins' list."""
    return PostOccurrence(
        post=rows.post(row),
        due_at=moment(row["due_at"]),
        nominal_date=date.fromisoformat(row["nominal_date"]),
        nominal_time=time_of_day(row["nominal_minute"]),
        failures=row["failures"],
        reason=row["reason"],
    )


def of_posts(
    guild_id: int, until: datetime, since: datetime
) -> Steps[tuple[tuple[PostOccurrence, ...], tuple[Ended, ...]]]:
    """Read a server's next posts, and count the outcomes of those due since."""
    coming = yield DUE_POSTS, (guild_id, seconds(until))
    ended = yield ENDED_POSTS, (guild_id, seconds(since))
    fates = (
        Ended(state=State(one["state"]), reason=one["reason"], times=one["times"]) for one in ended
    )
    return tuple(map(post_occurrence, coming)), tuple(fates)


def mark_done(member_id: int, reminder_id: int, now: datetime) -> Steps[bool]:
    """Mark a reminder as done and cancel its open snooze."""
    if not (yield DONE, (member_id, reminder_id, seconds(now))):
        return False
    yield CANCEL_SNOOZE, (member_id, reminder_id)
    return True


def snooze(member_id: int, reminder_id: int, due_at: datetime) -> Steps[int | None]:
    """Insert a reminder's snooze."""
    found = yield SNOOZE, (member_id, reminder_id, seconds(due_at))
    return found[0]["reminder_id"] if found else None


def stop(member_id: int) -> Steps[Stopped]:
    """Disable a member's reminders and cancel the open ones."""
    before = yield RUNNING, (member_id,)
    yield SWITCH_OFF, (member_id,)
    yield rules.STOP, (member_id,)
    cancelled = yield from stop_open(member_id, "stopped")
    was_on = bool(before and before[0]["reminders_on"])
    own = bool(before and before[0]["own"])
    return Stopped(cancelled=cancelled, was_on=was_on, ran=was_on or own)
