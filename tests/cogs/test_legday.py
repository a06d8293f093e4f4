"""Logging a leg day, changing it, taking it back: what a member does, and what they see."""

import asyncio
import re
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.client.pending import MOST_OF_ONE
from bot.domain.facts.training import Focus
from bot.sandbox import NoAnswer, Person
from bot.texts import dms
from tests.cogs.conftest import Gym
from tests.controls import buttons
from tests.refusals import refusal

BERLIN = ZoneInfo("Europe/Berlin")
DAY = timedelta(days=1)
MINE = {"effort": 8, "minutes": 60}


async def sessions(gym, person):
    return (await gym.store.members.history(person.id, limit=50)).entries


async def test_first_log_asks_for_consent_and_its_button_completes_the_entry(gym, ann, snapshot):
    asked = await ann.slash("legday log", **MINE)
    before = await sessions(gym, ann)

    shown = await ann.click("keep.only")

    assert asked.text == snapshot
    assert before == ()
    assert shown.text == snapshot
    assert shown.ephemeral
    assert [(s.effort, s.minutes) for s in await sessions(gym, ann)] == [(8, 60)]


async def test_consent_refused_keeps_nothing(gym, ann, snapshot):
    await ann.slash("legday log", **MINE)

    shown = await ann.click("keep.no")

    assert shown.text == snapshot
    assert await sessions(gym, ann) == ()
    assert not any((await gym.store.members.export(ann.id)).values())


async def test_entry_waiting_for_consent_is_let_go_after_15_minutes(gym, ann):
    await ann.slash("legday log", **MINE)
    await gym.wait(minutes=16)

    shown = await ann.click("keep.only")

    assert refusal(shown) == "entry_expired"
    assert await sessions(gym, ann) == ()


async def test_refusal_after_a_restart_says_what_is_true_then_too(gym, ann):
    await ann.slash("legday log", **MINE)
    await gym.restart()

    shown = await ann.click("keep.only")

    assert "restarted" in shown.text
    assert await sessions(gym, ann) == ()


async def test_waiting_entries_of_one_take_nobody_elses_place(gym, ann, bob):
    his = await bob.slash("legday log", **MINE)
    hers = [await ann.slash("legday log", **MINE) for _ in range(MOST_OF_ONE + 2)]

    for shown in (hers[0], hers[1]):
        await ann.click("keep.only", on=shown)
    assert await sessions(gym, ann) == ()
    for shown in (hers[2], his):
        await (bob if shown is his else ann).click("keep.only", on=shown)

    assert len(await sessions(gym, ann)) == 1
    assert len(await sessions(gym, bob)) == 1


async def test_consent_pressed_twice_at_once_saves_once(gym, ann):
    await ann.slash("legday log", **MINE)

    await asyncio.gather(ann.click("keep.only"), ann.click("keep.only"))

    assert len(await sessions(gym, ann)) == 1


async def test_consent_of_somebody_else_cannot_be_pressed(gym, ann, bob):
    asked = await ann.slash("legday log", **MINE)
    token = next(
        item["custom_id"]
        for row in asked.raw["components"][0]["components"]
        for item in row.get("components", [])
        if item.get("custom_id", "").startswith("keep.only")
    )
    mine = await bob.slash("canirun")

    shown = await bob.press_custom_id(token, on=mine)

    assert refusal(shown) == "entry_expired"
    assert await sessions(gym, ann) == () == await sessions(gym, bob)


async def test_closed_dms_are_told_at_once_and_the_entry_is_kept(gym, ann):
    gym.sandbox.close_dms(ann)
    await ann.slash("legday log", **MINE)

    await ann.click("keep.dm")
    await ann.fill(zone="Berlin")

    await gym.until_shown(ann, dms.not_arrived().title)
    assert len(await sessions(gym, ann)) == 1
    assert (await gym.store.members.context(ann.id, None)).dm_closed_at is not None


