"""Rate limits: buckets, the global limit, and what interactions are spared."""

import time
from datetime import timedelta

import aiohttp
import pytest

from bot.sandbox import Sandbox
from bot.sandbox.ratelimits import RateLimits

CREATE = ("POST", "/channels/{channel_id}/messages")


class Clock:
    def __init__(self):
        self.seconds = 1000.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


def passed(limits, times, *request):
    return sum(limits.check(*request).retry_after is None for _ in range(times))


def test_channel_takes_five_messages_in_five_seconds(clock):
    limits = RateLimits(clock)

    first = passed(limits, 6, *CREATE, "1")
    clock.seconds += 4.9
    early = passed(limits, 1, *CREATE, "1")
    clock.seconds += 0.1
    later = passed(limits, 6, *CREATE, "1")

    assert (first, early, later) == (5, 0, 5)


def test_channels_have_buckets_of_their_own_under_one_name(clock):
    limits = RateLimits(clock)

    first, other = limits.check(*CREATE, "1"), limits.check(*CREATE, "2")

    assert first == other
    assert first.headers["X-RateLimit-Remaining"] == "4"


def test_headers_tell_the_bucket_and_when_it_resets(clock):
    limits = RateLimits(clock, channel=(1, 5.0))

    taken = limits.check(*CREATE, "1")
    clock.seconds += 2
    refused = limits.check(*CREATE, "1")

    bucket = taken.headers["X-RateLimit-Bucket"]
    assert taken.headers == {
        "X-RateLimit-Limit": "1",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": "1005.000",
        "X-RateLimit-Reset-After": "5.000",
        "X-RateLimit-Bucket": bucket,
    }
    assert refused.headers == {
        **taken.headers,
        "X-RateLimit-Reset-After": "3.000",
        "Retry-After": "3",
        "X-RateLimit-Scope": "user",
    }
    answer = refused.refusal()
    assert answer is not None
    assert answer.body() == {
        "message": "You are being rate limited.",
        "code": 0,
        "retry_after": 3.0,
        "global": False,
    }
    assert taken.refusal() is None


def test_global_limit_slides_over_a_second_and_counts_only_what_passed(clock):
    limits = RateLimits(clock, per_second=50)
    first = passed(limits, 30, "GET", "/users/@me")
    clock.seconds += 0.5

    second = sum(limits.check(*CREATE, str(i)).retry_after is None for i in range(30))
    refused = limits.check(*CREATE, "x")
    clock.seconds += 0.5
    third = sum(limits.check(*CREATE, f"y{i}").retry_after is None for i in range(40))

    assert (first, second, third) == (30, 20, 30)
    assert (refused.scope, refused.retry_after) == ("global", 0.5)
    assert refused.headers["X-RateLimit-Global"] == "true"


def test_interactions_and_webhooks_are_spared_the_global_limit(clock):
    limits = RateLimits(clock, per_second=1)
    limits.check("GET", "/users/@me")

    callback = limits.check("POST", "/interactions/{id}/{token}/callback", "1")
    follow_up = limits.check("POST", "/webhooks/{id}/{token}", "1")
    other = limits.check("GET", "/gateway/bot")

    assert (callback.scope, follow_up.scope, other.scope) == (None, None, "global")


def test_limits_can_be_set_and_switched_off(clock):
    limits = RateLimits(clock, per_second=None)
    limits.set("POST", "/users/@me/channels", (2, 60.0))

    set_to_two = passed(limits, 10, "POST", "/users/@me/channels")
    limits.enabled = False
    off = passed(limits, 100, "POST", "/users/@me/channels")

    assert (set_to_two, off) == (2, 100)


def test_defaults_are_fifty_a_second_and_five_messages_in_five_seconds(clock):
    limits = RateLimits(clock)

    edits = passed(limits, 6, "PATCH", "/channels/{channel_id}/messages/{message_id}", "1")
    reads = passed(limits, 6, "GET", "/channels/{channel_id}/messages", "1")
    guild = passed(limits, 60, "GET", "/guilds/{guild_id}", "1")

    # Edits are held to five; reads are not; all three share the fifty of the whole bot.
    assert (edits, reads, guild) == (5, 6, 39)


def test_route_without_a_limit_of_its_own_takes_fifty_a_second(clock):
    limits = RateLimits(clock, per_second=None)

    assert passed(limits, 60, "GET", "/users/@me") == 50


@pytest.mark.parametrize(
    ("status", "headers", "counts"),
    [
        (401, {}, True),
        (403, {}, True),
        (429, {"X-RateLimit-Scope": "user"}, True),
        (429, {"X-RateLimit-Scope": "global"}, True),
        (429, {"X-RateLimit-Scope": "shared"}, False),
        (400, {}, False),
        (404, {}, False),
    ],
)
def test_client_of_many_invalid_requests_is_banned_while_they_count(clock, status, headers, counts):
    limits = RateLimits(clock)
    for _ in range(9_999):
        limits.note(status, headers)
    before = limits.banned()

    limits.note(status, headers)

    assert (before, limits.banned()) == (False, counts)
    clock.seconds += 600
    assert not limits.banned()


async def test_who_is_banned_is_answered_by_the_proxy_alone():
    async with Sandbox() as sandbox, aiohttp.ClientSession() as session:
        sandbox.rest.limits = RateLimits(time.time, invalid=(2, 600.0))
        url = f"{sandbox.url}/users/@me"
        answers = []
        for token in ("wrong", "wrong", sandbox.token):
            async with session.get(url, headers={"Authorization": f"Bot {token}"}) as answer:
                answers.append((answer.status, "Via" in answer.headers))

    assert answers == [(401, True), (401, True), (429, False)]


async def test_limits_are_on_and_seconds_that_the_clock_skips_count(sandbox):
    def refused():
        verdict = sandbox.limits.check(*CREATE, "1")
        return verdict.retry_after is not None

    burst = [refused() for _ in range(6)]
    await sandbox.clock.advance(timedelta(seconds=5))

    assert burst == [False] * 5 + [True]
    assert not refused()


def test_who_waits_as_long_as_told_is_not_refused_again(clock):
    limits = RateLimits(clock, per_second=1)
    limits.check("GET", "/users/@me")
    clock.seconds += 0.0006

    told = limits.check("GET", "/users/@me").retry_after
    clock.seconds += told

    assert limits.check("GET", "/users/@me").retry_after is None
