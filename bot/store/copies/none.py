"""No copies of ours: a database on a server is copied by the server's own means."""

from pathlib import Path
from typing import NoReturn

from bot.store.copies.backup import Backups
from bot.store.engine.errors import StoreError


class NoBackups(Backups):
    """The backups of a database on PostgreSQL: its operator's."""

    @property
    def longest(self) -> None:
        """Nothing is known of the server's copies."""

    async def make(self) -> NoReturn:
        """Refuse to make one.

        Raises:
            StoreError: always.
        """
        raise StoreError("a database on PostgreSQL is copied by pg_dump, or by archiving its log")

    async def make_when_due(self) -> None:
        """Make none."""

    def forget_old(self) -> list[Path]:
        """Forget none."""
        return []
