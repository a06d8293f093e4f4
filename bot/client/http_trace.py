"""Rate limiting of discord.py's own requests: they share delivery's limiter and its counts."""

from types import SimpleNamespace

import aiohttp

from bot.delivery.rate_limit.limiter import Limiter
from bot.delivery.rate_limit.queue import Priority
from bot.meters import Counted

EXEMPT = ("/interactions/", "/webhooks/")  # answers to people: Discord's global limit spares them


def traced(limiter: Limiter, base: str) -> aiohttp.TraceConfig:
    """Return a trace that makes requests below ``base`` acquire the limiter, before delivery's.

    Somebody waits for most of them: an admin for a look at the rights, a member for a test message.
    """

    async def begin(
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        params: aiohttp.TraceRequestStartParams,
    ) -> None:
        url = str(params.url)
        if url.startswith(base) and not any(path in url for path in EXEMPT):
            await limiter.acquire(priority=Priority.ADMIN)

    async def end(
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        params: aiohttp.TraceRequestEndParams,
    ) -> None:
        shared = params.response.headers.get("X-RateLimit-Scope") == "shared"
        if str(params.url).startswith(base):
            limiter.meters.count(Counted.REQUESTS, str(params.response.status))
            limiter.invalid_requests.note(params.response.status, shared=shared)

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(begin)
    trace.on_request_end.append(end)
    return trace
