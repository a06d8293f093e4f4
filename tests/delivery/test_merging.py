"""Reminders of one channel that are due together come as one message, once."""

from datetime import time, timedelta

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.settings import Kind, ReminderSettings, Where
from bot.sandbox.ratelimits import RateLimits
from tests import stored
from tests.controls import buttons, enabled

SEND = ("POST", "/channels/*/messages")


@pytest.fixture
def crowd(gym):
    """Give so many people a reminder in the server's channel, due in an hour."""

    async def make(count, **fields):
        await gym.configure()
        people = [gym.sandbox.person(f"member{n}") for n in range(count)]
        for person in people:
            await gym.join(person)
            there = {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id, **fields}
            await gym.plan(person, gym.reminder(person, **there))
        return people

    return make


async def test_one_message_names_and_pings_everyone(gym, crowd):
    people = await crowd(20)
    gym.start()

    await gym.wait(hours=1, minutes=2)

    (seen,) = people[0].sees()
    assert [person.mention in seen.text for person in people] == [True] * 20
    assert buttons(seen) == ["all.done", "all.snooze", "all.stop"]
    assert {user for ping in gym.sandbox.pings for user in ping.users} == {p.id for p in people}
    assert [await gym.ends(person) for person in people] == [[("sent", None)]] * 20
    assert gym.sandbox.violations == []


async def test_single_reminder_keeps_its_own_message(gym, crowd):
    (ann,) = await crowd(1)
    gym.start()

    await gym.wait(hours=1, minutes=2)

    assert ann.sees()[0].text.startswith(f"{ann.mention}\n### A reminder you asked for")


async def test_posts_go_along_with_their_roles_and_their_words(gym, crowd):
    role = gym.sandbox.world.add_role(gym.sandbox.guild, "lifters", mentionable=True)
    (ann,) = await crowd(1)
    await gym.post(at=time(13), kind=Kind.TEXT, text="**Bring** a mat", role_id=int(role["id"]))
    await gym.post(at=time(13), kind=Kind.WARM_UP)
    gym.start()

    await gym.wait(hours=1, minutes=2)

    (seen,) = ann.sees()
    assert rf"<@&{role['id']}>" + "\n" + r"**Bring** a mat" in seen.text
    assert "**Warm-up**" in seen.text
    assert ann.mention in seen.text
    assert [(ping.users, ping.roles, ping.everyone) for ping in gym.sandbox.pings] == [
        ((ann.id,), (int(role["id"]),), False)
    ]


async def test_hundred_and_sixty_in_eight_channels_leave_as_eight(gym):
    def now():
        return gym.clock.now().timestamp()

    gym.sandbox.rest.limits = RateLimits(now)
    world = gym.sandbox.world
    for number in range(8):
        guild = world.add_guild(f"guild {number}")
        world.install(guild)
        channel = world.add_channel(guild, "gym")
        for _ in range(20):
            text = f"Leg day in hall {number}: bring a towel, water and somebody who spots you."
            await gym.post(
                guild_id=guild.id,
                channel_id=int(channel["id"]),
                at=time(13),
                kind=Kind.TEXT,
                text=text,
            )
    gym.start()

    await gym.wait(hours=1, seconds=1)

    assert [one.status for one in gym.sends()] == [200] * 8
    texts = [str(one.body["components"]) for one in gym.sends()]
    assert [text.count("bring a towel") for text in texts] == [20] * 8
    assert gym.sandbox.violations == []


async def test_more_than_fits_come_one_after_the_other_within_the_limits(gym, crowd):
    people = await crowd(130)
    gym.start()

    await gym.wait(hours=1, minutes=2)

    messages = people[0].sees()
    assert len(messages) == 2
    assert [sum(one.mention in message.text for message in messages) for one in people] == [1] * 130
    assert gym.sandbox.violations == []


@pytest.mark.parametrize("later", [timedelta(minutes=1), timedelta(hours=6)])
async def test_crash_after_the_send_sends_the_same_members_nothing_twice(gym, crowd, later):
    people = await crowd(5, life=12)
    await gym.crash_after_send(hours=1)
    late = gym.sandbox.person("late")
    await gym.join(late)
    there = {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id}
    await gym.plan(late, gym.reminder(late, hours=0, life=12, **there))

    await gym.clock.advance(later)
    gym.start()
    await gym.wait(minutes=1)

    first, second = people[0].sees()
    assert [person.mention in first.text for person in people] == [True] * 5
    assert late.mention in second.text
    assert people[0].mention not in second.text
    assert [await gym.ends(person) for person in people] == [[("sent", None)]] * 5


async def test_retry_is_the_same_message_to_discord(gym, crowd):
    people = await crowd(5)
    gym.sandbox.deny(gym.sandbox.general, "read_message_history")
    gym.sandbox.faults.reset(*SEND, after_effect=True)
    gym.start()

    await gym.wait(hours=1, minutes=2)

    assert len(people[0].sees()) == 1
    assert [one.body["nonce"] for one in gym.sends()] == [gym.sends()[0].body["nonce"]] * 2
    assert [await gym.ends(person) for person in people] == [[("sent", None)]] * 5


