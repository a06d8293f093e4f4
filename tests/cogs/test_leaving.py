"""A server the bot is leaving: what is under way ends quietly, the server stops, people do not.

Members' entries and DMs are theirs across servers; only what belongs to the server stops with it.
"""

import asyncio
import contextlib
import logging

import pytest

from bot.domain.facts.settings import GuildSettings, QuietHours
from bot.sandbox import Seen
from tests import stored

LEGS = {"effort": 8, "minutes": 60}
ANSWER = ("POST", "/interactions/{interaction_id}/{interaction_token}/callback")
SEND = ("POST", "/channels/{channel_id}/messages")
NEVER = QuietHours(start=QuietHours().start, end=QuietHours().start)


@pytest.fixture
def crew(gym):
    return next(r for r in gym.sandbox.guild.roles.values() if r["name"] == "Gym crew")


@pytest.fixture(autouse=True)
async def ready(gym, ann, bob):
    """A server that is set up, ann who opted in, a second server where ann and bob are too."""
    await gym.join(ann)
    settings = GuildSettings(
        guild_id=gym.sandbox.guild.id,
        channel_id=int(gym.sandbox.general["id"]),
        zone="Europe/Berlin",
        quiet=NEVER,
    )
    await stored.save_server(gym.store, settings, now=gym.clock.now())
    other = gym.sandbox.world.add_guild("Home gym")
    for person in (ann, bob):
        gym.sandbox.world.add_member(other, person.id)


@pytest.fixture(autouse=True)
def faults(caplog):
    """What was logged as a fault of ours; a test ends with none."""
    with caplog.at_level(logging.INFO):
        yield
    assert [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR] == []


@pytest.fixture
def leave(gym):
    """Let the server remove the bot."""
    return lambda: gym.sandbox.world.uninstall(gym.sandbox.guild)


async def stopped(gym):
    """Wait until nothing runs on any server."""
    async with asyncio.timeout(5):
        while await gym.store.guilds.ids():
            pass


async def reasons(gym):
    """Return why each of the server's posts was stopped."""
    return [post.broken for post in await stored.posts_of(gym.store, gym.sandbox.guild.id)]


async def open_reminders(gym, person):
    rows = await gym.store.reminders.upcoming(person.id)
    return [(str(row.kind), str(row.where)) for row in rows if row.state == "open"]


@contextlib.asynccontextmanager
async def held(gym, doing, *request):
    """Start something, hold back its request while the block runs, then let both end."""
    fault = gym.sandbox.faults.hang(*request)
    task = asyncio.create_task(doing)
    await gym.sandbox.until_held_back()
    try:
        yield task
    finally:
        fault.release()
        await asyncio.wait({task})


async def test_press_under_way_is_answered_and_the_server_stopped(gym, ann, leave):
    await ann.slash("legday log", **LEGS)

    async with held(gym, ann.click("log.undo"), *ANSWER) as pressed:
        leave()
        await stopped(gym)

    assert isinstance(pressed.result(), Seen)
    assert (await gym.store.members.history(ann.id, limit=25)).entries == ()
    assert await open_reminders(gym, ann) == []


async def test_entry_under_way_is_kept_with_its_dms(gym, ann, leave, snapshot):
    before = len(ann.inbox)

    async with held(gym, ann.slash("legday log", **LEGS), *ANSWER) as logged:
        leave()
        await stopped(gym)
    await gym.wait(days=1)

    assert logged.result().text == snapshot
    assert [one.effort for one in (await gym.store.members.history(ann.id, limit=25)).entries] == [
        8
    ]
    assert len(ann.inbox) > before


async def test_opt_in_under_way_is_kept(gym, bob, leave, snapshot):
    await bob.slash("legday log", **LEGS)

    async with held(gym, bob.click("keep.dm"), *ANSWER) as pressed:
        leave()
        await stopped(gym)

    assert pressed.result().text == snapshot
    assert await open_reminders(gym, bob) != []


