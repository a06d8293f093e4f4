"""Members who left a server: Discord does not announce them, so the bot asks for them.

A name that was not seen for a week is asked after before it is told again, a few at a time and once
a week; who is not in the server any more is treated as if they had left its group life. A digest
names those alone who came to the board within a week: nobody has to be asked after for it.
"""

import asyncio
import logging
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.delivery.discord_transport import DiscordTransport
from bot.domain.timing.outcomes import Refused, SendError
from bot.store.groups.memberships import Memberships
from bot.store.members.boards import Boards

log = logging.getLogger(__name__)

UNKNOWN_MEMBER = 10007
ASKED_AFTER = timedelta(days=7)  # without a press, or an answer of Discord's
AT_ONCE = 10
REMEMBERED = 10_000  # answers; beyond them the oldest are asked for again


class LeftMembers:
    """Asks Discord after those on a board who were not seen for long."""

    def __init__(
        self, boards: Boards, memberships: Memberships, transport: DiscordTransport, clock: Clock
    ) -> None:
        self._boards = boards
        self._memberships = memberships
        self._transport = transport
        self._clock = clock
        self._asked: dict[tuple[int, int], datetime] = {}

    async def ask(self, guild_id: int) -> frozenset[int]:
        """Take those out of a server's group life who are not in the server any more."""
        unseen = await self._boards.unseen(guild_id, ASKED_AFTER)
        now = self._clock.now()
        due = [one for one in unseen if not self._is_known(guild_id, one, now)][:AT_ONCE]
        answers = await asyncio.gather(*(self._is_gone(guild_id, one) for one in due))
        gone = frozenset(one for one, is_gone in zip(due, answers, strict=True) if is_gone)
        for member_id in gone:
            await self._memberships.leave(guild_id, member_id)
        return gone

    def _is_known(self, guild_id: int, member_id: int, now: datetime) -> bool:
        asked_at = self._asked.get((guild_id, member_id))
        return asked_at is not None and now - asked_at < ASKED_AFTER

    async def _is_gone(self, guild_id: int, member_id: int) -> bool:
        """Tell whether Discord says so; where it does not answer, nobody is gone."""
        try:
            await self._transport.get(f"/guilds/{guild_id}/members/{member_id}")
        except Refused as error:
            return error.code == UNKNOWN_MEMBER
        except SendError as error:
            log.info("a member of server %d could not be asked after: %s", guild_id, error)
            return False
        self._asked.pop((guild_id, member_id), None)
        self._asked[guild_id, member_id] = self._clock.now()
        if len(self._asked) > REMEMBERED:
            del self._asked[next(iter(self._asked))]
        return False
