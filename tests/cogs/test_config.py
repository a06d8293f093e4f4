"""Setting a server up: what its admins see in the panel, in `/config show`, and after a reset."""

import asyncio
from datetime import time, timedelta

import pytest

from bot.domain.facts.settings import GuildSettings, QuietHours
from bot.sandbox import ClientRefusal, SeenForm
from bot.store.servers.servers import Servers
from bot.texts.servers import posts
from tests import stored
from tests.controls import buttons
from tests.refusals import refusal

DAY = timedelta(hours=24)
CHANNELS = "config.channel"


@pytest.fixture
def look(gym):
    """Return the server as it is kept."""

    async def look():
        return await Servers(gym.store.database).look(gym.sandbox.guild.id)

    return look


@pytest.fixture
async def ready(gym):
    """A server with its channel and zone set, and no quiet hours."""
    settings = GuildSettings(
        guild_id=gym.sandbox.guild.id,
        channel_id=int(gym.sandbox.general["id"]),
        zone="Europe/Berlin",
        quiet=QuietHours(start=time(0), end=time(0)),
    )
    await stored.save_server(gym.store, settings, now=gym.clock.now())
    return settings


async def test_panel_sets_a_server_up_in_one_message(gym, coach, look, snapshot):
    panel = await coach.slash("config setup")
    after_channel = await coach.select(CHANNELS, gym.sandbox.general)
    await coach.click("config.zone")
    after_zone = await coach.fill(zone="Berlin")

    assert panel.ephemeral
    assert panel.text == snapshot
    assert after_channel.text == snapshot
    assert after_zone.text == snapshot
    assert panel.id == after_channel.id == after_zone.id
    assert (await look()).settings == GuildSettings(
        guild_id=gym.sandbox.guild.id,
        channel_id=int(gym.sandbox.general["id"]),
        zone="Europe/Berlin",
    )


async def test_post_refused_for_want_of_a_zone_opens_the_panel_in_one_press(coach, snapshot):
    refused = await coach.slash("config post add", kind="hydrate", time="18:30")

    panel = await coach.click("config.panel", on=refused)

    assert refusal(refused) == "server_zone_missing"
    assert panel.text == snapshot
    assert "config.zone" in buttons(panel)


async def test_show_leads_to_the_panel(coach, ready):
    shown = await coach.slash("config show")

    panel = await coach.click("config.panel", on=shown)

    assert {"config.zone", "config.quiet"} <= set(buttons(panel))


async def test_panel_says_new_quiet_hours_once(coach, ready, snapshot):
    await coach.slash("config setup")
    await coach.click("config.quiet")

    panel = await coach.fill(start="21:00", end="9")

    assert panel.text == snapshot


async def test_reset_of_a_server_without_posts_speaks_of_none(coach, snapshot):
    asked = await coach.slash("config reset")

    assert asked.text == snapshot


async def test_zone_told_as_a_clock_time_is_chosen_from_a_list(coach, look, snapshot):
    panel = await coach.slash("config setup")
    await coach.click("config.zone")
    asked = await coach.fill(zone="it is 13:00 here")

    chosen = await coach.select("config.zone_picked", "Europe/Berlin")

    assert asked.text == snapshot
    assert chosen.id == asked.id == panel.id
    assert (await look()).settings.zone == "Europe/Berlin"


async def test_zone_list_has_a_way_back_to_the_panel(coach, look, snapshot):
    await coach.slash("config setup")
    await coach.click("config.zone")
    await coach.fill(zone="+01:00")

    back = await coach.click("config.panel")

    assert back.text == snapshot
    assert (await look()).settings.zone is None


async def test_zone_that_is_no_place_is_asked_for_again(coach, look):
    await coach.slash("config setup")
    await coach.click("config.zone")

    shown = await coach.fill(zone="qqqqqq zzzz")

    assert refusal(shown) == "zone_not_understood"
    assert (await look()).settings.zone is None


