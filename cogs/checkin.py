"""``/checkin``, and the buttons of the check-ins that arrive after leg day."""

from discord import app_commands
from discord.ext import commands

from bot.client.app import LegdayBot
from bot.client.consenting import Decide, Entry
from bot.client.forms import Typed
from bot.client.interactions import Interaction, chosen, number, picked, update
from bot.domain.decisions import checkins
from bot.domain.decisions.checkins import Heard
from bot.domain.facts.errors import Expired
from bot.domain.facts.shown_fields import ShownFields
from bot.domain.facts.training import PainType, check_choice
from bot.domain.recovery.question import Ask
from bot.texts import commands as described
from bot.texts.canirun import care
from bot.texts.reminders import checkin as checkin_texts


class CheckIn(commands.Cog):
    """The command and its questions: each answer is saved and brings the next one."""

    def __init__(self, bot: LegdayBot) -> None:
        saver, router = bot.saver, bot.router
        self._clock = bot.clock
        self._saver = saver
        self._form = saver.form("check.form", "check.again", checkin_texts.form, self._form_sent)
        router.on("check.sore", self._sore)
        router.on("check.danger", self._danger)
        router.on("check.pain", self._pain)

    @app_commands.command(name="checkin", description=described.CHECKIN)
    async def checkin(self, interaction: Interaction) -> None:
        await self._form.open(interaction, "now")

    async def _form_sent(
        self, interaction: Interaction, _target: str, typed: Typed, _shown: ShownFields
    ) -> None:
        now = self._clock.now()
        entry = Entry(lambda member: checkins.tell(member, typed, now), checkin_texts.heard)
        await self._saver.save(interaction, entry)

    async def _sore(self, interaction: Interaction, reminder: str) -> None:
        reminder_id, now = number(reminder), self._clock.now()
        soreness = number(picked(interaction))
        await self._keep(
            interaction, lambda member: checkins.say_soreness(member, reminder_id, soreness, now)
        )

    async def _danger(self, interaction: Interaction, reminder: str, *then: str) -> None:
        """Go on if no danger sign is told, else show the list of symptoms."""
        reminder_id, now = number(reminder), self._clock.now()
        if not set(then) <= {Ask.PAIN_TYPE}:
            raise Expired("control_unknown")
        if chosen(interaction) != [checkin_texts.NONE]:
            await update(interaction, care.symptoms_card(""))
            return
        asks = tuple(Ask(each) for each in then)
        await self._keep(
            interaction, lambda member: checkins.deny_danger(member, reminder_id, asks, now)
        )

    async def _pain(self, interaction: Interaction, reminder: str) -> None:
        reminder_id, now = number(reminder), self._clock.now()
        pain = check_choice("pain", picked(interaction), PainType)
        await self._keep(
            interaction, lambda member: checkins.say_pain(member, reminder_id, pain, now)
        )

    async def _keep(self, interaction: Interaction, decide: Decide[Heard]) -> None:
        entry = Entry(decide, checkin_texts.heard)
        await self._saver.save(interaction, entry, replace_message=True)


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(CheckIn(bot))
