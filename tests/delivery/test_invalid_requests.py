"""Far below the number of refusals that gets the address banned."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.rate_limit.invalid_requests import InvalidRequestBudget
from bot.delivery.rate_limit.limiter import Limiter
from bot.sandbox import SandboxClock


@pytest.fixture
def clock():
    return SandboxClock(datetime(2026, 3, 2, 12, tzinfo=UTC))


@pytest.fixture
def refusals(clock):
    return InvalidRequestBudget(clock)


def refuse(refusals, count, status=403):
    for _ in range(count):
        refusals.note(status)


def test_everyday_refusals_slow_nothing(refusals):
    refuse(refusals, 249)

    assert refusals.pace(48) == 48


@pytest.mark.parametrize(("count", "pace"), [(600, 24), (950, 0.05), (2_999, 0.05)])
def test_more_refusals_slow_down(refusals, count, pace):
    refuse(refusals, count)

    assert refusals.pace(48) == pace
    assert refusals.closed_for() == 0


async def test_three_thousand_stop_everything_until_the_window_has_passed(clock, refusals, caplog):
    refuse(refusals, 2_000)
    await clock.advance(timedelta(minutes=4))
    refuse(refusals, 1_000, status=401)

    assert refusals.closed_for() == pytest.approx(360)
    await clock.advance(timedelta(seconds=361))
    assert refusals.closed_for() == 0
    assert refusals.recent() == 1_000
    assert [record.levelno for record in caplog.records] == [logging.WARNING] * 2 + [logging.ERROR]


def test_only_what_counts_towards_a_ban_is_counted(refusals):
    for status in (200, 400, 404, 500):
        refuse(refusals, 1_000, status)
    refusals.note(429, shared=True)

    assert refusals.recent() == 0


async def test_refused_by_everybody_it_never_reaches_a_thousand_in_ten_minutes(clock):
    limiter = Limiter(clock)
    most = 0
    for _ in range(1_500):
        await clock.advance(timedelta(seconds=1 / limiter.per_second))
        limiter.invalid_requests.note(403)
        most = max(most, limiter.invalid_requests.recent())

    assert 900 < most <= 1_000
