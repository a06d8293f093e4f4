"""The process that reads one file: its limits are set before it reads the first byte.

A request is the moment it is asked (ISO 8601), a line break and the file; the answer is JSON.
"""

import contextlib
import json
from datetime import datetime
from typing import Final

from bot.workers.serving import serve

LONGEST: Final = 25  # seconds, more than the bot waits
MOST_CPU: Final = 10  # seconds
MOST_MEMORY: Final = 384 << 20  # bytes of address space


def main() -> None:
    """Read the one file that is asked about."""
    _limit()
    serve(_found, longest=LONGEST, once=True)


def _limit() -> None:
    """Have the system end this process beyond its share of time and memory."""
    try:
        import resource  # noqa: PLC0415 (not on every system)
    except ImportError:
        return
    limits = (resource.RLIMIT_CPU, MOST_CPU), (resource.RLIMIT_AS, MOST_MEMORY)
    for kind, most in limits:
        with contextlib.suppress(ValueError, OSError):  # macOS limits no address space
            resource.setrlimit(kind, (most, most))


def _found(request: bytes) -> bytes:
    from bot.domain.importing.found import to_json  # noqa: PLC0415 (within the limits)
    from bot.domain.importing.rows import RefusedFile  # noqa: PLC0415
    from bot.importing.reading import read  # noqa: PLC0415

    now, _, content = request.partition(b"\n")
    try:
        return to_json(read(content, datetime.fromisoformat(now.decode())))
    except RefusedFile as refused:
        return json.dumps({"refused": refused.key, "values": refused.values}).encode()


if __name__ == "__main__":
    main()
