"""Processes that all workers of a session share, such as a PostgreSQL: one each, by a name.

The first that needs one starts it. It ends when the last process that uses it has, however that
one ended: each holds a shared lock on a file, and its keeper waits for the lock alone.
"""

import fcntl
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
USERS, STARTING, READY = "users.lock", "starting.lock", "ready"

_held: list[int] = []  # until this process ends


def shared(name: str, module: str, *told: str) -> str:
    """Return what a shared process says to its users, starting it where none runs.

    Args:
        name: the same for all workers.
        module: what is run to start it, with its folder and what is ``told``; it calls ``kept``.
        told: the further arguments of the module.
    """
    session = os.environ.get("PYTEST_XDIST_TESTRUNUID") or f"pid{os.getpid()}"
    folder = Path(tempfile.gettempdir()) / f"legday-{name}-{session[:10]}"
    folder.mkdir(exist_ok=True)
    users = os.open(folder / USERS, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(users, fcntl.LOCK_SH)
    _held.append(users)
    with _alone(folder / STARTING):
        if not (folder / READY).exists():
            command = [sys.executable, "-m", module, str(folder), *told]
            subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 (ours)
    return (folder / READY).read_text()


def kept(folder: Path, said: str) -> bool:
    """Leave a keeper, to which this says when nobody uses any more what it keeps.

    Returns:
        Whether this is the keeper, at that time; else the process that was run to start it.
    """
    (folder / READY).write_text(said)
    if os.fork():
        return False
    detach()
    users = os.open(folder / USERS, os.O_RDWR)
    fcntl.flock(users, fcntl.LOCK_EX)
    (folder / READY).unlink()
    return True


def detach() -> None:
    """Leave the terminal: neither its Ctrl+C nor its streams are for what is shared."""
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