async def test_who_stopped_meanwhile_is_left_out_and_never_counted_as_reached(gym, crowd):
    people = await crowd(3)
    await gym.save(people[0], Change(reminders=ReminderSettings(on=False)))
    gym.sandbox.faults.fail(*SEND, status=500, after_effect=True)
    gym.start()

    await gym.wait(hours=1, minutes=2)

    (seen,) = people[1].sees()
    assert people[0].mention not in seen.text
    assert await gym.ends(people[0]) == [("skipped", "off")]
    assert await gym.ends(people[1]) == [("sent", None)]


async def test_refused_words_spoil_no_others_message(gym, crowd):
    people = await crowd(3)
    post = await gym.post(at=time(13), kind=Kind.TEXT, text="a word that AutoMod knows")
    gym.sandbox.faults.fail(*SEND, status=400, code=200000)
    gym.start()

    await gym.wait(hours=1, minutes=2)

    assert [await gym.ends(person) for person in people] == [[("sent", None)]] * 3
    assert len(people[0].sees()) == 4
    assert (await stored.post_of(gym.store, post.guild_id, post.post_id)).broken is None


async def test_after_downtime_a_channel_gets_one_late_message(gym, crowd):
    people = await crowd(3, life=12)
    for number, person in enumerate(people):
        there = {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id}
        await gym.plan(
            person,
            gym.reminder(person, life=12, **there),
            gym.reminder(person, hours=1.5 + number / 10, ordinal=2, life=12, **there),
        )
    await gym.wait(hours=4)
    gym.start()

    await gym.wait(minutes=1)

    (seen,) = people[0].sees()
    assert seen.text.count("Late: this was due") == 4


async def test_late_messages_to_a_channel_keep_five_minutes_apart(gym, crowd):
    people = await crowd(130, life=12)
    await gym.wait(hours=4)
    gym.start()

    await gym.wait(minutes=4)
    assert len(people[0].sees()) == 1
    await gym.kill()
    gym.start()
    await gym.wait(minutes=2)

    assert len(people[0].sees()) == 2


async def test_tips_of_one_moment_come_to_a_member_as_one_dm(gym, ann):
    await gym.plan(
        ann,
        gym.reminder(ann),
        gym.reminder(ann, kind=Kind.SLEEP),
        gym.reminder(ann, kind=Kind.CHECKIN),
        gym.reminder(ann, kind=Kind.FIRST_TIMER),
    )
    gym.start()

    await gym.wait(hours=1, minutes=1)

    titles = {message.text.split("\n")[0] for message in ann.inbox}
    (both,) = [message for message in ann.inbox if "### Reminders" in message.text]
    assert titles == {"### Reminders", "### Check-in", "### What to expect"}
    assert "**Water**" in both.text
    assert "**Sleep**" in both.text
    assert ann.mention not in both.text
    assert "not medical advice" not in both.text
    assert "limit fluids" in both.text  # what protects stays
    assert enabled(both) == ["all.done", "all.snooze", "all.stop"]
    assert await gym.ends(ann) == [("sent", None)] * 4


async def test_merged_dm_in_doubt_is_looked_for_and_comes_once(gym, ann):
    await gym.plan(ann, gym.reminder(ann), gym.reminder(ann, kind=Kind.SLEEP))
    await gym.crash_after_send(hours=1)

    gym.start()
    await gym.wait(minutes=5)

    assert len(ann.inbox) == 1
    assert await gym.ends(ann) == [("sent", None)] * 2


async def test_merged_dm_keeps_no_trace_of_who_it_was_for(gym, ann):
    await gym.plan(ann, gym.reminder(ann), gym.reminder(ann, kind=Kind.SLEEP))
    gym.start()
    await gym.wait(hours=1, minutes=1)

    rows = await gym.store.database.fetch("SELECT channel_id FROM deliveries")

    assert [row["channel_id"] for row in rows] == [0]


async def test_retry_names_everyone_though_one_had_been_tried_before(gym, crowd):
    ann, bea = await crowd(2)
    there = {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id}
    await gym.plan(ann, gym.reminder(ann, hours=1 + 31 / 3600, **there))
    gym.sandbox.faults.rate_limit(*SEND, retry_after=30)
    gym.start()
    await gym.wait(hours=1, seconds=10)
    gym.sandbox.faults.reset(*SEND)

    await gym.wait(minutes=2)

    assert [message.text.count("<@") for message in ann.sees()] == [2]
    assert await gym.ends(ann) == await gym.ends(bea) == [("sent", None)]


async def test_channel_changed_meanwhile_takes_its_own_and_leaves_the_post(gym, crowd):
    (ann,) = await crowd(1)
    await gym.post(at=time(13), kind=Kind.WARM_UP)
    gym.sandbox.faults.reset(*SEND)
    gym.start()
    await gym.wait(hours=1)
    elsewhere = gym.sandbox.world.add_channel(gym.sandbox.guild, "elsewhere")
    await gym.configure(channel_id=int(elsewhere["id"]))

    await gym.wait(minutes=2)

    assert [ann.mention in message.text for message in ann.sees()] == [False]
    assert [ann.mention in message.text for message in ann.sees(elsewhere)] == [True]
    assert await gym.ends(ann) == [("sent", None)]
