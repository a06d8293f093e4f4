"""Where a process can be made to die: every await, commit and request of the delivery path.

A point is a coroutine of ``bot.delivery`` or a transaction's generator of ``bot.store`` being
entered or left (at its ends, and before and after each of its waits), or an SQL statement about to
run or just done, ``BEGIN`` and ``COMMIT`` among them. It is named for its place and how often it
has been passed, so that another process dies at the very same one.
"""

import inspect
import os
import signal
import sqlite3
import sys
import threading
from collections import Counter
from types import FrameType

WAITS = {"bot.delivery": inspect.CO_COROUTINE, "bot.store": inspect.CO_GENERATOR}
FRAMES = {"call": "enters", "return": "leaves"}
STATEMENTS = {"c_call": "before", "c_return": "after"}


class Points:
    """Notes each point that is passed, and dies by SIGKILL at one of them.

    Args:
        fatal: the point to die at, none by default.
    """

    def __init__(self, fatal: str | None = None) -> None:
        self.passed: list[str] = []
        self._fatal = fatal
        self._times: Counter[str] = Counter()
        self._armed = False

    def watch_threads(self) -> None:
        """Watch the threads that are started from now on, once ``arm`` was called."""
        threading.setprofile(self._met)

    def arm(self) -> None:
        """Begin, with this thread as well."""
        self._armed = True
        sys.setprofile(self._met)

    def disarm(self) -> None:
        """End."""
        sys.setprofile(None)
        threading.setprofile(None)
        self._armed = False

    def _met(self, frame: FrameType, event: str, argument: object) -> None:
        place = _place(frame, event, argument) if self._armed else None
        if place is None:
            return
        self._times[place] += 1
        point = f"{place} #{self._times[place]}"
        self.passed.append(point)
        if point == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)


def _place(frame: FrameType, event: str, argument: object) -> str | None:
    """Return where a point is, or ``None`` if it is none."""
    code = frame.f_code
    if event in FRAMES:
        module = frame.f_globals.get("__name__", "")
        if code.co_flags & WAITS.get(".".join(module.split(".")[:2]), 0):
            return f"{FRAMES[event]} {module}.{code.co_qualname}"
    elif event in STATEMENTS and isinstance(getattr(argument, "__self__", 0), sqlite3.Connection):
        called: str = getattr(argument, "__name__", "?")
        return f"{STATEMENTS[event]} {called} in {code.co_qualname}"
    return None
