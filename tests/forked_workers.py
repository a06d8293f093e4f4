"""The bot's worker processes, ready at once: forks of one that has imported what they work with.

To draw, that takes most of a second of a core each time, to read a file a fifth of one. What the
tests start in the place of such a process hands its pipes to a fork, which works as that does;
either ends the other.
"""

import gc
import importlib
import os
import shutil
import signal
import socket
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NoReturn

from tests.shared import detach, kept, shared

DRAWING, READING = "drawing", "reading"
MODULES = {
    DRAWING: ("bot.rendering.charts.worker", "bot.rendering.charts.drawing.draw"),
    READING: ("bot.importing.worker", "bot.importing.reading"),
}
"""A worker's module, and the one that it imports only once it works."""

HANDS_OVER = """
import socket, sys
line = socket.socket(socket.AF_UNIX)
line.connect(sys.argv[1])
socket.send_fds(line, [b"?"], [0, 1])
line.recv(1)
"""


def ready(job: str) -> tuple[str, ...]:
    """Return the command to be started in a worker's place, for DRAWING or READING."""
    door = shared(job, __name__, job)
    return sys.executable, "-ISc", HANDS_OVER, door


def drawing_by(worker: tuple[str, ...], run: Callable[..., int], *told: object) -> int:
    """Run a function with the bots in it drawing by another command, in a process of its own."""
    from bot.client import app  # noqa: PLC0415 (not needed to draw)
    from bot.rendering.charts.renderer import Renderer  # noqa: PLC0415

    vars(app)["Renderer"] = partial(Renderer, worker=worker)
    return run(*told)


def main(folder: Path, job: str) -> None:
    """Leave a process that forks for each that comes, until nobody may come any more."""
    worker, _ = map(importlib.import_module, MODULES[job])
    gc.collect()
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(folder / "door"))
        door.listen()
        forks = os.fork()
        if not forks:
            _serve(worker.main, door)
    if kept(folder, str(folder / "door")):
        os.kill(forks, signal.SIGKILL)
        shutil.rmtree(folder)


def _serve(serve: Callable[[], None], door: socket.socket) -> NoReturn:
    detach()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    while True:
        line, _ = door.accept()
        _, pipes, *_ = socket.recv_fds(line, 1, 2)
        if os.fork() == 0:
            _work(serve, line, pipes)
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
    main(Path(sys.argv[1]), sys.argv[2])
