"""Servers that the bot has left or is in again, also those of which no event tells."""

import logging
from typing import TYPE_CHECKING

from bot.store.store import Store

if TYPE_CHECKING:
    from bot.client.gateway import PatientBot

log = logging.getLogger(__name__)


class LeftServers:
    """Stops what goes to servers that the bot has left; those joined again are asked.

    The bot knows the servers of its own shards, and only those.
    """

    def __init__(self, bot: "PatientBot", store: Store) -> None:
        self._bot = bot
        self._store = store
        self._left: set[int] = set()  # servers the bot is not in, whose settings are kept

    async def look(self, shard_id: int) -> None:
        """Notice the servers of a shard that were left or joined again while the bot was away.

        Only a shard of ours that had its READY says which they are: of any other we know none. A
        bot that is being stopped meanwhile leaves that to its next start: its store is closed.
        """
        if self._bot.is_closed() or shard_id not in self._bot.known_shards:
            return
        self._left |= await self._store.guilds.left()
        for stored in tuple(self._left):
            if self._bot.get_guild(stored) is not None:
                await self.come_back(stored)
        known = () if self._bot.is_closed() else await self._store.guilds.ids()
        for stored in known:
            of_this_shard = (stored >> 22) % (self._bot.shard_count or 1) == shard_id
            if of_this_shard and self._bot.get_guild(stored) is None:
                await self.leave(stored)

    async def leave(self, guild_id: int) -> None:
        """Stop what goes to a server."""
        self._left.add(guild_id)
        await self._store.guilds.leave(guild_id)
        log.info("left server %d; its posts are stopped, and deleted in 30 days", guild_id)

    async def come_back(self, guild_id: int) -> None:
        """Have the admins of a server asked whether all is to be as before."""
        # discord.py announces the servers of READY seconds later, those left meanwhile included.
        if guild_id not in self._left or self._bot.get_guild(guild_id) is None:
            return
        self._left.discard(guild_id)
        if await self._store.guilds.come_back(guild_id):
            self._store.notices.waiting.expect()
            log.info("back on server %d; its admins are asked whether all is as before", guild_id)