async def test_log_plans_reminders_that_arrive_in_the_dm_once(gym, ann, snapshot):
    await gym.join(ann)
    before = len(ann.inbox)

    shown = await ann.slash("legday log", **MINE)
    await gym.wait(days=5)

    assert shown.text == snapshot
    titles = [message.text.split("\n")[0] for message in ann.inbox[before:]]
    assert len(titles) == 7
    assert titles.count("### Check-in") == 2
    assert len({message.id for message in ann.inbox}) == len(ann.inbox)


async def test_log_without_options_opens_the_form_and_reads_it(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log")

    shown = await ann.fill(
        effort="7", minutes="55", focus="quads", exercises="squat 5x5 100kg @8", when="2h ago"
    )

    assert shown.text == snapshot
    (session,) = await sessions(gym, ann)
    assert (session.effort, session.minutes, session.focus) == (7, 55, "quads")
    assert (gym.clock.now() - session.ended_at).total_seconds() == 2 * 3600


WRITTEN = [
    ("8/10", "1h15"),
    ("8 out of 10", "75 min"),
    ("8,0", "1,25 h"),
    (" 8 ", "an hour"),
    ("RPE 7-8", "45-50 min"),
    ("7.5", "1:15"),
    ("7.5", "1:02:33"),
    ("", "1 h 15 min"),
]


async def test_form_reads_numbers_as_they_are_written(gym, subtests, snapshot):
    for effort, minutes in WRITTEN:
        with subtests.test(effort=effort, minutes=minutes):
            member = await gym.new_member()
            await member.slash("legday log")

            shown = await member.fill(effort=effort, minutes=minutes)

            assert shown.text == snapshot(name=f"{effort}-{minutes}")


SOMETHING_ELSE = [
    {"effort": "11"},
    {"effort": "7;5"},
    {"effort": "8 of 20"},
    {"minutes": "2:75"},
    {"minutes": "2h ago"},
    {"minutes": "6h"},
]


async def test_form_refuses_numbers_that_say_something_else(gym, ann, subtests, snapshot):
    await gym.join(ann)

    for typed in SOMETHING_ELSE:
        with subtests.test(typed=typed):
            await ann.slash("legday log")

            shown = await ann.fill(**typed)

            assert shown.text == snapshot(name=str(typed))
            assert await sessions(gym, ann) == ()


async def test_form_with_a_mistake_opens_again_with_all_that_was_typed(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log")
    said = await ann.fill(effort="eight", minutes="55", exercises="squat 5x5 100kg")

    await ann.click("log.again")

    assert refusal(said) == "not_a_number"
    assert ann.form.value("minutes") == "55"
    assert ann.form.value("exercises") == "squat 5x5 100kg"
    assert await sessions(gym, ann) == ()


async def test_edit_changes_the_entry_and_its_reminders(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=5, minutes=40)
    await ann.click("log.edit")

    shown = await ann.fill(effort="10", minutes="120", when="3h ago")

    assert shown.text == snapshot
    (session,) = await sessions(gym, ann)
    assert (session.effort, session.minutes) == (10, 120)
    assert (gym.clock.now() - session.ended_at).total_seconds() == 3 * 3600
    before = len(ann.inbox)
    await gym.wait(hours=3)
    assert ann.inbox[before:] == []  # water within 3 h of the end: that window is over now


async def test_edit_with_an_empty_time_keeps_the_time(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", effort=5, when="yesterday 18:30")
    (before,) = await sessions(gym, ann)
    await ann.click("log.edit")

    await ann.fill(effort="6")

    (after,) = await sessions(gym, ann)
    assert (after.effort, after.ended_at) == (6, before.ended_at)


HALVES = {"19:00": "{0:%F} 19:00", "{1:%-d %b}": "{1:%F} 18:30"}


@pytest.mark.parametrize("way", ["button", "command"])
async def test_edit_of_half_the_time_keeps_the_other_half(gym, way, subtests):
    for typed, becomes in HALVES.items():
        with subtests.test(typed=typed):
            member = await gym.new_member()
            await member.slash("legday log", effort=5, when="yesterday 18:30")
            (before,) = await sessions(gym, member)
            ended = before.ended_at.astimezone(BERLIN)
            days = ended, ended - DAY
            if way == "button":
                await member.click("log.edit")
            else:
                await member.slash("legday edit", entry=str(before.session_id))

            await member.fill(when=typed.format(*days))

            (after,) = await sessions(gym, member)
            assert f"{after.ended_at.astimezone(BERLIN):%F %H:%M}" == becomes.format(*days)


async def test_edit_comes_filled_with_the_time_and_sent_as_it_is_changes_nothing(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", effort=5, when="2h ago")
    before = await sessions(gym, ann)
    await ann.click("log.edit")

    filled = ann.form.value("when")
    await ann.fill()

    ended = before[0].ended_at.astimezone(BERLIN)
    assert filled == f"{ended:%-d %b %Y %H:%M}"
    assert await sessions(gym, ann) == before


async def test_details_keep_a_note_that_shows_as_it_was_typed(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", **MINE)
    await ann.click("log.more")

    shown = await ann.fill(note="felt **strong** @everyone", new_exercise="yes")

    (session,) = await sessions(gym, ann)
    assert (session.note, session.new_exercise) == ("felt **strong** @everyone", True)
    assert shown.text == snapshot
    assert gym.sandbox.pings == []


async def test_undo_removes_the_entry_and_its_reminders(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", **MINE)
    before = len(ann.inbox)

    shown = await ann.click("log.undo")
    await gym.wait(days=4)

    assert shown.text == snapshot
    assert await sessions(gym, ann) == ()
    assert ann.inbox[before:] == []


async def test_undo_pressed_twice_says_that_the_entry_is_gone(gym, ann):
    await gym.join(ann)
    shown = await ann.slash("legday log", **MINE)

    first, second = await asyncio.gather(
        ann.click("log.undo", on=shown), ann.click("log.undo", on=shown)
    )

    assert await sessions(gym, ann) == ()
    assert "entry_gone" in map(refusal, [first, second, *ann.sees()])


async def test_buttons_of_a_deleted_entry_explain_themselves(gym, ann):
    await gym.join(ann)
    shown = await ann.slash("legday log", **MINE)
    again = await ann.slash("legday history")
    await ann.click("log.undo", on=shown)

    (gone,) = re.findall(r"log\.undo:(\d+)", str(shown.raw))
    for action in ("edit", "more", "share", "undo"):
        said = await ann.press_custom_id(f"log.{action}:{gone}", on=again)
        assert refusal(said) == "entry_gone"


async def test_entry_of_somebody_else_cannot_be_touched(gym, ann, bob):
    await gym.join(ann)
    await gym.join(bob)
    await ann.slash("legday log", **MINE)
    (session,) = await sessions(gym, ann)

    edited = await bob.slash("legday edit", entry=str(session.session_id))
    undone = await bob.slash("legday undo", entry=str(session.session_id))

    assert refusal(edited) == "entry_gone"
    assert refusal(undone) == "entry_gone"
    assert await sessions(gym, ann) == (session,)


async def test_autocomplete_offers_only_the_askers_entries(gym, ann, bob):
    await gym.join(ann)
    await gym.join(bob)
    await ann.slash("legday log", effort=9)

    hers = await ann.complete("legday edit", option="entry", text="")
    his = await bob.complete("legday edit", option="entry", text="")

    assert len(hers) == 1
    assert his == []


async def test_share_posts_no_numbers_and_pings_nobody(gym, ann, bob):
    await gym.join(ann)
    await ann.slash("legday log", effort=8, minutes=60, soreness=6)

    await ann.click("log.share")

    public = await gym.until_shown(bob, "trained legs.")
    for number in ("8", "60", "6 "):
        assert number not in public.text.replace(str(ann.id), "")
    assert gym.sandbox.pings == []


async def test_share_pressed_twice_at_once_posts_once(gym, ann, bob):
    await gym.join(ann)
    shown = await ann.slash("legday log", **MINE)

    await asyncio.gather(ann.click("log.share", on=shown), ann.click("log.share", on=shown))
    await gym.until_shown(bob, "trained legs")
    await gym.until_refused(ann, "already_shared")

    assert len([message for message in bob.sees() if not message.ephemeral]) == 1


async def test_empty_form_asks_how_hard_it_was_and_keeps_nothing_before(gym, ann):
    await gym.join(ann)
    asked = []
    for _ in range(2):
        await ann.slash("legday log")
        asked.append(await ann.fill(minutes="", focus="quads"))
    before = await sessions(gym, ann)

    logged = await ann.select("log.effort:quads", "8", on=asked[0])
    again = await ann.select("log.effort:quads", "unsaid", on=asked[1])

    assert before == ()
    assert "log.undo" in str(logged.raw)
    assert "keep.both" in str(again.raw)
    assert [(one.effort, one.focus) for one in await sessions(gym, ann)] == [(8, Focus.QUADS)]


async def test_empty_form_of_a_newcomer_asks_for_consent_after_the_effort(gym, ann):
    await ann.slash("legday log")
    asked = await ann.fill(minutes="")

    panel = await ann.select("log.effort:legs", "unsaid", on=asked)
    await ann.click("keep.only", on=panel)

    assert [one.effort for one in await sessions(gym, ann)] == [None]


async def log_eight(gym: Gym, person: Person) -> None:
    """Log a leg day for each of the last eight days; what they bring has gone out."""
    await gym.join(person)
    for days in range(1, 9):
        await person.slash("legday log", effort=days, when=f"{days} days ago")
    await gym.wait(seconds=10)  # a clock that stands still would hold the end of the bot up


async def test_history_pages_from_the_newest_to_the_oldest(gym, ann, snapshot):
    await log_eight(gym, ann)
    first = await ann.slash("legday history")

    second = await ann.click("log.at:1", on=first)
    greyed = set(second.buttons) - set(second.enabled)
    back = await ann.click("log.at:0", on=second)

    assert first.text == snapshot
    assert "effort 8 of 10" not in first.text
    assert second.text == snapshot
    assert greyed == {"Older"}
    assert back.text == first.text


async def test_page_asked_for_by_an_older_message_comes_with_its_number(gym, ann):
    await log_eight(gym, ann)
    first = await ann.slash("legday history")
    last = (await sessions(gym, ann))[4]
    cursor = f"log.page:{int(last.ended_at.timestamp())}:{last.session_id}"

    old = await ann.press_custom_id(cursor, on=first)
    newest = await ann.press_custom_id("log.page", on=first)

    assert old.text == (await ann.press_custom_id("log.at:1", on=first)).text
    assert old.text == (await ann.press_custom_id("log.at:99", on=first)).text
    assert newest.text == first.text


async def test_entry_of_a_page_is_edited_from_its_menu(gym, ann, bob):
    await log_eight(gym, ann)
    older = await ann.click("log.at:1", on=await ann.slash("legday history"))
    (menu,) = older.selects
    wanted = (await sessions(gym, ann))[6]

    await ann.select("log.pick", str(wanted.session_id), on=older)
    await ann.fill(effort="2")

    assert len(menu["options"]) == 3
    assert [one.effort for one in await sessions(gym, ann)] == [1, 2, 3, 4, 5, 6, 2, 8]
    shown = await bob.slash("legday history")
    stolen = await bob.press_custom_id(
        "log.pick", on=shown, component_type=3, values=(str(wanted.session_id),)
    )
    assert refusal(stolen) == "entry_gone"


@pytest.mark.parametrize("sign", ["joint_pain", "dark_urine"])
async def test_log_says_why_no_reminder_comes_while_a_sign_stands(gym, ann, sign, snapshot):
    await gym.join(ann)
    listed = await ann.click("run.wrong", on=await ann.slash("canirun", soreness=3))
    await ann.select("run.symptoms", sign, on=listed)

    shown = await ann.slash("legday log", **MINE)

    assert shown.text == snapshot


@pytest.mark.parametrize("effort", [9, 10])
async def test_hardest_sessions_are_called_what_they_were(gym, ann, effort, snapshot):
    await gym.join(ann)

    shown = await ann.slash("legday log", effort=effort, minutes=60)

    assert shown.text == snapshot


async def test_history_shows_loads_in_the_members_unit(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("profile")
    await ann.select("profile.choose:units", "lb_mi")
    await ann.slash("legday log", effort=7, exercises="squat 5x5 225")

    shown = await ann.slash("legday history")

    assert shown.text == snapshot


async def test_first_entry_asks_how_used_to_legs_somebody_is(gym, ann, snapshot):
    await ann.slash("legday log", **MINE)
    await ann.click("keep.dm")
    shown = await ann.fill(zone="Berlin")

    after = await ann.select("log.newness", "first_ever", on=shown)

    (session,) = await sessions(gym, ann)
    assert session.newness == "first_ever"
    assert after.text == snapshot


async def test_commands_work_in_the_bots_dm(gym, ann, snapshot):
    await gym.join(ann)

    shown = await ann.dm_slash("legday log", effort=6)
    answered = await ann.dm_slash("canirun")

    assert shown.text == snapshot
    assert "log.share" not in buttons(shown)
    assert "run.wrong" in buttons(answered)
    assert "run.share" not in buttons(answered)


async def test_flood_of_entries_is_refused_with_a_way_out(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", effort=5)
    for _ in range(11):
        await ann.slash("legday log", effort=5)
        await ann.click("keep.both")

    shown = await ann.slash("legday log", effort=5)

    assert refusal(shown) == "too_many_sessions"
    assert len(await sessions(gym, ann)) == 12


BAD: list[dict[str, Any]] = [
    {"effort": 11},
    {"effort": 0},
    {"minutes": 4},
    {"minutes": -60},
    {"effort": 5, "soreness": 11},
    {"focus": "arms"},
    {"effort": 5, "note": "x" * 4000},
    {"effort": 5, "when": "in 2 hours"},
    {"effort": 5, "when": "60 days ago"},
    {"effort": 5, "when": "🦵🦵🦵"},
]


async def test_bad_values_are_refused_kindly_and_nothing_is_kept(gym, ann, subtests, snapshot):
    await gym.join(ann)

    for options in BAD:
        with subtests.test(options=options):
            shown = await ann.slash("legday log", unchecked=True, **options)

            assert not isinstance(shown, NoAnswer)
            assert shown.text == snapshot(name=str(options))
            assert shown.ephemeral
            assert await sessions(gym, ann) == ()


HOSTILE = [
    "@everyone @here <@&1> <@1>",
    "[free gains](https://evil.example/x)",
    "\u202ereversed\u202c \u0000\u0007 control",
    "שלום עולם مرحبا",
    "🦵" * 200,
    "`" * 300 + "||" * 50,
    "# huge\n> quote\n-# small\n" * 10,
    "{0.__class__} %s %(x)s {} {member}",
]


async def test_hostile_text_pings_nobody_and_breaks_nothing(gym, subtests, snapshot):
    for number, text in enumerate(HOSTILE):
        with subtests.test(text=text):
            member = await gym.new_member()

            shown = await member.slash(
                "legday log", unchecked=True, effort=5, exercises=text, note=text[:400]
            )
            history = await member.slash("legday history")

            assert shown.text == snapshot(name=str(number))
            assert not isinstance(history, NoAnswer)
            assert "](https" not in history.text
            assert gym.sandbox.pings == []


async def test_buttons_work_after_a_restart(gym, ann, snapshot):
    await gym.join(ann)
    shown = await ann.slash("legday log", **MINE)

    await gym.restart()
    undone = await ann.click("log.undo", on=shown)

    assert undone.text == snapshot


async def test_open_form_works_after_a_restart(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log")

    await gym.restart()
    shown = await ann.fill(effort="6", minutes="45")

    assert shown.text == snapshot


async def test_nonsense_for_an_entry_says_how_to_choose_one(ann):
    for command in ("legday edit", "legday undo", "run edit", "run undo"):
        said = await ann.slash(command, entry="*squats* yesterday")

        assert refusal(said) == "entry_not_chosen"


async def test_very_sore_legs_are_asked_about_danger_signs_when_they_are_logged(gym, ann, snapshot):
    await gym.join(ann)

    shown = await ann.slash("legday log", effort=9, soreness=8)
    listed = await ann.click("run.wrong", on=shown)

    assert shown.text == snapshot
    assert listed.text == snapshot
    assert "Urine" not in (await ann.slash("legday log", effort=9, soreness=6)).text
