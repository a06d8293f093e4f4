"""Done under a server's post counts each person once, on the button, and names nobody."""

import asyncio

import pytest

from bot.sandbox import Seen
from bot.sandbox.limits.components import BUTTON
from bot.sandbox.seen import label
from tests import stored
from tests.cogs.conftest import NEVER_QUIET


@pytest.fixture(autouse=True)
async def ready(gym):
    await gym.set_up_server(quiet=NEVER_QUIET)


@pytest.fixture
async def came(gym, coach):
    """A post that has come."""
    return await posted(gym, coach, "hydrate")


async def posted(gym, coach, *kinds):
    """Let posts come in one message; return how to look at it as somebody."""
    for kind in kinds:
        await coach.slash("config post add", kind=kind, time="14:00")
    await gym.wait(days=1)
    return lambda person: public(gym, person)


def public(gym, person):
    (shown,) = [seen for seen in person.sees(gym.sandbox.general) if not seen.ephemeral]
    return shown


def button(shown):
    (part,) = [part for part in shown.components if part["type"] == BUTTON]
    return part


async def press(shown, person):
    """Press Done as somebody; return the number that the button has then."""
    pressed = await person.click(button(shown(person))["custom_id"], on=shown(person))
    assert isinstance(pressed, Seen)
    assert not pressed.ephemeral
    _, _, number = label(button(shown(person))).rpartition("·")
    return int(number)


async def rows(gym, table):
    return len(await gym.store.database.fetch(f"SELECT 1 FROM {table}"))  # noqa: S608 (our own)


@pytest.mark.no_rate_limits(
    "counts five presses at one moment; old messages take three edits in 20 s"
)
@pytest.mark.parametrize("kinds", [["hydrate"], ["hydrate", "warm_up"]])
async def test_each_person_counts_once_and_the_rest_of_the_message_stays(
    gym, ann, bob, coach, kinds
):
    shown = await posted(gym, coach, *kinds)
    before = shown(ann)
    seen = [await press(shown, who) for who in (ann, ann, bob, coach, bob)]

    assert seen == [1, 1, 2, 3, 3]
    after = shown(ann)
    assert button(after)["custom_id"] == button(before)["custom_id"]
    assert after.text.replace(label(button(after)), "") == before.text.replace(
        label(button(before)), ""
    )
    assert gym.sandbox.violations == []


async def test_press_is_answered_by_one_request_and_pings_nobody(gym, came, ann):
    before, pings = len(gym.sandbox.requests), len(gym.sandbox.pings)

    await press(came, ann)

    assert len(gym.sandbox.requests) == before + 1
    assert len(gym.sandbox.pings) == pings


async def test_two_at_once_both_count(gym, came, ann, bob):
    action, before = button(came(ann))["custom_id"], (came(ann), came(bob))
    await asyncio.gather(ann.click(action, on=before[0]), bob.click(action, on=before[1]))

    assert label(button(came(ann))).endswith("2")


async def test_nobody_is_kept_by_id_and_no_consent_is_needed(gym, came, ann):
    await press(came, ann)

    (kept,) = await gym.store.database.fetch("SELECT digest FROM post_presses")
    assert str(ann.id) not in kept["digest"]
    assert await rows(gym, "members") == 0


async def test_who_deletes_their_data_is_forgotten_and_the_number_stays(gym, came, ann, bob):
    await press(came, ann)
    await press(came, bob)

    await gym.store.members.delete(ann.id)

    assert await rows(gym, "post_presses") == 1
    assert await press(came, bob) == 2


async def test_old_post_keeps_its_number_and_counts_no_more(gym, came, ann, bob):
    await press(came, ann)
    await stored.remove_post(gym.store, gym.sandbox.guild.id, (await posts(gym))[0].post_id)
    await gym.wait(days=3)
    await gym.store.post_counts.fold()

    shown = came(bob)
    answered = await bob.click(button(shown)["custom_id"], on=shown)

    assert answered.ephemeral
    assert label(button(came(bob))).endswith("1")
    assert await rows(gym, "post_presses") == 0


async def posts(gym):
    return await stored.posts_of(gym.store, gym.sandbox.guild.id)


async def test_id_of_another_message_counts_nothing(gym, came, coach, ann):
    panel = await coach.slash("config show")

    answered = await coach.press_custom_id(button(came(coach))["custom_id"], on=panel)

    assert answered.ephemeral
    assert await rows(gym, "post_presses") == 0


async def test_pressed_after_a_restart_goes_on_counting(gym, came, ann, bob):
    await press(came, ann)
    await gym.restart()

    assert [await press(came, who) for who in (ann, bob)] == [1, 2]


async def test_press_whose_edit_discord_refuses_for_a_while_is_counted_and_answered(
    gym, came, ann, bob, coach, caplog
):
    await press(came, ann)
    shown = came(bob)
    refused = gym.sandbox.faults.rate_limit("POST", "/interactions/*/callback", retry_after=600)

    await bob.press_custom_id(button(shown)["custom_id"], on=shown)

    assert refused.hits == 1
    assert label(button(came(bob))).endswith("1")
    assert await press(came, coach) == 3
    assert not [one for one in caplog.records if one.levelname == "ERROR"]
