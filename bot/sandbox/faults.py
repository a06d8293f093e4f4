"""Fault injection: answers replaced, delayed or cut off for matching requests."""

import asyncio
import socket
import struct
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal

from aiohttp import web

from bot.sandbox.errors import ApiError, rate_limited

CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
"""The route of the bot's first answer to an interaction."""

Scope = Literal["user", "global", "shared"]
Action = Literal["answer", "hang", "reset", "close"]


@dataclass(slots=True, eq=False)
class Fault:
    """A fault for matching requests, `times` times (None: until `clear`)."""

    method: str
    path: str
    action: Action
    times: int | None
    after_effect: bool = False  # whether Discord does what was asked before it goes wrong
    error: ApiError | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float | None = None
    released: asyncio.Event = field(default_factory=asyncio.Event)
    hits: int = 0

    def release(self) -> None:
        """Let the requests that hang continue."""
        self.released.set()

    def matches(self, method: str, path: str, template: str) -> bool:
        """Tell whether it applies to this request."""
        if self.times is not None and self.hits >= self.times:
            return False
        alike = fnmatchcase(path, self.path) or template == self.path
        return alike and self.method in ("*", method)


class Faults:
    """The active faults; the first that matches a request applies.

    Paths are patterns such as `/channels/*/messages`, matched against the request's path below
    `/api/v10`, or a template such as `/channels/{channel_id}/messages`.
    """

    def __init__(self) -> None:
        self._set: list[Fault] = []

    def fail(  # noqa: PLR0913 - each is one thing a test wants to say
        self,
        method: str = "*",
        path: str = "*",
        *,
        status: int = 500,
        code: int = 0,
        message: str = "500: Internal Server Error",
        times: int | None = 1,
        after_effect: bool = False,
    ) -> Fault:
        """Answer with this status and code."""
        error = ApiError(status, code, message)
        return self._add(
            Fault(method, path, "answer", times, after_effect=after_effect, error=error)
        )

    def rate_limit(
        self,
        method: str = "*",
        path: str = "*",
        *,
        retry_after: float,
        scope: Scope = "user",
        times: int | None = 1,
    ) -> Fault:
        """Answer 429 with `retry_after` seconds."""
        headers = {"Retry-After": str(retry_after), "X-RateLimit-Scope": scope}
        if scope == "global":
            headers["X-RateLimit-Global"] = "true"
        error = rate_limited(retry_after, everywhere=scope == "global")
        return self._add(Fault(method, path, "answer", times, error=error, headers=headers))

    def hang(
        self,
        method: str = "*",
        path: str = "*",
        *,
        seconds: float | None = None,
        times: int | None = 1,
        after_effect: bool = False,
    ) -> Fault:
        """Hold the answer back for real `seconds`, or until `release()`; then go on as usual."""
        return self._add(
            Fault(method, path, "hang", times, after_effect=after_effect, seconds=seconds)
        )

    def hold_answer(self, *, times: int | None = 1) -> Fault:
        """Hold the bot's next first answer to an interaction back until `release()`.

        Two answers arrive in the other order if the first is held, the second is awaited, and
        then the first is released. The person's seconds of waiting go on.
        """
        return self.hang("POST", CALLBACK, times=times)

    def reset(
        self,
        method: str = "*",
        path: str = "*",
        *,
        times: int | None = 1,
        after_effect: bool = False,
    ) -> Fault:
        """Reset the connection, before or after doing what was asked."""
        return self._add(Fault(method, path, "reset", times, after_effect=after_effect))

    def close(
        self,
        method: str = "*",
        path: str = "*",
        *,
        times: int | None = 1,
        after_effect: bool = False,
    ) -> Fault:
        """Close the connection in good order without an answer, as a server that restarts does."""
        return self._add(Fault(method, path, "close", times, after_effect=after_effect))

    def clear(self) -> None:
        """Take all faults back and release what hangs."""
        for fault in self._set:
            fault.release()
        self._set.clear()

    def take(self, method: str, path: str, template: str) -> Fault | None:
        """Return the fault that applies to a request, and count it."""
        for fault in self._set:
            if fault.matches(method, path, template):
                fault.hits += 1
                return fault
        return None

    def _add(self, fault: Fault) -> Fault:
        self._set.append(fault)
        return fault


async def strike(fault: Fault, request: web.Request) -> None:
    """Apply the fault to a request.

    Raises:
        ApiError: the answer it gives instead.
        ConnectionResetError: the connection is gone.
    """
    if fault.error is not None:
        raise fault.error
    if fault.action == "reset":
        reset(request)
        raise ConnectionResetError
    if fault.action == "close":
        if request.transport is not None:
            request.transport.close()
        raise ConnectionResetError
    with suppress(TimeoutError):
        await asyncio.wait_for(fault.released.wait(), fault.seconds)


def reset(request: web.Request) -> None:
    """Cut a request's connection so that the client reads "connection reset by peer"."""
    transport = request.transport
    if transport is None:
        return
    connection = transport.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
