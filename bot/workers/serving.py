"""The inside of a worker process: requests on stdin, answers on stdout, until the input ends.

Its input ends when the bot does, however the bot ended, so it is never left behind; an alarm of the
system's ends it where the work itself hangs.
"""

import os
import signal
import struct
import sys
from collections.abc import Callable

LENGTH = struct.Struct(">I")
DONE, FAILED = b"\x00", b"\x01"
NICENESS = 5  # of the process: commands go first, its work still gets done on a busy machine


def serve(work: Callable[[bytes], bytes], *, longest: int, once: bool = False) -> None:
    """Answer each request with what ``work`` makes of it.

    ``longest`` is seconds for one request, more than whoever asks waits; ``once`` ends it after the
    first.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the bot, which then ends this
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while (header := asked.read(LENGTH.size)) and len(header) == LENGTH.size:
        _alarm(longest)
        how, content = _tried(work, asked.read(LENGTH.unpack(header)[0]))
        answers.write(how + LENGTH.pack(len(content)) + content)
        answers.flush()
        _alarm(0)
        if once:
            return


def _tried(work: Callable[[bytes], bytes], request: bytes) -> tuple[bytes, bytes]:
    try:
        return DONE, work(request)
    except Exception as error:  # noqa: BLE001 (the door of this process: it is told as an answer)
        return FAILED, f"{type(error).__name__}: {error}".encode(errors="replace")


def _alarm(seconds: int) -> None:
    """Have the system kill this process after so many seconds; 0 cancels that."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)
