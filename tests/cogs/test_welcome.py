"""A welcome that an admin posts: looked at first, posted once, and anybody's way to begin."""

import asyncio

import pytest

from bot.domain.facts.settings import GuildSettings
from bot.sandbox import Seen, SeenForm
from tests import stored
from tests.refusals import refusal

TOLD = {"zone": "Berlin", "legs": "12", "hardness": "hard", "soreness": "3", "running": "some"}


@pytest.fixture(autouse=True)
async def ready(gym):
    return await gym.set_up_server()


def public(gym, person):
    bot = str(gym.bot.user.id)
    seen = person.sees(gym.sandbox.general)
    return [one for one in seen if one.raw["author"]["id"] == bot and not one.ephemeral]


def notice(panel):
    return panel.text.split("\n")[1]


def actions(shown):
    return {part.get("custom_id") for part in shown.components}


async def preview(coach):
    return await coach.click("config.welcome", on=await coach.slash("config setup"))


async def test_welcome_is_looked_at_posted_and_leads_anybody_to_an_answer_of_their_own(
    gym, coach, ann, bob, snapshot
):
    seen = await preview(coach)
    before = public(gym, ann)
    told = await coach.click("config.welcome_post", on=seen)

    assert before == []
    assert (seen.text, notice(told)) == snapshot
    assert seen.ephemeral
    (shown,) = public(gym, ann)
    assert shown.text == snapshot
    assert gym.sandbox.pings == []
    for person in (ann, bob):
        assert isinstance(await person.click("start", on=shown), SeenForm)
        answered = await person.fill(**TOLD)
        assert isinstance(answered, Seen)
        assert answered.ephemeral
    await bob.click("keep.dm")
    kept = [(await gym.store.members.context(who.id, None)).consent for who in (ann, bob)]
    assert [one is not None for one in kept] == [False, True]
    assert len(public(gym, ann)) == 1


async def test_preview_leads_back_to_the_panel_and_posts_nothing(gym, coach, ann):
    back = await coach.click("config.panel", on=await preview(coach))

    assert "config.welcome" in actions(back)
    assert public(gym, ann) == []


async def test_of_two_admins_at_once_one_posts_and_one_is_told(gym, coach, ann):
    first, second = await preview(coach), await preview(coach)

    answers = await asyncio.gather(
        coach.press_custom_id("config.welcome_post", on=first),
        coach.press_custom_id("config.welcome_post", on=second),
    )
    early = len(public(gym, ann))
    await gym.wait(minutes=6)
    await coach.press_custom_id("config.welcome_post", on=first)

    assert len(set(map(notice, answers))) == 2
    assert (early, len(public(gym, ann))) == (1, 2)


async def test_missing_right_is_named_and_nothing_is_posted_until_it_is_there(
    gym, coach, ann, snapshot
):
    gym.sandbox.deny(gym.sandbox.general, "send_messages")
    refused = await preview(coach)
    gym.sandbox.allow(gym.sandbox.general, "send_messages")
    seen = await preview(coach)
    gym.sandbox.deny(gym.sandbox.general, "send_messages")
    late = await coach.click("config.welcome_post", on=seen)
    nothing = public(gym, ann)
    gym.sandbox.allow(gym.sandbox.general, "send_messages")
    await coach.press_custom_id("config.welcome_post", on=seen)

    assert notice(refused) == notice(late) == snapshot
    assert nothing == []
    assert len(public(gym, ann)) == 1


async def test_failed_post_is_said_and_may_be_tried_again(gym, coach, ann):
    seen = await preview(coach)
    gym.sandbox.faults.fail("POST", "/channels/*/messages", status=403, code=50013)
    failed = await coach.press_custom_id("config.welcome_post", on=seen)
    nothing = public(gym, ann)
    await coach.press_custom_id("config.welcome_post", on=seen)

    assert refusal(failed) == "welcome_not_taken"
    assert nothing == []
    assert len(public(gym, ann)) == 1


async def test_channel_that_is_none_any_more_refuses(gym, coach, ann):
    seen = await preview(coach)
    nowhere = GuildSettings(guild_id=gym.sandbox.guild.id, zone="Europe/Berlin")
    await stored.save_server(gym.store, nowhere, now=gym.clock.now())

    refused = await coach.click("config.welcome_post", on=seen)

    assert refusal(refused) == "welcome_needs_channel"
    assert public(gym, ann) == []


async def test_first_question_leads_to_the_start_until_something_is_kept(gym, ann):
    asked = await ann.slash("canirun")
    form = await ann.click("start", on=asked)
    await ann.fill(**TOLD)
    await ann.click("keep.dm")
    later = await ann.slash("canirun")

    assert isinstance(form, SeenForm)
    assert "start" not in actions(later)
