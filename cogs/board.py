"""``/group board``: who keeps their plan and wants to be seen; loaded after ``cogs.group``."""

from dataclasses import replace

from discord import app_commands

from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.installs import guild_id
from bot.client.interactions import Interaction, answer, update
from bot.client.pressed import check_private
from bot.domain.facts.errors import NotAllowed
from bot.texts import commands as described
from bot.texts.card import Card
from bot.texts.group import board as texts
from bot.texts.group import joining


class Board:
    """The command and its buttons; the answer is private."""

    def __init__(self, bot: LegdayBot) -> None:
        self._boards = bot.store.boards
        self._guilds = bot.store.guilds
        self._left = bot.left_members
        self._held = bot.joining
        self._redraw = bot.rolls.look
        bot.router.on("board.join", self._press_join)
        bot.router.on("board.leave", self._press_leave)

    async def show(self, interaction: Interaction) -> None:
        """Answer the command."""
        view = await self._boards.view(guild_id(interaction), interaction.user.id)
        gone = await self._left.ask(guild_id(interaction))
        names = tuple(one for one in view.names if one.member_id not in gone)
        card = texts.board(replace(view, names=names), interaction.user.id)
        await answer(interaction, card)

    async def _press_join(self, interaction: Interaction) -> None:
        """Put somebody on the board; who takes no part here is asked for that before."""
        check_private(interaction)
        view = await self._boards.view(guild_id(interaction), interaction.user.id)
        if not (await self._guilds.get(guild_id(interaction))).group_on:
            raise NotAllowed("group_off")
        if view.under_18:
            raise NotAllowed("buddies_adults")
        if not await self._boards.join(guild_id(interaction), interaction.user.id):
            token = self._held.put(interaction, self._press_join)
            await update(interaction, joining.ask_for_board(token))
            return
        mark_kept(interaction)
        await update(interaction, await self._card(interaction))

    async def _press_leave(self, interaction: Interaction) -> None:
        check_private(interaction)
        await self._boards.leave(guild_id(interaction), interaction.user.id)
        mark_kept(interaction)
        self._redraw()
        await update(interaction, await self._card(interaction))

    async def _card(self, interaction: Interaction) -> Card:
        view = await self._boards.view(guild_id(interaction), interaction.user.id)
        return texts.board(view, interaction.user.id)


async def setup(bot: LegdayBot) -> None:
    """Hang the command under ``/group``."""
    board = Board(bot)

    @app_commands.command(name="board", description=described.GROUP_BOARD)
    async def command(interaction: Interaction) -> None:
        await board.show(interaction)

    bot.tree.group("group").add_command(command)
