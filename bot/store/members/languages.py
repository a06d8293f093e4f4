"""The languages that members and servers chose."""

from dataclasses import dataclass, field

from bot.store.engine.database import Database, Steps

OF_MEMBERS = "SELECT member_id, locale FROM members WHERE language_chosen = 1"
OF_SERVERS = "SELECT guild_id, locale FROM guilds WHERE locale IS NOT NULL"
OF_MEMBER = "SELECT locale FROM members WHERE member_id = $1"


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


def _chosen() -> Steps[Chosen]:
    members = yield OF_MEMBERS, ()
    servers = yield OF_SERVERS, ()
    return Chosen(
        members={row["member_id"]: row["locale"] for row in members},
        servers={row["guild_id"]: row["locale"] for row in servers},
    )
