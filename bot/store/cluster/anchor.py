"""A process's session with PostgreSQL: the locks that say what it is, and words from the others.

One connection beside the pool, direct to the server. The server frees its locks when it ends,
however the process ended; losing it is losing all of them.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.store.engine.database import Value
from bot.store.engine.errors import StoreUnavailable
from bot.store.engine.postgres_pool import LOST, SETTINGS, UNWRITABLE, unwritable

log = logging.getLogger(__name__)

LOCKS = 0x4C474459  # the class of our locks; those of one integer are the subjects' of transactions
LEADER, CLUSTER, SLOTS = 2, 3, 1000  # slot n is SLOTS + n
GIVEN_UP_MS = 18_000  # what is sent to a machine that vanished: as soon as keepalive finds it out
NAME = CHANNEL = "legday"
ANSWERS_WITHIN = 5.0  # seconds
SILENT = 30.0  # seconds without a statement: a healthy process makes one every 5 s
GONE = (*LOST, asyncpg.InterfaceError, asyncpg.InternalClientError)

TRY = "SELECT pg_try_advisory_lock($1, $2)"
TRY_SHARED = "SELECT pg_try_advisory_lock_shared($1, $2)"
UNLOCK = "SELECT pg_advisory_unlock($1, $2)"
UNLOCK_SHARED = "SELECT pg_advisory_unlock_shared($1, $2)"
CALL = "SELECT set_config('application_name', $1, false)"
GIVE_UP = "SELECT set_config('tcp_user_timeout', $1, false)"
NOTIFY = "SELECT pg_notify($1, $2)"
# Two integers are told apart from one by objsubid.
END_SILENT = """
SELECT pg_terminate_backend(holder.pid) AS ended
FROM pg_locks AS held JOIN pg_stat_activity AS holder ON holder.pid = held.pid
WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 2
    AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND held.classid = CAST($1 AS oid) AND held.objid = CAST($2 AS oid)
    AND holder.pid <> pg_backend_pid() AND holder.usename = current_user
    AND clock_timestamp() - holder.state_change > $3 * INTERVAL '1 second'
"""


class Anchor:
    """One open session. Every call raises ``StoreUnavailable`` once it is gone.

    Nobody else may use its ``connection``; ``ended`` is called when it, and all its locks, are
    gone.
    """

    def __init__(self, connection: asyncpg.Connection, ended: Callable[[], object]) -> None:
        self._connection = connection
        self._turn = asyncio.Lock()  # a connection answers one question at a time
        connection.add_termination_listener(lambda _: ended())

    async def hear(self, heard: Callable[[str], None]) -> None:
        """Call ``heard`` with each word that another process of the bot says."""
        own = self._connection.get_server_pid()

        def listener(_connection: object, process: int, _channel: str, word: object) -> None:
            if process != own:
                heard(str(word))

        async with self._asking():
            await self._connection.add_listener(CHANNEL, listener)

    async def say(self, word: str) -> None:
        """Say a word to all processes of the bot."""
        await self.ask(NOTIFY, CHANNEL, word)

    async def take(self, lock: int, *, shared: bool = False) -> bool:
        """Take a lock if nobody else has it; say whether it is ours now."""
        row = await self.ask(TRY_SHARED if shared else TRY, LOCKS, lock)
        return bool(row[0])

    async def free(self, lock: int, *, shared: bool = False) -> None:
        """Give a lock back."""
        await self.ask(UNLOCK_SHARED if shared else UNLOCK, LOCKS, lock)

    async def end_silent(self, lock: int, patience: float) -> None:
        """End the session of a lock's holder that has said nothing for so many seconds."""
        if await self.ask(END_SILENT, LOCKS, lock, patience):
            log.warning("the process that held lock %d was silent; its session is ended", lock)

    async def ask(self, sql: str, *args: Value) -> Any:  # noqa: ANN401 (a row)
        """Return the first row of a statement, ``None`` where it has none."""
        async with self._asking():
            return await self._connection.fetchrow(sql, *args)

    async def given_up_soon(self) -> None:
        """Have the server end the session soon where nobody takes what it sends, such as a word.

        Its keepalive does not look while an answer to that is awaited: 15 minutes, by default.
        """
        await self.ask(GIVE_UP, str(GIVEN_UP_MS))

    async def called(self, name: str) -> None:
        """Take a name that operators see in pg_stat_activity."""
        await self.ask(CALL, f"{NAME} {name}")

    async def close(self) -> None:
        """End the session; the server frees its locks."""
        with suppress(*GONE):
            await self._connection.close(timeout=1.0)

    @asynccontextmanager
    async def _asking(self) -> AsyncIterator[None]:
        """Ask one thing, in time; a server that does not answer has lost us."""
        try:
            async with self._turn, asyncio.timeout(ANSWERS_WITHIN):
                yield
        except GONE as error:
            self._connection.terminate()
            raise StoreUnavailable(f"the session ended ({type(error).__name__})") from error
        except UNWRITABLE as error:
            raise unwritable(error) from error


async def anchored(url: str, ended: Callable[[], object]) -> Anchor:
    """Open a session; ``ended`` is called when it has ended.

    Raises:
        StoreUnavailable: the server does not answer.
    """
    settings = {**SETTINGS, "application_name": NAME}
    try:
        connection = await asyncpg.connect(
            url, timeout=ANSWERS_WITHIN, server_settings=settings, statement_cache_size=32
        )
    except (*GONE, asyncpg.PostgresError) as error:
        raise StoreUnavailable(f"no session ({type(error).__name__})") from error
    made = Anchor(connection, ended)
    await made.given_up_soon()
    return made
