"""Ids that something waits for, held in memory: for all others a look costs no round trip."""

from bot.store.engine.database import Database


class Waiting:
    """The ids that a statement returns as ``id``, read again only after they may have changed."""

    def __init__(self, database: Database, statement: str) -> None:
        self._database = database
        self._statement = statement
        self._ids: frozenset[int] | None = None  # None: to be read
        self._changes = 0

    def expect(self) -> None:
        """Have the ids read again before the next is looked for: there may be others."""
        self._changes += 1
        self._ids = None

    async def look(self) -> None:
        """Read the ids now."""
        changes = self._changes
        found = frozenset(row["id"] for row in await self._database.fetch(self._statement))
        if changes == self._changes:  # else this was read too early: the next caller looks again
            self._ids = found

    async def may_have(self, one: int) -> bool:
        """Tell whether something may wait for an id; ``False`` is certain."""
        if self._ids is None:
            await self.look()
        return self._ids is None or one in self._ids
