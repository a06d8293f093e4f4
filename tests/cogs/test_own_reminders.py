"""A member's own recurring reminders: added, listed, moved, held and removed, as they see it."""

from datetime import time

import pytest

from bot.domain.facts.reminders import State
from bot.domain.facts.settings import MAX_RULES, GuildSettings, Kind, Where
from bot.texts import dms
from tests import stored
from tests.refusals import refusal

WATER = {"kind": "hydrate", "time": "18:00"}


@pytest.fixture
async def here(gym):
    """Let the server have a channel for reminders."""
    settings = GuildSettings(
        guild_id=gym.sandbox.guild.id, channel_id=int(gym.sandbox.general["id"])
    )
    await stored.save_server(gym.store, settings, now=gym.clock.now())
    return settings


async def rules_of(gym, person):
    return (await gym.store.members.context(person.id, None)).rules


async def to_come(gym, person):
    rows = await gym.store.reminders.upcoming(person.id)
    return [f"{row.due_at:%d %H:%M}" for row in rows if row.rule_id and row.state is State.OPEN]


async def test_add_echoes_what_was_understood_and_it_comes(gym, ann, snapshot):
    await gym.join(ann)
    before = len(ann.inbox)

    shown = await ann.slash("reminders add", days="mon wed fri", **WATER)
    await gym.wait(days=7)

    assert shown.ephemeral
    assert shown.text == snapshot
    sent = [message.raw["timestamp"][:16] for message in ann.inbox[before:]]
    assert sent == ["2026-03-02T17:00", "2026-03-04T17:00", "2026-03-06T17:00"]
    assert len({message.text for message in ann.inbox[before:]}) == 3


async def test_what_leaves_no_room_for_leg_days_tips_says_so(gym, ann):
    await gym.join(ann)
    tip = await ann.slash("reminders add", **WATER)
    no_tip = await ann.slash("reminders add", kind="leg_day", time="18:00")
    await ann.slash("reminders stop")
    stopped = await ann.slash("reminders add", kind="walk", time="12:00")

    assert ["make room" in one.text for one in (tip, no_tip, stopped)] == [True, False, False]


async def test_add_until_a_day_comes_up_to_it(gym, ann, snapshot):
    await gym.join(ann)
    before = len(ann.inbox)

    shown = await ann.slash("reminders add", until="wednesday", **WATER)
    await gym.wait(days=6)
    listed = await ann.slash("reminders show")

    assert shown.text == snapshot
    assert len(ann.inbox) - before == 3
    assert listed.text == snapshot


async def test_add_without_consent_asks_first_and_save_only_keeps_it_and_tries_a_dm(
    gym, bob, snapshot
):
    asked = await bob.slash("reminders add", **WATER)
    told = "I need your time zone" in asked.text
    await bob.click("keep.locate")
    await bob.fill(zone="Europe/Berlin")
    shown = await bob.click("keep.only")
    await gym.wait(days=1)

    assert told
    assert shown.text == snapshot
    assert [message.text.split("\n")[0] for message in bob.inbox] == [
        "### Your reminders will come here",
        "### Water",
    ]


