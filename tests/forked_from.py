"""The process that those of ``tests.forked`` are forks of: it has imported what the bot does.

All workers of a session share it. Whoever wants a fork connects, sends what it is to be and its
streams, and hears its process id, then how it ended; whoever leaves has it killed.
"""

import gc
import importlib
import os
import pickle
import selectors
import shutil
import signal
import socket
import struct
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from tests.shared import detach, kept

NUMBER = struct.Struct("!q")
STREAMS = 3

Child = tuple[int, socket.socket]
"""A process id, and the line to whoever wanted the process."""


def main(folder: Path) -> None:
    """Leave a process that forks for each that comes, until nobody may come any more."""
    _import_all()
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(folder / "door"))
        door.listen()
        server = os.fork()
        if not server:
            _serve(door)
    if kept(folder, str(folder / "door")):
        os.kill(server, signal.SIGKILL)
        shutil.rmtree(folder)


def _import_all() -> None:
    """Import all that ``python -m bot`` does."""
    extensions = importlib.import_module("bot.client.app").EXTENSIONS
    for module in ("bot.runtime.process", "bot.cli.sandbox", "bot.sandbox.web", *extensions):
        importlib.import_module(module)
    gc.collect()
    gc.freeze()  # else every collection of a process would copy all of it


def _serve(door: socket.socket) -> NoReturn:
    detach()
    with selectors.DefaultSelector() as waiting:
        waiting.register(door, selectors.EVENT_READ)
        while True:
            for key, _ in waiting.select():
                if key.fileobj is door:
                    _begin(door, waiting)
                elif key.fd in waiting.get_map():  # else it has ended just now
                    _go_on(key, waiting)


def _begin(door: socket.socket, waiting: selectors.BaseSelector) -> None:
    line, _ = door.accept()
    size, streams, *_ = socket.recv_fds(line, NUMBER.size, STREAMS)
    if not size:  # whoever came is gone
        line.close()
        return
    with line.makefile("rb") as told:
        asked = told.read(NUMBER.unpack(size)[0])
    child = os.fork()
    if not child:
        for key in [*waiting.get_map().values()]:
            os.close(key.fd)
        _live(asked, streams)
    for stream in streams:
        os.close(stream)
    with suppress(OSError):
        line.sendall(NUMBER.pack(child))
    waiting.register(line, selectors.EVENT_READ, (child, line))
    waiting.register(os.pidfd_open(child), selectors.EVENT_READ, (child, line))


def _go_on(key: selectors.SelectorKey, waiting: selectors.BaseSelector) -> None:
    """Kill a process that nobody wants any more; say how one ended."""
    child, line = key.data
    waiting.unregister(key.fileobj)
    if key.fileobj is line:
        os.kill(child, signal.SIGKILL)
        return
    os.close(key.fd)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with suppress(OSError):
        line.sendall(NUMBER.pack(code))
    if line.fileno() in waiting.get_map():
        waiting.unregister(line)
    line.close()


def _live(asked: bytes, streams: list[int]) -> NoReturn:
    """Be the process."""
    code: object = 1
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        sys.stdin = os.fdopen(0, encoding="utf-8")
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
        code = _be(*pickle.loads(asked))  # noqa: S301 (from the tests)
    except SystemExit as end:
        code = end.code
        if isinstance(code, str):
            sys.stderr.write(f"{code}\n")
    except BaseException:  # noqa: BLE001 (told, then the process ends)
        traceback.print_exc()
    finally:
        threading._shutdown()  # type: ignore[attr-defined]
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else bool(code))


def _be(
    run: Callable[..., int | None],
    told: tuple[object, ...],
    folder: str,
    environ: Mapping[str, str],
) -> int | None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environ)
    time.tzset()
    return run(*told)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
