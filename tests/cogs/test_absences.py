"""Reminders in a channel that one left or may not see: told once, refused when asked for."""

from datetime import timedelta

import pytest

from bot.domain.facts.settings import GuildSettings
from bot.texts.reminders import absences
from tests import stored
from tests.refusals import refusal

WALK = {"kind": "walk", "time": "18:00"}


@pytest.fixture
async def channel(gym):
    """Let the server have a channel for reminders that is another than people write in."""
    made = gym.sandbox.world.add_channel(gym.sandbox.guild, "reminders")
    settings = GuildSettings(guild_id=gym.sandbox.guild.id, channel_id=int(made["id"]))
    await stored.save_server(gym.store, settings, now=gym.clock.now())
    return made


def hide(gym, channel, person):
    gym.sandbox.world.overwrite(channel, person.id, deny=["view_channel"])


async def rules_of(gym, person):
    return (await gym.store.members.context(person.id, None)).rules


async def test_channel_that_a_member_may_not_see_is_refused_when_asked_for(gym, ann, channel):
    await gym.join(ann)
    await ann.slash("reminders add", **WALK)
    (rule,) = await ann.complete("reminders edit", option="entry")
    hide(gym, channel, ann)

    shown = [
        await ann.slash("reminders add", where="channel", kind="stretch", time="19:00"),
        await ann.slash("reminders set", where="channel"),
        await ann.slash("reminders edit", entry=rule["value"], where="channel"),
    ]

    assert [refusal(one) for one in shown] == ["channel_hidden"] * 3
    assert [(one.kind, one.where) for one in await rules_of(gym, ann)] == [("walk", "dm")]


async def test_channel_that_a_member_sees_is_taken(gym, ann, channel):
    await gym.join(ann)

    await ann.slash("reminders add", where="channel", **WALK)
    await gym.wait(days=1)

    assert [rule.broken for rule in await rules_of(gym, ann)] == [None]
    there = gym.sandbox.person("coach").at(channel).sees()
    assert [ann.mention in message.text for message in there] == [True]


async def test_where_discord_cannot_be_asked_the_wish_is_kept(gym, ann, channel):
    await gym.join(ann)
    gym.sandbox.faults.fail("GET", "/guilds/*/members/*", status=500, times=None)

    await ann.slash("reminders add", where="channel", **WALK)

    assert [rule.where for rule in await rules_of(gym, ann)] == ["channel"]


async def test_what_stopped_is_told_once_with_the_next_command(gym, ann, bob, channel):
    for person in (ann, bob):
        await gym.join(person)
    await ann.slash("reminders add", where="channel", **WALK)
    hide(gym, channel, ann)
    await gym.wait(days=2)
    title = absences.stopped("channel_hidden").title

    await bob.slash("help")
    await ann.slash("help")
    told = await gym.until_shown(ann, title)
    await ann.slash("help")
    await gym.wait(hours=1)

    assert told.ephemeral
    assert sum(title in seen.text for seen in ann.sees()) == 1
    assert not any(title in seen.text for seen in bob.sees())
    assert [rule.broken for rule in await rules_of(gym, ann)] == ["channel_hidden"]


async def test_notice_that_could_not_be_told_waits_for_the_next_command(gym, ann):
    await gym.join(ann)
    await gym.store.member_notices.give_back(ann.id, ["not_a_member"])
    gym.sandbox.faults.fail("POST", "/webhooks/*", status=400)
    await ann.slash("help")
    await gym.sandbox.until_requested("POST", "/webhooks/{webhook_id}/{webhook_token}")
    while not await gym.store.database.fetch("SELECT 1 FROM member_notices"):
        pass  # until the refusal has been heeded

    await ann.slash("help")

    assert (await gym.until_shown(ann, absences.stopped("not_a_member").title)).ephemeral


async def test_who_came_back_has_them_again_after_resume(gym, ann, channel):
    await gym.join(ann)
    await ann.slash("reminders add", where="channel", **WALK)
    gym.sandbox.world.remove_member(gym.sandbox.guild, ann.id)
    await gym.wait(days=1)
    gym.sandbox.world.add_member(gym.sandbox.guild, ann.id)
    stopped = [rule.broken for rule in await rules_of(gym, ann)]

    await ann.slash("reminders resume")
    await gym.clock.advance(timedelta(days=1))

    assert stopped == ["not_a_member"]
    assert [rule.broken for rule in await rules_of(gym, ann)] == [None]
    assert len(gym.sandbox.person("coach").at(channel).sees()) == 1
