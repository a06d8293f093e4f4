"""``/group buddies``: company for an easy run, without reasons; loaded after ``cogs.group``."""

from datetime import UTC, datetime
from functools import partial

from discord import app_commands

from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.consenting import Entry
from bot.client.installs import guild_id
from bot.client.interactions import MAX_SECONDS, Interaction, answer, number, update
from bot.client.pressed import check_private, press_of, pressed_message
from bot.client.sharing import post_card
from bot.domain.decisions import buddies, profile
from bot.domain.decisions.buddies import LegsSay
from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.errors import BadInput, Expired, NeedsZone, NotAllowed
from bot.domain.facts.member import Change, Member
from bot.domain.group.rolls import (
    EASY_RUN_CLOSES,
    AskedRoll,
    RollAnswer,
    RollKind,
    RollPress,
    RollSheet,
    Said,
    check_asking,
)
from bot.texts import commands as described
from bot.texts.canirun import answers
from bot.texts.card import Card
from bot.texts.group import buddies as texts
from bot.texts.group import joining


class Buddies:
    """The command and its buttons. What somebody's legs say is told to them alone."""

    def __init__(self, bot: LegdayBot) -> None:
        router = bot.router
        self._store = bot.store
        self._saver = bot.saver
        self._edits = bot.rolls
        self._held = bot.joining
        self._clock = bot.clock
        router.on("buddies.ask", self._press_ask)
        router.on("roll.up", self._press_up)
        router.on("roll.list", self._press_list)

    async def offer(self, interaction: Interaction, typed: str | None) -> None:
        """Answer the command: what the asker's legs say, and the way to ask the channel."""
        member, now = await self._member(interaction, asks=True), self._clock.now()
        try:
            card = _offered(member, typed, now)
        except NeedsZone as needs:
            then = partial(self._offer_in_zone, typed)
            await self._saver.zones.locate(interaction, needs, then, answer)
            return
        await answer(interaction, card)

    async def _offer_in_zone(
        self, typed: str | None, interaction: Interaction, zone: str, in_place: bool
    ) -> None:
        """Save the zone, and answer in it."""
        now = self._clock.now()

        def decide(member: Member) -> tuple[Change, Card]:
            change, _ = profile.settle(member, now)
            return change, _offered(member, typed, now)

        entry = Entry(decide, lambda offered: offered, zone=zone)
        await self._saver.save(interaction, entry, replace_message=in_place)

    async def _press_ask(self, interaction: Interaction, moment: str) -> None:
        """Ask the channel, with the asker on the list, who joins before where need be."""
        check_private(interaction)
        at = datetime.fromtimestamp(number(moment, MAX_SECONDS), UTC)
        now = self._clock.now()
        if not now < at <= now + buddies.FURTHEST:
            raise BadInput("already_past", at=at)
        member = await self._member(interaction, asks=True)
        says, shown = buddies.look(member, at, now)
        if says is LegsSay.CARE:
            await update(interaction, answers.card(shown))
            return
        if not await self._store.memberships.has(guild_id(interaction), member.member_id):
            token = self._held.put(interaction, partial(self._press_ask, moment=moment))
            closes_at = at + EASY_RUN_CLOSES
            await update(interaction, joining.ask(token, Said.UP, closes_at))
            return
        wish = AskedRoll(
            roll_id=interaction.id,
            guild_id=guild_id(interaction),
            channel_id=interaction.channel_id or 0,
            member_id=member.member_id,
            kind=RollKind.EASY_RUN,
            until=at + EASY_RUN_CLOSES,
        )
        roll = await self._store.rolls.open(wish, Said.UP)
        mark_kept(interaction)
        await update(interaction, texts.asked())
        asker = RollAnswer(member_id=member.member_id, said=Said.UP)
        sheet = RollSheet(roll=roll, answers=(asker,))
        message_id = await post_card(interaction, lambda: texts.card(sheet))
        await self._store.rolls.made(roll.roll_id, message_id)

    async def _press_up(self, interaction: Interaction, roll: str) -> None:
        """List somebody, unless their own legs say rest: then they are asked once more."""
        message_id = pressed_message(interaction)
        press = press_of(interaction, roll, Said.UP, message_id=message_id)
        says, shown = await self._legs(interaction, press)
        if message_id is None:
            raise Expired("control_unknown")
        if says is LegsSay.CARE:
            await answer(interaction, answers.card(shown))
            return
        if says is LegsSay.REST:
            await answer(interaction, texts.told(says, press.roll_id))
            return
        pressed = await self._edits.press(interaction, press, told=says is LegsSay.WALK)
        if not pressed.joined:
            token = self._held.put(interaction, press)
            await answer(interaction, joining.ask(token, Said.UP, pressed.closes_at))
        elif says is LegsSay.WALK:
            await answer(interaction, texts.told(says, press.roll_id))

    async def _press_list(self, interaction: Interaction, roll: str) -> None:
        """List somebody all the same; never under care."""
        check_private(interaction)
        press = press_of(interaction, roll, Said.UP)
        says, shown = await self._legs(interaction, press)
        if says is LegsSay.CARE:
            await update(interaction, answers.card(shown))
            return
        pressed = await self._store.rolls.press(press)
        if not pressed.joined:
            token = self._held.put(interaction, press)
            await update(interaction, joining.ask(token, Said.UP, pressed.closes_at))
            return
        mark_kept(interaction)
        self._edits.look()
        await update(interaction, texts.listed())

    async def _legs(self, interaction: Interaction, press: RollPress) -> tuple[LegsSay, Shown]:
        sheet = await self._store.rolls.look_open(press)
        member = await self._member(interaction)
        at = sheet.roll.closes_at - EASY_RUN_CLOSES
        return buddies.look(member, at, self._clock.now())

    async def _member(self, interaction: Interaction, *, asks: bool = False) -> Member:
        """Return the presser, who must be an adult, and where they ask others, allowed to."""
        member = await self._store.members.context(interaction.user.id, guild_id(interaction))
        if member.guild is not None and not member.guild.group_on:
            raise NotAllowed("group_off")
        if asks and member.guild is not None:
            check_asking(member.guild)
        buddies.check_adult(member)
        return member


def _offered(member: Member, typed: str | None, now: datetime) -> Card:
    at = buddies.when(member, typed, now)
    says, shown = buddies.look(member, at, now)
    return answers.card(shown) if says is LegsSay.CARE else texts.offer(says, at)


async def setup(bot: LegdayBot) -> None:
    """Hang the command under ``/group``."""
    company = Buddies(bot)

    @app_commands.command(name="buddies", description=described.GROUP_BUDDIES)
    @app_commands.describe(when=described.GROUP_WHEN)
    async def command(
        interaction: Interaction, when: app_commands.Range[str, 1, 60] | None = None
    ) -> None:
        await company.offer(interaction, when)

    bot.tree.group("group").add_command(command)
