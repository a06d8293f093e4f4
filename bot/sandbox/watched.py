"""What the bot asked the sandbox for, and waiting until it does or connects."""

import asyncio
from collections.abc import Callable
from functools import partial

from bot.sandbox.gateway import Gateway
from bot.sandbox.rest import Recorded, Rest


class Watched:
    """The part of a sandbox that watches the bot's requests and connections."""

    rest: Rest
    gateway: Gateway

    @property
    def requests(self) -> list[Recorded]:
        """Every request so far, oldest first."""
        return self.rest.requests

    def sent(self, method: str, template: str) -> list[Recorded]:
        """Return the requests to one route, such as `"POST", "/channels/{channel_id}/messages"`."""
        return [one for one in self.requests if (one.method, one.template) == (method, template)]

    async def until_connected(self, shards: int = 1, patience: float = 10.0) -> None:
        """Wait, real seconds at most, until this many shards have an open session.

        Raises:
            TimeoutError: they did not come.
        """
        gateway = self.gateway
        await until(lambda: len(gateway.connected) >= shards, gateway.changed, patience)

    async def until_held_back(self, requests: int = 1, patience: float = 10.0) -> None:
        """Wait, real seconds at most, until this many requests hang.

        Raises:
            TimeoutError: they did not come.
        """
        await until(lambda: self.rest.held_back >= requests, self.rest.changed, patience)

    async def until_requested(
        self, method: str, template: str, times: int = 1, patience: float = 10.0
    ) -> list[Recorded]:
        """Wait, real seconds at most, until a route was asked for so often; return the requests.

        Raises:
            TimeoutError: it was not.
        """
        asked = partial(self.sent, method, template)
        await until(lambda: len(asked()) >= times, self.rest.changed, patience)
        return asked()


async def until(
    holds: Callable[[], bool], changed: asyncio.Event, patience: float | None = None
) -> None:
    """Wait until something holds, looking at each change; real seconds at most, where told.

    Raises:
        TimeoutError: it does not hold in time.
    """
    async with asyncio.timeout(patience):
        while not holds():
            changed.clear()
            await changed.wait()
