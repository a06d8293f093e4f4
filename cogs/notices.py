"""What is due to be told, added once to the next answer: to admins and to members."""

import logging

import aiohttp
import discord
from discord.ext import commands

from bot.client.answering import has_said, mark_kept
from bot.client.app import LegdayBot
from bot.client.installs import managed_guild_id, our_guild
from bot.client.interactions import Interaction, answer, update
from bot.domain.decisions import servers
from bot.domain.facts.permissions import DMS_CLOSED, DMS_UNSHARED
from bot.texts import dms
from bot.texts.card import Card
from bot.texts.reminders import absences
from bot.texts.servers import notices

log = logging.getLogger(__name__)

SAYS_IT = "config show"  # what it answers says all that a notice would


class NoticeListener(commands.Cog):
    """Adds notices to answers: admins did not opt in to direct messages, members' may be closed."""

    def __init__(self, bot: LegdayBot) -> None:
        store, router = bot.store, bot.router
        self._notices = store.notices
        self._planners = store.planners
        self._member_notices = store.member_notices
        self._servers = store.servers
        self._clock = bot.clock
        self._wake = bot.ring
        router.on("notice.again", self._press_again)
        router.last(self._tell_of_posts)
        router.last(self._tell_member)

    async def _tell_of_posts(self, interaction: Interaction) -> None:
        """Tell of posts that stopped or ping nobody: an admin here, and who planned them anywhere.

        Who is both, and was told of this server as its admin, is not told of its posts twice.
        """
        told_of = await self._tell_admin(interaction)
        planned = [
            post
            for post in await self._planners.take(interaction.user.id)
            if post.guild_id != told_of
        ]
        if planned and not await _told(interaction, notices.planned_by_you(planned)):
            await self._planners.give_back(planned)

    async def _tell_admin(self, interaction: Interaction) -> int | None:
        """Show an admin what waits for one here; return the server of which all is said now."""
        guild_id = our_guild(interaction)
        if guild_id is None or not interaction.permissions.manage_guild:
            return None
        server = await self._notices.take(guild_id, self._clock.now())
        if interaction.command is not None and interaction.command.qualified_name == SAYS_IT:
            return guild_id
        if server is None or not servers.needs_admin(server):
            return None
        card = notices.back(server) if servers.is_back(server) else notices.stopped(server)
        if await _told(interaction, card):
            return guild_id
        await self._notices.give_back(guild_id)
        return None

    async def _tell_member(self, interaction: Interaction) -> None:
        """Tell a member, after their own answer, what was stopped and how it comes again."""
        reasons = list(await self._member_notices.take(interaction.user.id))
        while reasons:
            card = _of(reasons[0])
            if not _is_said(interaction, reasons[0]) and not await _told(interaction, card):
                await self._member_notices.give_back(interaction.user.id, reasons)
                return
            del reasons[0]

    async def _press_again(self, interaction: Interaction) -> None:
        guild_id, now = managed_guild_id(interaction), self._clock.now()
        count = await self._servers.revise(
            guild_id, now=now, decide=lambda server: servers.mend(server, now)
        )
        mark_kept(interaction)
        self._wake()
        await update(interaction, notices.mended(count) if count else notices.nothing_stopped())


def _of(reason: str) -> Card:
    """Return what a member is told of what stopped for a reason."""
    if reason in {DMS_CLOSED, DMS_UNSHARED}:
        return dms.not_arrived(unshared=reason == DMS_UNSHARED)
    return absences.stopped(reason)


def _is_said(interaction: Interaction, reason: str) -> bool:
    """Tell whether a member needs no notice: the answer says it, or they are met in a server."""
    if reason == DMS_UNSHARED:
        met = our_guild(interaction) is not None
        return met or has_said(interaction, dms.closed(unshared=True))
    return reason == DMS_CLOSED and has_said(interaction, dms.closed())


async def _told(interaction: Interaction, card: Card) -> bool:
    """Add a notice to the answer; tell whether it got through."""
    try:
        await answer(interaction, card)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        log.warning("a notice could not be sent (%s); the next answer has it", error)
        return False
    return True


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(NoticeListener(bot))
