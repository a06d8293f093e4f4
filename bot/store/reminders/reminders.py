"""The repository of reminders: delivery's claims and outcomes, members' lists and actions."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
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
from bot.store.engine.conversions import maybe, moment, seconds
from bot.store.engine.database import Database
from bot.store.engine.paging import pages
from bot.store.reminders import arrivals, claims, health
from bot.store.reminders.acts import mark_done, snooze, stop
from bot.store.reminders.health import LastDay, Queue
from bot.store.reminders.listing import (
    OF_DELIVERY,
    OF_MEMBER,
    ONE_OF_MEMBER,
    of_posts,
    reminder_row,
)

SHOWN_BACK = timedelta(days=7)

DUE_BETWEEN = """
SELECT count(*) AS due FROM reminders WHERE state = 'open' AND wake_at >= $1 AND wake_at < $2
"""

PLANNED = """
SELECT member_id FROM reminders
WHERE state = 'open' AND ordinal IS NOT NULL AND member_id > $2
GROUP BY member_id HAVING min(wake_at) > $1 ORDER BY member_id LIMIT $3
"""

# The rest of the row stays, attempt and first attempt above all: a message may be out (R7).
RELEASE_CLAIMED = """
UPDATE reminders SET wake_at = $1, claimed_at = NULL WHERE claimed_at IS NOT NULL
RETURNING reminder_id
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

        Returns the ids that counted; an outcome of an attempt that is not the latest does not.
        """
        counted = await self._database.transact(partial(claims.settle, outcomes, now))
        if any(
            one.absence or one.dm_closed or one.unshared or concerns_admins(one) for one in outcomes
        ):
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
        """Return how many messages of all servers and members are due in the minute of a moment."""
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

        ``None`` when it is not theirs, its session is gone, or its snooze is out already.
        """
        later = partial(snooze, member_id, reminder_id, max(until, now))
        return await self._database.transact(later, alone=member_id)

    async def stop(self, member_id: int) -> Stopped:
        """Disable a member's reminders and cancel all open ones."""
        return await self._database.transact(partial(stop, member_id), alone=member_id)
