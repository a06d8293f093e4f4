"""A look at a PostgreSQL server and what the bot has there, for an operator; nothing is written."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

import asyncpg  # type: ignore[import-untyped]  # it brings no types
from asyncpg import Connection

from bot.store.engine.errors import StoreError
from bot.store.engine.postgres_pool import REFUSED, is_pooled, unopened

CONNECT_S = 10
LOCKS, LEADER, SLOTS = 0x4C474459, 2, 1000  # as ``bot.store.cluster.anchor`` takes them

SERVER = """
SELECT current_setting('server_version') AS version,
    current_setting('server_version_num')::int AS number,
    pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on' AS only_reads,
    inet_server_addr() IS NOT DISTINCT FROM inet_client_addr() AS local,
    coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted,
    current_setting('max_connections')::int
        - current_setting('superuser_reserved_connections')::int AS room,
    has_schema_privilege(current_schema(), 'CREATE') AS may_create,
    to_regclass('schema_migrations') IS NOT NULL AS migrated,
    clock_timestamp() AS now,
    archived.last_archived_time AS archived_at,
    current_setting('archive_mode') <> 'off'
        AND archived.last_archived_time IS NOT NULL
        AND archived.last_archived_time >= coalesce(archived.last_failed_time, '-infinity')
        AS archives
FROM pg_stat_archiver AS archived
"""
OURS = """
SELECT (SELECT max(version) FROM schema_migrations) AS schema,
    (SELECT count(*) FROM pg_tables
        WHERE schemaname = current_schema() AND NOT pg_has_role(tableowner, 'USAGE')) AS foreign_,
    (SELECT string_agg(relname, ', ' ORDER BY relname) FROM pg_stat_user_tables
        WHERE n_dead_tup > 100000 AND n_dead_tup > n_live_tup) AS dead
"""
HELD = """
SELECT objid::bigint AS lock FROM pg_locks
WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid::bigint = $1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerFacts:
    """What a look found."""

    version: str  # the server's, as it writes it, and as ``number``
    number: int
    only_reads: bool  # whether it is a replica, or takes no writes
    local: bool  # whether it is on this machine, at a socket or at an address of ours
    encrypted: bool  # whether by TLS
    pooled: bool  # whether a pooler gives each transaction another session
    room: int  # connections it takes from ordinary roles
    may_create: bool  # whether we may make tables
    now: datetime  # its clock
    archives: bool  # whether its write-ahead log is archived, last at ``archived_at``
    archived_at: datetime | None
    schema: int | None = None  # the newest migration; ``None`` where there is none
    foreign: int = 0  # tables that are not ours to change
    dead: str = ""  # names of tables with more dead rows than live ones
    slots: tuple[int, ...] = ()  # numbers of the slots that processes hold
    led: bool = False  # whether a process leads


async def look(url: str) -> ServerFacts:
    """Look at the server and the database that a URL names.

    Raises:
        StoreError: it cannot be reached, or used.
    """
    async with _connected(url) as one, _connected(url) as other:
        pooled = await is_pooled(one, other)
        server = dict(await one.fetchrow(SERVER))
        held = [row["lock"] for row in await one.fetch(HELD, LOCKS)]
        ours = await one.fetchrow(OURS) if server.pop("migrated") else None
        found = {} if ours is None else dict(ours)
        return ServerFacts(
            **server,
            pooled=pooled,
            schema=found.get("schema"),
            foreign=found.get("foreign_", 0),
            dead=found.get("dead") or "",
            slots=tuple(sorted(lock - SLOTS for lock in held if lock >= SLOTS)),
            led=LEADER in held,
        )


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[Connection]:
    try:
        connection = await asyncpg.connect(url, timeout=CONNECT_S, statement_cache_size=0)
    except (*REFUSED, OSError, ValueError) as error:
        raise unopened(url, error) from None
    try:
        yield connection
    except (*REFUSED, OSError) as error:
        raise StoreError(f"{type(error).__name__}: {error}") from None
    finally:
        connection.terminate()
