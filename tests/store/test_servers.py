"""Servers' settings and posts, each within its server."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.facts.occurrences import PostOccurrence, Settlement
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import MAX_POSTS, GuildSettings, Kind, QuietHours, Where
from tests import stored

ANN = 180_000_000_000_000_001
LEASE = timedelta(minutes=2)


async def test_a_server_without_settings_has_the_defaults(store):
    assert await store.guilds.get(9) == GuildSettings(guild_id=9)


async def test_settings_come_back_with_every_field_and_reach_members(store, now):
    settings = GuildSettings(
        guild_id=9,
        channel_id=90,
        zone="Asia/Kathmandu",
        quiet=QuietHours(start=time(23), end=time(7)),
        posts_on=False,
        channel_reminders_on=False,
        locale="ja",
    )

    await stored.save_server(store, GuildSettings(guild_id=9), now=now)
    await stored.save_server(store, settings, now=now)

    assert await store.guilds.get(9) == settings
    assert (await store.members.context(ANN, 9)).guild == settings
    assert (await store.members.context(ANN, 8)).guild == GuildSettings(guild_id=8)
    assert (await store.members.context(ANN, None)).guild is None


async def test_post_comes_back_with_every_field(store, post_of):
    post = post_of(
        7,
        kind=Kind.TEXT,
        at=time(6, 5),
        days=frozenset({1, 3}),
        text="Leg day! 🦵",
        role_id=77,
        paused=True,
        broken="50013",
    )

    assert await stored.add_post(store, post, [])

    assert await stored.post_of(store, 9, 7) == post
    assert await stored.posts_of(store, 9) == (post,)


async def test_adding_the_same_post_again_changes_nothing(store, post_of, occurrence, now):
    await stored.add_post(store, post_of(7), [occurrence(7)])

    assert await stored.add_post(store, post_of(7, text="other"), [occurrence(7, day=23)])

    assert await stored.posts_of(store, 9) == (post_of(7),)
    (due,), _ = await store.reminders.of_posts(9, now + timedelta(days=9))
    assert (due.post, due.due_at) == (post_of(7), now + timedelta(hours=1))


async def test_a_server_has_room_for_so_many_posts(store, post_of):
    added = [await stored.add_post(store, post_of(number), []) for number in range(MAX_POSTS + 1)]

    assert added == [True] * MAX_POSTS + [False]
    assert await stored.add_post(store, post_of(0), [])
    assert await stored.add_post(store, post_of(99, guild_id=8), [])


async def test_posts_of_another_server_are_out_of_reach(store, post_of, occurrence, now):
    await stored.add_post(store, post_of(7), [occurrence(7)])
    foreign = post_of(7, guild_id=8, text="mine now")

    assert await stored.posts_of(store, 8) == ()
    assert not await stored.change_post(store, foreign, [occurrence(7, day=25)])
    assert not await stored.remove_post(store, 8, 7)
    await store.guilds.forget(8)

    assert await stored.posts_of(store, 9) == (post_of(7),)
    assert await store.reminders.next_wake() == now + timedelta(hours=1)


async def test_update_moves_the_next_occurrence(store, post_of, occurrence, now):
    await stored.add_post(store, post_of(7), [occurrence(7)])

    assert await stored.change_post(store, post_of(7, at=time(20)), [occurrence(7, hours=3)])

    assert (await store.reminders.of_posts(9, now + timedelta(days=9)))[0] == (
        PostOccurrence(
            post=post_of(7, at=time(20)),
            due_at=now + timedelta(hours=3),
            nominal_date=date(2026, 11, 22),
            nominal_time=time(18),
        ),
    )


async def test_a_nominal_date_that_was_sent_is_not_sent_again(store, post_of, occurrence, now):
    await stored.add_post(store, post_of(7), [occurrence(7)])
    await store.reminders.claim(now + timedelta(hours=1), lease=LEASE, limit=1)
    await store.reminders.settle([Settlement(reminder_id=1, attempt=1, state=State.SENT)], now)

    moved = replace(post_of(7), zone="America/New_York")
    await stored.change_post(
        store, moved, [occurrence(7, hours=7), occurrence(7, day=23, hours=31)]
    )

    assert await store.reminders.next_wake() == now + timedelta(hours=31)


async def test_paused_posts_send_nothing_and_resumed_ones_do(store, post_of, occurrence, now):
    await stored.add_post(store, post_of(7), [occurrence(7)])

    await stored.change_post(store, post_of(7, paused=True), [occurrence(7)])
    assert await store.reminders.next_wake() is None
    await stored.change_post(store, post_of(7), [occurrence(7, day=23, hours=25)])

    assert await store.reminders.next_wake() == now + timedelta(hours=25)


async def test_running_posts_without_a_plan_are_found(store, post_of, occurrence):
    await stored.add_post(store, post_of(5), [occurrence(5)])
    await stored.add_post(store, post_of(6), [])
    await stored.add_post(store, post_of(7, paused=True), [])
    await stored.add_post(store, post_of(8, broken="10003"), [])

    assert await store.posts.stranded() == (post_of(6),)


@pytest.mark.parametrize("way", ["reset", "forget"])
async def test_a_reset_or_left_server_leaves_nothing_of_its_own(
    store, post_of, occurrence, now, way
):
    await stored.save_server(store, GuildSettings(guild_id=9, channel_id=90), now=now)
    await stored.add_post(store, post_of(7), [occurrence(7)])
    await stored.save_server(store, GuildSettings(guild_id=8), now=now)
    assert await store.guilds.ids() == {8, 9}

    await getattr(store.guilds, way)(9)

    assert await store.guilds.ids() == {8}
    assert await store.guilds.get(9) == GuildSettings(guild_id=9)
    assert await stored.posts_of(store, 9) == ()
    assert await store.reminders.next_wake() is None


async def test_leaving_a_server_stops_its_channels_reminders_and_no_others(
    store, log, planned, now
):
    await log(
        ANN,
        1,
        planned(1, where=Where.CHANNEL, guild_id=9),
        planned(1, Kind.SLEEP, where=Where.CHANNEL, guild_id=8),
        planned(1, Kind.FOAM_ROLL),
    )

    await store.guilds.forget(9)

    rows = await store.reminders.upcoming(ANN)
    assert {row.kind: (row.state, row.reason) for row in rows} == {
        Kind.HYDRATE: (State.CANCELLED, "left_server"),
        Kind.SLEEP: (State.OPEN, None),
        Kind.FOAM_ROLL: (State.OPEN, None),
    }


async def test_meta_keeps_the_latest_word(store):
    assert await store.meta.get("commands") is None

    await store.meta.set("commands", "a")
    await store.meta.set("commands", "b")

    assert await store.meta.get("commands") == "b"
