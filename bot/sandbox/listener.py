"""A loopback port that can be closed and reopened."""

import socket

from aiohttp import web

HOST = "127.0.0.1"


class Listener:
    """An aiohttp application on one port, kept over pauses."""

    def __init__(self, app: web.Application, port: int) -> None:
        # A request whose client gave up must not hang on for ever.
        self._runner = web.AppRunner(
            app, access_log=None, shutdown_timeout=1.0, handler_cancellation=True
        )
        self.port = port
        self._site: web.TCPSite | None = None
        self._held: socket.socket | None = None  # bound, so that nobody else gets the port

    async def start(self) -> None:
        """Set up and listen; `port` is known from then on."""
        await self._runner.setup()
        await self.listen()
        self.port = self._runner.addresses[0][1]

    async def listen(self) -> None:
        """Take connections, if it does not yet."""
        if self._site is None:
            self._let_go()
            self._site = web.TCPSite(self._runner, HOST, self.port)
            await self._site.start()

    async def stop_listening(self) -> None:
        """Refuse new connections."""
        if self._site is not None:
            await self._site.stop()
            self._site = None
            self._held = socket.socket()
            self._held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._held.bind((HOST, self.port))

    async def stop(self) -> None:
        """End every connection."""
        self._let_go()
        await self._runner.cleanup()

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None