async def test_toggles_say_their_state_in_words(coach, look, snapshot):
    await coach.slash("config setup")

    off = await coach.click("config.posts:off")
    no_reminders = await coach.click("config.reminders:off")
    on = await coach.click("config.posts:on")

    assert off.text == snapshot
    assert no_reminders.text == snapshot
    assert on.text == snapshot
    settings = (await look()).settings
    assert (settings.posts_on, settings.channel_reminders_on) == (True, False)


async def test_toggle_pressed_twice_at_once_switches_once(coach, look):
    panel = await coach.slash("config setup")

    await asyncio.gather(
        coach.click("config.posts:off", on=panel),
        coach.click("config.posts:off", on=panel),
    )

    assert not (await look()).settings.posts_on


async def test_two_toggles_at_once_both_count(coach, look):
    panel = await coach.slash("config setup")

    await asyncio.gather(
        coach.click("config.posts:off", on=panel),
        coach.click("config.reminders:off", on=panel),
    )

    settings = (await look()).settings
    assert (settings.posts_on, settings.channel_reminders_on) == (False, False)


async def test_panel_works_after_a_restart(gym, coach, look, snapshot):
    await coach.slash("config setup")
    await gym.restart()

    shown = await coach.click("config.posts:off")

    assert shown.text == snapshot


@pytest.mark.parametrize(
    ("denied", "named"),
    [(["view_channel"], "View Channel"), (["send_messages"], "**Send Messages**")],
)
async def test_channel_without_a_needed_right_is_refused_with_its_name(
    gym, coach, look, other_channel, denied, named
):
    gym.sandbox.deny(other_channel, *denied)
    await coach.slash("config setup")

    shown = await coach.select(CHANNELS, other_channel)

    assert "**not set**" in shown.text
    assert named in shown.text
    assert "**Permissions**" in shown.text
    assert (await look()).settings.channel_id is None


@pytest.mark.parametrize("elsewhere", [False, True])
async def test_panel_opened_anew_names_a_right_that_is_gone_as_show_does(
    gym, coach, ready, other_channel, elsewhere
):
    gym.sandbox.deny(gym.sandbox.general, "send_messages")
    coach = coach.at(other_channel) if elsewhere else coach

    shown = await coach.slash("config show")
    panel = await coach.slash("config setup")
    toggled = await coach.click("config.posts:off")
    gym.sandbox.allow(gym.sandbox.general, "send_messages")
    granted = await coach.slash("config setup")

    told = next(line for line in shown.text.splitlines() if "I lack" in line)
    assert [told in one.text for one in (panel, toggled, granted)] == [True, True, False]
    assert ["Ready" in one.text for one in (panel, toggled, granted)] == [False, False, True]


async def test_panel_opened_anew_knows_of_a_deleted_channel(gym, coach, ready, other_channel):
    gym.sandbox.world.delete_channel(gym.sandbox.general)

    panel = await coach.at(other_channel).slash("config setup")

    assert "is deleted" in panel.text
    assert "Ready" not in panel.text


async def test_channel_is_taken_once_the_right_is_granted(gym, coach, look, other_channel):
    gym.sandbox.deny(other_channel, "send_messages")
    await coach.slash("config setup")
    await coach.select(CHANNELS, other_channel)
    gym.sandbox.allow(other_channel, "send_messages")

    await coach.select(CHANNELS, other_channel)

    assert (await look()).settings.channel_id == int(other_channel["id"])


async def test_quiet_hours_are_set_by_command_and_by_the_panel(coach, look, snapshot):
    shown = await coach.slash("config quiet-hours", start="11pm", end="6:30")
    by_command = (await look()).settings.quiet
    await coach.slash("config setup")
    form = await coach.click("config.quiet")
    assert isinstance(form, SeenForm)
    filled = (form.value("start"), form.value("end"))
    panel = await coach.fill(start="22:15", end="7")

    assert shown.text == snapshot
    assert by_command == QuietHours(start=time(23), end=time(6, 30))
    assert filled == ("23:00", "06:30")
    assert panel.text == snapshot
    assert (await look()).settings.quiet == QuietHours(start=time(22, 15), end=time(7))


