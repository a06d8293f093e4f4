"""The buttons that mend how reminders come: quiet hours, well again, DMs tried again, Stop."""

from datetime import time
from functools import partial

from discord.ext import commands

from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.consenting import Entry
from bot.client.interactions import Interaction, number, update
from bot.domain.decisions import preferences
from bot.domain.facts.errors import Expired
from bot.domain.facts.kinds import PLAN_KINDS
from bot.domain.facts.settings import Kind, QuietHours
from bot.domain.facts.training import check_choice
from bot.texts.reminders import overview, stopping


class OverviewButtons(commands.Cog):
    """Each change replans in the transaction that saves it."""

    def __init__(self, bot: LegdayBot) -> None:
        router = bot.router
        self._reminders = bot.store.reminders
        self._clock = bot.clock
        self._saver = bot.saver
        router.on("own.again", self._press_again)
        router.on("own.stop", self._press_stop)
        router.on("own.quiet", self._press_quiet)
        router.on("own.passed", partial(self._press_well_again, cleared=False))
        router.on("own.cleared", partial(self._press_well_again, cleared=True))

    async def _press_quiet(
        self, interaction: Interaction, kind: str = "", start: str = "", end: str = ""
    ) -> None:
        now = self._clock.now()
        chosen = check_choice("kind", kind, Kind)
        if chosen not in PLAN_KINDS:
            raise Expired("control_unknown")
        quiet = QuietHours(start=_time_of_day(start), end=_time_of_day(end))
        entry = Entry(
            lambda member: preferences.move_quiet(member, chosen, quiet, now),
            lambda decided: overview.settled(decided, now),
        )
        await self._saver.save(interaction, entry, replace_message=True)

    async def _press_well_again(self, interaction: Interaction, *, cleared: bool) -> None:
        now = self._clock.now()
        entry = Entry(
            lambda member: preferences.passed(member, now, cleared=cleared),
            lambda decided: overview.well_again(decided, now),
        )
        await self._saver.save(interaction, entry, replace_message=True)

    async def _press_again(self, interaction: Interaction) -> None:
        now = self._clock.now()
        entry = Entry(
            lambda member: preferences.try_dms_again(member, now),
            lambda decided: overview.tried_again(decided, now),
            tries_dm=lambda decided: decided.try_dm,
        )
        await self._saver.save(interaction, entry, replace_message=True)

    async def _press_stop(self, interaction: Interaction) -> None:
        result = await self._reminders.stop(interaction.user.id)
        mark_kept(interaction)
        await update(interaction, stopping.stopped(result))


def _time_of_day(minute: str) -> time:
    """Return a time of day from the minute that a button names."""
    hour, minutes = divmod(number(minute), 60)
    if hour >= 24:
        raise Expired("control_unknown")
    return time(hour, minutes)


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(OverviewButtons(bot))
