"""The bot's worker processes, ready at once: forks of one that has imported what they work with.

To draw, that takes most of a second of a core each time, to read a file a fifth of one. What the
tests start in the place of such a process hands its pipes to a fork, which works as that does;
either ends the other.
"""

import contextlib
import importlib
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
DRAWING = ("bot.rendering.charts.worker", "bot.rendering.charts.drawing.draw")
READING = ("bot.importing.worker", "bot.importing.reading")
"""A worker's module, and the one that it imports only once it works."""

HANDS_OVER = """
import socket, sys
line = socket.socket(socket.AF_UNIX)
line.connect(sys.argv[1])
socket.send_fds(line, [b"?"], [0, 1])
line.recv(1)
"""


@contextlib.contextmanager
def ready(modules: tuple[str, str], folder: Path) -> Iterator[tuple[str, ...]]:
    """Have the process to fork from; yield the command to be started in the worker's place."""
    door = str(folder / "door")
    command = (sys.executable, "-m", "tests.forked_workers", door, *modules)
    with subprocess.Popen(  # noqa: S603 (this very module)
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as forked_from:
        assert forked_from.stdin is not None
        assert forked_from.stdout is not None
        forked_from.stdout.readline()
        yield (sys.executable, "-ISc", HANDS_OVER, door)
        forked_from.stdin.close()


def main() -> None:
    """Fork for each that comes, until the input ends."""
    _, path, *modules = sys.argv
    worker, _ = map(importlib.import_module, modules)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(path)
        door.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while sys.stdin not in select.select([door, sys.stdin], [], [])[0]:
            line, _ = door.accept()
            _, pipes, *_ = socket.recv_fds(line, 1, 2)
            if os.fork() == 0:
                _work(worker.main, line, pipes)
            line.close()
            for pipe in pipes:
                os.close(pipe)


def _work(serve: Callable[[], None], line: socket.socket, pipes: list[int]) -> None:
    for standard, pipe in enumerate(pipes):
        os.dup2(pipe, standard)
        os.close(pipe)
    threading.Thread(target=lambda: (line.recv(1), os._exit(1)), daemon=True).start()
    serve()
    os._exit(0)


if __name__ == "__main__":
    main()
