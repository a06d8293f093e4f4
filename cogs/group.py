"""``/group``: taking part in a server's group life, leaving it, and asking for a roll call."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import permissions
from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.installs import guild_id
from bot.client.interactions import Interaction, answer, update
from bot.client.speaking import for_all
from bot.domain.facts import plain_text
from bot.domain.facts.errors import BadInput, NotAllowed
from bot.domain.facts.settings import ROLL_TEXT_LENGTH
from bot.domain.group.rolls import AskedRoll, Roll, RollSheet, check_asking
from bot.texts import commands as described
from bot.texts.card import Card
from bot.texts.group import joining
from bot.texts.group import rolls as texts


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
class GroupCommands(commands.GroupCog, group_name="group", group_description=described.GROUP):
    """The commands; each is about the server it is used in."""

    def __init__(self, bot: LegdayBot) -> None:
        self._rolls = bot.store.rolls
        self._guilds = bot.store.guilds
        self._memberships = bot.store.memberships
        self._held = bot.joining
        self._redraw = bot.rolls.look
        bot.router.on("group.ask", self._press_ask)

    @app_commands.command(name="join", description=described.GROUP_JOIN)
    async def join(self, interaction: Interaction) -> None:
        await answer(interaction, await self._join(interaction))

    @app_commands.command(name="leave", description=described.GROUP_LEAVE)
    async def leave(self, interaction: Interaction) -> None:
        was_in = await self._memberships.leave(guild_id(interaction), interaction.user.id)
        mark_kept(interaction)
        self._redraw()
        await answer(interaction, joining.left(was_in=was_in))

    @app_commands.command(name="rollcall", description=described.GROUP_ROLLCALL)
    @app_commands.describe(text=described.GROUP_TEXT)
    async def rollcall(
        self,
        interaction: Interaction,
        text: app_commands.Range[str, 1, ROLL_TEXT_LENGTH] | None = None,
    ) -> None:
        try:
            wish = await _wish(interaction, text or "")
        except NotAllowed:  # that nobody asks here at all comes first
            check_asking(await self._guilds.get(guild_id(interaction)))
            raise
        roll = await self._rolls.open(wish)
        mark_kept(interaction)
        try:
            card = await for_all(interaction, lambda: texts.card(RollSheet(roll=roll)))
            await answer(interaction, card, public=True)
        except BaseException:
            await self._rolls.undo(roll.roll_id)
            raise
        await self._note_message(interaction, roll)

    async def _press_ask(self, interaction: Interaction) -> None:
        """Go on to joining from what was once refused for want of it."""
        await update(interaction, await self._join(interaction))

    async def _join(self, interaction: Interaction) -> Card:
        server = guild_id(interaction)
        if await self._memberships.has(server, interaction.user.id):
            return joining.already()
        if not (await self._guilds.get(server)).group_on:
            raise NotAllowed("group_off")
        return joining.ask(self._held.put(interaction, None))

    async def _note_message(self, interaction: Interaction, roll: Roll) -> None:
        """Keep which message the roll is; until then its first press tells."""
        try:
            message = await interaction.original_response()
        except discord.HTTPException:
            return
        await self._rolls.made(roll.roll_id, message.id)


async def _wish(interaction: Interaction, typed: str) -> AskedRoll:
    """Return the roll call that somebody asks for in a channel where they and the bot may write.

    Raises:
        NotAllowed: one of them may not.
        BadInput: the text is too long.
    """
    server, channel_id = guild_id(interaction), interaction.channel_id or 0
    held = interaction.permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    if not (held.send_messages_in_threads if in_thread else held.send_messages):
        raise NotAllowed("cannot_ask_here")
    await permissions.check_may_post(interaction, server, channel_id, "bot_cannot_ask_here")
    text = plain_text.one_line(typed, limit=max(len(typed), 1))
    if len(text) > ROLL_TEXT_LENGTH:
        raise BadInput("text_too_long", length=len(text), limit=ROLL_TEXT_LENGTH)
    return AskedRoll(
        roll_id=interaction.id,
        guild_id=server,
        channel_id=channel_id,
        member_id=interaction.user.id,
        text=text,
    )


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(GroupCommands(bot))
