"""When the first page's day begins: at the hour it is told, on that page's own clock."""

from collections.abc import AsyncIterator
from datetime import datetime, time

import pytest

from bot.sandbox import Sandbox
from bot.sandbox.seed import ZONE
from bot.sandbox.web import Site
from bot.sandbox.zones import zone_named

NOW = "2026-03-02T12:00:00.000000+00:00"  # 13:00 in Berlin


@pytest.fixture
async def begins(sandbox: Sandbox) -> AsyncIterator[Site]:
    async with Site(sandbox, zone=ZONE, begin_at=time(13)) as running:
        yield running


@pytest.mark.parametrize(
    ("zone", "here"),
    [
        ("Europe/Berlin", "2026-03-02 13:00"),
        ("America/Los_Angeles", "2026-03-02 13:00"),
        ("Asia/Tokyo", "2026-03-03 13:00"),
        ("Asia/Kathmandu", "2026-03-03 13:00"),
        ("Pacific/Kiritimati", "2026-03-03 13:00"),
        ("nonsense", "2026-03-02 13:00"),
    ],
)
async def test_first_page_finds_one_oclock_on_its_own_clock(begins, opened, zone, here):
    tab = await opened("ann", zone=zone, at=begins)

    there = zone_named(tab.events[0]["zone"])
    assert there is not None
    now = datetime.fromisoformat(tab.events[0]["now"])
    assert f"{now.astimezone(there):%Y-%m-%d %H:%M}" == here


async def test_second_page_finds_the_clock_as_it_is(begins, opened):
    first = await opened("ann", zone="America/Los_Angeles", at=begins)
    second = await opened("bob", zone="Asia/Tokyo", at=begins)

    assert second.events[0]["now"] == first.events[0]["now"]


async def test_sandbox_that_somebody_used_keeps_its_time(sandbox, begins, opened):
    sandbox.person("bob").say("before anybody looked")

    tab = await opened("ann", zone="Asia/Tokyo", at=begins)

    assert tab.events[0]["now"] == NOW


async def test_page_of_a_site_that_is_not_told_when_leaves_the_clock_alone(opened):
    tab = await opened("ann", zone="Asia/Tokyo")

    assert tab.events[0]["now"] == NOW
