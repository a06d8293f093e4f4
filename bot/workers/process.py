"""A worker process as the bot holds it: requests over its pipes, and its end."""

import asyncio
import contextlib
from collections.abc import Sequence
from pathlib import Path

from bot.config import without_settings
from bot.workers.serving import LENGTH

ROOT = Path(__file__).parents[2]  # where the process finds the package ``bot``
GOODBYE = 1.0  # real seconds to end by itself


class Process:
    """A process that works for the bot, with a pipe for requests and one for answers."""

    def __init__(
        self,
        process: asyncio.subprocess.Process,
        asked: asyncio.StreamWriter,
        answers: asyncio.StreamReader,
    ) -> None:
        self._process = process
        self._asked = asked
        self._answers = answers

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    async def ask(self, request: bytes) -> tuple[bytes, bytes]:
        """Send a request; return whether it succeeded (``DONE``), and what it made or the reason.

        Raises:
            OSError, asyncio.IncompleteReadError: it has ended.
        """
        self._asked.write(LENGTH.pack(len(request)) + request)
        await self._asked.drain()
        how = await self._answers.readexactly(1)
        (length,) = LENGTH.unpack(await self._answers.readexactly(LENGTH.size))
        return how, await self._answers.readexactly(length)

    async def end(self, *, at_once: bool = False) -> None:
        """End the process by closing its input; kill it ``at_once``, or when it does not end."""
        self._asked.close()
        with contextlib.suppress(ProcessLookupError):
            if at_once:
                self._process.kill()
            try:
                async with asyncio.timeout(GOODBYE):
                    await self._process.wait()
            except TimeoutError:
                self._process.kill()
                await self._process.wait()


async def start(command: Sequence[str]) -> Process:
    """Start a process, without the bot's own settings: it works on what strangers send.

    Raises:
        OSError: there is no such program.
    """
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=ROOT,
        env=without_settings(),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    if process.stdin is None or process.stdout is None:
        raise OSError("a process without pipes")
    return Process(process, process.stdin, process.stdout)
