"""Not at night, not after its window, not once it was called off."""

from datetime import time, timedelta

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.settings import QuietHours, ReminderSettings, Where
from bot.domain.facts.training import Illness, PainType, Report


async def test_stale_reminder_is_skipped_with_its_reason_after_downtime(gym, ann):
    await gym.plan(ann, gym.reminder(ann, hours=1), gym.reminder(ann, hours=4, ordinal=2))
    await gym.wait(hours=3)
    gym.start()

    await gym.wait(hours=2)

    assert await gym.ends(ann) == [("skipped", "stale"), ("sent", None)]
    assert len(ann.inbox) == 1


async def test_reminder_in_quiet_hours_comes_once_at_their_end(gym):
    bea = gym.sandbox.person("bea")  # 12:00 UTC is 21:00 in Tokyo
    await gym.join(bea, zone="Asia/Tokyo", quiet=QuietHours(start=time(22), end=time(8)))
    await gym.plan(bea, gym.reminder(bea, hours=2, life=12))
    gym.start()

    await gym.wait(hours=10, minutes=59)
    assert bea.inbox == []
    await gym.wait(hours=10)

    assert [message.raw["timestamp"][:19] for message in bea.inbox] == ["2026-03-02T23:00:00"]


async def test_reminder_whose_window_ends_in_quiet_hours_is_skipped(gym):
    bea = gym.sandbox.person("bea")
    await gym.join(bea, zone="Asia/Tokyo", quiet=QuietHours(start=time(22), end=time(8)))
    await gym.plan(bea, gym.reminder(bea, hours=2, life=3))
    gym.start()

    await gym.wait(hours=24)

    assert bea.inbox == []
    assert await gym.ends(bea) == [("skipped", "quiet")]


async def test_paused_member_hears_nothing(gym, ann):
    await gym.plan(ann, gym.reminder(ann))
    until = gym.now + timedelta(days=1)
    await gym.save(ann, Change(reminders=ReminderSettings(on=True, paused_until=until)))
    gym.start()

    await gym.wait(hours=30)

    assert ann.inbox == []
    assert await gym.ends(ann) == [("skipped", "paused")]


async def test_member_who_switched_off_hears_nothing(gym, ann):
    await gym.plan(ann, gym.reminder(ann))
    await gym.save(ann, Change(reminders=ReminderSettings(on=False)))
    gym.start()

    await gym.wait(hours=2)

    assert ann.inbox == []
    assert await gym.ends(ann) == [("skipped", "off")]


async def test_reminder_in_a_channel_pings_its_member_only_and_tells_nothing(gym, ann):
    await gym.configure()
    await gym.plan(ann, gym.reminder(ann, where=Where.CHANNEL, guild_id=gym.sandbox.guild.id))
    gym.start()

    await gym.wait(hours=1, minutes=1)

    assert [(ping.users, ping.roles, ping.everyone) for ping in gym.sandbox.pings] == [
        ((ann.id,), (), False)
    ]
    assert ann.sees()[0].text == (
        f"{ann.mention}\n### A reminder you asked for\n"
        "Your water reminder: keep a bottle within reach."
    )


async def test_reminder_for_a_channel_that_was_switched_off_is_skipped(gym, ann):
    await gym.configure(channel_reminders_on=False)
    await gym.plan(ann, gym.reminder(ann, where=Where.CHANNEL, guild_id=gym.sandbox.guild.id))
    gym.start()

    await gym.wait(hours=1, minutes=1)

    assert await gym.ends(ann) == [("skipped", "channel_off")]
    assert (ann.sees(), ann.inbox) == ([], [])


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ({"stop_sign": True}, ("skipped", "care")),
        ({"illness": Illness.HEAD_COLD}, ("skipped", "care")),
        ({"pain": PainType.JOINT}, ("skipped", "care")),
        ({"soreness": 6, "pain": PainType.MUSCLE_ACHE, "stop_sign": False}, ("sent", None)),
    ],
)
async def test_snoozed_tip_does_not_come_once_health_comes_first(gym, ann, said, ends):
    await gym.plan(ann, gym.reminder(ann))
    gym.start()
    await gym.wait(hours=1, minutes=1)
    (row,) = await gym.rows(ann)
    until = gym.now + timedelta(hours=1)
    await gym.store.reminders.snooze(ann.id, row.reminder_id, until, gym.now)

    await gym.save(ann, Change(report=Report(reported_at=gym.now, **said), plan=()))
    await gym.wait(hours=2)

    assert await gym.ends(ann) == [("sent", None), ends]


async def test_what_was_skipped_unsent_is_not_in_doubt_when_it_comes_later(gym, ann):
    await gym.configure(channel_reminders_on=False)
    there = {"where": Where.CHANNEL, "guild_id": gym.sandbox.guild.id}
    await gym.plan(ann, gym.reminder(ann, **there))
    gym.sandbox.deny(gym.sandbox.general, "read_message_history")
    ann.say("Who trains today?")
    gym.start()
    await gym.wait(hours=1, minutes=1)
    skipped = await gym.ends(ann)

    await gym.configure()
    await gym.plan(ann, gym.reminder(ann, **there))
    await gym.wait(hours=2)

    assert skipped == [("skipped", "channel_off")]
    assert await gym.ends(ann) == [("sent", None)]
