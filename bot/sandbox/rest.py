"""The pipeline of a REST request: recorded, faults, checked, rate limited, answered.

Each answer is exactly `application/json` and has a `Via` header; without them discord.py takes
a 429 for a ban by the proxy (discord/http.py, `request`).
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache, partial

import orjson
from aiohttp import web

from bot.sandbox import errors, tap
from bot.sandbox.bodies import LARGEST_REQUEST, read
from bot.sandbox.engine import Engine
from bot.sandbox.errors import ApiError
from bot.sandbox.faults import Fault, Faults, reset, strike
from bot.sandbox.openapi import Wire
from bot.sandbox.ratelimits import LimitVerdict, RateLimits
from bot.sandbox.routing import Answered, Call, Route

PREFIX = "/api/v10"
MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_token")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A request of the bot and its answer, for tests."""

    method: str
    path: str
    template: str
    body: object
    status: int  # 0 when the connection was cut
    code: int
    at: datetime  # the sandbox's time


@dataclass(slots=True)
class Progress:
    """How far a request has come, which its answer and its record tell."""

    template: str = ""
    body: object = None
    verdict: LimitVerdict = field(default_factory=LimitVerdict)
    fault: Fault | None = None
    status: int = 0  # of the answer; 0 while there is none
    code: int = 0


class Rest:
    """Answers REST requests that bear the one token; bodies are checked where `wire` is at hand."""

    def __init__(
        self,
        engine: Engine,
        routes: tuple[Route, ...],
        token: str,
        limits: RateLimits,
        wire: Wire | None,
    ) -> None:
        self._engine = engine
        self._token = token
        self._wire = wire
        self.limits = limits
        self.faults = Faults()
        self.requests: list[Recorded] = []
        self.violations: list[str] = []
        self.in_flight = 0
        self.stir: Callable[[], None] = lambda: None
        """Called at each request; a clock that settles wants to know."""
        self.held_back = 0  # requests on which a fault has its hand just now
        self.changed = asyncio.Event()
        """Set at each change of `held_back` and each request recorded."""
        self.keep_requests = True
        self.down: str | None = None
        """While the API is down: "refused" for cut connections, else the status to answer."""
        self.app = web.Application(client_max_size=LARGEST_REQUEST * 2)
        self.app[REST] = self
        for resource in _resources(routes):
            self.app.router.register_resource(resource)
        self.app.router.add_route("*", "/{rest:.*}", self._unknown)

    async def serve(self, route: Route, request: web.Request) -> web.Response:
        """Answer a request of a route, and record it however it ends."""
        self.in_flight += 1
        self.stir()
        progress = Progress(route.template)
        try:
            answer = await self._answer(route, request, progress)
        except ConnectionResetError:
            answer = web.Response()  # it is gone already; aiohttp notices when it writes this
        finally:
            self._record(request, progress)
            self.in_flight -= 1
        tap.response(self._engine.world, request, answer)
        return answer

    async def _unknown(self, request: web.Request) -> web.StreamResponse:
        self.violations.append(f"{request.method} {request.path}: no such route in the sandbox")
        error = errors.not_found()
        self._record(request, Progress(status=error.status, code=error.code))
        return _json(error.status, error.body(), {})

    async def _answer(self, route: Route, request: web.Request, progress: Progress) -> web.Response:
        if self.down == "refused":
            reset(request)
            raise ConnectionResetError
        if self.limits.banned():
            progress.status = 429
            # Of the proxy before Discord: no JSON, no `Via`.
            return web.Response(status=429, text="error code: 1015", content_type="text/plain")
        try:
            progress.status, shown = _outcome(await self._handle(route, request, progress))
            headers = progress.verdict.headers
        except ApiError as error:
            progress.status, progress.code, shown = error.status, error.code, error.body()
            headers = {**progress.verdict.headers}
            if progress.fault is not None:
                headers |= progress.fault.headers
            self.limits.note(error.status, headers)
        return _json(progress.status, shown, headers)

    async def _handle(self, route: Route, request: web.Request, progress: Progress) -> object:
        """Return the route's result; faults strike before it or after."""
        if self.down is not None:
            raise ApiError(int(self.down), 0, f"{self.down}: Service Unavailable")
        path = request.path.removeprefix(PREFIX)
        progress.body, files = await read(request)
        tap.request(self._engine.world, request, progress.body, files)
        progress.fault = fault = self.faults.take(request.method, path, route.template)
        if fault is not None and not fault.after_effect:
            await self._strike(fault, request)
        progress.verdict = self._admit(route, request)
        refusal = progress.verdict.refusal()
        if refusal is not None:
            raise refusal
        call = Call(
            engine=self._engine,
            params=request.match_info,
            query=request.query,
            body=progress.body,
            limits=self.limits,
            files=files,
        )
        result = self._act(route, call, f"{request.method} {path}")
        if fault is not None and fault.after_effect:
            await self._strike(fault, request)
        return result

    async def _strike(self, fault: Fault, request: web.Request) -> None:
        self.held_back += 1
        self.changed.set()
        try:
            await strike(fault, request)
        finally:
            self.held_back -= 1

    def _admit(self, route: Route, request: web.Request) -> LimitVerdict:
        if route.token and request.headers.get("Authorization") != f"Bot {self._token}":
            raise errors.unauthorized()
        major = "/".join(request.match_info[key] for key in MAJOR if key in request.match_info)
        return self.limits.check(request.method, route.template, major)

    def _act(self, route: Route, call: Call, line: str) -> object:
        """Return the route's result; a body unlike Discord's description is refused without effect.

        What the route itself has against the body goes first: it tells Discord's own code.
        """
        world, found = self._engine.world, self._mismatches(line, call.body)
        if not found:
            return route.handle(call)
        mismatch = errors.invalid_form({"": ("WIRE_MISMATCH", "; ".join(found))})
        world.objection = mismatch
        try:
            route.handle(call)
            raise mismatch
        except ApiError as refusal:
            if refusal is mismatch:
                self.violations += [f"{line}: {one}" for one in found]
            raise
        finally:
            world.objection = None

    def _mismatches(self, line: str, body: object) -> list[str]:
        if self._wire is None or body is None:
            return []
        method, _, path = line.partition(" ")
        return self._wire.check(method, path, body)

    def _record(self, request: web.Request, progress: Progress) -> None:
        if self.keep_requests:
            recorded = Recorded(
                method=request.method,
                path=request.path.removeprefix(PREFIX),
                template=progress.template,
                body=progress.body,
                status=progress.status,
                code=progress.code,
                at=self._engine.world.clock.now(),
            )
            self.requests.append(recorded)
            self.changed.set()


REST = web.AppKey("rest", Rest)


@lru_cache(maxsize=1)
def _resources(routes: tuple[Route, ...]) -> tuple[web.AbstractResource, ...]:
    """Return what leads requests to these routes, made once for all sandboxes of a process."""
    router = web.UrlDispatcher()
    for route in routes:
        router.add_route(route.method, PREFIX + route.template, partial(_serve, route))
    return tuple(router.resources())


async def _serve(route: Route, request: web.Request) -> web.Response:
    return await request.app[REST].serve(route, request)


def _outcome(result: object) -> tuple[int, object]:
    if isinstance(result, Answered):
        return result.status, result.body
    return (204, None) if result is None else (200, result)


def _json(status: int, body: object, headers: Mapping[str, str]) -> web.Response:
    shown = {"Via": "1.1 sandbox", **headers}
    if body is None:
        return web.Response(status=status, headers=shown)
    shown["Content-Type"] = "application/json"
    return web.Response(status=status, body=orjson.dumps(body), headers=shown)