async def test_settings_shown_meanwhile_are_told_without_a_fault(gym, coach, leave):
    async with held(gym, coach.slash("config show"), "GET", "/guilds/{guild_id}") as shown:
        leave()
        await stopped(gym)

    assert isinstance(shown.result(), Seen)


async def test_post_added_meanwhile_is_stopped_with_the_server(gym, coach, crew, leave):
    adding = coach.slash("config post add", kind="warm_up", time="18:30", role=crew)

    async with held(gym, adding, *ANSWER):
        leave()
        await stopped(gym)
    await gym.wait(days=1)

    assert [ping for ping in gym.sandbox.pings if ping] == []
    assert await gym.store.reminders.next_wake() is None


async def test_command_and_removal_at_once_leave_nothing(gym, coach, leave):
    composed = coach.compose_slash("config post add", kind="warm_up", time="18:30")

    adding = asyncio.create_task(gym.sandbox.inject(composed))
    await asyncio.sleep(0)
    leave()
    with contextlib.suppress(Exception):
        await adding

    await stopped(gym)
    assert await gym.store.reminders.next_wake() is None


async def test_group_post_under_way_stops_at_once_and_pings_nobody(gym, ann, coach, crew, leave):
    await coach.slash("config post add", kind="warm_up", time="18:30", role=crew)
    sent = len(gym.sandbox.sent(*SEND))

    async with held(gym, gym.wait(hours=6), *SEND):
        leave()
        await stopped(gym)
    await gym.wait(days=2)

    assert len(gym.sandbox.sent(*SEND)) == sent + 1
    assert [ping for ping in gym.sandbox.pings if ping] == []
    assert await reasons(gym) == ["left_server"]
    assert await gym.store.reminders.next_wake() is None


async def test_channel_reminder_under_way_stops_at_once_and_dms_go_on(gym, ann, leave):
    await ann.slash("reminders set", kind="hydrate", where="channel")
    await ann.slash("legday log", **LEGS)
    before = len(ann.inbox)
    sent = len(gym.sandbox.sent(*SEND))

    async with held(gym, gym.wait(hours=4), *SEND):
        leave()
        await stopped(gym)
    tried = len(gym.sandbox.sent(*SEND)) - sent
    rows = await gym.store.reminders.upcoming(ann.id)
    await gym.wait(days=5)

    ends = {(str(row.kind), str(row.where)): (row.state, row.reason) for row in rows}
    assert tried == 1
    assert ends["hydrate", "channel"] == ("cancelled", "left_server")
    assert [ping for ping in gym.sandbox.pings if ping] == []
    assert len(ann.inbox) - before == len([row for row in rows if row.where == "dm"]) > 0


async def test_outage_meanwhile_stops_nothing(gym, ann, coach, crew):
    await ann.slash("legday log", **LEGS)
    await coach.slash("config post add", kind="warm_up", time="18:30", role=crew)
    kept = await open_reminders(gym, ann)

    async with held(gym, ann.slash("reminders show"), *ANSWER) as shown:
        gym.sandbox.world.set_available(gym.sandbox.guild, available=False)
    await gym.restart()
    await gym.wait(minutes=1)

    assert isinstance(shown.result(), Seen)
    assert await gym.store.guilds.ids() == {gym.sandbox.guild.id}
    assert len(await stored.posts_of(gym.store, gym.sandbox.guild.id)) == 1
    assert await open_reminders(gym, ann) == kept


async def test_removal_while_the_bot_is_away_is_found_when_it_is_back(gym, ann, coach, crew, leave):
    await ann.slash("legday log", **LEGS)
    await coach.slash("config post add", kind="warm_up", time="18:30", role=crew)
    kept = await open_reminders(gym, ann)

    await gym.stop()
    leave()
    await gym.start()
    await stopped(gym)

    assert await reasons(gym) == ["left_server"]
    assert await open_reminders(gym, ann) == kept != []
    assert [ping for ping in gym.sandbox.pings if ping] == []
