"""Scheduled group posts: planned, understood, sent at their local time, changed and removed."""

import asyncio
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.settings import MAX_POSTS, GuildSettings, Kind, Post
from bot.domain.timing.spreading import WORTH_TELLING
from bot.store.recurring.posts import add
from bot.store.servers.servers import Servers
from tests import stored
from tests.controls import enabled
from tests.refusals import refusal

MESSAGES = "/channels/{channel_id}/messages"
DAY = timedelta(hours=24)


@pytest.fixture
def look(gym):
    """Return the server's posts as they are kept."""

    async def look():
        return (await Servers(gym.store.database).look(gym.sandbox.guild.id)).posts

    return look


@pytest.fixture
def due(gym):
    """Return when posts are due within a day."""

    async def due(within=DAY):
        found, _ = await gym.store.reminders.of_posts(
            gym.sandbox.guild.id, gym.clock.now() + within
        )
        return [each.due_at.isoformat() for each in found]

    return due


@pytest.fixture
def crew(gym):
    return next(r for r in gym.sandbox.guild.roles.values() if r["name"] == "Gym crew")


@pytest.fixture(autouse=True)
async def ready(gym):
    """A server with its channel, its zone and the usual quiet hours set."""
    return await gym.set_up_server()


async def test_added_post_echoes_what_was_understood_and_arrives(
    gym, ann, coach, crew, due, snapshot
):
    shown = await coach.slash(
        "config post add", kind="warm_up", time="6:30pm", days="Mo, We and Fr", role=crew
    )
    planned = await due()
    await gym.wait(hours=6)

    assert shown.ephemeral
    assert shown.text == snapshot
    assert [line for line in shown.text.split("\n") if line.startswith("- <t:")] == [
        "- <t:1772472600:F> (<t:1772472600:R>)",
        "- <t:1772645400:F> (<t:1772645400:R>)",
        "- <t:1772818200:F> (<t:1772818200:R>)",
    ]
    assert planned == ["2026-03-02T17:30:00+00:00"]
    arrived = ann.sees(gym.sandbox.general)[-1]
    assert arrived.text == snapshot
    assert arrived.raw["timestamp"].startswith("2026-03-02T17:30:00")
    assert [ping.roles for ping in gym.sandbox.pings if ping] == [(int(crew["id"]),)]


async def test_post_keeps_its_local_time_across_a_clock_change(gym, ann, coach):
    await gym.stop()
    await gym.wait(days=26, hours=12, minutes=20)  # Germany's clocks go ahead in 40 minutes
    await gym.start()
    shown = await coach.slash("config post add", kind="text", time="9:00", text="Easy day")

    await gym.wait(hours=8)

    posted = [seen.raw["timestamp"][:16] for seen in ann.sees(gym.sandbox.general) if seen.buttons]
    assert posted == ["2026-03-29T07:00"]
    assert "<t:1774767600:F>" in shown.text


async def test_day_and_channel_may_be_left_out(coach, look, gym, snapshot):
    shown = await coach.slash("config post add", kind="hydrate", time="18")

    assert shown.text == snapshot
    (post,) = await look()
    assert (post.at, post.channel_id, post.role_id) == (
        time(18),
        int(gym.sandbox.general["id"]),
        None,
    )


