"""Imports in the store: added together, removed together, and nothing else touched."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.decisions import journal, replanning, runs
from bot.domain.facts.imports import NewImport
from bot.domain.facts.member import Change
from bot.domain.facts.training import ExerciseSet, Run

ANN = 180_000_000_000_000_001
BEN = 180_000_000_000_000_002
DAY = timedelta(days=1)


@pytest.fixture
def brought(session_of, now):
    """An import of a leg day and a run for each of some days ago."""

    def build(import_id, *days, member_id=ANN):
        squat = (ExerciseSet(name="squat", sets=3, reps=5, load_kg=100.0),)
        return NewImport(
            import_id=import_id,
            source="hevy",
            made_at=now,
            sessions=tuple(
                session_of(
                    member_id,
                    1_000 + day,
                    ended_at=now - day * DAY,
                    exercises=squat,
                    import_id=import_id,
                )
                for day in days
            ),
            runs=tuple(
                Run(
                    run_id=2_000 + day,
                    ended_at=now - day * DAY,
                    minutes=30,
                    import_id=import_id,
                )
                for day in days
            ),
        )

    return build


@pytest.fixture
def kept(store):
    """Return a function that tells all that is kept of a member, but for when and how often."""

    async def read(member_id=ANN):
        tables = await store.members.export(member_id)
        for row in tables["members"]:
            del row["revision"]
        return tables

    return read


async def test_import_and_its_undo_leave_every_table_as_it_was(
    store, log, change, planned, kept, brought
):
    await log(ANN, 1, planned(1))
    await log(BEN, 2, planned(2))
    before, bens = await kept(), await kept(BEN)

    await change(ANN, imported=brought(50, 1, 400, 500))
    there = await store.members.imports(ANN)
    whole = await store.members.revise(ANN, None, now=there[0].made_at, decide=as_read, whole=True)
    await change(ANN, removed_import=50)

    assert [(each.import_id, each.leg_days, each.runs) for each in there] == [(50, 3, 3)]
    assert len(whole.sessions) == 4
    assert await kept() == before
    assert await kept(BEN) == bens
    assert await store.members.imports(ANN) == ()


def as_read(member):
    return Change(), member


async def test_import_kept_twice_is_kept_once(log, change, kept, brought):
    await log(ANN, 1)
    await change(ANN, imported=brought(50, 1, 2))
    once = await kept()

    await change(ANN, imported=brought(50, 1, 2))

    assert await kept() == once


async def test_entries_edited_since_stay_when_an_import_is_undone(store, log, change, brought, now):
    await log(ANN, 1)
    await change(ANN, imported=brought(50, 1, 2))
    entry, run = journal.LegEntry(effort=7), runs.RunEntry(minutes=40)
    await store.members.revise(
        ANN, None, now=now, decide=lambda member: journal.edit(member, 1_001, entry, now)
    )
    await store.members.revise(
        ANN, None, now=now, decide=lambda member: runs.edit(member, 2_002, run, now)
    )

    await change(ANN, removed_import=50)

    member = await store.members.context(ANN, None)
    assert [(each.session_id, each.import_id) for each in member.sessions] == [
        (1, None),
        (1_001, None),
    ]
    assert [(each.run_id, each.import_id) for each in member.runs] == [(2_002, None)]


async def test_plan_of_a_leg_day_goes_with_its_import(store, log, change, planned, brought, now):
    await log(ANN, 1)
    new = brought(50, 1)
    await change(ANN, imported=new, plan=(planned(new.sessions[0].session_id),))
    waiting = (await store.members.export(ANN))["reminders"]

    await change(ANN, removed_import=50, plan=())

    assert len(waiting) == 1
    assert (await store.members.export(ANN))["reminders"] == []


async def test_only_the_newest_leg_day_is_planned_for(store, log, brought, change, now):
    await log(ANN, 1, ended_at=now - 30 * DAY)
    new = brought(50, 0, 1, 2)
    await change(ANN, imported=replace(new, runs=()))

    member = await store.members.context(ANN, None)

    assert {each.session_id for each in replanning.replan(member, now)} <= {1_000}
