"""Processes of their own that begin with the bot imported, which takes longer than most of a test.

They are forked from one that has imported it, as ``tests.torture.nursery`` forks lives. What starts
an interpreter of its own, as an operator does, is tried in ``tests/process/test_run.py``.
"""

import asyncio
import os
import pickle
import select
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from tests.forked_from import NUMBER
from tests.shared import shared

ROOT: Final = Path(__file__).parents[1]
PATIENCE: Final = 90.0  # seconds, on a machine with other work


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
            self._process = Fork(run, *told, folder=folder, environ=environ, streams=streams)

    def wait(self, within: float = PATIENCE) -> tuple[int, str, str]:
        """Wait for its end; return exit code, what was printed, and what was logged.

        Raises:
            TimeoutError: it does not end; it is killed.
        """
        if self._end is None:
            self._process.join(within)
            if (code := self._process.exit_code) is None:
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
        if not self._process.has_ended:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    @property
    def pid(self) -> int:
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


class Fork:
    """A process that runs a function with these three streams and ends with its answer."""

    def __init__(
        self,
        run: Callable[..., int | None],
        *told: object,
        folder: Path = ROOT,
        environ: Mapping[str, str] = os.environ,
        streams: Sequence[int],
    ) -> None:
        self.exit_code: int | None = None
        asked = pickle.dumps((run, told, str(folder), dict(environ)))
        self._line = socket.socket(socket.AF_UNIX)
        self._line.connect(shared("forks", "tests.forked_from"))
        socket.send_fds(self._line, [NUMBER.pack(len(asked))], streams)
        self._line.sendall(asked)
        self.pid = self._number()

    def join(self, within: float | None = None) -> None:
        """Wait for its end, or for so many seconds."""
        if self.exit_code is None and select.select([self._line], [], [], within)[0]:
            self.exit_code = self._number()
            self._line.close()

    @property
    def has_ended(self) -> bool:
        return self.exit_code is not None or bool(select.select([self._line], [], [], 0)[0])

    def _number(self) -> int:
        return int(NUMBER.unpack(self._line.recv(NUMBER.size, socket.MSG_WAITALL))[0])
