"""Emptying the write-ahead log, so that deleted entries leave it, while others write.

Most of the work, copying the log into the database file, is done over a connection of its own, on
its own thread; only what was written meanwhile, and truncating the file, holds up the writer.

SQLite 3.7.0-3.51.2 can damage a database when a commit begins the log anew while another connection
checkpoints (sqlite.org/wal.html#walresetbug). Here none can: as long as a reader needs the log,
SQLite does not begin it anew, and there is such a reader throughout.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

BUSY_MS = 5_000
# SQLite's own 1,000 are a hundred commits: every hundredth waited 2 ms for a checkpoint.
AUTOMATIC = "PRAGMA wal_autocheckpoint = 4000"  # pages: 16 MB


def begun(raw: sqlite3.Connection) -> None:
    """Have the writer leave the log as it is, with something in it, until ``emptied``.

    A reader who finds all of the log in the database file already would not need it, and so not
    keep it from being begun anew.
    """
    raw.execute("PRAGMA wal_autocheckpoint = 0")
    raw.execute("PRAGMA user_version = 0")  # used for nothing: the smallest of all commits


def existing(path: Path) -> sqlite3.Connection:
    """Open the database file, which must be there; nobody is waited for."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0)


def written_back(raw: sqlite3.Connection, path: Path) -> None:
    """Checkpoint the log into the database file after ``begun``, over a connection of its own."""
    with closing(existing(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT 1 FROM sqlite_master").fetchone()
        raw.execute("PRAGMA wal_checkpoint(PASSIVE)")


def emptied(raw: sqlite3.Connection) -> bool:
    """Checkpoint and truncate the log without waiting; tell whether it is empty."""
    raw.execute(AUTOMATIC)
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        return not raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
