"""Files read by a process of their own, one after another; whatever becomes of it is an answer."""

import asyncio
import json
import logging
import sys
from collections.abc import Sequence
from datetime import datetime

from bot.domain.facts.errors import BadInput
from bot.domain.importing.found import Found, from_json
from bot.workers.process import start
from bot.workers.serving import DONE

log = logging.getLogger(__name__)

WORKER = (sys.executable, "-m", "bot.importing.worker")
PATIENCE = 20.0  # real seconds for one file, the start of the process with it
MOST_WAITING = 8


class FileReader:
    """Reads files, each in a new process, killed where it takes longer than ``patience``."""

    def __init__(self, *, worker: Sequence[str] = WORKER, patience: float = PATIENCE) -> None:
        self._command = worker
        self._patience = patience
        self._turn = asyncio.Lock()
        self.waiting = 0  # files, with the one that is being read

    def check_free(self) -> None:
        """Refuse more files than may wait.

        Raises:
            BadInput: ``file_busy``.
        """
        if self.waiting > MOST_WAITING:
            raise BadInput("file_busy")

    async def read(self, content: bytes, now: datetime) -> Found:
        """Return what is in a file.

        Raises:
            BadInput: why nothing can be read of it, or that too many wait; the key begins with
                ``file_``.
        """
        self.check_free()
        self.waiting += 1
        try:
            async with self._turn:
                answer = await self._answer(now.isoformat().encode() + b"\n" + content)
        finally:
            self.waiting -= 1
        told = await asyncio.to_thread(_told, answer)  # a long history is a megabyte of JSON
        if isinstance(told, Found):
            return told
        raise BadInput(f"file_{told['refused']}", **told["values"])

    async def _answer(self, request: bytes) -> bytes:
        why, hangs = "", True
        process = await start(self._command)
        try:
            async with asyncio.timeout(self._patience):
                how, content = await process.ask(request)
            hangs = False
            if how == DONE:
                return content
            why = content.decode(errors="replace").partition(":")[0]  # never what stood in the file
        except TimeoutError:
            why = f"nothing came for {self._patience:g} s"
        except (asyncio.IncompleteReadError, OSError) as error:
            why, hangs = f"the process has ended ({type(error).__name__})", False
        finally:
            await process.end(at_once=hangs)
        log.warning("a file could not be read: %s", why)
        raise BadInput("file_damaged")


def _told(answer: bytes) -> Found | dict[str, dict[str, object]]:
    if answer.startswith(b'{"refused"'):
        refused: dict[str, dict[str, object]] = json.loads(answer)
        return refused
    return from_json(answer)
