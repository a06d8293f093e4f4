"""What Discord may answer to a send, and what then becomes of the reminder."""

import pytest

from bot.domain.facts.settings import Where
from bot.domain.timing.eligibility import NEVER
from bot.domain.timing.posts import following
from tests import stored

POST = ("POST", "/channels/*/messages")


async def test_closed_dm_stops_that_members_dms_and_nothing_goes_public(gym, ann):
    await gym.configure()
    await gym.plan(ann, gym.reminder(ann), gym.reminder(ann, hours=2, ordinal=2))
    gym.sandbox.close_dms(ann)
    gym.start()

    await gym.wait(hours=5)

    assert await gym.ends(ann) == [("given_up", "dm_closed"), ("cancelled", "dm_closed")]
    assert (await gym.store.members.context(ann.id, None)).dm_closed_at is not None
    assert len(gym.sends()) == 1
    assert ann.sees() == []


async def test_closed_dm_of_one_member_stops_no_other(gym, ann):
    bea = gym.sandbox.person("bea")
    await gym.join(bea)
    await gym.plan(ann, gym.reminder(ann))
    await gym.plan(bea, gym.reminder(bea))
    gym.sandbox.close_dms(ann)
    gym.start()

    await gym.wait(hours=1, minutes=1)

    assert len(bea.inbox) == 1


async def test_deleted_channel_breaks_the_post_and_keeps_why(gym):
    post = await gym.post(at=gym.now.replace(hour=13).time())
    gym.sandbox.world.delete_channel(gym.sandbox.general)
    gym.start()

    await gym.wait(hours=72)

    assert (await stored.post_of(gym.store, post.guild_id, post.post_id)).broken == "channel_gone"
    assert len(gym.sends()) == 1


async def test_lost_permission_breaks_the_post_until_it_is_enabled_again(gym):
    post = await gym.post(at=gym.now.replace(hour=13).time())
    gym.sandbox.deny(gym.sandbox.general, "send_messages")
    gym.start()
    await gym.wait(hours=2)
    assert (await stored.post_of(gym.store, post.guild_id, post.post_id)).broken == "no_permission"

    gym.sandbox.allow(gym.sandbox.general, "send_messages")
    again = following(post, NEVER, after=gym.now, now=gym.now)
    await stored.change_post(gym.store, post, [again])
    await gym.wait(hours=24)

    assert len(gym.sandbox.person("ann").sees()) == 1


async def test_members_reminder_in_a_dead_channel_is_given_up_with_its_reason(gym, ann):
    await gym.configure()
    await gym.plan(ann, gym.reminder(ann, where=Where.CHANNEL, guild_id=gym.sandbox.guild.id))
    gym.sandbox.deny(gym.sandbox.general, "view_channel")
    gym.start()

    await gym.wait(hours=2)

    assert await gym.ends(ann) == [("given_up", "no_access")]
    assert ann.inbox == []


@pytest.mark.parametrize("status", [500, 502, 503, 520])
async def test_server_error_is_retried_with_the_same_nonce_until_it_is_over(gym, ann, status):
    await gym.plan(ann, gym.reminder(ann))
    gym.sandbox.faults.fail(*POST, status=status, times=3)
    gym.start()

    await gym.wait(hours=1, minutes=2)

    assert len(ann.inbox) == 1
    assert [one.status for one in gym.sends()] == [status, status, status, 200]
    assert len({one.body["nonce"] for one in gym.sends()}) == 1
    assert all(one.body["enforce_nonce"] for one in gym.sends())
    assert await gym.ends(ann) == [("sent", None)]


@pytest.mark.parametrize("status", [500, 502])
async def test_server_error_after_the_message_was_made_sends_no_second(gym, ann, status):
    await gym.plan(ann, gym.reminder(ann))
    gym.sandbox.faults.fail(*POST, status=status, after_effect=True)
    gym.start()

    await gym.wait(hours=1, minutes=2)

    assert len(ann.inbox) == 1
    assert await gym.ends(ann) == [("sent", None)]


async def test_reset_after_the_message_was_made_sends_no_second(gym, ann):
    await gym.plan(ann, gym.reminder(ann))
    gym.sandbox.faults.reset(*POST, after_effect=True)
    gym.start()

    await gym.wait(hours=1, minutes=2)

    assert len(ann.inbox) == 1
    assert len(gym.sends()) == 1
    assert await gym.ends(ann) == [("sent", None)]


