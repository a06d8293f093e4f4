"""``/checkin``, and the answers to the check-ins that arrive after leg day."""

from discord import app_commands
from discord.ext import commands

from bot.app import LegdayBot
from bot.clock import Clock
from bot.domain import checkins
from bot.domain.checkins import Heard
from bot.domain.errors import Expired, LegdayError
from bot.domain.recovery.question import Ask
from bot.domain.training import PainType, check_choice
from bot.interactions import (
    Interaction,
    Router,
    answer,
    chosen,
    number,
    show_form,
    update,
    values,
)
from bot.keeping import Decide, Keeper, Waiting
from bot.texts import care
from bot.texts import checkin as words
from bot.texts import commands as described
from bot.texts import errors as error_words


class CheckIn(commands.Cog):
    """Every answer is kept at once and brings the next question into the same message."""

    def __init__(self, clock: Clock, keeper: Keeper, router: Router) -> None:
        self._clock = clock
        self._keeper = keeper
        self._typed: Waiting[dict[str, str]] = keeper.waiting()
        router.on("check.form", self._form_sent)
        router.on("check.again", self._form_again)
        router.on("check.sore", self._sore)
        router.on("check.danger", self._danger)
        router.on("check.pain", self._pain)

    @app_commands.command(name="checkin", description=described.CHECKIN)
    async def checkin(self, interaction: Interaction) -> None:
        await show_form(interaction, words.form())

    async def _form_sent(self, interaction: Interaction) -> None:
        typed, now = values(interaction), self._clock.now()
        try:
            await self._keeper.keep(
                interaction, lambda member: checkins.tell(member, typed, now), words.heard
            )
        except LegdayError as error:
            token = self._typed.put(interaction, typed)
            await answer(interaction, words.with_form_again(error_words.card(error), token))

    async def _form_again(self, interaction: Interaction, token: str) -> None:
        await show_form(interaction, words.form(self._typed.get(interaction, token)))

    async def _sore(self, interaction: Interaction, reminder: str) -> None:
        reminder_id, now = number(reminder), self._clock.now()
        soreness = number("".join(chosen(interaction)))
        await self._keep(
            interaction, lambda member: checkins.say_soreness(member, reminder_id, soreness, now)
        )

    async def _danger(self, interaction: Interaction, reminder: str, *then: str) -> None:
        """Go on where no danger sign is told; else the list of symptoms decides."""
        reminder_id, now = number(reminder), self._clock.now()
        if not set(then) <= {Ask.PAIN_TYPE}:
            raise Expired("control_unknown")
        if chosen(interaction) != [words.NONE]:
            await update(interaction, care.symptoms_card(""))
            return
        asks = tuple(Ask(each) for each in then)
        await self._keep(
            interaction, lambda member: checkins.deny_danger(member, reminder_id, asks, now)
        )

    async def _pain(self, interaction: Interaction, reminder: str) -> None:
        reminder_id, now = number(reminder), self._clock.now()
        pain = check_choice("pain", "".join(chosen(interaction)), PainType)
        await self._keep(
            interaction, lambda member: checkins.say_pain(member, reminder_id, pain, now)
        )

    async def _keep(self, interaction: Interaction, decide: Decide[Heard]) -> None:
        await self._keeper.keep(interaction, decide, words.heard, replace_message=True)


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(CheckIn(bot.clock, bot.keeper, bot.tree.router))
