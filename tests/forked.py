"""Processes of their own that begin with the bot imported, which takes longer than most of a test.

They are forked from one that has imported it, as ``tests.torture.nursery`` forks lives. What starts
an interpreter of its own, as an operator does, is tried in ``tests/process/test_run.py``.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO, Final

ROOT: Final = Path(__file__).parents[1]
PATIENCE: Final = 90.0  # seconds, on a machine with other work
FORKING: Final = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(["tests.forked_from"])


class Forked:
    """A process that runs a function and ends with what it returns.

    Args:
        run: the function, which its module has by name.
        told: its arguments.
        folder: where it runs.
        environ: its whole environment.
        typed: the text on its standard input, or the terminal that is it.
    """

    def __init__(
        self,
        run: Callable[..., int],
        *told: object,
        folder: Path = ROOT,
        environ: Mapping[str, str] = os.environ,
        typed: str | int = "",
    ) -> None:
        self._out, self._err = (tempfile.TemporaryFile() for _ in range(2))  # noqa: SIM115 (ended)
        self._end: tuple[int, str, str] | None = None
        streams = [_input(typed), *(Connection(os.dup(one.fileno())) for one in self._both)]
        where = (str(folder), dict(environ), streams)
        self._process = FORKING.Process(target=_be, args=(run, told, *where), daemon=True)
        self._process.start()
        for stream in streams:
            stream.close()

    def wait(self, within: float = PATIENCE) -> tuple[int, str, str]:
        """Wait for its end; return exit code, what was printed, and what was logged.

        Raises:
            TimeoutError: it does not end; it is killed.
        """
        if self._end is None:
            self._process.join(within)
            if (code := self._process.exitcode) is None:
                self.tell(signal.SIGKILL)
                raise TimeoutError
            said, complained = map(_read, self._both)
            self._end = code, said, complained
        return self._end

    async def ended(self) -> tuple[int, str, str]:
        """Wait for its end as ``wait`` does, beside what else goes on."""
        return await asyncio.to_thread(self.wait)

    def tell(self, number: int) -> None:
        """Send a signal, if it is still there."""
        if self._process.is_alive() and self._process.pid is not None:
            with suppress(ProcessLookupError):
                os.kill(self._process.pid, number)

    @property
    def _both(self) -> tuple[IO[bytes], IO[bytes]]:
        return self._out, self._err


def _read(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode()


def _input(typed: str | int) -> Connection:
    if isinstance(typed, int):
        return Connection(os.dup(typed))
    end, pipe = os.pipe()
    with os.fdopen(pipe, "w", encoding="utf-8") as keyboard:
        keyboard.write(typed)  # less than the pipe holds
    return Connection(end)


def _be(
    run: Callable[..., int],
    told: tuple[object, ...],
    folder: str,
    environ: Mapping[str, str],
    streams: list[Connection],
) -> None:
    for number, stream in enumerate(streams):
        os.dup2(stream.fileno(), number)
        stream.close()
    sys.stdin = os.fdopen(0, encoding="utf-8")
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environ)
    time.tzset()
    sys.exit(run(*told))
