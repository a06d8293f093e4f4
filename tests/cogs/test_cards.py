"""Shared cards: cheered by name, then by number; removed by their owner, or with them."""

import pytest

from tests import stored
from tests.cogs.conftest import NEVER_QUIET
from tests.controls import buttons
from tests.refusals import refusal


@pytest.fixture
async def card(gym, ann):
    """A leg day that ann shared; return how bob sees it now, ``None`` once it is gone."""
    await gym.set_up_server(quiet=NEVER_QUIET)
    await ann.slash("legday log", effort=8, minutes=60)
    await ann.click("keep.only")
    await ann.click("log.share")
    bob = gym.people["bob"]
    (shown,) = [one for one in bob.sees(gym.sandbox.general) if not one.ephemeral]
    return lambda: bob.see(shown)


async def cheer(gym, *people):
    for person in people:
        await stored.join(gym.store, gym.sandbox.guild.id, person.id)
        await gym.wait(seconds=11)


async def test_cheers_stand_by_name_and_then_as_a_number(gym, card, bob, coach, snapshot):
    await cheer(gym, bob, coach)
    await bob.click("roll.cheer", on=card())
    await gym.wait(seconds=3)
    await bob.click("roll.cheer", on=card())
    await gym.wait(seconds=3)
    await coach.click("roll.cheer", on=card())
    cheered = card()
    await gym.wait(days=3)

    assert (cheered.text, card().text) == snapshot
    assert buttons(card()) == ["card.remove"]
    assert not any(gym.sandbox.pings)


async def test_its_owner_alone_removes_it_at_any_time(gym, card, ann, bob):
    await gym.wait(days=60)

    refused = await bob.click("card.remove", on=card())
    kept = card()
    forged = await bob.press_custom_id(f"card.remove:{bob.id}", on=kept, forged=True)
    still = card()
    await gym.sandbox.inject(ann.compose_press("card.remove", on=kept))
    await gym.sandbox.until_requested(
        "DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"
    )

    assert [refusal(one) for one in (refused, forged)] == ["card_not_yours", "control_unknown"]
    assert still is not None
    assert card() is None


@pytest.mark.parametrize("way", ["leave", "delete"])
async def test_it_goes_with_its_owner(gym, card, ann, bob, way):
    await cheer(gym, bob)
    await bob.click("roll.cheer", on=card())
    await gym.wait(days=3)
    if way == "leave":
        await ann.slash("group leave")
    else:
        await ann.slash("mydata delete")
        await ann.click("data.delete")
    await gym.wait(seconds=15)

    assert card() is None
    assert await gym.store.database.fetch("SELECT 1 FROM rolls WHERE stale_since > 0") == []
