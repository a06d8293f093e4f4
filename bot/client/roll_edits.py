"""Edits of rolls' messages: many presses, few edits, and the message shows what is kept.

A press is acknowledged at once, while it is being kept, and told by its message alone: one edit
shows all that came, as soon as the channel's pace allows. What it shows is read from the store when
it leaves, never carried by a press, and no channel has two edits of a process under way: so no
older state can come after a newer one. What another process drew meanwhile, the one that leads, may
come first: whoever sent an older state marks the message again. One that does not show the latest
is marked in the store until it does, whatever happens to this process.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.client import answering
from bot.client.interactions import Interaction
from bot.clock import Clock
from bot.delivery import Pace
from bot.delivery.discord_transport import AnsweredPress, DiscordTransport
from bot.delivery.rate_limit.edit_pace import EditPace, is_old
from bot.domain.group.rolls import PressedRoll, RollPress, RollSheet, Said
from bot.domain.timing.backoff import Backoff
from bot.domain.timing.outcomes import WEBHOOK_GONE, Refused, SendError, Verdict, classify
from bot.store.store import Store
from bot.texts.group import cards
from bot.texts.i18n import spoken_in
from bot.texts.languages import Language

log = logging.getLogger(__name__)

TOKEN_GOOD_FOR = timedelta(minutes=14)  # of the fifteen that Discord takes it for
TOKENS_KEPT = 1_000
KNOWN = 10_000  # people
ANSWERED_WITHIN = 5.0  # real seconds; Discord takes no first answer after three
RETRIES = Backoff(first=timedelta(seconds=5), longest=timedelta(minutes=5))


@dataclass(slots=True, eq=False)
class Lane:
    """A channel: its pace, and its rolls that are to be drawn, each with its message."""

    pace: EditPace
    waiting: dict[int, int | None] = field(default_factory=dict)
    drawing: asyncio.Task[None] | None = None
    failures: int = 0


class RollEdits:
    """Answers presses on rolls, and keeps their messages as the store has them.

    ``pace`` says how often to look for what another start, or a failure, left stale, and the
    seconds between two edits; ``leads`` tells whether this process closes rolls, and draws what
    others left stale; ``language_of`` returns a server's language, loaded.
    """

    def __init__(
        self,
        store: Store,
        transport: DiscordTransport,
        clock: Clock,
        pace: Pace,
        leads: Callable[[], bool],
        language_of: Callable[[int], Awaitable[Language]],
    ) -> None:
        self._rolls = store.rolls
        self._closing = store.roll_closing
        self._transport = transport
        self._clock = clock
        self._look_every, self._leads = pace.look_every, leads
        self._language_of = language_of
        self._lanes: defaultdict[int, Lane] = defaultdict(
            lambda: Lane(pace=EditPace(apart=pace.edits_apart))
        )
        self._known: set[tuple[int, int]] = set()
        """In which server who took part at their last press: they are asked nothing before it."""
        self._answers: dict[int, tuple[AnsweredPress, datetime]] = {}
        self._woken = asyncio.Event()
        self._look_at = clock.monotonic()

    def look(self) -> None:
        """Draw what has become stale, as after somebody left."""
        self._look_at = self._clock.monotonic()
        self._woken.set()

    async def run(self) -> None:
        """Close rolls when their time is over and draw stale ones anew, until cancelled.

        What is under way then is drawn again at the next start.
        """
        self.look()
        try:
            while True:
                if self._clock.monotonic() >= self._look_at:
                    await self._round()
                await self._rest(self._begin())
        finally:
            drawing = self._drawing()
            for task in drawing:
                task.cancel()
            await asyncio.gather(*drawing, return_exceptions=True)

    async def _round(self) -> None:
        """Close what is due, have stale rolls drawn, and note when to look again."""
        now = self._clock.monotonic()
        self._look_at = now + self._look_every
        stale, closes_at = await self._closing.round() if self._leads() else ((), None)
        for roll_id, channel_id, message_id in stale:
            self._want(channel_id, roll_id, message_id)
        if closes_at is not None:
            ahead = (closes_at - self._clock.now()).total_seconds()
            self._look_at = min(self._look_at, now + max(ahead, 0.0))

    def _begin(self) -> set[asyncio.Task[None]]:
        """Begin to draw where something waits; return all that is being drawn."""
        for lane in self._lanes.values():
            if lane.waiting and (lane.drawing is None or lane.drawing.done()):
                drawing = self._draw_waiting(lane)
                lane.drawing = asyncio.create_task(drawing, name="rolls of a channel")
        return self._drawing()

    def _drawing(self) -> set[asyncio.Task[None]]:
        found = (lane.drawing for lane in self._lanes.values())
        return {task for task in found if task is not None and not task.done()}

    async def _rest(self, drawing: set[asyncio.Task[None]]) -> None:
        """Sleep until something is to be drawn or closed, or a channel has nothing left."""
        wait = self._look_at - self._clock.monotonic()
        if not drawing:
            await self._clock.wait(self._woken, wait)
        else:
            # This task itself waits for its children: a clock moved by hand then waits for it.
            timer = asyncio.ensure_future(self._clock.wait(self._woken, wait))
            try:
                await asyncio.wait({timer, *drawing}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                timer.cancel()
        self._woken.clear()

    async def press(
        self, interaction: Interaction, press: RollPress, *, told: bool = False
    ) -> PressedRoll:
        """Keep an answer and show it; what needs private words is left to the caller to answer.

        Every other press is acknowledged while it is being kept: an acknowledgement says nothing of
        that, and waits for no disk. ``told`` says that this one is answered in words in any case.

        Raises:
            LegdayError: there is no such roll, or it takes no answer.
        """
        if told or press.said is Said.DONE or (press.guild_id, press.member_id) not in self._known:
            # Words are the press's own answer: follow-ups count towards a limit of the channel.
            expected = await self._rolls.expect(press)
            if not expected.joined:
                return expected
            told = told or expected.unlogged
        if told:
            pressed = await self._keep(interaction, press)
        else:
            acknowledging = asyncio.create_task(self._acknowledge(interaction), name="acknowledge")
            try:
                pressed = await self._keep(interaction, press)
            finally:
                acknowledged = await acknowledging  # before any words that follow it
            if acknowledged:
                self._note_answered(interaction, press.roll_id)
        if pressed.joined:
            self._want(press.channel_id, press.roll_id, press.message_id)
        return pressed

    async def _keep(self, interaction: Interaction, press: RollPress) -> PressedRoll:
        who = press.guild_id, press.member_id
        self._known.discard(who)
        pressed = await self._rolls.press(press)
        if pressed.joined:
            answering.mark_kept(interaction)
            if len(self._known) >= KNOWN:
                self._known.clear()
            self._known.add(who)
        return pressed

    async def _acknowledge(self, interaction: Interaction) -> bool:
        """Answer a press that its message will show; tell whether that got through."""
        try:
            async with asyncio.timeout(ANSWERED_WITHIN):
                await answering.acknowledge(interaction)
        except (*answering.LOST, TimeoutError) as error:
            log.warning(
                "a press on a roll was not acknowledged in time (%s); its message shows it",
                type(error).__name__,
            )
            return False
        return True

    def _note_answered(self, interaction: Interaction, roll_id: int) -> None:
        """Keep the newest press whose answer is the roll's message: it may be edited by that."""
        now = self._clock.now()
        answered = AnsweredPress(interaction.application_id, interaction.token)
        self._answers[roll_id] = answered, now
        if len(self._answers) > TOKENS_KEPT:
            self._answers = {
                one: kept for one, kept in self._answers.items() if now - kept[1] < TOKEN_GOOD_FOR
            }

    def _want(self, channel_id: int, roll_id: int, message_id: int | None) -> None:
        """Have a roll drawn as soon as its channel's pace allows."""
        self._lanes[channel_id].waiting[roll_id] = message_id
        self._woken.set()

    async def _draw_waiting(self, lane: Lane) -> None:
        while lane.waiting:
            roll_id, message_id = next(iter(lane.waiting.items()))
            old = is_old(message_id, self._clock.now())
            while (wait := lane.pace.wait(self._clock.monotonic(), old=old)) > 0:
                await self._clock.sleep(wait)
            del lane.waiting[roll_id]
            try:
                await self._draw(lane, roll_id, old=old)
            except Exception:
                # Its row stays marked: the next look, or the next press, tries again.
                log.exception("roll %d could not be drawn", roll_id)

    async def _draw(self, lane: Lane, roll_id: int, *, old: bool) -> None:
        sheet = await self._rolls.look(roll_id)
        if sheet is None or not sheet.roll.stale:
            return
        if sheet.roll.message_id is None:
            if sheet.roll.closed_at is not None:
                await self._closing.give_up(roll_id)
            return  # of an open one, whatever tells its message marks it as stale
        try:
            await self._send(sheet, sheet.roll.message_id)
        except SendError as error:
            await self._failed(lane, sheet, error)
            return
        finally:
            lane.pace.took(self._clock.monotonic(), old=old)
        lane.failures = 0
        if not await self._rolls.drawn(roll_id, sheet.roll.revision):
            lane.waiting[roll_id] = sheet.roll.message_id

    async def _send(self, sheet: RollSheet, message_id: int) -> None:
        """Edit a roll's message: as a press's answer while its token is good, else by its id.

        What its owner took back is deleted instead.
        """
        roll = sheet.roll
        if roll.is_withdrawn:
            await self._transport.delete_message(roll.channel_id, message_id, roll.guild_id)
            return
        with spoken_in(await self._language_of(roll.guild_id)):
            card = cards.card(sheet)
        kept = self._answers.get(roll.roll_id)
        if kept is not None and self._clock.now() - kept[1] < TOKEN_GOOD_FOR:
            await self._transport.edit_answer(kept[0], card)
            return
        self._answers.pop(roll.roll_id, None)
        await self._transport.edit_message(roll.channel_id, message_id, card, roll.guild_id)

    async def _failed(self, lane: Lane, sheet: RollSheet, error: SendError) -> None:
        """Try again later, or close what is gone."""
        roll_id, failure = sheet.roll.roll_id, classify(error)
        if isinstance(error, Refused) and error.code in WEBHOOK_GONE:
            self._answers.pop(roll_id, None)
            lane.waiting[roll_id] = sheet.roll.message_id
        elif failure.verdict in {Verdict.RETRY, Verdict.HELD}:
            lane.failures += 1
            wait = failure.retry_after or RETRIES.wait(lane.failures)
            lane.pace.hold(self._clock.monotonic(), wait.total_seconds())
            lane.waiting[roll_id] = sheet.roll.message_id
            # It may have come all the same, after what another process drew.
            await self._rolls.overtaken(roll_id, sheet.roll.revision)
        elif failure.verdict is Verdict.CONTENT_REFUSED:
            log.error("roll %d: Discord refuses its message: %s", roll_id, error)
            await self._rolls.drawn(roll_id, sheet.roll.revision)
        else:
            log.info("roll %d closed: its message cannot be edited (%s)", roll_id, failure.reason)
            await self._closing.give_up(roll_id)
