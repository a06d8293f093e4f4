import asyncio
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import cast

import aiohttp
import discord
import pytest

from bot.client.retry import patiently, will_pass
from bot.sandbox import SandboxClock


@pytest.fixture
def clock():
    return SandboxClock(datetime(2026, 3, 2, tzinfo=UTC))


async def test_waits_grow_from_five_seconds_to_forty_five(clock):
    moments = []

    async def attempt():
        moments.append(clock.monotonic())
        if len(moments) < 10:
            raise ConnectionRefusedError
        return "through"

    trying = asyncio.create_task(patiently(clock, "it", attempt))
    await clock.advance(timedelta(hours=1))

    assert await trying == "through"
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert gaps == [5, 10, 20, 40, 45, 45, 45, 45, 45]


async def test_what_will_not_pass_is_raised_at_once(clock):
    async def attempt():
        raise closed(4004)

    with pytest.raises(discord.ConnectionClosed):
        await patiently(clock, "it", attempt)


class Socket:
    """What discord.py reads of a websocket that was closed."""

    close_code = 4000


def closed(code):
    """Return the error of a connection that was closed with ``code``."""
    socket = cast("aiohttp.ClientWebSocketResponse", Socket())
    return discord.ConnectionClosed(socket, shard_id=0, code=code)


class Answer:
    """What discord.py reads of an HTTP answer."""

    reason = ""

    def __init__(self, status: int) -> None:
        self.status = status


def http(kind, status):
    """Return an HTTP error as discord.py raises it."""
    return kind(Answer(status), {"code": 0, "message": ""})


def hidden(cause):
    """Return the error by which discord.py hides why the gateway's address was not to be had."""
    error = discord.GatewayNotFound()
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "passes"),
    [
        (ConnectionResetError(), True),
        (TimeoutError(), True),
        (aiohttp.ServerDisconnectedError(), True),
        (http(discord.DiscordServerError, 503), True),
        (http(discord.HTTPException, 429), True),
        (http(discord.HTTPException, 401), False),
        (http(discord.HTTPException, 400), True),
        (http(discord.Forbidden, 403), True),
        (http(discord.NotFound, 404), True),
        (hidden(http(discord.Forbidden, 403)), True),
        (hidden(http(discord.DiscordServerError, 503)), True),
        (hidden(http(discord.HTTPException, 401)), False),
        (closed(4000), True),
        (closed(4014), False),
        (discord.LoginFailure(), False),
        (ValueError(), False),
    ],
)
def test_only_a_refused_token_or_session_ends_the_waiting(error, passes):
    assert will_pass(error) is passes
