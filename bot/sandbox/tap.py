"""A wire log for developers: requests, answers and events, without tokens."""

import json

from aiohttp import web

from bot.sandbox import shapes
from bot.sandbox.messages import Upload
from bot.sandbox.notices import WireNotice
from bot.sandbox.shapes import Json
from bot.sandbox.world import World

LEFT_OUT = "…"
SECRET = ("webhook_token", "interaction_token")


def request(world: World, got: web.Request, body: object, files: tuple[Upload, ...]) -> None:
    """Tell of a request once it is read."""
    if world.notices.taps:
        seen = {**_where(got), "body": body}
        if files:
            seen["files"] = [one.filename for one in files]
        _tell(world, "request", seen)


def response(world: World, got: web.Request, answer: web.Response) -> None:
    """Tell of its answer; status 0 is a connection that was cut."""
    if world.notices.taps:
        cut = got.transport is None or got.transport.is_closing()
        body = json.loads(answer.body) if isinstance(answer.body, bytes) and answer.body else None
        seen = {**_where(got), "status": 0 if cut else answer.status, "body": body}
        _tell(world, "response", seen)


def event(world: World, name: str, data: Json) -> None:
    """Tell of a gateway event."""
    if world.notices.taps:
        told = {**data, "token": LEFT_OUT} if "token" in data else data
        _tell(world, "gateway", {"name": name, "body": told})


def _tell(world: World, kind: str, seen: Json) -> None:
    at = shapes.iso(world.clock.now())
    world.notices.tell(WireNotice({"kind": kind, "at": at, **seen}))


def _where(got: web.Request) -> Json:
    path = got.path
    for key in SECRET:
        if key in got.match_info:
            path = path.replace(got.match_info[key], LEFT_OUT)
    return {"method": got.method, "path": path}
