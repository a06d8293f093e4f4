"""The heartbeat file beside the database: how others see that the running bot works.

It is written every 15 s while delivery moves and what members log is kept, and removed when the bot
stops. ``python -m bot health`` reads it, for the health check of a container.
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

FRESH = timedelta(seconds=60)
SUFFIX = ".heartbeat"


def file_of(database: Path) -> Path:
    """Return where the heartbeat of the bot on a database is."""
    return database.with_name(database.name + SUFFIX)


def beat(file: Path, now: datetime) -> None:
    """Write a heartbeat of this moment."""
    file.touch(mode=0o600)
    os.utime(file, (now.timestamp(), now.timestamp()))


def end(file: Path) -> None:
    """Remove the heartbeat: the bot stops."""
    file.unlink(missing_ok=True)


def trouble(file: Path, now: datetime) -> str | None:
    """Say what is wrong with a bot by its heartbeat; ``None``: nothing."""
    try:
        last = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except OSError:
        return "no bot runs on this database"
    silent = now - last
    if silent <= FRESH:
        return None
    return f"the last heartbeat is {silent.total_seconds():.0f} s ago"