async def test_quiet_hours_of_most_of_the_day_say_when_posts_come(coach):
    by_day = await coach.slash("config quiet-hours", start="07:00", end="22:00")
    by_night = await coach.slash("config quiet-hours", start="20:00", end="10:00")

    assert ["from 22:00 to 07:00" in one.text for one in (by_day, by_night)] == [True, False]
    assert "most of the day" not in by_night.text


async def test_quiet_hours_with_equal_ends_are_none(coach, snapshot):
    shown = await coach.slash("config quiet-hours", start="8:00", end="8:00")

    assert shown.text == snapshot


NO_TIMES = ["25:61", "soonish", "\u202e22:00 @everyone", "-1"]


async def test_quiet_hours_that_are_no_time_are_refused(gym, coach, look, subtests):
    before = await look()

    for nonsense in NO_TIMES:
        with subtests.test(nonsense=nonsense):
            shown = await coach.slash("config quiet-hours", start=nonsense, end="8:00")

            assert refusal(shown) == "clock_not_understood"
            assert await look() == before
            assert not any(gym.sandbox.pings)


async def test_quiet_hours_move_the_posts_that_lie_in_them_and_back(gym, coach, ready, snapshot):
    await coach.slash("config post add", kind="sleep", time="21:30")

    moved = await coach.slash("config quiet-hours", start="21:00", end="9:00")
    due, _ = await gym.store.reminders.of_posts(ready.guild_id, gym.clock.now() + DAY)
    await coach.slash("config quiet-hours", start="23:00", end="9:00")
    due_again, _ = await gym.store.reminders.of_posts(ready.guild_id, gym.clock.now() + DAY)

    assert moved.text == snapshot
    assert [each.due_at.isoformat() for each in due] == ["2026-03-03T08:00:00+00:00"]
    assert [each.due_at.isoformat() for each in due_again] == ["2026-03-02T20:30:00+00:00"]


async def test_zone_change_moves_every_post_and_says_so(gym, coach, ready, look, snapshot):
    await coach.slash("config post add", kind="sleep", time="21:30")
    await coach.slash("config setup")
    await coach.click("config.zone")

    shown = await coach.fill(zone="New York")

    assert shown.text == snapshot
    assert [post.zone for post in (await look()).posts] == ["America/New_York"]
    due, _ = await gym.store.reminders.of_posts(ready.guild_id, gym.clock.now() + DAY)
    assert [each.due_at.isoformat() for each in due] == ["2026-03-03T02:30:00+00:00"]


async def test_zone_change_never_sends_a_day_again(gym, coach, ready):
    await coach.slash("config post add", kind="warm_up", time="14:00")
    await gym.wait(hours=2)
    await coach.slash("config setup")
    await coach.click("config.zone")

    shown = await coach.fill(zone="New York")

    assert len(gym.sandbox.sent("POST", "/channels/{channel_id}/messages")) == 1
    due, _ = await gym.store.reminders.of_posts(ready.guild_id, gym.clock.now() + 2 * DAY)
    assert [each.due_at.isoformat() for each in due] == ["2026-03-03T19:00:00+00:00"]
    assert f"<t:{int(due[0].due_at.timestamp())}:R>" in shown.text


async def test_show_has_settings_and_what_is_due_in_24_hours(gym, coach, ready, snapshot):
    await coach.slash("config post add", kind="warm_up", time="18:30", days="mon,tue")
    await coach.slash("config post add", kind="sleep", time="21:00", days="fri")

    shown = await coach.slash("config show")

    assert shown.ephemeral
    assert shown.text == snapshot
    assert "<t:1772472600:F>" in shown.text
    assert shown.text.count("- <t:") == 1
    assert "⚠️" not in shown.text


async def test_show_names_what_would_break_each_post(gym, coach, ready, other_channel):
    crew = next(r for r in gym.sandbox.guild.roles.values() if r["name"] == "Gym crew")
    doomed = gym.sandbox.world.add_channel(gym.sandbox.guild, "doomed")
    await coach.slash("config post add", kind="sleep", time="20:00", channel=other_channel)
    await coach.slash("config post add", kind="sleep", time="20:01", channel=doomed)
    await coach.slash("config post add", kind="sleep", time="20:02", role=crew)
    gym.sandbox.deny(other_channel, "send_messages")
    gym.sandbox.world.delete_channel(doomed)
    gym.sandbox.world.update_role(gym.sandbox.guild, crew, mentionable=False)
    gym.sandbox.deny(gym.sandbox.general, "mention_everyone")

    shown = await coach.slash("config show")

    first, second, third = shown.text.split("- <t:")[1:]
    assert "I lack **Send Messages** there" in first
    assert "**Permissions**" in first
    assert "The channel is deleted" in second
    assert "All Roles" in third


