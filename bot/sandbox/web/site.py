"""The page's address on loopback: its files, attachments, and the live connection."""

from datetime import time, tzinfo
from typing import Self

from aiohttp import WSCloseCode, web
from aiohttp.typedefs import Handler

from bot.sandbox import screen
from bot.sandbox.clock import SandboxClock
from bot.sandbox.listener import HOST, Listener
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.web import frames, joined, moments
from bot.sandbox.web.room import Room
from bot.sandbox.web.viewer import Marks, Viewer
from bot.sandbox.zones import zone_named

NAMES = (HOST, "localhost")
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; connect-src 'self' {sockets}; "
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class PortTakenError(Exception):
    """The page cannot listen where it should; its text says so."""


class Site:
    """Serves the page of a sandbox, from `async with` to its end.

    Only this machine's browser may use it: it listens on loopback, and a request whose `Host` or
    `Origin` is another's, as from a page elsewhere that guesses the port, is refused.

    `zone` is that of the local times shown in a browser that does not say where it is; `begin_at`
    the time of day, on its own clock, at which the first page finds a sandbox that nobody used yet,
    None to leave the clock alone; port 0 is any free one.

    Raises:
        PortTakenError: at `async with`, where the port is taken.
    """

    def __init__(
        self, sandbox: Sandbox, *, zone: tzinfo, port: int = 0, begin_at: time | None = None
    ) -> None:
        self._sandbox = sandbox
        self._zone = zone
        self._begin_at = begin_at
        self._marks: Marks = {}
        self._rooms: set[Room] = set()
        app = web.Application(middlewares=[self._guard])
        app.router.add_get("/", self._page)
        app.router.add_get("/page.js", self._script)
        app.router.add_get("/page.js.map", self._source_map)
        app.router.add_get("/page.css", self._style)
        app.router.add_get("/live", self._live)
        app.router.add_get("/attachments/{channel}/{file}/{name}", sandbox.attachment)
        app.router.add_static("/static", joined.STATIC)
        app.on_response_prepare.append(self._protect)
        self._listener = Listener(app, port)

    async def __aenter__(self) -> Self:
        try:
            await self._listener.start()
        except OSError as problem:
            await self._listener.stop()
            message = f"The page cannot listen on port {self._listener.port}: {problem.strerror}."
            raise PortTakenError(message) from problem
        return self

    async def __aexit__(self, *_: object) -> None:
        for room in self._rooms:
            room.close(WSCloseCode.GOING_AWAY)
        await self._listener.stop()

    @property
    def url(self) -> str:
        """The page's address."""
        return f"http://{HOST}:{self._listener.port}/"

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        hosts = {f"{name}:{self._listener.port}" for name in NAMES}
        origins = {f"http://{host}" for host in hosts}
        if request.host not in hosts:
            raise web.HTTPForbidden(text="This page is for this machine's browser only.")
        if request.headers.get("Origin") not in (None, *origins):
            raise web.HTTPForbidden(text="Another page may not use this one.")
        return await handler(request)

    async def _protect(self, _request: web.Request, response: web.StreamResponse) -> None:
        sockets = " ".join(f"ws://{name}:{self._listener.port}" for name in NAMES)
        response.headers.setdefault("Content-Security-Policy", POLICY.format(sockets=sockets))
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-cache"

    async def _page(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(joined.STATIC / "index.html")

    async def _script(self, _request: web.Request) -> web.Response:
        return web.Response(text=joined.script(), content_type="text/javascript")

    async def _source_map(self, _request: web.Request) -> web.Response:
        return web.Response(text=joined.source_map(), content_type="application/json")

    async def _style(self, _request: web.Request) -> web.Response:
        return web.Response(text=joined.style(), content_type="text/css")

    async def _live(self, request: web.Request) -> web.StreamResponse:
        if "Origin" not in request.headers:
            raise web.HTTPForbidden(text="Every browser names the page it connects from.")
        socket = web.WebSocketResponse(compress=False, max_msg_size=frames.LARGEST)
        await socket.prepare(request)
        room = Room(socket)
        person = self._person(request.query.get("person"))
        zone = zone_named(request.query.get("zone", "")) or self._zone
        viewer = Viewer(self._sandbox, person, zone, self._marks, room.send)
        self._rooms.add(room)
        try:
            await self._begin(zone)
            await room.serve(viewer)
        finally:
            self._rooms.discard(room)
        return socket

    async def _begin(self, zone: tzinfo) -> None:
        """Let the day of a sandbox that nobody used yet begin in the zone of its first page."""
        at, self._begin_at = self._begin_at, None
        clock = self._sandbox.clock
        if at is None or not isinstance(clock, SandboxClock) or not self._sandbox.untouched:
            return
        await clock.advance(moments.until_time(at, clock.now(), zone))

    def _person(self, wanted: str | None) -> Person:
        """Return who a page is for: the one it names, or else the first of the server's members."""
        known = screen.playable(self._sandbox.world, self._sandbox.guild)
        user_id = next((one for one in known if str(one) == wanted), known[0])
        return self._sandbox.person(self._sandbox.world.users[user_id]["username"])
