"""The repository of a server as a whole: read, decided and written in one transaction."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TypeVar

from bot.domain.decisions.servers import Server, ServerChange
from bot.store.engine import rows
from bot.store.engine.database import Database, Steps, think
from bot.store.groups import memberships
from bot.store.recurring import posts
from bot.store.servers import guilds, planners

T = TypeVar("T")
DecideServer = Callable[[Server], tuple[ServerChange, T]]


class Servers:
    """Servers with settings and posts. Of two changes at once, the second sees the first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def look(self, guild_id: int) -> Server:
        """Read a server's settings and posts."""
        return await self._database.read(partial(look, guild_id))

    async def revise(
        self, guild_id: int, *, now: datetime, decide: DecideServer[T], by: int | None = None
    ) -> T:
        """Change a server by a pure decision, and its next occurrences with it (R15).

        ``decide`` runs between the transaction's statements, so it must be short: admins' changes
        are rare, and 20 posts are planned in a few milliseconds. ``by`` is the admin who asked: who
        planned the posts that are added.

        Raises:
            LegdayError: whatever ``decide`` raises; nothing is written then.
        """
        return await self._database.transact(
            partial(revise, guild_id, now, decide, by), alone=guild_id
        )


def look(guild_id: int) -> Steps[Server]:
    """Read a server as a whole."""
    found = yield rows.GUILD, (guild_id,)
    listed = yield posts.LIST, (guild_id,)
    return Server(
        settings=rows.settings_of(guild_id, found),
        posts=tuple(map(rows.post, listed)),
        taking_part=(yield memberships.COUNT, (guild_id,))[0]["joined"],
    )


def revise(
    guild_id: int, now: datetime, decide: DecideServer[T], by: int | None = None
) -> Steps[T]:
    """Read a server, decide, and write what was decided."""
    server = yield from look(guild_id)
    change, result = yield from think(partial(decide, server))
    if change.settings is not None:
        yield from guilds.save(change.settings, now)
    for planned in change.added:
        yield from posts.add(planned.post, planned.ahead, now)
        if by is not None:
            yield from planners.put(by, planned.post.post_id)
    for planned in change.changed:
        yield from posts.update(planned.post, planned.ahead, now)
    if change.removed is not None:
        yield from posts.remove(guild_id, change.removed)
    return result
