"""``/start``: a form, the first answer, and the first reminder, in two minutes."""

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from discord import app_commands
from discord.ext import commands

from bot.client.app import LegdayBot
from bot.client.consenting import Entry
from bot.client.forms import Typed
from bot.client.installs import our_guild
from bot.client.interactions import Interaction, answer, chosen, picked, update
from bot.client.pending import PendingChange
from bot.domain.decisions import rules, start
from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.rules import RuleRequest
from bot.domain.decisions.start import Beginning
from bot.domain.facts.errors import Expired
from bot.domain.facts.settings import Kind
from bot.domain.facts.shown_fields import ShownFields
from bot.domain.facts.training import check_choice
from bot.domain.reading import zones
from bot.domain.recovery.question import Ask, Symptom
from bot.texts import commands as described
from bot.texts.canirun import care
from bot.texts.profile import start as start_texts
from bot.texts.reminders import own_rules
from bot.texts.wording import DAYS

AT = "17:00"  # when somebody who says only the days is reminded of leg day


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answers:
    """A submitted form: what was told, the zone or those it may be, what opens it again."""

    beginning: Beginning
    zone: str | None
    zones: tuple[str, ...] = ()
    again: str = ""


class StartCommand(commands.Cog):
    """The command, its form, and the questions that its answer may ask back."""

    def __init__(self, bot: LegdayBot) -> None:
        saver, router = bot.saver, bot.router
        self._members = bot.store.members
        self._clock = bot.clock
        self._saver = saver
        self._form = saver.form("start.form", "start.again", start_texts.form, self._form_sent)
        self._asked: PendingChange[_Answers] = saver.waiting()
        router.on("start", self._open)
        router.on("start.zone", self._zone_picked)
        router.on("start.danger", self._danger_told)
        router.on("start.symptoms", self._symptoms_told)
        router.on("start.back", self._back)
        router.on("start.days", self._days_picked)
        router.on("run.keep", self._keep_told)

    @app_commands.command(name="start", description=described.START)
    async def start(self, interaction: Interaction) -> None:
        await self._open(interaction)

    async def _open(self, interaction: Interaction) -> None:
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        known = start.filled(member, self._clock.now())
        known["zone"] = known["zone"] or self._saver.zones.told(member.member_id) or ""
        await self._form.open_stored(interaction, known, "new")

    async def _form_sent(
        self, interaction: Interaction, target: str, typed: Typed, shown: ShownFields
    ) -> None:
        """Take the answers; a zone and runs a week that were known stay as they are kept now."""
        told = shown.typed_over(typed)
        zone: str | None = None
        candidates: tuple[str, ...] = ()
        if "zone" in told:
            reading = zones.read_zone(told["zone"], now=self._clock.now())
            zone, candidates = reading.name, tuple(reading.candidates)
        beginning = Beginning.read(
            legs=typed.get("legs", ""),
            hardness=typed.get("hardness", ""),
            soreness=typed.get("soreness", ""),
            running=told.get("running"),
        )
        asked = _Answers(
            beginning=beginning,
            zone=zone,
            zones=candidates if zone is None else (),
            again=self._form.held(interaction, target, typed, shown) if candidates else "",
        )
        # Never in place: the form may come from a card that everybody sees.
        await self._go_on(interaction, asked, in_place=False)

    async def _zone_picked(self, interaction: Interaction, token: str) -> None:
        zone = picked(interaction)
        zones.zone(zone)
        with self._asked.taken(interaction, token) as asked:
            await self._go_on(interaction, replace(asked, zone=zone, zones=()), in_place=True)

    async def _danger_told(self, interaction: Interaction, token: str) -> None:
        asked = self._asked.get(interaction, token)
        if picked(interaction) == "0":
            signs = care.symptoms_card(action=f"start.symptoms:{token}", back=f"start.back:{token}")
            await update(interaction, signs)
            return
        beginning = replace(asked.beginning, denied=True)
        await self._go_on(interaction, replace(asked, beginning=beginning), in_place=True)

    async def _back(self, interaction: Interaction, token: str) -> None:
        with self._asked.taken(interaction, token) as asked:
            await self._go_on(interaction, asked, in_place=True)

    async def _symptoms_told(self, interaction: Interaction, token: str) -> None:
        asked = self._asked.get(interaction, token)
        signs = [sign for sign in chosen(interaction) if sign != care.NONE]
        noticed = frozenset(check_choice("symptoms", sign, Symptom) for sign in signs)
        beginning = replace(asked.beginning, symptoms=noticed, denied=not noticed)
        await self._go_on(interaction, replace(asked, beginning=beginning), in_place=True)

    async def _go_on(self, interaction: Interaction, asked: _Answers, *, in_place: bool) -> None:
        """Ask what is open; else save, or offer to."""
        now, beginning = self._clock.now(), asked.beginning
        decide = partial(start.start, session_id=interaction.id, beginning=beginning, now=now)
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        _, started = decide(member, again=True)
        danger = started.shown.answer.ask is Ask.DANGER_SIGNS
        if danger or asked.zones:
            token = self._asked.put(interaction, asked)
            zones_left = () if danger else asked.zones
            card = start_texts.asks(token, started, zones=zones_left, again=asked.again)
            await (update if in_place else answer)(interaction, card)
            return
        entry = Entry(
            decide,
            start_texts.saved,
            again=partial(decide, again=True),
            zone=asked.zone,
            panel=lambda token, result, _zone: start_texts.offer(token, result),
        )
        await self._saver.save(interaction, entry, replace_message=in_place)

    async def _keep_told(self, interaction: Interaction, packed: str = "") -> None:
        """Save what an answer was told, for somebody of whom nothing is kept yet."""
        token, now = AnswerToken.unpacked(packed), self._clock.now()
        message = interaction.message
        age = timedelta() if message is None else interaction.created_at - message.created_at
        decide = partial(
            start.keep_told,
            session_id=interaction.id,
            token=token,
            at=now - max(timedelta(), age),
            now=now,
        )
        entry = Entry(decide, start_texts.saved, again=partial(decide, again=True))
        await self._saver.save(interaction, entry)

    async def _days_picked(self, interaction: Interaction) -> None:
        days, now = chosen(interaction), self._clock.now()
        if not days or not set(days) <= set("0123456"):
            raise Expired("control_unknown")
        named = ", ".join(DAYS[int(day)] for day in sorted(days))
        ask = RuleRequest(kind=Kind.LEG_DAY, at=AT, days=named)
        entry = Entry(
            lambda member: rules.add(member, interaction.id, ask, now),
            lambda added: own_rules.added(added, now),
            tries_dm=lambda added: added.try_dm,
        )
        await self._saver.save(interaction, entry, replace_message=True)


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(StartCommand(bot))
