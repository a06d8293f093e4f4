"""A store that was told something of two members for every table that members are in."""

from datetime import date
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
from tests import stored

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
        await change(member, run=Run(run_id=session, ended_at=now, minutes=30))
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
        await stored.add_post(store, post_of(session), [])
        await store.database.transact(partial(planners.put, member, session))
        await take_part(store, member, session)


async def take_part(store, member, number):
    """Join a server's group life, ask for a roll call and answer it."""
    channel = 90 + number
    await stored.join(store, 9, member)
    wish = AskedRoll(roll_id=number, guild_id=9, channel_id=channel, member_id=member, text="")
    await store.rolls.open(wish)
    await store.rolls.press(
        RollPress(roll_id=number, guild_id=9, channel_id=channel, member_id=member, said=Said.IN)
    )
