"""The buttons of delivered reminders and posts, valid for as long as the message exists."""

from collections.abc import Sequence

from discord.ext import commands

from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.installs import in_bot_dm, our_guild
from bot.client.interactions import Interaction, answer, number, update
from bot.client.post_done import PostDone
from bot.client.pressed import arrival_of
from bot.client.reminder_acts import ReminderActs
from bot.client.speaking import for_all
from bot.domain.facts.errors import Expired, NotFound
from bot.domain.facts.occurrences import ReminderRow
from bot.domain.facts.reminders import Snooze
from bot.texts.reminders import messages


class ReminderButtons(commands.Cog):
    """Done, Snooze and Stop: only the reminder's own member may press them."""

    def __init__(self, bot: LegdayBot) -> None:
        store, router = bot.store, bot.router
        self._reminders = store.reminders
        self._acts = ReminderActs(store, bot.clock, bot.ring)
        self._posts = PostDone(store.post_counts)
        self._wake = bot.ring
        router.first(self._arrived)
        router.on("rem.done", self._press_done)
        router.on("rem.snooze", self._press_snooze)
        router.on("rem.snooze_to", self._press_snooze_to)
        router.on("all.snooze_to", self._press_snooze_all_to)
        router.on("rem.stop", self._press_stop)
        router.on("post.done", self._press_post_done)

    async def _arrived(self, interaction: Interaction) -> None:
        """Record a message's reminders as sent when anything in it is pressed.

        Its sending may still be in doubt, and the press may be about to edit it.
        """
        arrival = arrival_of(interaction)
        if arrival is not None and await self._reminders.arrived(arrival):
            self._wake()

    async def _press_done(self, interaction: Interaction, reminder: str) -> None:
        """Mark the reminder as done; pressed again, it stays so."""
        member_id = interaction.user.id
        row = await self._acts.done(member_id, number(reminder))
        mark_kept(interaction)
        await update(interaction, await for_all(interaction, lambda: messages.done(row, member_id)))

    async def _press_snooze(self, interaction: Interaction, reminder: str) -> None:
        """Ask for how long to snooze."""
        reminder_id = number(reminder)
        if await self._reminders.get(interaction.user.id, reminder_id) is None:
            raise NotFound("reminder_gone")
        await answer(interaction, messages.snooze_choices(f"rem.snooze_to:{reminder_id}"))

    async def _press_snooze_to(self, interaction: Interaction, reminder: str, choice: str) -> None:
        """Snooze the reminder; pressed again, the snooze moves."""
        row = await self._reminders.get(interaction.user.id, number(reminder))
        await self._snooze(interaction, () if row is None else (row,), choice)

    async def _press_snooze_all_to(
        self, interaction: Interaction, delivery: str, choice: str
    ) -> None:
        """Snooze all of the presser's reminders in a message."""
        rows = await self._reminders.of_delivery(interaction.user.id, number(delivery))
        await self._snooze(interaction, rows, choice)

    async def _snooze(
        self, interaction: Interaction, rows: Sequence[ReminderRow], choice: str
    ) -> None:
        if choice not in set(Snooze):
            raise Expired("control_unknown")
        member_id, guild_id = interaction.user.id, our_guild(interaction)
        until = await self._acts.snooze(member_id, guild_id, rows, Snooze(choice))
        mark_kept(interaction)
        await update(interaction, messages.snoozed(until))

    async def _press_stop(self, interaction: Interaction, reminder: str) -> None:
        """Stop all of the member's reminders."""
        card = await self._acts.stop(
            interaction.user.id, number(reminder), in_dm=in_bot_dm(interaction)
        )
        mark_kept(interaction)
        await answer(interaction, card)

    async def _press_post_done(self, interaction: Interaction, post: str) -> None:
        """Count a Done under a server's post; the button tells how many there are."""
        if not await self._posts.press(interaction, number(post)):
            await answer(interaction, messages.post_done())


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(ReminderButtons(bot))
