"""Members who left a server: Discord does not announce them, so they are asked after.

A name that was not seen for a week is asked after before it is told again, a few at a time; who is
not in the server any more is treated as if they had left its group life.
"""

import asyncio
import logging

from bot.delivery.transport import DiscordTransport
from bot.domain.timing.outcomes import Refused, SendError
from bot.store.groups.memberships import Memberships
from bot.store.members.boards import Boards

log = logging.getLogger(__name__)

UNKNOWN_MEMBER = 10007


class LeftMembers:
    """Asks Discord after those on a board who were not seen for long."""

    def __init__(
        self, boards: Boards, memberships: Memberships, transport: DiscordTransport
    ) -> None:
        self._boards = boards
        self._memberships = memberships
        self._transport = transport

    async def ask(self, guild_id: int) -> None:
        """Take those out of a server's group life who are not in the server any more."""
        unseen = await self._boards.unseen(guild_id)
        gone = await asyncio.gather(*(self._is_gone(guild_id, one) for one in unseen))
        for member_id, is_gone in zip(unseen, gone, strict=True):
            if is_gone:
                await self._memberships.leave(guild_id, member_id)

    async def _is_gone(self, guild_id: int, member_id: int) -> bool:
        """Tell whether Discord says so; where it does not answer, nobody is gone."""
        try:
            await self._transport.get(f"/guilds/{guild_id}/members/{member_id}")
        except Refused as error:
            return error.code == UNKNOWN_MEMBER
        except SendError as error:
            log.info("a member of server %d could not be asked after: %s", guild_id, error)
        return False