HOSTILE = [
    "@everyone @here <@&1> <@1> [https://gym.example](https://evil.example) discord.gg/x",
    "\u202e txet desrever \u202c **bold** `code` # title",
    "🦵" * 60,
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_deceives_and_pings_nobody(gym, ann, coach, look, text):
    await coach.slash("config post add", kind="text", time="14:00", text=text)
    listed = await coach.slash("config post list")
    shown = await coach.slash("config show")
    offered = await coach.complete("config post edit", option="entry")
    await gym.wait(hours=2)

    arrived = ann.sees(gym.sandbox.general)[-1].text
    assert not any(gym.sandbox.pings)
    for told in (listed.text, shown.text, arrived):
        assert "@everyone" not in told
        assert "[https://gym.example]" not in told.replace(r"\[", "")  # no link that deceives
        assert "\u202e" not in told
    assert len(offered) == 1


async def test_text_of_4000_characters_is_refused_and_1000_arrive(gym, ann, coach, look):
    refused = await coach.slash(
        "config post add", unchecked=True, kind="text", time="14:00", text="x" * 4000
    )
    none = await look()
    await coach.slash("config post add", kind="text", time="14:00", text="*" * 1000)
    await gym.wait(hours=2)

    assert refusal(refused) == "text_too_long"
    assert none == ()
    assert "*" * 1000 in ann.sees(gym.sandbox.general)[-1].text


REFUSED = [
    ({"kind": "hydrate", "time": "25:61"}, "clock_not_understood"),
    ({"kind": "hydrate", "time": "\u202e7pm@everyone"}, "clock_not_understood"),
    ({"kind": "hydrate", "time": "12:00", "days": "feb 30"}, "days_not_understood"),
    ({"kind": "hydrate", "time": "12:00", "days": "none"}, "days_not_understood"),
    ({"kind": "hydrate", "time": "23:00"}, "post_in_quiet_hours"),
    ({"kind": "hydrate", "time": "7:59"}, "post_in_quiet_hours"),
    ({"kind": "text", "time": "12:00"}, "text_missing"),
    ({"kind": "text", "time": "12:00", "text": "\u200b\u202e "}, "text_missing"),
    ({"kind": "hydrate", "time": "12:00", "text": "hi"}, "text_not_used"),
    ({"kind": "first_timer", "time": "12:00"}, "not_a_choice"),
    ({"kind": "lottery", "time": "12:00"}, "not_a_choice"),
]


async def test_bad_input_is_refused_for_its_reason(gym, coach, look, subtests):
    for options, key in REFUSED:
        with subtests.test(options=options, key=key):
            shown = await coach.slash("config post add", unchecked=True, **options)

            assert shown.ephemeral
            assert refusal(shown) == key
            assert await look() == ()
            assert not any(gym.sandbox.pings)


async def test_time_in_quiet_hours_is_refused_with_these_and_the_command_for_them(coach):
    shown = await coach.slash("config post add", kind="hydrate", time="23:00")

    assert "22:00 to 08:00" in shown.text
    assert "`/config quiet-hours`" in shown.text


async def test_post_without_a_zone_says_how_to_set_it(gym, coach, ready, look):
    await gym.store.guilds.reset(ready.guild_id)

    no_zone = await coach.slash("config post add", kind="hydrate", time="12:00")
    await stored.save_server(
        gym.store, GuildSettings(guild_id=ready.guild_id, zone="UTC"), now=gym.clock.now()
    )
    no_channel = await coach.slash("config post add", kind="hydrate", time="12:00")

    assert refusal(no_zone) == "server_zone_missing"
    assert refusal(no_channel) == "post_needs_channel"
    assert await look() == ()


async def test_channel_where_the_bot_may_not_write_is_refused(gym, coach, look, other_channel):
    gym.sandbox.deny(other_channel, "view_channel", "send_messages")

    shown = await coach.slash(
        "config post add", kind="hydrate", time="12:00", channel=other_channel
    )

    assert refusal(shown) == "bot_lacks_rights"
    assert await look() == ()


async def test_voice_channel_is_refused(gym, coach, look):
    voice = gym.sandbox.world.add_channel(gym.sandbox.guild, "talk", 2)

    shown = await coach.slash("config post add", kind="hydrate", time="12:00", channel=voice)

    assert refusal(shown) == "channel_takes_no_posts"
    assert await look() == ()


async def test_role_the_bot_may_not_mention_is_refused_until_it_may(gym, coach, look):
    secret = gym.sandbox.world.add_role(gym.sandbox.guild, "Secret *team*")
    channel = gym.sandbox.general
    gym.sandbox.deny(channel, "mention_everyone")
    post = {"kind": "hydrate", "time": "14:00", "role": secret, "channel": channel}

    refused = await coach.slash("config post add", **post)
    none = await look()
    gym.sandbox.allow(channel, "mention_everyone")
    await coach.slash("config post add", **post)
    await gym.wait(hours=2)

    assert refusal(refused) == "role_not_mentionable"
    assert none == ()
    assert [ping.roles for ping in gym.sandbox.pings if ping] == [(int(secret["id"]),)]


async def test_everyone_is_never_pinged(gym, coach, look):
    everyone = gym.sandbox.guild.roles[gym.sandbox.guild.id]

    shown = await coach.slash("config post add", kind="hydrate", time="14:00", role=everyone)

    assert refusal(shown) == "everyone_is_not_pinged"
    assert await look() == ()


async def test_server_has_room_for_so_many_posts(gym, coach, ready, look, due, snapshot):
    for number in range(MAX_POSTS):
        post = Post(
            post_id=number + 1,
            guild_id=ready.guild_id,
            channel_id=int(gym.sandbox.general["id"]),
            kind=Kind.TEXT,
            text="_" * 1000,
            at=time(12, number),
            zone="Europe/Berlin",
            days=frozenset(range(6)),
            broken="no_permission" if number % 2 else None,
        )
        await stored.add_post(gym.store, post, [])

    refused = await coach.slash("config post add", kind="hydrate", time="14:00")
    listed = await coach.slash("config post list")
    await coach.slash("config setup")
    await coach.click("config.zone")
    moved = await coach.fill(zone="New York")
    shown = await coach.slash("config show")
    offered = await coach.complete("config post edit", option="entry", text="12:1")

    assert refusal(refused) == "posts_full"
    assert len(await look()) == MAX_POSTS
    assert listed.text == snapshot
    assert moved.text == snapshot
    assert shown.text == snapshot
    assert len(offered) == 10


async def test_edit_changes_what_is_said_and_keeps_the_rest(
    gym, coach, look, due, other_channel, snapshot
):
    await coach.slash("config post add", kind="text", time="18:30", days="mon", text="Legs!")
    (before,) = await look()

    entry = (await coach.complete("config post edit", option="entry", text="legs"))[0]["value"]
    shown = await coach.slash(
        "config post edit", entry=entry, time="19:00", days="daily", channel=other_channel
    )

    (after,) = await look()
    assert shown.text == snapshot
    assert (after.post_id, after.at, after.text) == (before.post_id, time(19), "Legs!")
    assert after.channel_id == int(other_channel["id"])
    assert await due() == ["2026-03-02T18:00:00+00:00"]


REFUSED_EDITS = [
    ({}, "nothing_to_change"),
    ({"time": "25:61"}, "clock_not_understood"),
    ({"time": "3am"}, "post_in_quiet_hours"),
    ({"kind": "text"}, "text_missing"),
    ({"kind": "sleep", "days": "x"}, "days_not_understood"),
]


async def test_edit_that_does_not_work_changes_nothing(coach, look, due, subtests):
    await coach.slash("config post add", kind="hydrate", time="18:30")
    before = (await look(), await due())

    for options, key in REFUSED_EDITS:
        with subtests.test(options=options, key=key):
            shown = await coach.slash(
                "config post edit", entry=str(before[0][0].post_id), unchecked=True, **options
            )

            assert refusal(shown) == key
            assert (await look(), await due()) == before


async def test_ping_is_taken_out_by_a_button(gym, coach, crew, look, snapshot):
    await coach.slash("config post add", kind="hydrate", time="14:00", role=crew)

    shown = await coach.click("post.unping")
    await gym.wait(hours=2)

    assert shown.text == snapshot
    assert (await look())[0].role_id is None
    assert not any(gym.sandbox.pings)


async def test_paused_post_is_not_sent_until_resumed(gym, coach, look, due, snapshot):
    await coach.slash("config post add", kind="hydrate", time="14:00")
    entry = str((await look())[0].post_id)

    paused = await coach.slash("config post pause", entry=entry)
    nothing_due = await due()
    await gym.wait(hours=2)
    sent = gym.sandbox.sent("POST", MESSAGES)
    again = await coach.slash("config post pause", entry=entry)
    resumed = await coach.slash("config post resume", entry=entry)

    assert paused.text == again.text
    assert paused.text == snapshot
    assert (nothing_due, sent) == ([], [])
    assert resumed.text == snapshot
    assert await due() == ["2026-03-03T13:00:00+00:00"]


async def test_pause_pressed_twice_at_once_pauses_after_a_restart_too(
    gym, coach, look, due, snapshot
):
    added = await coach.slash("config post add", kind="hydrate", time="14:00")
    await gym.restart()

    await asyncio.gather(coach.click("post.pause", on=added), coach.click("post.pause", on=added))
    paused = [post.paused for post in await look()]
    shown = await coach.click("post.resume")

    assert paused == [True]
    assert shown.text == snapshot
    assert await due() == ["2026-03-02T13:00:00+00:00"]


async def test_removed_post_is_gone_and_its_old_buttons_say_so(gym, coach, look, due, snapshot):
    added = await coach.slash("config post add", kind="hydrate", time="14:00")

    removed = await coach.slash("config post remove", entry=str((await look())[0].post_id))
    pressed = await coach.click("post.pause", on=added)
    again = await coach.click("post.remove", on=added)
    await gym.wait(hours=2)

    assert removed.text == snapshot
    assert refusal(pressed) == "post_gone"
    assert refusal(again) == "post_gone"
    assert (await look(), await due()) == ((), [])
    assert gym.sandbox.sent("POST", MESSAGES) == []


async def test_remove_pressed_twice_at_once_removes_once(coach, look):
    added = await coach.slash("config post add", kind="hydrate", time="14:00")

    shown = await asyncio.gather(
        coach.click("post.remove", on=added), coach.click("post.remove", on=added)
    )

    assert {refusal(each) for each in shown} == {None, "post_gone"}
    assert await look() == ()


async def test_list_of_no_posts_says_how_to_plan_one(coach, snapshot):
    shown = await coach.slash("config post list")

    assert shown.text == snapshot


@pytest.fixture
def crowd(gym):
    """Let so many other servers post at 18:00 in Berlin tomorrow."""

    async def crowd(count):
        due = datetime(2026, 3, 3, 17, tzinfo=UTC)

        def steps():
            for number in range(1, count + 1):
                post = Post(
                    post_id=number,
                    guild_id=number,
                    channel_id=number,
                    kind=Kind.HYDRATE,
                    at=time(18),
                    zone="Europe/Berlin",
                )
                first = NewOccurrence(
                    of=number,
                    nominal_date=due.date(),
                    nominal_time=post.at,
                    due_at=due,
                    stale_at=due + timedelta(minutes=30),
                )
                yield from add(post, [first], gym.clock.now())

        await gym.store.database.transact(steps)

    return crowd


async def test_post_at_a_busy_minute_makes_room_unless_told_otherwise(
    gym, coach, crowd, due, snapshot
):
    await crowd(1_001)

    shown = await coach.slash("config post add", kind="hydrate", time="18:00", days="tue")
    spread = await due(timedelta(days=2))
    punctual = await coach.click("post.spread")

    assert shown.text == snapshot
    assert spread[0] > "2026-03-03T17:00:00+00:00"
    assert spread[0] < "2026-03-03T17:04:00+00:00"
    assert punctual.text == snapshot
    assert await due(timedelta(days=2)) == ["2026-03-03T17:00:00+00:00"]
    assert "Make room" in punctual.enabled


async def test_post_at_a_minute_with_few_others_is_on_the_minute(gym, coach, crowd, due):
    await crowd(999)

    shown = await coach.slash("config post add", kind="hydrate", time="18:00", days="tue")

    assert await due(timedelta(days=2)) == ["2026-03-03T17:00:00+00:00"]
    assert enabled(shown) == ["post.pause", "post.remove"]


async def test_post_told_to_be_on_a_full_minute_says_how_late_it_may_be(
    gym, coach, crowd, snapshot
):
    await crowd(WORTH_TELLING)
    await coach.slash("config post add", kind="hydrate", time="18:00", days="tue")

    shown = await coach.click("post.spread")
    spread = await coach.click("post.spread")

    assert shown.text == snapshot
    assert spread.text == snapshot


@pytest.fixture
async def waiting(gym, ann, coach):
    """A post that was due at 14:00 and waits for Discord; it is 14:05."""
    ann.say("Who trains today?")
    added = await coach.slash("config post add", kind="text", time="14:00", text="Legs!")
    assert added.buttons
    gym.sandbox.faults.fail("POST", "/channels/*/messages", status=503, times=None)
    await gym.wait(hours=1, minutes=5)
    return (await coach.complete("config post edit", option="entry", text=""))[0]["value"]


@pytest.mark.parametrize(
    ("command", "options", "says"),
    [
        ("edit", {"text": "Legs, with a mat!"}, "Legs, with a mat!"),
        ("edit", {"days": "weekdays"}, "Legs!"),
        ("edit", {"kind": "hydrate"}, "### Water"),
        ("quiet-hours", {"start": "23:00", "end": "7:00"}, "Legs!"),
    ],
)
async def test_post_that_waits_for_discord_comes_whatever_its_admin_changes_meanwhile(
    gym, coach, waiting, command, options, says
):
    if command == "edit":
        await coach.slash("config post edit", entry=waiting, **options)
    else:
        await coach.slash(f"config {command}", **options)
    gym.sandbox.faults.clear()
    await gym.wait(minutes=20)

    (seen,) = [seen for seen in coach.sees(gym.sandbox.general) if seen.text.count("Late:")]
    assert says in seen.text


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("post edit", {"time": "15:00"}),
        ("quiet-hours", {"start": "13:30", "end": "15:00"}),
    ],
)
async def test_post_that_waits_for_discord_and_is_moved_comes_then_and_once(
    gym, ann, coach, waiting, command, options
):
    entry = {"entry": waiting} if command == "post edit" else {}
    await coach.slash(f"config {command}", **entry, **options)
    gym.sandbox.faults.clear()
    await gym.wait(minutes=54)
    early = [seen for seen in ann.sees(gym.sandbox.general) if seen.buttons]
    await gym.wait(minutes=20)

    assert early == []
    assert len([seen for seen in ann.sees(gym.sandbox.general) if seen.buttons]) == 1


async def test_post_paused_while_it_waits_for_discord_is_counted_as_not_sent(
    gym, ann, coach, waiting
):
    await coach.slash("config post pause", entry=waiting)
    gym.sandbox.faults.clear()
    await gym.wait(minutes=20)

    _, ended = await gym.store.reminders.of_posts(gym.sandbox.guild.id, gym.clock.now())
    assert [(one.state, one.reason, one.times) for one in ended] == [("skipped", "off", 1)]
    assert [seen for seen in ann.sees(gym.sandbox.general) if seen.buttons] == []
