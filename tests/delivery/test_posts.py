"""Servers' scheduled posts: at their wall time, week after week, and pinging only whom they may."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.settings import Kind, Post, QuietHours
from bot.domain.timing.eligibility import NEVER
from bot.domain.timing.posts import following
from tests import stored

BERLIN = "Europe/Berlin"  # the clocks go forward on Sunday 2026-03-29, 02:00 to 03:00


def sent_at(person):
    return [message.raw["timestamp"][:16] for message in person.sees()]


async def test_weekly_post_keeps_its_wall_time_across_dst(gym):
    await gym.post(at=time(18), days=frozenset({0}), zone=BERLIN)  # Mondays
    gym.start(look_every=6 * 3600)

    await gym.wait(days=36)

    assert sent_at(gym.sandbox.person("ann")) == [
        "2026-03-02T17:00",
        "2026-03-09T17:00",
        "2026-03-16T17:00",
        "2026-03-23T17:00",
        "2026-03-30T16:00",
        "2026-04-06T16:00",
    ]


async def test_daily_post_in_the_gap_comes_once_right_after_it(gym):
    await gym.wait(days=26)  # to Saturday 28 March, 12:00 UTC
    await gym.configure()
    await gym.post(at=time(2, 30), zone=BERLIN)
    gym.start(look_every=6 * 3600)

    await gym.wait(days=2)

    assert sent_at(gym.sandbox.person("ann")) == ["2026-03-29T01:00", "2026-03-30T00:30"]


async def test_post_inside_the_servers_quiet_hours_comes_at_their_end(gym):
    await gym.configure(quiet=QuietHours(start=time(12), end=time(16)))
    await gym.post(at=time(13), zone=BERLIN)
    gym.start()

    await gym.wait(days=1, hours=4)

    assert sent_at(gym.sandbox.person("ann")) == ["2026-03-02T15:00", "2026-03-03T15:00"]


async def test_custom_text_pings_its_role_only(gym):
    ann = gym.sandbox.person("ann")
    role = gym.sandbox.world.add_role(gym.sandbox.guild, "lifters", mentionable=True)
    other = gym.sandbox.world.add_role(gym.sandbox.guild, "others", mentionable=True)
    text = f"@everyone <@{ann.id}> <@&{other['id']}> **Bring** [it](https://evil.test)\n# big"
    await gym.post(at=time(13), kind=Kind.TEXT, text=text, role_id=int(role["id"]))
    gym.start()

    await gym.wait(hours=2)

    assert [(ping.users, ping.roles, ping.everyone) for ping in gym.sandbox.pings] == [
        ((), (int(role["id"]),), False)
    ]
    seen = ann.sees()[0].text
    assert seen.startswith(f"<@&{role['id']}>\n### Reminder\n")
    assert seen.replace("\u200b", "").endswith(text)
    assert "**Bring** [it](https://evil.test)\n# big" in seen


async def test_longest_custom_text_fits(gym):
    await gym.post(at=time(13), kind=Kind.TEXT, text="*" * 1000)
    gym.start()

    await gym.wait(hours=2)

    assert len(gym.sandbox.person("ann").sees()) == 1


async def test_post_missed_by_more_than_its_grace_is_skipped_and_the_next_one_comes(gym):
    await gym.post(at=time(13))
    await gym.wait(days=3)  # to Thursday noon; three were missed
    gym.start()

    await gym.wait(hours=2)

    assert sent_at(gym.sandbox.person("ann")) == ["2026-03-05T13:00"]
    assert gym.delivery.health().ended == {"skipped": 3, "sent": 1}


async def test_post_missed_by_minutes_comes_once_and_says_it_is_late(gym):
    await gym.post(at=time(11, 50))
    await gym.wait(days=3)  # to Thursday noon; Tuesday's and Wednesday's were missed too
    gym.start()

    await gym.wait(hours=2)

    ann = gym.sandbox.person("ann")
    assert sent_at(ann) == ["2026-03-05T12:00"]
    assert "Late: this was due <t:1772711400:f>." in ann.sees()[0].text


async def test_post_whose_zone_is_not_known_is_disabled(gym):
    post = await gym.post(at=time(13))
    gone = "UPDATE posts SET zone = 'Mars/Olympus'"
    await gym.store.database.execute(gone)
    gym.start()

    await gym.wait(hours=2)

    assert gym.sandbox.person("ann").sees() == []
    assert (await stored.post_of(gym.store, post.guild_id, post.post_id)).broken == "zone_unknown"


async def test_posts_switched_off_are_skipped_and_go_on_when_switched_on(gym):
    await gym.configure(posts_on=False)
    await gym.post(at=time(13))
    gym.start()
    await gym.wait(hours=3)
    assert gym.sandbox.person("ann").sees() == []

    await gym.configure(posts_on=True)
    await gym.wait(hours=24)

    assert sent_at(gym.sandbox.person("ann")) == ["2026-03-03T13:00"]


def a_post(**fields):
    return Post(
        **{"post_id": 1, "guild_id": 2, "channel_id": 3, "kind": Kind.HYDRATE, **fields},
    )


def at(day, hour, minute=0):
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("quiet", "now", "nominal", "due"),
    [
        pytest.param(NEVER, at(2, 6), 2, at(2, 7), id="ahead today"),
        pytest.param(NEVER, at(2, 7), 2, at(2, 7), id="now"),
        pytest.param(NEVER, at(2, 7, 29), 2, at(2, 7), id="within its grace"),
        pytest.param(NEVER, at(2, 7, 30), 3, at(3, 7), id="too late today"),
        pytest.param(NEVER, at(9, 7, 10), 9, at(9, 7), id="latest of a week"),
        pytest.param(QuietHours(), at(2, 6), 2, at(2, 8), id="moved out of quiet hours"),
        pytest.param(QuietHours(), at(2, 8, 10), 2, at(2, 8), id="moved, within its grace"),
    ],
)
def test_following_is_the_latest_in_its_grace_else_the_next(quiet, now, nominal, due):
    post = a_post(at=time(7), zone="UTC")

    found = following(post, quiet, after=at(1, 12), now=now)

    assert found == NewOccurrence(
        of=1,
        nominal_date=date(2026, 3, nominal),
        nominal_time=time(7),
        due_at=due,
        stale_at=due.replace(minute=30),
    )


def test_following_never_repeats_what_was_due():
    post = a_post(at=time(7), zone="UTC")

    found = following(post, QuietHours(), after=at(2, 8), now=at(2, 8, 1))

    assert found is not None
    assert found.nominal_date == date(2026, 3, 3)


@pytest.mark.parametrize("fields", [{"days": frozenset()}, {"zone": "Mars/Olympus"}])
def test_post_without_days_or_zone_has_nothing_to_come(fields):
    post = a_post(**{"at": time(7), "zone": "UTC", **fields})

    assert following(post, NEVER, after=at(1, 12), now=at(1, 12)) is None


async def test_post_that_waits_when_its_channel_dies_is_counted_with_the_reason(gym):
    for _ in range(4):  # of which three go together
        await gym.post(at=time(13), kind=Kind.TEXT, text="=" * 1000)
    gym.sandbox.faults.fail("POST", "/channels/*/messages", status=403, code=50013, times=None)
    gym.start()

    await gym.wait(hours=1, minutes=2)

    _, ended = await gym.store.reminders.of_posts(gym.sandbox.guild.id, gym.now)
    assert {one.reason for one in ended} == {"no_permission"}
    assert sum(one.times for one in ended) == 4
    assert len(gym.sends()) == 1


async def test_post_moved_to_another_channel_while_the_old_one_refuses_it_runs_on(gym):
    post = await gym.post(at=time(13))
    elsewhere = gym.sandbox.world.add_channel(gym.sandbox.guild, "elsewhere")
    refusal = gym.sandbox.faults.hang("POST", "/channels/*/messages")
    gym.sandbox.deny(gym.sandbox.general, "send_messages")
    gym.start()
    await gym.wait(hours=1)
    moved = replace(post, channel_id=int(elsewhere["id"]))
    tomorrow = following(moved, NEVER, after=gym.now, now=gym.now)
    await stored.change_post(gym.store, moved, [tomorrow])
    refusal.release()
    await gym.wait(hours=25)

    assert (await stored.post_of(gym.store, post.guild_id, post.post_id)).broken is None
    assert len(gym.sandbox.person("eve").sees(elsewhere)) == 1
