"""``/canirun``: one answer at once, made anew in the same message with every further word."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from discord import app_commands
from discord.ext import commands

from bot.app import LegdayBot
from bot.clock import Clock
from bot.domain import journal, when, zones
from bot.domain.errors import BadInput, NotAllowed
from bot.domain.member import Change, Member
from bot.domain.recovery.answer import Reply
from bot.domain.recovery.assess import assess, better, worse
from bot.domain.recovery.question import Symptom
from bot.domain.reminders import PlannedReminder
from bot.domain.told import RUN_MINUTES, Feel, Shown, Told, all_well
from bot.domain.training import (
    SORENESS,
    Alcohol,
    Illness,
    PainType,
    Report,
    RunKind,
    check_choice,
    maybe_choice,
)
from bot.interactions import Interaction, Router, answer, chosen, guild_id, update
from bot.store.members import Members
from bot.texts import canirun as words
from bot.texts import care, questions
from bot.texts import commands as described
from bot.texts.card import Card

ANSWERS = {None: assess, Feel.WORSE: worse, Feel.BETTER: better}


def _choices(names: Mapping[Any, str]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=name, value=key.value) for key, name in names.items()]


class CanIRun(commands.Cog):
    """Options in, the verdict out. What was told travels in the buttons (``bot.domain.told``)."""

    def __init__(self, members: Members, clock: Clock, router: Router) -> None:
        self._members = members
        self._clock = clock
        self._sharing: set[int] = set()
        router.on("run.tell", self._tell)
        router.on("run.again", self._again)
        router.on("run.wrong", self._wrong)
        router.on("run.before", self._before)
        router.on("run.symptoms", self._symptoms)
        router.on("run.passed", self._passed)
        router.on("run.share", self._share)
        router.on("run.feel", self._feel)

    @app_commands.command(name="canirun", description=described.CANIRUN)
    @app_commands.describe(
        run=described.CANIRUN_RUN,
        minutes=described.CANIRUN_MINUTES,
        when=described.CANIRUN_WHEN,
        soreness=described.CANIRUN_SORENESS,
        pain=described.CANIRUN_PAIN,
        sleep=described.CANIRUN_SLEEP,
        ill=described.CANIRUN_ILL,
        alcohol=described.CANIRUN_ALCOHOL,
        hot=described.CANIRUN_HOT,
    )
    @app_commands.choices(
        run=_choices(words.RUNS),
        pain=_choices(words.PAINS),
        ill=_choices(words.ILLNESSES),
        alcohol=_choices(words.DRINKS),
    )
    async def canirun(
        self,
        interaction: Interaction,
        run: str | None = None,
        minutes: app_commands.Range[int, *RUN_MINUTES] | None = None,
        when: app_commands.Range[str, 1, 60] | None = None,
        soreness: app_commands.Range[int, *SORENESS] | None = None,
        pain: str | None = None,
        sleep: app_commands.Range[float, 0, 24] | None = None,
        ill: str | None = None,
        alcohol: str | None = None,
        hot: bool | None = None,
    ) -> None:
        told = Told(
            run=maybe_choice("run", run, RunKind),
            minutes=minutes,
            soreness=soreness,
            pain=maybe_choice("pain", pain, PainType),
            sleep=sleep,
            ill=maybe_choice("ill", ill, Illness),
            alcohol=maybe_choice("alcohol", alcohol, Alcohol),
            hot=hot,
        ).checked()
        await answer(interaction, await self._answer(interaction, told, at=when))

    async def _tell(self, interaction: Interaction, letter: str, packed: str = "") -> None:
        """Take the answer to a question of the message: ``letter`` says to which."""
        (said,) = chosen(interaction)
        if (letter, said) == ("d", "0"):
            await update(interaction, care.symptoms_card(packed))
            return
        told = Told().also(packed).also(f"{letter}{said}")
        await update(interaction, await self._answer(interaction, told))

    async def _again(self, interaction: Interaction, packed: str = "") -> None:
        await update(interaction, await self._answer(interaction, Told().also(packed)))

    async def _wrong(self, interaction: Interaction, packed: str = "") -> None:
        await update(interaction, care.symptoms_card(Told().also(packed).packed()))

    async def _before(self, interaction: Interaction, packed: str = "") -> None:
        await update(interaction, questions.before_card(Told().also(packed)))

    async def _symptoms(self, interaction: Interaction, packed: str = "") -> None:
        signs = [sign for sign in chosen(interaction) if sign != care.NONE]
        told = replace(
            Told().also(packed),
            symptoms=frozenset(check_choice("symptoms", sign, Symptom) for sign in signs),
            denied=None if signs else True,
        )
        await update(interaction, await self._answer(interaction, told))

    async def _passed(self, interaction: Interaction, packed: str = "") -> None:
        """Take every sign back, those told with this question too."""
        told = replace(Told().also(packed), pain=None, ill=None)
        well = all_well(self._clock.now())
        await update(interaction, await self._answer(interaction, told, well=well))

    async def _feel(self, interaction: Interaction, feel: str, packed: str = "") -> None:
        """Take how the legs feel against the answer: it changes this answer, and is learnt from."""
        told = replace(Told().also(packed), feel=check_choice("feel", feel, Feel))
        await update(interaction, await self._answer(interaction, told))

    async def _share(self, interaction: Interaction, packed: str = "") -> None:
        guild_id(interaction)
        told = Told().also(packed)
        member = await self._members.context(interaction.user.id, interaction.guild_id)
        shown = self._shown(member, told, told.report(self._clock.now()))
        if shown.answer.care is not None or shown.answer.clearance is None:
            raise NotAllowed("nothing_to_share")
        if interaction.user.id in self._sharing:
            raise BadInput("already_shared")
        self._sharing.add(interaction.user.id)
        try:
            await update(interaction, words.card(replace(shown, shared=True)))
            await answer(interaction, words.shared(interaction.user.id, shown), public=True)
        finally:
            self._sharing.discard(interaction.user.id)

    async def _answer(
        self,
        interaction: Interaction,
        told: Told,
        *,
        at: str | None = None,
        well: Report | None = None,
    ) -> Card:
        """Answer, and keep what was told where the member has agreed to that."""
        now = self._clock.now()

        def decide(member: Member) -> tuple[Change, Shown]:
            asked = told
            if at is not None:
                zone = None if member.zone is None else zones.zone(member.zone)
                asked = replace(told, at=when.read_plan_time(at, now=now, zone=zone))
            report = well or asked.report(now)
            shown = self._shown(member, asked, report)
            if member.consent is None or report is None or shown.answer.reply is Reply.ASK:
                return Change(), shown
            plan: tuple[PlannedReminder, ...] | None = None
            if shown.answer.care is not None:
                plan = ()
            if well is not None:
                plan = journal.replan(replace(member, reports=(well, *member.reports)), now)
            return Change(report=report, plan=plan), shown

        shown = await self._members.revise(
            interaction.user.id, interaction.guild_id, now=now, decide=decide
        )
        await self._members.touch(interaction.user.id, now)
        return words.card(shown)

    def _shown(self, member: Member, told: Told, report: Report | None) -> Shown:
        now = self._clock.now()
        if report is not None:
            member = replace(member, reports=(report, *member.reports))
        question = journal.question(member, now, told.question(now))
        return Shown(
            answer=ANSWERS[told.feel](question),
            told=told,
            now=now,
            kept=member.consent is not None,
            dms_closed=member.dm_closed_at is not None,
        )


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(CanIRun(bot.store.members, bot.clock, bot.tree.router))
