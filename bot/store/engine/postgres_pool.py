"""Connections to PostgreSQL: opening a pool, what may go wrong, what of it may be tried again."""

import asyncio
import logging
import ssl
from urllib.parse import urlsplit

import asyncpg  # type: ignore[import-untyped]  # it brings no types
from asyncpg import Connection, Pool

from bot.store.engine.errors import StoreError, StoreUnavailable
from bot.store.engine.files import shown
from bot.store.engine.postgres_statements import Session

log = logging.getLogger(__name__)

OLDEST = 130_000  # the server's version as a number: 13.0, the first with pg_current_xact_id
COMMAND_S = 10.0  # the longest a statement of the bot's may take
POOLED = "a pooler in transaction mode is no way to it: set it to session mode, or leave it out"
SETTINGS = {
    "timezone": "UTC",
    "lock_timeout": "2s",
    "idle_in_transaction_session_timeout": "30s",
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "3",
    "tcp_keepalives_count": "3",
}

# Another transaction came in between: the same may succeed at once.
CONTENDED = (
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.LockNotAvailableError,
)
# The connection is gone, or the server behind it restarts, is full or was made a replica.
LOST = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.TooManyConnectionsError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.InternalClientError,  # the server's last word came, and its end not yet
)

# The server can write no more, its disk is full or broken: what was begun is undone.
UNWRITABLE = (asyncpg.InsufficientResourcesError, asyncpg.PostgresSystemError)

# A statement was prepared in one session, and another was lent for its use.
OTHER_SESSION = (asyncpg.DuplicatePreparedStatementError, asyncpg.InvalidSQLStatementNameError)

# Whatever else the server, or the driver, does not do.
REFUSED = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


HINTS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (asyncpg.InvalidAuthorizationSpecificationError, "check user and password in DATABASE_URL"),
    (OTHER_SESSION, POOLED),
    (asyncpg.InvalidCatalogNameError, "create the database first: createdb"),
    (asyncpg.TooManyConnectionsError, "raise max_connections there, or lower DATABASE_POOL"),
    (ssl.SSLError, "check sslmode and sslrootcert in DATABASE_URL"),
    (
        FileNotFoundError,
        "check that the server runs, and what DATABASE_URL names: socket, sslrootcert",
    ),
    (
        (asyncpg.PostgresError, asyncpg.InternalClientError, OSError),
        "check that the server runs and can be reached from here",
    ),
)


# A run of the server ends with a crash: its statistics then begin anew. A replica has its own.
NOTE_RUN = "SELECT set_config('legday.run', pg_stat_get_bgwriter_stat_reset_time()::text, false)"


async def opened(url: str, size: int, name: str, command_s: float | None) -> Pool:
    """Open a pool of connections to the server that may be written to.

    Raises:
        StoreError: it cannot be used; the text says why, without the password.
    """
    where = shown(url)
    try:
        pool = await asyncpg.create_pool(
            url,
            min_size=min(2, size),
            max_size=size,
            statement_cache_size=512,
            command_timeout=command_s,
            server_settings={**SETTINGS, "application_name": name},
            connection_class=Session,
            init=_note_run,
            reset=_nothing,
        )
    except (*REFUSED, OSError, ValueError) as error:
        raise unopened(url, error) from None
    try:
        await _check(pool, where)
    except BaseException as error:
        pool.terminate()
        if isinstance(error, (*REFUSED, OSError)):
            raise unopened(url, error) from None
        raise
    return pool


async def vacuum(url: str) -> None:
    """Vacuum all tables on a connection of its own, which ends with whoever waits for it."""
    try:
        connection = await asyncpg.connect(url, server_settings={"application_name": "legday tidy"})
        try:
            await connection.execute("VACUUM (SKIP_LOCKED)")
        finally:
            connection.terminate()
    except (*REFUSED, OSError) as error:
        log.warning("no VACUUM today: %s", reason(error, url))


async def _check(pool: Pool, where: str) -> None:
    row = await pool.fetchrow(
        "SELECT current_setting('server_version_num')::int AS version,"
        " pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on' AS reads"
    )
    if row["version"] < OLDEST:
        raise StoreError(f"{where} is older than PostgreSQL 13: use a newer server")
    if row["reads"]:
        raise StoreError(
            f"{where} is a replica, or read-only: name the primary, or several hosts with "
            "target_session_attrs=read-write"
        )
    if pool.get_max_size() > 1:
        async with pool.acquire() as one, pool.acquire() as other:
            if await is_pooled(one, other):
                raise StoreError(f"{where}: {POOLED}")


async def is_pooled(one: Connection, other: Connection) -> bool:
    """Tell whether two connections are no sessions: a pooler lends these by transaction."""
    before = await one.fetchval("SELECT pg_backend_pid()")
    async with other.transaction():
        meanwhile = await other.fetchval("SELECT pg_backend_pid()")
        after = await one.fetchval("SELECT pg_backend_pid()")
    return bool(meanwhile == before or before != after)


async def _note_run(connection: Connection) -> None:
    """Have the session know in which run of the server it began."""
    await connection.execute(NOTE_RUN)


async def _nothing(_connection: Connection) -> None:
    """Reset nothing between uses, which would cost a trip: no session state is ever set."""


def unopened(url: str, error: BaseException) -> StoreError:
    """Return the error for a server that cannot be reached."""
    return StoreError(f"{shown(url)} cannot be opened ({reason(error, url)}): {hint(error)}")


def reason(error: BaseException, url: str) -> str:
    """Return an error's first line, without the password."""
    said = str(error).partition("\n")[0] or type(error).__name__
    password = urlsplit(url).password
    return said.replace(password, "***") if password else said


def hint(error: BaseException) -> str:
    """Return what the operator can do about a server that cannot be opened."""
    if "unsupported startup parameter" in str(error):
        return f"{POOLED}; there, ignore_startup_parameters must name it"
    found = (said for kinds, said in HINTS if isinstance(error, kinds))
    return next(found, "check DATABASE_URL, its sslmode and sslrootcert")


def is_lost(error: BaseException, connection: Connection | None) -> bool:
    """Tell whether an error means that a connection can no longer be used."""
    if isinstance(error, LOST):
        return True
    ours = isinstance(error, asyncpg.InterfaceError)
    return ours and connection is not None and is_closed(connection)


def is_closed(connection: Connection) -> bool:
    """Tell whether a connection of the pool has ended, and so was taken back by the pool."""
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:
        return True


def unavailable(why: BaseException) -> StoreUnavailable:
    """Return the error for whoever waited in vain."""
    return StoreUnavailable(f"the database does not answer ({type(why).__name__}: {why})")


def unwritable(why: BaseException) -> StoreUnavailable:
    """Return the error for whoever wanted to write where there is no room."""
    return StoreUnavailable(f"the database cannot write ({type(why).__name__}: {why})")


def forgets(task: "asyncio.Task[object]") -> None:
    """Take note of a task's error that nobody waits for any more."""
    if not task.cancelled():
        task.exception()
