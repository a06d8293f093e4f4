"""The drawing process: pictures in on stdin, PNGs out on stdout, until the input ends.

``bot.rendering.charts.renderer`` starts it. Its input ends when the bot does, however the bot
ended, so it is never left behind; an alarm of the system's ends it where drawing itself hangs.
"""

import os
import pickle
import signal
import struct
import sys
from typing import BinaryIO

LENGTH = struct.Struct(">I")
DRAWN, FAILED = b"\x00", b"\x01"
NICENESS = 5  # of the process: commands go first, pictures still come on a busy machine
LONGEST = 30  # seconds for one picture, more than the renderer waits


def main() -> None:
    """Draw each request until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the bot, which then ends this
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while (header := asked.read(LENGTH.size)) and len(header) == LENGTH.size:
        _alarm(LONGEST)
        request = asked.read(LENGTH.unpack(header)[0])
        _answer(answers, *_drawn(request))
        _alarm(0)


def _drawn(request: bytes) -> tuple[bytes, bytes]:
    try:
        from bot.rendering.charts.drawing.draw import draw  # noqa: PLC0415 (a broken library is an answer too)

        return DRAWN, draw(pickle.loads(request))  # noqa: S301 (from the bot itself, by its own pipe)
    except Exception as error:  # noqa: BLE001 (the door of this process: it is told as an answer)
        return FAILED, f"{type(error).__name__}: {error}".encode()


def _answer(answers: BinaryIO, how: bytes, content: bytes) -> None:
    answers.write(how + LENGTH.pack(len(content)) + content)
    answers.flush()


def _alarm(seconds: int) -> None:
    """Have the system kill this process after so many seconds; 0 cancels that."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    main()
