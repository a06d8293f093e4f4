"""One gateway connection: the websocket, its compression, and the opcodes a bot sends."""

import asyncio
import json
import zlib
from collections import deque
from collections.abc import Callable

import zstandard
from aiohttp import WSMsgType, web

from bot.sandbox.gateway import Frame, Gateway, GatewaySession
from bot.sandbox.shapes import Json

HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, MEMBERS = 1, 2, 3, 4, 6, 8
INVALID_SESSION, HELLO, HEARTBEAT_ACK = 9, 10, 11
SENDS_A_MINUTE = 120
LARGEST_FRAME = 4096  # bytes a bot may send


Compressor = Callable[[bytes], bytes]
"""Makes of each frame a piece of a stream that the client can inflate at once."""


def compressor(wanted: str | None) -> Compressor | None:
    """Return the transport compression a client asked for by name."""
    if wanted == "zlib-stream":
        deflate = zlib.compressobj(level=1)
        return lambda frame: deflate.compress(frame) + deflate.flush(zlib.Z_SYNC_FLUSH)
    if wanted == "zstd-stream":
        stream = zstandard.ZstdCompressor(level=1).compressobj()
        flush = zstandard.COMPRESSOBJ_FLUSH_BLOCK
        return lambda frame: stream.compress(frame) + stream.flush(flush)
    return None


async def write(
    outgoing: asyncio.Queue[Frame | int],
    socket: web.WebSocketResponse,
    compress: Compressor | None = None,
) -> None:
    """Send queued frames in order; a number closes the connection with that code."""
    while True:
        frame = await outgoing.get()
        try:
            if isinstance(frame, int):
                await socket.close(code=frame)
                return
            text = frame if isinstance(frame, str) else frame()
            if compress is None:
                await socket.send_str(text)
            else:
                await socket.send_bytes(compress(text.encode()))
        except ConnectionResetError:
            return


class GatewayConnection:
    """Serves one websocket until either side closes it."""

    def __init__(self, gateway: Gateway, token: str, request: web.Request) -> None:
        self._gateway = gateway
        self._token = token
        self._request = request
        self._socket = web.WebSocketResponse(compress=False, max_msg_size=0)
        self._outgoing: asyncio.Queue[Frame | int] = asyncio.Queue()
        self._session: GatewaySession | None = None
        self._closed_here = False
        self._received: deque[float] = deque(maxlen=SENDS_A_MINUTE)

    async def serve(self) -> web.WebSocketResponse:
        """Say HELLO and answer what the bot sends until the connection ends."""
        await self._socket.prepare(self._request)
        compress = compressor(self._request.query.get("compress"))
        written = write(self._outgoing, self._socket, compress)
        writer = asyncio.create_task(written, name="gateway-writer")
        try:
            if self._request.query.get("v") != "10":
                self.close(4012)
            interval = int(self._gateway.heartbeat_interval * 1000)
            self._send({"op": HELLO, "d": {"heartbeat_interval": interval, "_trace": []}})
            async for message in self._socket:
                if message.type is WSMsgType.TEXT:
                    self._receive(message.data)
        finally:
            self._detach()
            writer.cancel()
            await asyncio.wait({writer})
        by_client = self._socket.close_code in (1000, 1001) and not self._closed_here
        if by_client and self._session is not None:
            self._gateway.sessions.pop(self._session.id, None)
        return self._socket

    def close(self, code: int) -> None:
        """Close after what is queued; the session stays for RESUME."""
        self._closed_here = True
        self._detach()
        self._outgoing.put_nowait(code)

    def _receive(self, text: str) -> None:
        now = asyncio.get_running_loop().time()
        if len(self._received) == SENDS_A_MINUTE and now - self._received[0] < 60:
            self.close(4008)
            return
        self._received.append(now)
        try:
            frame = json.loads(text)
            code, data = frame["op"], frame.get("d")
        except (ValueError, KeyError, TypeError):
            self.close(4002)
            return
        if len(text.encode()) > LARGEST_FRAME:
            self.close(4002)
        else:
            self._obey(code, data)

    def _obey(self, code: int, data: Json) -> None:
        if code == HEARTBEAT:
            if self._gateway.acknowledges:
                self._send({"op": HEARTBEAT_ACK})
        elif code == IDENTIFY:
            self._identify(data)
        elif code == RESUME:
            self._resume(data)
        elif code not in (PRESENCE, VOICE, MEMBERS):
            self.close(4001)
        elif self._session is None:
            self.close(4003)
        elif code == MEMBERS and not self._gateway.tell_members(self._session, data):
            self.close(4002)

    def _identify(self, data: Json) -> None:
        gateway = self._gateway
        if self._session is not None:
            self.close(4005)
            return
        if data.get("token") != self._token or not gateway.count_start():
            self.close(4004)
            return
        refusal = gateway.refusal(data)
        if refusal is not None:
            self.close(refusal)
            return
        shard = (data.get("shard") or [0, 1])[0]
        if not gateway.may_identify(shard, asyncio.get_running_loop().time()):
            self._send({"op": INVALID_SESSION, "d": False})
            return
        session = gateway.open(data)
        self._attach(session)
        gateway.greet(session)

    def _resume(self, data: Json) -> None:
        session = self._gateway.sessions.get(str(data.get("session_id")))
        if data.get("token") != self._token:
            self.close(4004)
        elif session is None:
            self._send({"op": INVALID_SESSION, "d": False})
        elif int(data.get("seq") or 0) > session.sequence:
            self.close(4007)
        else:
            self._attach(session)
            self._gateway.replay(session, int(data.get("seq") or 0))

    def _attach(self, session: GatewaySession) -> None:
        self._session = session
        session.send = self._outgoing.put_nowait
        session.close = self.close
        self._gateway.note_change()

    def _detach(self) -> None:
        if self._session is not None and self._session.close == self.close:
            self._session.send = self._session.close = None
            self._gateway.note_change()

    def _send(self, frame: Json) -> None:
        self._outgoing.put_nowait(json.dumps(frame))
