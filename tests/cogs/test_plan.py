"""``/plan``: a week is planned, looked at, tried out and changed, as members see it."""

from typing import Any

import pytest

from bot.domain.facts.training import RunKind
from bot.domain.facts.week import LegEffort
from tests.refusals import refusal

RUNS = (
    {"what": "easy", "days": "tue", "time": "07:00", "minutes": 35},
    {"what": "intervals", "days": "thu", "time": "18:00", "minutes": 45},
    {"what": "long", "days": "sun", "time": "9:00", "minutes": 90},
)
TRY = "legs tue 18:00, legs fri 18:00"


@pytest.fixture
async def planner(gym, ann):
    """Ann, who has agreed and has three runs in her week. It is a Monday, 13:00 in Berlin."""
    await gym.join(ann)
    for run in RUNS:
        await ann.slash("plan add", **run)
    return ann


async def member(gym, person):
    return await gym.store.members.context(person.id, None)


async def leg_days(gym, person):
    items = (await member(gym, person)).week.items
    return sorted((min(each.days), f"{each.at:%H:%M}") for each in items if each.is_legs)


def actions(seen):
    pressed = (each.get("custom_id", "") for each in seen.components)
    return {action.partition(":")[0] for action in pressed if action}


async def test_what_was_planned_is_kept_and_shown_to_its_owner_alone(gym, planner, snapshot):
    added = await planner.slash("plan add", what="legs", days="tue fri", time="6pm", effort="hard")
    seen = await planner.slash("plan week")

    assert added.ephemeral
    assert seen.ephemeral
    assert seen.text == snapshot
    (legs,) = [each for each in (await member(gym, planner)).week.items if each.is_legs]
    assert (sorted(legs.days), f"{legs.at:%H:%M}", legs.effort) == ([1, 4], "18:00", LegEffort.HARD)


async def test_a_plan_is_listed_as_the_week_goes(gym, ann):
    await gym.join(ann)
    await ann.slash("plan add", what="long", days="sun", time="7am")
    added = await ann.slash("plan add", what="legs", days="thu", time="7pm")

    listed = [line for line in added.text.splitlines() if line.startswith("- ")]
    assert [line[-9:] for line in listed] == ["Thu 19:00", "Sun 07:00"]


async def test_a_try_is_judged_and_not_saved_until_it_is_kept(gym, planner, snapshot):
    seen = await planner.slash("plan week", what_if=TRY)

    assert seen.text == snapshot
    assert await leg_days(gym, planner) == []

    await planner.click("plan.keep")

    assert await leg_days(gym, planner) == [(1, "18:00"), (4, "18:00")]


async def test_better_days_are_used_with_what_was_tried(gym, planner):
    await planner.slash("plan week", what_if=TRY)

    await planner.click("Use 1")

    assert await leg_days(gym, planner) == [(3, "19:00"), (6, "16:30")]
    seen = await planner.click("plan.look")
    assert "plan.use" not in actions(seen)


async def test_days_that_were_found_for_another_plan_are_refused(gym, planner):
    shown = await planner.slash("plan week", what_if=TRY)
    await planner.slash("plan add", what="legs", days="wed", time="18:00")

    for button in ("plan.use", "plan.keep"):
        refused = await planner.click(button, on=shown)
        assert refusal(refused) == "plan_changed"
    assert "leg day" in (await planner.click("plan.look", on=refused)).text
    assert await leg_days(gym, planner) == [(2, "18:00")]


async def test_the_next_seven_days_and_back(gym, planner):
    now = await planner.slash("plan week")
    later = await planner.click("plan.look:n")
    back = await planner.click("These seven days")

    assert later.text != now.text
    assert back.text == now.text
    assert (await planner.slash("plan week", next=True)).text == later.text


async def test_a_leg_day_that_is_over_is_asked_about_and_logged_by_a_press(gym, planner):
    await planner.slash("plan add", what="legs", days="mon", time="18:00", effort="light")
    await gym.wait(hours=12)

    asked = await planner.slash("plan week")
    assert {"plan.did", "plan.did_not"} <= actions(asked)
    unasked = await planner.click("plan.did_not")
    assert not {"plan.did", "plan.did_not"} & actions(unasked)

    await planner.slash("plan week")
    await planner.click("plan.did")

    (session,) = (await member(gym, planner)).sessions
    assert (session.effort, f"{session.ended_at:%d %H:%M}") == (4, "02 18:00")
    assert "plan.did" not in actions(await planner.slash("plan week"))


async def test_a_leg_day_of_a_pause_is_not_asked_about(gym, planner):
    await planner.slash("plan add", what="legs", days="mon", time="18:00")
    await planner.slash("plan pause", until="tuesday")
    await gym.wait(hours=12)

    assert "plan.did" not in actions(await planner.slash("plan week"))


