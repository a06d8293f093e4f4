"""Retries with backoff for network errors and Discord's own faults."""

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from typing import TypeVar

import aiohttp
import discord
from discord.gateway import ReconnectWebSocket

from bot.clock import Clock
from bot.domain.timing.backoff import Backoff

log = logging.getLogger(__name__)

T = TypeVar("T")

LONGEST_WAIT = timedelta(seconds=45)  # a bot that is back a minute after Discord is missed less
RETRIES = Backoff(first=timedelta(seconds=5), longest=LONGEST_WAIT)
SLOW = Backoff(first=timedelta(seconds=2), longest=LONGEST_WAIT)  # a healthy start answers in one


class NotUnderstood(Exception):
    """An answer of Discord's without what its documentation says is in it."""


class NotDiscord(Exception):
    """What answers at the address of Discord's API knows none of its paths."""


FAULTS = (
    NotUnderstood,
    OSError,
    aiohttp.ClientError,
    discord.HTTPException,
    discord.GatewayNotFound,
    discord.RateLimited,
    discord.ConnectionClosed,
    ReconnectWebSocket,
)

FATAL_CLOSE_CODES = frozenset({4004, 4010, 4011, 4012, 4013, 4014})
"""Close codes that no reconnect mends: token, shards, API version, intents.

https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
"""


def will_pass(error: BaseException) -> bool:
    """Tell whether a request is worth repeating: always, but for a refused token or session.

    A refusal such as HTTP 400 or 403 may be a fault of Discord's, and to end because of it would
    begin a round of restarts, in which no reminder leaves.
    """
    if isinstance(error, discord.GatewayNotFound):  # discord.py hides the HTTP answer behind it
        return error.__cause__ is None or will_pass(error.__cause__)
    if isinstance(error, discord.ConnectionClosed):
        return error.code not in FATAL_CLOSE_CODES
    if isinstance(error, discord.HTTPException):
        return error.status != 401
    return isinstance(error, FAULTS)


@contextmanager
def understood() -> Iterator[None]:
    """Raise ``NotUnderstood`` where discord.py stumbles over the shape of an answer."""
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise NotUnderstood from error


async def patiently(clock: Clock, what: str, attempt: Callable[[], Awaitable[T]]) -> T:
    """Retry until it succeeds: wait 5 s, then twice as long each time, at most 45 s.

    Raises:
        Exception: whatever ``attempt`` raised, once that is something that will not pass.
    """
    failures = 0
    while True:
        failures += 1
        wait = RETRIES.wait(failures)
        try:
            return await attempt()
        except FAULTS as error:
            if not will_pass(error):
                raise
            log.warning("%s failed (%s); next try in %d s", what, brief(error), wait.seconds)
        await pause(clock, wait.total_seconds())


@asynccontextmanager
async def told_when_slow(clock: Clock, what: str) -> AsyncIterator[None]:
    """Log while Discord has not answered: after 2 s, then at doubling intervals.

    discord.py tries a request again for up to 25 s without a word, and waits a minute for a reply.
    """

    async def tell() -> None:
        waited = 0.0
        for times in itertools.count(1):
            wait = SLOW.wait(times).total_seconds()
            await clock.sleep(wait)
            waited += wait
            log.warning("%s: no answer from Discord for %d s", what, waited)

    telling = asyncio.create_task(tell(), name="slow")
    try:
        yield
    finally:
        telling.cancel()


async def pause(clock: Clock, seconds: float) -> None:
    """Sleep in a task of its own.

    A clock that tests advance waits until whoever slept on it sleeps again or ends. A connection
    does neither: it goes on to wait for Discord.
    """
    await asyncio.create_task(clock.sleep(seconds), name="pause")


def brief(error: BaseException) -> str:
    """Return an error's type and codes for a log line, without text from a server."""
    if isinstance(error, discord.HTTPException):
        return f"HTTP {error.status}, code {error.code}"
    if isinstance(error, discord.ConnectionClosed):
        return f"closed with {error.code}"
    if isinstance(error, OSError) and error.errno:
        return f"{type(error).__name__} {error.errno}"
    return type(error).__name__
