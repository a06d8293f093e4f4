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
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
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
        run: Callable[..., int | None],
        *told: object,
        folder: Path = ROOT,
        environ: Mapping[str, str] = os.environ,
        typed: str | int = "",
    ) -> None:
        self._out, self._err = (tempfile.TemporaryFile() for _ in range(2))  # noqa: SIM115 (ended)
        self._end: tuple[int, str, str] | None = None
        with _keyboard(typed) as keyboard:
            streams = (keyboard, *(one.fileno() for one in self._both))
            self._process = fork(run, *told, folder=folder, environ=environ, streams=streams)

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
        if self._process.is_alive():
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def _both(self) -> tuple[IO[bytes], IO[bytes]]:
        return self._out, self._err


def _read(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode()


@contextmanager
def _keyboard(typed: str | int) -> Iterator[int]:
    """Give the descriptor of a standard input."""
    if isinstance(typed, int):
        yield typed
        return
    end, pipe = os.pipe()
    with os.fdopen(end), os.fdopen(pipe, "w", encoding="utf-8") as keyboard:
        keyboard.write(typed)  # less than the pipe holds
        keyboard.close()
        yield end


def fork(
    run: Callable[..., int | None],
    *told: object,
    folder: Path = ROOT,
    environ: Mapping[str, str] = os.environ,
    streams: Sequence[int],
) -> BaseProcess:
    """Start a process that runs a function with these three streams and ends with its answer."""
    passed = [Connection(os.dup(stream)) for stream in streams]
    where = (str(folder), dict(environ), passed)
    process = FORKING.Process(target=_be, args=(run, told, *where), daemon=True)
    process.start()
    for stream in passed:
        stream.close()
    return process


def _be(
    run: Callable[..., int | None],
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
