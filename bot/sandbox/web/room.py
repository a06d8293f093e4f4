"""A page's WebSocket: requests in, answers and events out, in order."""

import asyncio
import json
import logging

from aiohttp import WSMsgType, web

from bot.sandbox.clock import ClockStuckError
from bot.sandbox.connection import write
from bot.sandbox.errors import ApiError, ClientRefusal
from bot.sandbox.gateway import Frame
from bot.sandbox.seen import NoAnswer
from bot.sandbox.shapes import Json
from bot.sandbox.web import asks, frames
from bot.sandbox.web.frames import MalformedFrame
from bot.sandbox.web.viewer import Viewer

log = logging.getLogger(__name__)

AT_ONCE = 32  # asks of one page that are being answered
UNSENT = 20_000  # frames that wait for a page; one that takes none begins anew
TRY_AGAIN = 1013
TOO_MANY = "You are doing too much at once. Wait a moment."
FAULT = "The sandbox itself failed. Its log says why."


class Room:
    """Serves one WebSocket until either side closes it."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self._socket = socket
        self._outgoing: asyncio.Queue[Frame | int] = asyncio.Queue()
        self._asked: set[asyncio.Task[None]] = set()

    def send(self, frame: Json) -> None:
        """Send a frame after those before it."""
        if self._outgoing.qsize() < UNSENT:
            self._outgoing.put_nowait(json.dumps(frame, separators=(",", ":")))
        else:
            self.close(TRY_AGAIN)

    def close(self, code: int) -> None:
        """Close at once, leaving out what is not sent yet."""
        while not self._outgoing.empty():
            self._outgoing.get_nowait()
        self._outgoing.put_nowait(code)

    async def serve(self, viewer: Viewer) -> None:
        """Answer what is asked and pass on what happens until the connection ends."""
        writer = asyncio.create_task(write(self._outgoing, self._socket), name="page-writer")
        viewer.begin()
        try:
            async for message in self._socket:
                if message.type is WSMsgType.TEXT:
                    self._take(message.data, viewer)
        finally:
            viewer.end()
            for task in (writer, *self._asked):
                task.cancel()
            await asyncio.wait({writer, *self._asked})

    def _take(self, text: str, viewer: Viewer) -> None:
        try:
            frame = frames.frame(text)
        except MalformedFrame as problem:
            self.send({"re": None, "error": {"message": str(problem)}})
            return
        if len(self._asked) >= AT_ONCE:
            self.send({"re": frame.get("n"), "error": {"message": TOO_MANY}})
            return
        task = asyncio.create_task(self._answer(frame, viewer), name="page-ask")
        self._asked.add(task)
        task.add_done_callback(self._asked.discard)

    async def _answer(self, frame: Json, viewer: Viewer) -> None:
        try:
            said = {"ok": True, **await asks.answer(viewer, frame)}
        except ClientRefusal as refusal:
            said = {"error": {"message": str(refusal), "fields": refusal.fields}}
        except ApiError as refusal:
            words = list(refusal.problems().values()) or [refusal.message]
            said = {"error": {"message": " ".join(words)}}
        except (MalformedFrame, NoAnswer, ClockStuckError) as problem:
            said = {"error": {"message": str(problem)}}
        except Exception:  # the page's last door: it is told, and the next ask is answered again
            log.exception("an ask of the page failed")
            said = {"error": {"message": FAULT}}
        self.send({"re": frame.get("n"), **said})
