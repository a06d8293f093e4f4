"""A member's own reminders: what is planned, when and where each comes, pause, resume, stop."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.facts.kinds import PLAN_KINDS
from bot.domain.facts.member import Member
from bot.domain.facts.occurrences import ReminderRow
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import GuildSettings, Kind, Preference, ReminderSettings, Where
from bot.texts import dms
from bot.texts.reminders.overview import Overview, overview
from tests import stored
from tests.controls import buttons, enabled
from tests.refusals import refusal

LEGS = {"effort": 8, "minutes": 60}


async def settings(gym, person):
    return (await gym.store.members.context(person.id, None)).reminders


async def open_rows(gym, person):
    rows = await gym.store.reminders.upcoming(person.id)
    return [row for row in rows if row.state == "open"]


async def shown_with(gym, person, words):
    """Look again each second, for a few minutes: a bot that has just started has to catch up."""
    for _ in range(300):
        shown = await person.slash("reminders show")
        if words in shown.text:
            break
        await gym.wait(seconds=1)
    return shown


async def allow_channel(gym, **changes):
    here = GuildSettings(
        guild_id=gym.sandbox.guild.id,
        channel_id=int(gym.sandbox.general["id"]),
        zone="Europe/Berlin",
    )
    await stored.save_server(gym.store, replace(here, **changes), now=gym.clock.now())


async def test_show_lists_what_is_planned_and_what_became_of_the_last(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    planned = await ann.slash("reminders show")
    await gym.wait(hours=2)
    await ann.click("rem.done", on=ann.inbox[-1])

    later = await ann.slash("reminders show")

    assert planned.ephemeral
    assert planned.text == snapshot
    for row in await gym.store.reminders.upcoming(ann.id):
        assert f"<t:{int(row.due_at.timestamp())}:f>" in planned.text
    assert later.text == snapshot
    assert enabled(planned) == ["own.pause", "own.stop"]


async def test_what_is_due_this_very_moment_is_named_and_comes(gym, ann, snapshot):
    await gym.join(ann)

    told = await ann.slash("legday log", **LEGS, when="1h ago")  # an hour after leg day: water
    await gym.wait(minutes=1)

    assert told.text == snapshot
    assert ann.inbox[-1].text == snapshot


async def test_show_says_how_late_and_why_not(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    await gym.stop()
    await gym.wait(hours=1, minutes=20)
    await gym.start()
    late = await shown_with(gym, ann, "late")
    await gym.stop()
    await gym.wait(hours=10)
    await gym.start()
    skipped = await shown_with(gym, ann, "skipped")

    assert late.text == snapshot
    assert skipped.text == snapshot


async def test_show_without_anything_kept_says_off_and_keeps_nothing(gym, bob, snapshot):
    shown = await bob.slash("reminders show")
    refused = await bob.click("own.resume")

    assert shown.text == snapshot
    assert refusal(refused) == "nothing_to_remind"
    assert not any((await gym.store.members.export(bob.id)).values())


async def test_closed_dms_are_told_privately_with_the_way_to_open_them(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    gym.sandbox.close_dms(ann)
    await gym.wait(hours=2)

    shown = await ann.slash("reminders show")

    assert shown.ephemeral
    assert shown.text == snapshot
    assert "own.again" in buttons(shown)


async def test_set_moves_the_planned_reminder_and_echoes_it(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)

    shown = await ann.slash("reminders set", kind="foam_roll", time="8.30 pm", days="weekdays")

    assert shown.text == snapshot
    preference = (await settings(gym, ann)).preference(Kind.FOAM_ROLL)
    assert (f"{preference.at:%H:%M}", preference.days) == ("20:30", frozenset(range(5)))
    rolls = [row for row in await open_rows(gym, ann) if row.kind is Kind.FOAM_ROLL]
    assert [f"{row.due_at:%a %H:%M}" for row in rolls] == ["Tue 19:30"]  # UTC; Berlin is ahead
    again = await ann.slash("reminders set", kind="foam_roll", time="any", days="every day")
    assert again.text == snapshot


async def test_kind_turned_off_does_not_come_and_comes_back(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    await ann.slash("reminders set", kind="hydrate", where="off")
    off = [row.kind for row in await open_rows(gym, ann)]

    shown = await ann.slash("reminders set", kind="hydrate", where="dm")

    assert off
    assert Kind.HYDRATE not in off
    assert Kind.HYDRATE in [row.kind for row in await open_rows(gym, ann)]
    assert shown.text == snapshot


async def test_all_kinds_are_set_at_once_and_muted_ones_stay_muted_by_time(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders set", kind="foam_roll", where="off")

    await ann.slash("reminders set", time="19:00", days="mon-fri")

    chosen = (await settings(gym, ann)).preferences
    assert set(chosen) == set(PLAN_KINDS)
    assert {f"{one.at:%H:%M}" for one in chosen.values()} == {"19:00"}
    assert [k for k, one in chosen.items() if one.where is Where.OFF] == [Kind.FOAM_ROLL]


async def test_server_channel_says_what_shows_and_delivers_without_body_data(
    gym, ann, bob, snapshot
):
    await gym.join_by_hand(ann)
    await allow_channel(gym)

    shown = await ann.slash("reminders set", kind="hydrate", where="channel")
    await ann.slash("legday log", effort=9, minutes=77, soreness=7)
    await gym.wait(hours=2)

    assert shown.text == snapshot
    (public,) = [message for message in bob.sees() if not message.ephemeral]
    assert ann.mention in public.text
    assert "sore" not in public.text.casefold()
    assert ann.inbox[-1].text == snapshot


@pytest.mark.parametrize(
    "changes",
    [
        {"channel_id": None},
        {"channel_reminders_on": False},
    ],
)
async def test_channel_is_refused_where_the_server_has_none(gym, ann, changes, snapshot):
    await gym.join(ann, every_kind=False)
    await allow_channel(gym, **changes)

    shown = await ann.slash("reminders set", where="channel")
    in_dm = await ann.dm_slash("reminders set", where="channel")

    assert shown.text == snapshot
    assert refusal(in_dm) == "channel_needs_server"
    assert (await settings(gym, ann)).preferences == {}


async def test_pause_holds_everything_back_and_ends_by_itself(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    before = len(ann.inbox)

    shown = await ann.slash("reminders pause", until="2 hours")
    await gym.wait(hours=3)
    during = len(ann.inbox)
    await gym.wait(hours=6)

    assert shown.text == snapshot
    assert enabled(shown) == ["own.resume", "own.stop"]
    assert during == before
    assert [message.text.split("\n")[0] for message in ann.inbox[before:]] == ["### Sleep"]


async def test_pause_by_button_is_open_ended_until_resume(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    before = len(ann.inbox)
    await ann.slash("reminders show")
    paused = await ann.click("own.pause")
    await gym.wait(hours=2)

    resumed = await ann.click("own.resume", on=paused)

    assert paused.text == snapshot
    assert resumed.text == snapshot
    assert ann.inbox[before:] == []
    assert Kind.SLEEP in [row.kind for row in await open_rows(gym, ann)]


async def test_zone_agreed_to_in_a_server_holds_in_the_dm_too(gym, ann, snapshot):
    await allow_channel(gym)
    await ann.slash("legday log", **LEGS)
    await ann.click("keep.dm")
    before = len(await open_rows(gym, ann))

    await ann.dm_slash("reminders pause", until="1 hour")
    shown = await ann.dm_slash("reminders resume")

    assert before > 0
    assert len(await open_rows(gym, ann)) == before
    assert shown.text == snapshot


async def test_stop_ends_all_at_once_and_resume_brings_them_back(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    before = len(ann.inbox)

    stopped = await ann.slash("reminders stop")
    left = await open_rows(gym, ann)
    await gym.wait(hours=2)
    silent = ann.inbox[before:]
    resumed = await ann.click("own.resume", on=stopped)
    await gym.wait(seconds=1)

    assert stopped.text == snapshot
    assert left == []
    assert silent == []
    assert resumed.text == snapshot
    assert ann.inbox[before].text == snapshot
    assert Kind.SLEEP in [row.kind for row in await open_rows(gym, ann)]


async def dms_closed(gym, person):
    return (await gym.store.members.context(person.id, None)).dm_closed_at is not None


async def test_resume_with_closed_dms_says_so_and_sends_nothing(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    await ann.slash("reminders stop")
    gym.sandbox.close_dms(ann)

    await ann.slash("reminders resume")
    told = await gym.until_shown(ann, dms.not_arrived().title)
    closed = await dms_closed(gym, ann)
    planned = await open_rows(gym, ann)

    assert told.ephemeral
    assert told.text == snapshot
    assert closed
    assert planned == []
    gym.sandbox.open_dms(ann)
    await ann.click("own.again", on=told)
    await gym.until_shown(ann, "I try your DMs again")
    assert not await dms_closed(gym, ann)
    assert Kind.SLEEP in [row.kind for row in await open_rows(gym, ann)]


async def test_resume_with_closed_dms_keeps_what_goes_to_a_channel(gym, ann):
    await gym.join(ann)
    await allow_channel(gym)
    await ann.slash("reminders set", kind="hydrate", where="channel")
    await ann.slash("legday log", **LEGS)
    await ann.slash("reminders stop")
    gym.sandbox.close_dms(ann)

    await ann.slash("reminders resume")
    await gym.until_shown(ann, dms.not_arrived().title)

    assert {row.kind for row in await open_rows(gym, ann)} == {Kind.HYDRATE}


async def test_set_to_dm_sends_one_first_and_says_when_they_are_closed(gym, ann):
    await gym.join(ann)
    await allow_channel(gym)
    await ann.slash("reminders set", where="channel")
    gym.sandbox.close_dms(ann)

    await ann.slash("reminders set", kind="sleep", where="dm")
    await gym.until_shown(ann, dms.not_arrived().title)

    assert await dms_closed(gym, ann)


async def test_refusal_that_says_nothing_of_dms_closes_none(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    await ann.slash("reminders stop")
    refusal = gym.sandbox.faults.fail("POST", "/channels/*/messages", status=403, code=0)

    await ann.slash("reminders resume")
    await gym.wait(seconds=1)

    assert refusal.hits == 1
    assert not await dms_closed(gym, ann)
    assert Kind.SLEEP in [row.kind for row in await open_rows(gym, ann)]


async def test_set_where_dms_come_already_sends_none_to_see(gym, ann):
    await gym.join(ann)
    before = len(ann.inbox)

    await ann.slash("reminders set", kind="sleep", where="dm")
    await ann.slash("reminders resume")
    await gym.wait(seconds=1)

    assert len(ann.inbox) == before


async def test_set_without_consent_asks_first_and_its_button_completes_it(gym, bob, snapshot):
    asked = await bob.slash("reminders set", kind="sleep", time="21:30")
    before = await settings(gym, bob)

    shown = await bob.click("keep.only")

    assert asked.text == snapshot
    assert before.preferences == {}
    assert shown.text == snapshot
    assert set((await settings(gym, bob)).preferences) == {Kind.SLEEP}


OUTSIDE = "reminder_time_outside_window"
BAD = [
    ("set", {}, "nothing_to_set"),
    ("set", {"kind": "warm_up", "where": "dm"}, "not_a_choice"),
    ("set", {"kind": "{0}", "where": "dm"}, "not_a_choice"),
    ("set", {"where": "everywhere"}, "not_a_choice"),
    ("set", {"kind": "foam_roll", "time": "3 am"}, OUTSIDE),
    ("set", {"time": "25:99 @everyone"}, "clock_not_understood"),
    ("set", {"days": "blursday [x](https://evil.example)"}, "days_not_understood"),
    ("set", {"days": "🦵" * 1000}, "days_not_understood"),
    ("pause", {"until": "yesterday"}, "pause_already_past"),
    ("pause", {"until": "now"}, "pause_already_past"),
    ("pause", {"until": "3000 days"}, "pause_too_long"),
    ("pause", {"until": "\u202ewhenever @here"}, "until_not_understood"),
]


async def test_nonsense_is_refused_kindly_and_changes_nothing(gym, ann):
    await gym.join(ann)
    before = await settings(gym, ann)

    for command, options, key in BAD:
        shown = await ann.slash(f"reminders {command}", unchecked=True, **options)

        assert refusal(shown) == key, (command, options)
        assert ("17:00 and 21:00" in shown.text) == (key == OUTSIDE)
        assert "](https" not in shown.text
        assert shown.ephemeral

    assert await settings(gym, ann) == before
    assert gym.sandbox.pings == []


async def test_buttons_act_on_the_one_who_presses(gym, ann, bob):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    planned = await open_rows(gym, ann)
    his = await bob.slash("reminders show")

    await bob.press_custom_id("own.stop", on=his)
    paused = await bob.press_custom_id("own.pause", on=his)

    assert await open_rows(gym, ann) == planned
    assert (await settings(gym, ann)).on
    assert refusal(paused) == "nothing_to_pause"


async def test_buttons_work_after_a_restart_and_twice_at_once(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    shown = await ann.slash("reminders show")

    await gym.restart()
    await asyncio.gather(ann.click("own.pause", on=shown), ann.click("own.stop", on=shown))

    assert not (await settings(gym, ann)).on
    assert await open_rows(gym, ann) == []


def test_overview_of_many_reminders_fits_a_message():
    at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    worst = ReminderRow(
        reminder_id=1,
        kind=Kind.FIRST_TIMER,
        where=Where.CHANNEL,
        state=State.OPEN,
        due_at=at,
        done_at=at,
        snoozed=True,
    )
    past = replace(worst, state=State.GIVEN_UP, reason="channel_off")
    preference = Preference(at=time(19), days=frozenset({0, 2, 4, 5}))
    reminders = ReminderSettings(on=True, preferences=dict.fromkeys(PLAN_KINDS, preference))
    member = Member(member_id=1, reminders=reminders, dm_closed_at=at)

    card = overview(Overview(member=member, rows=[worst, past] * 99, now=at))

    assert len("\n".join((card.title, *card.body, card.small or ""))) < 3_900
    assert "and 92 more" in card.body[2]


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("reminders set", {"kind": "sleep", "time": "21:30"}),
        ("run log", {"minutes": 20}),
        ("canirun", {"soreness": 3}),
    ],
)
async def test_reminder_that_waits_for_discord_outlasts_what_its_member_says_meanwhile(
    gym, ann, command, options
):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    due = min(row.due_at for row in await open_rows(gym, ann))
    before = len(ann.inbox)
    gym.sandbox.faults.fail("POST", "/channels/*/messages", status=503, times=None)
    await gym.clock.advance(due - gym.clock.now() + timedelta(minutes=3))
    assert len(ann.inbox) == before

    await ann.slash(command, **options)
    gym.sandbox.faults.clear()
    await gym.wait(minutes=10)

    assert [message.text.split("\n")[0] for message in ann.inbox[before:]] == ["### Water"]


async def test_leg_day_logged_in_a_pause_names_the_pause_as_the_reason(gym, ann):
    await gym.join(ann)
    await ann.slash("reminders pause", until="8 days")

    shown = await ann.slash("legday log", effort=8, minutes=60)

    ends = int((await gym.store.members.context(ann.id, None)).reminders.paused_until.timestamp())
    assert f"<t:{ends}" in shown.text
