"""The delivery engine: sleep until a reminder is due, claim it, send it, settle the outcome.

It reads the database's own word only: what is not committed there is not done. A crash between any
two steps leaves a claim that the next start frees, and its lease ends in any case; the next attempt
at it is the same message to Discord.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.delivery.discord_transport import DiscordTransport
from bot.delivery.health import Health, Tally
from bot.delivery.outage import Circuit
from bot.delivery.outgoing import OutgoingMessage, message_of, together, unsent_of, without
from bot.delivery.pace import Pace
from bot.delivery.presence import Presence
from bot.delivery.sender import Sender, TellPreferred, not_told
from bot.domain.facts.occurrences import Claim, Settlement
from bot.domain.facts.reminders import State
from bot.domain.timing import settlement
from bot.domain.timing.backoff import SENDING
from bot.meters import Meters
from bot.store.reminders.reminders import Reminders

log = logging.getLogger(__name__)

Complete = Callable[[Claim], Awaitable[Claim]]

AFTER_NOTHING = 0.25  # seconds, when all that was due waits for others or went to another process
STORE_BACKOFF = replace(SENDING, longest=timedelta(minutes=1))  # the watchdog waits for two


class Delivery:
    """Sends every reminder that is due for as long as ``run`` runs; works without the gateway.

    ``complete`` adds to a weekly digest's claim what takes longer to find out than a claim may;
    ``preferred`` tells the language that a server has set in Discord.
    """

    def __init__(  # noqa: PLR0913 - the last three have defaults
        self,
        reminders: Reminders,
        transport: DiscordTransport,
        clock: Clock,
        *,
        pace: Pace = Pace(),
        rng: random.Random | None = None,
        complete: Complete | None = None,
        preferred: TellPreferred = not_told,
    ) -> None:
        self._reminders = reminders
        self._clock = clock
        self._pace = pace
        self._rng = rng or random.Random()  # noqa: S311 (spreads retries, guards nothing)
        self._transport = transport
        self._complete = complete
        self.meters = Meters()
        self._circuit = Circuit(clock, self._rng)
        presence = Presence(transport, clock)
        self._sender = Sender(transport, clock, self._rng, self._circuit, presence, preferred)
        self._woken = asyncio.Event()
        self._finished = asyncio.Event()
        self._finished.set()
        self._stopping = False
        self._may_take_over = False
        self._patience = 0.0
        self._under_way: dict[asyncio.Task[None], OutgoingMessage] = {}
        self._outcomes: list[tuple[int | None, Settlement]] = []  # each with its place
        self._troubles = 0
        self._slots = asyncio.Semaphore(pace.at_once)
        self._awaited: datetime | None = None  # when what was rested for is due, if nothing woke us
        self.last_tick = clock.monotonic()
        """When the loop last got through, in monotonic seconds: for a watchdog."""
        self._tally = Tally()

    def health(self) -> Health:
        """Return the figures since the start, for the operator."""
        return self._tally.health(self._transport.limiter, outage=self._circuit.is_open)

    def wake(self, due_at: datetime | None = None) -> None:
        """Check for due reminders now: one may be due earlier than the engine knows."""
        if self.is_soon(due_at):
            self._woken.set()

    def is_soon(self, due_at: datetime | None) -> bool:
        """Tell whether something planned needs a look now: the next one may come after it."""
        soon = self._clock.now() + timedelta(seconds=self._pace.look_every)
        return due_at is None or due_at <= soon

    async def run(self) -> None:
        """Deliver until ``stop``.

        Cancelled, it drops what it is doing: the next run frees its claims.
        """
        self._finished.clear()
        self._may_take_over = True
        try:
            while not self._stopping:
                await self._rest(await self._round())
            await self._finish()
        finally:
            for task in self._under_way:
                task.cancel()
            await asyncio.gather(*self._under_way, return_exceptions=True)
            self._under_way.clear()
            self._finished.set()

    async def stop(self, timeout: float = 8.0) -> None:  # noqa: ASYNC109 (the injected clock's)
        """Stop claiming, let sends in flight end within ``timeout`` s, release the other claims."""
        self._stopping = True
        self._patience = timeout
        self._woken.set()
        await self._finished.wait()

    async def _round(self) -> float:
        """Settle outcomes, claim what is due, start sending; return the seconds to the next one."""
        try:
            await self._settle()
            await self._take_over()
            pause = await self._claim()
        except Exception:
            # Outcomes stay in memory until the store takes them.
            self._troubles += 1
            log.exception("delivery: the store failed %d times in a row", self._troubles)
            await self._back_off()
            return 0.0
        self._troubles = 0
        self.last_tick = self._clock.monotonic()
        return pause

    async def _back_off(self) -> None:
        """Wait before the store is tried again. It counts as a tick: the process is alive."""
        self.last_tick = self._clock.monotonic()
        self._woken.clear()
        wait = STORE_BACKOFF.wait(self._troubles, self._rng.random())
        if not self._stopping:
            await self._clock.wait(self._woken, wait.total_seconds())

    async def _take_over(self) -> None:
        """Release the claims of the process before, once: their leases would hold them back."""
        if self._may_take_over:
            freed = await self._reminders.take_over(self._clock.now())
            self._may_take_over = False
            if freed:
                log.info("claims of the previous run released: %d", freed)

    async def _settle(self) -> None:
        if not self._outcomes:
            return
        batch = [outcome for _, outcome in self._outcomes]
        await self._keep(batch)
        del self._outcomes[: len(batch)]

    async def _keep(self, batch: Sequence[Settlement]) -> None:
        counted = await self._reminders.settle(batch, self._clock.now())
        for outcome in batch:
            if outcome.reminder_id in counted:
                self._tally.settled(outcome, self.meters)
                if outcome.state is State.GIVEN_UP:
                    log.warning("reminder %d given up: %s", outcome.reminder_id, outcome.reason)

    async def _claim(self) -> float:
        """Claim due reminders while there is capacity; return the seconds until the next is due."""
        while True:
            closed = max(self._transport.limiter.closed_for(), self._circuit.closed_for())
            if closed > 0:
                return min(closed, self._pace.look_every)
            awaited, self._awaited = self._awaited, None
            due = awaited or await self._reminders.next_wake()
            now = self._clock.now()
            wait = self._pace.look_every if due is None else (due - now).total_seconds()
            if wait > self._pace.look_every:
                return self._pace.look_every
            if wait > 0:
                self._awaited = due
                return wait
            room = self._circuit.room(self._pace.batch - len(self._under_way))
            if room <= 0:
                return self._pace.look_every
            lease = self._pace.lease
            claims = await self._reminders.claim(now, lease=lease, limit=room, busy=self._busy())
            if claims:
                self._circuit.probing()
                await self._begin(claims, now)
            elif awaited is None:
                return AFTER_NOTHING

    def _busy(self) -> frozenset[int]:
        """Return the places with a message in flight or an outcome not settled yet."""
        unsettled = {place for place, _ in self._outcomes if place is not None}
        return frozenset(unsettled | {message.place for message in self._under_way.values()})

    async def _begin(self, claims: Sequence[Claim], now: datetime) -> None:
        """Start sending claims; those that may not be sent are settled first."""
        ready = []
        for joined in together(claims):
            message = message_of(joined, lease_ends=now + self._pace.lease)
            if message is None or not message.in_doubt:
                unsent = unsent_of(joined, now, self._rng)
                self._outcomes += [(None, one) for one in unsent]
                gone = frozenset(one.reminder_id for one in unsent)
                message = message and without(message, gone)
            if message is not None:
                ready.append(message)
        await self._settle()
        for message in ready:
            task = asyncio.get_running_loop().create_task(self._send(message), name=message.name)
            self._under_way[task] = message
            task.add_done_callback(self._under_way.pop)

    async def _send(self, message: OutgoingMessage) -> None:
        """Send one message in a task of its own and collect its outcomes."""
        try:
            async with self._slots:
                whole = await self._whole(message)
                if whole is None:
                    return
                message = whole
                outcomes = await self._sender.deliver(message, self._filter)
        except Exception:
            log.exception("%s: sending failed", message.name)
            outcomes = self._sender.fault(message)
        self._outcomes += [(message.place, outcome) for outcome in outcomes]
        if any(outcome.state is State.SENT for outcome in outcomes):
            late = self._clock.now() - min(claim.due_at for claim in message.claims)
            self._tally.arrived(late, self.meters)

    async def _whole(self, message: OutgoingMessage) -> OutgoingMessage | None:
        """Return a digest's message with all that it tells, ``None`` if that is nothing."""
        if self._complete is None or all(claim.digest is None for claim in message.claims):
            return message
        claims = tuple([await self._complete(claim) for claim in message.claims])
        unsent = unsent_of(claims, self._clock.now(), self._rng)
        if unsent and not message.in_doubt:
            await self._keep(unsent)
            return None
        return replace(message, claims=claims)

    async def _filter(self, message: OutgoingMessage) -> OutgoingMessage | None:
        """Drop the claims that may no longer be sent and settle them; return what is left.

        A look into the history takes its time: meanwhile a press may have settled a claim, or its
        member stopped it.
        """
        stand = await self._reminders.standing(message.claims)
        closed = frozenset(claim.reminder_id for claim in message.claims) - stand
        left = without(message, closed)
        if left is None:
            return None
        unsent = unsent_of(left.claims, self._clock.now(), self._rng)
        if unsent:
            await self._keep(unsent)
        return without(left, frozenset(one.reminder_id for one in unsent))

    async def _rest(self, seconds: float) -> None:
        """Sleep until something is due, ``wake`` is called, or a message in flight ends."""
        awaited, self._awaited = self._awaited, None
        if self._outcomes:
            return
        if not self._under_way:
            if not await self._clock.wait(self._woken, seconds):
                self._awaited = awaited
        else:
            # This task itself waits for its children: a clock moved by hand then waits for it.
            timer = asyncio.ensure_future(self._clock.wait(self._woken, seconds))
            try:
                await asyncio.wait({timer, *self._under_way}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                timer.cancel()
        self._woken.clear()

    async def _finish(self) -> None:
        """Let messages in flight end in time, release the other claims, and settle all outcomes."""
        timer = asyncio.create_task(self._clock.sleep(self._patience))
        while self._under_way and not timer.done():
            await asyncio.wait({timer, *self._under_way}, return_when=asyncio.FIRST_COMPLETED)
        timer.cancel()
        left = [claim for message in self._under_way.values() for claim in message.claims]
        for task in tuple(self._under_way):
            task.cancel()
        now = self._clock.now()
        self._outcomes += [(None, settlement.released(claim, now)) for claim in left]
        try:
            await self._settle()
        except Exception:
            log.exception("delivery stopped without settling %d outcomes", len(self._outcomes))
