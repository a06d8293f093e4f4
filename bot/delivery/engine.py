"""The engine: sleep to what is due next, claim it, have it carried, settle what came of it.

It reads the database's own word only: what is not committed there is not done. A crash between any
two steps leaves a claim that the next start frees, and its lease ends in any case; the next attempt
at it is the same message to Discord.
"""

import asyncio
import logging
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.delivery.health import Health, bucket
from bot.delivery.needs import Occurrences, Pace
from bot.delivery.outage import Circuit
from bot.delivery.rate_limit.limiter import Limiter
from bot.delivery.sender import OutgoingMessage, Sender, errand_of, without
from bot.delivery.transport import Transport
from bot.domain.facts.occurrences import Claim, Settlement, place
from bot.domain.facts.reminders import State
from bot.domain.timing import settlement
from bot.domain.timing.eligibility import judge
from bot.domain.timing.outcomes import Failure, Verdict, back_off

log = logging.getLogger(__name__)

AFTER_NOTHING = 0.25  # seconds, when all that was due waits for others or went to another process
LONGEST_TROUBLE = 60.0  # seconds between two tries of the store: the watchdog counts on them


class Delivery:
    """Delivers what is due for as long as ``run`` runs; works with the gateway down.

    Args:
        occurrences: the store's reminders.
        transport: the way to Discord.
        clock: tells time and waits.
        pace: how many at a time, for how long, how often.
        chance: spreads retries.
    """

    def __init__(
        self,
        occurrences: Occurrences,
        transport: Transport,
        clock: Clock,
        *,
        pace: Pace = Pace(),
        rng: random.Random | None = None,
    ) -> None:
        self._occurrences = occurrences
        self._clock = clock
        self._pace = pace
        self._rng = rng or random.Random()  # noqa: S311 (spreads retries, guards nothing)
        self._transport = transport
        self._circuit = Circuit(clock, self._rng)
        self._messenger = Sender(transport, clock, self._rng, self._circuit)
        self._woken = asyncio.Event()
        self._finished = asyncio.Event()
        self._finished.set()
        self._stopping = False
        self._inherits = False
        self._patience = 0.0
        self._under_way: dict[asyncio.Task[None], OutgoingMessage] = {}
        self._outcomes: list[tuple[int | None, Settlement]] = []  # each with its place
        self._troubles = 0
        self._slots = asyncio.Semaphore(pace.at_once)
        self._awaited: datetime | None = None  # when what was rested for is due, if nothing woke us
        self.last_tick = clock.monotonic()
        """When the loop last got through, in monotonic seconds: for a watchdog."""
        self.settled: Counter[str] = Counter()
        """How many occurrences ended in each state, for the operator."""
        self._reasons: Counter[str] = Counter()
        self._lateness: Counter[str] = Counter()

    def health(self, limiter: Limiter) -> Health:
        """Return the figures since the start, for the operator; ``limiter`` is the bot's one."""
        return Health(
            ended=self.settled.copy(),
            reasons=self._reasons.copy(),
            lateness=self._lateness.copy(),
            refused=limiter.refusals.total.copy(),
            refused_lately=limiter.refusals.recent(),
            per_second=limiter.per_second,
            outage=self._circuit.is_open,
        )

    def wake(self, due_at: datetime | None = None) -> None:
        """Look at once: something may be due earlier than known.

        What is due only at ``due_at`` needs no look now if the next one comes before it anyway.
        """
        soon = self._clock.now() + timedelta(seconds=self._pace.look_every)
        if due_at is None or due_at <= soon:
            self._woken.set()

    async def run(self) -> None:
        """Deliver until ``stop``; cancelled, it drops what it is doing: the next run frees it."""
        self._finished.clear()
        self._inherits = True
        try:
            while not self._stopping:
                await self._rest(await self._turn())
            await self._finish()
        finally:
            for task in self._under_way:
                task.cancel()
            await asyncio.gather(*self._under_way, return_exceptions=True)
            self._under_way.clear()
            self._finished.set()

    async def stop(self, timeout: float = 8.0) -> None:  # noqa: ASYNC109 (the injected clock's)
        """Claim no more, let what is under way end within ``timeout`` s, give the rest back."""
        self._stopping = True
        self._patience = timeout
        self._woken.set()
        await self._finished.wait()

    async def _turn(self) -> float:
        """Settle, claim and start; return for how many seconds there is nothing to do."""
        try:
            await self._settle()
            await self._inherit()
            pause = await self._claim()
        except Exception:
            # The store is in trouble; outcomes are kept and nothing is forgotten.
            self._troubles += 1
            log.exception("delivery could not reach the store (%d times running)", self._troubles)
            await self._wait_out()
            return 0.0
        self._troubles = 0
        self.last_tick = self._clock.monotonic()
        return pause

    async def _wait_out(self) -> None:
        """Wait before the store is tried again: a sign of life, though nothing is delivered."""
        self.last_tick = self._clock.monotonic()
        self._woken.clear()
        wait = back_off(self._troubles, self._rng.random()).total_seconds()
        if not self._stopping:
            await self._clock.wait(self._woken, min(wait, LONGEST_TROUBLE))

    async def _inherit(self) -> None:
        """Free the claims of an owner that is gone, once: their leases would hold them back."""
        if self._inherits:
            freed = await self._occurrences.take_over(self._clock.now())
            self._inherits = False
            if freed:
                log.info(
                    "%d reminders were under way when the bot ended; looking after them", freed
                )

    async def _settle(self) -> None:
        if not self._outcomes:
            return
        batch = [outcome for _, outcome in self._outcomes]
        await self._keep(batch)
        del self._outcomes[: len(batch)]

    async def _keep(self, batch: Sequence[Settlement]) -> None:
        counted = await self._occurrences.settle(batch, self._clock.now())
        for outcome in batch:
            if outcome.reminder_id in counted:
                self._tell(outcome)

    def _tell(self, outcome: Settlement) -> None:
        self.settled[str(outcome.state or "open")] += 1
        if outcome.state in {State.SKIPPED, State.GIVEN_UP}:
            self._reasons[outcome.reason or "unknown"] += 1
        if outcome.missed:
            self.settled[str(State.SKIPPED)] += len(outcome.missed)
        if outcome.state is State.GIVEN_UP:
            log.warning("reminder %d given up: %s", outcome.reminder_id, outcome.reason)

    async def _claim(self) -> float:
        """Claim what is due, as far as there is room; return the seconds until the next is."""
        while True:
            closed = max(self._transport.closed_for(), self._circuit.closed_for())
            if closed > 0:
                return min(closed, self._pace.look_every)
            awaited, self._awaited = self._awaited, None
            due = awaited or await self._occurrences.next_wake()
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
            claims = await self._occurrences.claim(now, lease=lease, limit=room, busy=self._busy())
            if claims:
                self._circuit.probing()
                await self._begin(claims, now)
            elif awaited is None:
                return AFTER_NOTHING

    def _busy(self) -> frozenset[int]:
        """Return the places that something is under way to, or that an outcome may yet close."""
        unsettled = {place for place, _ in self._outcomes if place is not None}
        return frozenset(unsettled | {errand.place for errand in self._under_way.values()})

    async def _begin(self, claims: Sequence[Claim], now: datetime) -> None:
        """Start what may be sent; what may not is settled before any request, and all at once."""
        messages: dict[object, list[Claim]] = defaultdict(list)
        for claim in claims:
            messages[claim.delivery_id or -claim.reminder_id, place(claim)].append(claim)
        ready = []
        for together in messages.values():
            errand = errand_of(tuple(together), claimed_at=now, lease=self._pace.lease)
            if errand is None or not errand.in_doubt:
                unsent = [self._judged(claim, now) for claim in together]
                self._outcomes += [(None, one) for one in unsent if one is not None]
                gone = frozenset(one.reminder_id for one in unsent if one is not None)
                errand = errand and without(errand, gone)
            if errand is not None:
                ready.append(errand)
        await self._settle()
        for errand in ready:
            task = asyncio.get_running_loop().create_task(self._carry(errand), name=errand.name)
            self._under_way[task] = errand
            task.add_done_callback(self._under_way.pop)

    def _judged(self, claim: Claim, now: datetime) -> Settlement | None:
        try:
            return judge(claim, now)
        except Exception:
            log.exception("reminder %d could not be judged", claim.reminder_id)
            failure = Failure(verdict=Verdict.RETRY, reason="fault", sent_nothing=True)
            return settlement.failed(claim, now, failure, jitter=self._rng.random())

    async def _carry(self, errand: OutgoingMessage) -> None:
        """Have one errand done, apart from all others."""
        try:
            async with self._slots:
                outcomes = await self._messenger.deliver(errand, self._filter)
        except Exception:
            log.exception("%s could not be carried", errand.name)
            outcomes = self._messenger.fault(errand)
        self._outcomes += [(errand.place, outcome) for outcome in outcomes]
        if any(outcome.state is State.SENT for outcome in outcomes):
            late = self._clock.now() - min(claim.due_at for claim in errand.claims)
            self._lateness[bucket(late)] += 1

    async def _filter(self, errand: OutgoingMessage) -> OutgoingMessage | None:
        """Take out what is not to be sent any more; that is kept before the others leave.

        A look into the history takes its time: meanwhile a press may have settled a claim, or its
        member stopped it.
        """
        stand = await self._occurrences.standing(errand.claims)
        closed = frozenset(claim.reminder_id for claim in errand.claims) - stand
        left = without(errand, closed)
        if left is None:
            return None
        judged = [self._judged(claim, self._clock.now()) for claim in left.claims]
        unsent = [one for one in judged if one is not None]
        if unsent:
            await self._keep(unsent)
        return without(left, frozenset(one.reminder_id for one in unsent))

    async def _rest(self, seconds: float) -> None:
        """Sleep until something is due, wakes us, or has been carried."""
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
        """Let what is under way end in time, give the rest back, and settle it all."""
        timer = asyncio.create_task(self._clock.sleep(self._patience))
        while self._under_way and not timer.done():
            await asyncio.wait({timer, *self._under_way}, return_when=asyncio.FIRST_COMPLETED)
        timer.cancel()
        left = [claim for errand in self._under_way.values() for claim in errand.claims]
        for task in tuple(self._under_way):
            task.cancel()
        now = self._clock.now()
        self._outcomes += [(None, settlement.released(claim, now)) for claim in left]
        try:
            await self._settle()
        except Exception:
            log.exception("delivery stopped without settling %d outcomes", len(self._outcomes))
