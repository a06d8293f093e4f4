"""A loopback port that can be closed and reopened."""

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

    async def start(self) -> None:
        """Set up and listen; `port` is known from then on."""
        await self._runner.setup()
        await self.listen()
        self.port = self._runner.addresses[0][1]

    async def listen(self) -> None:
        """Take connections, if it does not yet."""
        if self._site is None:
            self._site = web.TCPSite(self._runner, HOST, self.port)
            await self._site.start()

    async def stop_listening(self) -> None:
        """Refuse new connections."""
        if self._site is not None:
            await self._site.stop()
            self._site = None

    async def stop(self) -> None:
        """End every connection."""
        await self._runner.cleanup()
