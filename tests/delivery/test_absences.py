"""Nobody is named in a channel of a server they left, or that they may not see."""

from datetime import time

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.occurrences import PlannedRule
from bot.domain.facts.settings import Kind, Rule, Where

MEMBER = "/guilds/{guild_id}/members/{user_id}"


@pytest.fixture
async def here(gym):
    """Let the server have a channel for members' reminders."""
    await gym.configure()
    return {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id}


@pytest.fixture
async def bob(gym):
    person = gym.sandbox.person("bob")
    await gym.join(person)
    return person


def leave(gym, person):
    gym.sandbox.world.remove_member(gym.sandbox.guild, person.id)


def hide(gym, person):
    gym.sandbox.world.overwrite(gym.sandbox.general, person.id, deny=["view_channel"])


ABSENT = {"not_a_member": leave, "channel_hidden": hide}


@pytest.mark.parametrize("reason", ABSENT)
async def test_who_is_not_there_is_not_named_and_what_was_to_come_stops(gym, ann, here, reason):
    await gym.plan(
        ann,
        gym.reminder(ann, **here),
        gym.reminder(ann, ordinal=2, hours=30, **here),
        gym.reminder(ann, ordinal=3, hours=31),
    )
    ABSENT[reason](gym, ann)
    gym.start()

    await gym.wait(hours=29)

    assert gym.sends() == []
    ends = await gym.ends(ann)
    assert ends == [("skipped", reason), ("cancelled", reason), ("open", None)]
    assert await gym.store.member_notices.take(ann.id) == (reason,)
    assert await gym.store.member_notices.take(ann.id) == ()


@pytest.mark.parametrize("reason", ABSENT)
async def test_own_rules_there_stop_with_the_reason_and_others_go_on(gym, ann, here, reason):
    rules = [
        Rule(member_id=ann.id, rule_id=1, kind=Kind.WALK, at=time(13), zone="UTC", **here),
        Rule(member_id=ann.id, rule_id=2, kind=Kind.WALK, at=time(19), zone="UTC", **here),
        Rule(member_id=ann.id, rule_id=3, kind=Kind.WALK, at=time(20), zone="UTC"),
    ]
    await gym.save(ann, Change(rules=tuple(PlannedRule(rule=rule) for rule in rules)))
    await gym.store.rules.plan_stranded(gym.now)
    ABSENT[reason](gym, ann)
    gym.start()

    await gym.wait(days=2)

    kept = (await gym.store.members.context(ann.id, None)).rules
    assert [rule.broken for rule in kept] == [reason, reason, None]
    there = f"/channels/{gym.sandbox.general['id']}/"
    assert gym.sends()
    assert not any(there in one.path for one in gym.sends())


@pytest.mark.parametrize("reason", ABSENT)
async def test_others_of_one_message_are_named_without_them(gym, ann, bob, here, reason):
    for person in (ann, bob):
        await gym.plan(person, gym.reminder(person, **here))
    ABSENT[reason](gym, ann)
    gym.start()

    await gym.wait(hours=2)

    (sent,) = gym.sends()
    assert sent.body["allowed_mentions"]["users"] == [str(bob.id)]
    assert await gym.ends(ann) == [("skipped", reason)]
    assert await gym.ends(bob) == [("sent", None)]


async def test_who_is_there_is_asked_about_once_a_day(gym, ann, here):
    hours = (1, 5, 20, 26, 48)
    await gym.plan(ann, *(gym.reminder(ann, hours=h, ordinal=h, **here) for h in hours))
    gym.start()

    await gym.wait(days=3)

    assert {state for state, _ in await gym.ends(ann)} == {"sent"}
    assert len(gym.sandbox.sent("GET", MEMBER)) == 2


async def test_for_dms_nobody_is_asked_about(gym, ann):
    await gym.plan(ann, gym.reminder(ann))
    gym.start()

    await gym.wait(hours=2)

    assert await gym.ends(ann) == [("sent", None)]
    assert gym.sandbox.sent("GET", MEMBER) == []


@pytest.mark.parametrize("reason", ABSENT)
async def test_leaving_within_the_day_is_noticed_the_next(gym, ann, here, reason):
    await gym.plan(ann, gym.reminder(ann, **here), gym.reminder(ann, hours=30, ordinal=2, **here))
    gym.start()
    await gym.wait(hours=2)
    ABSENT[reason](gym, ann)

    await gym.wait(days=2)

    assert await gym.ends(ann) == [("sent", None), ("skipped", reason)]


@pytest.mark.parametrize(("status", "minutes"), [(500, 10), (503, 10), (429, 10)])
async def test_where_discord_cannot_be_asked_it_is_asked_again(gym, ann, here, status, minutes):
    await gym.plan(ann, gym.reminder(ann, **here))
    leave(gym, ann)
    gym.sandbox.faults.fail("GET", "/guilds/*/members/*", status=status, times=3)
    gym.start()

    await gym.wait(hours=1, minutes=minutes)

    assert gym.sends() == []
    assert await gym.ends(ann) == [("skipped", "not_a_member")]


@pytest.mark.parametrize("path", ["/guilds/*/members/*", "/guilds/*", "/channels/*"])
async def test_where_discord_lets_nobody_look_the_message_is_tried(gym, ann, here, path):
    await gym.plan(ann, gym.reminder(ann, **here))
    gym.sandbox.faults.fail("GET", path, status=403, code=50001, times=None)
    gym.start()

    await gym.wait(hours=2)

    assert await gym.ends(ann) == [("sent", None)]


async def test_message_that_may_be_out_is_looked_for_before_anybody_is_asked_about(gym, ann, here):
    await gym.plan(ann, gym.reminder(ann, **here))
    await gym.crash_after_send(hours=1)
    leave(gym, ann)
    gym.start()

    await gym.wait(minutes=30)

    assert len(gym.sends()) == 1
    assert await gym.ends(ann) == [("sent", None)]


async def test_thread_is_seen_by_who_sees_its_channel(gym, ann, bob):
    thread = gym.sandbox.world.add_thread(gym.sandbox.general, "legs")
    await gym.configure(channel_id=int(thread["id"]))
    there = {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id}
    for person in (ann, bob):
        await gym.plan(person, gym.reminder(person, **there))
    hide(gym, bob)
    gym.start()

    await gym.wait(hours=2)

    assert await gym.ends(ann) == [("sent", None)]
    assert await gym.ends(bob) == [("skipped", "channel_hidden")]
