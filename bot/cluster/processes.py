"""The processes of a bot on PostgreSQL: each slot and the lead are locks of a session there.

Who waits for a lock tries each second. A process that is killed frees its own at once; one that
hangs, or is stopped, keeps its session: whoever waits ends it after 30 s without a statement.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, Self

from bot.clock import Clock
from bot.cluster.membership import Cluster, Slot, Word
from bot.cluster.shared_turns import SharedTurns
from bot.config import Config
from bot.store.cluster.anchor import CLUSTER, LEADER, SILENT, SLOTS, Anchor, anchored
from bot.store.cluster.turns import TimeLine
from bot.store.engine.errors import StoreError, StoreUnavailable
from bot.store.store import Store

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0  # seconds
RENEWED_WITHIN = 12.0  # seconds: the server frees the locks of a machine that vanished after 19
AGREED_BY = 2  # looks: those that start at once are in each other's way at the first
TRY_EVERY = 0.1  # seconds, while the server cannot be reached
AGREED_KEY = "cluster"  # in table meta: all shards and slots, as the processes that run have it
ALIVE = "SELECT 1"


class Processes(Cluster):
    """One process among those of its bot; an async context manager.

    After ``patience`` seconds the session of a silent process is ended.
    """

    def __init__(
        self, config: Config, store: Store, clock: Clock, *, patience: float = SILENT
    ) -> None:
        super().__init__(config, clock)
        self._config = config
        self._store = store
        self._clock = clock
        self._patience = patience
        self._anchor: Anchor | None = None
        self._agreed, self._leading, self._gone = (asyncio.Event() for _ in range(3))
        self._seat: asyncio.Future[Slot] = asyncio.get_running_loop().create_future()
        self._slot: Slot | None = None
        self._wants_slot, self._wants_lead = False, True
        self._standing_by = False
        self._look_now = asyncio.Event()
        self._heard: dict[Word, list[Callable[[], None]]] = {word: [] for word in Word}
        self._tasks: set[asyncio.Task[None]] = set()
        line = TimeLine(clock, self._session)
        self.turns = SharedTurns(clock, line, per_second=config.requests_per_second)

    async def __aenter__(self) -> Self:
        self._start(self._keep(), "cluster")
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._anchor is not None:
            await self._anchor.close()

    @property
    def leads(self) -> bool:
        """Whether this process is the one that delivers and keeps house."""
        return self._leading.is_set()

    async def admitted(self) -> None:
        """Wait until all processes that run agree on how many shards the bot has."""
        await self._agreed.wait()

    async def seat(self) -> Slot:
        """Wait for a slot that no other process has, and keep it."""
        self._wants_slot = True
        self._look_now.set()
        return await asyncio.shield(self._seat)  # whoever waits may be cancelled

    async def lead(self) -> None:
        """Wait until this process leads; it does until it ends or is lost."""
        await self._leading.wait()

    async def lost(self) -> None:
        """Return when slot and lead are gone: another process may have them by now."""
        await self._gone.wait()

    async def resign(self) -> None:
        """Let another process lead."""
        self._wants_lead = False
        if self.leads:
            self._leading.clear()
            await self._free(LEADER)

    async def leave(self) -> None:
        """Let another process have the slot."""
        self._wants_slot = False
        if self._slot is not None:
            slot, self._slot = self._slot, None
            await self._free(SLOTS + slot.number)

    def tell(self, word: Word) -> None:
        """Tell the other processes, beside whatever goes on."""

        async def say() -> None:
            with suppress(StoreError):
                await self._session().say(word)

        self._start(say(), "tell")

    def on(self, word: Word, react: Callable[[], None]) -> None:
        """Call ``react`` when another process says ``word``."""
        self._heard[word].append(react)

    def _session(self) -> Anchor:
        if self._anchor is None:
            raise StoreUnavailable("no session yet")
        return self._anchor

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _keep(self) -> None:
        """Keep a session and its locks, and look for those that are wanted, until all is lost."""
        try:
            await self._join()
            while await self._has_looked():
                await self._clock.wait(self._look_now, LOOK_EVERY)
        except Exception:
            log.exception("the session with the other processes failed")
        self._gone.set()

    async def _join(self) -> None:
        while not self._agreed.is_set():
            try:
                await self._begin()
            except StoreError as error:
                log.warning("this process cannot join the others yet: %s", error)
                await self._clock.sleep(LOOK_EVERY)

    async def _has_looked(self) -> bool:
        self._look_now.clear()
        try:
            await self._look(self._session())
        except StoreError:
            return await self._renewed()
        return True

    async def _begin(self) -> None:
        anchor, looks = await self._connected(), 0
        while not await self._agrees(anchor):
            looks += 1
            if looks == AGREED_BY:
                found = await self._store.meta.get(AGREED_KEY)
                log.error(
                    "SHARD_COUNT/SHARD_SLOTS are %s here, %s in the processes that run: waiting "
                    "until these have ended; else correct it, and start again",
                    self._total,
                    found,
                )
            await self._clock.sleep(LOOK_EVERY)
        await self._look(anchor)
        self._agreed.set()

    async def _connected(self) -> Anchor:
        """Open a session in place of the last one."""
        if self._anchor is not None:
            await self._anchor.close()
        self._anchor = await anchored(self._config.database_url, self._look_now.set)
        await self._anchor.hear(self._hear)
        return self._anchor

    def _hear(self, said: str) -> None:
        if said in self._heard:
            for react in self._heard[Word(said)]:
                react()

    @property
    def _total(self) -> str:
        return f"{self._config.shard_count}/{self._config.shard_slots}"

    async def _agrees(self, anchor: Anchor) -> bool:
        """Be one of those that run, if they have as many shards and slots; say whether we are."""
        if await anchor.take(CLUSTER, shared=True):
            if await self._store.meta.get(AGREED_KEY) == self._total:
                return True
            await anchor.free(CLUSTER, shared=True)
        if not await anchor.take(CLUSTER):
            return False
        try:  # nobody else runs
            await self._store.meta.set(AGREED_KEY, self._total)
            return await anchor.take(CLUSTER, shared=True)
        finally:
            await anchor.free(CLUSTER)

    async def _look(self, anchor: Anchor) -> None:
        """Take what is wanted and free; each look also tells the server that we are alive."""
        await anchor.ask(ALIVE)
        if self._wants_lead and not self.leads and await self._took(anchor, LEADER):
            log.info("this process leads: it delivers, and keeps house")
            self._leading.set()
        if self._wants_slot and self._slot is None:
            await self._find_slot(anchor)

    async def _find_slot(self, anchor: Anchor) -> None:
        named, slots = self._config.shard_slot, self._config.shard_slots
        for number in range(slots) if named is None else (named,):
            if await self._took(anchor, SLOTS + number):
                self._slot = Slot(number=number, of=slots, shard_count=self._config.shard_count)
                await anchor.called(f"slot {number}")
                log.info("this process has slot %d of %d", number, slots)
                self._seat.set_result(self._slot)
                return
        if not self._standing_by:
            self._standing_by = True
            which = "no slot is free" if named is None else f"slot {named} is not free"
            log.info("%s: standing by, and looking each second", which)

    async def _took(self, anchor: Anchor, lock: int) -> bool:
        if await anchor.take(lock):
            return True
        await anchor.end_silent(lock, self._patience)
        return False

    async def _renewed(self) -> bool:
        """Take all that we had in a new session; say whether nobody else had any of it."""
        slot, led = self._slot, self.leads
        until = self._clock.monotonic() + RENEWED_WITHIN
        while self._clock.monotonic() < until:
            try:
                anchor = await self._connected()
                had = [SLOTS + slot.number] if slot is not None else []
                had += [LEADER] if led else []
                return await self._agrees(anchor) and all([await anchor.take(one) for one in had])
            except StoreError:
                await self._clock.sleep(TRY_EVERY)
        return False

    async def _free(self, lock: int) -> None:
        with suppress(StoreError):
            await self._session().free(lock)
