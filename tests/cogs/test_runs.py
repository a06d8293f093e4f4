"""Runs: logged in one line or by a form, changed, taken away, and what answers make of them."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.facts.training import RunKind
from tests.refusals import refusal


async def runs(gym, person):
    return (await gym.store.members.context(person.id, None)).runs


@pytest.fixture
async def member(gym, ann):
    """Ann, who has agreed and has reminders."""
    await gym.join(ann)
    return ann


async def test_run_in_one_line_is_kept_and_told_back(gym, member, snapshot):
    shown = await member.slash(
        "run log", kind="tempo", minutes=40, distance="5 mi", effort=7, felt=4, when="2h ago"
    )

    (run,) = await runs(gym, member)
    assert shown.ephemeral
    assert shown.text == snapshot
    assert shown.selects == []
    assert (run.kind, run.minutes, run.distance_km) == (RunKind.TEMPO, 40, 8.047)
    assert (run.effort, run.felt) == (7, 4)
    assert round((gym.clock.now() - run.ended_at).total_seconds() / 60) == 120


async def test_confirmation_asks_how_the_legs_felt_and_takes_the_answer(gym, member, snapshot):
    asked = await member.slash("run log", minutes=30)

    after = await member.select("runs.felt", "2", on=asked)

    (run,) = await runs(gym, member)
    assert asked.id == after.id
    assert after.text == snapshot
    assert after.selects == []
    assert run.felt == 2


async def test_no_options_open_a_form(gym, member, snapshot):
    await member.slash("run log")

    shown = await member.fill(kind="long", minutes="95", distance="", effort="4", when="1h ago")

    (run,) = await runs(gym, member)
    assert shown.text == snapshot
    assert (run.kind, run.minutes, run.effort) == (RunKind.LONG, 95, 4)


async def test_first_entry_asks_for_consent_and_is_completed_by_it(gym, ann, snapshot):
    await ann.slash("run log", minutes=30)
    kept_before = await runs(gym, ann)

    shown = await ann.click("keep.only")

    assert kept_before == ()
    assert shown.text == snapshot
    assert len(await runs(gym, ann)) == 1


NONSENSE: list[dict[str, Any]] = [
    {"minutes": 12, "distance": "5k"},
    {"minutes": 118, "distance": "marathon"},
    {"minutes": 1, "distance": "1 mi"},
    {"minutes": 0},
    {"minutes": -5},
    {"minutes": 20, "effort": 11},
    {"minutes": 20, "felt": 9},
    {"minutes": 20, "kind": "swim"},
    {"distance": "far"},
    {"distance": "5 m"},
    {"distance": "900 km"},
    {"kind": "hike", "descent": "-5 m"},
    {"minutes": 20, "when": "in 3 hours"},
    {"minutes": 20, "when": "60 days ago"},
]


async def test_nonsense_is_refused_kindly_and_not_kept(gym, member, subtests, snapshot):
    for options in NONSENSE:
        with subtests.test(options=options):
            shown = await member.slash("run log", unchecked=True, **options)

            assert shown.text == snapshot(name=str(options))
            assert await runs(gym, member) == ()


DISTANCES = {
    "5k": 5.0,
    "3.1 mi": 4.989,
    "3,1 miles": 4.989,
    "10": 10.0,
    "800 m": 0.8,
    "Half Marathon": 21.098,
    "42.2KM": 42.2,
}


async def test_distance_is_read_as_runners_write_it(gym, subtests):
    for typed, km in DISTANCES.items():
        with subtests.test(typed=typed):
            member = await gym.new_member()
            await member.slash("run log", minutes=300, distance=typed)

            assert [round(run.distance_km, 3) for run in await runs(gym, member)] == [km]


async def test_bare_distance_is_in_the_members_unit(gym, member, snapshot):
    await member.select("profile.choose:units", "lb_mi", on=await member.slash("profile"))

    shown = await member.slash("run log", minutes=30, distance="3")

    assert shown.text == snapshot
    assert [run.distance_km for run in await runs(gym, member)] == [4.828]


async def test_time_said_with_a_distance_is_the_runs_where_no_minutes_are_said(gym, member):
    await member.slash("run log", distance="5k in 25:30")
    await member.slash("run log", distance="10km @ 6:00/km", minutes=55, when="yesterday")
    await member.slash("run log", distance="half marathon in 1:52", when="2 days ago")

    assert [(run.distance_km, run.minutes) for run in await runs(gym, member)] == [
        (5.0, 26),
        (10.0, 55),
        (21.0975, 112),
    ]


async def test_edit_comes_filled_and_keeps_time_and_feeling(gym, member, snapshot):
    await member.slash("run log", minutes=30, distance="5k", felt=5, when="3h ago")
    (before,) = await runs(gym, member)

    await member.click("runs.edit")
    filled = member.form.value("distance")
    shown = await member.fill(minutes="33")

    (after,) = await runs(gym, member)
    assert filled == "5 km"
    assert shown.text == snapshot
    assert (after.minutes, after.felt, after.ended_at) == (33, 5, before.ended_at)


@pytest.mark.parametrize("way", ["button", "command"])
async def test_edit_of_the_clock_keeps_the_date(gym, member, way):
    await member.slash("run log", minutes=30, when="yesterday 18:30")
    (before,) = await runs(gym, member)
    if way == "button":
        await member.click("runs.edit")
    else:
        await member.slash("run edit", entry=str(before.run_id))
    filled = member.form.value("when")

    await member.fill(when="19:00")

    (after,) = await runs(gym, member)
    assert filled.endswith(" 18:30")
    assert after.ended_at - before.ended_at == timedelta(minutes=30)


async def test_form_with_a_mistake_keeps_what_was_typed(gym, member):
    await member.slash("run log")

    shown = await member.fill(minutes="a while", distance="5k")
    await member.click("runs.again", on=shown)

    assert refusal(shown) == "not_minutes"
    assert member.form.value("distance") == "5k"


async def test_undo_takes_it_away_after_a_restart_too(gym, member, snapshot):
    shown = await member.slash("run log", minutes=30)
    await gym.restart()

    gone = await member.click("runs.undo", on=shown)

    assert gone.text == snapshot
    assert await runs(gym, member) == ()


async def test_entries_offered_are_the_askers_own(gym, member, bob):
    await gym.join(bob)
    await bob.slash("run log", kind="race", minutes=50)
    await member.slash("run log", kind="hills", minutes=30)

    offered = await member.complete("run edit", option="entry")

    assert [choice["name"].split(" · ")[1:] for choice in offered] == [["hill run", "30 min"]]


@pytest.mark.parametrize("command", ["run edit", "run undo"])
async def test_somebody_elses_run_is_out_of_reach(gym, member, bob, command):
    await gym.join(bob)
    await bob.slash("run log", minutes=50)
    (theirs,) = await runs(gym, bob)

    shown = await member.slash(command, unchecked=True, entry=str(theirs.run_id))

    assert refusal(shown) == "entry_gone"
    assert await runs(gym, bob) == (theirs,)


async def test_history_pages_through_all_of_them(gym, member, snapshot):
    for day in range(10):
        await member.slash("run log", minutes=30 + day, when=f"{day} days ago")

    first = await member.slash("run history")
    older = await member.click("runs.at:1", on=first)

    assert first.text == snapshot
    assert older.text == snapshot


async def test_twelve_runs_a_day_are_enough(gym, member):
    for n in range(12):
        await member.slash("run log", minutes=10 + n, when=f"{n} min ago")

    shown = await member.slash("run log", minutes=10)

    assert refusal(shown) == "too_many_runs"
    assert len(await runs(gym, member)) == 12


async def test_longest_run_of_the_month_caps_an_easy_run(gym, member, snapshot):
    await member.slash("legday log", effort=5, minutes=45, when="20 hours ago")
    unknown = await member.slash("canirun", run="easy", minutes=30, soreness=2)
    await member.slash("run log", minutes=20, when="6 days ago")

    known = await member.slash("canirun", run="easy", minutes=30, soreness=2)

    assert unknown.text == snapshot
    assert known.text == snapshot


async def test_none_run_for_30_days_is_known_once_runs_were_logged(gym, member, snapshot):
    await member.slash("run log", minutes=60, when="29 days ago")
    before = await member.slash("canirun", run="race", minutes=60, soreness=0)
    await gym.wait(days=2)

    after = await member.slash("canirun", run="race", minutes=60, soreness=0)

    assert before.text == snapshot
    assert after.text == snapshot


async def test_hard_run_today_keeps_tomorrows_intervals_shut(gym, member, snapshot):
    rested = await member.slash("canirun", run="intervals", soreness=1)
    await member.slash("legday log", effort=3, minutes=30, when="9 days ago")
    await member.slash("run log", kind="race", minutes=100, when="1h ago")

    tired = await member.slash("canirun", run="intervals", soreness=1)

    assert tired.text == snapshot
    assert rested.text != tired.text


async def test_export_and_delete_cover_runs(gym, member):
    await member.slash("run log", minutes=30)

    exported = await gym.store.members.export(member.id)
    await gym.store.members.delete(member.id)

    assert [row["minutes"] for row in exported["runs"]] == [30]
    assert not any((await gym.store.members.export(member.id)).values())
