"""The buttons of a merged message: each acts on the presser's own reminders."""

from discord.ext import commands

from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.installs import in_bot_dm
from bot.client.interactions import Interaction, answer, number
from bot.client.post_done import PostDone
from bot.domain.facts.occurrences import ReminderRow
from bot.texts.reminders import merged, messages, stopping


class MergedButtons(commands.Cog):
    """Done, Snooze and Stop of a merged message, answered ephemerally.

    The ids of its reminders are in the action for the look into a channel's history alone.
    """

    def __init__(self, bot: LegdayBot) -> None:
        store, router = bot.store, bot.router
        self._reminders = store.reminders
        self._posts = PostDone(store.post_counts)
        router.on("all.done", self._press_done)
        router.on("all.snooze", self._press_snooze)
        router.on("all.stop", self._press_stop)

    async def _press_done(self, interaction: Interaction, delivery: str, _ids: str = "") -> None:
        """Mark the presser's reminders as done; pressed again, they stay so."""
        own = await self._own(interaction, delivery)
        for row in own:
            await self._reminders.mark_done(interaction.user.id, row.reminder_id)
            mark_kept(interaction)
        if own:
            await answer(interaction, merged.done())
        else:
            await self._done_under_posts(interaction, number(delivery))

    async def _done_under_posts(self, interaction: Interaction, delivery: int) -> None:
        """Count a Done under posts alone; with members' own reminders, Done is for these."""
        if not await self._posts.press(interaction, delivery, merged=True):
            await answer(interaction, merged.not_yours())

    async def _press_snooze(self, interaction: Interaction, delivery: str, _ids: str = "") -> None:
        """Ask how long, for all of the presser's reminders in the message."""
        own = await self._own(interaction, delivery)
        target = f"all.snooze_to:{number(delivery)}"
        await answer(interaction, messages.snooze_choices(target) if own else merged.not_yours())

    async def _press_stop(self, interaction: Interaction, delivery: str, _ids: str = "") -> None:
        """Stop all of the presser's reminders."""
        own = await self._own(interaction, delivery)
        if not own and not in_bot_dm(interaction):
            await answer(interaction, merged.not_yours())
            return
        result = await self._reminders.stop(interaction.user.id)
        mark_kept(interaction)
        only = (stopping.only_these(number(delivery), result),) if own else ()
        await answer(interaction, stopping.stopped(result, only))

    async def _own(self, interaction: Interaction, delivery: str) -> tuple[ReminderRow, ...]:
        return await self._reminders.of_delivery(interaction.user.id, number(delivery))


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(MergedButtons(bot))
