"""discord.py's own requests keep the bot's one pace, and their refusals count."""

from datetime import UTC, datetime

import aiohttp
import pytest

from bot.client.http_trace import traced
from bot.delivery.rate_limit.limiter import Limiter


class Counting(Limiter):
    """A limiter that keeps who asked."""

    def __init__(self, clock):
        super().__init__(clock)
        self.turns = []

    async def acquire(self, channel_id=None, *, priority=None, flow=0):
        self.turns.append(priority)


class Standing:
    """A clock for a limiter that nobody waits on."""

    def now(self):
        return datetime(2026, 3, 2, 12, tzinfo=UTC)

    def monotonic(self):
        return 0.0


@pytest.mark.parametrize(
    ("method", "path", "turns"),
    [
        ("GET", "/users/@me", 1),
        ("POST", "/webhooks/1/token", 0),
        ("POST", "/interactions/1/token/callback", 0),
    ],
)
async def test_requests_take_turns_but_for_answers_and_all_refusals_count(
    sandbox, method, path, turns
):
    limiter = Counting(Standing())
    async with aiohttp.ClientSession(trace_configs=[traced(limiter, sandbox.url)]) as session:
        sandbox.faults.fail("*", "*", status=403)
        async with session.request(method, f"{sandbox.url}{path}") as answer:
            assert answer.status == 403

    assert len(limiter.turns) == turns
    assert limiter.invalid_requests.recent() == 1
