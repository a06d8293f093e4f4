"""A member's leg days as the cogs find, change and confirm them, and which of them were shared."""

from collections.abc import Callable
from datetime import datetime

from bot.client.consenting import Entry
from bot.client.installs import our_guild
from bot.client.interactions import Interaction, number
from bot.client.saving import Saver
from bot.client.sharing import Shares
from bot.clock import Clock
from bot.domain.decisions import journal
from bot.domain.decisions.journal import LoggedSession
from bot.domain.facts.member import Change, Member
from bot.domain.facts.training import LegSession
from bot.store.members.members import Members
from bot.texts.legday import entries

Decide = Callable[[Member, datetime], tuple[Change, LoggedSession]]


class LegDays:
    """Finds and changes leg days; every change is answered by the entry's card."""

    def __init__(self, members: Members, clock: Clock, saver: Saver) -> None:
        self.shares = Shares("log.share")
        self._members = members
        self._clock = clock
        self._saver = saver

    async def find(self, interaction: Interaction, entry: str) -> tuple[Member, LegSession]:
        """Return a member and one of their entries, however old it is."""
        session_id = number(entry)
        return await self._members.consult(
            interaction.user.id,
            our_guild(interaction),
            now=self._clock.now(),
            decide=lambda member: (Change(), (member, journal.find(member, session_id))),
        )

    async def change(
        self,
        interaction: Interaction,
        decide: Decide,
        *,
        zone: str | None = None,
        replace_message: bool = True,
    ) -> None:
        """Save a change of an entry; one that keeps a ``zone`` does not edit it."""
        now = self._clock.now()
        entry = Entry(
            lambda member: decide(member, now),
            lambda result: entries.logged(
                result,
                now=now,
                edited=zone is None,
                shared=self.shares.was_shared(interaction, about=result.session.session_id),
            ),
            zone=zone,
        )
        await self._saver.save(interaction, entry, replace_message=replace_message)