async def test_show_tells_why_a_post_was_stopped_and_resume_starts_it(
    gym, coach, ready, look, snapshot
):
    await coach.slash("config post add", kind="hydrate", time="14:00")
    gym.sandbox.deny(gym.sandbox.general, "send_messages")
    await gym.wait(hours=2)
    post_id = (await look()).posts[0].post_id

    shown = await coach.slash("config show")
    gym.sandbox.allow(gym.sandbox.general, "send_messages")
    resumed = await coach.slash("config post resume", entry=str(post_id))
    due, _ = await gym.store.reminders.of_posts(ready.guild_id, gym.clock.now() + DAY)

    assert shown.text == snapshot
    assert resumed.text == snapshot
    assert [each.due_at.isoformat() for each in due] == ["2026-03-03T13:00:00+00:00"]


async def test_show_starts_all_that_was_stopped_again_in_one_press(gym, coach, ready, look):
    for clock in ("14:00", "15:00"):
        await coach.slash("config post add", kind="hydrate", time=clock)
    gym.sandbox.deny(gym.sandbox.general, "send_messages")
    await gym.wait(hours=2)
    shown = await coach.slash("config show")
    panel = await coach.slash("config setup")
    gym.sandbox.allow(gym.sandbox.general, "send_messages")

    await coach.click("notice.again", on=shown)

    server = await look()
    assert shown.text.count("Mend that") == 1
    assert shown.text.count("Right-click") == 1
    assert "notice.again" in buttons(panel)
    assert [post.broken for post in server.posts] == [None, None]
    assert server.settings.channel_broken is None


async def test_show_starts_a_stopped_post_again_in_one_press(
    gym, coach, ready, look, other_channel, snapshot
):
    await coach.slash("config post add", kind="hydrate", time="14:00", channel=other_channel)
    gym.sandbox.deny(other_channel, "send_messages")
    await gym.wait(hours=2)
    shown = await coach.slash("config show")
    gym.sandbox.allow(other_channel, "send_messages")

    resumed = await coach.click("post.resume", on=shown)

    assert resumed.text == snapshot
    assert [post.broken for post in (await look()).posts] == [None]


async def test_show_tells_when_quiet_hours_move_a_post(coach, ready, snapshot):
    await coach.slash("config post add", kind="hydrate", time="21:30")
    await coach.slash("config quiet-hours", start="21:00", end="9:00")

    shown = await coach.slash("config show")

    assert shown.text == snapshot


async def test_show_counts_what_became_of_the_last_days_posts(gym, coach, ready):
    await coach.slash("config post add", kind="hydrate", time="14:00")
    await gym.wait(days=1, hours=2)
    await gym.stop()
    await gym.wait(days=3)
    await gym.start()
    for _ in range(300):  # a bot that has just started has to catch up
        await gym.wait(seconds=1)
        shown = await coach.slash("config show")
        if "skipped" in shown.text:
            break

    assert "The last seven days" in shown.text
    assert "2 sent" in shown.text
    assert "3 skipped: its time had passed before I could send it" in shown.text


async def test_show_names_what_would_break_a_post_of_another_day(gym, coach, ready, snapshot):
    doomed = gym.sandbox.world.add_channel(gym.sandbox.guild, "doomed")
    await coach.slash("config post add", kind="sleep", time="20:00", days="sun", channel=doomed)
    await coach.slash("config post add", kind="sleep", time="20:30", days="sun")
    gym.sandbox.world.delete_channel(doomed)

    shown = await coach.slash("config show")

    assert shown.text == snapshot
    _, later = shown.text.split("Later posts")
    assert "The channel is deleted" in later
    assert "20:30" not in later


