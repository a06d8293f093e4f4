"""Export and delete cover every table, and what is deleted leaves the files."""

import json
from datetime import date, timedelta
from functools import partial

import pytest

from bot.domain.facts.about_me import Condition, ToldHealth
from bot.domain.facts.imports import NewImport
from bot.domain.facts.learned import Learning
from bot.domain.facts.member import KeptAnswer
from bot.domain.facts.occurrences import PlannedRule
from bot.domain.facts.settings import Kind, Preference, ReminderSettings, Rule, Where
from bot.domain.facts.training import ExerciseSet, Report, Run
from bot.domain.facts.week import KeptWeek, PlanItem, TrainingPlan, WeekState
from bot.domain.group.rolls import AskedRoll, RollPress, Said
from bot.store.plans import weeks
from bot.store.servers import planners

ANN = 180_000_000_000_000_001
BEN = 180_000_000_000_000_002
CANARY = "canary-in-a-coal-mine"

WEEK = KeptWeek(monday=date(2026, 2, 16), planned=3, met=2, rested=1, state=WeekState.KEPT)


def answer(now):
    return KeptAnswer(
        answer_id=7,
        asked_at=now,
        model="1.0",
        question='{"soreness": 4}',
        clearance="easy",
        reply="yes",
    )


@pytest.fixture
async def told(store, log, change, planned, post_of, now):
    """Tell the store something of Ann and of Ben for every table."""
    for member, session in ((ANN, 1), (BEN, 2)):
        squat = ExerciseSet(name=f"{CANARY}-{member}", sets=3)
        note = f"{CANARY}-{member}"
        await log(member, session, planned(session), exercises=(squat,), note=note)
        await change(member, report=Report(reported_at=now, soreness=4))
        await change(member, run=Run(run_id=session, member_id=member, ended_at=now, minutes=30))
        await store.members.keep_answer(member, answer(now))
        await change(member, learning=Learning(count=1))
        await change(member, health=ToldHealth(agreed_at=now, conditions=frozenset(Condition)))
        mine = {Kind.SLEEP: Preference(where=Where.DM)}
        await change(member, reminders=ReminderSettings(on=True, preferences=mine))
        legs = PlanItem(item_id=session, at=now.time(), days=frozenset({1}))
        await change(member, week=TrainingPlan(since=now, items=(legs,)))
        await store.database.transact(partial(weeks.close, member, [WEEK]))
        rule = Rule(member_id=member, rule_id=session, kind=Kind.WALK, at=now.time(), zone="UTC")
        await change(member, rules=(PlannedRule(rule=rule),))
        await change(member, imported=NewImport(import_id=1, source="hevy", made_at=now))
        await store.member_notices.give_back(member, ["not_a_member"])
        await store.posts.add(post_of(session), [])
        await store.database.transact(partial(planners.put, member, session))
        await take_part(store, member, session)


async def take_part(store, member, number):
    """Join a server's group life, ask for a roll call and answer it."""
    channel = 90 + number
    await store.memberships.join(9, member)
    wish = AskedRoll(roll_id=number, guild_id=9, channel_id=channel, member_id=member, text="")
    await store.rolls.open(wish)
    await store.rolls.press(
        RollPress(roll_id=number, guild_id=9, channel_id=channel, member_id=member, said=Said.IN)
    )


async def test_every_table_with_a_member_is_exported_in_full(store, told, schema):
    personal = {name: columns for name, columns in schema.items() if "member_id" in columns}
    personal["rolls"] = {
        "member_id", "roll_id", "guild_id", "channel_id", "message_id", "kind", "text",
        "opened_at", "closes_at", "closed_at",
    }  # fmt: skip

    exported = await store.members.export(ANN)

    assert {name: set(rows[0]) for name, rows in exported.items()} == personal
    assert {row["member_id"] for rows in exported.values() for row in rows} == {ANN}


async def test_no_other_table_knows_members(schema):
    others = {name for name, columns in schema.items() if "member_id" not in columns}

    assert others == {
        "deletions",
        "deliveries",
        "guilds",
        "meta",
        "notices",
        "post_counts",
        "post_presses",
        "posts",
        "rolls",
        "moved",
        "schema_migrations",
        "turns",
    }


async def test_export_is_plain_json(store, told, now):
    exported = json.loads(json.dumps(await store.members.export(ANN)))

    assert exported["leg_sessions"] == [
        {
            "member_id": ANN,
            "ended_at": now.isoformat(),
            "session_id": 1,
            "effort": None,
            "minutes": None,
            "focus": "legs",
            "exercises": [{"name": f"{CANARY}-{ANN}", "sets": 3}],
            "new_exercise": 0,
            "newness": None,
            "note": f"{CANARY}-{ANN}",
            "import_id": None,
        }
    ]


async def test_delete_takes_every_table_of_one_member(store, told):
    bens = await store.members.export(BEN)

    counts = await store.members.delete(ANN)

    assert counts == {
        "rolls": 1,
        "roll_answers": 1,
        "group_members": 1,
        "members": 1,
        "leg_sessions": 1,
        "runs": 1,
        "imports": 1,
        "learning": 1,
        "about_me": 1,
        "answers": 1,
        "reports": 1,
        "reminder_preferences": 1,
        "member_notices": 1,
        "post_planners": 1,
        "plans": 1,
        "plan_items": 1,
        "plan_weeks": 1,
        "rules": 1,
        "reminders": 1,
    }
    assert not any((await store.members.export(ANN)).values())
    assert await store.members.export(BEN) == bens


async def test_purge_lets_go_of_members_silent_for_two_years(store, told, log, clock):
    clock.advance(days=729)
    await store.members.context(BEN, None)
    await store.members.touch(BEN, clock.now())
    assert await store.members.purge(clock.now()) == 0

    clock.advance(days=2)
    assert await store.members.purge(clock.now()) == 1

    assert not any((await store.members.export(ANN)).values())
    assert len((await store.members.export(BEN))["leg_sessions"]) == 1


async def test_purge_lets_go_of_reminders_closed_90_days_ago(store, log, planned, change, now):
    await log(ANN, 1, planned(1))
    await change(ANN, plan=(planned(1, Kind.SLEEP, hours=200 * 24),))

    await store.members.purge(now + timedelta(days=90))
    assert len((await store.members.export(ANN))["reminders"]) == 2
    await store.members.purge(now + timedelta(days=91))

    (left,) = (await store.members.export(ANN))["reminders"]
    assert left["kind"] == "sleep"
