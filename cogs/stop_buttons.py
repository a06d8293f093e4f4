"""The buttons under the answer to Stop: stop less than all."""

from collections.abc import Sequence

from discord.ext import commands

from bot.client.app import LegdayBot
from bot.client.consenting import Entry
from bot.client.interactions import Interaction, number, switched_on
from bot.domain.decisions import preferences
from bot.domain.facts.errors import NotFound
from bot.domain.facts.occurrences import ReminderRow
from bot.texts.reminders import overview


class StopButtons(commands.Cog):
    """Bring all reminders back but for those whose Stop was pressed.

    Each looks its reminders up with the presser's id, so nobody else's can be named.
    """

    def __init__(self, bot: LegdayBot) -> None:
        self._reminders = bot.store.reminders
        self._clock = bot.clock
        self._saver = bot.saver
        bot.router.on("rem.only", self._press_only_this)
        bot.router.on("all.only", self._press_only_these)

    async def _press_only_this(self, interaction: Interaction, reminder: str, was_on: str) -> None:
        """Leave the kind of one reminder off, or remove the rule it came from."""
        row = await self._reminders.get(interaction.user.id, number(reminder))
        await self._stop_only(interaction, () if row is None else (row,), was_on)

    async def _press_only_these(self, interaction: Interaction, delivery: str, was_on: str) -> None:
        """Leave off what a merged message brought to the presser."""
        rows = await self._reminders.of_delivery(interaction.user.id, number(delivery))
        await self._stop_only(interaction, rows, was_on)

    async def _stop_only(
        self, interaction: Interaction, rows: Sequence[ReminderRow], was_on: str
    ) -> None:
        now, on = self._clock.now(), switched_on(was_on)
        if not rows:
            raise NotFound("reminder_gone")
        entry = Entry(
            lambda member: preferences.stop_only(member, rows, now, was_on=on),
            lambda decided: overview.only_without(decided, now),
        )
        await self._saver.save(interaction, entry, replace_message=True)


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(StopButtons(bot))
