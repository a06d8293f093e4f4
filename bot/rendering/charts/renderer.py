"""The chart renderer: one drawing process, started when needed, ended when idle, with a cache.

A process, because drawing would hold the bot's own up for a fifth of a second whatever thread it
ran in, and the library would stay in its memory for good.
"""

import asyncio
import logging
import pickle
import sys
from collections import OrderedDict
from collections.abc import Sequence
from datetime import timedelta

from bot.clock import Clock
from bot.texts.picture import Picture
from bot.workers.process import Process, start
from bot.workers.serving import DONE

log = logging.getLogger(__name__)

WORKER = (sys.executable, "-m", "bot.rendering.charts.worker")
PATIENCE = 20.0  # real seconds for one picture, the start of the process with it
IDLE = timedelta(minutes=2)
REST = timedelta(minutes=1)  # after a process that hung or could not even start
MOST_WAITING = 32
KEPT = 32  # pictures of some 100 kB


class NotDrawn(Exception):
    """No picture could be drawn; the text says why, for the log. No answer depends on one."""


class Renderer:
    """Draws pictures one after another and caches the last ones.

    ``worker`` is the command that draws; after ``patience`` real seconds a picture is given up and
    the process killed.
    """

    def __init__(
        self, clock: Clock, *, worker: Sequence[str] = WORKER, patience: float = PATIENCE
    ) -> None:
        self._clock = clock
        self._command = worker
        self._patience = patience
        self._process: Process | None = None
        self._watch: asyncio.Task[None] | None = None
        self._turn = asyncio.Lock()
        self._used = asyncio.Event()
        self._drawing: dict[Picture, asyncio.Task[bytes]] = {}
        self._kept: OrderedDict[Picture, bytes] = OrderedDict()
        self._rests_until = clock.monotonic()

    @property
    def pid(self) -> int | None:
        """The drawing process's id, ``None`` while there is none."""
        return None if self._process is None else self._process.pid

    @property
    def is_busy(self) -> bool:
        """Whether a picture is being drawn or queued."""
        return bool(self._drawing)

    def is_quick(self, picture: Picture) -> bool:
        """Whether this picture is cached, or would be drawn at once."""
        return picture in self._kept or (self._process is not None and not self.is_busy)

    async def png(self, picture: Picture) -> bytes:
        """Return the picture as PNG; cancelling the wait does not cancel the drawing.

        Raises:
            NotDrawn: too many wait, or it failed; that is in the log.
        """
        if picture in self._kept:
            self._kept.move_to_end(picture)
            return self._kept[picture]
        task = self._drawing.get(picture)
        if task is None:
            if len(self._drawing) >= MOST_WAITING:
                raise NotDrawn("too many pictures are waiting")
            task = asyncio.create_task(self._draw(picture), name="picture")
            self._drawing[picture] = task
            task.add_done_callback(lambda done: self._done(picture, done))
        return await asyncio.shield(task)

    async def close(self) -> None:
        """End the process and cancel what is queued."""
        tasks = list(self._drawing.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._end()

    def _done(self, picture: Picture, task: asyncio.Task[bytes]) -> None:
        del self._drawing[picture]
        if task.cancelled():
            return
        if (error := task.exception()) is not None:
            log.warning("drawing a picture failed: %s", error)
            return
        self._kept[picture] = task.result()
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    async def _draw(self, picture: Picture) -> bytes:
        async with self._turn:
            if self._clock.monotonic() < self._rests_until:
                raise NotDrawn("drawing failed a moment ago")
            try:
                return await self._asked(pickle.dumps(picture))
            finally:
                self._used.set()

    async def _asked(self, request: bytes) -> bytes:
        """Ask the process; restart it once if it died since its last picture.

        Raises:
            NotDrawn: it hung, died, or said so.
        """
        was_running = self._process is not None
        try:
            async with asyncio.timeout(self._patience):
                how, content = await self._exchange(request)
        except TimeoutError:
            await self._end(at_once=True)
            raise self._resting(f"nothing came for {self._patience:g} s") from None
        except (asyncio.IncompleteReadError, OSError) as error:
            await self._end(at_once=True)
            if was_running:
                return await self._asked(request)
            raise self._resting(f"the process has ended ({type(error).__name__})") from None
        except asyncio.CancelledError:
            await self._end(at_once=True)
            raise
        if how != DONE:
            raise NotDrawn(content.decode(errors="replace"))
        return content

    def _resting(self, why: str) -> NotDrawn:
        """Raise while no process may be started: one that failed just now would fail again."""
        self._rests_until = self._clock.monotonic() + REST.total_seconds()
        return NotDrawn(why)

    async def _exchange(self, request: bytes) -> tuple[bytes, bytes]:
        if self._process is None:
            self._process = await start(self._command)
            self._watch = asyncio.create_task(self._end_when_idle(), name="idle renderer")
        return await self._process.ask(request)

    async def _end_when_idle(self) -> None:
        while True:
            self._used.clear()
            if await self._clock.wait(self._used, IDLE.total_seconds()):
                continue
            async with self._turn:
                if not self._used.is_set():
                    self._watch = None
                    await self._end()
                    return

    async def _end(self, *, at_once: bool = False) -> None:
        process, self._process = self._process, None
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        if process is not None:
            await process.end(at_once=at_once)
