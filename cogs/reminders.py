"""``/reminders``: what is planned, when and where each kind comes, pause, resume and stop."""

from discord import app_commands
from discord.ext import commands

from bot.app import LegdayBot
from bot.clock import Clock
from bot.domain import preferences
from bot.domain.member import Change, Member
from bot.domain.preferences import Decided, Wish
from bot.domain.settings import PLAN_KINDS, Kind, Where
from bot.domain.training import check_choice, maybe_choice
from bot.interactions import Interaction, Router, answer, update
from bot.keeping import Keeper
from bot.store.store import Store
from bot.texts import commands as described
from bot.texts import myreminders as words
from bot.texts.myreminders import Overview

KINDS = [app_commands.Choice(name=words.KINDS[kind], value=kind.value) for kind in PLAN_KINDS]
EVERY_KIND = app_commands.Choice(name=described.REMINDERS_ALL_KINDS, value=words.ALL)
PLACES = [app_commands.Choice(name=name, value=where.value) for where, name in words.WHERE.items()]


class Reminders(commands.GroupCog, group_name="reminders", group_description=described.REMINDERS):
    """A member's own reminders; each change plans anew in the transaction that keeps it."""

    def __init__(self, store: Store, clock: Clock, keeper: Keeper, router: Router) -> None:
        self._members = store.members
        self._reminders = store.reminders
        self._clock = clock
        self._keeper = keeper
        router.on("own.pause", self._press_pause)
        router.on("own.resume", self._press_resume)
        router.on("own.stop", self._press_stop)

    @app_commands.command(name="show", description=described.REMINDERS_SHOW)
    async def show(self, interaction: Interaction) -> None:
        member_id, now = interaction.user.id, self._clock.now()
        member = await self._members.context(member_id, interaction.guild_id)
        shown = Overview(
            member=member,
            rows=await self._reminders.upcoming(member_id),
            now=now,
        )
        await answer(interaction, words.overview(shown))
        await self._members.touch(member_id, now)

    @app_commands.command(name="set", description=described.REMINDERS_SET)
    @app_commands.describe(
        kind=described.REMINDERS_KIND,
        time=described.REMINDERS_TIME,
        days=described.REMINDERS_DAYS,
        where=described.REMINDERS_WHERE,
    )
    @app_commands.choices(kind=[EVERY_KIND, *KINDS], where=PLACES)
    async def choose(
        self,
        interaction: Interaction,
        kind: str | None = None,
        time: app_commands.Range[str, 1, 80] | None = None,
        days: app_commands.Range[str, 1, 80] | None = None,
        where: str | None = None,
    ) -> None:
        now = self._clock.now()
        wish = Wish(
            kind=None if kind in {None, words.ALL} else check_choice("kind", str(kind), Kind),
            at=time,
            days=days,
            where=maybe_choice("where", where, Where),
        )
        await self._keeper.keep(
            interaction,
            lambda member: preferences.choose(member, wish, now),
            lambda decided: words.settled(decided, now),
        )

    @app_commands.command(name="pause", description=described.REMINDERS_PAUSE)
    @app_commands.describe(until=described.REMINDERS_UNTIL)
    async def pause(
        self, interaction: Interaction, until: app_commands.Range[str, 1, 80] | None = None
    ) -> None:
        await self._pause(interaction, until)

    @app_commands.command(name="resume", description=described.REMINDERS_RESUME)
    async def resume(self, interaction: Interaction) -> None:
        await self._resume(interaction)

    @app_commands.command(name="stop", description=described.REMINDERS_STOP)
    async def stop(self, interaction: Interaction) -> None:
        cancelled = await self._reminders.stop(interaction.user.id)
        await answer(interaction, words.stopped(cancelled))

    async def _press_pause(self, interaction: Interaction) -> None:
        await self._pause(interaction, None, replace_message=True)

    async def _press_resume(self, interaction: Interaction) -> None:
        await self._resume(interaction, replace_message=True)

    async def _press_stop(self, interaction: Interaction) -> None:
        cancelled = await self._reminders.stop(interaction.user.id)
        await update(interaction, words.stopped(cancelled))

    async def _pause(
        self, interaction: Interaction, until: str | None, *, replace_message: bool = False
    ) -> None:
        now = self._clock.now()
        await self._keeper.keep(
            interaction,
            lambda member: preferences.pause(member, until, now),
            lambda decided: words.paused(decided, now),
            replace_message=replace_message,
        )

    async def _resume(self, interaction: Interaction, *, replace_message: bool = False) -> None:
        now = self._clock.now()
        last: list[Decided] = []

        def decide(member: Member) -> tuple[Change, Decided]:
            change, decided = preferences.resume(member, now)
            last[:] = [decided]
            return change, decided

        await self._keeper.keep(
            interaction,
            decide,
            lambda decided: words.resumed(decided, now),
            replace_message=replace_message,
        )
        if last[0].try_dm and not await self._keeper.test_dms(interaction):
            await answer(interaction, words.dms_closed())


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(Reminders(bot.store, bot.clock, bot.keeper, bot.tree.router))
