"""Every answer of Discord's has one meaning, and retries keep their distance."""

from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.domain.timing.backoff import SENDING
from bot.domain.timing.outcomes import (
    Failure,
    Refused,
    Unanswered,
    Unreachable,
    Verdict,
    classify,
)
from tests import stored

DEAD, CLOSED, WORDS, RETRY = (
    Verdict.TARGET_DEAD,
    Verdict.DM_CLOSED,
    Verdict.CONTENT_REFUSED,
    Verdict.RETRY,
)


@pytest.mark.parametrize(
    ("status", "code", "verdict", "reason"),
    [
        (404, 10003, DEAD, "channel_gone"),
        (404, 10004, DEAD, "server_gone"),
        (403, 50001, DEAD, "no_access"),
        (403, 50013, DEAD, "no_permission"),
        (400, 50008, DEAD, "not_a_text_channel"),
        (400, 50083, DEAD, "thread_archived"),
        (400, 160005, DEAD, "thread_locked"),
        (400, 40058, DEAD, "forum"),
        (403, 99999, DEAD, "refused_99999"),
        (404, 0, DEAD, "refused_404"),
        (403, 50007, CLOSED, "dm_closed"),
        (403, 50278, Verdict.NO_SHARED_SERVER, "no_shared_server"),
        (400, 50006, WORDS, "refused_50006"),
        (400, 50035, WORDS, "refused_50035"),
        (400, 200000, WORDS, "refused_200000"),
        (400, 240000, WORDS, "refused_240000"),
        (413, 0, WORDS, "refused_413"),
        (404, 10008, Verdict.DELIVERED, "deleted_since"),
        (401, 0, RETRY, "status_401"),
        (429, 0, RETRY, "status_429"),
        (400, 40003, RETRY, "status_400"),
        (403, 40004, RETRY, "status_403"),
        (400, 110000, RETRY, "status_400"),
        (400, 20016, RETRY, "status_400"),
    ],
)
def test_refusal_means_that_nothing_was_sent(status, code, verdict, reason):
    outage = status == 401  # nobody gets through with this token
    expected = Failure(verdict=verdict, reason=reason, sent_nothing=True, outage=outage)

    assert classify(Refused(status, code)) == expected


@pytest.mark.parametrize("status", [500, 502, 503, 504, 520, 524])
def test_server_error_leaves_it_open_whether_something_was_sent(status):
    assert classify(Refused(status, 0)) == Failure(
        verdict=RETRY, reason=f"status_{status}", outage=True
    )


def test_refused_connection_sent_nothing_and_a_lost_answer_may_have():
    assert classify(Unreachable()) == Failure(
        verdict=RETRY, reason="unreachable", sent_nothing=True, outage=True
    )
    assert classify(Unanswered()) == Failure(verdict=RETRY, reason="unanswered", outage=True)


def test_rate_limit_brings_its_own_wait():
    assert classify(Refused(429, 0, 2.5)) == Failure(
        verdict=RETRY, reason="status_429", sent_nothing=True, retry_after=timedelta(seconds=2.5)
    )


@pytest.mark.parametrize("status", [400, 403, 404, 413])
async def test_page_of_the_proxy_before_discord_is_no_word_of_discords(gym, ann, status):
    """Discord's own errors are JSON; a proxy's page says nothing about a channel or a message."""

    async def page(_request):
        return web.Response(status=status, text="<html>Sorry</html>", content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", page)
    post = await gym.post(at=gym.now.replace(hour=13).time())
    await gym.plan(ann, gym.reminder(ann))
    async with TestServer(app) as proxy:
        gym.start(base=str(proxy.make_url("/")).rstrip("/"))
        await gym.wait(hours=1, minutes=2)
        await gym.end_engines()
    gym.start()
    await gym.wait(minutes=3)

    assert (await stored.post_of(gym.store, post.guild_id, post.post_id)).broken is None
    assert await gym.ends(ann) == [("sent", None)]
    assert len(ann.sees(gym.sandbox.general)) == 1


async def test_ban_of_the_address_pauses_everything_for_a_minute(gym):
    """Only the proxy before Discord answers 429 without JSON: it has banned the address."""
    asked = []

    async def banned(request):
        asked.append(request.path)
        return web.Response(status=429, text="<html>Banned</html>", content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", banned)
    for number in range(8):
        person = gym.sandbox.person(f"member{number}")
        await gym.join(person)
        await gym.plan(person, gym.reminder(person, hours=1 + number / 300))
    async with TestServer(app) as proxy:
        gym.start(base=str(proxy.make_url("/")).rstrip("/"))
        await gym.wait(hours=1, minutes=10)
        await gym.end_engines()

    assert 10 <= len(asked) <= 33  # up to three are under way when the first is answered


def test_back_off_doubles_from_a_second_to_ten_minutes():
    waits = [SENDING.wait(attempt, 1).total_seconds() for attempt in range(1, 13)]

    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600]


@pytest.mark.parametrize("attempt", [1, 5, 60, 10_000])
def test_back_off_is_spread_over_its_upper_half(attempt):
    assert SENDING.wait(attempt, 0) * 2 == SENDING.wait(attempt, 1) <= SENDING.longest
