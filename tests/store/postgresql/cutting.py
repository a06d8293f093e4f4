"""A proxy on loopback that cuts a connection exactly at its COMMIT."""

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs, urlsplit, urlunsplit

COMMIT = b"COMMIT\x00"  # as a simple query of the protocol ends that commits what is before it
READY = b"Z\x00\x00\x00\x05I"
_ENDED = b"SFATAL\x00VFATAL\x00C57P01\x00Mterminating connection\x00\x00"
ENDED = b"E" + (4 + len(_ENDED)).to_bytes(4, "big") + _ENDED


class Proxy:
    """Passes everything on; ``cut`` is "before" or "after" the next COMMIT, which is then used up.

    "before": the server never gets it. "after": it takes effect, and nobody is told; ``meanwhile``
    then happens before the connection ends. ``endings`` is how many of the next sessions the server
    ends as soon as they have begun.
    """

    meanwhile: Callable[[], Awaitable[object]] | None = None

    def __init__(self, server: str) -> None:
        self.cut: str | None = None
        self.cuts = 0
        self.endings = 0
        self.sent: list[bytes] = []
        self._server = server
        self._port = 0  # the same again, where it is entered once more
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> "Proxy":
        self._listening = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._listening.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._listening.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def url(self) -> str:
        parts = urlsplit(self._server)
        user = parts.netloc.rpartition("@")[0] or "legday"
        host, port = self._listening.sockets[0].getsockname()
        return urlunsplit(parts._replace(netloc=f"{user}@{host}:{port}", query="sslmode=disable"))

    async def _upstream(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        parts = urlsplit(self._server)
        folder = parse_qs(parts.query).get("host")
        if folder:
            return await asyncio.open_unix_connection(f"{folder[0]}/.s.PGSQL.{parts.port or 5432}")
        return await asyncio.open_connection(parts.hostname, parts.port or 5432)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        up_reader, up_writer = await self._upstream()
        hushed, answered = asyncio.Event(), asyncio.Event()
        both = (
            asyncio.create_task(self._forward(reader, up_writer, hushed, answered)),
            asyncio.create_task(self._back(up_reader, writer, hushed, answered)),
        )
        self._tasks.update(both)
        await asyncio.wait(
            both[:1] if self.meanwhile else both, return_when=asyncio.FIRST_COMPLETED
        )
        for one in (writer, up_writer):
            one.transport.abort()
        for task in both:
            task.cancel()
        await asyncio.gather(*both, return_exceptions=True)
        self._tasks.difference_update(both)

    async def _forward(
        self,
        reader: asyncio.StreamReader,
        up_writer: asyncio.StreamWriter,
        hushed: asyncio.Event,
        answered: asyncio.Event,
    ) -> None:
        while data := await reader.read(65_536):
            how = self.cut if data[:1] == b"Q" and data.endswith(COMMIT) else None
            if how is not None:
                self.cut = None
                self.cuts += 1
                hushed.set()
            if how == "before":
                return
            self.sent.append(data)
            up_writer.write(data)
            if how == "after":
                await answered.wait()
                if self.meanwhile is not None:
                    await self.meanwhile()
                return

    async def _back(
        self,
        up_reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        hushed: asyncio.Event,
        answered: asyncio.Event,
    ) -> None:
        while data := await up_reader.read(65_536):
            if hushed.is_set():  # the answer to COMMIT: nobody gets it
                answered.set()
            elif self.endings and data.endswith(READY):
                self.endings -= 1
                writer.write(data + ENDED)
            else:
                writer.write(data)