async def test_zone_that_was_removed_is_named_and_mended_by_another(
    gym, coach, ready, look, snapshot
):
    await coach.slash("config post add", kind="hydrate", time="14:00")
    await gym.store.database.execute("UPDATE guilds SET zone = 'Mars/Olympus'")
    await gym.store.database.execute("UPDATE posts SET zone = 'Mars/Olympus'")

    shown = await coach.slash("config show")
    panel = await coach.slash("config setup")
    await coach.click("config.zone")
    await coach.fill(zone="Berlin")

    assert shown.text == snapshot
    assert panel.text == snapshot
    assert [post.zone for post in (await look()).posts] == ["Europe/Berlin"]


async def test_show_answers_when_discord_does_not_tell_the_rights(gym, coach, ready, snapshot):
    gym.sandbox.faults.fail("GET", "/guilds/*", status=404)

    shown = await coach.slash("config show")

    assert shown.text == snapshot


async def test_posts_switched_off_are_not_sent_and_show_says_so(gym, coach, ready, snapshot):
    await coach.slash("config post add", kind="hydrate", time="14:00")
    await coach.slash("config setup")
    await coach.click("config.posts:off")

    shown = await coach.slash("config show")
    await gym.wait(hours=2)

    assert shown.text == snapshot
    assert gym.sandbox.sent("POST", "/channels/{channel_id}/messages") == []


async def test_reset_asks_first_and_deletes_the_servers_side_only(
    gym, coach, ann, ready, look, snapshot
):
    await ann.slash("legday log", effort=5)
    await ann.click("keep.only")
    await coach.slash("config post add", kind="hydrate", time="14:00")

    asked = await coach.slash("config reset")
    posts_before = len((await look()).posts)
    done = await coach.click("config.reset")
    again = await coach.press_custom_id("config.reset", on=done)  # under way as it was done

    assert asked.text == snapshot
    assert posts_before == 1
    assert done.text == snapshot
    assert again.text == snapshot
    server = await look()
    assert (server.settings, server.posts) == (GuildSettings(guild_id=ready.guild_id), ())
    assert (await gym.store.members.history(ann.id, limit=5)).total == 1
    due, _ = await gym.store.reminders.of_posts(ready.guild_id, gym.clock.now() + DAY)
    assert due == ()


async def test_reset_can_be_let_be(coach, ready, look, snapshot):
    await coach.slash("config reset")

    shown = await coach.click("config.keep")

    assert shown.text == snapshot
    assert (await look()).settings == ready


async def test_config_is_not_offered_in_a_dm_and_refuses_there(coach):
    with pytest.raises(ClientRefusal):
        await coach.dm_slash("config setup")

    shown = await coach.dm_slash("config setup", unchecked=True)

    assert refusal(shown) == "servers_only"


async def test_post_that_waited_for_the_set_up_is_added_once_that_has_what_it_needs(
    gym, coach, look
):
    refused = await coach.slash("config post add", kind="hydrate", time="18:30")
    await coach.click("config.panel", on=refused)
    await coach.click("config.zone")
    await coach.fill(zone="Berlin")
    before = (await look()).posts

    panel = await coach.select(CHANNELS, gym.sandbox.general)
    added = await gym.until_shown(coach, posts.NEW)

    assert before == ()
    assert [each.at for each in (await look()).posts] == [time(18, 30)]
    assert added.id != panel.id


async def test_all_that_waited_is_added_and_the_panel_knows_of_it(gym, coach, look):
    for at in ("18:30", "25:30", "7:00", "19:00"):  # no time of day, and one in quiet hours
        await coach.slash("config post add", kind="hydrate", time=at)
    panel = await coach.slash("config setup")
    await coach.select(CHANNELS, gym.sandbox.general, on=panel)
    await coach.click("config.zone", on=panel)
    await coach.fill(zone="Berlin")
    await gym.bot.tree.router.finish(10)

    assert [each.at for each in (await look()).posts] == [time(18, 30), time(19)]
    refusals = {refusal(shown) for shown in coach.sees()}
    assert {"clock_not_understood", "post_in_quiet_hours"} <= refusals
    assert "config.send" in buttons(coach.see(panel))  # one of the posts, to look at
    assert "config.usual" not in buttons(coach.see(panel))


