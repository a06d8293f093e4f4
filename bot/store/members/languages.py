"""The languages that members and servers chose, and the one that Discord shows itself in.

Discord says the latter with every interaction. It is kept with what is written anyway: for the rest
of a task that answers somebody, ``hear`` has it at hand.
"""

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final

from bot.store.engine.database import Database, Steps

LONGEST: Final = 20  # characters: Discord's own have five or six

OF_MEMBERS = "SELECT member_id, locale FROM members WHERE language_chosen = 1"
OF_SERVERS = "SELECT guild_id, locale FROM guilds WHERE locale IS NOT NULL"
OF_MEMBER = "SELECT locale FROM members WHERE member_id = $1"

_heard: ContextVar[tuple[int, str] | None] = ContextVar("heard", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Who chose another language than Discord's, by Discord's name for it."""

    members: dict[int, str] = field(default_factory=dict)
    servers: dict[int, str] = field(default_factory=dict)


class Languages:
    """Reads the languages that were chosen: few, and all at once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def chosen(self) -> Chosen:
        """Read who chose a language."""
        return await self._database.read(_chosen)

    async def of_member(self, member_id: int) -> str | None:
        """Return the language a member is written to; ``None`` where it is not known."""
        row = await self._database.fetchrow(OF_MEMBER, member_id)
        return None if row is None else row["locale"]


def hear(member_id: int, locale: str) -> None:
    """Note in which language Discord shows itself to whom this task answers."""
    _heard.set((member_id, locale) if 0 < len(locale) <= LONGEST else None)


def heard(member_id: int) -> str | None:
    """Return what was heard of a member in this task."""
    said = _heard.get()
    return said[1] if said is not None and said[0] == member_id else None


def _chosen() -> Steps[Chosen]:
    members = yield OF_MEMBERS, ()
    servers = yield OF_SERVERS, ()
    return Chosen(
        members={row["member_id"]: row["locale"] for row in members},
        servers={row["guild_id"]: row["locale"] for row in servers},
    )
