"""The repository of members: one read for an answer, one transaction for a change."""

import asyncio
from datetime import datetime, timedelta
from functools import partial

from bot.clock import Clock
from bot.domain.decisions.diary import Diary
from bot.domain.facts.history import HistoryPage
from bot.domain.facts.imports import Import
from bot.domain.facts.member import NO_CHANGE, Change, KeptAnswer, Member
from bot.domain.facts.settings import CLOSED_KEPT, DIGEST_KEPT, KEPT_FOR
from bot.domain.facts.training import LegSession, Run
from bot.store.engine import deletions
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Database, Steps
from bot.store.engine.deletions import Deletion, DeletionFile
from bot.store.engine.heard import heard
from bot.store.engine.paging import pages
from bot.store.members import answers
from bot.store.members.changes import REOPEN_DM
from bot.store.members.context import context
from bot.store.members.diary import diary
from bot.store.members.imports import held, last_imports
from bot.store.members.pages import NEWEST, RUNS, SESSIONS, Place, page_of
from bot.store.members.personal import (
    SILENT,
    count_rows,
    delete_member,
    purge_closed,
    readable_tables,
    rows_of_member,
)
from bot.store.members.revising import Decide, T, decided_on, is_met_again, met_again, revise
from bot.store.members.trimming import trim
from bot.store.recurring.rules import KEEP_OVER, PURGE_OVER

TOUCH_EVERY = timedelta(days=1)

TOUCH = """
UPDATE members SET last_command_at = $2,
    locale = CASE WHEN language_chosen = 1 THEN locale ELSE coalesce($3, locale) END
WHERE member_id = $1 AND last_command_at < $2
"""


