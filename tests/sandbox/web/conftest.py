"""The page's server on real sockets, with a client in the browser's place and a small real bot."""

import contextlib
import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Protocol

import aiohttp
import pytest

from bot.sandbox import Sandbox
from bot.sandbox.seed import ZONE, seed
from bot.sandbox.shapes import Json
from bot.sandbox.web import Site

PATIENCE = 10.0  # real seconds


@dataclass(slots=True, eq=False)
class Tab:
    """A page as its script sees the server: asks with answers, and events in their order."""

    socket: aiohttp.ClientWebSocketResponse
    events: list[Json] = field(default_factory=list)
    answers: dict[int, Json] = field(default_factory=dict)
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    async def read(self) -> None:
        frame = await self.socket.receive_json(timeout=PATIENCE)
        if "re" in frame:
            self.answers[frame["re"]] = frame
        else:
            self.events.append(frame)

    async def send(self, do: str, **details: object) -> int:
        number = next(self.numbers)
        await self.socket.send_json({"n": number, "do": do, **details})
        return number

    async def answer(self, number: int) -> Json:
        while number not in self.answers:
            await self.read()
        return self.answers.pop(number)

    async def ask(self, do: str, **details: object) -> Json:
        return await self.answer(await self.send(do, **details))

    async def until(self, event: str, **details: object) -> Json:
        """Read on until such an event came; it is taken out of those that wait."""
        while True:
            for at, frame in enumerate(self.events):
                if frame["event"] == event and details.items() <= frame.items():
                    return self.events.pop(at)
            await self.read()

    async def seen(self) -> list[Json]:
        """Return everything that was sent before now and not taken yet."""
        await self.ask("people")
        return self.events


@pytest.fixture
async def site(sandbox: Sandbox) -> AsyncIterator[Site]:
    seed(sandbox)
    async with Site(sandbox, zone=ZONE) as running:
        yield running


class Open(Protocol):
    """Open a page as a person."""

    async def __call__(self, name: str = "ann", zone: str = "", at: Site = ...) -> Tab: ...


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def opened(
    sandbox: Sandbox, site: Site, client: aiohttp.ClientSession
) -> AsyncIterator[Open]:
    """Open pages: `await opened("bob")`; the hello is the first of its events."""
    async with contextlib.AsyncExitStack() as stack:

        async def open_page(name: str = "ann", zone: str = "", at: Site = site) -> Tab:
            about = {"person": str(sandbox.person(name).id), "zone": zone}
            origin = {"Origin": at.url.rstrip("/")}
            connecting = client.ws_connect(f"{at.url}live", params=about, headers=origin)
            tab = Tab(await stack.enter_async_context(connecting))
            await tab.read()
            return tab

        yield open_page