async def test_remove_offers_what_is_planned_and_takes_it_out(gym, planner):
    offered = await planner.complete("plan remove", option="entry", text="long")
    await planner.slash("plan remove", entry=offered[0]["value"])
    again = await planner.slash("plan remove", entry=offered[0]["value"])

    runs = {each.run for each in (await member(gym, planner)).week.items}
    assert runs == {RunKind.EASY, RunKind.INTERVALS}
    assert refusal(again) == "plan_item_gone"


async def test_only_the_next_such_day_is_over_after_it(gym, planner):
    await planner.slash("plan add", what="legs", days="tue fri", time="18:00", once=True)
    (legs,) = [each for each in (await member(gym, planner)).week.items if each.is_legs]
    assert f"{legs.once_on:%d %b}" == "03 Mar"

    await gym.wait(days=7)

    assert "leg day" not in (await planner.slash("plan week")).text.split("Best")[0]


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"what": "tempo", "days": "tue", "time": "25:00"}, "clock_not_understood"),
    ({"what": "tempo", "days": "someday", "time": "18:00"}, "days_not_understood"),
    ({"what": "easy", "days": "tue", "time": "7:00"}, "plan_item_exists"),
    (
        {"what": "tempo", "days": "tue", "time": "18:00", "effort": "hard"},
        "plan_effort_of_legs",
    ),
    ({"what": "legs", "days": "daily", "time": "18:00"}, "plan_full"),
    ({"what": "tempo", "days": "tue", "time": "18:00", "minutes": 400}, "out_of_range"),
    ({"what": "swimming", "days": "tue", "time": "18:00"}, "not_a_choice"),
]


async def test_what_cannot_be_planned(gym, planner, subtests):
    before = (await member(gym, planner)).week

    for options, key in REFUSED:
        with subtests.test(options=options, key=key):
            seen = await planner.slash("plan add", unchecked=True, **options)

            assert refusal(seen) == key
            assert (await member(gym, planner)).week == before


async def test_a_try_that_is_not_understood_is_refused_by_name(gym, planner):
    seen = await planner.slash("plan week", what_if="legs tue, swim wed")
    assert refusal(seen) == "what_if_not_understood"
    assert "swim wed" in seen.text
    gone = await planner.slash("plan week", what_if="no legs sat")
    assert refusal(gone) == "what_if_not_planned"
    planner.locale = "de"
    own = await planner.slash("plan week", what_if="keine Beine Sa")
    assert "„Beintag Sa“" in own.text  # in their words, not in the reader's English ones
    assert (await planner.click("Deine Woche", on=own)).text.startswith("### Deine Woche")


async def test_without_a_zone_it_is_asked_for_and_without_consent_nothing_is_kept(gym, bob):
    assert refusal(await bob.slash("plan week")) == "week_needs_zone"
    assert refusal(await bob.slash("plan add", **RUNS[0])) == "week_needs_zone"

    await bob.click("keep.locate")
    await bob.fill(zone="Europe/Berlin")
    await bob.click("keep.no")
    assert (await member(gym, bob)).week.items == ()


async def test_a_week_asked_for_without_a_zone_is_shown_once_it_is_told(gym, bob):
    await bob.slash("plan week")
    await bob.click("keep.locate")
    await bob.fill(zone="Europe/Berlin")
    shown = await bob.click("keep.only")

    assert shown.text == (await bob.slash("plan week")).text
    assert (await member(gym, bob)).profile.zone == "Europe/Berlin"


async def test_while_care_stands_no_plan_is_judged(gym, planner):
    await planner.slash("checkin")
    await planner.fill(pain="sharp")

    seen = await planner.slash("plan week", what_if=TRY)

    assert not any(action.startswith("plan.") for action in actions(seen))
    assert "run.passed" in actions(seen)


async def test_a_run_ahead_counts_the_leg_day_planned_before_it_until_told_not_to(gym, planner):
    await planner.slash("legday log", effort=6, when="3 days ago")
    asked = {"run": "intervals", "when": "thu 18:00"}
    alone = await planner.slash("canirun", **asked)
    await planner.slash("plan add", what="legs", days="wed", time="18:00", effort="hard")

    counted = await planner.slash("canirun", **asked)
    without = await planner.click("run.again")
    before = await planner.slash("canirun", run="intervals", when="wed 12:00")

    assert "run.again" not in actions(alone)
    assert "run.again" in actions(counted)
    assert counted.text.split("\n")[0] != alone.text.split("\n")[0]
    assert without.text.split("\n")[0] == alone.text.split("\n")[0]
    assert "run.again" not in actions(without) | actions(before)
