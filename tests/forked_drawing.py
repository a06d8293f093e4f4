"""Drawing processes that are ready at once: forks of one that has the library imported already.

Importing it takes most of a second of a core, each time. What the tests start in the place of the
bot's drawing process hands its pipes to a fork, which works as that does; either ends the other.
"""

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from bot.rendering.charts import worker

ROOT = Path(__file__).parents[1]
HANDS_OVER = """
import socket, sys
line = socket.socket(socket.AF_UNIX)
line.connect(sys.argv[1])
socket.send_fds(line, [b"?"], [0, 1])
line.recv(1)
"""


@contextlib.contextmanager
def ready(folder: Path) -> Iterator[tuple[str, ...]]:
    """Have the process to fork from; yield the command to be started as a drawing process."""
    door = str(folder / "door")
    command = (sys.executable, "-m", "tests.forked_drawing", door)
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
    import bot.rendering.charts.drawing.draw  # noqa: F401, PLC0415 (what the forks need not do)

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(sys.argv[1])
        door.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while sys.stdin not in select.select([door, sys.stdin], [], [])[0]:
            line, _ = door.accept()
            _, pipes, *_ = socket.recv_fds(line, 1, 2)
            if os.fork() == 0:
                _work(line, pipes)
            line.close()
            for pipe in pipes:
                os.close(pipe)


def _work(line: socket.socket, pipes: list[int]) -> None:
    for standard, pipe in enumerate(pipes):
        os.dup2(pipe, standard)
        os.close(pipe)
    threading.Thread(target=lambda: (line.recv(1), os._exit(1)), daemon=True).start()
    worker.main()
    os._exit(0)


if __name__ == "__main__":
    main()
