"""Notices to members about what was stopped for them, each told once (R12)."""

from collections.abc import Sequence
from functools import partial

from bot.store.engine.database import Database, Steps
from bot.store.engine.waiting import Waiting

# Nobody is kept for a notice who deleted their data meanwhile.
NOTE = """
INSERT INTO member_notices (member_id, reason)
SELECT member_id, $2 FROM members WHERE member_id = $1
ON CONFLICT (member_id, reason) DO NOTHING
"""

FORGET = "DELETE FROM member_notices WHERE member_id = $1 AND reason = $2"
WAITING = "SELECT member_id AS id FROM member_notices"
TAKE = "DELETE FROM member_notices WHERE member_id = $1 RETURNING reason"


class MemberNotices:
    """The notices that members have not seen yet: reason codes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.waiting = Waiting(database, WAITING)

    async def take(self, member_id: int) -> tuple[str, ...]:
        """Return the reasons a member is to be told, to the first who asks only."""
        if not await self.waiting.may_have(member_id):
            return ()
        return await self._database.transact(partial(_take, member_id), alone=member_id)

    async def give_back(self, member_id: int, reasons: Sequence[str]) -> None:
        """Put back what could not be told, for the next answer."""
        await self._database.transact(partial(_note_all, member_id, reasons), alone=member_id)
        self.waiting.expect()


def note(member_id: int, reason: str) -> Steps[None]:
    """Record a notice to a member."""
    yield NOTE, (member_id, reason)


def forget(member_id: int, reason: str) -> Steps[None]:
    """Take a notice back: it is not so any more, or is told otherwise."""
    yield FORGET, (member_id, reason)


def _take(member_id: int) -> Steps[tuple[str, ...]]:
    found = yield TAKE, (member_id,)
    return tuple(sorted(row["reason"] for row in found))


def _note_all(member_id: int, reasons: Sequence[str]) -> Steps[None]:
    for reason in reasons:
        yield from note(member_id, reason)
