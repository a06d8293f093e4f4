"""The database's file: its path, its permissions, and the lock of its one writer."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bot.store.engine.errors import StoreError, StoreLocked, StoreUnwritable, StoreUrlError

SCHEME = "sqlite:///"
SERVER = ("postgresql://", "postgres://")
BESIDE_SERVER = Path("data/postgresql")


def database_path(url: str) -> Path:
    """Return the file a database URL names: ``sqlite:///data/legday.db``, ``sqlite:////srv/legday.db``.

    Raises:
        StoreUrlError: it names none.
    """
    if is_server(url):
        raise StoreUrlError(
            "this is for a database in a file; of one on PostgreSQL, its own tools make and "
            "restore copies: pg_dump, pg_restore"
        )
    path = unquote(url.removeprefix(SCHEME))
    odd = "?" in path or not path.isprintable() or path.startswith(("~", ":memory:"))
    if not url.startswith(SCHEME) or not path or path.endswith("/") or odd:
        raise StoreUrlError(
            "DATABASE_URL is not understood: use sqlite:///data/legday.db (relative to here), "
            "sqlite:////srv/legday.db (an absolute path) or postgresql://user@host/database"
        )
    return Path(path)


def is_server(url: str) -> bool:
    """Tell whether a database URL names a PostgreSQL server."""
    return url.startswith(SERVER)


def shown(url: str) -> str:
    """Return where a database is, as people may see it: without user and password."""
    if not is_server(url):
        return str(database_path(url))
    parts = urlsplit(url)
    return f"PostgreSQL at {parts.netloc.rpartition('@')[2] or 'this machine'}{parts.path}"


def beside(url: str) -> Path:
    """Return the path beside which a bot keeps its heartbeat and its list of deletions."""
    return BESIDE_SERVER if is_server(url) else database_path(url)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Own the database at ``path``, made for its owner's eyes only, while the block runs.

    SQLite up to 3.51.2 can corrupt a file that two connections write and checkpoint at once
    (sqlite.org/wal.html#walresetbug), and two bots would deliver everything twice.

    Raises:
        StoreLocked: another process, or another store of this one, has it.
        StoreUnwritable: the folder or the file cannot be written.
    """
    lock = open_lock(path)
    try:
        take(lock, path)
        try:
            make_private(path)
            for one in path.parent.glob(f"{path.name}*"):  # its log, what a restore kept
                only_for_owner(one)
            yield
        except StoreError:  # refused: nothing of ours is left beside a file that may be no database
            lock_of(path).unlink(missing_ok=True)
            raise
    finally:
        os.close(lock)


def lock_of(path: Path) -> Path:
    """Return the lock file of a database."""
    return Path(f"{path}.lock")


def open_lock(path: Path) -> int:
    """Return a handle of the lock file beside the database."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(lock_of(path), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise unwritable(path, error) from None


def take(lock: int, path: Path) -> None:
    """Lock the handle, which the system lets go of when the process ends, however it ends."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        owner = os.read(lock, 20).decode() or "unknown"
        raise StoreLocked(
            f"{path} is in use by another process (pid {owner}): stop that one first"
        ) from None
    try:
        ours = os.path.samestat(os.fstat(lock), lock_of(path).stat())
    except FileNotFoundError:
        ours = False
    if not ours:  # whoever had it removed it between our opening and our locking
        raise StoreLocked(f"{path} was in use by another process just now: try again")
    os.truncate(lock, 0)
    os.write(lock, str(os.getpid()).encode())


def make_private(path: Path) -> None:
    """Make sure the file exists, can be written, and is readable by its owner alone.

    Raises:
        StoreUnwritable: it cannot be made or written.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise unwritable(path, error) from None


def sync(path: Path) -> None:
    """Make sure a file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def only_for_owner(path: Path) -> None:
    """Take the right to read a file from everybody but its owner, where it is ours to take."""
    with suppress(OSError):
        if readable_by_others(path):
            path.chmod(0o600)


def readable_by_others(path: Path) -> bool:
    """Say whether anybody but its owner may read or write a file."""
    return path.is_file() and bool(path.stat().st_mode & 0o077)


def unwritable(path: Path, error: OSError | sqlite3.Error) -> StoreUnwritable:
    """Return the error that says which folder to mend."""
    why = error.strerror if isinstance(error, OSError) else error
    return StoreUnwritable(
        f"{path} cannot be written ({why}): "
        f"check that {path.parent} exists and belongs to the user running the bot"
    )