class Members:
    """The repository of members. One without a row is one who said nothing yet."""

    def __init__(self, database: Database, clock: Clock, deleted: DeletionFile) -> None:
        self._database = database
        self._clock = clock
        self._deleted = deleted
        # Seen by context() more than a day after their last write.
        self._untouched: set[int] = set()

    async def context(self, member_id: int, guild_id: int | None) -> Member:
        """Read everything that decides an answer to the member, in one round trip.

        One more opens their DMs again where they are met in a server after none was shared.
        """
        now = self._clock.now()
        member, last_command_at = await self._database.read(
            partial(context, member_id, guild_id, now, heard(member_id))
        )
        self._note(member_id, last_command_at, now)
        if is_met_again(member, guild_id):
            await self._database.execute(REOPEN_DM, member_id)
            return met_again(member)
        return member

    async def revise(
        self,
        member_id: int,
        guild_id: int | None,
        *,
        now: datetime,
        decide: Decide[T],
        whole: bool = False,
    ) -> T:
        """Read, decide and write in one transaction and round trip; nobody comes in between.

        What the result lists of reminders is read back from what is then kept.

        ``decide`` is pure and short, a millisecond or so: it runs between the transaction's
        statements, on the store's thread; what it has to load at its first use holds nobody up.
        With an empty change nothing is written. With ``whole`` the member has all their leg days
        and runs, not only the latest.

        Raises:
            LegdayError: whatever ``decide`` raises; nothing is written then.
        """
        return (await self.change(member_id, guild_id, now=now, decide=decide, whole=whole))[1]

    async def change(
        self,
        member_id: int,
        guild_id: int | None,
        *,
        now: datetime,
        decide: Decide[T],
        whole: bool = False,
    ) -> tuple[Change, T]:
        """Do as ``revise`` does; return what was written as well."""
        said = heard(member_id)
        steps = partial(revise, member_id, guild_id, now, decide, said, whole=whole)
        result = await self._database.transact(steps, alone=member_id)
        self._untouched.discard(member_id)
        return result

    async def consult(
        self,
        member_id: int,
        guild_id: int | None,
        *,
        now: datetime,
        decide: Decide[T],
        whole: bool = False,
    ) -> T:
        """Read and decide outside the writing queue, where there is seldom something to write.

        A change is decided once more, as ``revise`` does: two round trips. ``whole`` as there.

        Raises:
            LegdayError: as ``revise``.
        """
        said = heard(member_id)
        decided = partial(decided_on, member_id, guild_id, now, decide, said, whole=whole)
        found, last_command_at = await self._database.read(decided)
        self._note(member_id, last_command_at, now)
        if found is not None and found[0] == NO_CHANGE:
            return found[1]
        return await self.revise(member_id, guild_id, now=now, decide=decide, whole=whole)

    async def touch(self, member_id: int, now: datetime) -> None:
        """Record that the member is active (retention); one round trip a day at most."""
        if member_id in self._untouched:
            self._untouched.discard(member_id)
            await self._database.execute(TOUCH, member_id, seconds(now), heard(member_id))

    async def history(
        self, member_id: int, guild_id: int | None = None, *, place: Place = NEWEST, limit: int
    ) -> HistoryPage[LegSession]:
        """Return a page of the member's sessions."""
        steps = partial(page_of, SESSIONS, member_id, guild_id, place, limit)
        return await self._database.read(steps)

    async def run_history(
        self, member_id: int, guild_id: int | None = None, *, place: Place = NEWEST, limit: int
    ) -> HistoryPage[Run]:
        """Return a page of the member's runs."""
        steps = partial(page_of, RUNS, member_id, guild_id, place, limit)
        return await self._database.read(steps)

    async def diary(self, member_id: int, guild_id: int | None, *, since: datetime) -> Diary:
        """Read everything the member logged since a moment, in one round trip."""
        return await self._database.read(partial(diary, member_id, guild_id, since))

    async def keep_answer(self, member_id: int, answer: KeptAnswer) -> bool:
        """Store an answer if the member consented; ``False`` if not, or if it is stored.

        One round trip, in which they are noted as there too. Where a change is kept with the answer
        anyway, ``Change.answer`` saves it.
        """
        stale = member_id in self._untouched
        self._untouched.discard(member_id)
        return await self._database.transact(
            partial(_keep_answer, member_id, answer, heard(member_id), touch=stale),
            alone=member_id,
        )

    async def imports(self, member_id: int) -> tuple[Import, ...]:
        """Return the member's imports, the newest first."""
        return await self._database.read(partial(last_imports, member_id))

    async def held(self, member_id: int) -> tuple[dict[str, int], tuple[Import, ...]]:
        """Count what is stored about the member, by table, and return their imports."""
        return await self._database.read(partial(held, member_id))

    async def counts(self, member_id: int) -> dict[str, int]:
        """Count what is stored about the member, by table."""
        return await self._database.read(partial(count_rows, member_id))

    async def export(self, member_id: int) -> dict[str, list[dict[str, object]]]:
        """Return everything stored about the member, by table, in plain JSON types.

        Nobody waits for a large one: the store's thread only reads the rows, of one moment.
        """
        tables = await self._database.read(partial(rows_of_member, member_id))
        return await asyncio.to_thread(readable_tables, tables)

    async def delete(self, member_id: int) -> dict[str, int]:
        """Delete everything stored about the member, from the files too; count rows by table."""
        deletion = deletions.made("member", member_id, self._clock.now())
        counts = await self._database.transact(
            partial(_delete_for_good, member_id, deletion), alone=member_id
        )
        self._untouched.discard(member_id)
        self._database.erase()
        await self._deleted.add(deletion)
        return counts

    async def purge(self, now: datetime) -> int:
        """Delete members silent for 24 months, and old closed reminders; count the members."""
        gone, since = 0, now - KEPT_FOR
        async for page in pages(self._database, SILENT, seconds(since), key=("member_id",)):
            for row in page:
                steps = partial(delete_member, row["member_id"], silent_since=since)
                await self._database.transact(steps, alone=row["member_id"])
            gone += len(page)
        closed = await purge_closed(self._database, now - CLOSED_KEPT)
        await self._database.execute(deletions.EXPIRE, seconds(now - DIGEST_KEPT))
        over = await self._database.execute(PURGE_OVER, (now - KEEP_OVER).date().isoformat())
        if gone or closed or over:
            self._database.erase()
        return gone

    def _note(self, member_id: int, last_command_at: int | None, now: datetime) -> None:
        if last_command_at is not None and last_command_at <= seconds(now - TOUCH_EVERY):
            self._untouched.add(member_id)


def _delete_for_good(member_id: int, deletion: Deletion) -> Steps[dict[str, int]]:
    """Delete a member and record it, so that no restored backup brings them back."""
    yield from deletions.note(deletion)
    return (yield from delete_member(member_id))


def _keep_answer(
    member_id: int, answer: KeptAnswer, said: str | None, *, touch: bool
) -> Steps[bool]:
    kept = yield answers.add(member_id, answer, tell=True)
    yield trim("answers", member_id)
    if touch:
        yield TOUCH, (member_id, seconds(answer.asked_at), said)
    return bool(kept)
