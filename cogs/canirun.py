"""``/canirun``: an answer at once; each further press updates it in the same message."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from discord import app_commands
from discord.ext import commands

from bot.client.answer_making import (
    kept_answer,
    plan_after,
    taken_in_passing,
    told_earlier,
)
from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.consenting import in_zone
from bot.client.entries import choices
from bot.client.installs import our_guild
from bot.client.interactions import Interaction, answer, chosen, picked, update
from bot.domain.decisions import asked_ahead, lessons
from bot.domain.decisions.answer_token import RUN_MINUTES, AnswerToken
from bot.domain.decisions.asked_ahead import Ahead
from bot.domain.decisions.codes import Feel
from bot.domain.decisions.known_of_member import with_report
from bot.domain.decisions.shown_answer import Shown
from bot.domain.decisions.well_again import all_well, well_again
from bot.domain.facts.errors import NeedsZone
from bot.domain.facts.member import NO_CHANGE, Change, Member
from bot.domain.facts.training import (
    SORENESS,
    Activity,
    Alcohol,
    Illness,
    PainType,
    Report,
    RunKind,
    check_choice,
    maybe_choice,
)
from bot.domain.recovery.answer import Gate
from bot.domain.recovery.circumstances import About, Matters
from bot.domain.recovery.question import Symptom
from bot.texts import commands as described
from bot.texts.canirun import answers, care, questions
from bot.texts.card import Card
from bot.texts.kinds import ABOUTS, LOGGED, MATTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class _AnswerRequest:
    """What somebody asks, and what of it is new."""

    told: AnswerToken  # everything that was told with the question
    packed: str = ""  # of it, what the pressed message was told before
    news: Report | None = None  # what was told just now, as a report to keep
    ahead: Ahead | None = None  # the times and the distance that lie ahead, in the member's words
    well: bool = False  # the news revoke danger signs, pain or illness
    teaches: bool = False  # how the legs feel was told just now
    zone: str | None = None  # the member's time zone, told just now


class CanIRun(commands.Cog):
    """The command and its buttons, whose state is a token (``answer_token``)."""

    def __init__(self, bot: LegdayBot) -> None:
        router = bot.router
        self._members = bot.store.members
        self._clock = bot.clock
        self._saver = bot.saver
        self._maker = bot.answer_maker
        router.on("run.tell", self._tell)
        router.on("run.again", self._again)
        router.on("run.wrong", self._wrong)
        router.on("run.before", self._before)
        router.on("run.symptoms", self._symptoms)
        # Pain and illness have passed; or every sign has: a clinician looked at it.
        router.on("run.passed", partial(self._well, report=well_again))
        router.on("run.cleared", partial(self._well, report=all_well))
        router.on("run.feel", self._feel)
        router.on("run.none", partial(self._word, word="d1"))  # no danger sign

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
        legs=described.CANIRUN_LEGS,
        about=described.CANIRUN_ABOUT,
        distance=described.CANIRUN_DISTANCE,
        matters=described.CANIRUN_MATTERS,
    )
    @app_commands.choices(
        run=choices(LOGGED),
        pain=choices(answers.PAINS),
        ill=choices(answers.ILLNESSES),
        alcohol=choices(answers.DRINKS),
        about=choices(ABOUTS),
        matters=choices(MATTERS),
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
        legs: app_commands.Range[str, 1, 60] | None = None,
        about: str | None = None,
        distance: app_commands.Range[str, 1, 60] | None = None,
        matters: str | None = None,
    ) -> None:
        sport = next((each for each in Activity if each == run and each is not Activity.RUN), None)
        told = AnswerToken(
            run=None if sport else maybe_choice("run", run, RunKind),
            activity=sport,
            minutes=minutes,
            soreness=soreness,
            pain=maybe_choice("pain", pain, PainType),
            sleep=sleep,
            ill=maybe_choice("ill", ill, Illness),
            alcohol=maybe_choice("alcohol", alcohol, Alcohol),
            hot=hot,
            about=maybe_choice("about", about, About),
            matters=maybe_choice("matters", matters, Matters),
        ).checked()
        ahead = Ahead(when=when, legs=legs, distance=distance)
        asked = _AnswerRequest(told=told, ahead=ahead, news=told.report(self._clock.now()))
        await self._answer(interaction, asked, answer)

    async def _tell(self, interaction: Interaction, letter: str, packed: str = "") -> None:
        """Take the answer to one of the message's questions; ``letter`` names the question."""
        said = picked(interaction)
        if (letter, said) == ("d", "0"):
            await self._wrong(interaction, packed)
        elif (letter, said) == ("s", questions.PILL):
            await self._before(interaction, packed)
        else:
            await self._word(interaction, packed, word=f"{letter}{said}")

    async def _word(self, interaction: Interaction, packed: str = "", *, word: str) -> None:
        """Answer anew with one further word told."""
        news = AnswerToken.unpacked(word).report(self._clock.now())
        told = AnswerToken.unpacked(packed + word)
        await self._answer(interaction, _AnswerRequest(told=told, packed=packed, news=news))

    async def _again(self, interaction: Interaction, packed: str = "") -> None:
        await self._answer(
            interaction, _AnswerRequest(told=AnswerToken.unpacked(packed), packed=packed)
        )

    async def _wrong(self, interaction: Interaction, packed: str = "") -> None:
        await update(interaction, care.symptoms_card(AnswerToken.unpacked(packed).packed()))

    async def _before(self, interaction: Interaction, packed: str = "") -> None:
        await update(interaction, questions.before_card(AnswerToken.unpacked(packed)))

    async def _symptoms(self, interaction: Interaction, packed: str = "") -> None:
        signs = [sign for sign in chosen(interaction) if sign != care.NONE]
        noticed = frozenset(check_choice("symptoms", sign, Symptom) for sign in signs)
        news = AnswerToken().noticing(noticed).report(self._clock.now())
        told = AnswerToken.unpacked(packed).noticing(noticed)
        await self._answer(interaction, _AnswerRequest(told=told, packed=packed, news=news))

    async def _well(
        self, interaction: Interaction, packed: str = "", *, report: Callable[[datetime], Report]
    ) -> None:
        """Revoke signs by a report, those told with this question as well."""
        told = AnswerToken.unpacked(packed)._replace(pain=None, ill=None)
        news = report(self._clock.now())
        asked = _AnswerRequest(told=told, packed=told.packed(), news=news, well=True)
        await self._answer(interaction, asked)

    async def _feel(self, interaction: Interaction, feel: str, packed: str = "") -> None:
        """Take how the legs feel compared with the answer: changes it, and is learnt from."""
        told = AnswerToken.unpacked(packed)._replace(feel=check_choice("feel", feel, Feel))
        await self._answer(interaction, _AnswerRequest(told=told, packed=packed, teaches=True))

    async def _answer(
        self,
        interaction: Interaction,
        asked: _AnswerRequest,
        say: Callable[[Interaction, Card], Awaitable[None]] = update,
    ) -> None:
        """Answer, and save what is new if the member has consented.

        Where it needs the member's zone, that is asked, and the answer comes in it.
        """
        now = self._clock.now()
        decide = partial(self._decide, interaction, asked, now, brief=say is answer)
        try:
            shown, changed = await self._members.consult(
                interaction.user.id, our_guild(interaction), now=now, decide=decide
            )
        except NeedsZone as needs:
            await self._saver.zones.locate(
                interaction, needs, partial(self._answer_in_zone, asked), say
            )
            return
        if changed:
            mark_kept(interaction)
        card = answers.card(shown)
        if asked.zone is not None and not shown.kept:
            then = partial(self._answer_in_zone, asked)
            card = self._saver.zones.changeable(
                card, interaction.id, interaction.user.id, asked.zone, then
            )
        await say(interaction, card)
        if shown.kept and not changed:
            await self._keep_answer(interaction, shown)

    async def _answer_in_zone(
        self, asked: _AnswerRequest, interaction: Interaction, zone: str, in_place: bool
    ) -> None:
        say = update if in_place else answer
        await self._answer(interaction, replace(asked, zone=zone), say)

    def _decide(
        self,
        interaction: Interaction,
        asked: _AnswerRequest,
        now: datetime,
        stored: Member,
        *,
        brief: bool,
    ) -> tuple[Change, tuple[Shown, bool]]:
        """Return what is to be kept, the answer, and whether anything is kept with it."""
        zone = asked.zone
        if asked.ahead is None and stored.zone is None:
            zone = zone or self._saver.zones.told(stored.member_id)
        member, told = in_zone(stored, zone), asked.told
        if brief and member.knows_answers:
            told = told._replace(brief=True)
        if asked.ahead is not None:
            told = asked_ahead.with_ahead(told, asked.ahead, member, now)
        report = asked.news
        if report is not None and not asked.well:
            report = taken_in_passing(report, member)
        after = with_report(member, report)
        seen = with_report(after, told_earlier(interaction, asked.packed, now))
        shown = self._maker.shown(interaction, seen, told)
        if member.consent is None or shown.answer.eta_condition.easy is Gate.UNCLEAR:
            return NO_CHANGE, (shown, False)
        learning = None
        if asked.teaches:
            question, is_worse = told.question(now), told.feel is Feel.WORSE
            learning = lessons.from_answer(seen, now, question, worse=is_worse)
        change = Change(
            report=report,
            learning=learning,
            plan=plan_after(after, shown, now, well=asked.well),
            profile=None if asked.zone is None else member.profile,
        )
        if change == NO_CHANGE:
            return change, (shown, False)
        return change._replace(answer=kept_answer(interaction, shown)), (shown, True)

    async def _keep_answer(self, interaction: Interaction, shown: Shown) -> None:
        """Store an answer for replay, after it was shown."""
        kept = kept_answer(interaction, shown)
        if kept is None:
            await self._members.touch(interaction.user.id, shown.now)
        else:
            await self._members.keep_answer(interaction.user.id, kept)


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(CanIRun(bot))
