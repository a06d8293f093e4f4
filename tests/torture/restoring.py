"""Lives that restore a backup and die at one step of it, for ``restores``.

A step is a call that changes files: one of the system's, or a statement of SQLite's. Every step has
two points, before and after.
"""

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from bot.clock import SystemClock
from bot.store.copies.restoring import restore

LIFE = f"{__name__}:restoring"
CHANGING = frozenset(
    {"open", "replace", "rename", "unlink", "fsync", "truncate", "ftruncate", "write", "chmod"}
)


def restoring(
    at_work: Callable[[], object], *, backup: str, path: str, fatal: int, passed: str
) -> None:
    """Restore, and die by SIGKILL at the ``fatal``th point; else say how many were ``passed``."""
    points = 0

    def met(_frame: FrameType, event: str, argument: object) -> None:
        nonlocal points
        if event not in {"c_call", "c_return"} or not _changes_files(argument):
            return
        points += 1
        if points == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    at_work()
    now = SystemClock().now()
    sys.setprofile(met)
    try:
        restore(Path(backup), Path(path), now)
    finally:
        sys.setprofile(None)
    Path(passed).write_text(str(points), "ascii")


def told(backup: Path, path: Path, fatal: int) -> dict[str, object]:
    """Return what such a life is told."""
    passed = passed_by(path)
    return {"backup": str(backup), "path": str(path), "fatal": fatal, "passed": str(passed)}


def passed_by(path: Path) -> Path:
    """Return the file where a life that did not die says how many points it passed."""
    return path.with_name("passed")


def _changes_files(function: object) -> bool:
    owner = getattr(function, "__self__", None)
    if isinstance(owner, sqlite3.Connection):
        return True
    return getattr(function, "__module__", None) == "posix" and (
        getattr(function, "__name__", None) in CHANGING
    )
