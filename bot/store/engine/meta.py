"""Key-value metadata of the bot itself."""

from bot.store.engine.database import Database

GET = "SELECT value FROM meta WHERE key = $1"

SET = """
INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


class Meta:
    """Text by key: the hash of the registered commands, the tzdata version last used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, key: str) -> str | None:
        """Return the value of ``key``."""
        row = await self._database.fetchrow(GET, key)
        return None if row is None else row["value"]

    async def set(self, key: str, value: str) -> None:
        """Set the value of ``key``."""
        await self._database.execute(SET, key, value)
