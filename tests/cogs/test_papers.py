"""The operator's documents: linked wherever members decide on their data."""

import pytest

from tests.cogs.conftest import Gym

PAGES = {
    "PRIVACY_URL": "https://example.org/privacy",
    "HEALTH_URL": "https://example.org/health",
    "TERMS_URL": "https://example.org/terms",
}


@pytest.fixture
async def published(sandbox, database_url):
    named = {"OPERATOR": "Iron Corner Gym", "CONTACT": "coach@example.org"}
    gym = Gym(sandbox, sandbox.clock, database_url, {**PAGES, **named})
    await gym.start()
    try:
        yield gym
    finally:
        await gym.stop()


async def test_help_consent_and_what_is_held_link_to_what_is_published(published):
    ann = published.people["ann"]

    told = await ann.slash("help")
    consent = await ann.slash("legday log", effort=6)
    await ann.click("keep.only")
    held = await ann.slash("mydata show")

    for shown in (told, consent, held):
        assert [url for url in PAGES.values() if f"({url})" not in shown.text] == []
    assert "Iron Corner Gym" in told.text
    assert "coach@example.org" in told.text


async def test_a_new_members_start_links_to_them_too(published):
    ann = published.people["ann"]

    await ann.slash("start")
    offer = await ann.fill(
        zone="berlin", legs="1", hardness="ordinary", soreness="2", running="some"
    )

    assert PAGES["PRIVACY_URL"] in offer.text
