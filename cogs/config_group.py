"""``/config group``: a panel of a server's group life; loaded after ``cogs.config``."""

from collections.abc import Callable
from functools import partial

from discord import app_commands

from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.installs import managed_guild_id
from bot.client.interactions import Interaction, answer, picked, switched_on, update
from bot.domain.decisions import servers
from bot.domain.decisions.servers import Moved, Server, ServerChange
from bot.domain.facts.errors import Expired
from bot.domain.facts.settings import GOALS
from bot.texts import commands as described
from bot.texts.servers import group


class ConfigGroup:
    """The panel; every handler checks Manage Server."""

    def __init__(self, bot: LegdayBot) -> None:
        router = bot.router
        self._servers = bot.store.servers
        self._clock = bot.clock
        self._redraw = bot.rolls.look
        router.on("config.group", self._press_group)
        router.on("config.goal", self._pick_goal)
        router.on("config.asking", self._press_asking)

    async def show(self, interaction: Interaction) -> None:
        """Answer the command."""
        server = await self._servers.look(managed_guild_id(interaction))
        await answer(interaction, group.panel(server))

    async def _press_group(self, interaction: Interaction, wanted: str) -> None:
        on = switched_on(wanted)
        await self._revise(interaction, partial(servers.set_plain, group_on=on))

    async def _pick_goal(self, interaction: Interaction) -> None:
        typed = picked(interaction)
        if typed not in {str(goal) for goal in (0, *GOALS)}:
            raise Expired("control_unknown")
        goal = int(typed) or None
        await self._revise(interaction, partial(servers.set_plain, together_goal=goal))

    async def _press_asking(self, interaction: Interaction, wanted: str) -> None:
        on = switched_on(wanted)
        await self._revise(interaction, partial(servers.set_plain, member_rolls_on=on))

    async def _revise(
        self, interaction: Interaction, decide: Callable[[Server], tuple[ServerChange, Moved]]
    ) -> None:
        guild_id = managed_guild_id(interaction)
        moved = await self._servers.revise(guild_id, now=self._clock.now(), decide=decide)
        mark_kept(interaction)
        self._redraw()
        await update(interaction, group.panel(moved.server))


async def setup(bot: LegdayBot) -> None:
    """Hang the command under ``/config``."""
    panel = ConfigGroup(bot)

    @app_commands.command(name="group", description=described.CONFIG_GROUP)
    async def command(interaction: Interaction) -> None:
        await panel.show(interaction)

    bot.tree.group("config").add_command(command)
