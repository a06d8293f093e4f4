"""Rides, hikes, ski days, matches and classes: logged among the runs, counted as what they are."""

import json
from typing import Any

import pytest

from bot.domain.facts.training import Activity
from bot.domain.recovery.circumstances import EventKind, Matters
from bot.domain.recovery.record import read
from bot.texts.canirun.sports import ASKED
from tests.refusals import refusal

SPORTS = [sport for sport in Activity if sport is not Activity.RUN]


async def logged(gym, person):
    return (await gym.store.members.context(person.id, None)).runs


async def test_sport_is_kept_and_counted_as_itself(gym, subtests):
    for sport in SPORTS:
        with subtests.test(sport=sport):
            member = await gym.new_member()
            await member.slash("legday log", effort=7, minutes=60)
            await member.slash("run log", kind=sport.value, minutes=90, effort=5)

            await member.slash("canirun", soreness=2)

            (kept,) = (await gym.store.members.export(member.id))["answers"]
            question = read(json.dumps(kept["question"]))
            counted = question.recent_runs or ()
            assert [each.activity for each in await logged(gym, member)] == [sport]
            assert [(each.activity, each.walk, each.race) for each in counted] == [
                (sport, False, False)
            ]
            assert question.profile.longest_run is None


async def test_hike_keeps_its_metres_down_through_history_edit_and_export(gym, ann):
    await gym.join(ann)
    shown = await ann.slash("run log", kind="hike", minutes=300, descent="900 m")
    page = await ann.slash("run history")
    await ann.click("runs.edit", on=shown)

    await ann.fill(minutes="310")

    (hike,) = await logged(gym, ann)
    (exported,) = (await gym.store.members.export(ann.id))["runs"]
    assert (hike.activity, hike.minutes, hike.descent) == (Activity.HIKE, 310, 900)
    assert (exported["activity"], exported["descent"]) == ("hike", 900)
    assert "900" in page.text


async def test_metres_down_are_read_and_said_back_in_the_members_own_unit(gym, ann):
    await gym.join(ann)
    await ann.select("profile.choose:units", "lb_mi", on=await ann.slash("profile"))

    bare = await ann.slash("run log", kind="hike", minutes=300, descent="3000")
    named = await ann.slash("run log", kind="ski", minutes=240, descent="900 m", when="6h ago")

    assert sorted(each.descent or 0 for each in await logged(gym, ann)) == [900, 914]
    assert "3000 ft" in bare.text
    assert "2950 ft" in named.text


async def test_hike_that_becomes_a_run_has_no_metres_down(gym, ann):
    await gym.join(ann)
    await ann.click(
        "runs.edit", on=await ann.slash("run log", kind="hike", minutes=60, descent="900 m")
    )

    await ann.fill(kind="easy")

    (run,) = await logged(gym, ann)
    assert (run.activity, run.descent) == (Activity.RUN, None)


async def test_metres_down_stand_in_the_form_behind_the_distance(gym, ann):
    await gym.join(ann)
    await ann.select("profile.choose:units", "lb_mi", on=await ann.slash("profile"))
    shown = await ann.slash("run log", kind="hike", minutes=60, descent="900 m")

    await ann.click("runs.edit", on=shown)
    moved = await ann.fill(kind="ski", minutes="70")
    kept = await logged(gym, ann)
    await ann.click("runs.edit", on=moved)
    longer = await ann.fill(distance="7 mi, 3,000 ft down")
    changed = await logged(gym, ann)
    await ann.click("runs.edit", on=longer)
    await ann.fill(distance="7 mi")

    assert [(run.activity, run.descent) for run in kept] == [(Activity.SKI, 900)]
    assert [(run.distance_km, run.descent) for run in changed] == [(11.265, 914)]
    assert [run.descent for run in await logged(gym, ann)] == [None]


async def test_form_takes_a_sport(gym, ann):
    await gym.join(ann)
    await ann.slash("run log")

    await ann.fill(kind="match", minutes="90")

    assert [each.activity for each in await logged(gym, ann)] == [Activity.MATCH]


async def test_ride_is_faster_than_any_run(gym, ann):
    await gym.join(ann)

    await ann.slash("run log", kind="ride", minutes=60, distance="35 km")

    assert [each.distance_km for each in await logged(gym, ann)] == [35.0]


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"kind": "swim"}, "not_a_choice"),
    ({"kind": "run"}, "not_a_choice"),
    ({"kind": "easy", "descent": "300"}, "descent_of_what"),
    ({"kind": "ride", "descent": "300"}, "descent_of_what"),
    ({"kind": "hike", "descent": "9001"}, "out_of_range"),
    ({"kind": "hike", "descent": "-1"}, "out_of_range"),
    ({"kind": "hike", "descent": "steep"}, "descent_not_understood"),
    ({"kind": "hike", "minutes": 20, "distance": "20 km"}, "faster_than_the_record"),
]


async def test_what_cannot_be_is_refused(gym, ann, subtests):
    await gym.join(ann)

    for options, key in REFUSED:
        with subtests.test(options=options, key=key):
            shown = await ann.slash("run log", unchecked=True, **options)

            assert refusal(shown) == key
            assert await logged(gym, ann) == ()


@pytest.mark.parametrize("sport", [Activity.HIKE, Activity.MATCH])
async def test_sport_that_is_asked_about_is_judged_kept_and_shared_as_itself(gym, ann, bob, sport):
    await gym.join(ann)
    await gym.join(bob)
    await ann.slash("legday log", when="9 days ago", effort=5, minutes=40)

    shown = await ann.slash("canirun", run=sport.value, soreness=0)
    await ann.click("run.why", on=shown)
    await ann.click("run.share")

    (kept, *_) = (await gym.store.members.export(ann.id))["answers"]
    plan = read(json.dumps(kept["question"])).plan
    assert plan is not None
    assert plan.activity is sport
    await gym.until_shown(bob, ASKED[sport].public)


async def test_match_with_a_time_is_an_event(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", when="30 hours ago", effort=7, minutes=60)

    await ann.slash("canirun", run="match", when="in 3 days", matters="A", soreness=2)

    (kept, *_) = (await gym.store.members.export(ann.id))["answers"]
    event = read(json.dumps(kept["question"])).event
    assert event is not None
    assert (event.kind, event.matters) == (EventKind.MATCH, Matters.A)
