"""The buttons of rolls: answers that stand under one's name, and taking part."""

import asyncio
from functools import partial

from discord.ext import commands

from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.installs import guild_id, our_guild
from bot.client.interactions import Interaction, answer, number, update
from bot.client.pressed import check_private, press_of, pressed_message
from bot.domain.facts.errors import Expired, NotAllowed
from bot.domain.group.rolls import RollPress, Said
from bot.domain.week.leg_day_today import spoiled_run
from bot.texts.card import Card
from bot.texts.group import joining
from bot.texts.group import rolls as texts
from bot.texts.week import cards

WARNED = 10_000  # people of rolls, remembered so that each is told once a roll


class RollButtons(commands.Cog):
    """In, Done, Resting, whose is whose, and joining."""

    def __init__(self, bot: LegdayBot) -> None:
        store, router = bot.store, bot.router
        self._members = store.members
        self._rolls = store.rolls
        self._edits = bot.rolls
        self._held = bot.joining
        self._clock = bot.clock
        self._warned: dict[tuple[int, int], None] = {}
        for said in (Said.IN, Said.DONE, Said.REST, Said.CHEER):
            router.on(f"roll.{said}", partial(self._press_answer, said=said))
        router.on("roll.mine", self._press_mine)
        router.on("roll.page", self._press_page)
        router.on("roll.back", self._press_back)
        router.on("card.remove", self._press_remove)
        router.on("group.join", self._press_join)
        router.on("group.no", self._press_no)

    async def _press_answer(self, interaction: Interaction, roll: str, *, said: Said) -> None:
        """Keep an answer, whose message then shows it; a first one asks for joining before."""
        message_id = pressed_message(interaction)
        press = press_of(interaction, roll, said, message_id=message_id)
        if message_id is None:
            await self._rolls.look_open(press)  # that it is over comes first
            raise Expired("control_unknown")
        pressed = await self._edits.press(interaction, press)
        if not pressed.joined:
            token = self._held.put(interaction, press)
            await answer(interaction, joining.ask(token, said, pressed.closes_at))
        elif pressed.unlogged:
            await answer(interaction, texts.done())
        elif pressed.plans:
            await self._warn(interaction, press.roll_id)

    async def _warn(self, interaction: Interaction, roll_id: int) -> None:
        """Tell who is in, alone and once a roll, which run of their own plan that spoils."""
        about = roll_id, interaction.user.id
        if about in self._warned:
            return
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        looked = await asyncio.to_thread(spoiled_run, member, self._clock.now())
        if looked is None:
            return
        self._warned[about] = None
        if len(self._warned) > WARNED:
            del self._warned[next(iter(self._warned))]
        await answer(interaction, cards.after_legs_today(looked))

    async def _press_mine(self, interaction: Interaction, roll: str) -> None:
        await answer(interaction, await self._mine(interaction, roll, 0))

    async def _press_page(self, interaction: Interaction, roll: str, page: str) -> None:
        check_private(interaction)
        await update(interaction, await self._mine(interaction, roll, number(page)))

    async def _mine(self, interaction: Interaction, roll: str, page: int) -> Card:
        sheet = await self._rolls.look_open(press_of(interaction, roll))
        return texts.mine(sheet, interaction.user.id, page)

    async def _press_back(self, interaction: Interaction, roll: str) -> None:
        """Take an answer back; pressed in a private message, which is not the roll's."""
        check_private(interaction)
        await self._rolls.press(press_of(interaction, roll))
        mark_kept(interaction)
        self._edits.look()
        await update(interaction, texts.taken_back())

    async def _press_remove(self, interaction: Interaction, owner: str) -> None:
        """Delete a card that somebody shared: theirs alone, and for ever."""
        if number(owner) != interaction.user.id:
            raise NotAllowed("card_not_yours")
        message_id = pressed_message(interaction)
        if message_id is None:
            raise Expired("control_unknown")
        await self._rolls.remove_card(interaction.user.id, message_id)
        mark_kept(interaction)
        await interaction.response.defer()
        await interaction.delete_original_response()

    async def _press_join(self, interaction: Interaction, token: str) -> None:
        check_private(interaction)
        with self._held.taken(interaction, token) as waits:
            press = waits if isinstance(waits, RollPress) else None
            counts = await self._rolls.join(guild_id(interaction), interaction.user.id, press)
        mark_kept(interaction)
        self._edits.look()
        if callable(waits):  # what was pressed without taking part goes on
            await waits(interaction)
            return
        said = None if press is None else press.said
        await update(interaction, joining.joined(said=said, counts=counts))
        if press is None or not counts:
            return
        if said is Said.IN:
            await self._warn(interaction, press.roll_id)
        elif said is Said.DONE and (await self._rolls.expect(press)).unlogged:
            await answer(interaction, texts.done())

    async def _press_no(self, interaction: Interaction, _token: str = "") -> None:
        check_private(interaction)
        await update(interaction, joining.declined())


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(RollButtons(bot))
