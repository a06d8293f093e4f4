"""The turns of a bot whose processes share one pace: a row on one time line, by the server's clock.

What a process draws are moments that nobody else gets. The one that delivers draws several at a
time while reminders wait; a turn whose moment has passed unused is given up, never made up for.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from bot.clock import Clock
from bot.store.cluster.anchor import Anchor
from bot.store.engine.errors import StoreError, StoreUnavailable

log = logging.getLogger(__name__)

REST, IDENTIFY = "rest", "identify"
IDENTIFY_GAP = 5.5  # seconds between two IDENTIFYs of a rate limit key: Discord's 5, and the way
AT_ONCE = 8  # turns drawn together while so many wait
AWAY = 1.0  # seconds until the database is asked again that did not answer
TOO_OLD = 1.0  # seconds after which a turn is given up: this process was stopped meanwhile
ALONE_GAP = 0.5  # seconds between requests of people who wait, while it does not answer

# Consecutive moments: $2 seconds between two, $3 of them; none earlier than $4 seconds ago. Turns
# minutes ahead are of a server's clock that was set back since.
DRAW = """
INSERT INTO turns (name, free_at)
VALUES ($1, extract(epoch FROM clock_timestamp())
    + CAST($2 AS DOUBLE PRECISION) * CAST($3 AS BIGINT))
ON CONFLICT (name) DO UPDATE SET free_at = greatest(
        CASE WHEN turns.free_at < extract(epoch FROM clock_timestamp()) + 120
            THEN turns.free_at END,
        extract(epoch FROM clock_timestamp()) - CAST($4 AS DOUBLE PRECISION),
        coalesce(turns.held_until, 0)
    ) + CAST($2 AS DOUBLE PRECISION) * CAST($3 AS BIGINT)
RETURNING CAST(free_at - CAST($2 AS DOUBLE PRECISION) * CAST($3 AS BIGINT)
        - extract(epoch FROM clock_timestamp()) AS DOUBLE PRECISION) AS wait,
    slowed_to, CAST(extract(epoch FROM clock_timestamp()) - slowed_at AS DOUBLE PRECISION) AS since
"""
HOLD = """
INSERT INTO turns (name, free_at, held_until)
VALUES ($1, 0, extract(epoch FROM clock_timestamp()) + CAST($2 AS DOUBLE PRECISION))
ON CONFLICT (name) DO UPDATE SET held_until =
    greatest(coalesce(turns.held_until, 0), excluded.held_until)
"""
SLOW = """
INSERT INTO turns (name, free_at, slowed_to, slowed_at)
VALUES ($1, 0, CAST($2 AS DOUBLE PRECISION), extract(epoch FROM clock_timestamp()))
ON CONFLICT (name) DO UPDATE SET slowed_to = excluded.slowed_to, slowed_at = excluded.slowed_at
WHERE turns.slowed_at IS NULL
    OR turns.slowed_at NOT BETWEEN excluded.slowed_at - 1 AND excluded.slowed_at
"""


class TimeLine:
    """The time line of one bot's requests, in the database; ``session`` gives the present one."""

    def __init__(self, clock: Clock, session: Callable[[], Anchor]) -> None:
        self._clock = clock
        self._session = session
        self._drawn: deque[float] = deque()  # monotonic moments of turns that are ours
        self._drawing = asyncio.Lock()
        self._told: set[asyncio.Task[None]] = set()
        self.slowed: tuple[float, float] | None = None
        """The rate after the last complaint of Discord's, and its monotonic moment."""

    async def draw(self, gap: float, waiting: int) -> float:
        """Take a turn whose moment has come and return 0, else the seconds until one does."""
        async with self._drawing:
            now = self._clock.monotonic()
            while self._drawn and self._drawn[0] < now - gap:
                self._drawn.popleft()
            if not self._drawn:
                count = min(AT_ONCE, max(1, waiting))
                try:
                    first = await self.reserve(REST, gap, count, made_up=gap)
                except StoreError:
                    return AWAY
                now = self._clock.monotonic()
                self._drawn.extend(now + first + gap * number for number in range(count))
            if (wait := self._drawn[0] - now) > 0:
                return wait
            self._drawn.popleft()
            return 0.0

    async def jump(self, gap: float) -> None:
        """Take the next turn that no process has yet, or a slow one of our own.

        That turn is a few away at most. Not to wait for it would break Discord's limit when
        several ask at once, as a process does that starts while another sends at full pace.
        """
        try:
            while not await self._came(await self.reserve(REST, gap, 1, made_up=gap)):
                pass
        except StoreError:
            async with self._drawing:
                await self._clock.sleep(ALONE_GAP)

    async def _came(self, wait: float) -> bool:
        """Wait for a turn's moment; say whether we woke in time for it."""
        moment = self._clock.monotonic() + wait
        if wait > 0:
            await self._clock.sleep(wait)
        return self._clock.monotonic() - moment <= TOO_OLD

    async def identify(self, bucket: int) -> float:
        """Take the next IDENTIFY of a rate limit key; return the seconds until it may be sent."""
        while True:
            try:
                return await self.reserve(f"{IDENTIFY} {bucket}", IDENTIFY_GAP, 1)
            except StoreError:
                await self._clock.sleep(AWAY)

    async def reserve(self, name: str, gap: float, count: int, made_up: float = 0.0) -> float:
        """Reserve so many turns in a row; return the seconds until the first.

        A turn of the last ``made_up`` seconds that nobody took may still be taken.

        Raises:
            StoreUnavailable: the answer came so late that the turns may be over.
        """
        asked = self._clock.monotonic()
        row: Any = await self._session().ask(DRAW, name, gap, count, made_up)
        if self._clock.monotonic() - asked > TOO_OLD:
            raise StoreUnavailable("its answer came too late")
        if name == REST and row["slowed_to"] is not None and row["since"] >= 0:
            self.slowed = row["slowed_to"], self._clock.monotonic() - row["since"]
        return max(0.0, float(row["wait"]))

    def hold(self, seconds: float) -> None:
        """Have nobody get a turn for so many seconds."""
        self._drawn.clear()
        self._tell(lambda: self._session().ask(HOLD, REST, seconds))

    def slow(self, rate: float) -> None:
        """Have everybody slow down to a rate, which recovers."""
        self._drawn.clear()
        self.slowed = rate, self._clock.monotonic()
        self._tell(lambda: self._session().ask(SLOW, REST, rate))

    def _tell(self, ask: Callable[[], Awaitable[object]]) -> None:
        """Tell the others beside whatever goes on here; they find out by themselves if need be."""

        async def tell() -> None:
            try:
                await ask()
            except StoreError as error:
                log.info("the other processes do not know that Discord complained: %s", error)

        task = asyncio.get_running_loop().create_task(tell(), name="turns")
        self._told.add(task)
        task.add_done_callback(self._told.discard)
