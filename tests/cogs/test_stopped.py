"""What was stopped is told to an admin once, and runs again with one press."""

from datetime import time, timedelta

import pytest

from bot.domain.decisions.posts import PostDraft, add
from bot.domain.facts.member import Change
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import GuildSettings, Kind, QuietHours, Where
from bot.domain.facts.training import LegSession
from bot.texts.reminders import merged
from tests import stored

NEVER_QUIET = QuietHours(start=time(0), end=time(0))


@pytest.fixture
async def posts(gym):
    """Three posts an hour apart in a channel that takes none, and what the server's members get."""
    gym_channel = int(gym.sandbox.general["id"])
    guild_id, now = gym.sandbox.guild.id, gym.clock.now()
    await stored.save_server(
        gym.store,
        GuildSettings(guild_id=guild_id, channel_id=gym_channel, zone="UTC", quiet=NEVER_QUIET),
        now=now,
    )
    for number in range(1, 4):
        at = (now + timedelta(hours=number)).strftime("%H:%M")
        draft = PostDraft(kind="hydrate", at=at)
        await gym.store.servers.revise(
            guild_id, now=now, decide=lambda server, n=number, d=draft: add(server, n, d, now)
        )
    gym.sandbox.deny(gym.sandbox.general, "send_messages")
    gym.bot.delivery.wake()
    await gym.wait(hours=4)
    return gym_channel


@pytest.mark.usefixtures("posts")
async def test_admin_is_told_once_and_members_are_not(gym, ann, coach, snapshot):
    await ann.slash("help")
    await coach.slash("help")
    told = await gym.until_shown(coach, "Something was stopped here")
    await coach.slash("help")
    await gym.wait(hours=1)

    assert told.ephemeral
    assert told.text == snapshot
    assert sum("Something was stopped" in seen.text for seen in coach.sees()) == 1
    assert not any("stopped here" in seen.text for seen in ann.sees())


@pytest.mark.usefixtures("posts")
async def test_dead_channel_is_knocked_at_once_whatever_points_at_it(gym):
    refused = [one for one in gym.sandbox.requests if one.status == 403]

    assert len(refused) == 1


@pytest.mark.usefixtures("posts")
async def test_one_press_starts_everything_again(gym, coach, snapshot):
    await coach.slash("help")
    await gym.until_shown(coach, "Something was stopped here")
    gym.sandbox.allow(gym.sandbox.general, "send_messages")

    shown = await coach.click("notice.again")
    await gym.wait(hours=24)

    assert shown.text == snapshot
    assert sum("### Water" in seen.text for seen in coach.sees()) == 3
    server = await gym.store.servers.look(gym.sandbox.guild.id)
    assert server.settings.channel_broken is None


@pytest.mark.usefixtures("posts")
async def test_notice_that_could_not_be_told_waits_for_the_next_command(gym, coach):
    gym.sandbox.faults.fail("POST", "/webhooks/*", status=400)
    await coach.slash("help")
    await gym.sandbox.until_requested("POST", "/webhooks/{webhook_id}/{webhook_token}")
    while not await gym.store.database.fetch("SELECT 1 FROM notices WHERE told_at IS NULL"):
        pass  # until the refusal has been heeded
    await coach.slash("help")

    assert (await gym.until_shown(coach, "Something was stopped here")).ephemeral


async def test_merged_buttons_act_on_the_pressers_own(gym, ann, bob, coach, snapshot):
    guild_id, now = gym.sandbox.guild.id, gym.clock.now()
    channel_id = int(gym.sandbox.general["id"])
    await stored.save_server(
        gym.store,
        GuildSettings(guild_id=guild_id, channel_id=channel_id, quiet=NEVER_QUIET),
        now=now,
    )
    for person in (ann, bob):
        await gym.join(person)
        reminder = PlannedReminder(
            session_id=person.id,
            kind=Kind.HYDRATE,
            ordinal=1,
            due_at=now + timedelta(hours=1),
            stale_at=now + timedelta(hours=9),
            where=Where.CHANNEL,
            guild_id=guild_id,
        )
        session = LegSession(session_id=person.id, ended_at=now)
        change = Change(session=session, plan=(reminder,))
        await stored.save_member(gym.store, person.id, change, now=now)
    gym.bot.delivery.wake()
    await gym.wait(hours=1, minutes=1)
    message = await gym.until_shown(ann, bob.mention)

    assert merged.done().body[0] in (await ann.click("all.done", on=message)).text
    assert merged.not_yours().title in (await coach.click("all.done", on=message)).text
    assert merged.not_yours().title in (await coach.click("all.stop", on=message)).text
    await bob.click("all.snooze", on=message)
    await bob.click("1 hour")
    stopped = await bob.click("all.stop", on=message)

    assert stopped.text == snapshot
    rows = [await gym.store.reminders.upcoming(person.id) for person in (ann, bob)]
    assert [row.done_at is not None for row in rows[0]] == [True]
    assert [row.done_at is not None for row in rows[1]][:1] == [False]
    assert message.buttons == gym.sandbox.person("bob").see(message).buttons
