"""Weeks of a plan in the store: closed before a change, lifted by entries, lowered by nothing."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.facts.imports import NewImport
from bot.domain.facts.member import Change
from bot.domain.facts.settings import Profile
from bot.domain.facts.snowflakes import snowflake_of
from bot.domain.facts.training import LegSession
from bot.domain.facts.week import KeptWeek, PlanItem, TrainingPlan, WeekState
from bot.domain.week.keeping import keeping_of
from bot.store.plans import weeks

ANN, BEN = 180_000_000_000_000_001, 180_000_000_000_000_002
DAY = timedelta(days=1)


@pytest.fixture
def change(store, clock):
    """Return a function that keeps one change of a member, at the clock's time."""

    async def keep(member_id, **values):
        made = Change(**values)
        await store.members.revise(
            member_id, None, now=clock.now(), decide=lambda member: (made, None)
        )

    return keep


@pytest.fixture
def planner(store, change, clock):
    """Return a function that gives a member a plan of leg days on Mondays and Thursdays."""

    async def make(member=ANN, zone="Europe/Berlin"):
        since = clock.now()
        number = snowflake_of(since)
        items = tuple(
            PlanItem(item_id=number + day, at=time(18), days=frozenset({day})) for day in (0, 3)
        )
        await change(member, profile=Profile(zone=zone))
        await change(member, week=TrainingPlan(since=since, items=items))
        return items

    return make


@pytest.fixture
def done(store, change, clock):
    """Return a function that logs a leg day so many days ago."""

    async def log(days, member=ANN, number=0):
        at = clock.now() - days * DAY
        session = LegSession(session_id=int(at.timestamp()) + number, ended_at=at, effort=5)
        await change(member, session=session)
        return session.session_id

    return log


async def seen(store, clock, member=ANN):
    """How a member keeps their plan, shown: what of it is over is closed."""
    read = await store.members.context(member, None)
    shown = keeping_of(read, clock.now())
    await store.keepings.close(member, shown.weeks)
    return shown


async def rows(store, member=ANN):
    found = await store.database.fetch(
        "SELECT monday, planned, met, rested, state FROM plan_weeks WHERE member_id = $1 "
        "ORDER BY monday",
        member,
    )
    return [(row["monday"], row["planned"], row["met"], row["state"]) for row in found]


async def test_a_week_is_closed_as_it_was_before_the_change(store, planner, done, change, clock):
    await planner()
    clock.advance(days=14)
    assert await rows(store) == []

    await change(ANN, week=TrainingPlan(since=clock.now() - 14 * DAY))  # everything taken out

    closed = await rows(store)
    assert closed
    assert {planned for _, planned, _, _ in closed[1:]} <= {2}
    assert closed[-1][1] == 2


async def test_entries_lift_a_closed_week_and_undoing_them_does_not_lower_it(
    store, planner, done, change, clock
):
    await planner()
    clock.advance(days=21)
    await seen(store, clock)
    before = await rows(store)

    first = await done(14)
    second = await done(11)
    lifted = await rows(store)
    for session in (first, second):
        await change(ANN, removed_session=session)

    assert WeekState.MISSED in {state for *_, state in before}
    assert [row[2] for row in lifted] != [row[2] for row in before]
    assert WeekState.KEPT in {state for *_, state in lifted}
    assert await rows(store) == lifted


async def test_an_import_lifts_a_closed_week_and_its_undo_does_not_lower_it(
    store, planner, change, clock
):
    await planner()
    clock.advance(days=21)
    await seen(store, clock)
    before = await rows(store)
    now = clock.now()
    sessions = tuple(
        LegSession(session_id=days, ended_at=now - days * DAY, import_id=5) for days in (14, 11)
    )

    await change(
        ANN, imported=NewImport(import_id=5, source="hevy", made_at=now, sessions=sessions)
    )
    lifted = await rows(store)
    await change(ANN, removed_import=5)

    assert WeekState.KEPT not in {state for *_, state in before}
    assert WeekState.KEPT in {state for *_, state in lifted}
    assert await rows(store) == lifted


async def test_another_zone_or_plan_lowers_no_closed_week(store, planner, done, change, clock):
    items = await planner()
    await done(0)
    clock.advance(days=3)
    await done(0)
    clock.advance(days=14)
    shown = await seen(store, clock)

    await change(ANN, profile=Profile(zone="Pacific/Auckland"))
    more = tuple(replace(each, days=frozenset(range(7))) for each in items)
    await change(ANN, week=TrainingPlan(since=clock.now() - 30 * DAY, items=more))
    again = await seen(store, clock)

    assert again.weeks[: len(shown.weeks)] == shown.weeks
    assert (again.current, again.longest) >= (shown.current, shown.longest)


async def test_reading_writes_what_is_over_and_nothing_else(store, planner, clock):
    await planner()
    clock.advance(days=9)

    shown = await seen(store, clock)
    again = await seen(store, clock)

    assert again == shown
    assert [row[0] for row in await rows(store)] == [str(week.monday) for week in shown.weeks]
    nobody = await seen(store, clock, BEN)
    assert (nobody.weeks, nobody.current) == ((), 0)


async def test_things_met_in_a_week_are_counted_for_those_with_a_plan(
    store, planner, done, change, clock
):
    await planner(ANN)
    await planner(BEN)
    await change(180_000_000_000_000_003, profile=Profile(zone="UTC"))
    today = clock.now().date()
    monday = today - today.weekday() * DAY
    clock.advance(days=7 - today.weekday() + 4)  # next week's Friday
    await done(1)
    week = monday + 7 * DAY

    met = await store.keepings.met([ANN, BEN, 180_000_000_000_000_003], 7, week, now=clock.now())

    assert met == {ANN: 1, BEN: 0}


async def test_a_closed_week_is_written_once_and_never_lowered(store, planner):
    await planner()
    kept = KeptWeek(monday=date(2026, 11, 2), planned=3, met=2, rested=1, state=WeekState.KEPT)
    worse = replace(kept, met=0, rested=0, state=WeekState.MISSED)

    await store.database.transact(lambda: weeks.close(ANN, [kept]))
    await store.database.transact(lambda: weeks.close(ANN, [worse]))
    await store.database.transact(
        lambda: weeks.lift(ANN, [worse, replace(worse, state=WeekState.KEPT)])
    )

    assert (await store.members.context(ANN, None)).kept_weeks == (kept,)
