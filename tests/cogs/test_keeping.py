"""Keeping the plan, as its owner sees it: weeks kept, a pause, and the one line they may share."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.domain.facts.settings import Kind
from bot.domain.facts.week import WeekState
from tests.refusals import refusal

LEGS = {"what": "legs", "days": "wed", "time": "18:00"}


@pytest.fixture
async def planner(gym, ann):
    """Ann, who has agreed and plans legs on Wednesdays. It is a Monday, 13:00 in Berlin."""
    await gym.join(ann)
    await ann.slash("plan add", **LEGS)
    return ann


async def member(gym, person):
    return await gym.store.members.context(person.id, None)


def offers(seen, action):
    return any(each.get("custom_id", "").startswith(action) for each in seen.components)


async def test_a_kept_week_is_told_three_days_after_its_end_and_shared_once(
    gym, planner, bob, snapshot
):
    await gym.wait(days=2, hours=8)
    await planner.slash("legday log", effort=6)
    await gym.wait(days=5)
    early = await planner.slash("plan week")
    await gym.wait(days=4)

    seen = await planner.slash("plan week")
    shared = await planner.click("plan.share")

    assert early.text == snapshot
    assert seen.text == snapshot
    assert not offers(early, "plan.share")
    assert "Shared" in shared.buttons
    public = await gym.until_shown(bob, "1 week of keeping the plan")
    assert not public.ephemeral
    assert "Plan kept: 1 week" in (await planner.slash("legday stats")).text
    (week,) = (await member(gym, planner)).kept_weeks
    assert (week.monday, week.planned, week.met) == (date(2026, 3, 2), 1, 1)
    assert week.state is WeekState.KEPT


async def test_what_is_shared_is_the_streak_there_is(gym, planner):
    shown = await planner.slash("plan week")

    seen = await planner.press_custom_id("plan.share:12", on=shown)

    assert refusal(seen) == "nothing_to_share"


async def test_a_pause_waits_and_reminders_may_wait_with_it(gym, planner, snapshot):
    paused = await planner.slash("plan pause", until="2 weeks")
    await planner.slash("reminders resume")
    await planner.click("plan.quiet", on=paused)
    week = await planner.slash("plan week")

    assert paused.text == snapshot
    assert week.text == snapshot
    plan = (await member(gym, planner)).week
    assert (plan.paused_from, plan.paused_until) == (date(2026, 3, 2), date(2026, 3, 16))
    assert (await member(gym, planner)).reminders.paused_until is not None

    await gym.wait(days=9)
    await planner.slash("plan resume")
    await gym.wait(days=4)
    await planner.slash("plan week")

    found = await member(gym, planner)
    assert (found.week.paused_from, found.week.paused_until) == (
        date(2026, 3, 2),
        date(2026, 3, 10),
    )
    assert [each.state for each in found.kept_weeks] == [WeekState.NEUTRAL]


async def test_a_pause_may_have_begun_before(gym, planner):
    await gym.wait(days=4)
    await planner.slash("plan pause", until="since tuesday")

    plan = (await member(gym, planner)).week

    assert (plan.paused_from, plan.paused_until) == (date(2026, 3, 3), None)


async def test_what_cannot_be_paused(gym, planner, bob):
    assert refusal(await planner.slash("plan resume")) == "plan_not_paused"
    assert refusal(await planner.slash("plan pause", until="yesterday")) == "pause_already_past"
    assert refusal(await planner.slash("plan pause", until="asdf")) == "until_not_understood"
    await gym.join(bob)
    assert refusal(await bob.slash("plan pause")) == "plan_is_empty"


async def test_bedtime_by_the_plan_moves_with_what_comes_first_tomorrow(gym, ann):
    async def next_wind_down():
        rows = await gym.store.reminders.upcoming(ann.id)
        due = [row.due_at for row in rows if row.kind is Kind.SLEEP]
        return f"{min(due).astimezone(ZoneInfo('Europe/Berlin')):%a %H:%M}"

    await gym.join(ann)
    await ann.slash("profile")
    await ann.click("profile.times")
    shown = await ann.fill(bed="by my plan", wake="7:00", quiet_from="23:00", quiet_to="6:00")
    await ann.slash("legday log", effort=6)
    usual = await next_wind_down()

    await ann.slash("plan add", what="long", days="tue", time="06:30")
    early = await next_wind_down()
    await ann.click("profile.times", on=shown)

    assert (usual, early) == ("Mon 21:45", "Mon 20:15")
    assert ann.form.value("bed") == "by my plan"


async def test_an_early_run_is_wound_down_for_on_an_evening_without_a_leg_day(gym, ann, snapshot):
    await gym.join(ann, every_kind=False)
    await ann.slash("profile")
    await ann.click("profile.times")
    await ann.fill(bed="by my plan", wake="9:00", quiet_from="23:00", quiet_to="6:00")
    await ann.slash("plan add", what="easy", days="sun", time="7:15")
    logged = await ann.slash("legday log", effort=6, minutes=60)
    await gym.wait(days=5, hours=7, minutes=55)  # it is Saturday, 20:55

    before = len(ann.inbox)
    await gym.wait(minutes=6)
    came = ann.inbox[before:]
    await gym.wait(days=1)

    assert (logged.text, [one.text for one in came]) == snapshot
    assert len(ann.inbox) == before + 1
