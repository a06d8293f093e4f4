"""The buttons of delivered reminders and posts, valid for as long as the message exists."""

from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from discord.ext import commands

from bot.client.answering import mark_kept
from bot.client.interactions import Interaction, Router, answer, number, update
from bot.client.post_done import PostDone
from bot.client.pressed import arrival_of
from bot.clock import Clock
from bot.domain.facts.errors import Expired, NeedsZone, NotAllowed, NotFound
from bot.domain.facts.member import Member
from bot.domain.facts.occurrences import ReminderRow
from bot.domain.facts.reminders import Snooze, snooze_until
from bot.domain.facts.settings import QuietHours
from bot.domain.reading import zones
from bot.store.store import Store
from bot.texts.card import Button
from bot.texts.reminders import messages, stopping

if TYPE_CHECKING:
    from bot.client.app import LegdayBot

NEVER = QuietHours(start=time.min, end=time.min)


class ReminderButtons(commands.Cog):
    """Done, Snooze and Stop: only the reminder's own member may press them.

    ``wake`` tells delivery that something may be due earlier.
    """

    def __init__(
        self, store: Store, clock: Clock, router: Router, wake: Callable[[], None]
    ) -> None:
        self._reminders = store.reminders
        self._members = store.members
        self._posts = PostDone(store.post_counts)
        self._clock = clock
        self._wake = wake
        router.first(self.arrived)
        router.on("rem.done", self.done)
        router.on("rem.snooze", self.snooze)
        router.on("rem.snooze_to", self.snooze_to)
        router.on("all.snooze_to", self.snooze_all_to)
        router.on("rem.stop", self.stop)
        router.on("post.done", self.post_done)

    async def arrived(self, interaction: Interaction) -> None:
        """Record a message's reminders as sent when anything in it is pressed.

        Its sending may still be in doubt, and the press may be about to edit it.
        """
        arrival = arrival_of(interaction)
        if arrival is not None and await self._reminders.arrived(arrival):
            self._wake()

    async def done(self, interaction: Interaction, reminder: str) -> None:
        """Mark the reminder as done; pressed again, it stays so."""
        reminder_id, member_id = number(reminder), interaction.user.id
        row = await self._reminders.get(member_id, reminder_id)
        if row is None or not await self._reminders.mark_done(member_id, reminder_id):
            raise NotFound("reminder_gone")
        mark_kept(interaction)
        await update(interaction, messages.done(row, member_id))

    async def snooze(self, interaction: Interaction, reminder: str) -> None:
        """Ask for how long to snooze."""
        reminder_id = number(reminder)
        if await self._reminders.get(interaction.user.id, reminder_id) is None:
            raise NotFound("reminder_gone")
        await answer(interaction, messages.snooze_choices(f"rem.snooze_to:{reminder_id}"))

    async def snooze_to(self, interaction: Interaction, reminder: str, choice: str) -> None:
        """Snooze the reminder; pressed again, the snooze moves."""
        row = await self._reminders.get(interaction.user.id, number(reminder))
        await self._snooze(interaction, () if row is None else (row,), choice)

    async def snooze_all_to(self, interaction: Interaction, delivery: str, choice: str) -> None:
        """Snooze all of the presser's reminders in a message."""
        rows = await self._reminders.of_delivery(interaction.user.id, number(delivery))
        await self._snooze(interaction, rows, choice)

    async def _snooze(
        self, interaction: Interaction, rows: Sequence[ReminderRow], choice: str
    ) -> None:
        if choice not in set(Snooze):
            raise Expired("control_unknown")
        member_id, now = interaction.user.id, self._clock.now()
        member = await self._members.context(member_id, interaction.guild_id)
        until = snooze_until(Snooze(choice), now, *_hours(member, Snooze(choice)))
        if rows:
            _check_on(member, until, own=any(row.rule_id is not None for row in rows))
        ids = [await self._reminders.snooze(member_id, row.reminder_id, until, now) for row in rows]
        if not any(ids):
            raise NotFound("reminder_gone")
        mark_kept(interaction)
        self._wake()
        await update(interaction, messages.snoozed(until))

    async def stop(self, interaction: Interaction, reminder: str) -> None:
        """Stop all of the member's reminders.

        What stands in somebody's DM was sent to them: there the button works even when the reminder
        itself is long forgotten.
        """
        member_id, reminder_id = interaction.user.id, number(reminder)
        row = await self._reminders.get(member_id, reminder_id)
        if row is None and interaction.guild_id is not None:
            raise NotFound("reminder_gone")
        result = await self._reminders.stop(member_id)
        mark_kept(interaction)
        only: tuple[Button, ...] = ()
        if row is not None:
            only = (stopping.only_this(reminder_id, result, own=row.rule_id is not None),)
        await answer(interaction, stopping.stopped(result, only))

    async def post_done(self, interaction: Interaction, post: str) -> None:
        """Count a Done under a server's post; the button tells how many there are."""
        if not await self._posts.press(interaction, number(post)):
            await answer(interaction, messages.post_done())


def _hours(member: Member, choice: Snooze) -> tuple[QuietHours, ZoneInfo]:
    """Return the member's quiet hours and zone; neither is needed for an hour from now.

    Raises:
        NeedsZone: an evening or a morning cannot be told without a zone.
    """
    if member.zone is not None:
        return member.profile.quiet, zones.zone(member.zone)
    if choice is not Snooze.HOUR:
        raise NeedsZone("snooze_needs_zone")
    return NEVER, ZoneInfo("UTC")


def _check_on(member: Member, until: datetime, *, own: bool) -> None:
    """Refuse a snooze that would not be sent; ``own`` rules are on without the others.

    Raises:
        NotAllowed: the member's reminders are off, or paused for longer.
    """
    paused_until = member.reminders.paused_until
    if not member.reminders.on and not own:
        raise NotAllowed("reminders_off")
    if paused_until is not None and until < paused_until:
        raise NotAllowed("reminders_paused", until=paused_until)


async def setup(bot: "LegdayBot") -> None:
    """Load the buttons."""
    await bot.add_cog(ReminderButtons(bot.store, bot.clock, bot.tree.router, bot.ring))