async def test_post_in_a_channel_of_its_own_waits_for_the_zone_alone(gym, coach, look):
    await coach.slash("config post add", kind="hydrate", time="18:30", channel=gym.sandbox.general)
    await coach.slash("config setup")
    await coach.click("config.zone")
    await coach.fill(zone="Berlin")
    await gym.until_shown(coach, posts.NEW)

    assert len((await look()).posts) == 1


async def test_post_that_waited_is_refused_for_its_own_reasons(gym, coach, look):
    refused = await coach.slash("config post add", kind="hydrate", time="25:30")
    await coach.click("config.panel", on=refused)
    await coach.select(CHANNELS, gym.sandbox.general)
    await coach.click("config.zone")
    await coach.fill(zone="Berlin")
    await gym.until_refused(coach, "clock_not_understood")

    assert (await look()).posts == ()


async def test_post_waits_for_a_quarter_of_an_hour_at_most(gym, coach, look):
    refused = await coach.slash("config post add", kind="hydrate", time="18:30")
    panel = await coach.click("config.panel", on=refused)
    await gym.wait(minutes=16)
    await coach.select(CHANNELS, gym.sandbox.general, on=panel)
    await coach.click("config.zone", on=panel)
    await coach.fill(zone="Berlin")
    await gym.bot.tree.router.finish(10)

    assert (await look()).settings.zone == "Europe/Berlin"
    assert (await look()).posts == ()
    assert [shown for shown in coach.sees() if refusal(shown)] == []


async def test_post_that_waits_is_of_one_server(gym, coach, look):
    elsewhere = gym.sandbox.world.add_guild("Elsewhere")
    head = gym.sandbox.world.add_role(elsewhere, "Head", ("manage_guild",))
    there = gym.sandbox.person("coach", guild=elsewhere, roles=[head])
    channel = gym.sandbox.world.add_channel(elsewhere, "general")
    there = there.at(channel)
    await coach.slash("config post add", kind="hydrate", time="18:30")
    panel = await there.slash("config setup")
    await there.select(CHANNELS, channel, on=panel)
    await there.click("config.zone", on=panel)
    await there.fill(zone="Berlin")
    await gym.bot.tree.router.finish(10)

    server = await Servers(gym.store.database).look(elsewhere.id)
    assert (server.settings.zone, server.posts) == ("Europe/Berlin", ())


async def test_post_that_waited_is_added_once_where_two_presses_go_on_with_it(gym, coach, look):
    refused = await coach.slash("config post add", kind="hydrate", time="18:30")
    panel = await coach.click("config.panel", on=refused)
    await coach.click("config.zone", on=panel)
    await coach.fill(zone="Berlin")
    other = gym.sandbox.world.add_channel(gym.sandbox.guild, "other")

    await asyncio.gather(
        coach.select(CHANNELS, gym.sandbox.general, on=panel),
        coach.select(CHANNELS, other, on=panel),
    )
    await gym.until_shown(coach, posts.NEW)
    await gym.bot.tree.router.finish(10)

    assert len((await look()).posts) == 1
    assert len([shown for shown in coach.sees() if posts.NEW in shown.text]) == 1
    assert [refusal(shown) for shown in coach.sees() if refusal(shown)] == []


async def test_post_that_waited_is_refused_once_where_a_right_is_missing(gym, coach):
    secret = gym.sandbox.world.add_role(gym.sandbox.guild, "Secret team")
    gym.sandbox.deny(gym.sandbox.general, "mention_everyone")
    await coach.slash("config post add", kind="hydrate", time="18:30", role=secret)
    panel = await coach.slash("config setup")
    await coach.select(CHANNELS, gym.sandbox.general, on=panel)
    await gym.until_refused(coach, "role_not_mentionable")

    await coach.click("config.posts:off", on=panel)
    await gym.bot.tree.router.finish(10)

    refusals = [shown for shown in coach.sees() if refusal(shown) == "role_not_mentionable"]
    assert len(refusals) == 1
