"""Drawing processes that begin with their library imported, for bots whose pictures are tried.

What starts one as the bot does is tried in ``tests/charts`` and ``tests/process``.
"""

import asyncio
import os
from asyncio.subprocess import Process as Started
from collections.abc import Sequence
from multiprocessing.process import BaseProcess
from typing import cast

from bot.rendering.charts import worker
from bot.workers.process import Process
from tests.forked import fork


class Child:
    """A forked process, as asyncio has one that it started."""

    def __init__(self, process: BaseProcess) -> None:
        self._process = process
        self.pid = process.pid

    def kill(self) -> None:
        self._process.kill()

    async def wait(self) -> None:
        await asyncio.to_thread(self._process.join)


async def begin(_: Sequence[str]) -> Process:
    """Start a drawing process, as ``bot.workers.process.start`` does."""
    loop = asyncio.get_running_loop()
    asked, asks = os.pipe()
    hears, answers = os.pipe()
    child = Child(fork(worker.main, streams=(asked, answers, 2)))
    os.close(asked)
    os.close(answers)
    reader = asyncio.StreamReader()
    heard = asyncio.StreamReaderProtocol(reader)
    await loop.connect_read_pipe(lambda: heard, os.fdopen(hears, "rb", buffering=0))
    transport, protocol = await loop.connect_write_pipe(
        asyncio.streams.FlowControlMixin, os.fdopen(asks, "wb", buffering=0)
    )
    writer = asyncio.StreamWriter(transport, protocol, None, loop)
    return Process(cast("Started", child), writer, reader)
