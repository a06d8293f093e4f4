"""Small facts the bot keeps about itself."""

from bot.store.engine.database import Database

GET = "SELECT value FROM meta WHERE key = $1"

SET = """
INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


class Meta:
    """Text by key: the hash of the synced commands, the time zone database last used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, key: str) -> str | None:
        """Return what is kept under ``key``."""
        row = await self._database.fetchrow(GET, key)
        return None if row is None else row["value"]

    async def set(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``."""
        await self._database.execute(SET, key, value)