async def test_nonce_alone_holds_when_the_history_is_not_asked(gym, ann):
    await gym.plan(ann, gym.reminder(ann))
    gym.sandbox.faults.reset(*POST, after_effect=True)
    gym.sandbox.faults.fail("GET", "/channels/*/messages", status=503, times=2)
    gym.start()

    await gym.wait(hours=1, minutes=2)

    assert len(ann.inbox) == 1


async def test_message_deleted_before_the_retry_counts_as_delivered(gym, ann):
    await gym.plan(ann, gym.reminder(ann))
    gym.sandbox.faults.reset(*POST, after_effect=True)
    gym.start()
    await gym.wait(hours=1)
    gym.sandbox.messages.delete(int(ann.dm["id"]), ann.inbox[0].id)

    await gym.wait(minutes=2)

    assert ann.inbox == []
    assert await gym.ends(ann) == [("sent", "deleted_since")]


async def test_hanging_request_is_let_go_and_tried_again(gym, ann):
    bea = gym.sandbox.person("bea")
    await gym.join(bea)
    await gym.plan(ann, gym.reminder(ann, hours=1))
    await gym.plan(bea, gym.reminder(bea, hours=1.002))
    gym.sandbox.faults.hang(*POST)
    gym.start()

    await gym.wait(hours=1, seconds=10)
    assert len(bea.inbox) == 1
    await gym.wait(seconds=30)

    assert len(ann.inbox) == 1


async def test_outage_of_half_an_hour_is_waited_out(gym, ann):
    await gym.plan(ann, gym.reminder(ann, life=3))
    gym.start()
    await gym.sandbox.api_down()
    await gym.wait(hours=1, minutes=30)
    assert ann.inbox == []

    await gym.sandbox.up()
    await gym.wait(minutes=11)

    assert len(ann.inbox) == 1
    assert "Late: this was due <t:1772456400:f>." in ann.inbox[0].text


async def test_outage_longer_than_its_window_skips_the_reminder(gym, ann):
    await gym.plan(ann, gym.reminder(ann, life=0.25))
    gym.start()
    await gym.sandbox.api_down(503)
    await gym.wait(hours=1, minutes=30)

    await gym.sandbox.up()
    await gym.wait(hours=1)

    assert ann.inbox == []
    assert await gym.ends(ann) == [("skipped", "stale")]


async def test_rate_limit_is_obeyed_for_as_long_as_it_asks(gym, ann):
    await gym.plan(ann, gym.reminder(ann))
    gym.sandbox.faults.rate_limit(*POST, retry_after=40)
    gym.start()

    await gym.wait(hours=1, seconds=38)
    assert len(gym.sends()) == 1
    await gym.wait(seconds=5)

    assert len(ann.inbox) == 1


async def test_global_rate_limit_holds_every_send(gym, ann):
    bea = gym.sandbox.person("bea")
    await gym.join(bea)
    await gym.plan(ann, gym.reminder(ann))
    await gym.plan(bea, gym.reminder(bea, hours=1.002))
    gym.sandbox.faults.rate_limit(*POST, retry_after=40, scope="global")
    gym.start()

    await gym.wait(hours=1, seconds=30)
    assert len(gym.sends()) == 1
    await gym.wait(seconds=15)

    assert (len(ann.inbox), len(bea.inbox)) == (1, 1)


async def test_refused_words_are_never_sent_again(gym):
    post = await gym.post(at=gym.now.replace(hour=13).time())
    gym.sandbox.faults.fail(*POST, status=400, code=200000, times=None)
    gym.start()

    await gym.wait(hours=48)

    assert len(gym.sends()) == 1
    assert (await stored.post_of(gym.store, post.guild_id, post.post_id)).broken == "refused_200000"


async def test_dm_channel_is_remembered_and_opened_anew_when_it_is_gone(gym, ann):
    await gym.plan(ann, gym.reminder(ann, hours=1), gym.reminder(ann, hours=2, ordinal=2))
    gym.start()
    await gym.wait(hours=1, minutes=1)
    gym.sandbox.faults.fail(*POST, status=404, code=10003)

    await gym.wait(hours=1)

    assert len(ann.inbox) == 2
    assert len(gym.sandbox.sent("POST", "/users/@me/channels")) == 2


async def test_refused_token_pauses_everything(gym, ann):
    await gym.plan(ann, gym.reminder(ann, life=3))
    gym.sandbox.faults.fail(*POST, status=401, times=10)
    gym.start()

    await gym.wait(hours=1, minutes=5)

    assert len(gym.sends()) <= 6
