"""``/learn``: the advice catalogue, by topic; nothing is read or saved."""

from discord import app_commands
from discord.ext import commands

from bot.client.app import LegdayBot
from bot.client.interactions import Interaction, answer, chosen, update
from bot.domain.facts.errors import Expired
from bot.texts import commands as described
from bot.texts.catalogue import ENTRIES, GROUPS, search
from bot.texts.catalogue import learn as learn_texts


class Learn(commands.Cog):
    """The command and its buttons, each of which shows another topic in the same message."""

    def __init__(self, bot: LegdayBot) -> None:
        bot.router.on("learn", self._press)
        bot.router.on("learn.group", self._pick_group)
        bot.router.on("learn.topic", self._pick_topic)

    @app_commands.command(name="learn", description=described.LEARN)
    @app_commands.describe(topic=described.LEARN_TOPIC)
    async def learn(
        self, interaction: Interaction, topic: app_commands.Range[str, 1, 100] | None = None
    ) -> None:
        if topic is None or not topic.strip():
            await answer(interaction, learn_texts.overview())
            return
        found = search.entry(topic)
        if found is None:
            await answer(interaction, learn_texts.unknown(topic, search.topics(topic, limit=4)))
            return
        await answer(interaction, learn_texts.entry(found))

    @learn.autocomplete("topic")
    async def topics(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Complete an option with the topics that match what was typed so far."""
        del interaction  # everybody is offered the same
        return [
            app_commands.Choice(name=learn_texts.label(entry), value=entry.key)
            for entry in search.topics(typed)
        ]

    async def _press(self, interaction: Interaction, key: str | None = None) -> None:
        if key is None:
            await update(interaction, learn_texts.overview())
            return
        await self._turn_to(interaction, key)

    async def _pick_topic(self, interaction: Interaction) -> None:
        await self._turn_to(interaction, *chosen(interaction)[:1])

    async def _pick_group(self, interaction: Interaction) -> None:
        groups = [group for group in GROUPS if [group.key] == chosen(interaction)]
        if not groups:
            raise Expired("control_unknown")
        await update(interaction, learn_texts.group(groups[0]))

    async def _turn_to(self, interaction: Interaction, key: str = "") -> None:
        """Replace the message by a topic; the key is checked."""
        entry = ENTRIES.get(key)
        if entry is None:
            raise Expired("control_unknown")
        await update(interaction, learn_texts.entry(entry))


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(Learn(bot))