async def test_add_with_closed_dms_says_so_and_waits_until_they_are_open(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("reminders stop")
    gym.sandbox.close_dms(ann)
    before = len(ann.inbox)

    await ann.slash("reminders add", **WATER)
    told = await gym.until_shown(ann, dms.not_arrived().title)
    held = await to_come(gym, ann)
    gym.sandbox.open_dms(ann)
    await ann.click("own.again", on=told)
    again = await to_come(gym, ann)
    await gym.wait(hours=6)

    assert told.text == snapshot
    assert held == []
    assert again == ["02 17:00"]
    assert [message.text.split("\n")[0] for message in ann.inbox[before:]] == [
        "### Your reminders will come here",
        "### Water",
    ]


async def test_add_in_quiet_hours_says_when_it_comes(gym, ann, snapshot):
    await gym.join(ann)

    late = await ann.slash("reminders add", kind="stretch", time="23:00")
    night = await ann.slash("reminders add", kind="sleep", time="22:30")

    assert late.text == snapshot
    assert night.text == snapshot
    assert await to_come(gym, ann) == ["02 20:45", "03 07:00"]


async def test_add_to_the_channel_shows_a_name_and_nothing_of_the_body(
    gym, ann, bob, here, snapshot
):
    await gym.join(ann)

    shown = await ann.slash("reminders add", kind="leg_day", time="18:00", where="channel")
    await gym.wait(hours=6)

    assert shown.text == snapshot
    (public,) = [message for message in bob.sees() if not message.ephemeral]
    assert ann.mention in public.text
    assert "leg" not in public.text.casefold()


async def test_list_to_choose_from_writes_a_last_day_as_people_do(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders add", **WATER, until="5 april")

    (offered,) = await ann.complete("reminders remove", option="entry")

    assert offered["name"].endswith("until 5 Apr 2026")


async def test_remove_by_entry_and_by_menu_takes_what_was_to_come(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("reminders add", **WATER)
    await ann.slash("reminders add", kind="walk", time="12:30", days="weekends")
    listed = await ann.slash("reminders show")
    water = (await rules_of(gym, ann))[1]

    offered = await ann.complete("reminders remove", option="entry", text="walk")
    removed = await ann.slash("reminders remove", entry=offered[0]["value"])
    await ann.select("own.remove", str(water.rule_id), on=listed)

    assert [choice["name"] for choice in offered] == ["12:30 · weekends · Walk"]
    assert removed.text == snapshot
    assert await rules_of(gym, ann) == ()
    assert await to_come(gym, ann) == []


async def test_remove_button_of_the_confirmation_works_after_a_restart(gym, ann, snapshot):
    await gym.join(ann)
    shown = await ann.slash("reminders add", **WATER)

    await gym.restart()
    removed = await ann.click("own.remove", on=shown)

    assert removed.text == snapshot
    assert await rules_of(gym, ann) == ()


async def test_others_reminders_cannot_be_removed_or_seen(gym, ann, bob):
    await gym.join(ann)
    await gym.join(bob)
    await ann.slash("reminders add", **WATER)
    (theirs,) = await rules_of(gym, ann)

    offered = await bob.complete("reminders remove", option="entry")
    refused = [
        await bob.slash("reminders remove", entry=entry, unchecked=True)
        for entry in (str(theirs.rule_id), "walk", "9" * 30, "१")
    ]

    assert offered == []
    keys = ["rule_gone", *["entry_not_chosen"] * 3]
    assert [refusal(shown) for shown in refused] == keys
    assert await rules_of(gym, ann) == (theirs,)


BAD = [
    ({"kind": "hydrate", "time": "25:61"}, "clock_not_understood"),
    ({"kind": "hydrate", "time": "18:00", "days": "every 30 Feb"}, "days_not_understood"),
    ({"kind": "hydrate", "time": "18:00", "days": "feb 30"}, "days_not_understood"),
    ({"kind": "hydrate", "time": "18:00", "days": ", and"}, "days_not_understood"),
    ({"kind": "hydrate", "time": "18:00", "until": "yesterday"}, "rule_until_past"),
    ({"kind": "hydrate", "time": "18:00", "until": "30 feb"}, "rule_until_not_understood"),
    ({"kind": "hydrate", "time": "18:00", "until": "3000 days"}, "rule_until_too_far"),
    ({"kind": "hydrate", "time": "8:00", "until": "today"}, "rule_never_comes"),
    ({"kind": "first_timer", "time": "18:00"}, "not_a_choice"),
    ({"kind": "text", "time": "18:00"}, "not_a_choice"),
    ({"kind": "{0}", "time": "18:00"}, "not_a_choice"),
    ({"kind": "hydrate", "time": "18:00", "where": "off"}, "not_a_choice"),
    ({"kind": "hydrate", "time": "18:00", "where": "channel"}, "channel_not_set"),
    ({"kind": "hydrate", "time": "🕕 @everyone"}, "clock_not_understood"),
]


async def test_bad_input_is_told_clearly_and_saves_nothing(gym, ann):
    await gym.join(ann)

    for options, key in BAD:
        shown = await ann.slash("reminders add", unchecked=True, **options)

        assert refusal(shown) == key, options
        assert shown.ephemeral

    assert await rules_of(gym, ann) == ()
    assert await to_come(gym, ann) == []
    assert gym.sandbox.pings == []


async def test_the_same_reminder_twice_is_one(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders add", **WATER)

    again = await ann.slash("reminders add", **WATER)

    assert refusal(again) == "rule_exists"
    assert len(await rules_of(gym, ann)) == 1


async def test_500_reminders_of_one_member_end_at_the_quota(gym, ann, snapshot):
    await gym.join(ann)
    clocks = [f"{hour:02}:{minute:02}" for hour in range(9, 21) for minute in range(0, 60, 15)]

    told = [
        (await ann.slash("reminders add", kind="hydrate", time=at)).text
        for at in clocks[: MAX_RULES + 4]
    ]
    shown = await ann.slash("reminders show")

    assert ["Reminder added" in text for text in told] == [True] * MAX_RULES + [False] * 4
    assert f"You have {MAX_RULES} reminders of your own, and more do not fit" in told[-1]
    assert len(await rules_of(gym, ann)) == MAX_RULES
    assert shown.text == snapshot


async def test_moving_to_another_zone_keeps_the_clock_time_and_repeats_no_date(gym, ann):
    await gym.join(ann)
    before = len(ann.inbox)
    await ann.slash("reminders add", **WATER)
    await gym.wait(hours=5, minutes=30)  # 18:30 in Berlin: today's is out
    sent = len(ann.inbox) - before

    await ann.slash("profile")
    await ann.click("profile.zone")
    await ann.fill(zone="New York")
    planned = await to_come(gym, ann)
    await gym.wait(hours=12)

    assert sent == 1
    assert planned == ["03 23:00"]
    assert len(ann.inbox) - before == 1


async def test_quiet_hours_changed_move_what_is_planned(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders add", **WATER)

    await ann.slash("profile")
    await ann.click("profile.times")
    await ann.fill(quiet_from="17:00", quiet_to="19:30")

    assert await to_come(gym, ann) == ["02 18:30"]


async def test_pause_resume_and_stop_cover_own_reminders(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("reminders add", **WATER)

    await ann.slash("reminders pause", until="3 days")
    paused = await to_come(gym, ann)
    await ann.slash("reminders pause")
    endless = await to_come(gym, ann)
    await ann.slash("reminders resume")
    resumed = await to_come(gym, ann)
    await ann.slash("reminders stop")
    stopped = await to_come(gym, ann)
    listed = await ann.slash("reminders show")
    shown = await ann.slash("reminders resume")

    assert paused == ["05 17:00"]
    assert endless == []
    assert resumed == ["02 17:00"]
    assert stopped == []
    assert listed.text == snapshot
    assert shown.text == snapshot
    assert await to_come(gym, ann) == ["02 17:00"]


async def test_buttons_of_an_own_reminder_work_for_ever(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("reminders add", **WATER)
    await gym.wait(hours=6)
    first = ann.inbox[-1]
    await gym.restart()

    await ann.click("rem.snooze", on=first)
    await ann.click("1 hour")
    snoozed = await ann.slash("reminders show")
    await gym.wait(hours=1, minutes=1)
    again = ann.inbox[-1]
    done = await ann.click("rem.done", on=again)
    await gym.wait(days=1)
    third = ann.inbox[-1]
    await ann.click("rem.stop", on=first)

    assert snoozed.text == snapshot
    assert again.text == snapshot
    assert again.text != first.text
    assert done.text == snapshot
    assert third.text == snapshot
    assert await to_come(gym, ann) == []


async def test_own_reminder_is_snoozed_though_those_of_leg_days_are_off(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders stop")
    await ann.slash("reminders add", **WATER)
    await gym.wait(hours=6)

    await ann.click("rem.snooze", on=ann.inbox[-1])
    await ann.click("1 hour")
    await gym.wait(hours=1, minutes=1)

    assert len([message for message in ann.inbox if "### Water" in message.text]) == 2


async def test_snoozed_reminder_goes_with_its_rule(gym, ann):
    await gym.join(ann)
    shown = await ann.slash("reminders add", **WATER)
    await gym.wait(hours=6)
    first = ann.inbox[-1]
    await ann.click("rem.snooze", on=first)
    await ann.click("1 hour")

    await ann.click("own.remove", on=shown)
    await gym.wait(hours=2)
    await ann.click("rem.snooze", on=first)
    refused = await ann.click("1 hour")

    assert len([message for message in ann.inbox if "### Water" in message.text]) == 1
    assert refusal(refused) == "reminder_gone"


async def test_show_tells_of_retries(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders add", **WATER)
    gym.sandbox.faults.fail("POST", "/channels/*/messages", status=503, times=None)
    await gym.wait(hours=5, minutes=3)

    shown = await ann.slash("reminders show")

    assert "retrying:" in shown.text
    assert "Discord was in trouble (503)" in shown.text
    assert "attempts since <t:" in shown.text


async def test_show_all_pages_through_every_occurrence(gym, ann, snapshot):
    await gym.join(ann)
    for minute in range(0, 60, 15):
        await ann.slash("reminders add", kind="hydrate", time=f"18:{minute:02}")
    await gym.wait(days=6)
    await ann.slash("reminders show")

    first = await ann.click("own.all")
    second = await ann.click("own.all:1", on=first)
    beyond = await ann.press_custom_id("own.all:99999", on=second)

    assert first.text == snapshot
    assert (first.text.count("**Water** · "), second.text.count("**Water** · ")) == (20, 8)
    assert second.text == snapshot
    assert beyond.text == second.text


async def test_zone_that_was_removed_is_told_and_mended_by_another(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("reminders add", **WATER)
    await gym.store.database.execute("UPDATE rules SET zone = 'Mars/Olympus'")
    await gym.store.database.execute("UPDATE members SET zone = 'Mars/Olympus'")
    await gym.wait(hours=30)
    told = [message.text for message in ann.inbox if "last one for now" in message.text]

    refused = await ann.slash("reminders add", kind="walk", time="12:00")
    listed = await ann.slash("reminders show")
    await ann.click("zone", on=refused)
    await ann.fill(zone="Berlin")

    assert len(told) == 1
    assert refusal(refused) == "zone_unknown"
    assert listed.text == snapshot
    assert len(await rules_of(gym, ann)) == 1
    assert await to_come(gym, ann) == ["04 17:00"]


async def test_leaving_the_server_stops_what_came_there_and_says_so(gym, ann, here, snapshot):
    await gym.join(ann)
    await ann.slash("reminders add", where="channel", **WATER)

    await gym.store.guilds.forget(here.guild_id)
    listed = await ann.slash("reminders show")

    assert listed.text == snapshot
    assert await to_come(gym, ann) == []


async def test_export_and_delete_have_own_reminders_too(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders add", **WATER)

    held = await gym.store.members.export(ann.id)
    counts = await gym.store.members.delete(ann.id)

    assert [row["kind"] for row in held["rules"]] == [Kind.HYDRATE]
    assert counts["rules"] == 1


async def test_buttons_of_a_merged_dm_act_on_all_of_it(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("reminders add", kind="hydrate", time="18:00")
    await ann.slash("reminders add", kind="walk", time="18:00")
    await gym.wait(hours=6)
    both = ann.inbox[-1]

    await ann.click("all.snooze", on=both)
    await ann.click("1 hour")
    await gym.wait(hours=1, minutes=1)
    again = ann.inbox[-1]
    await ann.click("all.done", on=again)
    rows = await gym.store.reminders.upcoming(ann.id)
    stopped = await ann.click("all.stop", on=both)

    assert both.text == snapshot
    assert [kind in again.text for kind in ("**Water**", "**Walk**")] == [True, True]
    assert [row.snoozed for row in rows if row.done_at] == [True, True]
    assert stopped.text == snapshot


async def test_bare_hour_of_an_own_reminder_is_read_in_the_half_that_suits_its_kind(gym, ann):
    await gym.join(ann)

    await ann.slash("reminders add", kind="sleep", time="10:30")
    asked = await ann.slash("reminders add", kind="walk", time="7")
    await ann.slash("reminders set", kind="hydrate", time="6:30")

    member = await gym.store.members.context(ann.id, None)
    assert [rule.at for rule in member.rules] == [time(22, 30)]
    assert refusal(asked) == "clock_half_unclear"
    assert member.reminders.preference(Kind.HYDRATE).at == time(18, 30)


async def test_edit_changes_what_is_said_and_nothing_else(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders add", days="mon wed fri", **WATER)
    (offered,) = await ann.complete("reminders edit", option="entry")
    before = len(ann.inbox)

    shown = await ann.slash("reminders edit", entry=offered["value"], time="20:00")
    await gym.wait(days=3)

    assert shown.ephemeral
    (rule,) = await rules_of(gym, ann)
    assert (rule.at, rule.days, rule.kind) == (time(20), frozenset({0, 2, 4}), Kind.HYDRATE)
    sent = [message.raw["timestamp"][:16] for message in ann.inbox[before:]]
    assert sent == ["2026-03-02T19:00", "2026-03-04T19:00"]


async def test_edit_moves_what_comes_from_the_channel_into_dms(gym, ann, here):
    await gym.join(ann)
    await ann.slash("reminders add", where="channel", **WATER)
    (offered,) = await ann.complete("reminders edit", option="entry")
    before = len(ann.inbox)

    await ann.slash("reminders edit", entry=offered["value"], where="dm")
    await gym.wait(days=1)

    (rule,) = await rules_of(gym, ann)
    assert (rule.where, rule.guild_id) == (Where.DM, None)
    assert [message.raw["timestamp"][:16] for message in ann.inbox[before:]] == ["2026-03-02T17:00"]


async def test_edit_reaches_nobody_elses(gym, ann, bob):
    for person in (ann, bob):
        await gym.join(person)
    await ann.slash("reminders add", **WATER)
    (offered,) = await ann.complete("reminders edit", option="entry")
    before = await rules_of(gym, ann)

    assert await bob.complete("reminders edit", option="entry") == []
    for entry in (offered["value"], "1", "x", "9" * 5_000):
        await bob.slash("reminders edit", entry=entry, time="20:00", unchecked=True)

    assert await rules_of(gym, ann) == before
    assert await rules_of(gym, bob) == ()
